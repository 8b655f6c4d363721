"""Cells of a table that hold times: those of a column such as 完成时限, and those that look like one where no head says more."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from extract.draft import Draft
from extract.looks import looks
from extract.model import Deadline
from extract.structure import Cell
from extract.tables import column_kind

_ALWAYS = re.compile(
    r"长期(?:坚持|推进|实施|有效|任务)?|常态化?(?:推进|开展|坚持|实施|落实)?|日常工作|贯穿全年|经常性工作"
)


class TimeCells:
    """Cells of a column such as 完成时限: every time in them is meant; 长期 and 常态化 alone are periods too."""

    def __init__(self, draft: Draft) -> None:
        self.cells = [one for one in draft.outline.sentences if one.cell and is_time(one.cell, one.text)]
        self.starts = [one.start for one in self.cells]

    def hold(self, start: int) -> bool:
        at = bisect_right(self.starts, start) - 1
        return at >= 0 and start < self.cells[at].end

    def ongoing(self) -> Iterator[Deadline]:
        for one in self.cells:
            if _ALWAYS.fullmatch(one.text):
                yield Deadline(one.start, one.end, one.text, "ongoing", recurrence="ongoing", rule="time-ongoing")


def is_time(cell: Cell, words: str) -> bool:
    if cell.is_header:
        return False
    kind = column_kind(cell.header) if cell.header else ""
    return kind == "deadline" or (not kind and looks(words) == "time")
