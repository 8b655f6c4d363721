"""Takes a document out of the graph: exactly what only it said. What others say too stays, computed anew.

A document of up to `AT_ONCE` nodes goes in one transaction; a larger one gets the second label `Unfinished` first and
goes in pieces, so that `recover` can finish the work when a crash stopped it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from functools import partial

from graph.connection import Store, Transaction
from graph.derive import recompute
from graph.schema import schema

BATCH = 4_000
"""Nodes of one statement."""

AT_ONCE = 6_000
"""Nodes of a document that is taken away in one transaction."""

SECONDS = 600.0
"""Time a transaction may take; the server's own limit is made for users' queries."""

STALE_MINUTES = 10
"""An unfinished document of another machine's writer is dead when it was not touched for so long."""

Touched = dict[str, set[str]]
"""Shared nodes that lost a relation: label → ids."""


def remove(store: Store, document: str) -> bool:
    """Take away document `document` (an id); False where there is none. The caller holds the writer lock."""
    if store.snapshot(lambda tx: is_large(tx, document)):
        store.transaction(lambda tx: mark_unfinished(tx, document, ""))
        return erase_in_pieces(store, document)
    return store.transaction(lambda tx: erase(tx, document), timeout=SECONDS)


def erase(tx: Transaction, document: str) -> bool:
    """Delete all of a document within one transaction; False where there is none."""
    touched: Touched = defaultdict(set)
    for label in schema().owned():
        while _erase_some(tx, document, label, touched) == BATCH:
            pass
    gone = _erase_document(tx, document, touched)
    prune(tx, touched)
    return gone


def erase_in_pieces(store: Store, document: str) -> bool:
    """Delete a document, marked unfinished before, in as many transactions as it takes; False where there is none."""

    def piece(tx: Transaction, label: str) -> int:
        touched: Touched = defaultdict(set)
        count = _erase_some(tx, document, label, touched)
        prune(tx, touched)
        return count

    def last(tx: Transaction) -> bool:
        touched: Touched = defaultdict(set)
        gone = _erase_document(tx, document, touched)
        prune(tx, touched)
        return gone

    for label in schema().owned():
        while store.transaction(partial(piece, label=label), timeout=SECONDS) == BATCH:
            pass
    return store.transaction(last, timeout=SECONDS)


def mark_unfinished(tx: Transaction, document: str, writer: str) -> None:
    """Say that a document is being written or taken away by `writer` (see `graph.writer.name`; empty: nobody any more)."""
    tx.write(
        "MATCH (d:Document {id: $id}) SET d:Unfinished, d.writer = $writer, d.beat = datetime()",
        {"id": document, "writer": writer},
    )


def recover(store: Store, writer: str) -> int:
    """Clear the documents a crash left unfinished; returns how many. The caller holds the lock of `writer`.

    Those of other machines' writers are left alone while they may be alive.
    """
    left = store.read(
        "MATCH (d:Unfinished) WHERE d.writer IN [$writer, ''] "
        "OR d.beat < datetime() - duration({minutes: $stale}) RETURN d.id ORDER BY d.id",
        {"writer": writer, "stale": STALE_MINUTES},
    )
    for (document,) in left.rows:
        erase_in_pieces(store, document)
    return len(left.rows)


def is_large(tx: Transaction, document: str) -> bool:
    """Whether taking the document away needs several transactions."""
    return _size(tx, document) > AT_ONCE


def prune(tx: Transaction, touched: Touched) -> None:
    """Delete the shared nodes that no text names any more, compute the others' derived properties anew."""
    said = "|".join(kind for kind, one in schema().relations.items() if one.evidence)
    for label, ids in touched.items():
        gone = tx.read(
            f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) WHERE NOT EXISTS {{ (n)-[:{said}]-() }} "
            "DETACH DELETE n RETURN id",
            {"ids": sorted(ids)},
        )
        recompute(tx, label, ids - {identity for (identity,) in gone.rows})


def _size(tx: Transaction, document: str) -> int:
    counts = " + ".join(f"COUNT {{ (:{label} {{document: $id}}) }}" for label in schema().owned())
    return int(tx.read(f"RETURN {counts}", {"id": document}).rows[0][0])


def _erase_some(tx: Transaction, document: str, label: str, touched: Touched) -> int:
    """Delete up to BATCH of the document's own nodes of a label; how many were deleted."""
    found = tx.read(f"MATCH (n:{label} {{document: $id}}) RETURN n.id LIMIT {BATCH}", {"id": document})
    ids = [identity for (identity,) in found.rows]
    if ids:
        _touch(tx, label, ids, touched)
        tx.write(f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) DETACH DELETE n", {"ids": ids})
    return len(ids)


def _erase_document(tx: Transaction, document: str, touched: Touched) -> bool:
    """Delete the Document itself, and what it says of relations between shared nodes."""
    for kind in schema().relation_indexes:
        ends = tx.read(
            f"MATCH (a)-[r:{kind} {{document: $id}}]->(b) DELETE r "
            "WITH [a, b] AS ends UNWIND ends AS end RETURN DISTINCT end.id, labels(end)",
            {"id": document},
        )
        for identity, labels in ends.rows:
            _remember(touched, labels, identity)
    _touch(tx, "Document", [document], touched)
    before = tx.written.nodes_deleted
    tx.write("MATCH (d:Document {id: $id}) DETACH DELETE d", {"id": document})
    return tx.written.nodes_deleted > before


def _touch(tx: Transaction, label: str, ids: Collection[str], touched: Touched) -> None:
    shared = "|".join(schema().shared())
    found = tx.read(
        f"UNWIND $ids AS id MATCH (:{label} {{id: id}})--(s:{shared}) RETURN DISTINCT s.id, labels(s)",
        {"ids": list(ids)},
    )
    for identity, labels in found.rows:
        _remember(touched, labels, identity)


def _remember(touched: Touched, labels: list[str], identity: str) -> None:
    for label in schema().shared():
        if label in labels:
            touched[label].add(identity)
