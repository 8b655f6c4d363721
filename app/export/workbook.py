"""Sheets of a workbook ready to print: A4 across, head repeated on each page, wrapped text in a frame."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet


def named(title: str) -> str:
    """A name that a sheet may have: no letter of a reference, 31 letters at most."""
    return re.sub(r"[\[\]:*?/\\]", "", title)[:31] or "Sheet"


def set_up(sheet: Worksheet, widths: Sequence[int], *, head: int) -> None:
    """Frame and page of a sheet that is filled; `head` is the row of its head (what stands above is its title), `widths` in letters."""
    line = Side(style="thin", color="999999")
    for number, cells in enumerate(sheet.iter_rows(min_row=head), head):
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="center")
            cell.border = Border(left=line, right=line, top=line, bottom=line)
            if isinstance(cell.value, date):
                cell.number_format = "yyyy-mm-dd"
            if number == head:
                cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="E8F0FA")
    for at, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.freeze_panes, sheet.print_title_rows = f"A{head + 1}", f"1:{head}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
