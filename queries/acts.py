"""Obligations by id with what hangs on each: what an evidence panel needs, wherever the obligation is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from queries.find import Readable
from queries.views import view

Act = Mapping[str, Any]


def acts(store: Readable, ids: Iterable[str]) -> dict[str, Act]:
    """Rows by id: obligation, document, section, bodies, deadlines, targets, works, depends_on, awaited_by.

    Offsets are the document's. Ids that are no obligation of the graph are left out.
    """
    wanted = sorted({one for one in ids if one.startswith("obl-")})
    if not wanted:
        return {}
    table = store.read(view("acts"), {"ids": wanted})
    rows = (dict(zip(table.columns, row, strict=True)) for row in table.rows)
    return {str(row["obligation"]["id"]): row for row in rows}


def first_due(act: Act) -> str:
    """The earliest day that an obligation is due, else the words of its first deadline, else nothing."""
    days = sorted(one["due"] for one in act["deadlines"] if one["due"])
    return str(days[0]) if days else str(act["deadlines"][0]["text"]) if act["deadlines"] else ""
