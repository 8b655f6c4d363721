"""What a clause begins with: adverbs and a verb of governance, a preposition that leads up to one, or something else (resources/verbs.yaml).

>>> head_of("进一步推进农村改厕", 0, 9)
('verb', '推进')
>>> head_of("考核工作由县委负责", 0, 9)
('', '')
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from extract.lexicon import alternatives, classes

_NOUN = (  # what follows a verb that is used as a noun: 考核工作, 建设的, 管理和服务
    "[的是和与及、，。者师员率]|工作|情况|业绩|人员|机构|部门|单位|资格|资金|体系|机制|制度|力度|水平|能力|质量|任务|主体|企业|行业|领域|标准|措施"
    "|方案|方面|环节|过程|对象|费用|规模|面积|成本|周期|时间|成果|成效|办法|方式|结果|进度|效率|压力|问题|风险|需求"
)


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(_NOUN)


@cache
def _verb_behind_adverbs() -> re.Pattern[str]:
    """A verb behind adverbs where the longest adverbs leave none: 全面 + 落实, but 全 + 面向."""
    table = classes("verbs", "verbs")
    plain = alternatives(word for word, key in table.items() if key != "nouny")
    nouny = alternatives(word for word, key in table.items() if key == "nouny")
    return re.compile(rf"(?:{alternatives(classes('verbs', 'adverbs'))})*(?P<verb>{plain}|{nouny}(?!{_NOUN}))")


class _Words(NamedTuple):
    """The words that begin with one or two given characters, the longest first; `nouny` are verbs that may be nouns."""

    adverbs: tuple[str, ...]
    verbs: tuple[str, ...]
    nouny: tuple[str, ...]
    leads: tuple[str, ...]


_NONE = _Words((), (), (), ())
_BEFORE = frozenset(one for one in map(chr, range(0x3001)) if one.isspace()) | {"“", "地"}
"""What may stand before the first word: blanks, a quote; 地 behind adverbs."""


@cache
def _tables() -> dict[str, _Words]:
    """First two characters of words (one where there are no more) → the words."""
    verbs = classes("verbs", "verbs")
    lists = (
        sorted(classes("verbs", "adverbs"), key=len, reverse=True),
        sorted((word for word, key in verbs.items() if key != "nouny"), key=len, reverse=True),
        sorted((word for word, key in verbs.items() if key == "nouny"), key=len, reverse=True),
        sorted(classes("verbs", "leads"), key=len, reverse=True),
    )
    begins = {word[:2] for words in lists for word in words}
    return {begin: _Words(*(tuple(w for w in words if w[:2] == begin) for words in lists)) for begin in begins}


@cache
def _no_leads() -> frozenset[str]:
    return frozenset(word for word, key in classes("verbs", "leads").items() if key == "none")


def head_of(text: str, start: int, end: int) -> tuple[str, str]:
    """(kind, word) of the beginning of the clause `text[start:end]`: verb, lead, adverb, or "" for anything else."""
    table = _tables()
    pair, single = table.get(text[start : start + 2]), table.get(text[start : start + 1])
    if pair is None and single is None:
        if text[start : start + 1] not in _BEFORE:
            return "", ""  # most clauses
        while start < end and (text[start] == "“" or text[start].isspace()):
            start += 1
        pair, single = table.get(text[start : start + 2]), table.get(text[start : start + 1])
    if start >= end:
        return "", ""
    at = start
    while adverb := _adverb(pair, single, text, at, end):
        at += len(adverb)
        pair, single = table.get(text[at : at + 2]), table.get(text[at : at + 1])
    if at < end:
        if text[at] == "地" and (found := _verb(table, text, at + 1, end)):
            return "verb", found
        if (pair or single) and (found := _verb(table, text, at, end)):
            return "verb", found
    if at > start and (match := _verb_behind_adverbs().match(text, start, end)):
        return "verb", match["verb"]
    for words in (pair, single):
        for lead in words.leads if words else ():
            if text.startswith(lead, at, end):
                return ("", "") if lead in _no_leads() else ("lead", lead)
    return ("adverb", text[start:at]) if at > start else ("", "")


def _adverb(pair: _Words | None, single: _Words | None, text: str, at: int, end: int) -> str:
    """The longest adverb at `at`, "" where none stands."""
    if pair is not None:
        for word in pair.adverbs:
            if text.startswith(word, at, end):
                return word
    if single is not None and at < end:
        for word in single.adverbs:
            return word
    return ""


def _verb(table: dict[str, _Words], text: str, at: int, end: int) -> str:
    """The verb at `at`, "" where none stands; 考核工作 begins with none."""
    pair, single = table.get(text[at : at + 2], _NONE), table.get(text[at : at + 1], _NONE)
    for word in pair.verbs or single.verbs:
        if text.startswith(word, at, end):
            return word
    for word in single.verbs:
        if at < end:
            return word
    for word in pair.nouny or single.nouny:
        if text.startswith(word, at, end) and not _noun().match(text, at + len(word), end):
            return word
    for word in single.nouny:
        if text.startswith(word, at, end) and not _noun().match(text, at + 1, end):
            return word
    return ""
