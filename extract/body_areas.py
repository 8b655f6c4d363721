"""Levels of government together (市县两级, 镇、村两级) and counties by their short names (涞源、易县率先完成…), as subjects."""

from __future__ import annotations

import re
from functools import cache

from extract.body_name import Name
from extract.divisions import divisions
from extract.sieve import Sieve

MODAL = (
    "(?:[（(][^（）()，。；]{1,8}[）)])?[，,]?(?:都|均|也|还|则|一般|原则上)?"
    "(?:要(?![求素点件])|应(?![急用对变届征聘邀])|须(?![知])|必须|不得|严禁|一律|务必|需(?![求要])|需要(?=[\u4e00-\u9fff]{2})|[是为][^，。；的]{0,6}第一责任人|是[^，。；]{0,24}责任人)"
)
"""What says that whoever stands before it has to do something."""
_LEVELS = Sieve(
    rf"(?<![\u4e00-\u9fff])(?:[省市县区州旗镇乡村街](?:[（(][市县区镇街道社、]{{1,4}}[）)])?[、和]?){{2,4}}[两三四五]级(?={MODAL}|共同|分级|联动|分别|按照?|负责|联合|协同|同步|逐级|每[年月季周])"
    rf"|(?<=由)(?:[省市县区州旗镇乡村街][、和]?){{2,4}}[两三四五]级(?=分担|负担|统筹|解决|落实|承担|安排|组织|筹集|配套)"
)
_LISTED = Sieve(r"(?<![\u4e00-\u9fff、])(?:[\u4e00-\u9fff]{2,3}、)+[\u4e00-\u9fff]{2,5}")
_ACTS = re.compile(
    rf"等(?:\d+|[两三四五六七八九十]+)个?[^，。；]{{0,8}}[县区市](?:城)?[，,]|(?:{MODAL})|率先|提前|力争|确保|实现|完成|继续|分别|要|[今明本]年|[两三]年内|年[内底]|\d{{1,2}}月"
)


def areas(text: str) -> list[Name]:
    """Levels of government together, and counties in a list at the begin of a clause."""
    names = [Name(match.start(), match.end(), "area", "levels") for match in _LEVELS.finditer(text)]
    for match in _LISTED.finditer(text):
        low, high = match.span()
        spans: list[tuple[int, int]] = []
        at = low
        while at < high:
            stop = text.find("、", at, high)
            stop = high if stop < 0 else stop
            size = next((size for size in (3, 2) if at + size <= stop and text[at : at + size] in _short_counties()), 0)
            if not size or (stop < high and at + size != stop):
                break
            spans.append((at, at + size))
            at = stop + 1
        else:
            if _ACTS.match(text, spans[-1][1]):
                names += [Name(*span, "area", "place") for span in spans]
    return names


@cache
def _short_counties() -> frozenset[str]:
    """The counties of the country as they stand in lists: 涞源, 易县."""
    return frozenset(name for name, found in divisions().short.items() for one in found if one.level == "county")
