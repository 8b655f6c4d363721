"""The stretch of the graph that the explorer shows: what is opened, page by page, and every relation among it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from queries.find import Readable
from queries.views import view

PAGE = 12
AT_MOST = 300


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the graph; `label` is its kind (Body, Obligation…), `sublabel` the kind of a body."""

    id: str
    label: str
    sublabel: str
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation between two nodes that are shown. The id holds as long as the relation does."""

    id: str
    type: str
    source: str
    target: str
    properties: Mapping[str, Any]


@dataclass(slots=True)
class Picture:
    """`more[id]`: how many neighbours of an opened node are not shown; `full`: the limit of nodes was reached."""

    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    more: dict[str, int] = field(default_factory=dict)
    full: bool = False


def opened(entries: Sequence[str]) -> dict[str, int]:
    """`["body-1", "obl-2~3"]` → pages shown by id; anything else after ~ counts as one page."""
    found = {}
    for entry in entries:
        name, _, pages = entry.partition("~")
        if name:
            found[name] = max(1, int(pages)) if pages.isdecimal() and len(pages) < 5 else 1
    return found


def picture(store: Readable, roots: Sequence[str], entries: Sequence[str]) -> Picture:
    """The roots, what is opened of them page by page (PAGE neighbours each), and all relations among these.

    Never more than AT_MOST nodes. Ids that the graph does not hold are left out.
    """
    made = Picture()
    shown = dict.fromkeys(roots)
    for name, pages in opened(entries).items():
        ids = [str(row[0]) for row in store.read(view("neighbours"), {"id": name}).rows]
        if not ids and name not in shown:
            continue
        shown.setdefault(name)
        room = max(0, AT_MOST - len(shown))
        wanted = [one for one in ids[: pages * PAGE] if one not in shown][:room]
        shown.update(dict.fromkeys(wanted))
        left = sum(1 for one in ids if one not in shown)
        if left:
            made.more[name] = left
        made.full |= len(shown) >= AT_MOST
    table = store.read(view("picture"), {"ids": list(shown)})
    for labels, properties, relations in table.rows:
        label = "Body" if "Body" in labels else labels[0]
        sublabel = next((one for one in labels if one != label), "")
        made.nodes.append(Node(properties["id"], label, sublabel, properties))
        for one in relations:
            source, target = properties["id"], one["target"]
            made.edges.append(Edge(f"{one['type']}:{source}:{target}", one["type"], source, target, one["properties"]))
    return made
