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
from graph.errors import GraphError, StoreUnavailableError
from graph.remove import erase, erase_in_pieces, is_large, mark_unfinished, recover
from graph.row import DocumentRows, NodeRow, RelationRow, validate
from graph.schema import schema

BATCH = 4_000
"""Rows of one statement."""

AT_ONCE = 16_000
"""Rows of a document that is written in one transaction."""

SECONDS = 600.0
"""Time a transaction may take; the server's own limit is made for users' queries."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Item:
    """A document to write: it was read from `path`, where the `former` documents (ids) lay before."""

    rows: DocumentRows
    path: str = ""
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A document of the graph that lies at `path` now, where the `former` documents (ids) lay before."""

    document: str
    path: str
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """What became of an item: `status` is added, replaced (a former reading, or a former version at its path, was
    there) or failed; then `error` says why and nothing of it is left."""

    status: str
    error: GraphError | None = None


def write(store: Store, items: Sequence[Item], writer: str) -> list[Written]:
    """Write documents: in one transaction if they are `AT_ONCE` rows at most, else, or where that fails, each alone.

    The caller holds the writer lock and gives its name (`graph.writer`). Ended in the middle, nothing is left that
    `graph.remove.recover` does not clear.

    Raises:
        StoreUnavailableError: the store is gone.
    """
    if len(items) > 1 and sum(len(item.rows) for item in items) <= AT_ONCE:
        try:
            return _at_once(store, items)
        except StoreUnavailableError:
            raise
        except GraphError:  # one of them: whichever it is fails alone
            recover(store, writer)
    return [_alone(store, item, writer) for item in items]


def _alone(store: Store, item: Item, writer: str) -> Written:
    try:
        if len(item.rows) <= AT_ONCE and not store.snapshot(lambda tx: is_large(tx, item.rows.id)):
            return _at_once(store, [item])[0]
        return _in_pieces(store, item, writer)
    except StoreUnavailableError:
        raise
    except GraphError as error:
        recover(store, writer)
        return Written("failed", error)


def place(store: Store, places: Sequence[Placed]) -> list[bool]:
    """Note where documents lie now; for each, whether a former document lay nowhere else and went."""
    if not places:
        return []
    gone = store.transaction(lambda tx: _move(tx, places), timeout=SECONDS)
    _finish(store, [one for each in places for one in each.former])
    return gone


def _at_once(store: Store, items: Sequence[Item]) -> list[Written]:
    for item in items:
        validate(item.rows.nodes, item.rows.relations)

    def work(tx: Transaction) -> list[Written]:
        known = {one: _sources(tx, one) for one in _known(tx, [item.rows.id for item in items])}
        for document in known:
            erase(tx, document)
        _put_nodes(tx, [node for item in items for node in item.rows.nodes])
        _put_relations(tx, [relation for item in items for relation in item.rows.relations])
        for item in items:
            relate(tx, item.rows)
            _add_sources(tx, item.rows.id, known.get(item.rows.id, []))
        moved = _move(tx, [Placed(item.rows.id, item.path, item.former) for item in items])
        return [_written(item.rows.id in known or gone) for item, gone in zip(items, moved, strict=True)]

    done = store.transaction(work, timeout=SECONDS)
    _finish(store, [one for item in items for one in item.former])
    return done


def _written(replaced: bool) -> Written:
    return Written("replaced" if replaced else "added")


def _in_pieces(store: Store, item: Item, writer: str) -> Written:
    rows = item.rows
    validate(rows.nodes, rows.relations)
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
        _add_sources(tx, rows.id, sources)
        return _move(tx, [Placed(rows.id, item.path, item.former)])[0]

    shared_labels = frozenset(schema().shared())
    shared = {node.id: node for node in rows.nodes if node.label in shared_labels}
    store.transaction(begin)
    for nodes in _batches([node for node in rows.nodes[1:] if node.id not in shared], AT_ONCE):
        store.transaction(partial(piece, nodes=nodes, relations=()), timeout=SECONDS)
    for relations in _batches(rows.relations, AT_ONCE):
        # a shared node comes with the words that name it: a crash would leave it behind alone
        named = dict.fromkeys(end for one in relations for end in (one.start, one.end) if end in shared)
        nodes = [shared[end] for end in named]
        store.transaction(partial(piece, nodes=nodes, relations=relations), timeout=SECONDS)
    moved = store.transaction(end, timeout=SECONDS)
    _finish(store, item.former)
    return _written(known or moved)


def _known(tx: Transaction, documents: Collection[str]) -> list[str]:
    found = tx.read("UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN d.id", {"ids": list(documents)})
    return [document for (document,) in found.rows]


def _sources(tx: Transaction, document: str) -> list[str]:
    """The paths a document was read from."""
    found = tx.read("MATCH (d:Document {id: $id}) RETURN d.sources", {"id": document})
    return [path for (sources,) in found.rows for path in sources or ()]


def _move(tx: Transaction, places: Sequence[Placed]) -> list[bool]:
    """Give all documents their paths first, then take these from the former ones, so that files may change places.

    A former document without any path left is erased, or marked where it is large; for each place, whether one was.
    """
    for one in places:
        if one.path:
            _add_sources(tx, one.document, [one.path])
    gone = []
    for one in places:
        left = [former for former in one.former if former != one.document and _leave(tx, former, one.path)]
        for former in left:
            if is_large(tx, former):
                mark_unfinished(tx, former, "")
            else:
                erase(tx, former)
        gone.append(bool(left))
    return gone


def _add_sources(tx: Transaction, document: str, paths: Sequence[str]) -> None:
    if paths:
        _set_sources(tx, document, sorted({*paths, *_sources(tx, document)}))


def _leave(tx: Transaction, document: str, path: str) -> bool:
    """Take a path from a document; True where it has no other."""
    sources = _sources(tx, document)
    rest = [one for one in sources if one != path]
    if rest:
        _set_sources(tx, document, rest)
    return bool(sources) and not rest


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
