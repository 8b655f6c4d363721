"""A file as text, where its stretches stood in the file, and what it says of itself as a whole.

Offsets everywhere are code points of `Source.text`, half open: `text[start:end]`.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date

from extract.record import record


@record
class Anchor:
    """Where a stretch of the text stood in the file: a paragraph, page or cell, as a clerk would say it."""

    start: int
    end: int
    page: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    sheet: str | None = None


@record
class Source:
    """One file as text. `text` is decoded with CRLF and CR turned into LF; for formats with structure it is what the reader wrote.

    In tables a row is a line and a tab parts its cells; merged cells are filled, so every row has every column.
    """

    text: str
    path: str = ""
    format: str = "txt"
    sha256: str = ""
    anchors: tuple[Anchor, ...] = ()
    warnings: tuple[str, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)


@record
class Context:
    """What the whole document says of itself; times and names are read against it, never against today."""

    title: str = ""
    kind: str = ""
    issuer: str = ""
    number: str = ""
    date: date | None = None
    date_source: str = ""
    level: str = ""
    region: str = ""
    addressees: tuple[str, ...] = ()
    date_start: int | None = None
    date_end: int | None = None
