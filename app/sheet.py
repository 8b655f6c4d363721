"""A body's ledger as files an office can file: workbook (任务分解表) and CSV with a BOM for Excel."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties

from app.texts import words
from queries.ledger import Entry

_COLUMNS = (
    "number",
    "task",
    "lead_bodies",
    "responsible_bodies",
    "support_bodies",
    "due",
    "target",
    "role",
    "document",
    "quote",
)
_WIDTHS = (6, 60, 22, 22, 26, 16, 18, 8, 30, 40)
_RELATIONS = {"lead_bodies": "LEADS", "responsible_bodies": "RESPONSIBLE_FOR", "support_bodies": "SUPPORTS"}
_ROLES = {"lead_bodies": "lead", "responsible_bodies": "responsible", "support_bodies": "support"}
# a cell that starts with one of these would be run as a formula by a spreadsheet
_FORMULA = re.compile(r"^[=+\-@\t\r]")


def safe(value: str) -> str:
    """Text that no spreadsheet takes for a formula, without control characters a workbook cannot hold."""
    value = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", value)
    return f"'{value}" if _FORMULA.match(value) else value


def lines(entries: Iterable[Entry], body: str, language: str) -> list[list[str]]:
    """The head and a line an obligation, all cells as text."""
    text = words(language)
    made = [[text[one] for one in _COLUMNS]]
    for number, entry in enumerate(entries, 1):
        own = entry.collective or body

        def named(column: str, entry: Entry = entry, own: str = own) -> str:
            names = [own] if entry.role == _ROLES[column] else []
            names += [one["name"] for one in entry.partners if one["relation"] == _RELATIONS[column]]
            return "、".join(dict.fromkeys(names))

        made.append(
            [
                str(number),
                entry.text,
                named("lead_bodies"),
                named("responsible_bodies"),
                named("support_bodies"),
                entry.by_when or text["no_deadline"],
                "、".join(dict.fromkeys(one["text"] for one in entry.targets)),
                text[entry.role] if entry.role else "",
                entry.document["title"],
                entry.evidence["quote"],
            ]
        )
    return made


def csv_bytes(rows: Sequence[Sequence[str]]) -> bytes:
    """CSV as Excel in China opens it right: UTF-8 with BOM."""
    out = io.StringIO()
    csv.writer(out).writerows([[safe(cell) for cell in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def xlsx_bytes(rows: Sequence[Sequence[str]], title: str) -> bytes:
    """A workbook ready to print: title across the table, head repeated on each page, A4 across, wrapped text."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = re.sub(r"[\[\]:*?/\\]", "", title)[:31] or "Sheet"
    sheet.append([safe(title)])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(_COLUMNS))
    sheet["A1"].font = Font(bold=True, size=16)
    sheet["A1"].alignment = Alignment(horizontal="center")
    line = Side(style="thin", color="999999")
    for number, row in enumerate(rows, 2):
        sheet.append([int(cell) if column == 0 and cell.isdecimal() else safe(cell) for column, cell in enumerate(row)])
        for cell in sheet[number]:
            cell.alignment = Alignment(wrap_text=True, vertical="center")
            cell.border = Border(left=line, right=line, top=line, bottom=line)
            if number == 2:
                cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="E8F0FA")
    for column, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[chr(64 + column)].width = width
    sheet.freeze_panes = "A3"
    sheet.print_title_rows = "1:2"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
