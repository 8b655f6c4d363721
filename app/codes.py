"""The graph's own codes (`after`, `Obligation`, `work-report`) in the user's words."""

from __future__ import annotations

from functools import cache
from typing import Any

from extract.resource import resource
from graph.schema import Caption, schema

COLUMNS = frozenset({"种类", "是什么"})
"""Columns of named questions that hold codes."""


@cache
def _captions(language: str) -> dict[str, str]:
    known = schema()
    pairs: list[tuple[str, Caption]] = list(known.nodes.items())
    pairs += [pair for second in known.sublabels.values() for pair in second.items()]
    for properties in (*known.properties.values(), *(one.properties for one in known.relations.values())):
        pairs += [pair for one in properties.values() for pair in one.values.items()]
    found = {code: one.caption(language) for code, one in pairs}
    return found | {one["key"]: one[language] for one in resource("document_kinds")}


def spoken(value: Any, language: str) -> Any:
    """A code, or each of a list, in words ("zh" or "en"); what is no code stays as it is."""
    if isinstance(value, list | tuple):
        return [spoken(one, language) for one in value]
    return _captions(language).get(value, value) if isinstance(value, str) else value
