"""Labels of headings, items and listed sentences: 一、（一）1.（1）① 一是 第一， 首先， —— (resources/numbering.yaml).

>>> from extract.numbering import read_label
>>> read_label("（三）全力保障就业。", 0)
Label(family='paren_hanzi', rank=50, number=3, start=0, end=3, section=True)
"""

from __future__ import annotations

import re
from functools import cache

from extract.begins import begins_of
from extract.record import record
from extract.resource import resource

_DIGITS = {mark: value for value, mark in enumerate("一二三四五六七八九", 1)}
_DOT = re.compile(r"[.．]")
_LAST = 99  # 最后
_SEQUENCE = {"首先": 1, "其次": 2, "再次": 3, "再其次": 4, "最后": _LAST}


@record
class Label:
    """A label at `text[start:end]`; `number` is None for dashes and bullets, `rank` grows inwards."""

    family: str
    rank: int
    number: int | None
    start: int
    end: int
    section: bool


@cache
def value(mark: str) -> int | None:
    """The number a label's mark stands for: 十二 → 12, ③ → 3, 2.3.1 → 1, b → 2, 首先 → 1; None for a mere mark."""
    if mark in _SEQUENCE:
        return _SEQUENCE[mark]
    last = _DOT.split(mark)[-1]
    if last.isdecimal():
        return int(last)
    if len(mark) == 1 and mark.isascii() and mark.isalpha():
        return ord(mark.lower()) - ord("a") + 1
    for first, size in (("①", 20), ("㉑", 15), ("❶", 10), ("⑴", 20), ("⒈", 20)):
        if len(mark) == 1 and 0 <= ord(mark) - ord(first) < size:
            return ord(mark) - ord(first) + (21 if first == "㉑" else 1)
    return _hanzi(mark)


def _hanzi(mark: str) -> int | None:
    total, digit = 0, 0
    for sign in mark:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in "十百":
            total += (digit or 1) * (10 if sign == "十" else 100)
            digit = 0
        elif sign not in "零〇":
            return None
    return total + digit or None


class _Labels:
    """One alternation over the families; a family's own group closes last, its number is the group after it."""

    def __init__(self) -> None:
        families = resource("numbering")["families"]
        self.rank = {one["name"]: int(one["rank"]) for one in families}
        self.section = {one["name"]: bool(one["section"]) for one in families}
        self.line = self._compile(families)
        self.sentence = self._compile([one for one in families if one["where"] == "sentence"])
        self.begins = begins_of(self.line, self.sentence)

    @staticmethod
    def _compile(families: list[dict[str, str]]) -> re.Pattern[str]:
        return re.compile("|".join(f"(?P<{one['name']}>{one['pattern']})" for one in families))


@cache
def _labels() -> _Labels:
    return _Labels()


def read_label(text: str, start: int, end: int | None = None, *, inside: bool = False) -> Label | None:
    """The label that begins at `start`; with `inside`, only families that also stand inside a paragraph."""
    labels = _labels()
    if text[start : start + 2] not in labels.begins and text[start : start + 1] not in labels.begins:
        return None
    pattern = labels.sentence if inside else labels.line
    match = pattern.match(text, start, len(text) if end is None else end)
    if match is None or match.lastgroup is None or match.lastindex is None:
        return None
    family = match.lastgroup
    mark = match.group(match.lastindex + 1)
    depth = len(_DOT.findall(mark)) - 1 if family == "decimal" else 0  # 1.1 stands outside 1.1.1
    name = f"{family}-{depth}" if depth > 0 else family
    return Label(name, labels.rank[family] + max(depth, 0), value(mark), start, match.end(), labels.section[family])
