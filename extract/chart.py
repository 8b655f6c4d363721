"""Charts, as they stand on posters and in pictures: boxes of short headings and of what is to be done, mostly without stops."""

from __future__ import annotations

import re
from itertools import pairwise

from extract.heads import head_of
from extract.lines import Line

_CHARTED, _BOX = 3, 14  # lines that say who, characters of a heading
_MARKED = re.compile("[，；：、]")
_FIGURE = re.compile(r"\d(?!\d*年)")
_OUTER, _INNER = 45, 48  # ranks of a heading over headings, and of one over tasks


def is_chart(lines: list[Line]) -> bool:
    """Are these the boxes of a chart: no labels, and again and again a line that says who is charged?"""
    return sum(one.duty for one in lines) >= _CHARTED and not any(
        one.label is not None or one.table is not None for one in lines
    )


def head_chart(text: str, lines: list[Line]) -> None:
    """Mark the headings: the short lines; the others are what is to be done, with stops or without."""
    shown = [one for one in lines if not one.furniture]
    charged = {id(one) for one, after in pairwise(shown) if after.duty}
    for line, after in pairwise(shown):
        if id(after) in charged and head_of(text, line.start, line.end)[0] == "verb" and _brief(after):
            continue  # 新建县第二中学 | 改扩建县实验小学 | 牵头单位：…: tasks of one office
        short = _brief(line) and not _MARKED.search(text, line.start, line.end)
        if short and not line.duty and not after.duty and _FIGURE.search(text, line.start, line.end) is None:
            line.heading = "section"
            line.rank = _OUTER if _brief(after) else _INNER
    if shown and shown[0].heading:
        shown[0].heading = "title"


def _brief(line: Line) -> bool:
    return line.end - line.start <= _BOX and not line.closed
