"""All obligations of one body, each with its facts and the words that prove them: what the ledger page and
`govgraph obligations` show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from queries.find import Readable
from queries.same import heads, under_one
from queries.views import view

ROLES = {"LEADS": "lead", "RESPONSIBLE_FOR": "responsible", "SUPPORTS": "support", "SUPERVISES": "supervise"}
Facts = tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One obligation as the body owes it. Facts are maps as the view returns them; offsets are the document's.

    `collective` is the name of the collective that owes it (各部门), empty where the body itself does.
    """

    id: str
    text: str
    summary: str
    start: int
    end: int
    role: str
    collective: str
    mention: str
    inherited: bool
    evidence: Mapping[str, Any]
    document: Mapping[str, Any]
    section: Mapping[str, Any]
    deadlines: Facts
    targets: Facts
    projects: Facts
    programmes: Facts
    depends_on: Facts
    partners: Facts

    @property
    def due(self) -> str:
        """The earliest last day among its deadlines as ISO date, empty where none is fixed."""
        return min((one["due"] for one in self.deadlines if one["due"]), default="")

    @property
    def dues(self) -> list[dict[str, str]]:
        """Each last day with the words that fix it, the earliest first; a day that is said twice stands once."""
        found = {one["due"]: one["text"] for one in reversed(self.deadlines) if one["due"]}
        return [{"due": day, "text": found[day]} for day in sorted(found)]

    @property
    def by_when(self) -> str:
        """All its last days, else the words of its deadlines, as one cell of a form; empty where there are none."""
        days = [one["due"] for one in self.dues]
        return "；".join(days or dict.fromkeys(one["text"] for one in self.deadlines))


def facts(row: Mapping[str, Any], judged: Mapping[str, tuple[str, str]]) -> Iterator[Facts]:
    """The facts of an entry in their order; `judged` as queries/same.py has it."""
    for key in ("deadlines", "targets", "projects", "programmes", "depends_on"):
        yield tuple(row[key])
    yield under_one(row["partners"], judged)


def _entry(row: Mapping[str, Any], judged: Mapping[str, tuple[str, str]]) -> Entry:
    role, obligation = row["role"], row["obligation"]
    return Entry(
        obligation["id"],
        obligation["text"],
        obligation["summary"],
        obligation["start"],
        obligation["end"],
        ROLES[row["relation"]],
        row["collective"],
        role["mention"],
        role["inherited"],
        {key: role[key] for key in ("start", "end", "quote", "rule")},
        row["document"],
        row["section"] or {},
        *facts(row, judged),
    )


def ledger(
    store: Readable,
    body: str,
    *,
    role: str = "",
    due_before: date | None = None,
    document: str = "",
    collectives: bool = False,
) -> list[Entry]:
    """What the body with this id owes, in the order of documents and their text; what is judged the same body counts as it.

    `role` is one of lead, responsible, support, supervise; `due_before` keeps what is due on or before that day;
    `document` is a document's id.
    """
    table, judged = store.read(view("ledger"), {"body": body, "collectives": collectives}), heads(store)
    every = [_entry(dict(zip(table.columns, row, strict=True)), judged) for row in table.rows]
    # a text may name one body by two names that only a judgement made one
    entries = {(one.id, one.role, one.collective): one for one in reversed(every)}.values()
    return [
        one
        for one in reversed(entries)
        if (not role or one.role == role)
        and (due_before is None or (one.due and one.due <= due_before.isoformat()))
        and (not document or one.document["id"] == document)
    ]


def same_bodies(store: Readable, body: str) -> list[str]:
    """Names of the other bodies that are judged to be the one with this id."""
    found = store.read(
        "MATCH ANY SHORTEST (me:Body {id: $body})(()-[:SAME_AS {status: 'same'}]-())+(one:Body) "
        "WHERE one <> me RETURN DISTINCT one.name ORDER BY one.name",
        {"body": body},
    )
    return [str(name) for (name,) in found.rows]
