"""Cells of a table that goes to a file, and the file of nothing but cells: CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date

Cell = str | int | float | date
# a cell that starts with one of these would be run as a formula by a spreadsheet
_FORMULA = re.compile(r"^[=+\-@\t\r]")


def safe(value: str) -> str:
    """Text that no spreadsheet takes for a formula, without control characters a workbook cannot hold."""
    value = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", value)
    return f"'{value}" if _FORMULA.match(value) else value


def safe_row(row: Sequence[Cell]) -> list[Cell]:
    """Its text made safe, its numbers and days as they are."""
    return [safe(cell) if isinstance(cell, str) else cell for cell in row]


def csv_of(rows: Iterable[Sequence[Cell]]) -> bytes:
    """CSV as Excel in China opens it right: UTF-8 with BOM."""
    out = io.StringIO()
    csv.writer(out).writerows(map(safe_row, rows))
    return out.getvalue().encode("utf-8-sig")
