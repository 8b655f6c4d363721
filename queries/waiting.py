"""Who waits for what, as a graph one can reckon with (networkx): upstream, downstream, cycles, chains, what a delay hits.

An edge leads from what waits to what it waits for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import networkx

from queries.find import Readable
from queries.same import names
from queries.views import view

CHAINS = 12


@dataclass(frozen=True, slots=True)
class Item:
    """Something that waits or is waited for; `due` is its earliest last day, None where no day is fixed."""

    id: str
    label: str
    name: str
    text: str
    document: str
    start: int | None
    due: date | None
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """An obligation that a delay reaches: `steps` away, `late` days after its own last day (None where it has none)."""

    item: Item
    steps: int
    late: int | None


def _item(row: Mapping[str, Any]) -> Item:
    due = min((date.fromisoformat(one) for one in row["due"]), default=None)
    return Item(
        row["id"],
        row["label"],
        row["name"] or "",
        row["text"] or "",
        row["document"] or "",
        row["start"],
        due,
        tuple(sorted(set(row["bodies"]))),
    )


class Waiting:
    """All waiting of a graph."""

    def __init__(self, rows: Iterable[tuple[Mapping[str, Any], Mapping[str, Any], Mapping[str, Any]]]) -> None:
        self.graph: Any = networkx.DiGraph()
        self.items: dict[str, Item] = {}
        for source, target, waits in rows:
            for row in (source, target):
                self.items.setdefault(row["id"], _item(row))
            if source["id"] != target["id"]:
                self.graph.add_edge(source["id"], target["id"], **waits)

    def upstream(self, key: str) -> set[str]:
        """All that this waits for, however far."""
        return set(networkx.descendants(self.graph, key)) if key in self.graph else set()

    def downstream(self, key: str) -> set[str]:
        """All that waits for this, however far."""
        return set(networkx.ancestors(self.graph, key)) if key in self.graph else set()

    def web(self, key: str) -> set[str]:
        """All that is tied to this by waiting, in either direction, and what is tied to that."""
        return set(networkx.node_connected_component(self._ties, key)) if key in self.graph else {key}

    def nearest(self, key: str, most: int) -> list[str]:
        """This, what it waits for and what waits for it, the nearest first, at most so many."""
        if key not in self.graph:
            return [key]
        steps: dict[str, int] = {}
        for graph in (self.graph, self._turned):
            for other, far in networkx.single_source_shortest_path_length(graph, key).items():
                steps[other] = min(far, steps.get(other, far))
        return sorted(steps, key=lambda one: (steps[one], one))[:most]

    def ring_of(self) -> dict[str, int]:
        """Number of the cycle that each thing in one belongs to."""
        return self._rings

    def opening(self) -> str:
        """Where to begin: in the longest chain, the last obligation that others wait for."""
        chains = self.chains(1)
        awaited = [one for one in (chains[0][1:] if chains else []) if one.label == "Obligation"]
        return awaited[-1].id if awaited else chains[0][-1].id if chains else next(iter(self.items))

    @cached_property
    def _ties(self) -> Any:
        return self.graph.to_undirected(as_view=True)

    @cached_property
    def _turned(self) -> Any:
        return self.graph.reverse(copy=False)

    @cached_property
    def _rings(self) -> dict[str, int]:
        rings = (ring for ring in networkx.strongly_connected_components(self.graph) if len(ring) > 1)
        return {key: number for number, ring in enumerate(rings) for key in ring}

    def cycles(self) -> list[list[Item]]:
        """Groups of things that wait for each other, largest first."""
        rings = [sorted(ring) for ring in networkx.strongly_connected_components(self.graph) if len(ring) > 1]
        return [[self.items[key] for key in ring] for ring in sorted(rings, key=lambda ring: (-len(ring), ring))]

    def chains(self, most: int = CHAINS) -> list[list[Item]]:
        """The longest chains of waiting, each starting where nothing waits for it; a cycle counts as one link."""
        return [chain for chain in self._chains[:most] if len(chain) > 1]

    @cached_property
    def _chains(self) -> list[list[Item]]:
        folded = networkx.condensation(self.graph)
        longest: dict[int, list[int]] = {}
        for node in reversed(list(networkx.topological_sort(folded))):
            tails = [longest[after] for after in folded.successors(node)]
            longest[node] = [node, *max(tails, key=len, default=[])]
        starts = sorted((longest[node] for node in folded if folded.in_degree(node) == 0), key=len, reverse=True)
        return [[self.items[min(folded.nodes[node]["members"])] for node in chain] for chain in starts]

    def delay(self, key: str, days: int) -> list[Hit]:
        """What is reached when this is done `days` after its last day, nearest first.

        Nothing is reached by less than no time; where this has no last day, only the order is told.
        """
        if key not in self.graph:
            return []
        steps = networkx.single_source_shortest_path_length(self._turned, key)
        own = self.items[key].due
        done = own + timedelta(days=days) if own else None
        hits = []
        for other, far in steps.items():
            item = self.items[other]
            if other != key and item.label == "Obligation":
                late = (done - item.due).days if done and item.due else None
                hits.append(Hit(item, far, late))
        return sorted(hits, key=lambda hit: (hit.steps, hit.item.due or date.max, hit.item.id))

    def load(self) -> list[tuple[str, int, int]]:
        """(body, how many of its obligations wait, how many others wait for its obligations), the most blocking first."""
        return self._load

    @cached_property
    def _load(self) -> list[tuple[str, int, int]]:
        blocked: Counter[str] = Counter()
        blocking: Counter[str] = Counter()
        for key in self.graph:
            item = self.items[key]
            for body in item.bodies:
                blocked[body] += self.graph.out_degree(key) > 0
                blocking[body] += sum(1 for other in self.downstream(key) if self.items[other].label == "Obligation")
        names = sorted(set(blocked) | set(blocking), key=lambda name: (-blocking[name], -blocked[name], name))
        return [(name, blocked[name], blocking[name]) for name in names if blocked[name] or blocking[name]]


def waiting(store: Readable) -> Waiting:
    """All waiting that the store knows."""
    rows = store.read(view("waiting")).rows
    table = store.read(
        view("waiting_things"), {"ids": sorted({str(key) for row in rows for key in row[:2]}), "same": names(store)}
    )
    known = {str(row[0]): dict(zip(table.columns, row, strict=True)) for row in table.rows}
    return Waiting((known[a], known[b], waits) for a, b, waits in rows if a in known and b in known)
