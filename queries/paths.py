"""How two things hang together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from queries.find import Readable
from queries.views import view

LONGER = 2
"""Steps that a way may be longer for not running through a collective (各乡镇), which ties everything to everything."""
_COLLECTIVES = "MATCH (c:Collective) WHERE c.id IN $ids RETURN count(c)"


@dataclass(frozen=True, slots=True)
class Way:
    """Things in their order and the relation between each and the next, as the view returns them; both empty where there is none."""

    nodes: tuple[dict[str, Any], ...] = ()
    relations: tuple[dict[str, Any], ...] = ()


def way(store: Readable, first: str, last: str) -> Way:
    """The shortest way of at most eight steps between two things, by their ids; one around collectives where it is hardly longer."""
    if first == last:
        return Way()
    found = _read(store, "shortest", first, last)
    between = [one["id"] for one in found.nodes[1:-1]]
    if between and store.read(_COLLECTIVES, {"ids": between}).rows[0][0]:
        other = _read(store, "around", first, last)
        if other.nodes and len(other.nodes) <= len(found.nodes) + LONGER:
            return other
    return found


def _read(store: Readable, name: str, first: str, last: str) -> Way:
    rows = store.read(view(name), {"a": first, "b": last}).rows
    return Way(tuple(rows[0][0]), tuple(rows[0][1])) if rows else Way()
