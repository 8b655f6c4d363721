"""What follows from the relations of all documents, kept so that no order of loading or removing shows.

- Derived properties (schema: `derived`): after a document is written, what it adds is joined in (`contribute`); after one
  is taken away, those of the nodes it named are computed anew (`recompute`). Both give the same.
- Derived relations: a Policy is a Document of that title or number, a body belongs to a collective. They follow from the nodes
  that are there, so it is enough to look at those just written; with a node they go by themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from graph.connection import Transaction
from graph.kin import draw, relatives
from graph.row import DocumentRows, RelationRow
from graph.schema import Derived, schema

_NO_DATE = "date('0001-01-01')"  # undated documents are the oldest


def expression(rule: Derived, node: str = "n") -> str:
    """Cypher for the value of a derived property, from all relations of `node`."""
    match = f"MATCH ({node})-[r:{'|'.join(rule.relations)}]-()"
    if rule.how == "union":
        return f"COLLECT {{ {match} UNWIND r.{rule.property} AS v RETURN DISTINCT v ORDER BY v }}"
    if rule.how == "first":
        return (
            f"COLLECT {{ {match} WHERE r.{rule.property} <> '' RETURN r.{rule.property} AS v ORDER BY v LIMIT 1 }}[0]"
        )
    return (
        f"COLLECT {{ {match} WHERE r.{rule.property} IS NOT NULL MATCH (d:Document {{id: r.document}}) "
        f"RETURN r.{rule.property} AS v ORDER BY coalesce(d.date, {_NO_DATE}) DESC, d.id, r.start, v LIMIT 1 }}[0]"
    )


def recompute(tx: Transaction, label: str, ids: Collection[str]) -> None:
    """Set the derived properties of these nodes from all their relations."""
    sets = [f"n.{name} = {expression(rule)}" for of, name, rule in schema().derived() if of == label]
    if sets and ids:
        tx.write(f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) SET {', '.join(sets)}", {"ids": sorted(ids)})


def contribute(tx: Transaction, relations: Iterable[RelationRow]) -> None:
    """Join what new relations say into the derived properties of their ends."""
    by_end: dict[tuple[str, str], list[tuple[str, RelationRow]]] = defaultdict(list)
    for one in relations:
        by_end[one.type, one.start_label].append((one.start, one))
        by_end[one.type, one.end_label].append((one.end, one))
    for label, name, rule in schema().derived():
        said: dict[str, set[str]] = defaultdict(set)
        for kind in rule.relations:
            for identity, one in by_end.get((kind, label), ()):
                value = one.properties.get(rule.property)
                if value not in (None, ""):
                    said[identity].update(map(str, value) if isinstance(value, list) else [str(value)])
        if not said:
            continue
        if rule.how == "latest":
            statement = f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) SET n.{name} = {expression(rule)}"
        elif rule.how == "union":
            joined = f"coalesce(n.{name}, []) + row.said"
            statement = (
                f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) "
                f"SET n.{name} = COLLECT {{ UNWIND {joined} AS v RETURN DISTINCT v ORDER BY v }}"
            )
        else:
            statement = (
                f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) "
                f"SET n.{name} = COLLECT {{ UNWIND row.said + [n.{name}] AS v RETURN v ORDER BY v LIMIT 1 }}[0]"
            )
        tx.write(statement, {"rows": [{"id": key, "said": sorted(said[key])} for key in sorted(said)]})


def relate(tx: Transaction, rows: DocumentRows) -> None:
    """Draw the derived relations round the nodes of a document just written."""
    _same_document(tx, rows.id, [node.id for node in rows.nodes if node.label == "Policy"])
    draw(tx, relatives(tx, [node.id for node in rows.nodes if node.label == "Body"]))


# (:Policy)-[:SAME_AS]->(:Document) of equal title, or cited by the document's number alone


def _same_document(tx: Transaction, document: str, policies: list[str]) -> None:
    same = "MERGE (p)-[r:SAME_AS]->(d) SET r.status = 'same', r.by = 'title', r.at = ''"
    tx.write(
        "MATCH (d:Document {id: $id}) UNWIND [one IN [d.title, d.number] WHERE one <> ''] AS name "
        f"MATCH (p:Policy {{title: name}}) {same}",
        {"id": document},
    )
    for name in ("title", "number"):
        if policies:
            tx.write(
                f"UNWIND $ids AS id MATCH (p:Policy {{id: id}}) MATCH (d:Document {{{name}: p.title}}) {same}",
                {"ids": policies},
            )
