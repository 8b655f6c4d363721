"""Departments by their stems alone behind 会同 or before 配合: 市发改委会同 + 统计、工信、商务，…; 住建、司法 + 等协同配合."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.body_name import Name, Spans
from extract.body_words import body_words
from extract.sieve import Sieve

_GATHERING = Sieve("(?:会同|联合(?!国|体|会|执法|发布|社|督查|督导|督办|检查|验收|审查|评审))")
_STEMS = re.compile(r"([\u4e00-\u9fff]{2,8}?)([、和及与]|(?=[，。；]))")
_HELPING = ("配合", "协助", "参与")
_HOW = re.compile("等?(?:部门|单位)?(?:要)?(?:协同|密切|积极|共同|全力|通力|主动)*$")
_WHO = ("单位", "部门", "的")
_LISTED = re.compile(r"([\u4e00-\u9fff]{2,8}?)(?:[、和及与]|\Z)")
_FAR, _NEAR = 60, 10  # characters of a list, of its last member
_ADVERBS = 14


def gathered(text: str, found: list[Name]) -> list[Name]:
    """`found` with departments by their stems alone behind 会同 or before 配合."""
    words = body_words()
    starts = {name.start for name in found}
    more: list[Name] = []
    for match in _GATHERING.finditer(text):
        at, names = match.end(), []
        while (one := _STEMS.match(text, at)) is not None and one[1] in words.stems.words:
            names.append(Name(at, at + len(one[1]), "stem", "coordination"))
            at = one.end()
            if not one[2]:
                break
        if names and text[at : at + 1] in "，。；":
            more += [name for name in names if name.start not in starts]
    for end in _helped(text):
        low = max(text.rfind(mark, max(0, end - _FAR), end) for mark in "，。；：\n") + 1
        at, names = low, []
        while (one := _LISTED.match(text, at, end)) is not None and one[1] in words.stems.words:
            names.append(Name(at, at + len(one[1]), "stem", "coordination"))
            at = one.end()
        if len(names) > 1 and at == end:
            more += [name for name in names if name.start not in starts]
    if not more:
        return found
    better = Spans.of(more)
    return sorted([*(name for name in found if not better.touch(name)), *more], key=lambda name: name.start)


def _helped(text: str) -> Iterator[int]:
    """Where lists may end before 配合, 密切配合, 等协同配合."""
    for word in _HELPING:
        at = text.find(word)
        while at >= 0:
            how = _HOW.search(text, max(0, at - _ADVERBS), at)
            end = how.start() if how is not None else at
            if "、" in text[max(0, end - _NEAR) : end] and not text.startswith(_WHO, at + len(word)):
                yield end
            at = text.find(word, at + len(word))
