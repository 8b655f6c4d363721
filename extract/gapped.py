"""Rows of a table whose columns nothing but blanks part, as pages turned into text leave them.

The front cells of such a row read as prose; the last ones say who is charged, in the order of the heads:

    序号 主要任务 牵头单位 参与单位
    1 加强水资源保护 到2020年，用水总量控制在11.88亿立方米以内。 市水利局 市发展改革委、农业局等
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from extract.assignment import assigned, inside
from extract.bound import Bound
from extract.draft import Draft
from extract.model import Role
from extract.record import record
from extract.structure import Kind
from extract.tables import column_kind

_HEADS = re.compile(
    r"(?<![^\n])[^\n，。；：]*[ \u3000](?:牵头|责任|配合|参与|协办|主办|承办|协同)(?:单位|部门)[^\n，。；：]*(?![^\n])"
)
_ROW = re.compile(r"[ \u3000]*\d{1,3}[ \u3000]")
_PART = re.compile(r"[^ \u3000\n]+")
_FEWEST = 4  # heads
_CHARGED = {"lead": Role.LEAD, "support": Role.SUPPORT, "responsible": Role.RESPONSIBLE}


@record
class GappedRow:
    """Sentences first … last of a row are charged to `bounds`, which its last cells text[start:end] name."""

    first: int
    last: int
    start: int
    end: int
    bounds: list[Bound]


def gapped(draft: Draft) -> Iterator[GappedRow]:
    """The rows of all such tables; the sentences that are nothing but their last cells are no obligations."""
    text = draft.text
    for heads in _HEADS.finditer(text):
        kinds = [column_kind(part.group()) for part in _PART.finditer(text, *heads.span())]
        if len(kinds) < _FEWEST:
            continue
        last = len(kinds)
        while last and (kinds[last - 1] in _CHARGED or kinds[last - 1] == "deadline"):
            last -= 1
        columns = kinds[last:]
        if any(kind in _CHARGED for kind in columns):
            _head(draft, *heads.span())
            yield from _rows(draft, heads.end(), columns)


def _head(draft: Draft, start: int, end: int) -> None:
    for one in draft.outline.sentences:
        if start <= one.start < end and one.kind is Kind.OBLIGATION:
            one.kind, one.rule = Kind.HEADING, "heading"


def _rows(draft: Draft, at: int, columns: list[str]) -> Iterator[GappedRow]:
    text, sentences = draft.text, draft.outline.sentences
    starts = [one.start for one in sentences]
    while at < len(text):
        end = text.find("\n", at + 1)
        end = end if end >= 0 else len(text)
        if text[at:end].strip():
            if _ROW.match(text, at + 1, end) is None:
                return
            cells = [part.span() for part in _PART.finditer(text, at, end)][-len(columns) :]
            bounds = _charged(draft, cells, columns)
            first, last = bisect_left(starts, at), bisect_left(starts, cells[0][0])
            for one in sentences[last : bisect_left(starts, end)]:
                one.kind, one.rule = Kind.CONTEXT, "responsible-line"
            if bounds and last > first:
                yield GappedRow(first, last - 1, cells[0][0], end, bounds)
        at = end


def _charged(draft: Draft, cells: list[tuple[int, int]], columns: list[str]) -> list[Bound]:
    """The bodies of the cells by the role of their column, none where a cell that should name one does not."""
    found: list[Bound] = []
    for (start, end), kind in zip(cells, columns, strict=False):
        if kind in _CHARGED:
            bounds = assigned(draft.text, start, end, inside(draft.bodies, start, end), _CHARGED[kind])
            if not bounds:
                return []
            found += bounds
    return found
