"""The buttons that save what a page shows: the office's form of obligations, or any tables, as files."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from uuid import uuid4

import streamlit as st

from app.export.calendar import ics_bytes
from app.export.form import docx_bytes
from app.export.tables import Table
from app.export.tables import csv_bytes as table_csv
from app.export.tables import docx_bytes as table_docx
from app.export.tables import xlsx_bytes as table_xlsx
from app.sheet import csv_bytes, lines, xlsx_bytes
from app.texts import words
from queries.ledger import Entry

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CSV, _ICS = "text/csv", "text/calendar"
Made = Callable[[], bytes]


def file_name(title: str, suffix: str) -> str:
    """A title as a file's name: without what a file system forbids."""
    return "".join(" " if letter in '\\/:*?"<>|\n\t' else letter for letter in title).strip()[:80] + suffix


def saved(data: bytes, name: str, mime: str) -> dict[str, str]:
    """A file as a component gets it, which saves it once: `id` tells one making from the next."""
    return {"id": uuid4().hex, "name": name, "type": mime, "base64": base64.b64encode(data).decode("ascii")}


def _menu(caption: str, files: Sequence[tuple[str, Made, str, str]], *, primary: bool) -> None:
    with st.popover(caption, type="primary" if primary else "secondary"):
        for label, made, name, mime in files:
            st.download_button(
                label, made, name, mime, key=f"save-{name}", on_click="ignore", type="tertiary", width="stretch"
            )


def form_menu(entries: Callable[[], Sequence[Entry]], body: str, title: str, language: str) -> None:
    """任务分解表 in each format; `body` owes it, empty where everybody's is shown. A file is made when it is asked for."""
    text = words(language)
    files = (
        (
            text["export_docx"],
            lambda: docx_bytes(entries(), body, language, title),
            file_name(title, ".docx"),
            DOCX,
        ),
        (
            text["export_excel"],
            lambda: xlsx_bytes(lines(entries(), body, language), title),
            file_name(title, ".xlsx"),
            XLSX,
        ),
        (text["export_table"], lambda: csv_bytes(lines(entries(), body, language)), file_name(title, ".csv"), _CSV),
    )
    _menu(text["export_more"], files, primary=True)


def form(entries: Callable[[], Sequence[Entry]], body: str, title: str, language: str) -> None:
    """The calendar and 任务分解表 of what is shown."""
    st.download_button(
        words(language)["export_ics"],
        lambda: ics_bytes(entries(), body or title, language)[0],
        file_name(body or title, ".ics"),
        _ICS,
        key="ics",
        on_click="ignore",
    )
    form_menu(entries, body, title, language)


def tables(made: Callable[[], Sequence[Table]], title: str, language: str, *, primary: bool = True) -> None:
    """Tables as a workbook with a sheet each, as Word and as CSV (the first of them). Made when asked for."""
    text = words(language)
    files = (
        (text["export_excel"], lambda: table_xlsx(made()), file_name(title, ".xlsx"), XLSX),
        (text["export_docx"], lambda: table_docx(made(), title), file_name(title, ".docx"), DOCX),
        (text["export_table"], lambda: table_csv(made()[0]), file_name(title, ".csv"), _CSV),
    )
    _menu(text["export"], files, primary=primary)
