"""The evidence of every sentence: its cue words and form, with its region, bodies, times and numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache

from extract.cue_features import add_words
from extract.draft import Draft, S, within
from extract.evidence import Evidence, read_cues
from extract.form_features import add_figures, add_form
from extract.front import Front
from extract.model import Deadline, Mention
from extract.sieve import Table
from extract.structure import Sentence

_CLAUSES = Table("，,：:")
_FIGURES = Table("0123456789０１２３４５６７８９X×")
_OVER = frozenset(("le", "already", "lack"))
_BEHIND = frozenset(("le", "already", "past", "lack", "effect", "contrast"))
_LATE = (  # what is over, late or doubtful
    "目前", "至今", "截至", "仅", "只有", "尚", "仍", "迟迟", "原定", "原计划", "本应", "之日", "至督查", "难以", "恐", "风险",
)  # fmt: skip
_TOLD = frozenset(("lack", "fact"))  # regions that tell how things stand
_PART_OF_YEAR = re.compile("(?:上半年|前?[一二三]季度|第[一二三]季度)(?:完成)?")
_BARE_DAY = re.compile(r"[\dX×]{1,2}月[\dX×]{1,2}日$")
_AT_LATEST = ("不迟于", "不晚于", "最迟", "最晚", "至迟")
_BEFORE = re.compile(r"[前之起至内止下]|以前|\d*[时点]")
_OF_BY = frozenset("的担任兼、和与及")
_OPENERS = frozenset("，；：。！？\n　、和及与由请让")
_ACTS_NEXT = Front(
    r"(?:今天|明天|后天|今晚|今夜|会后|汛后|散会|明年|近期|照着|代建|派专人|派人|一人|每人|一分钟)|按(?![说理照])|再(?=[压降减增查排核梳过干抓推筛])|连夜|一分钱|接着|分头|[一半]个?(?:月|周|季度|天)[^，。；]{1,6}一次|来协调|把|必须|务必|不得|要(?![求素点])|应(?![急用对])|须|将(?!军)|来(?=[办抓管牵做])|去(?=[跑盯谈办要查看抽])|负责(?!人|解释)|牵头(?!单位|部门)|主抓|具体[干抓管]|抓紧|提前|马上|立即|立刻|尽快|督着|盯着|管好|管住|办好|守好"
    r"|挂牌督办|跟踪督办|会同(?![^，。；]{0,30}了)|拿出|出面|出钱|兜底|接管|算清|全程|自己|亲自|一次性|限期|逐"
    r"|(?:从(?:这个|本|下|今)|每|今年|年内|年底|这周|本周|下周|这个月|月底|[\d一二三四五六七八九十]+月|(?:\d+|[一两二三四五六七八九十半]+)(?:个月|周|天|日|个工作日)(?:之?内|前|一))(?![^，。；]{0,30}(?:了|过的?)[，。；])"
)


@cache
def _where(region: str, genre: str) -> tuple[str, str]:
    return f"r:{region}", f"g:{genre}"


def gather(draft: Draft, regions: Sequence[str], genre: str) -> list[Evidence]:
    """The evidence of every sentence whose form has not yet told its kind, in order."""
    text, sentences = draft.text, draft.outline.sentences
    found = read_cues(text, sentences)
    year = draft.context.date.year if draft.context.date else 0
    done = [-1] * len(sentences)
    marks, figures = _CLAUSES.places(text), _FIGURES.places(text)
    mark = figure = 0
    for sentence, evidence, region in zip(sentences, found, regions, strict=True):
        if not sentence.rule:
            evidence.features += _where(region, genre)
            if evidence.cues and "《" in sentence.text:  # what a cited paper is called says nothing here
                evidence.cues = [cue for cue in evidence.cues if not draft.clauses.titled(cue[1])]
            done[sentence.index] = add_words(text, sentence, evidence, genre)
            mark = bisect_left(marks, sentence.body, mark)
            add_form(text, sentence, evidence, genre, marks[mark : bisect_left(marks, sentence.end - 1, mark)])
            figure = bisect_left(figures, sentence.body, figure)
            if figure < len(figures) and figures[figure] < sentence.end:
                add_figures(text, sentence, evidence, year)
    _share(draft.deadlines, sentences, found, lambda at, one: _deadline(text, one, done[at]))
    _share(draft.targets, sentences, found, lambda at, one: "x:target" if one.start > done[at] else "x:done")
    first = [one.body + 1 for one in sentences]
    _share(draft.bodies, sentences, found, lambda at, one: "x:bodyfirst" if one.start <= first[at] else "x:body")
    _share(
        [one for one in draft.bodies if _acts_now(text, one)],
        sentences,
        found,
        lambda at, one: "x:acts" if one.start > first[at] else "x:acts1",
    )
    _ahead(draft, found, regions)
    _to_come(draft, found, regions)
    return found


def _to_come(draft: Draft, found: Sequence[Evidence], regions: Sequence[str]) -> None:
    """…力争10月底前全部整改到位 among the problems: a day after the document's own, and nothing that says it is over or late."""
    today = draft.context.date
    if today is None:
        return
    for evidence, sentence, region in zip(found, draft.outline.sentences, regions, strict=True):
        told = region in _TOLD or (region == "review" and "g:order" in evidence.features)
        if not told or "x:deadline" not in evidence.features or not evidence.kinds.isdisjoint(_BEHIND):
            continue
        if any(word in sentence.text for word in _LATE):
            continue
        if all(
            one.due is not None and one.due > today for one in within(draft.deadlines, sentence.start, sentence.end)
        ):
            evidence.features.append("x:tocome")
            if region == "review":  # an order has no tale but of the times before it
                evidence.features[evidence.features.index("r:review")] = "r:plan"


