"""Bodies that a person judged to be one (`govgraph same A B`): which of them stands for all in lists and pictures.

It is the one that the questions in Cypher choose too: a registered one before others, then by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from queries.find import Readable

_HEADS = """MATCH (own:Body)-[:SAME_AS {status: 'same'}]-() WITH DISTINCT own
RETURN own.id, COLLECT { MATCH ANY SHORTEST (own)(()-[:SAME_AS {status: 'same'}]-())*(me:Body)
  RETURN [me.id, me.name] ORDER BY me.registered DESC, me.name, me.id LIMIT 1 }[0]"""


def heads(store: Readable) -> dict[str, tuple[str, str]]:
    """Id of each body that was judged the same as another → (id, name) of the one that stands for them."""
    return {str(own): (str(key), str(name)) for own, (key, name) in store.read(_HEADS).rows}


def names(store: Readable) -> dict[str, str]:
    """Id of each body that was judged the same as another → the name of the one that stands for them."""
    return {own: name for own, (_, name) in heads(store).items()}


def under_one(
    bodies: Iterable[Mapping[str, Any]], judged: Mapping[str, tuple[str, str]]
) -> tuple[Mapping[str, Any], ...]:
    """Who owes something (maps with id, name, relation), those judged one under one name and in each role once."""
    found: dict[tuple[str, str], Mapping[str, Any]] = {}
    for one in bodies:
        key, name = judged.get(one["id"], (one["id"], one["name"]))
        # two places of one text may name a body that nobody had to judge: those stand as they are
        place = (key, one["relation"]) if one["id"] in judged else (f"{key}:{one['start']}", one["relation"])
        found.setdefault(place, {**one, "id": key, "name": name})
    return tuple(found.values())
