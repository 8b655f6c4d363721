"""Comma, semicolon or tab separated tables, in any of the encodings of text.py."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from extract.errors import UnreadableError
from extract.readers.builder import Builder
from extract.readers.text import decode
from extract.source import Source


def read(path: Path) -> Source:
    """A .csv or .tsv file → its text, a line a row.

    Raises:
        UnreadableError: not text, or a quoted cell that never ends.
    """
    data = path.read_bytes()
    text = decode(data, str(path))
    head = text[:20_000]
    delimiter = max(",\t;", key=lambda sign: sum(line.count(sign) for line in head.splitlines()[:20]))
    builder = Builder(path, "csv", data)
    csv.field_size_limit(10_000_000)
    try:
        rows: list[list[str | None]] = [
            list(row) for row in csv.reader(io.StringIO(text), delimiter=delimiter) if any(row)
        ]
    except csv.Error as error:
        raise UnreadableError(
            f"{path}: not a readable table ({error}). Save it again as CSV UTF-8.",
            f"{path}：不是可读的表格（{error}）。请另存为“CSV UTF-8”。",
        ) from error
    builder.table(rows)
    return builder.source()
