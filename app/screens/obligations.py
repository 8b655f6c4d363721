"""责任清单: everything one body owes, found by any of its names, with the words that prove each line."""

from __future__ import annotations

from typing import Any

import streamlit as st

from app import address, frame, proof, theme, widgets
from app.sheet import csv_bytes, lines, xlsx_bytes
from app.store import store
from app.texts import say, words
from queries.find import Thing, bodies
from queries.ledger import Entry, ledger

ROLES = ("all", "lead", "responsible", "support", "supervise", "collective")
GROUPINGS = ("deadline", "document", "role", "theme")
HINTS = """MATCH (b:Body)
WITH b, COUNT { (b)-[:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->() } AS weight
WHERE weight > 0
RETURN b.id, b.name, b.aliases, b.search_keys, weight, b.region ORDER BY weight DESC, b.name LIMIT 3000"""


def hints(opened: Any, language: str) -> list[dict[str, Any]]:
    """Bodies for the search field, the busiest first, with every name and pinyin they go by."""
    return [
        {
            "id": key,
            "name": name,
            "note": " · ".join(filter(None, (region, say(language, "items", n=weight)))),
            "keys": sorted({one.lower() for one in (*aliases, *keys)}),
        }
        for key, name, aliases, keys, weight, region in opened.read(HINTS).rows
    ]


def row(entry: Entry, body: str, language: str) -> dict[str, Any]:
    """One line of the list as the component wants it."""
    first = min((one for one in entry.deadlines if one["due"]), key=lambda one: one["due"], default=None)
    first = first or (entry.deadlines[0] if entry.deadlines else None)
    return {
        "id": f"{entry.id}:{entry.role}:{entry.collective}",
        "role": entry.role,
        "inherited": entry.inherited,
        "collective": entry.collective,
        "text": entry.text,
        "spans": proof.spans(entry),
        "due": entry.due,
        "dueText": first["text"] if first else "",
        "firm": all(one["firm"] for one in entry.deadlines),
        "targets": list(dict.fromkeys(one["text"] for one in entry.targets)),
        "partners": list(dict.fromkeys(one["name"] for one in entry.partners)),
        "waits": list(dict.fromkeys(one["on"] for one in entry.depends_on)),
        "document": entry.document["title"],
        "documentDate": entry.document["date"] or "",
        "section": f"{entry.section.get('label') or ''}{entry.section.get('heading') or ''}",
        "evidence": proof.entry_proof(entry, body, language),
    }


def _context(body: Thing, entries: list[Entry], language: str) -> str:
    text = words(language)
    parts = [
        say(language, "written_as", words="、".join(body.aliases[:6])) if body.aliases else "",
        body.region,
        text.get(f"level_{body.level}", ""),
        say(language, "n_documents", n=len({entry.document["id"] for entry in entries})),
    ]
    return " · ".join(filter(None, parts))


def _choose(opened: Any, language: str, asked: str) -> tuple[Thing | None, list[Thing]]:
    """The body asked for and what else it could have been; none where nothing goes by that name."""
    found = bodies(opened, asked) if asked else []
    return (found[0], found[1:6]) if found else (None, [])


def _exports(entries: list[Entry], body: str, language: str) -> None:
    rows = lines([one for one in entries if not one.collective], body, language)
    stem = f"{body}{words(language)['page_obligations']}"
    with st.container(horizontal=True, horizontal_alignment="right"):
        st.download_button(
            words(language)["export_csv"],
            lambda: csv_bytes(rows),
            f"{stem}.csv",
            "text/csv",
            key="csv",
            on_click="ignore",
        )
        st.download_button(
            words(language)["export_xlsx"],
            lambda: xlsx_bytes(rows, stem),
            f"{stem}.xlsx",
            key="xlsx",
            type="primary",
            on_click="ignore",
        )


def page() -> None:
    """Draw the page from its address: body (id or any name), role, by, picked, find."""
    language = frame.language()
    opened = store(language)
    text = words(language)
    known = hints(opened, language)
    if not known:
        frame.title(text["page_obligations"])
        frame.empty(language)
        return
    asked = address.text("body") or known[0]["id"]
    body, others = _choose(opened, language, asked)
    entries = ledger(opened, body.id, collectives=True) if body else []
    left, right = st.columns([3, 1], vertical_alignment="center")
    with left:
        frame.title(body.name if body else text["page_obligations"], _context(body, entries, language) if body else "")
    if body:
        with right:
            _exports(entries, body.name, language)
    else:
        st.warning(say(language, "unknown_body", words=asked) + "、".join(one["name"] for one in known[:5]))
    if others:
        st.caption(
            text["also"]
            + "、".join(f"[{one.name}]({proof.link('obligations', language, body=one.id)})" for one in others)
        )
    data = {
        "words": text,
        "kinds": theme.kinds(language),
        "hints": known,
        "query": body.name if body else asked,
        "rows": [row(entry, body.name, language) for entry in entries] if body else [],
        "role": address.choice("role", ROLES),
        "grouping": address.choice("by", GROUPINGS),
        "picked": address.text("picked"),
        "filter": address.text("find"),
        "today": "",
    }
    view = widgets.ledger(data, key=f"ledger-{body.id if body else ''}")
    if view.ask:
        found, _ = _choose(opened, language, view.ask)
        address.write(body=found.id if found else view.ask, lang=frame.address_language(language))
        st.rerun()
    address.write(
        body=body.id if body else asked,
        role="" if view.role == ROLES[0] else view.role,
        by="" if view.grouping == GROUPINGS[0] else view.grouping,
        picked=view.picked or "",
        find=view.filter or "",
        lang=frame.address_language(language),
    )
