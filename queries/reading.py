"""One document as it is read: its outline, the places of its obligations and of their facts, its results.

What an evidence panel tells of an obligation is read for those that are looked at: a long document holds thousands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from queries.find import Readable
from queries.views import view

Row = Mapping[str, Any]
# lists in one row: much faster to bring over than a row each
SECTIONS = """MATCH (s:Section {document: $document})
WITH s ORDER BY s.start, s.level
RETURN collect([coalesce(s.label, '') + coalesce(s.heading, ''), s.level, s.start, s.end]) AS sections"""
RESULTS = """MATCH (r:Result {document: $document})
RETURN r.id AS id, r.text AS text, r.start AS start, r.end AS end, r.rule AS rule ORDER BY r.start"""
DOCUMENT = """MATCH (d:Document {id: $document})
RETURN d {.*, date: toString(d.date), given: toString(d.given), added: toString(d.added)} AS document"""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the stretch of text under it."""

    title: str
    level: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where an obligation stands, and its facts: (start, end, label of what is named there)."""

    id: str
    start: int
    end: int
    facts: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a document holds and where, in the order of its text; offsets are the document's."""

    sections: tuple[Section, ...]
    obligations: tuple[Place, ...]
    results: tuple[Row, ...]

    def __len__(self) -> int:
        return len(self.sections) + len(self.obligations) + len(self.results)


def _rows(store: Readable, statement: str, values: dict[str, Any]) -> tuple[Row, ...]:
    table = store.read(statement, values)
    return tuple(dict(zip(table.columns, row, strict=True)) for row in table.rows)


def document(store: Readable, key: str) -> Row:
    """The document with this id, empty where the graph does not hold it."""
    found = _rows(store, DOCUMENT, {"document": key})
    return found[0]["document"] if found else {}


def reading(store: Readable, key: str) -> Reading:
    """Outline, places and results of the document with this id."""
    values = {"document": key}
    sections = store.read(SECTIONS, values).rows[0][0]
    places = store.read(view("places"), values).rows[0][0]
    return Reading(
        tuple(Section(*one) for one in sections),
        tuple(
            Place(act, start, end, (*((a, b, "Body") for a, b in bodies), *map(tuple, facts)))
            for act, start, end, bodies, facts in places
        ),
        _rows(store, RESULTS, values),
    )


def facts(store: Readable, ids: Sequence[str]) -> dict[str, Row]:
    """Obligations by id, each with its section and all its facts."""
    found = _rows(store, view("reading"), {"ids": list(ids)}) if ids else ()
    return {one["obligation"]["id"]: one for one in found}
