"""One document as it is read: its outline, its obligations with the place of every fact, its results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from queries.find import Readable
from queries.views import view

Row = Mapping[str, Any]
SECTIONS = """MATCH (s:Section {document: $document})
RETURN s.id AS id, s.label AS label, s.heading AS heading, s.level AS level, s.start AS start, s.end AS end ORDER BY s.start, s.level"""
RESULTS = """MATCH (r:Result {document: $document})
RETURN r.id AS id, r.text AS text, r.start AS start, r.end AS end, r.rule AS rule ORDER BY r.start"""
DOCUMENT = """MATCH (d:Document {id: $document})
RETURN d {.*, date: toString(d.date), given: toString(d.given), added: toString(d.added)} AS document"""


@dataclass(frozen=True, slots=True)
class Reading:
    """Facts of a document as maps; offsets are the document's. `document` is empty where the graph does not hold it."""

    document: Row
    sections: tuple[Row, ...]
    obligations: tuple[Row, ...]
    results: tuple[Row, ...]


def _rows(store: Readable, statement: str, document: str) -> tuple[Row, ...]:
    table = store.read(statement, {"document": document})
    return tuple(dict(zip(table.columns, row, strict=True)) for row in table.rows)


def reading(store: Readable, document: str) -> Reading:
    """All facts of the document with this id, in the order of its text."""
    found = _rows(store, DOCUMENT, document)
    return Reading(
        found[0]["document"] if found else {},
        _rows(store, SECTIONS, document),
        _rows(store, view("reading"), document),
        _rows(store, RESULTS, document),
    )
