"""Any table of the app as a file an office can file: workbook, CSV with a BOM, Word on A4 across."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import Workbook

from app.export import paper
from app.export.cells import Cell, csv_of, safe_row
from app.export.workbook import named, saved, set_up

_ACROSS = 261.0
"""Millimetres between the margins of A4 across."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its title; a row holds text and numbers."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def widths(self) -> list[int]:
        """Width of each column by what stands in it, in letters of a workbook (a Chinese letter takes two)."""
        return [
            max(6, min(60, 2 + max(_wide(str(cell)) for cell in (name, *(row[at] for row in self.rows)))))
            for at, name in enumerate(self.columns)
        ]


def _wide(text: str) -> int:
    return sum(2 if ord(letter) > 0x2E7F else 1 for letter in text)


def csv_bytes(table: Table) -> bytes:
    """CSV as Excel in China opens it right: UTF-8 with BOM."""
    return csv_of([table.columns, *table.rows])


def xlsx_bytes(tables: Sequence[Table]) -> bytes:
    """A workbook, a sheet a table, ready to print: head repeated on each page, A4 across, numbers as numbers."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        sheet = book.create_sheet(named(table.title))
        for row in (table.columns, *table.rows):
            sheet.append(safe_row(row))
        set_up(sheet, table.widths(), head=1)
    return saved(book)


def docx_bytes(tables: Sequence[Table], title: str) -> bytes:
    """The tables one under another, each with its title, heads repeated on each page."""
    made = paper.paper(landscape=True, margins=(20, 18, 18, 18))
    paper.paragraph(made, title, paper.TITLE, 22, align="center", line=40)
    for table in tables:
        if len(tables) > 1:
            paper.paragraph(made, table.title, paper.HEAD, 14)
        letters = table.widths()
        widths = [_ACROSS * one / sum(letters) for one in letters]
        numbers = [at for at in range(len(letters)) if all(isinstance(row[at], int | float) for row in table.rows)]
        rows = [list(table.columns), *([str(cell) for cell in row] for row in table.rows)]
        paper.table(made, rows, widths, centred=numbers)
    return paper.saved(made)
