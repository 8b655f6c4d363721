"""Any table of the app as a file an office can file: workbook, CSV with a BOM, Word on A4 across."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from app.export import paper
from app.sheet import safe

Cell = str | int | float | date
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
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(map(safe, table.columns))
    writer.writerows([safe(cell) if isinstance(cell, str) else cell for cell in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def xlsx_bytes(tables: Sequence[Table]) -> bytes:
    """A workbook, a sheet a table, ready to print: head repeated on each page, A4 across, numbers as numbers."""
    book = Workbook()
    book.remove(book.worksheets[0])
    line = Side(style="thin", color="999999")
    for table in tables:
        name = re.sub(r"[\[\]:*?/\\]", "", table.title)[:31]
        sheet = book.create_sheet(name or "Sheet")
        sheet.append([safe(one) for one in table.columns])
        for row in table.rows:
            sheet.append([safe(cell) if isinstance(cell, str) else cell for cell in row])
        for number, cells in enumerate(sheet.iter_rows(), 1):
            for cell in cells:
                cell.alignment = Alignment(wrap_text=True, vertical="center")
                cell.border = Border(left=line, right=line, top=line, bottom=line)
                if isinstance(cell.value, date):
                    cell.number_format = "yyyy-mm-dd"
                if number == 1:
                    cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="E8F0FA")
        for at, width in enumerate(table.widths(), 1):
            sheet.column_dimensions[get_column_letter(at)].width = width
        sheet.freeze_panes, sheet.print_title_rows = "A2", "1:1"
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


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
