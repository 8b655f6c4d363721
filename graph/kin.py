"""Which bodies belong together: members of a collective and a body's successor by the registry, the same body by a
person's judgement (graph/judgements.py), which goes before the registry's.

All follow from the bodies that are in the graph, whoever named them: a new body is held against those of its region and
against the judgements of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import product

from extract.body_entries import lists
from extract.registry import Resolution, is_member
from graph.connection import Transaction

RULE = "registry"


@dataclass(frozen=True, slots=True)
class Kin:
    """(:Body {id: start})-[:MEMBER_OF|SAME_AS]->(:Body {id: end}); status, by and at are those of a SAME_AS."""

    start: str
    type: str
    end: str
    status: str = ""
    by: str = ""
    at: str = ""


def relatives(tx: Transaction, bodies: Collection[str]) -> list[Kin]:
    """The derived relations of these bodies (ids) with all bodies of their regions."""
    if not bodies:
        return []
    rows = tx.read(
        "UNWIND $ids AS id MATCH (n:Body {id: id}) WITH DISTINCT n.region AS region MATCH (b:Body {region: region}) "
        "RETURN b.id, [l IN labels(b) WHERE l <> 'Body'][0], b.level, b.region, b.stem, b.members",
        {"ids": list(bodies)},
    ).rows
    judged = tx.read(
        "MATCH (j:Judgement) WHERE j.first IN $ids OR j.second IN $ids RETURN j.first, j.second, j.same, j.by, j.at, "
        "EXISTS { (:Body {id: j.first}) } AND EXISTS { (:Body {id: j.second}) }",
        {"ids": list(bodies)},
    ).rows
    decided = {frozenset(row[:2]) for row in judged}
    kin = [
        one
        for one in between(map(_resolution, rows), set(bodies))
        if one.type != "SAME_AS" or frozenset((one.start, one.end)) not in decided
    ]
    kin += [
        Kin(first, "SAME_AS", second, "same", by, at) for first, second, same, by, at, there in judged if same and there
    ]
    return list(dict.fromkeys(kin))


def draw(tx: Transaction, kin: Iterable[Kin]) -> None:
    """Write them."""
    rows = [asdict(one) for one in kin]
    ends = "UNWIND $rows AS row MATCH (a:Body {id: row.start}) MATCH (b:Body {id: row.end}) "
    for kind, sets in (
        ("MEMBER_OF", f"r.rule = '{RULE}'"),
        ("SAME_AS", "r.status = row.status, r.by = row.by, r.at = row.at"),
    ):
        of_kind = [row for row in rows if row["type"] == kind]
        if of_kind:
            tx.write(f"{ends} MERGE (a)-[r:{kind}]->(b) SET {sets}", {"rows": of_kind})


def between(bodies: Iterable[Resolution], new: Collection[str]) -> Iterator[Kin]:
    """Relations between bodies of one region, of which at least one is new; `key` of a Resolution is the id here."""
    there = list(bodies)
    collectives = [one for one in there if one.kind == "Collective" and one.members]
    for body, collective in product(there, collectives):
        if (body.key in new or collective.key in new) and is_member(body, collective):
            yield Kin(body.key, "MEMBER_OF", collective.key)
    stems = lists().stems
    places = {(one.stem, one.level, one.region): one for one in there if one.stem}
    for body in there:
        stem = stems.get(body.stem)
        if stem is not None and stem.successor:
            heir = places.get((stem.successor, body.level, body.region))
            if heir is not None and (body.key in new or heir.key in new):
                yield Kin(body.key, "SAME_AS", heir.key, "succession", RULE)


def _resolution(row: tuple[str, str | None, str, str, str, list[str]]) -> Resolution:
    identity, kind, level, region, stem, members = row
    return Resolution(identity, "", kind or "", level, region, (), "", True, stem, tuple(members))
