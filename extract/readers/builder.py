"""What every reader of a structured format writes with: lines of text, and for each the place it came from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from extract.source import Anchor, Source

_BREAKS = re.compile(r"[\t\r\n\v\f\u2028\u2029]+")


def one_line(text: str) -> str:
    """A cell's text without line ends and tabs, which are the table's own signs; nothing else is changed."""
    return _BREAKS.sub(" ", text).strip()


def fill_down(rows: Sequence[Sequence[str | None]]) -> list[list[str]]:
    """A grid in which None is a cell merged with the one above → the grid with every cell's words.

    A row in which one cell spans all columns stays one cell, for it is a title and no row.
    """
    filled: list[list[str]] = []
    for row in rows:
        above = filled[-1] if filled else []
        filled.append(
            [
                cell if cell is not None else (above[column] if column < len(above) else "")
                for column, cell in enumerate(row)
            ]
        )
    return filled


class Builder:
    """Collects paragraphs and table rows, and gives the Source they make."""

    def __init__(self, path: Path, form: str, data: bytes) -> None:
        self.path, self.form, self.data = path, form, data
        self.parts: list[str] = []
        self.anchors: list[Anchor] = []
        self.warnings: list[str] = []
        self.properties: dict[str, str] = {}
        self.length = 0
        self.paragraphs = 0
        self.tables = 0

    def _write(self, text: str) -> tuple[int, int]:
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return start, self.length

    def paragraph(self, text: str, *, page: int | None = None) -> None:
        """Add one paragraph; its own line ends stay line ends, its tabs (alignment, not cells) become spaces."""
        self.paragraphs += 1
        start, end = self._write(text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
        if end > start:
            self.anchors.append(Anchor(start, end, page=page, paragraph=self.paragraphs))
        self._write("\n")

    def table(self, rows: Sequence[Sequence[str | None]], *, page: int | None = None, sheet: str | None = None) -> None:
        """Add a table, a line a row, a tab between cells; None is a cell merged with the one above."""
        self.tables += 1
        for number, row in enumerate(fill_down(rows), 1):
            for column, cell in enumerate(row, 1):
                if column > 1:
                    self._write("\t")
                start, end = self._write(one_line(cell))
                if end > start:
                    self.anchors.append(
                        Anchor(start, end, page=page, table=self.tables, row=number, column=column, sheet=sheet)
                    )
            self._write("\n")

    def source(self) -> Source:
        return Source(
            "".join(self.parts),
            str(self.path),
            self.form,
            hashlib.sha256(self.data).hexdigest(),
            tuple(self.anchors),
            tuple(self.warnings),
            self.properties,
        )
