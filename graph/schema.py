"""The graph as `schema.yaml` declares it: what may be written, how it is called, how it is drawn.

Everything that knows labels or properties asks here: `graph.indexes` (constraints and indexes), `graph.load` (rows are
checked before they are written), `graph.check` (the stored graph), `graph.schema_page` (docs/schema.md), the app
(captions, colours, shapes, completion by `read_model`).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from graph.errors import SchemaError

Type = Literal["string", "int", "float", "bool", "date", "datetime", "strings", "ints"]
Hint = Literal["", "thick", "thin", "dashed", "dotted", "arrow"]

_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "int": (int,),
    "float": (float,),
    "bool": (bool,),
    "date": (date,),
    "datetime": (datetime,),
    "strings": (list, tuple),
    "ints": (list, tuple),
}
_ITEMS: dict[str, type] = {"strings": str, "ints": int}


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Caption(_Frozen):
    """A name in both languages."""

    zh: str
    en: str

    def caption(self, language: str) -> str:
        """The Chinese name for "zh…", else the English one."""
        return self.zh if language.startswith("zh") else self.en


class Derived(_Frozen):
    """How a node's property follows from `property` of its relations: union, first (smallest not empty), latest document."""

    how: Literal["union", "first", "latest"]
    property: str
    relations: tuple[str, ...]


class Property(Caption):
    type: Type = "string"
    required: bool = False
    volatile: bool = False
    values: dict[str, Caption] = Field(default_factory=dict)
    derived: Derived | None = None

    def problem(self, value: Any) -> str:
        """Why `value` may not be stored here; empty where it may."""
        if value is None:
            return "is missing" if self.required else ""
        if type(value) not in _TYPES[self.type]:
            return f"is {type(value).__name__}, not {self.type}"
        item = _ITEMS.get(self.type)
        if item is not None and any(type(one) is not item for one in value):
            return f"holds something that is not {item.__name__}"
        if self.values and value not in self.values:
            return f"is {value!r}, none of {', '.join(self.values)}"
        return ""


class Node(Caption):
    prefix: str
    key: tuple[str, ...]
    owner: Literal["document", "shared", "self", "user"]
    shown: str = Field(alias="caption")
    shape: str
    light: str
    dark: str
    internal: bool = False


class Relation(Caption):
    ends: tuple[tuple[str, str], ...]
    evidence: bool = False
    derived: bool = False
    internal: bool = False
    key: tuple[str, ...] = ()
    hint: Hint = ""
    properties: dict[str, Property] = Field(default_factory=dict)


class Fulltext(_Frozen):
    labels: tuple[str, ...]
    properties: tuple[str, ...]


