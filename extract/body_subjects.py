"""Whoever a modal verb at the begin of a clause tells what to do, in whatever words he is described.

进入施工现场的人员，必须…        whole, not 人员 alone
学生导师要…, 养殖场（户）须…     known by the last word alone, because nothing but a subject can stand there
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from extract.body_areas import areas
from extract.body_name import Name, Spans
from extract.body_words import DOES, Phrases, body_words, phrases
from extract.coordination import WEAK
from extract.lexicon import classes
from extract.sieve import Sieve
from extract.subject_words import subject_words
from extract.subjects_in_case import in_case, members, subject_heads

_FAR = 44  # characters of a description
_LONGEST = 18  # of a name without one
_STOPS = frozenset("，。；：！？,;:!?\n\t")
_LABEL = re.compile(
    r"\s*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[是、．.]|\d{1,2}[.、．）)]|[①-⑳]|第[一二三四五六七八九十百\d]{1,4}条[\s\u3000]*)"
)
_NOBODY = re.compile(
    r"对|向|为|把|将|给|让|使|从|在|按|根据|由|与|同|和|及|或|凡|如|若|经|除(?![^，。；]*的其他)|通过|关于|因|以|其|这|那|一个|哪|没有[^的]*\Z|是|并|且|但|也|都|还|不(?![^，。；]*的)|要|应|须|确保|各(?!类|大|级各类)|全[县市省区乡镇校院]"
)
_COMPOUND = re.compile(
    rf"(?:(?:{DOES}|开发|使用|建设|管理|监督|执行|参与|申报|推荐|委托|受托|组织|参训|参评|施工|监理|投标|中标|用人|指定)(?:主体|机构|单位|企业|媒体)[、和及与]?){{1,4}}"
)
"""Whoever is called after what he does: 实施机构、运营机构应…"""
_NOUNS = ("研究生", "实习", "监护", "监理", "监考", "参会", "参建", "管理人", "管理员")
_DESCRIBED = re.compile(r"[^，]*[^、和及与或]的[^的、]{0,12}|[^，。；、]{0,16}(?:全体|所有|其他)[^的]{1,12}")


_MODAL = Sieve(
    "要(?![求素点件])|应(?![急用对变届征聘邀])|须(?!知)|必须|不得|严禁|一律|务必|需(?![求要])|需要(?=[\u4e00-\u9fff]{2})"
)
_ANSWERS = re.compile("(?:[是为][^，。；的]{0,6}第一|是[^，。；]{0,24})责任人")
_BETWEEN = re.compile("(?:[（(][^（）()，。；]{1,8}[）)])?[，,]?(?:都|均|也|还|则|一般|原则上)?$")
_LIGHT = frozenset("都均也还则般上，,）)")
_NUMBERS, _SCHOOLS = frozenset("一二三四五六七八九十"), frozenset("中小幼高")


@cache
def _heads() -> tuple[Phrases, dict[str, str]]:
    """The last words of subjects, and of each its class: person, institution, place."""
    kinds = classes("body_cues", "subjects")
    return phrases(kinds), kinds


def _places(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of the last word of each subject, by the modal verb behind it."""
    for match in _MODAL.finditer(text):
        at = match.start()
        found = _head(text, _back(text, at), always=match.group() == "一律")
        if found is not None:
            yield found
    at = text.find("责任人")
    while at >= 0:
        low = max(text.rfind("是", max(0, at - 26), at), text.rfind("为", max(0, at - 9), at))
        if low > 0 and _ANSWERS.match(text, low):
            found = _head(text, _back(text, low), always=False)
            if found is not None:
                yield found
        at = text.find("责任人", at + 3)


def _back(text: str, at: int) -> int:
    """Where the words end before a modal verb, a comma, an adverb and a bracket passed over: 养殖场 |（户）也 要."""
    if text[at - 1 : at] not in _LIGHT:
        return at
    low = max(0, at - 14)
    between = _BETWEEN.search(text, low, at)
    return between.start() if between is not None else at


def _head(text: str, end: int, *, always: bool) -> tuple[int, int] | None:
    """The last word of a subject that ends at `end`; behind it 一律 (`always`) says what is done to institutions, too."""
    heads, kinds = _heads()
    start = heads.begin(text, end, max(0, end - 6))
    if start < 0:
        numbered = end > 2 and text[end - 1] in _SCHOOLS and text[end - 2] in _NUMBERS
        return (end - 2, end) if numbered and "\u4e00" <= text[end - 3] <= "\u9fff" else None  # 县 + 一中
    kind = kinds[text[start:end]]
    if (kind != "person" and always) or (kind == "place" and text[start - 1 : start] != "的"):
        return None
    return start, end


_OF_THEM = re.compile("其(?:委托|指定|授权)的")
"""采购人或者 | 其委托的 | 采购代理机构"""


def subjects(text: str, found: list[Name]) -> list[Name]:
    """`found`, sorted, with the subjects that it lacks; a common word (人员) that is found grows to its description."""
    more: list[Name] = []
    starts = [name.start for name in found]
    for head, end in sorted(_places(text)):
        begin = _clause(text, head)
        if begin < 0:
            continue
        place = bisect_left(starts, end) - 1
        last = found[place] if place >= 0 else None
        whole = _DESCRIBED.fullmatch(text, begin, end) is not None and _OF_THEM.search(text, begin, end) is None
        if last is not None and last.end > head:  # known already
            if not (whole and last.rule in WEAK and begin < last.start and last.end == end):
                more += _before(text, begin, last.start)
                continue
        elif last is not None and last.end > begin and (not whole or last.start == begin):
            continue
        if whole:
            more.append(Name(begin, end, "people", "clause"))
        elif last is None or last.end <= head:
            more += _plain(text, begin, head, end)
    if cases := list(in_case(text)):
        known = Spans.of([*found, *more])
        more += [name for name in cases if not known.touch(name)]
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
    compound = _COMPOUND.match(text, low)
    if compound is not None and compound.end() > at:
        return low
    if "的" not in text[low:at] and (body_words().cut.pattern.match(text, low) or _governs(text, low)):
        return -1
    opens = low == 0 or text[low - 1] not in "，,"
    return low if opens or "的" not in text[low:at] else -1


def _before(text: str, begin: int, end: int) -> list[Name]:
    """What stands in one list before a known name: 报纸、新闻网站、 | 电视台要…"""
    listed, at = members(text, begin, end)
    if not all(text.endswith(subject_heads(), *span) for span in listed):
        return []
    if at != end and not (listed and _OF_THEM.fullmatch(text, at, end)):
        return []
    return [Name(*span, "people", "open") for span in listed]


def _governs(text: str, at: int) -> bool:
    """Does a verb or adverb begin there: 实时掌握 + 学生; not 研究生 + 导师, nor one character of another word (报纸)."""
    verb = subject_words().verb.match(text, at)
    return verb is not None and len(verb.group()) > 1 and not text.startswith(_NOUNS, at)


def _plain(text: str, begin: int, head: int, end: int) -> list[Name]:
    """A name without description, or each of several: 商超、农贸市场."""
    listed, at = members(text, begin, head)
    if end - at > _LONGEST or "、" in text[at:head]:
        return []
    return [*(Name(*span, "people", "open") for span in listed), Name(at, end, "people", "people")]
