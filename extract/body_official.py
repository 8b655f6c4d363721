"""Official names of divisions (赫山区, 南县, 三江侗族自治县) where a name of a body begins with one or is one."""

from __future__ import annotations

from functools import cache

from extract.divisions import LEVELS, divisions, short_name

_LEVELS = frozenset("省市县区州盟旗团")
_LONGEST = 16  # characters of a division's name
WORDS = frozenset(("城区", "郊区", "矿区", "东区", "西区", "市中区", "新城区", "老城区", "港口区", "中山区", "新建区"))
"""Names that are common words as well: 新城区建设."""


@cache
def _names() -> frozenset[str]:
    return (frozenset(divisions().named) - WORDS) | {"新疆生产建设兵团"}


@cache
def bare() -> frozenset[str]:
    """Provinces and cities as they stand before an office of the country: 湖北 + 银保监局, 厦门 + 海关."""
    above = (one for one in divisions().by_code.values() if LEVELS[len(one.code)] in ("province", "city"))
    return frozenset(short_name(one.name) for one in above) - {"来宾"}


def official(text: str, low: int, end: int) -> int:
    """Where the divisions named in text[low:end] begin that stand right before `end`, outermost first; `end` where none does.

    >>> official("请益阳市赫山区", 0, 7), official("在山区", 0, 3)
    (1, 3)
    """
    begin = end
    while begin > low and text[begin - 1] in _LEVELS:
        names = _names()
        sizes = range(min(_LONGEST, begin - low), 1, -1)
        size = next((size for size in sizes if text[begin - size : begin] in names), 0)
        if not size:
            break
        begin -= size
    return begin
