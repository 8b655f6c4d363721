"""The stretch of the graph that the explorer shows: what is opened, page by page, and every relation among it.

An entry of what is opened is ID or ID~PAGES; a group (what hangs on one node by one relation, of one kind) is
ID@TYPE:LABEL, and is opened like a node. Above AT_MOST nodes what hangs on a node is shown by groups.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from queries.find import Readable
from queries.views import view

PAGE = 12
AT_MOST = 300
# fewer than this are not worth a group
GROUP_FROM = 4


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the graph; `label` is its kind (Body, Obligation…), `sublabel` the kind of a body.

    `same`: names of the bodies that were judged to be this one and are drawn as one with it.
    """

    id: str
    label: str
    sublabel: str
    properties: Mapping[str, Any]
    same: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation between two nodes that are shown. The id holds as long as the relation does."""

    id: str
    type: str
    source: str
    target: str
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Group:
    """What hangs on `owner` by relations of one type and is of one kind: `count` in all, `shown` of them drawn."""

    id: str
    owner: str
    type: str
    label: str
    count: int
    shown: int


@dataclass(slots=True)
class Picture:
    """`more[id]`: how many neighbours of an opened node are not shown; `full`: the limit of nodes was reached."""

    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    more: dict[str, int] = field(default_factory=dict)
    groups: list[Group] = field(default_factory=list)
    full: bool = False


@dataclass(frozen=True, slots=True)
class _Near:
    id: str
    type: str
    label: str


def opened(entries: Sequence[str]) -> dict[str, int]:
    """`["body-1", "obl-2~3"]` → pages shown by id; anything else after ~ counts as one page."""
    found = {}
    for entry in entries:
        name, _, pages = entry.partition("~")
        if name:
            found[name] = max(1, int(pages)) if pages.isdecimal() and len(pages) < 5 else 1
    return found


def group_id(owner: str, type: str, label: str) -> str:
    """The id of a group; ids of nodes hold neither @ nor colon."""
    return f"{owner}@{type}:{label}"


def under(entry: str, judged: Mapping[str, str]) -> str:
    """An entry of what is opened, or an id, with the body that stands for it (queries/same.py) in its place."""
    name, sign, rest = entry.partition("@")
    if not sign:
        name, sign, rest = entry.partition("~")
    return f"{judged.get(name, name)}{sign}{rest}"


def picture(
    store: Readable, roots: Sequence[str], entries: Sequence[str], judged: Mapping[str, str] | None = None
) -> Picture:
    """The roots, what is opened of them page by page (PAGE neighbours each), and all relations among these.

    Where that would be more than AT_MOST nodes, or one node alone has more neighbours, they are grouped.
    `judged`: id of a body → id of the one it is drawn as (queries/same.py); none, and all are drawn as they are.
    Ids that the graph does not hold are left out.
    """
    judged = judged or {}
    roots = list(dict.fromkeys(under(one, judged) for one in roots))
    pages = opened([under(one, judged) for one in entries])
    near = _near(store, judged, [name for name in pages if "@" not in name])
    for name in [one for one in near if not near[one] and one not in roots]:
        del near[name]
    kept = dict.fromkeys([*roots, *near])
    made = Picture()
    single = {
        name for name in near if len(near[name]) <= AT_MOST and not any(one.startswith(f"{name}@") for one in pages)
    }
    pageful = {name: [one.id for one in near[name][: pages[name] * PAGE]] for name in single}
    crowded = len(kept | dict.fromkeys(one for ids in pageful.values() for one in ids)) > AT_MOST
    shown = dict(kept)
    for name, around in near.items():
        if crowded or name not in single:
            _grouped(made, name, around, pages, kept, shown)
            continue
        shown.update(dict.fromkeys(pageful[name]))
    for name in single if not crowded else ():
        left = sum(1 for one in near[name] if one.id not in shown)
        if left:
            made.more[name] = left
    _read(store, judged, made, list(shown))
    return made


def _selves(judged: Mapping[str, str], names: Sequence[str]) -> list[str]:
    """These ids and those of the bodies drawn as them."""
    wanted = set(names)
    return list(dict.fromkeys([*names, *(own for own, key in judged.items() if key in wanted)]))


def _near(store: Readable, judged: Mapping[str, str], names: Sequence[str]) -> dict[str, list[_Near]]:
    found: dict[str, list[_Near]] = {name: [] for name in names}
    if names:
        met: set[tuple[str, str]] = set()
        for key, one, type_, label in store.read(view("neighbours"), {"ids": _selves(judged, names)}).rows:
            owner, other = judged.get(key, key), judged.get(one, one)
            if owner != other and (owner, other) not in met:
                met.add((owner, other))
                found[owner].append(_Near(other, str(type_), str(label)))
    return found


def _grouped(
    made: Picture,
    owner: str,
    around: Sequence[_Near],
    pages: Mapping[str, int],
    kept: Mapping[str, None],
    shown: dict[str, None],
) -> None:
    """Groups of what hangs on one node; members of an opened group are added to `shown`."""
    kinds: dict[tuple[str, str], list[str]] = {}
    for one in around:
        kinds.setdefault((one.type, one.label), []).append(one.id)
    for (type_, label), members in kinds.items():
        key = group_id(owner, type_, label)
        hidden = [one for one in members if one not in kept]
        if len(hidden) < GROUP_FROM and len(shown) + len(hidden) <= AT_MOST:
            shown.update(dict.fromkeys(hidden))
            continue
        wanted = hidden[: pages[key] * PAGE] if key in pages else []
        fitting = [one for one in wanted if one not in shown][: max(0, AT_MOST - len(shown))]
        made.full |= len(fitting) < sum(one not in shown for one in wanted)
        shown.update(dict.fromkeys(fitting))
        drawn = sum(one in shown for one in members)
        made.groups.append(Group(key, owner, type_, label, len(members), drawn))
        if key in pages and drawn < len(members):
            made.more[key] = len(members) - drawn


def _read(store: Readable, judged: Mapping[str, str], made: Picture, ids: list[str]) -> None:
    same: dict[str, list[str]] = {}
    edges: dict[str, Edge] = {}
    for labels, properties, relations in store.read(view("picture"), {"ids": _selves(judged, ids)}).rows:
        label = "Body" if "Body" in labels else labels[0]
        source = judged.get(properties["id"], properties["id"])
        if source == properties["id"]:
            sublabel = next((one for one in labels if one != label), "")
            made.nodes.append(Node(source, label, sublabel, properties))
        else:
            same.setdefault(source, []).append(str(properties["name"]))
        for one in relations:
            target = judged.get(one["target"], one["target"])
            if source != target:
                edge = Edge(f"{one['type']}:{source}:{target}", one["type"], source, target, one["properties"])
                edges.setdefault(edge.id, edge)
    made.edges += edges.values()
    made.nodes = [replace(one, same=tuple(sorted(same[one.id]))) if one.id in same else one for one in made.nodes]
