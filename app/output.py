"""How commands print: a table that fits the terminal (Chinese letters are two columns wide), plain lines on a pipe, JSON, CSV."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sys
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import click

from app.speech import language

FORMATS = ("table", "json", "csv")


def plain(value: Any) -> Any:
    """A value of the graph as JSON can hold it."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value.iso_format() if hasattr(value, "iso_format") else str(value)


def say_json(value: Any) -> None:
    """One object on standard output."""
    click.echo(json.dumps(plain(value), ensure_ascii=False))


def cell(value: Any, spoken: str = "") -> str:
    """A value as people read it: lists joined with 、, yes and no in words of `spoken` (else of the messages' language)."""
    value = plain(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return ("是" if (spoken or language()) == "zh" else "yes") if value else ""
    if isinstance(value, list):
        return "、".join(cell(one, spoken) for one in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def say_csv(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """CSV on standard output (UTF-8 without BOM, as pipes want it)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([[cell(one) for one in row] for row in rows])
    click.echo(out.getvalue(), nl=False)


def say_table(columns: Sequence[str], rows: Sequence[Sequence[Any]], *, wide: Sequence[str] = ()) -> None:
    """A table on a terminal, tab-separated lines on a pipe. `wide` names the columns that may take the room left."""
    if not sys.stdout.isatty():
        for row in [columns, *rows]:
            click.echo("\t".join(cell(one).replace("\t", " ").replace("\n", " ") for one in row))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, header_style="bold", padding=(0, 1), pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold", ratio=3 if column in wide else None, no_wrap=False)
    for row in rows:
        table.add_row(*(cell(one) for one in row))
    Console(width=shutil.get_terminal_size((100, 40)).columns, highlight=False, markup=False).print(table)
