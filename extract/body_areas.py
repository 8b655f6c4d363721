"""Levels of government together (市县两级, 镇、村两级) and counties by their short names (涞源、易县率先完成…), as subjects."""

from __future__ import annotations

import re
from functools import cache

from extract.body_name import Name
from extract.divisions import divisions

_MODAL = (
    "(?:[（(][^（）()，。；]{1,8}[）)])?[，,]?(?:都|均|也|还|则|一般|原则上)?"
    "(?:要(?![求素点件])|应(?![急用对变届征聘邀])|须(?![知])|必须|不得|严禁|一律|务必|需(?![求要])|需要(?=[\u4e00-\u9fff]{2})|[是为][^，。；的]{0,6}第一责任人|是[^，。；]{0,24}责任人)"
)
"""What says that whoever stands before it has to do something."""
_LEVELS = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[年月]内)|(?<=[年月底]前))(?:[省市县区州旗镇乡村街](?:[（(][市县区镇街道社级、]{1,4}[）)])?[、和]?){2,4}[两三四五]级$"
    r"|(?<=由)(?:[省市县区州旗镇乡村街][、和]?){2,4}[两三四五]级$"
)
_LEVEL = re.compile(r"[省市县区州旗镇乡村街](?:[（(][^（）()]{1,4}[）)])?")
_ACT_TOGETHER = re.compile(
    rf"{_MODAL}|共同|分级|联动|分别|按照?|负责|联合|协同|同步|重点|在[^，。；]{{2,20}}?(?:重点|共同|引进|支持)|投入|建立|设立|支持|引进|逐级|每[年月季周]|分担|负担|统筹|解决|落实|承担|安排|组织|筹集|配套"
)
_SEVERAL = frozenset("两三四五")
_FAR = 24  # characters of levels with their brackets
_STOPS = frozenset("，。；：！？（）“”\n\t \u3000")
_ACTS = re.compile(
    rf"等(?:\d+|[两三四五六七八九十]+)个?[^，。；]{{0,8}}[县区市](?:城)?[，,]|(?:{_MODAL})|率先|提前|力争|确保|实现|完成|继续|分别|要|[今明本]年|[两三]年内|年[内底]|\d{{1,2}}月"
)


def areas(text: str) -> list[Name]:
    """Levels of government together, and counties in a list at the begin of a clause."""
    names: list[Name] = []
    at = text.find("级")
    while at > 0:
        if text[at - 1] in _SEVERAL and _ACT_TOGETHER.match(text, at + 1):
            levels = _LEVELS.search(text, max(0, at - _FAR), at + 1)
            if levels is not None:
                names += [Name(*span, "area", "levels") for span in _each(text, levels.start(), at + 1)]
        at = text.find("级", at + 1)
    mark, stops = text.find("、", 2), _STOPS
    while mark >= 0:
        # a name of two or three characters between the clause's begin and the mark
        size = (
            2
            if mark == 2 or text[mark - 3] in stops
            else 3
            if mark == 3 or (mark > 3 and text[mark - 4] in stops)
            else 0
        )
        if size and text[mark - size : mark] in _short_counties():
            spans = _listed(text, mark - size, mark)
            if len(spans) > 1 and _ACTS.match(text, spans[-1][1]):
                names += [Name(*span, "area", "place") for span in spans]
            mark = max(mark, spans[-1][1] - 1)
        mark = text.find("、", mark + 1)
    return names


def _each(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """市县两级 are one; each of 县（区）、乡（镇）、村三级 is one of its own."""
    parts = list(_LEVEL.finditer(text, start, end - 2))
    if sum(len(part.group()) for part in parts) == end - 2 - start:
        return [(start, end)]
    return [part.span() for part in parts]


def _listed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The county at [start, end) and those that the list goes on with."""
    spans, counties = [(start, end)], _short_counties()
    while text.startswith("、", spans[-1][1]):
        at = spans[-1][1] + 1
        size = next((size for size in (3, 2) if text[at : at + size] in counties), 0)
        if not size:
            break
        spans.append((at, at + size))
    return spans


@cache
def _short_counties() -> frozenset[str]:
    """The counties of the country as they stand in lists: 涞源, 易县."""
    return frozenset(name for name, found in divisions().short.items() for one in found if one.level == "county")
