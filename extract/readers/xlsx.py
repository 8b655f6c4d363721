"""Workbooks: each sheet a table, merged cells filled down, dates and percentages as the office sees them."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from extract.errors import UnreadableError
from extract.readers.builder import Builder
from extract.source import Source


def shown(value: Any, number_format: str = "General") -> str:
    """A cell's value as text: 2024-06-30, 98%, 1200; empty for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, int | float):
        if "%" in number_format:
            return f"{round(value * 100, 6):g}%"
        return str(int(value)) if float(value).is_integer() else repr(round(value, 10))
    return str(value)


def read(path: Path) -> Source:
    """A .xlsx or .xlsm file → its text; formulas give the value stored with them.

    Raises:
        UnreadableError: the file is no workbook, is damaged, or is protected by a password.
    """
    data = path.read_bytes()
    try:
        book = openpyxl.load_workbook(path, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise UnreadableError(
            f"{path}: not a readable workbook ({error}). Open it in Excel or WPS and save it as .xlsx without password.",
            f"{path}：不是可读的工作簿，可能已损坏或有密码（{error}）。请用 Excel 或 WPS 打开，另存为不带密码的 .xlsx。",
        ) from error
    builder = Builder(path, "xlsx", data)
    sheets = [
        sheet
        for sheet in book.worksheets
        if sheet.max_row and any(any(row) for row in sheet.iter_rows(values_only=True))
    ]
    for sheet in sheets:
        if sheet.sheet_state != "visible":
            builder.warnings.append(f"工作表“{sheet.title}”是隐藏的，未读入。")
            continue
        if len(sheets) > 1:
            builder.paragraph(sheet.title)
        grid: list[list[str | None]] = [
            [one.strip() for one in (shown(cell.value, cell.number_format) for cell in row)]
            for row in sheet.iter_rows()
        ]
        titles = set()
        for area in sheet.merged_cells.ranges:
            top, left = area.min_row - sheet.min_row, area.min_col - sheet.min_column
            if area.max_col - area.min_col + 1 >= len(grid[top]) and area.min_row == area.max_row:
                titles.add(top)
            for row in range(top + 1, area.max_row - sheet.min_row + 1):
                for column in range(left, area.max_col - sheet.min_column + 1):
                    grid[row][column] = None
        rows = [
            row[:1] if number in titles else row
            for number, row in enumerate(grid)
            if any(cell is None or cell for cell in row)
        ]
        builder.table(rows, sheet=sheet.title)
    return builder.source()
