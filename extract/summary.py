"""A short name for an obligation, cut from its words: label, subject, adverbs and time at the front taken off, verb and object kept.

>>> from extract.summary import cut_summary
>>> text = "县住建局要在6月底前完成老旧小区改造，加强管理。"
>>> cut_summary(text, 0, len(text), [(0, 4), (6, 10)])
'完成老旧小区改造'
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice

from extract.front import Front
from extract.heads import head_of
from extract.lexicon import alternatives, classes

LONGEST = 24
_SHORTEST = 5
_MOST = 40  # clauses and spans looked at, so that one endless sentence costs no more than any other
_CLAUSE = re.compile(r"[^，,；;：:。！？\n\t]+")
_MODAL = re.compile(
    r"要(?<![主重需只首]要)(?![求素点])|必须|务必|应当|应(?<![反响适相对供效]应)(?!急|用|对)|须|不得|力争|争取|确保"
)
_AROUND = re.compile(
    r"对(?![口接外比照标])|按照|按|根据|依据|围绕|聚焦|结合|依托|通过|以|在|为|从|自|凡|对照|坚持|借助"
)
_CIRCUMSTANCE = re.compile(
    r"(?:[的时内]|(?<![前然背滞落])后|之?前|以前|前提下|基础上|情况下|条件下|同时)$"
)  # when, on what condition
_AWAITED = re.compile(r"(?:待|等|经|在)[^，。；、]{2,24}?(?:以后|之后|(?<![前然背滞落])后)")
_WAITS = frozenset("待等经在")
_SHARED = ("牵头", "配合", "参与", "参加", "协助")  # who, not yet what
_AIMS = ("目标是", "目标为", "目标", "任务是", "指标是")
_OBJECT = re.compile(r"对(?:于)?|凡")
_NOISE = " \u3000、，：”’）)》"
_MARKS = " \u3000、，：“‘（(《。；;！？!?"
_WORDS = (
    "同时", "另外", "此外", "其中", "特别是", "尤其是", "首先", "其次", "最后", "必须", "务必", "应当", "应该", "一定要", "还要", "也要", "都要",
    "既要", "又要", "就要", "需要", "不断", "继续", "及其", "以及", "等部门", "等单位", "部门", "等", "和", "及", "与", "并", "要", "应", "须", "需",
    "将", "在", "于", "请", "都", "均", "还", "也", "再", "分别", "具体", "负责", "牵头", "会同", "联合", "配合", "到", "确保", "力争", "争取", "再比如", "比如", "例如", "的同志", "的负责同志",
)  # fmt: skip


@cache
def _skipped() -> Front:
    """What is passed over at the front of a clause."""
    adverbs = alternatives([*classes("verbs", "adverbs"), *_WORDS])
    return Front(rf"(?:[\s\u3000、，：“”]|{adverbs})")


def cut_summary(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> str:
    """A stretch of `text[start:end]`, at most 24 characters, … at its end where it was cut; `spans` are its bodies and times, sorted by start."""
    fallback = ""
    spans = spans[:_MOST]
    for clause in islice(_CLAUSE.finditer(text, start, end), _MOST):
        begin, stop = clause.span()
        at = _front(text, begin, stop, spans)
        last = stop + 1 >= end
        if not last and (
            (text[stop - 1] in "的时内后前下上" and _CIRCUMSTANCE.search(text, at, stop))
            or text.endswith((*_SHARED, *_AIMS), at, stop)
        ):
            continue
        if stop - at < _SHORTEST:
            continue
        kind, verb = head_of(text, at, stop)
        if kind == "verb" and (verb not in _TOGETHER or last):
            return _trim(text, at, stop)
        for modal in islice(_MODAL.finditer(text, at, stop), _MOST):
            behind = _front(text, modal.end(), stop, spans)
            if stop - behind >= _SHORTEST and head_of(text, behind, stop)[0] == "verb":
                return _trim(text, behind, stop)
        if not last and not fallback and end - at <= LONGEST and _OBJECT.match(text, at, stop):
            fallback = _trim(text, at, end)  # 对无分歧欠款，年底前实现清零: neither half says it alone
        elif not fallback and not _AROUND.match(text, at, stop):
            fallback = _trim(text, at, stop)
    return fallback or _trim(text, start, end)


def _front(text: str, at: int, stop: int, spans: Sequence[tuple[int, int]]) -> int:
    """Where the clause's own words begin: bodies, times, adverbs and modal words at its front passed over."""
    skip = _skipped()
    span, count = 0, len(spans)
    while at < stop:
        while span < count and spans[span][1] <= at:
            span += 1
        if span < count and spans[span][0] <= at:
            at = spans[span][1]
            continue
        if text[at] in _WAITS and (awaited := _AWAITED.match(text, at, stop)) and stop - awaited.end() >= _SHORTEST:
            at = awaited.end()  # 待批复立项后出具意见: the act, not what it waits for
            continue
        found = skip.match(text, at, stop)
        if found is None or head_of(text, at, stop) == ("verb", found.group()):
            break  # 加快建设: an adverb; 加快进度: the verb itself
        if found.group() == "到" and not (
            text[at + 1 : at + 2].isdigit() or (span < count and spans[span][0] == at + 1)
        ):
            break  # 到2025年: a time; 到项目现场调研: where
        at = found.end()
    return at


_TOGETHER = frozenset(("会同", "联合", "配合", "牵头", "负责"))


def _trim(text: str, start: int, end: int) -> str:
    """The words without marks at their edges; where they are too long, cut between two of them, which the … says."""
    begin, stop = start, end
    while begin < stop and text[begin] in _NOISE:
        begin += 1
    while stop > begin and text[stop - 1] in _MARKS:
        stop -= 1
    if stop == begin:
        return text[start:end].strip()[:LONGEST]
    if stop - begin <= LONGEST:
        return text[begin:stop]
    return text[begin : begin + LONGEST - 1].rstrip(_MARKS) + "…"
