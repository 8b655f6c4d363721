"""The open headings and items while a document is walked: what begins under what, and where each ends."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from extract.numbering import Label
from extract.structure import Item, Section


class Reach(Enum):
    """How far an item goes: over paragraphs until a label of its rank, to its paragraph's end, or inside a paragraph."""

    BLOCK = "block"
    PARAGRAPH = "paragraph"
    INLINE = "inline"


@dataclass(slots=True)
class OpenItem:
    index: int
    words: str
    label: Label
    reach: Reach
    level: int
    start: int
    end: int
    parent: int | None
    leadin: int | None
    table: int | None = None
    row: int | None = None


@dataclass(slots=True)
class OpenSection:
    index: int
    words: str
    heading: str
    rank: int
    start: int
    heading_end: int
    end: int
    level: int
    parent: int | None


class Scopes:
    """Stacks of open sections and items; `at` is the end of the last sentence, where whatever closes ends."""

    def __init__(self) -> None:
        self.at = 0
        self.items: list[OpenItem] = []
        self.sections: list[OpenSection] = []
        self.open_items: list[OpenItem] = []
        self.open_sections: list[OpenSection] = []

    @property
    def item(self) -> int | None:
        return self.open_items[-1].index if self.open_items else None

    @property
    def section(self) -> int | None:
        return self.open_sections[-1].index if self.open_sections else None

    # -- items

    def open_item(self, label: Label, words: str, reach: Reach, start: int, leadin: int | None) -> OpenItem:
        found = OpenItem(
            len(self.items), words, label, reach, len(self.open_items) + 1, start, start, self.item, leadin
        )
        self.items.append(found)
        self.open_items.append(found)
        return found

    def open_inline(self, label: Label, words: str, start: int, leadin: int | None) -> None:
        """A labelled sentence inside a paragraph: the next of a running list, or the first of a new one inside it."""
        running = self._running(label.family)
        if running is not None and self.open_items[running].reach is not Reach.BLOCK:
            before = self.open_items[running]
            follows = label.number is None or before.label.number is None or label.number > before.label.number
            self._close_to(running)
            if leadin is None and follows:
                leadin = before.leadin
        self.open_item(label, words, Reach.INLINE, start, leadin)

    def close_for(self, label: Label | None, rank: int) -> int | None:
        """End what a label of this rank at a line's start ends; returns the lead-in of the list it goes on with, if any."""
        self.close_inside(Reach.INLINE)
        while (
            self.open_items
            and self.open_items[-1].label.family in ("plain", "row")
            and self.open_items[-1].reach is Reach.PARAGRAPH
        ):
            self._close_to(len(self.open_items) - 1)
        running = self._running(label.family) if label is not None else None
        before = self.open_items[running] if running is not None else None
        if running is None:
            running = next((i for i, one in enumerate(self.open_items) if one.label.rank >= rank), len(self.open_items))
        self._close_to(running)
        goes_on = before is not None and label is not None and (label.number or 2) > 1
        return before.leadin if before is not None and goes_on else None

    def close_inside(self, *reaches: Reach) -> None:
        """End the innermost items while they have one of these reaches."""
        while self.open_items and self.open_items[-1].reach in reaches:
            self._close_to(len(self.open_items) - 1)

    def _running(self, family: str) -> int | None:
        return next(
            (i for i in range(len(self.open_items) - 1, -1, -1) if self.open_items[i].label.family == family), None
        )

    def _close_to(self, depth: int) -> None:
        for one in self.open_items[depth:]:
            one.end = max(self.at, one.start)
        del self.open_items[depth:]

    # -- sections

    def open_section(self, words: str, heading: str, rank: int, start: int, heading_end: int) -> OpenSection:
        while self.open_sections and self.open_sections[-1].rank >= rank:
            self.open_sections.pop().end = self.at
        level = len(self.open_sections) + 1
        found = OpenSection(
            len(self.sections), words, heading, rank, start, heading_end, heading_end, level, self.section
        )
        self.sections.append(found)
        self.open_sections.append(found)
        return found

    def close_sections(self, rank: int) -> None:
        """End the innermost section where an item of the same list begins: （三）县住建局。, then （四）县财政局：…"""
        if self.open_sections and self.open_sections[-1].rank == rank and self.open_sections[-1].words:
            self.open_sections.pop().end = self.at

    # -- result

    def finish(self) -> tuple[list[Section], list[Item]]:
        self._close_to(0)
        for section in self.open_sections:
            section.end = max(self.at, section.heading_end)
        return (
            [
                Section(s.index, s.words, s.heading, s.level, s.start, s.end, s.heading_end, s.parent)
                for s in self.sections
            ],
            [Item(i.index, i.words, i.level, i.start, i.end, i.parent, i.leadin, i.table, i.row) for i in self.items],
        )
