"""Whole names of the registry whose parts would end or begin other names: 教师 | 进修学校, 依法治县 | 办, 人民政府 | 研究室."""

from __future__ import annotations

from functools import cache

from extract.body_edges import Edges
from extract.body_words import Phrases, phrases
from extract.registry import registry

_SHORTEST = 4
_NATIONAL = ("国家", "国务院", "中共", "中国", "中央", "中华", "全国")


@cache
def _names() -> Phrases:
    return phrases(name for name in registry().words() if len(name) >= _SHORTEST and "（" not in name)


def whole_name(text: str, edges: Edges, low: int, end: int) -> int:
    """Where the name begins that ends at `end` and is one of those, its level and place with it (青石 + 县 + 教师进修学校); -1 where none does."""
    start = _names().begin(text, end, low)
    if start < 0:
        return -1
    if text.startswith(_NATIONAL, start):
        return start
    begin = edges.outward(low, start)
    return begin if begin < start or start == low else -1
