"""Values of the store → Python's own, and → what JSON can hold.

Nodes, relations and paths become objects with a `kind`, so that a page can draw them; the element ids in them join a
relation to its nodes within one result and mean nothing later (never store them).
"""

from __future__ import annotations

import base64
import math
from typing import Any

from graph.driver import neo4j

_PLAIN = (str, int, bool, type(None))
_TEMPORAL = (neo4j.time.Date, neo4j.time.Time, neo4j.time.DateTime)


def native(value: Any) -> Any:
    """The driver's dates and times as `datetime`'s; everything else as it is (nodes and durations stay the driver's)."""
    if isinstance(value, _PLAIN):
        return value
    if isinstance(value, _TEMPORAL):
        return value.to_native()
    if isinstance(value, list):
        return [native(item) for item in value]
    if isinstance(value, dict):
        return {key: native(item) for key, item in value.items()}
    return value


def plain(value: Any) -> Any:
    """What `json.dumps` takes: dates and durations as ISO 8601, bytes as base64, NaN and infinities as text."""
    if isinstance(value, _PLAIN):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, neo4j.spatial.Point):  # a tuple, like Duration: before the tuples
        return {"kind": "point", "srid": value.srid, "coordinates": [plain(number) for number in value]}
    if hasattr(value, "iso_format"):  # the driver's Date, Time, DateTime, Duration
        return value.iso_format()
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, neo4j.graph.Node):
        return {
            "kind": "node",
            "element_id": value.element_id,
            "labels": sorted(value.labels),
            "properties": {key: plain(item) for key, item in sorted(value.items())},
        }
    if isinstance(value, neo4j.graph.Relationship):
        start, end = value.nodes
        return {
            "kind": "relation",
            "element_id": value.element_id,
            "type": value.type,
            "start": start.element_id if start is not None else None,
            "end": end.element_id if end is not None else None,
            "properties": {key: plain(item) for key, item in sorted(value.items())},
        }
    if isinstance(value, neo4j.graph.Path):
        return {
            "kind": "path",
            "nodes": [plain(node) for node in value.nodes],
            "relations": [plain(relation) for relation in value.relationships],
        }
    if isinstance(value, (bytes, bytearray)):
        return base64.b64encode(value).decode("ascii")
    if hasattr(value, "isoformat"):
        return value.isoformat()
    raise TypeError(f"a value of type {type(value).__name__} has no JSON form here")
