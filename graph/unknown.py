"""Labels, relations and properties in a typed query that neither the graph nor the schema has: an empty answer says why.

>>> from graph.unknown import Unknown
>>> Unknown("label", "Bodyy", 1, 10).text("en")
'line 1, column 10: there is no label Bodyy; did you mean Body?'
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.schema import schema

_KINDS = {"01N50": "label", "01N51": "relation", "01N52": "property"}
_NAMED = re.compile(r"`([^`]+)` does not exist")
_CAPTIONS = {"label": "标签", "relation": "关系", "property": "属性"}


@dataclass(frozen=True)
class Unknown:
    """`line` and `column` from 1, in the text as it was typed."""

    kind: str
    name: str
    line: int
    column: int

    def text(self, language: str) -> str:
        near = difflib.get_close_matches(self.name, known()[self.kind], n=1)
        if language == "zh":
            hint = f"，是不是 {near[0]}？" if near else ""
            return f"第 {self.line} 行第 {self.column} 列：图谱中没有“{self.name}”这个{_CAPTIONS[self.kind]}{hint}"
        hint = f"; did you mean {near[0]}?" if near else ""
        return f"line {self.line}, column {self.column}: there is no {self.kind} {self.name}{hint}"


@cache
def known() -> dict[str, frozenset[str]]:
    """What the schema has of each kind, whether or not the graph holds any of it yet."""
    all_of = schema()
    properties = [*all_of.evidence, *(name for one in all_of.properties.values() for name in one)]
    properties += [name for kind in all_of.relations for name in all_of.relation_properties(kind)]
    labels = [*all_of.nodes, *(name for one in all_of.sublabels.values() for name in one)]
    return {"label": frozenset(labels), "relation": frozenset(all_of.relations), "property": frozenset(properties)}


def unknown(statuses: Iterable[Any], ahead: int) -> tuple[Unknown, ...]:
    """From the status objects of an EXPLAIN; `ahead` lines were put before the typed text."""
    found = []
    for status in statuses:
        kind, said = _KINDS.get(status.gql_status, ""), _NAMED.search(status.status_description)
        if kind and said and said[1] not in known()[kind] and status.position:
            found.append(Unknown(kind, said[1], status.position.line - ahead, status.position.column))
    return tuple(sorted(found, key=lambda one: (one.line, one.column)))
