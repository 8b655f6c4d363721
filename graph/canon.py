"""The canonical form of a graph: one sha256 for the same nodes and relations, in whatever order they were written.

Each node and each relation has a digest of its labels, ids and properties (volatile ones left out); the digests are
added modulo 2²⁵⁶, so neither order nor memory plays a part, and a row said twice counts twice.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

_MODULUS = 1 << 256


@dataclass(slots=True)
class Canon:
    """Feed it every node and relation, then ask for `sha256`."""

    nodes: int = 0
    relations: int = 0
    _sum: int = 0

    def node(self, labels: Sequence[str], properties: Mapping[str, Any]) -> None:
        self.nodes += 1
        self._add(["node", sorted(labels), properties])

    def relation(self, start: str, kind: str, end: str, properties: Mapping[str, Any]) -> None:
        self.relations += 1
        self._add(["relation", start, kind, end, properties])

    @property
    def sha256(self) -> str:
        total = self._sum.to_bytes(32, "big")
        return hashlib.sha256(total + f"{self.nodes}:{self.relations}".encode()).hexdigest()

    def _add(self, row: list[Any]) -> None:
        text = json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
        self._sum = (self._sum + int.from_bytes(digest, "big")) % _MODULUS


def _plain(value: Any) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no canonical form")