def _ahead(draft: Draft, found: Sequence[Evidence], regions: Sequence[str]) -> None:
    """上半年完成招标 in a plan of March: a part of the year that is not over is a day to be kept, no past."""
    today = draft.context.date
    doubtful = [
        one.index
        for one, region in zip(found, regions, strict=True)
        if region == "plan" and "1:past" in one.features and one.kinds.isdisjoint(_OVER)
    ]
    if today is None or not doubtful:
        return
    for index in doubtful:
        evidence, sentence = found[index], draft.outline.sentences[index]
        if any(kind == "past" and not _PART_OF_YEAR.fullmatch(word) for kind, _, word in evidence.cues):
            continue
        times = within(draft.deadlines, sentence.start, sentence.end)
        aside = any(draft.text[one.end : one.end + 1] in "，,：" for one in times)  # 上半年，全县…: how it was
        if times and not aside and all(one.due is not None and one.due >= today for one in times):
            evidence.cues = [one for one in evidence.cues if one[0] != "past"]
            evidence.kinds.discard("past")
            evidence.features = [one for one in evidence.features if not one.endswith((":past", ":done"))]
            evidence.features.append("x:deadline")


def _acts_now(text: str, mention: Mention) -> bool:
    """Does a clause begin with the body, and its act right behind (…，县交通局把路口让出来)?"""
    before = text[mention.start - 1 : mention.start]
    if before == "由":
        return text[mention.end : mention.end + 1] not in _OF_BY and not text.startswith("负责解释", mention.end)
    return before in _OPENERS and _ACTS_NEXT.match(text, mention.end) is not None


def _deadline(text: str, deadline: Deadline, done: int) -> str:
    """A day without 前 is when something was; a time before a word of the past belongs to that past."""
    if deadline.start < done:
        return "x:done"
    if (
        _BARE_DAY.search(deadline.text)
        and not deadline.text.startswith(_AT_LATEST)
        and not _BEFORE.match(text, deadline.end)
    ):
        return "x:day"
    return "x:deadline" if deadline.kind in ("by", "recurring") else "x:period"


def _share(
    spans: Sequence[S], sentences: Sequence[Sentence], found: Sequence[Evidence], name: Callable[[int, S], str]
) -> None:
    """Add a feature to each sentence in which a span begins, after its label."""
    if not sentences:
        return
    at, last = 0, len(sentences) - 1
    sentence = sentences[0]
    for span in spans:
        start = span.start
        while sentence.end <= start and at < last:
            at += 1
            sentence = sentences[at]
        if sentence.body <= start < sentence.end and not sentence.rule:
            feature, features = name(at, span), found[at].features
            if feature not in features:
                features.append(feature)
