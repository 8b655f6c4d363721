"""What a clause begins with: adverbs and a verb of governance, a preposition that leads up to one, or something else (resources/verbs.yaml).

>>> head_of("进一步推进农村改厕", 0, 9)
('verb', '推进')
>>> head_of("考核工作由县委负责", 0, 9)
('', '')
"""

from __future__ import annotations

import re
from functools import cache

from extract.lexicon import classes

_NOUN = (  # what follows a verb that is used as a noun: 考核工作, 建设的, 管理和服务
    "[的是和与及、，。者师员率]|工作|情况|业绩|人员|机构|部门|单位|资格|资金|体系|机制|制度|力度|水平|能力|质量|任务|主体|企业|行业|领域|标准|措施"
    "|方案|方面|环节|过程|对象|费用|规模|面积|成本|周期|时间|成果|成效|办法|方式|结果|进度|效率|压力|问题|风险|需求"
)


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(_NOUN)


Words = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""Adverbs, verbs, verbs that may be nouns, leads: those that begin alike, the longest first."""

_BEFORE = frozenset(one for one in map(chr, range(0x3001)) if one.isspace()) | {"“", "地"}
"""What may stand before the first word: blanks, a quote; 地 behind adverbs."""
_REACH = 60  # characters in which a clause shows its verb: adverbs without end cost nothing
_NONE: Words = ((), (), (), ())


@cache
def _tables() -> dict[str, Words]:
    """First two characters of words → the words that stand there, those of one character too; the same for one character."""
    verbs = classes("verbs", "verbs")
    lists = [
        sorted(words, key=len, reverse=True)
        for words in (
            classes("verbs", "adverbs"),
            [word for word, key in verbs.items() if key != "nouny"],
            [word for word, key in verbs.items() if key == "nouny"],
            classes("verbs", "leads"),
        )
    ]
    begins = {word[:2] for words in lists for word in words}
    by_begin = [_by_begin(words, begins) for words in lists]
    return {begin: tuple(tuple(words.get(begin, ())) for words in by_begin) for begin in begins}  # type: ignore[misc]


def _by_begin(words: list[str], begins: set[str]) -> dict[str, list[str]]:
    """Begin → the words that begin so, and the one that is its first character, in their order."""
    found: dict[str, list[str]] = {}
    longer: dict[str, list[str]] = {}  # first character → begins of two
    for begin in begins:
        longer.setdefault(begin[0], []).append(begin)
    for word in words:
        for begin in [word[:2]] if len(word) > 1 else longer.get(word, []):
            found.setdefault(begin, []).append(word)
    return found


@cache
def _firsts() -> frozenset[str]:
    """What a clause begins with that begins with one of the words; many begin with none of these."""
    return _BEFORE | {begin[0] for begin in _tables()}


@cache
def _no_leads() -> frozenset[str]:
    return frozenset(word for word, key in classes("verbs", "leads").items() if key == "none")


def head_of(text: str, start: int, end: int) -> tuple[str, str]:
    """(kind, word) of the beginning of the clause `text[start:end]`: verb, lead, adverb, or "" for anything else."""
    table = _tables()
    first = text[start : start + 1]
    if first not in _firsts():
        return "", ""
    here = table.get(text[start : start + 2]) or table.get(first)
    if here is None:
        if first not in _BEFORE:
            return "", ""
        near = min(end, start + _REACH)
        while start < near and (text[start] == "“" or text[start].isspace()):
            start += 1
        here = table.get(text[start : start + 2]) or table.get(text[start : start + 1], _NONE)
    at, end = start, min(end, start + _REACH)
    adverbs, verbs, nouny, leads = here
    while adverbs:
        for word in adverbs:
            if text.startswith(word, at, end):
                break
        else:
            break
        at += len(word)
        adverbs, verbs, nouny, leads = table.get(text[at : at + 2]) or table.get(text[at : at + 1], _NONE)
    if at < end and text[at] == "地":
        _, after, after_nouny, _ = table.get(text[at + 1 : at + 3]) or table.get(text[at + 1 : at + 2], _NONE)
        if found := _verb(after, after_nouny, text, at + 1, end):
            return "verb", found
    if (verbs or nouny) and (found := _verb(verbs, nouny, text, at, end)):
        return "verb", found
    if at > start and (found := _behind_shorter(text, start, end)):
        return "verb", found
    for lead in leads:
        if text.startswith(lead, at, end):
            return ("", "") if lead in _no_leads() else ("lead", lead)
    return ("adverb", text[start:at]) if at > start else ("", "")


def _behind_shorter(text: str, start: int, end: int) -> str:
    """The verb behind adverbs where the longest adverbs leave none: 全面 + 落实, but 全 + 面向."""
    table = _tables()
    path, failed = [start], {start}  # places behind adverbs; those that are tried no more
    while path:
        at = path[-1]
        adverbs, verbs, nouny, _ = table.get(text[at : at + 2]) or table.get(text[at : at + 1], _NONE)
        for word in adverbs:
            behind = at + len(word)
            if behind not in failed and text.startswith(word, at, end):
                failed.add(behind)
                path.append(behind)
                break
        else:
            if found := _verb(verbs, nouny, text, at, end):
                return found
            path.pop()
    return ""


def _verb(verbs: tuple[str, ...], nouny: tuple[str, ...], text: str, at: int, end: int) -> str:
    """Which of the verbs stands at `at`, "" where none does; 考核工作 begins with none."""
    for word in verbs:
        if text.startswith(word, at, end):
            return word
    for word in nouny:
        if text.startswith(word, at, end) and not _noun().match(text, at + len(word), end):
            return word
    return ""
