"""Writes one document's rows: labelled `UNWIND … MERGE` on our ids, in managed transactions.

A document of up to `AT_ONCE` rows is one transaction: all of it or nothing. A larger one would not fit the server's
limit of memory for a transaction, so it goes in pieces under the second label `Unfinished`; the last transaction takes
that label off, and whatever a crash leaves under it is cleared by `graph.remove.recover` before the next command.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from graph.connection import Store, Transaction
from graph.derive import contribute, relate
from graph.remove import erase, erase_in_pieces, is_large, mark_unfinished
from graph.row import DocumentRows, NodeRow, RelationRow, validate
from graph.schema import schema

BATCH = 4_000
"""Rows of one statement."""

AT_ONCE = 16_000
"""Rows of a document that is written in one transaction."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What writing a document did: `status` is added or replaced."""

    document: str
    status: str
    nodes: int
    relations: int


def write(
    store: Store, rows: DocumentRows, *, path: str = "", former: Collection[str] = (), writer: str = ""
) -> Loaded:
    """Write one document; its former reading, and `former` documents that were read from the same `path`, are replaced.

    The caller holds the writer lock and gives its name (`graph.writer`). Ended in the middle, it leaves nothing that
    `graph.remove.recover` does not clear.

    Raises:
        SchemaError: a row is not as the schema declares; nothing was written.
        neo4j.exceptions.DriverError, Neo4jError: the store failed.
    """
    validate(rows.nodes, rows.relations)
    target = _Target(rows.id, path, tuple(former))
    if len(rows) <= AT_ONCE and not store.snapshot(lambda tx: is_large(tx, rows.id)):
        replaced = store.transaction(lambda tx: _whole(tx, rows, target))
    else:
        replaced = _in_pieces(store, rows, target, writer)
    _finish(store, former)
    return Loaded(rows.id, "replaced" if replaced else "added", len(rows.nodes), len(rows.relations))


def keep(store: Store, document: str, *, path: str, former: Collection[str]) -> bool:
    """Note that a known document lies at `path` too, and that `former` ones do no longer; True where one of those went."""
    target = _Target(document, path, tuple(former))
    gone = store.transaction(lambda tx: _move(tx, target, []))
    _finish(store, former)
    return gone


@dataclass(frozen=True, slots=True)
class _Target:
    """Document `id` as it now lies at `path`, where `former` documents lay before."""

    id: str
    path: str
    former: tuple[str, ...]


def _whole(tx: Transaction, rows: DocumentRows, target: _Target) -> bool:
    sources = _sources(tx, rows.id)
    known = erase(tx, rows.id)
    _put_nodes(tx, rows.nodes)
    _put_relations(tx, rows.relations)
    relate(tx, rows)
    moved = _move(tx, target, sources)
    return known or moved


def _in_pieces(store: Store, rows: DocumentRows, target: _Target, writer: str) -> bool:
    sources = store.snapshot(lambda tx: _sources(tx, rows.id))
    store.transaction(lambda tx: mark_unfinished(tx, rows.id, writer))
    known = erase_in_pieces(store, rows.id)

    def begin(tx: Transaction) -> None:
        _put_nodes(tx, rows.nodes[:1])
        mark_unfinished(tx, rows.id, writer)

    def piece(tx: Transaction, nodes: Sequence[NodeRow], relations: Sequence[RelationRow]) -> None:
        _put_nodes(tx, nodes)
        _put_relations(tx, relations)
        mark_unfinished(tx, rows.id, writer)

    def end(tx: Transaction) -> bool:
        relate(tx, rows)
        tx.write("MATCH (d:Document {id: $id}) REMOVE d:Unfinished, d.writer, d.beat", {"id": rows.id})
        return _move(tx, target, sources)

    store.transaction(begin)
    for nodes in _batches(rows.nodes[1:], AT_ONCE):
        store.transaction(partial(piece, nodes=nodes, relations=()))
    for relations in _batches(rows.relations, AT_ONCE):
        store.transaction(partial(piece, nodes=(), relations=relations))
    moved = store.transaction(end)
    return known or moved


def _sources(tx: Transaction, document: str) -> list[str]:
    """The paths a document was read from."""
    found = tx.read("MATCH (d:Document {id: $id}) RETURN d.sources", {"id": document})
    return [path for (sources,) in found.rows for path in sources or ()]


def _move(tx: Transaction, target: _Target, sources: list[str]) -> bool:
    """Set the document's paths (`sources` are those of its former reading), take the path from the former ones.

    A former document without any path left is erased, or marked where it is large; True where one was.
    """
    paths = sorted({*sources, *_sources(tx, target.id), *filter(None, [target.path])})
    _set_sources(tx, target.id, paths)
    gone = False
    for former in target.former:
        rest = [path for path in _sources(tx, former) if path != target.path]
        if rest:
            _set_sources(tx, former, rest)
        elif is_large(tx, former):
            mark_unfinished(tx, former, "")
            gone = True
        else:
            gone = erase(tx, former) or gone
    return gone


def _set_sources(tx: Transaction, document: str, paths: list[str]) -> None:
    tx.write(
        "MATCH (d:Document {id: $id}) SET d.sources = $paths, d.source = coalesce($paths[0], '')",
        {"id": document, "paths": paths},
    )


def _finish(store: Store, former: Collection[str]) -> None:
    """Erase the former documents that were too large to go in one transaction."""
    if former:
        marked = store.read("MATCH (d:Unfinished) WHERE d.id IN $ids RETURN d.id", {"ids": list(former)})
        for (document,) in marked.rows:
            erase_in_pieces(store, document)


def _put_nodes(tx: Transaction, nodes: Iterable[NodeRow]) -> None:
    """MERGE (n:Body {id}) SET n += …, n:Department"""
    groups: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for node in nodes:
        groups[node.label, node.sublabel].append(dict(node.properties))
    for (label, sublabel), group in groups.items():
        second = f", n:{sublabel}" if sublabel else ""
        statement = f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n += row{second}"
        for batch in _batches(group, BATCH):
            tx.write(statement, {"rows": batch})


def _put_relations(tx: Transaction, relations: Sequence[RelationRow]) -> None:
    """MATCH (a), (b) MERGE (a)-[r:LEADS]->(b) SET r += …"""
    groups: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for one in relations:
        groups[one.type, one.start_label, one.end_label].append(
            {"start": one.start, "end": one.end, "values": one.properties}
        )
    for (kind, start, end), group in groups.items():
        key = ", ".join(f"{name}: row.values.{name}" for name in schema().relations[kind].key)
        statement = (
            f"UNWIND $rows AS row MATCH (a:{start} {{id: row.start}}) MATCH (b:{end} {{id: row.end}}) "
            f"MERGE (a)-[r:{kind} {{{key}}}]->(b) SET r += row.values"
        )
        for batch in _batches(group, BATCH):
            tx.write(statement, {"rows": batch})
    contribute(tx, relations)


def _batches(rows: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    return (rows[at : at + size] for at in range(0, len(rows), size))
