"""What pages reckon from the whole graph, kept until the graph changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sized
from threading import Lock
from typing import Any, TypeVar

from graph.connection import Store

# says whether anything was added, removed, read again, corrected or judged the same since
_STAMP = """MATCH (d:Document)
WITH count(d) AS documents, max(d.added) AS added, max(d.version) AS version, sum(d.obligations) AS obligations,
  sum(coalesce(d.date.year * 372 + d.date.month * 31 + d.date.day, 0)) AS days, sum(COUNT { (d)--() }) AS relations
RETURN documents, added, version, obligations, days, relations, COUNT { ()-[:MEMBER_OF]->() },
  COLLECT { MATCH ()-[r:SAME_AS]->() RETURN [count(r), max(r.at)] }"""
_KEPT: dict[str, tuple[Any, Any]] = {}
_MAKING: dict[str, Lock] = {}
_RECENT: OrderedDict[tuple[str, ...], tuple[Any, Any, int]] = OrderedDict()
MOST = 100_000
"""How much the pages keep of what they last showed, in lines: some hundred bytes each."""
_LOCK = Lock()
T = TypeVar("T")
S = TypeVar("S", bound=Sized)


def stamp(store: Store) -> tuple[Any, ...]:
    """Equal as long as the documents of the graph are the same."""
    return (store.endpoint.uri, *map(str, store.read(_STAMP).rows[0]))


def remembered(store: Store, name: str, make: Callable[[Store], T]) -> T:
    """What `make` gives of the store, made anew only after the graph has changed. It must not be changed by who gets it."""
    now = stamp(store)
    with _LOCK:
        making = _MAKING.setdefault(name, Lock())
    with making:  # who comes while another makes it waits for that
        kept = _KEPT.get(name)
        if kept is None or kept[0] != now:
            kept = _KEPT[name] = (now, make(store))
    value: T = kept[1]
    return value


def recent(now: tuple[Any, ...], key: tuple[str, ...], make: Callable[[], S]) -> S:
    """What `make` gave for this key while the graph was the same (`now` is its stamp); what was not asked for longest goes first."""
    with _LOCK:
        kept = _RECENT.pop(key, None)
        if kept and kept[0] == now:
            _RECENT[key] = kept
    if kept is None or kept[0] != now:
        made = make()
        kept = (now, made, len(made))
        with _LOCK:
            _RECENT[key] = kept
            while len(_RECENT) > 1 and sum(weight for _, _, weight in _RECENT.values()) > MOST:
                _RECENT.popitem(last=False)
    value: S = kept[1]
    return value
