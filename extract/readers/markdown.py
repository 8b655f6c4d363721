"""Markdown, read as the page it makes."""

from __future__ import annotations

from pathlib import Path

from markdown_it import MarkdownIt

from extract.readers.builder import Builder
from extract.readers.html import read_markup
from extract.readers.text import decode
from extract.source import Source


def read(path: Path) -> Source:
    """A .md file → its text, marks taken off, tables as rows."""
    data = path.read_bytes()
    page = MarkdownIt("commonmark", {"breaks": True}).enable("table").render(decode(data, str(path)))
    return read_markup(Builder(path, "md", data), page or "<p></p>")
