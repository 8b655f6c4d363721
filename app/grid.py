"""A table that a page shows, as a workbook or as CSV: the same columns and rows, ready to print and to sort."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from app.sheet import csv_bytes, safe

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")
_WIDEST = 60
_TO_FIT = 200


def _cell(value: Any) -> Any:
    """Numbers and days stay what they are, so that a column can be summed and sorted; text never becomes a formula."""
    if isinstance(value, bool) or value is None:
        return "" if value is None else str(value)
    if isinstance(value, int | float):
        return value
    if isinstance(value, str) and _DAY.match(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return safe(value)
    return safe(str(value))


def _width(cells: Sequence[Any]) -> float:
    """Columns as wide as their words, Chinese letters counting double."""
    longest = max((sum(2 if letter > "\u2e7f" else 1 for letter in str(one)) for one in cells), default=0)
    return float(min(_WIDEST, max(8, longest + 2)))


def workbook(columns: Sequence[str], rows: Sequence[Sequence[Any]], title: str) -> bytes:
    """The table on one sheet: head repeated on each page and frozen, filters on, A4 across, wrapped."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = re.sub(r"[\[\]:*?/\\]", "", title)[:31] or "Sheet"
    sheet.append([safe(name) for name in columns])
    for row in rows:
        sheet.append([_cell(value) for value in row])
    line = Side(style="thin", color="999999")
    for number, row_of in enumerate(sheet.iter_rows(), 1):
        for cell in row_of:
            cell.alignment = Alignment(wrap_text=True, vertical="center")
            cell.border = Border(left=line, right=line, top=line, bottom=line)
            if number == 1:
                cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="E8F0FA")
            elif isinstance(cell.value, date):
                cell.number_format = "yyyy-mm-dd"
    for number, column in enumerate(sheet.iter_cols(max_row=_TO_FIT, values_only=True), 1):
        sheet.column_dimensions[get_column_letter(number)].width = _width(column)
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def file(form: str, columns: Sequence[str], rows: Sequence[Sequence[Any]], title: str) -> dict[str, str]:
    """The table as a file that a component saves: `form` is xlsx or csv."""
    if form == "xlsx":
        data, kind = workbook(columns, rows, title), XLSX
    else:
        form, kind = "csv", "text/csv"
        data = csv_bytes([list(columns), *[["" if one is None else str(one) for one in row] for row in rows]])
    name = re.sub(r'[\\/:*?"<>|\n\t]', "", title)[:60] or "table"
    return {
        "id": uuid4().hex,
        "name": f"{name}.{form}",
        "type": kind,
        "base64": base64.b64encode(data).decode("ascii"),
    }


def picked(rows: Sequence[Sequence[Any]], wanted: Any) -> list[Sequence[Any]]:
    """The rows that are shown, in their order on the page: `wanted` are their numbers."""
    if not isinstance(wanted, list):
        return list(rows)
    return [rows[one] for one in wanted if isinstance(one, int) and 0 <= one < len(rows)]
