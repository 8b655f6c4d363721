"""A table that a component shows, as a file that it saves: the same columns and rows, as sorted and filtered there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from app.downloads import XLSX, file_name, saved
from app.export.cells import Cell
from app.export.tables import Table, csv_bytes, xlsx_bytes

_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")


def _cell(value: Any) -> Cell:
    """Numbers and days stay what they are, so that a column can be summed and sorted."""
    if isinstance(value, str) and _DAY.match(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value)
    return value if isinstance(value, int | float) else str(value)


def file(form: str, columns: Sequence[str], rows: Sequence[Sequence[Any]], title: str) -> dict[str, str]:
    """The table as a file that a component saves: `form` is xlsx or csv."""
    table = Table(title, tuple(columns), tuple(tuple(map(_cell, row)) for row in rows))
    if form == "xlsx":
        data, kind = xlsx_bytes([table]), XLSX
    else:
        form, data, kind = "csv", csv_bytes(table), "text/csv"
    return saved(data, file_name(title, f".{form}"), kind)


def picked(rows: Sequence[Sequence[Any]], wanted: Any) -> list[Sequence[Any]]:
    """The rows that are shown, in their order on the page: `wanted` are their numbers."""
    if not isinstance(wanted, list):
        return list(rows)
    return [rows[one] for one in wanted if isinstance(one, int) and 0 <= one < len(rows)]
