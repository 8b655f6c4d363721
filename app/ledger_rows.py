"""Obligations as the list component draws them: of one body, of two, or of everybody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app import facts, proof
from app.compare import Owner
from app.surroundings import cut, texts
from app.texts import say, words
from queries.ledger import ROLES, Entry


def beside(opened: Any, entries: Sequence[Entry], rows: Sequence[dict[str, Any]]) -> None:
    """Put the words around each passage into the panels of its row: the document beside the fact."""
    known = texts(opened, {one.document["id"] for one in entries})
    for entry, made in zip(entries, rows, strict=True):
        panel = made["evidence"]
        panel["before"], panel["after"] = cut(known[entry.document["id"]], entry.start, entry.end)


def _waiting(entry: Entry, language: str) -> dict[str, str]:
    return {"label": words(language)["who_waits"], "href": proof.link("dependencies", language, item=entry.id)}


def proved(entry: Entry, body: str, language: str) -> dict[str, Any]:
    """The evidence of a line of a body's list."""
    panel = proof.entry_proof(entry, body, language)
    text = words(language)
    if entry.collective:
        why = say(language, "collective_is", body=body, collective=entry.collective)
        panel["facts"].insert(1, {"label": text["collective_member"], "value": why, "note": "", "kind": ""})
    panel["links"].append(_waiting(entry, language))
    return panel


def _links(entry: Entry, language: str) -> list[dict[str, str]]:
    """Who else owes it and which works it is about, for the small graph."""
    found = [
        {
            "name": one["name"],
            "kind": "Body",
            "role": ROLES[one["relation"]],
            "href": proof.link("obligations", language, body=one["id"]),
        }
        for one in entry.partners
    ]
    for name, kind in (("projects", "Project"), ("programmes", "Programme")):
        found += [
            {
                "name": one["name"],
                "kind": kind,
                "role": "",
                "href": proof.node(one["id"], language),
            }
            for one in getattr(entry, name)
        ]
    return list({(one["kind"], one["name"], one["role"]): one for one in found}.values())


def _line(entry: Entry, language: str, side: str, owners: Sequence[Owner]) -> dict[str, Any]:
    first = min((one for one in entry.deadlines if one["due"]), key=lambda one: one["due"], default=None)
    first = first or (entry.deadlines[0] if entry.deadlines else None)
    return {
        "id": f"{entry.id}:{side or entry.role}:{entry.collective}",
        "role": entry.role,
        "inherited": facts.inherited(entry.evidence["rule"], entry.inherited),
        "collective": entry.collective,
        "text": entry.text,
        "spans": [one for one in proof.spans(entry) if one["start"] >= 0 and one["end"] <= entry.end - entry.start],
        "due": entry.due,
        "later": [one for one in entry.dues if one["due"] != entry.due],
        "begin": (first["begin"] or "") if first and first["due"] else "",
        "dueText": first["text"] if first else "",
        "firm": all(one["firm"] for one in entry.deadlines),
        "targets": list(dict.fromkeys(one["text"] for one in entry.targets)),
        "partners": list(dict.fromkeys(one["name"] for one in entry.partners)),
        "links": _links(entry, language),
        "waits": list(dict.fromkeys(one["on"] for one in entry.depends_on)),
        "document": entry.document["title"],
        "documentDate": entry.document["date"] or "",
        "section": f"{entry.section.get('label') or ''}{entry.section.get('heading') or ''}",
        "side": side,
        "owners": [{"name": one.name, "role": one.role} for one in owners],
    }


def row(entry: Entry, language: str, side: str = "", owners: Sequence[Owner] = ()) -> dict[str, Any]:
    """One line of a body's list as the component wants it; `side` and `owners` where two bodies are compared.

    Its evidence is most of its weight: it is put in by who sends it (`proved`).
    """
    return {**_line(entry, language, side, owners), "evidence": None}


def listed_row(entry: Entry, language: str, due: str = "") -> dict[str, Any]:
    """One line of a list of everybody's obligations: who owes it stands first; `due` is the day it is there for."""
    made = _line(entry, language, "", [Owner(one["name"], ROLES[one["relation"]]) for one in entry.partners])
    # such a list has no small graph
    return {**made, "partners": [], "links": [], "due": due or made["due"], "evidence": None}


def listed_proof(entry: Entry, language: str) -> dict[str, Any]:
    """The evidence of a line of a list of everybody's obligations."""
    panel = proof.shared_proof(entry, language)
    panel["links"].append(_waiting(entry, language))
    return panel


def shown(rows: Sequence[dict[str, Any]], role: str, find: str) -> list[dict[str, Any]]:
    """The rows the list shows for a chip and the words of its filter, as rows.ts keeps them: what an export holds."""
    wanted = find.strip().lower()

    def kept(one: dict[str, Any]) -> bool:
        if role == "collective":
            return bool(one["collective"])
        return not one["collective"] and role in ("all", one["role"], one["side"])

    def holds(one: dict[str, Any]) -> bool:
        parts = (
            one["text"],
            one["document"],
            one["dueText"],
            one["due"],
            *one["partners"],
            *(each["name"] for each in one["owners"]),
        )
        return not wanted or any(wanted in part.lower() for part in parts)

    return [one for one in rows if kept(one) and holds(one)]
