"""Web pages: blocks as paragraphs, tables as rows, lists with their numbers; scripts, styles and menus left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree, html

from extract.errors import UnreadableError
from extract.readers.builder import Builder
from extract.readers.text import decode
from extract.source import Source

_LEFT_OUT = {"script", "style", "nav", "footer", "aside", "form", "noscript", "template", "button", "select", "iframe"}
_BLOCKS = {"p", "div", "section", "article", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl",
           "dt", "dd", "blockquote", "pre", "table", "body", "figure", "figcaption", "center", "hr", "address"}  # fmt: skip
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*(utf-?8|gbk|gb2312|gb18030|big5|utf-16)", re.I)


def _decode(data: bytes, path: Path) -> str:
    declared = _CHARSET.search(data[:4096])
    if declared and declared[1].lower() == b"big5":
        return data.decode("big5", "replace").replace("\r\n", "\n")
    return decode(data, str(path))


class _Reader:
    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self.line: list[str] = []

    def flush(self) -> None:
        text = re.sub(r"[ \t\n\r\f]+", " ", "".join(self.line)).strip()
        self.line = []
        if text:
            self.builder.paragraph(text)

    def walk(self, element: Any) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _LEFT_OUT:
            return
        if tag == "table" and element.find(".//table") is None:
            self.flush()
            self.builder.table(list(self.rows(element)))
            return
        if tag == "br":
            self.flush()
            return
        if tag in _BLOCKS:
            self.flush()
        if tag == "li":
            self.line.append(self.number(element))
        self.line.append(element.text or "")
        for child in element:
            self.walk(child)
            self.line.append(child.tail or "")
        if tag in _BLOCKS:
            self.flush()

    @staticmethod
    def number(item: Any) -> str:
        """The number a browser shows before a list item; none for bullets."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return ""
        before = sum(1 for _ in item.itersiblings("li", preceding=True))
        return f"{int(parent.get('start', '1')) + before}. "

    @staticmethod
    def rows(table: Any) -> Iterator[list[str | None]]:
        """Rows with row spans as None below, column spans as empty cells to the right."""
        hanging: dict[int, int] = {}
        for row in table.iter("tr"):
            cells: list[str | None] = []

            def fill(cells: list[str | None] = cells) -> None:
                while hanging.get(len(cells), 0) > 0:
                    hanging[len(cells)] -= 1
                    cells.append(None)

            for cell in row.iterchildren("td", "th"):
                fill()
                span = _whole(cell.get("rowspan"))
                width = _whole(cell.get("colspan"))
                for column in range(len(cells), len(cells) + width):
                    hanging[column] = span - 1
                words = re.sub(r"\s+", " ", " ".join(cell.itertext())).strip()
                cells += [words, *[""] * (width - 1)]
            fill()
            if any(cell is None or cell for cell in cells):
                yield cells[:1] if len(row.findall("td") + row.findall("th")) == 1 and cells[0] else cells


def _whole(text: str | None) -> int:
    return max(1, min(int(text), 1000)) if text and text.strip().isdigit() else 1


def read_markup(builder: Builder, text: str) -> Source:
    """HTML text → Source; shared with the reader of Markdown."""
    try:
        root = html.document_fromstring(text, parser=html.HTMLParser(huge_tree=True, remove_comments=True))
    except (etree.ParserError, ValueError) as error:
        raise UnreadableError(
            f"{builder.path}: no text in this page ({error}). Save it again from the browser as a whole page.",
            f"{builder.path}：网页里没有文字（{error}）。请在浏览器中重新保存完整网页。",
        ) from error
    title = root.findtext(".//title")
    if title and title.strip():
        builder.properties["title"] = title.strip()
    reader = _Reader(builder)
    body = root.find("body")
    reader.walk(root if body is None else body)
    reader.flush()
    return builder.source()


def read(path: Path) -> Source:
    """A .html or .htm file → its text.

    Raises:
        UnreadableError: the page holds no text or is in no known encoding.
    """
    data = path.read_bytes()
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", _decode(data, path))
    return read_markup(Builder(path, "html", data), text)
