"""Word: paragraphs with their automatic numbers, tables as grids with merged cells filled, text boxes, footnotes.

Tracked changes are read as accepted (insertions kept, deletions left out); hidden text, comments, page headers and
footers are left out. Footnotes stand at the end, as Word prints them after the text.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from extract.errors import UnreadableError
from extract.readers.builder import Builder
from extract.readers.numbering import Numbering
from extract.source import Source

_LEFT_OUT = {
    qn("w:del"),
    qn("w:moveFrom"),
    qn("w:pPr"),
    qn("w:sectPr"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_BOX = qn("w:txbxContent")
_PROPERTIES = {"title": "title", "author": "author", "subject": "subject"}


def _pieces(element: Any) -> Iterator[str]:
    """The words of a paragraph in order; text boxes are read apart."""
    for child in element:
        tag = child.tag
        if tag in _LEFT_OUT or tag == _BOX or not isinstance(tag, str):
            continue
        if tag == qn("w:t"):
            yield child.text or ""
        elif tag == qn("w:tab"):
            yield " "
        elif tag in (qn("w:br"), qn("w:cr")):
            yield "" if child.get(qn("w:type")) in ("page", "column") else "\n"
        elif tag == qn("w:noBreakHyphen"):
            yield "-"
        elif tag == qn("w:r") and _hidden(child):
            continue
        else:
            yield from _pieces(child)


def _hidden(run: Any) -> bool:
    properties = run.find(qn("w:rPr"))
    vanish = None if properties is None else properties.find(qn("w:vanish"))
    return vanish is not None and vanish.get(qn("w:val"), "true") not in ("0", "false")


def _boxes(paragraph: Any) -> Iterator[Any]:
    """Text boxes anchored in a paragraph; Word writes each twice, the second time as fallback for old readers."""
    for box in paragraph.iter(_BOX):
        if not any(parent.tag in _LEFT_OUT or parent.tag == _BOX for parent in box.iterancestors()):
            yield box


def _blocks(container: Any) -> Iterator[Any]:
    """Paragraphs and tables of a body, cell, note or box in order, through content controls and the like."""
    for child in container:
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
            yield from _blocks(child)


class _Reader:
    def __init__(self, builder: Builder, numbering: Numbering) -> None:
        self.builder, self.numbering = builder, numbering

    def read(self, container: Any) -> None:
        for block in _blocks(container):
            if block.tag == qn("w:tbl"):
                self.builder.table(self.grid(block))
            else:
                self.builder.paragraph(self.text(block))
                for box in _boxes(block):
                    self.read(box)

    def text(self, paragraph: Any) -> str:
        words = "".join(_pieces(paragraph))
        label = self.numbering.label(paragraph)
        return label + words.lstrip() if label else words

    def cell(self, cell: Any) -> str:
        lines = []
        for block in _blocks(cell):
            if block.tag == qn("w:tbl"):
                lines += [" ".join(filter(None, (part or "" for part in row))) for row in self.grid(block)]
            else:
                lines.append(self.text(block))
                lines += [self.cell(box) for box in _boxes(block)]
        return " ".join(line.strip() for line in lines if line.strip())

    def grid(self, table: Any) -> list[list[str | None]]:
        """Rows of cells; None where a cell continues the one above, "" where a cell spans to the right."""
        rows: list[list[str | None]] = []
        for row in table.iter(qn("w:tr")):
            if next(row.iterancestors(qn("w:tbl"))) is not table or any(
                a.tag in _LEFT_OUT for a in row.iterancestors()
            ):
                continue
            properties = row.find(qn("w:trPr"))
            if properties is not None and properties.find(qn("w:del")) is not None:
                continue
            before = None if properties is None else properties.find(qn("w:gridBefore"))
            cells: list[str | None] = [""] * (0 if before is None else int(before.get(qn("w:val"), "0")))
            own = [
                one
                for cell in row.iterchildren(qn("w:tc"), qn("w:sdt"))
                for one in cell.iter(qn("w:tc"))
                if self._in(one, row)
            ]
            for one in own:
                shape = one.find(qn("w:tcPr"))
                span = None if shape is None else shape.find(qn("w:gridSpan"))
                merge = None if shape is None else shape.find(qn("w:vMerge"))
                continued = merge is not None and merge.get(qn("w:val"), "continue") == "continue"
                width = 1 if span is None else int(span.get(qn("w:val"), "1"))
                cells += [None] * width if continued else [self.cell(one), *[""] * (width - 1)]
            # one cell across the whole row is a title, not a row
            rows.append(cells[:1] if len(own) == 1 else cells)
        return rows

    @staticmethod
    def _in(cell: Any, row: Any) -> bool:
        """Is this cell of that row itself, not of a table nested in it?"""
        return next(cell.iterancestors(qn("w:tr"))) is row


def read(path: Path) -> Source:
    """A .docx file → its text.

    Raises:
        UnreadableError: the file is no Word document, is damaged, or is protected by a password.
    """
    data = path.read_bytes()
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise UnreadableError(
            f"{path}: an old .doc or a password-protected file under the name .docx. Open it in Word and save it as .docx without password.",
            f"{path}：是旧版 .doc 改了扩展名，或有密码保护。请用 Word 或 WPS 打开，另存为不带密码的 .docx。",
        )
    try:
        document = docx.Document(str(path))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise UnreadableError(
            f"{path}: not a readable Word document ({error}). Open it in Word and save it again.",
            f"{path}：不是可读的 Word 文档，可能已损坏（{error}）。请用 Word 或 WPS 打开后另存一次。",
        ) from error
    builder = Builder(path, "docx", data)
    parts = {
        rel.reltype.rsplit("/", 1)[-1]: rel.target_part for rel in document.part.rels.values() if not rel.is_external
    }
    roots = {
        name: part.element if hasattr(part, "element") else etree.fromstring(part.blob)
        for name, part in parts.items()
        if name in ("numbering", "styles", "footnotes", "endnotes")
    }
    reader = _Reader(builder, Numbering(roots.get("numbering"), roots.get("styles")))
    reader.read(document.element.body)
    for name in ("footnotes", "endnotes"):
        for note in roots.get(name, ()):
            if note.get(qn("w:type")) is None:
                reader.read(note)
    core = document.core_properties
    builder.properties = {name: value for name in _PROPERTIES if (value := getattr(core, name, "") or "")}
    return builder.source()
