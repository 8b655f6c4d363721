"""The lists behind the numbers of the first page: obligations of everybody, those without something, those due in a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from queries.find import Readable
from queries.ledger import Entry, facts
from queries.same import heads, names
from queries.views import view

LISTS = ("all", "no_body", "no_deadline", "undated", "no_target", "due")
_LAST = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Listed:
    """An obligation of a list by what puts it in order: `due` is its first last day, `body` who comes first in it."""

    id: str
    due: str
    undated: bool
    body: str
    document: tuple[str, str, str]
    order: int


def _due(days: Sequence[str], first: date | None, last: date | None) -> str:
    """The earliest day, of those asked for where any is: what is due twice stands in the list for the day it is there for."""
    low, high = (first.isoformat() if first else ""), (last.isoformat() if last else _LAST)
    return min((one for one in days if low <= one <= high), default=min(days, default=""))


def found(
    store: Readable, name: str, *, first: date | None = None, last: date | None = None, words: str = ""
) -> list[Listed]:
    """The list with that name in no order; `first` and `last` bound the list `due`."""
    if name not in LISTS:
        raise ValueError(f"{name!r} is no list; there are {', '.join(LISTS)}.")
    values = {"list": name, "from": first, "to": last, "words": words.strip().lower() or None, "same": names(store)}
    return [
        Listed(key, _due(days, first, last), bool(times and not days), body, (day or "", title, document), place)
        for document, day, title, acts in store.read(view("listed"), values).rows
        for key, place, days, times, body in acts
    ]


def ordered(every: Sequence[Listed], order: str) -> list[Listed]:
    """Nearest deadline first, else by body (who has most first) or document."""
    weight = Counter(one.body for one in every)

    def rank(one: Listed) -> tuple[Any, ...]:
        time = (one.due or _LAST, not one.undated)
        place = (one.document, one.order, one.id)
        if order == "document":
            return place
        return (one.body == "", -weight[one.body], one.body, *time, *place) if order == "body" else (*time, *place)

    return sorted(every, key=rank)


def listed(
    store: Readable,
    name: str,
    *,
    first: date | None = None,
    last: date | None = None,
    words: str = "",
    order: str = "deadline",
) -> list[Listed]:
    """The list with that name in that order (deadline, body or document)."""
    return ordered(found(store, name, first=first, last=last, words=words), order)


def entries(store: Readable, ids: Sequence[str]) -> list[Entry]:
    """Obligations by id, in that order, as nobody's own: `role` is empty, `partners` is everybody who owes it."""
    table, judged = store.read(view("entries"), {"ids": list(ids)}), heads(store)
    every: dict[str, Entry] = {}
    for cells in table.rows:
        row = dict(zip(table.columns, cells, strict=True))
        act = row["obligation"]
        every[act["id"]] = Entry(
            act["id"],
            act["text"],
            act["summary"],
            act["start"],
            act["end"],
            "",
            "",
            "",
            False,
            {"start": act["start"], "end": act["start"], "quote": act["text"], "rule": act["rule"]},
            row["document"],
            row["section"] or {},
            *facts(row, judged),
        )
    return [every[one] for one in ids if one in every]