class Schema(_Frozen):
    """`properties[label]` are a node's; `relation_properties(type)` a relation's, evidence included."""

    evidence: dict[str, Property]
    nodes: dict[str, Node]
    sublabels: dict[str, dict[str, Caption]]
    properties: dict[str, dict[str, Property]]
    relations: dict[str, Relation]
    fulltext: dict[str, Fulltext]
    indexes: dict[str, tuple[str, ...]]
    relation_indexes: dict[str, tuple[str, ...]]

    @model_validator(mode="after")
    def _consistent(self) -> Schema:
        """Every name used is declared."""
        missing: set[str] = set(self.nodes) ^ set(self.properties)
        missing |= {end for one in self.relations.values() for pair in one.ends for end in pair} - set(self.nodes)
        missing |= set(self.sublabels) - set(self.nodes)
        missing |= {f"{label}.{n.shown}" for label, n in self.nodes.items() if n.shown not in self.properties[label]}
        missing |= {
            f"{label}.{name}"
            for label, names in self.indexes.items()
            for name in names
            if name not in self.properties.get(label, {})
        }
        missing |= {
            f"{kind}.{name}"
            for kind, names in self.relation_indexes.items()
            for name in names
            if name not in self.relation_properties(kind)
        }
        missing |= {
            f"{kind}.{name}"
            for kind, one in self.relations.items()
            for name in one.key
            if name not in self.relation_properties(kind)
        }
        missing |= {
            f"{kind}.{rule.property}"
            for _, _, rule in self.derived()
            for kind in rule.relations
            if rule.property not in self.relation_properties(kind)
        }
        if missing:
            raise ValueError(f"used but not declared, or the reverse: {', '.join(sorted(missing))}")
        return self

    @cached_property
    def _of_relations(self) -> dict[str, dict[str, Property]]:
        return {
            kind: {**self.evidence, **one.properties} if one.evidence else one.properties
            for kind, one in self.relations.items()
        }

    def relation_properties(self, kind: str) -> dict[str, Property]:
        """Properties of relation type `kind`, those of its evidence first."""
        return self._of_relations[kind]

    def derived(self) -> list[tuple[str, str, Derived]]:
        """(label, property, rule) of all properties that are computed from relations."""
        return [
            (label, name, one.derived)
            for label, properties in self.properties.items()
            for name, one in properties.items()
            if one.derived
        ]

    def owned(self) -> list[str]:
        """Labels whose nodes belong to one document."""
        return [label for label, node in self.nodes.items() if node.owner == "document"]

    def shared(self) -> list[str]:
        """Labels whose nodes live while some document names them."""
        return [label for label, node in self.nodes.items() if node.owner == "shared"]

    def node_problem(self, label: str, sublabel: str, values: Mapping[str, Any]) -> str:
        """Why a node may not be written; empty where it may. `sublabel` is empty where it has none."""
        if label not in self.nodes:
            return f"label {label!r} is not in the schema"
        if sublabel and sublabel not in self.sublabels.get(label, {}):
            return f"{sublabel!r} is no second label of {label}"
        return _problem(self.properties[label], values)

    def relation_problem(self, kind: str, start: str, end: str, values: Mapping[str, Any]) -> str:
        """Why a relation between nodes labelled `start` and `end` may not be written; empty where it may."""
        if kind not in self.relations:
            return f"relation type {kind!r} is not in the schema"
        if (start, end) not in self.relations[kind].ends:
            return f"{kind} does not lead from {start} to {end}"
        return _problem(self.relation_properties(kind), values)

    def read_model(self) -> dict[str, Any]:
        """What readers of the graph may see, JSON-ready: labels and relation types with captions, properties and looks."""
        return {
            "labels": {
                label: {
                    **node.model_dump(include={"zh", "en", "shape", "light", "dark"}),
                    "caption": node.shown,
                    "sublabels": {name: one.model_dump() for name, one in self.sublabels.get(label, {}).items()},
                    "properties": _read(self.properties[label]),
                }
                for label, node in self.nodes.items()
                if not node.internal
            },
            "relations": {
                kind: {
                    **relation.model_dump(include={"zh", "en", "hint"}),
                    "ends": [list(pair) for pair in relation.ends],
                    "evidence": relation.evidence,
                    "properties": _read(self.relation_properties(kind)),
                }
                for kind, relation in self.relations.items()
                if not relation.internal
            },
        }


def _read(properties: Mapping[str, Property]) -> dict[str, Any]:
    return {name: one.model_dump(include={"zh", "en", "type", "values"}) for name, one in properties.items()}


def _problem(known: Mapping[str, Property], values: Mapping[str, Any]) -> str:
    for name in values.keys() - known.keys():
        return f"property {name!r} is not in the schema"
    for name, one in known.items():
        problem = one.problem(values.get(name))
        if problem:
            return f"property {name!r} {problem}"
    return ""


def parse(text: str) -> Schema:
    """YAML → schema.

    Raises:
        SchemaError: a field is unknown or of the wrong type, or a name is used that is not declared.
    """
    try:
        return Schema.model_validate(yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    except (yaml.YAMLError, ValidationError) as error:
        raise SchemaError(f"graph/schema.yaml: {error}", f"graph/schema.yaml：{error}") from error


@cache
def schema() -> Schema:
    """The schema of this version, read once a process."""
    return parse(files("graph").joinpath("schema.yaml").read_text("utf-8"))
