"""Rows of a table whose columns nothing but blanks part, as pages turned into text leave them.

The front cells of such a row read as prose; the last ones say who is charged, in the order of the heads:

    序号 主要任务 牵头单位 参与单位
    1 加强水资源保护 到2025年，用水总量控制在11亿立方米以内。 市水利局 市发展改革委、农业局等
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
_ROW = re.compile(r"[ \u3000]*\d{1,3}[ \u3000]+(?![月日年个条])")
_PART = re.compile(r"[^ \u3000\n]+")
_STOPS = frozenset("，。；：！？")
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
    """The rows of all such tables that name a body in every cell that should. Their last cells are no obligations, nor is the head."""
    text, sentences = draft.text, draft.outline.sentences
    starts: list[int] = []
    for heads in _HEADS.finditer(text):
        kinds = [column_kind(part.group()) for part in _PART.finditer(text, *heads.span())]
        last = len(kinds)
        while last and (kinds[last - 1] in _CHARGED or kinds[last - 1] == "deadline"):
            last -= 1
        columns = kinds[last:]
        if len(kinds) < _FEWEST or _CHARGED.keys().isdisjoint(columns):
            continue
        starts = starts or [one.start for one in sentences]
        for one in sentences[bisect_left(starts, heads.start()) : bisect_left(starts, heads.end())]:
            if one.kind is Kind.OBLIGATION:
                one.kind, one.rule = Kind.HEADING, "heading"
        yield from _rows(draft, starts, heads.end(), columns)


def _rows(draft: Draft, starts: list[int], at: int, columns: list[str]) -> Iterator[GappedRow]:
    text, sentences = draft.text, draft.outline.sentences
    while at < len(text):
        end = text.find("\n", at + 1)
        end = end if end >= 0 else len(text)
        if text[at:end].strip():
            if _ROW.match(text, at + 1, end) is None:
                return
            parts = [part.span() for part in _PART.finditer(text, at, end)]
            cells = parts[-len(columns) :]
            first, last = bisect_left(starts, at), bisect_left(starts, cells[0][0])
            if len(parts) > len(columns) + 1 and last > first and sentences[first].cell is None:
                bounds = _charged(draft, cells, columns)
                for one in sentences[last : bisect_left(starts, end)] if bounds else ():
                    one.kind, one.rule = Kind.CONTEXT, "responsible-line"
                if bounds:
                    yield GappedRow(first, last - 1, cells[0][0], end, bounds)
        at = end


def _charged(draft: Draft, cells: list[tuple[int, int]], columns: list[str]) -> list[Bound]:
    """The bodies of the cells by the role of their column, none where a cell that should name bodies says anything else."""
    found: list[Bound] = []
    for (start, end), kind in zip(cells, columns, strict=True):
        if kind not in _CHARGED:
            continue
        mentions = inside(draft.bodies, start, end)
        if not mentions or mentions[0].start != start or not _STOPS.isdisjoint(draft.text[start:end]):
            return []
        found += assigned(draft.text, start, end, mentions, _CHARGED[kind])
    return found
