"""Collects the rows of one document; a thing said twice is one row, with every place where it is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graph.row import DocumentRows, NodeRow, Properties, RelationRow, Value
from graph.schema import schema

End = tuple[str, str]
"""A node as the end of a relation: (label, id)."""


@dataclass(frozen=True, slots=True)
class Span:
    """The words that prove a relation, and the rule that found them."""

    start: int
    end: int
    rule: str


class Gather:
    """Nodes are keyed by id, relations by type, ends and the schema's `key`; the first said counts, `more` lists the rest."""

    def __init__(self, document: str, text: str, version: str) -> None:
        self._document = document
        self._text = text
        self._version = version
        self._nodes: dict[str, NodeRow] = {}
        self._relations: dict[tuple[Value, ...], RelationRow] = {}
        self._keys = {kind: one.key for kind, one in schema().relations.items()}

    def node(self, node: End, properties: Properties, sublabel: str = "") -> End:
        """A node; nothing happens where it is known already, because its properties follow from its id."""
        label, identity = node
        if identity not in self._nodes:
            self._nodes[identity] = NodeRow(label, sublabel, identity, {"id": identity, **properties})
        return node

    def plain(self, start: End, kind: str, end: End) -> None:
        """A relation that no words prove."""
        self._relations.setdefault((kind, start[1], end[1]), RelationRow(kind, *start, *end, {}))

    def textual(self, start: End, kind: str, end: End, span: Span, properties: Properties | None = None) -> None:
        """A relation with its evidence. Said again, its place goes to `more`, new mentions and missing values are added."""
        own = properties or {}
        evidence: Properties = {
            "document": self._document,
            "start": span.start,
            "end": span.end,
            "quote": self._text[span.start : span.end],
            "rule": span.rule,
            "version": self._version,
            **own,
        }
        key = (kind, start[1], end[1], *(evidence[name] for name in self._keys[kind]))
        known = self._relations.get(key)
        if known is None:
            self._relations[key] = RelationRow(kind, *start, *end, evidence)
        else:
            _say_again(known.properties, span, own)

    def document_rows(self) -> DocumentRows:
        return DocumentRows(self._document, tuple(self._nodes.values()), tuple(self._relations.values()))


def _say_again(known: Properties, span: Span, properties: Properties) -> None:
    more = _list(known.get("more"))
    places = [(known["start"], known["end"]), *zip(more[::2], more[1::2], strict=True)]
    if (span.start, span.end) not in places:
        known["more"] = [*more, span.start, span.end]
    for name, value in properties.items():
        if known.get(name) is None:
            known[name] = value
        elif isinstance(value, list):
            before = _list(known[name])
            known[name] = [*before, *(one for one in value if one not in before)]


def _list(value: Value) -> list[Any]:
    return value if isinstance(value, list) else []
