"""Whoever a modal verb at the begin of a clause tells what to do, in whatever words he is described.

进入施工现场的人员，必须…        whole, not 人员 alone
学生导师要…, 养殖场（户）须…     known by the last word alone, because nothing but a subject can stand there
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from extract.body_areas import MODAL, areas
from extract.body_name import Name, Spans
from extract.body_words import body_words
from extract.coordination import WEAK
from extract.lexicon import alternatives, words
from extract.sieve import Sieve
from extract.subject_words import subject_words

_FAR = 44  # characters of a description
_STOPS = frozenset("，。；：！？,;:!?\n\t")
_LABEL = re.compile(
    r"\s*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[是、．.]|\d{1,2}[.、．）)]|[①-⑳]|第[一二三四五六七八九十百\d]{1,4}条[\s\u3000]*)"
)
_NOBODY = re.compile(
    r"对|向|为|把|将|给|让|使|从|在|按|根据|由|与|同|和|及|或|凡|如|若|经|除(?![^，。；]*的其他)|通过|关于|因|以|其|这|那|一个|哪|没有[^的]*\Z|是|并|且|但|也|都|还|不(?![^，。；]*的)|要|应|须|确保|各(?!类|大|级各类)|全[县市省区乡镇校院]"
)
_SEVERAL = re.compile(r"[\u4e00-\u9fff]{2,10}?(?=[、和及与或])")
_NOUNS = ("研究生", "实习", "监护", "监理", "监考", "参会", "参建", "管理人", "管理员")
_DESCRIBED = re.compile(r"[^，]*[^、和及与或]的[^的、]{0,12}|[^，。；、]{0,16}(?:全体|所有|其他)[^的]{1,12}")


@cache
def _heads() -> Sieve:
    people = alternatives(words("body_cues", "subjects", "person"))
    places = alternatives(words("body_cues", "subjects", "place"))
    return Sieve(
        rf"(?:{people}|{alternatives(words('body_cues', 'subjects', 'institution'))}(?!.?一律)|(?<=[\u4e00-\u9fff])[一二三四五六七八九十][中小幼高]|(?<=的){places}(?!.?一律))(?={MODAL})"
    )


@cache
def _institutions() -> tuple[str, ...]:
    return words("body_cues", "subjects", "institution")


def subjects(text: str, found: list[Name]) -> list[Name]:
    """`found`, sorted, with the subjects that it lacks; a common word (人员) that is found grows to its description."""
    more: list[Name] = []
    starts = [name.start for name in found]
    for match in _heads().finditer(text):
        begin = _clause(text, match.start())
        if begin < 0:
            continue
        place = bisect_left(starts, match.end()) - 1
        last = found[place] if place >= 0 else None
        whole = _DESCRIBED.fullmatch(text, begin, match.end()) is not None
        if last is not None and last.end > match.start():  # known already
            if not (whole and last.rule in WEAK and begin < last.start and last.end == match.end()):
                more += _before(text, begin, last.start)
                continue
        elif last is not None and last.end > begin and (not whole or last.start == begin):
            continue
        if whole:
            more.append(Name(begin, match.end(), "people", "clause"))
        elif last is None or last.end <= match.start():
            more += _plain(text, begin, match.start(), match.end())
    more += areas(text)
    if not more:
        return found
    better = Spans.of(more)
    return sorted([*(name for name in found if not better.touch(name)), *more], key=lambda name: name.start)


def _clause(text: str, at: int) -> int:
    """Where the clause begins whose first words the name is; -1 where it begins with what no subject begins with."""
    low = at
    while low > 0 and text[low - 1] not in _STOPS:
        low -= 1
        if at - low > _FAR:
            return -1
    label = _LABEL.match(text, low)
    low = label.end() if label is not None and label.end() <= at else low
    while low < at and text[low] in " \u3000“":
        low += 1
    if _NOBODY.match(text, low):
        return -1
    if "的" not in text[low:at] and (body_words().cut.pattern.match(text, low) or _governs(text, low)):
        return -1
    opens = low == 0 or text[low - 1] not in "，,"
    return low if opens or "的" not in text[low:at] else -1


def _before(text: str, begin: int, end: int) -> list[Name]:
    """What stands in one list before a known name: 报纸、新闻网站、 | 电视台要…"""
    names: list[Name] = []
    at = begin
    while at < end and (one := _SEVERAL.match(text, at, end)) is not None and _ends_in_head(text, at, one.end()):
        names.append(Name(at, one.end(), "people", "open"))
        at = one.end() + 1
    return names if at == end else []


def _ends_in_head(text: str, start: int, end: int) -> bool:
    return text.endswith(_institutions(), start, end)


def _governs(text: str, at: int) -> bool:
    """Does a verb or adverb begin there: 实时掌握 + 学生; not 研究生 + 导师, nor one character of another word (报纸)."""
    verb = subject_words().verb.match(text, at)
    return verb is not None and len(verb.group()) > 1 and not text.startswith(_NOUNS, at)


def _plain(text: str, begin: int, head: int, end: int) -> list[Name]:
    """A name without description, or each of several: 商超、农贸市场."""
    names: list[Name] = []
    at = begin
    while (one := _SEVERAL.match(text, at, head)) is not None:
        names.append(Name(at, one.end(), "people", "open"))
        at = one.end() + 1
    if end - at > 14 or "、" in text[at:head]:
        return []
    return [*names, Name(at, end, "people", "people")]
