"""The rows that go into the store: nodes and relations of one document, each as the schema declares it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from graph.errors import SchemaError
from graph.schema import schema

Value = str | int | float | bool | date | datetime | list[str] | list[int] | None
Properties = dict[str, Value]


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A node; `sublabel` is a Body's second label, else empty; `properties` hold the id."""

    label: str
    sublabel: str
    id: str
    properties: Properties


@dataclass(frozen=True, slots=True)
class RelationRow:
    """(:start_label {id: start})-[:type {properties}]->(:end_label {id: end})"""

    type: str
    start_label: str
    start: str
    end_label: str
    end: str
    properties: Properties


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """All that one document says. The first node is the Document; ids are unique, and so are (type, start, end)."""

    id: str
    nodes: tuple[NodeRow, ...]
    relations: tuple[RelationRow, ...]

    def __len__(self) -> int:
        return len(self.nodes) + len(self.relations)


def validate(nodes: Iterable[NodeRow], relations: Iterable[RelationRow]) -> None:
    """Prove that the schema knows every label, type and property, before anything is written.

    Raises:
        SchemaError: a row is not as the schema declares; a defect of the program, not of the document.
    """
    known = schema()
    for node in nodes:
        problem = known.node_problem(node.label, node.sublabel, node.properties)
        if problem:
            raise SchemaError(f"{node.label} {node.id}: {problem}. Nothing was written; please report this.")
    for one in relations:
        problem = known.relation_problem(one.type, one.start_label, one.end_label, one.properties)
        if problem:
            raise SchemaError(
                f"{one.start} -{one.type}-> {one.end}: {problem}. Nothing was written; please report this."
            )
