"""Two ledgers side by side: what only one body owes, what only the other, and what both do, each in which role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from queries.ledger import Entry

SIDES = ("both", "a", "b")


@dataclass(frozen=True, slots=True)
class Owner:
    """A body and its role in an obligation."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Compared:
    """One obligation of two ledgers: `entry` is the first body's where it owes it, `owner` the name of the entry's body."""

    entry: Entry
    side: str
    owner: str
    owners: tuple[Owner, ...]


def compared(first: Sequence[Entry], a: str, second: Sequence[Entry], b: str) -> list[Compared]:
    """Each obligation of the two ledgers once, in the order of documents and their text; `a` and `b` name the bodies.

    What a body owes only through a collective (各部门) is left out: both would share it and nothing be told.
    """
    found: dict[str, tuple[Entry, dict[Owner, None]]] = {}
    of: dict[str, set[str]] = {}
    for side, name, entries in (("a", a, first), ("b", b, second)):
        for entry in entries:
            if not entry.collective:
                found.setdefault(entry.id, (entry, {}))[1][Owner(name, entry.role)] = None
                of.setdefault(entry.id, set()).add(side)
    made = []
    for key, (entry, owners) in found.items():
        side = "both" if len(of[key]) > 1 else next(iter(of[key]))
        made.append(Compared(entry, side, b if side == "b" else a, tuple(owners)))
    return sorted(made, key=lambda one: (one.entry.document["date"] or "", one.entry.document["id"], one.entry.start))
