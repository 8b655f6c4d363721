"""Pages of lines with positions → paragraphs and tables: what the readers of PDF and OFD have in common.

Where a paragraph begins is told by indent, by a short line before, by gaps and by size. Headers, footers and page
numbers are removed, tables that go on over the page are joined.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extract.readers.builder import Builder
from extract.readers.radicals import letters

_PAGE_NUMBER = re.compile(
    r"^[\s\-—–―·.|/]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／共]+\s*(?:共\s*)?\d{1,4}\s*页?)?[\s\-—–―·.|/]*$"
)
_LABEL = re.compile(
    r"^(?:[一二三四五六七八九十]+[、是]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、]|第[一二三四五六七八九十百\d]+[章节条])"
)
_EDGE = 0.12  # headers and footers lie in this part of the page


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page in points from its top left; `size` is the letters' height."""

    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float
    size: float
    height: float

    @property
    def at_edge(self) -> bool:
        return self.bottom < self.height * _EDGE or self.top > self.height * (1 - _EDGE)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of a page."""

    rows: list[list[str | None]]
    page: int
    top: float
    bottom: float
    height: float


def tidy(text: str) -> str:
    """Spaces that only the setting made are taken out between Chinese letters."""
    return re.sub(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])", "", letters(text)).strip()


def _furniture(lines: list[Line], pages: int) -> set[tuple[int, float]]:
    """(page, top) of headers, footers and page numbers: at the edge, and a number or the same on several pages."""
    at_edge = [line for line in lines if line.at_edge]

    def shape(line: Line) -> tuple[str, int]:
        return re.sub(r"\d+", "#", line.text), round(line.top / 4)

    seen = Counter(shape(line) for line in at_edge)
    return {
        (line.page, line.top)
        for line in at_edge
        if _PAGE_NUMBER.match(line.text) or (pages > 1 and seen[shape(line)] >= max(2, pages // 2))
    }


def _starts(line: Line, before: Line, left: float, right: float) -> bool:
    """Does a paragraph begin with this line? `left`: the margin of its column, `right`: that of the line before."""
    if abs(line.size - before.size) > 1.2 or line.left > left + line.size * 0.8:
        return True
    if before.right < right - before.size * 2.6 or (_LABEL.match(line.text) and before.text[-1] in "。；;：:！？"):
        return True
    return line.page == before.page and line.top - before.bottom > line.size * 1.6


def _margins(line: Line, lines: list[Line]) -> tuple[float, float]:
    """Left and right margin of the column a line stands in: the usual start of its page's lines, their usual farthest end."""
    near = [one for one in lines if abs(one.left - line.left) < line.size * 4 and abs(one.size - line.size) < 1.2] or [
        line
    ]
    starts = Counter(round(one.left) for one in near)
    left = min(start for start, count in starts.items() if count >= max(1, starts.most_common(1)[0][1] // 3))
    # not the farthest end itself: a title over two columns starts at the same margin
    ends = sorted(one.right for one in near)
    return left, ends[int(len(ends) * 0.93) - 1 if len(ends) > 14 else -1]


def _join(first: str, second: str) -> str:
    space = (
        " " if first[-1:].isascii() and first[-1:].isalnum() and second[:1].isascii() and second[:1].isalnum() else ""
    )
    return first + space + second


def write(builder: Builder, pieces: Sequence[Line | Grid], pages: int) -> None:
    lines = [one for one in pieces if isinstance(one, Line)]
    removed = _furniture(lines, pages)
    by_page: dict[int, list[Line]] = {}
    for line in lines:
        if (line.page, line.top) not in removed:
            by_page.setdefault(line.page, []).append(line)
    paragraph: list[Line] = []
    table: Grid | None = None

    def end() -> None:
        nonlocal table
        if paragraph:
            text = paragraph[0].text
            for line in paragraph[1:]:
                text = _join(text, line.text)
            builder.paragraph(tidy(text), page=paragraph[0].page)
            paragraph.clear()
        if table:
            builder.table(table.rows, page=table.page)
            table = None

    for piece in pieces:
        if isinstance(piece, Grid):
            # a table that goes on over the page: its head may be printed again
            if table and piece.page == table.page + 1 and len(piece.rows[0]) == len(table.rows[0]) and not paragraph:
                table.rows.extend(piece.rows[1:] if piece.rows[0] == table.rows[0] else piece.rows)
                table = Grid(table.rows, piece.page, table.top, piece.bottom, piece.height)
                continue
            end()
            table = piece
        elif (piece.page, piece.top) not in removed:
            left, _ = _margins(piece, by_page[piece.page])
            last = paragraph[-1] if paragraph else piece
            if table or (paragraph and _starts(piece, last, left, _margins(last, by_page[last.page])[1])):
                end()
            paragraph.append(piece)
    end()
