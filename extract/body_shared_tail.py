"""Persons and offices of several plurals at once: 各地、各部门 + 主要负责人."""

from __future__ import annotations

from itertools import pairwise

from extract.body_name import Name

_TAILS = (
    "主要领导", "主要负责人", "主要负责同志", "负责人", "负责同志", "一把手", "“一把手”", "分管领导", "分管负责人",
    "分管负责同志", "领导班子", "党政主要负责同志", "办公室",
)  # fmt: skip
_PLURALS = ("各部门", "各单位", "各有关部门", "各有关单位", "各县直单位", "各直属单位", "有关部门")


def shared_tail(text: str, found: list[Name]) -> list[Name]:
    """`found` with the plural before one that a person or an office ends drawn into it."""
    joined: set[int] = set()
    for before, name in pairwise(found):
        if (
            text[before.end : name.start] in ("、", "和", "及")
            and text[before.start] == "各"
            and text.startswith(_PLURALS, name.start)
            and text.endswith(_TAILS, name.start, name.end)
            and not text.endswith(_TAILS, before.start, before.end)
        ):
            name.start = before.start
            joined.add(id(before))
    return [name for name in found if id(name) not in joined] if joined else found
