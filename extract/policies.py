"""Cited laws, regulations, plans and notices (`draft.policies`): 《…》 with its document number, numbers alone, laws by name.

An abbreviation (以下简称《办法》) stands for its title from there on. The document's words for itself (本通知) are no citation.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from extract.draft import Draft
from extract.edges import full_width
from extract.lexicon import alternatives, words
from extract.model import Policy
from extract.scan import Scanner
from extract.sieve import Sieve

_NUMBER = r"[〔［\[（(【]\s?(?:19|20)\d{2}\s?[〕］\])）】]\s?第?\s?[\d×X]{1,5}\s?号"
_TITLE = Sieve(
    r"《([^《》\n]{1,120}(?:《[^《》\n]{1,80}》[^《》\n]{0,60}){0,2})》"
    rf"(?:[（(]?\s?(?P<number>[\u4e00-\u9fff]{{1,12}}{_NUMBER}|(?:[\u4e00-\u9fff]{{2,12}}令)?第?\d{{1,4}}号令?)\s?(?=[）)，、。；以]))?"
    r"(?P<short>[^《》。；\n]{0,12}以下(?:简|统)?称(?:为)?[：:]?[《“\"]?([^》”\"）)\n]{1,20})[》”\"]?[）)])?"
)
_CODE = Sieve(_NUMBER)
_ORGAN = re.compile(r"[\u4e00-\u9fff]{0,10}$")
_BEFORE_CODE = re.compile(
    r".*(?:按照|根据|依据|依照|遵照|落实|执行|贯彻|转发|印发|下发|文件|关于|[的和及与以按照见])(?=.)"
)
_ENDING = re.compile(f"(?:{alternatives(words('policies', 'endings'))})(?:[（(〔].{{1,20}}[）)〕])?$")
_GOES_ON = "律规定治制院人典"  # behind 法: 法律, 法院
_WHOLE_LAW = Sieve(rf"中华人民共和国[\u4e00-\u9fff]{{1,20}}?(?:法|条例)(?![{_GOES_ON}])")
_SHORT_LAWS = Scanner(dict.fromkeys(words("policies", "laws"), "policy-law"))
_BRACKETS = str.maketrans("［[（(【］]）)】", "〔〔〔〔〔〕〕〕〕〕", " ")
_MARKS = str.maketrans("", "", "《》〈〉 　")


def policies(draft: Draft) -> None:
    text, even = draft.text, full_width(draft.text)
    found: dict[int, Policy] = {}
    titles: dict[str, str] = {}  # abbreviation → title
    numbers: dict[str, str] = {}
    for match in _TITLE.finditer(even):
        named = match.group(1)
        title, rule = named.translate(_MARKS), "policy-title"
        if short := match.group(4):
            titles[short.translate(_MARKS)] = title
            numbers[title] = _number(match.group("number"))
        elif title in titles:
            title, rule = titles[title], "policy-abbreviation"
        elif not _ENDING.search(title) and not match.group("number"):
            continue
        end = match.end(1) + 1
        found[match.start()] = Policy(
            match.start(),
            end,
            text[match.start() : end],
            title,
            _number(match.group("number")) or numbers.get(title, ""),
            rule,
        )
    taken = sorted((one.start, one.end) for one in found.values())
    for start, end, rule in sorted({*_codes(even), *_laws(even)}):
        at = bisect_right(taken, (start, len(text)))
        beside = rule == "policy-number" and at > 0 and text[taken[at - 1][1] : start].strip(" （(") == ""
        inside = (at > 0 and start < taken[at - 1][1]) or (at < len(taken) and taken[at][0] < end)
        named = text[start:end]
        if (
            inside or beside or _number(named) == _number(draft.context.number)
        ):  # in a title, the number behind it, or the document's own
            continue
        number = _number(named) if rule == "policy-number" else ""
        found.setdefault(start, Policy(start, end, named, named, number, rule))
    draft.policies = [found[start] for start in sorted(found)]


def _number(written: str | None) -> str:
    """国发[2031] 5号 → 国发〔2031〕5号, so that one document has one number."""
    return (written or "").translate(_BRACKETS)


def _codes(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _CODE.finditer(text):
        organ = _ORGAN.search(text, max(0, match.start() - 10), match.start())
        name = organ.group() if organ else ""
        if before := _BEFORE_CODE.match(name):
            name = name[before.end() :]
        if name:
            yield match.start() - len(name), match.end(), "policy-number"


def _laws(text: str) -> Iterator[tuple[int, int, str]]:
    found = [match.span() for match in _WHOLE_LAW.finditer(text)]
    for at, word, _ in _SHORT_LAWS.found(text):
        end = at + len(word)
        if end == len(text) or text[end] not in _GOES_ON:
            found.append((at, end))
    last = 0
    for start, end in sorted(found):
        if start >= last:  # 中华人民共和国土地管理法 is one name
            last = end
            yield start, end, "policy-law"
