"""What pages reckon from the whole graph, kept until the graph changes."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar

from graph.connection import Store

# says whether anything was added, removed, read again or corrected since
_STAMP = """MATCH (d:Document)
RETURN count(d), max(d.added), sum(d.obligations), sum(coalesce(d.date.year * 372 + d.date.month * 31 + d.date.day, 0)), sum(COUNT { (d)--() })"""
_KEPT: dict[str, tuple[Any, Any]] = {}
_LOCK = Lock()
T = TypeVar("T")


def stamp(store: Store) -> tuple[Any, ...]:
    """Equal as long as the documents of the graph are the same."""
    return (store.endpoint.uri, *map(str, store.read(_STAMP).rows[0]))


def remembered(store: Store, name: str, make: Callable[[Store], T]) -> T:
    """What `make` gives of the store, made anew only after the graph has changed. It must not be changed by who gets it."""
    now = stamp(store)
    with _LOCK:
        kept = _KEPT.get(name)
    if kept is None or kept[0] != now:
        kept = (now, make(store))
        with _LOCK:
            _KEPT[name] = kept
    value: T = kept[1]
    return value
