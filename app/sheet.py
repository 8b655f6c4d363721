"""A body's ledger as files an office can file: workbook (任务分解表) and CSV with a BOM for Excel."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from app.export.cells import csv_of, safe
from app.export.workbook import named, saved, set_up
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


def lines(entries: Iterable[Entry], body: str, language: str) -> list[list[str]]:
    """The head and a line an obligation, all cells as text."""
    text = words(language)
    made = [[text[one] for one in _COLUMNS]]
    for number, entry in enumerate(entries, 1):
        own = entry.collective or body

        def bodies(column: str, entry: Entry = entry, own: str = own) -> str:
            names = [own] if entry.role == _ROLES[column] else []
            names += [one["name"] for one in entry.partners if one["relation"] == _RELATIONS[column]]
            return "、".join(dict.fromkeys(names))

        made.append(
            [
                str(number),
                entry.text,
                bodies("lead_bodies"),
                bodies("responsible_bodies"),
                bodies("support_bodies"),
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
    return csv_of(rows)


def xlsx_bytes(rows: Sequence[Sequence[str]], title: str) -> bytes:
    """A workbook ready to print: title across the table, head repeated on each page, A4 across, wrapped text."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = named(title)
    sheet.append([safe(title)])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(_COLUMNS))
    sheet["A1"].font = Font(bold=True, size=16)
    sheet["A1"].alignment = Alignment(horizontal="center")
    for row in rows:
        sheet.append([int(cell) if column == 0 and cell.isdecimal() else safe(cell) for column, cell in enumerate(row)])
    set_up(sheet, _WIDTHS, head=2)
    return saved(book)
