"""Features of the form of a sentence: what its clauses begin with, how it ends, its days, years and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from extract.evidence import Evidence
from extract.heads import head_of
from extract.lexicon import alternatives, classes
from extract.structure import Sentence

_DAY = re.compile(r"[\dX×]{1,2}月(?:\d{1,2}|[X×]{1,2})日(?!前|之前|起|以前|至|止|底|内|下班|\d*[时点])")
_YEAR = re.compile(
    r"(20\d\d)年(?!度?\d{0,2}月?\d{0,2}日?(?:起|底|末|以前|之前|前|以后|之后|内|开始|结转|建成的|新增的|计划|目标|任务|工作要点))"
)
_OPENS_YEAR = re.compile(r"[“（(]?(20\d\d)年(?!度?[\d一-龥]{0,12}的)")
_ERAS = "一二三四五"
_ERA = re.compile(r"“?十([一二三四五])五”?(?:规划)?(?:时期|期间|以来)")
_NUMBER = re.compile(r"\d|[X×](?=[万亿个名户家%％])")
_SAYS = frozenset(("must", "yao", "ban", "ensure", "assign", "steady", "will", "permit", "goal", "quota"))
_BEGINS = ("verb", "lead")
_ENDS = {"？": "e:question", "?": "e:question", "！": "e:cry", "”": "e:quote", "：": "e:colon", ":": "e:colon"}
_CLOSED = frozenset("。！？；;!?：:”’）)」』")


@cache
def _acts() -> re.Pattern[str]:
    return re.compile(alternatives(classes("cues", "acts")))


@cache
def _heads(kind: str, genre: str) -> tuple[str, str]:
    return f"h:{kind}", f"h:{kind}|g:{genre}"


def add_form(text: str, sentence: Sentence, evidence: Evidence, genre: str, marks: Iterable[int]) -> None:
    """What its clauses begin with; `marks` are the commas and colons in it."""
    features, begin, end = evidence.features, sentence.body, sentence.end
    kind, evidence.head = head_of(text, begin, end)
    features += _heads(kind, genre)
    if kind == "verb" and text.startswith("了", text.find(evidence.head, begin, end) + len(evidence.head)):
        features.append("x:verble")  # 完成了移民搬迁
    verbs = others = 0
    for mark in marks:
        later, _ = head_of(text, mark + 1, end)
        if later == "verb":
            verbs += 1
        elif later != "lead":
            others += 1
        if verbs > 1 and (others or kind not in _BEGINS):
            break
    if verbs:
        features.append("v:2" if verbs > 1 else "v:1")
    if not others and kind in _BEGINS:
        features.append("v:all")
    if sentence.item is not None:
        features.append("p:item")
    if kind != "verb" and not verbs and evidence.kinds.isdisjoint(_SAYS) and not _acts().search(text, begin, end):
        features.append("x:plain")
    last = text[end - 1]
    if last in _ENDS:
        features.append(_ENDS[last])
    elif last not in _CLOSED and sentence.cell is None and sentence.start == begin:
        features.append("e:open")


def add_figures(text: str, sentence: Sentence, evidence: Evidence, year: int) -> None:
    """Days, years and numbers in it; `year` is the document's, 0 where it has none."""
    begin, end, features, words = sentence.body, sentence.end, evidence.features, sentence.text
    if "月" in words and _DAY.search(text, begin, end):
        features.append("x:day")
    if year and "五" in words:
        era = _ERA.match(text, begin, end)
        if era is not None and _ERAS.index(era[1]) * 5 + 2010 < year:
            features.append("1:pastyear")
    if year and "年" in words:
        opening = _OPENS_YEAR.match(text, begin, end)
        if opening and int(opening[1]) != year:
            features.append("1:pastyear" if int(opening[1]) < year else "1:nextyear")
        if any(int(mark[1]) < year for mark in _YEAR.finditer(text, begin, end)):
            features.append("x:pastyear")
    if _NUMBER.search(text, begin, end):
        features.append("x:number")
