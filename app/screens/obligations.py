"""责任清单: everything one body owes, found by any of its names, with the words that prove each line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from app import address, as_of, downloads, frame, proof, theme, widgets
from app.compare import SIDES, Compared, compared
from app.export.letter import docx_bytes as letter_bytes
from app.export.letter import letter
from app.held import Part, part
from app.ledger_rows import beside, proved, row, shown
from app.memory import recent, remembered, stamp
from app.screens import listing
from app.store import store
from app.texts import say, words
from queries.find import Thing, bodies
from queries.ledger import Entry, ledger
from queries.lists import LISTS

ROLES = ("all", "lead", "responsible", "support", "supervise", "collective")
GROUPINGS = ("deadline", "document", "role", "theme", "timeline", "graph")
COMPARED_BY = ("side", "deadline", "document", "theme", "timeline")
EVERY = 120
"""Up to so many lines bring their evidence with them; of longer lists it comes for the lines one looks at."""
NO_LONGER = "-"  # what the list asks for when a comparison ends
HINTS = """MATCH (b:Body)
WITH b, COUNT { (b)-[:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->() } AS weight
WHERE weight > 0
RETURN b.id, b.name, b.aliases, b.search_keys, weight, b.region ORDER BY b:Collective, weight DESC, b.name LIMIT 3000"""
PAPER = "MATCH (d:Document {id: $document}) RETURN d.number, d.issuer"


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


def letter_file(opened: Any, entry: Entry, body: str) -> dict[str, str]:
    """The 督办函 for an entry as the list saves it."""
    rows = opened.read(PAPER, {"document": entry.document["id"]}).rows
    number, issuer = rows[0] if rows else ("", "")
    data = letter_bytes(letter(entry, body, {**entry.document, "number": number, "issuer": issuer}))
    name = downloads.file_name(f"督办函-{body}-{(entry.summary or entry.text)[:20]}", ".docx")
    return downloads.saved(data, name, downloads.DOCX)


@dataclass(frozen=True, slots=True)
class _Lines:
    """A body's obligations and the lines the component draws of them, in the same order; `part` is the lines as sent."""

    pairs: list[Compared]
    rows: list[dict[str, Any]]
    part: Part

    def __len__(self) -> int:
        return len(self.pairs)


def _lines(opened: Any, body: Thing, other: Thing | None, language: str) -> _Lines:
    pairs = _pairs(opened, body, other, ledger(opened, body.id, collectives=other is None))
    rows = [row(one.entry, language, one.side, one.owners) for one in pairs]
    if len(rows) <= EVERY:
        _prove(opened, list(zip(rows, pairs, strict=True)), language)
    return _Lines(pairs, rows, part(rows))


def _prove(opened: Any, lines: Sequence[tuple[dict[str, Any], Compared]], language: str) -> None:
    """Put their evidence into lines."""
    for made, pair in lines:
        made["evidence"] = proved(pair.entry, pair.owner, language)
    beside(opened, [pair.entry for _, pair in lines], [made for made, _ in lines])


def _pairs(opened: Any, body: Thing, other: Thing | None, entries: list[Entry]) -> list[Compared]:
    if other is None:
        return [Compared(one, "", body.name, ()) for one in entries]
    return compared(entries, body.name, ledger(opened, other.id), other.name)


def _looked_at(opened: Any, by_row: dict[str, Compared], key: str, language: str) -> dict[str, dict[str, Any]]:
    """The evidence of the chosen line and of those the component asks for, by the line's id."""
    picked = str(widgets.before(key, "picked", address.text("picked")))
    wanted = list(dict.fromkeys(one for one in (picked, *(widgets.before(key, "show", None) or ())) if one in by_row))
    lines: list[tuple[dict[str, Any], Compared]] = [({}, by_row[one]) for one in wanted[:EVERY]]
    _prove(opened, lines, language)
    return {one: made["evidence"] for one, (made, _) in zip(wanted, lines, strict=False)}


def _heading(body: Thing | None, other: Thing | None, pairs: Sequence[Compared], language: str) -> None:
    if body is None:
        frame.title(words(language)["page_obligations"])
    elif other is None:
        frame.title(body.name, _context(body, [one.entry for one in pairs], language))
    else:
        both = sum(one.side == "both" for one in pairs)
        frame.title(body.name, say(language, "compared_hint", name=other.name, both=both))


def _links(named: Sequence[dict[str, Any]], language: str) -> str:
    """Bodies by name, each a link to its list."""
    return "、".join(f"[{one['name']}]({proof.link('obligations', language, body=one['id'])})" for one in named)


def _hint(body: Thing | None, asked: str, others: list[Thing], known: list[dict[str, Any]], language: str) -> None:
    if body is None:
        st.warning(say(language, "unknown_body", words=asked) + _links(known[:5], language))
    if others:
        st.caption(words(language)["also"] + _links([{"id": one.id, "name": one.name} for one in others], language))


def known(opened: Any, language: str) -> Part:
    """What every visit of the page needs of the whole graph, reckoned once."""
    found: Part = remembered(opened, f"bodies-{language}", lambda one: part(hints(one, language)))
    return found


def page() -> None:
    """Draw the page from its address: body (id or any name), with (another to compare with), role, by, picked, find, day.

    With `list` it is a list of everybody's obligations: see app/screens/listing.py.
    """
    language = frame.language()
    opened = store(language)
    text = words(language)
    every = known(opened, language)
    if not every.value:
        frame.title(text["page_obligations"])
        frame.empty(language)
        return
    if address.text("list") in LISTS:
        listing.page(language, every)
        return
    asked, versus = address.text("body") or every.value[0]["id"], address.text("with")
    body, others = _choose(opened, language, asked)
    other, _ = _choose(opened, language, versus) if body else (None, [])
    if other and body and other.id == body.id:
        other = None
    lines = _Lines([], [], part([]))
    if body:
        which = (body.id, other.id if other else "", language)
        lines = recent(stamp(opened), which, lambda: _lines(opened, body, other, language))
    pairs, rows = lines.pairs, lines.rows
    key = f"ledger-{body.id if body else ''}-{other.id if other else ''}"
    by_row = {one["id"]: pair for one, pair in zip(rows, pairs, strict=True)}
    left, right = frame.head()
    with left:
        _heading(body, other, pairs, language)
    _hint(body, asked, others, every.value, language)
    if versus and body and not other:
        st.warning(say(language, "also_unknown", words=versus))
    names = {"a": body.name if body else "", "b": other.name if other else ""}
    day = as_of.read(opened, language)
    data = {
        "words": text,
        "sides": {name: text[name].format(**names) for name in ("side_a", "side_b")},
        "kinds": theme.kinds(language),
        "hints": every,
        "query": body.name if body else asked,
        "other": other.name if other else "",
        "graph": proof.link("explorer", language, root=body.id, open=body.id) if body else "",
        "body": body.name if body else "",
        "all": proof.link("obligations", language, list="all", by="body"),
        "lists": [],
        "pager": None,
        "rows": lines.part,
        "evidence": _looked_at(opened, by_row, key, language) if len(rows) > EVERY else {},
        "role": widgets.before(key, "role", address.choice("role", ("all", *SIDES) if other else ROLES)),
        "grouping": widgets.before(key, "grouping", address.choice("by", COMPARED_BY if other else GROUPINGS)),
        "picked": widgets.before(key, "picked", address.text("picked")),
        "filter": widgets.before(key, "filter", address.text("find")),
        "today": day.usual,
        "day": widgets.before(key, "day", day.asked),
        "file": st.session_state.pop("letter", None),
    }
    view = widgets.ledger(data, key=key)
    lang = frame.address_language(language)
    if view.ask:
        found, _ = _choose(opened, language, view.ask)
        address.write(body=found.id if found else view.ask, lang=lang)
        st.rerun()
    if view.compare:
        found, _ = _choose(opened, language, view.compare)
        chosen = "" if view.compare == NO_LONGER else found.id if found else view.compare
        address.write(**{"body": body.id if body else asked, "with": chosen, "lang": lang})
        st.rerun()
    if view.letter in by_row:
        chosen_pair = by_row[view.letter]
        st.session_state["letter"] = letter_file(opened, chosen_pair.entry, chosen_pair.owner)
        st.rerun()
    if body:

        def own() -> list[Entry]:
            kept = [by_row[one["id"]] for one in shown(rows, view.role, view.filter or "")]
            return [replace(one.entry, collective=one.entry.collective or one.owner) for one in kept]

        with right:
            downloads.form(own, body.name, say(language, "form_title", body=body.name), language)
    address.write(
        **{
            "body": body.id if body else asked,
            "with": other.id if other else versus,
            "role": "" if view.role == ROLES[0] else view.role,
            "by": "" if view.grouping == (COMPARED_BY if other else GROUPINGS)[0] else view.grouping,
            "picked": view.picked or "",
            "find": view.filter or "",
            "day": view.day or "",
            "lang": lang,
        }
    )
