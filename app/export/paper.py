"""Word documents as Chinese offices set them: page, fonts for Chinese letters, paragraphs, tables with a repeating head."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

TITLE, HEAD, BODY = "方正小标宋简体", "黑体", "仿宋"
"""Faces by role, as GB/T 9704 names them; a machine without one shows its own face for Chinese."""
A4 = (210, 297)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def clean(text: str) -> str:
    """Text without the characters XML cannot hold."""
    return _CONTROL.sub("", text)


def paper(*, landscape: bool, margins: Sequence[int]) -> Any:
    """An empty document on A4; `margins` in millimetres: top, right, bottom, left."""
    made = docx.Document()
    section = made.sections[0]
    width, height = (A4[1], A4[0]) if landscape else A4
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(Mm, margins)
    face(made.styles["Normal"], BODY)
    core = made.core_properties
    core.author, core.comments = "", ""
    return made


def face(run: Any, name: str, points: float = 0, *, bold: bool = False) -> None:
    """Set the face of a run or style for Chinese and Latin letters, its size and weight."""
    run.font.name = name
    run.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)
    if points:
        run.font.size = Pt(points)
    if bold:
        run.font.bold = True


def paragraph(
    within: Any, text: str, name: str = BODY, points: float = 16, *, align: str = "", indent: int = 0, line: float = 28
) -> Any:
    """Add a paragraph: `align` center or right, `indent` in letters for its first line, `line` the line's height in points."""
    made = within.add_paragraph()
    face(made.add_run(clean(text)), name, points)
    shape = made.paragraph_format
    shape.space_before = shape.space_after = Pt(0)
    if line:
        shape.line_spacing = Pt(line)
    if indent:
        shape.first_line_indent = Pt(points * indent)
    if align:
        made.alignment = {"center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}[align]
    return made


def table(within: Any, rows: Sequence[Sequence[str]], widths: Sequence[float], centred: Sequence[int]) -> Any:
    """Add a ruled table; the first row is its head and comes again on each page. `widths` in millimetres."""
    made = within.add_table(rows=len(rows), cols=len(widths), style="Table Grid")
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    made.autofit = False
    for number, (line, row) in enumerate(zip(made.rows, rows, strict=True)):
        properties = line._tr.get_or_add_trPr()  # python-docx has no call for either of these two
        properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            properties.append(OxmlElement("w:tblHeader"))
        for column, (cell, text) in enumerate(zip(line.cells, row, strict=True)):
            cell.width = Mm(widths[column])
            first = cell.paragraphs[0]
            face(first.add_run(clean(text)), HEAD if number == 0 else BODY, 11)
            first.paragraph_format.space_after = Pt(0)
            if number == 0 or column in centred:
                first.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)
    return made


def saved(made: Any) -> bytes:
    """The document as bytes."""
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
