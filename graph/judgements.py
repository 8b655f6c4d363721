"""What people decided about bodies: these two are one and the same, or are not, whatever the registry thinks.

A judgement is data of its own (`Judgement` in the schema), said by no document: it stays when documents are read again,
removed or put back, and the relation SAME_AS follows from it while both bodies are in the graph (graph/kin.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from graph.connection import Store, Transaction
from graph.ids import make_id
from graph.kin import draw, relatives
from graph.schema import schema
from graph.writer import writing


@dataclass(frozen=True, slots=True)
class Judgement:
    """Two bodies (ids and the names they had), whether they are the same, who said so and when (ISO, UTC)."""

    first: str
    second: str
    names: tuple[str, str]
    same: bool
    by: str
    at: str


def judgements(store: Store) -> list[Judgement]:
    """All judgements, by the names of the bodies."""
    rows = store.read(
        "MATCH (j:Judgement) RETURN j.first, j.second, j.names, j.same, j.by, j.at ORDER BY j.names[0], j.names[1], j.id"
    ).rows
    return [Judgement(first, second, (names[0], names[1]), same, by, at) for first, second, names, same, by, at in rows]


def judge(store: Store, one: tuple[str, str], other: tuple[str, str], *, same: bool, by: str) -> Judgement:
    """Keep that two different bodies, each (id, name), are the same or are not; a former judgement of them gives way."""
    (first, name), (second, other_name) = sorted((one, other))
    made = Judgement(first, second, (name, other_name), same, by, datetime.now(UTC).isoformat(timespec="seconds"))
    values = {
        "id": _id(first, second),
        "first": first,
        "second": second,
        "names": [name, other_name],
        "same": same,
        "by": by,
        "at": made.at,
    }
    assert not schema().node_problem("Judgement", "", values)

    def work(tx: Transaction) -> None:
        tx.write("MERGE (j:Judgement {id: $id}) SET j = $values", {"id": values["id"], "values": values})
        _redraw(tx, first, second)

    with writing(store):
        store.transaction(work)
    return made


def withdraw(store: Store, judgement: Judgement) -> None:
    """Take a judgement back: the registry alone decides again."""

    def work(tx: Transaction) -> None:
        tx.write("MATCH (j:Judgement {id: $id}) DELETE j", {"id": _id(judgement.first, judgement.second)})
        _redraw(tx, judgement.first, judgement.second)

    with writing(store):
        store.transaction(work)


def _id(first: str, second: str) -> str:
    return make_id(schema().nodes["Judgement"].prefix, first, second)


def _redraw(tx: Transaction, first: str, second: str) -> None:
    pair = {first, second}
    tx.write(
        "MATCH (a:Body {id: $first})-[r:SAME_AS]-(b:Body {id: $second}) DELETE r", {"first": first, "second": second}
    )
    draw(tx, [one for one in relatives(tx, pair) if one.type == "SAME_AS" and {one.start, one.end} == pair])
