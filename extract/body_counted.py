"""Places of a list that a count closes: 城关、柳园 + 两个街道."""

from __future__ import annotations

import re
from bisect import bisect_left

from extract.body_name import Name, Spans
from extract.body_words import body_words
from extract.heads import head_of
from extract.sieve import Sieve

_COUNTED = Sieve(
    r"(?:[两三四五六七八九十]|\d{1,2})个?(?:乡镇|县市区|县区|县市|街道|园区|片区|社区|地|省|市|州|县|区|镇|乡|村)(?![长委府级人民])"
)
_ONE_LEAD = re.compile(r"由|会同|联合|请|让|督促|对|向|在|其中|以及|和|与")
_ALONG = re.compile("上游|下游|沿|环|北片|南片|东片|西片|中部|片$|城[东西南北中]|流域")
_ONE = re.compile("[\u4e00-\u9fff×]{2,6}")


def counted(text: str, found: list[Name]) -> list[Name]:
    """`found` with the places of a list that a count closes: 城关、柳园 + 两个街道, 梓平、云岗、怀安 + 三地."""
    more: list[Name] = []
    words = body_words()
    for match in _COUNTED.finditer(text):
        if not words.followed(text, match.end()):
            continue
        low = max(0, match.start() - 48)
        for mark in "，。；：\n":
            low = max(low, text.rfind(mark, low, match.start()) + 1)
        for begin in (*(lead.end() for lead in reversed(list(_ONE_LEAD.finditer(text, low, match.start())))), low):
            at = begin
            if head_of(text, at, match.start())[0] == "verb":
                continue  # 选取江州、安州两市开展试点: acted upon
            parts = text[at : match.start()].split("、")
            if any(not _ONE.fullmatch(part) or words.cut.pattern.search(part) for part in parts):
                continue
            if len(parts) > 1:
                for part in parts:
                    more.append(Name(at, at + len(part), "area", "counted"))
                    at += len(part) + 1
                last = more[-1]
                place = bisect_left(found, last.start, key=lambda name: name.start)
                while place < len(found) and found[place].start == last.start:  # 柳园 | 两个街道
                    if found[place].end == match.end():
                        found[place].end, found[place].rule = last.end, "counted"
                    place += 1
            elif _ALONG.search(parts[0]):  # 沿江六镇, 涧河上游三镇
                more.append(Name(at, match.end(), "area", "counted"))
            break
    if not more:
        return found
    taken = Spans.of(found)
    return sorted([*found, *(one for one in more if not taken.touch(one))], key=lambda name: name.start)
