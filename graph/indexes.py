"""Constraints and indexes, as the schema declares them; `ensure` brings a store to them and changes nothing the second time."""

from __future__ import annotations

from dataclasses import dataclass

from graph.connection import Store
from graph.schema import Schema, schema

ANALYZER = "cjk"
"""Bigrams of Chinese characters; words of Latin letters in lower case."""

WAIT_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Index:
    """A wanted index; `labels` are relation types where `entity` is RELATIONSHIP."""

    name: str
    entity: str
    labels: tuple[str, ...]
    properties: tuple[str, ...]
    statement: str
    constraint: bool = False


def wanted(of: Schema | None = None) -> list[Index]:
    """Every index the schema asks for: unique ids, range indexes, full-text indexes."""
    known = of or schema()
    found = [_unique(label) for label in known.nodes]
    found += [_range(label, name) for label, names in known.indexes.items() for name in names]
    found += [_range(kind, name, "RELATIONSHIP") for kind, names in known.relation_indexes.items() for name in names]
    found += [_fulltext(name, one.labels, one.properties) for name, one in known.fulltext.items()]
    return found


def ensure(store: Store) -> int:
    """Create what is missing, replace a full-text index whose fields changed; returns how many statements ran."""
    there = {
        name: (entity, set(labels or ()), set(properties or ()))
        for name, entity, labels, properties in store.read(
            "SHOW INDEXES YIELD name, entityType, labelsOrTypes, properties"
        ).rows
    }
    ran = 0
    for index in wanted():
        known = there.get(index.name)
        if known == (index.entity, set(index.labels), set(index.properties)):
            continue
        if known:
            drop = "CONSTRAINT" if index.constraint else "INDEX"
            store.schema([f"DROP {drop} {index.name} IF EXISTS"])
        store.schema([index.statement])
        ran += 1
    if ran:
        store.read("CALL db.awaitIndexes($seconds)", {"seconds": WAIT_SECONDS}, timeout=WAIT_SECONDS)
    return ran


def _unique(label: str) -> Index:
    name = f"{label.lower()}_id"
    statement = f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
    return Index(name, "NODE", (label,), ("id",), statement, constraint=True)


def _range(label: str, property_name: str, entity: str = "NODE") -> Index:
    name = f"{label.lower()}_{property_name}"
    pattern = f"(n:{label})" if entity == "NODE" else f"()-[n:{label}]-()"
    statement = f"CREATE RANGE INDEX {name} IF NOT EXISTS FOR {pattern} ON (n.{property_name})"
    return Index(name, entity, (label,), (property_name,), statement)


def _fulltext(name: str, labels: tuple[str, ...], properties: tuple[str, ...]) -> Index:
    fields = ", ".join(f"n.{one}" for one in properties)
    statement = (
        f"CREATE FULLTEXT INDEX {name} IF NOT EXISTS FOR (n:{'|'.join(labels)}) ON EACH [{fields}] "
        f"OPTIONS {{indexConfig: {{`fulltext.analyzer`: '{ANALYZER}'}}}}"
    )
    return Index(name, "NODE", labels, properties, statement)
