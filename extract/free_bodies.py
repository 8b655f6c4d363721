"""The bodies of a text that are free to act: in no assignment, and no part of a work's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extract.draft import Draft
from extract.lexicon import alternatives, words
from extract.model import Mention, Project

_LISTED = frozenset("、和及")
_AS_WHAT = re.compile("[\u4e00-\u9fff]{0,6}(?:主管|业主|牵头|责任|建设|实施|管理|代建)(?:部门|单位|机关|机构)")


def no_works(draft: Draft, mentions: list[Mention]) -> list[Mention]:
    """Without those that are part of a work's name (白水镇敬老院 + 改造提升工程) or a work in a list of works: they do not act."""
    text, works = draft.text, draft.projects
    if not works:
        return mentions
    found: list[Mention] = []
    at = 0
    for mention in mentions:
        while at < len(works) and works[at].end <= mention.start:
            at += 1
        inside = at < len(works) and works[at].start <= mention.start and mention.end <= works[at].end
        if not inside or (mention.end == works[at].end and not _beside(text, works, at)) or _acts(text, mention.end):
            found.append(mention)
    return found


def no_titles(text: str, mentions: list[Mention]) -> list[Mention]:
    """Without those that only say as what the one before acts: 县水利局作为 | 主管部门 | 要…"""
    ends = {mention.end for mention in mentions}
    return [
        mention
        for mention in mentions
        if mention.start - 2 not in ends
        or not text.startswith("作为", mention.start - 2)
        or not _AS_WHAT.fullmatch(mention.text)
    ]


@cache
def _adverbs() -> re.Pattern[str]:
    return re.compile(alternatives(words("roles", "next", "adverb")))


def _acts(text: str, at: int) -> bool:
    """信息中心 | 同步改造结算系统: it acts."""
    return _adverbs().match(text, at) is not None


def _beside(text: str, works: Sequence[Project], at: int) -> bool:
    """Does another work stand right beside it in a list?"""
    before = at > 0 and works[at].start - 1 == works[at - 1].end and text[works[at].start - 1] in _LISTED
    after = at + 1 < len(works) and works[at].end + 1 == works[at + 1].start and text[works[at].end] in _LISTED
    return before or after


def outside(mentions: list[Mention], spans: list[tuple[int, int]]) -> list[Mention]:
    """Those of the mentions that begin in none of the spans; both sorted."""
    found: list[Mention] = []
    at, count = 0, len(spans)
    for mention in mentions if spans else ():
        while at < count and spans[at][0] <= mention.start:
            at += 1
        if not at or mention.start >= spans[at - 1][1]:
            found.append(mention)
    return found if spans else mentions
