"""依赖: what an item or project waits for and what waits for it; cycles, longest chains, and what a delay hits."""

from __future__ import annotations

from datetime import timedelta
from itertools import islice
from typing import Any

import streamlit as st

from app import address, frame, grid, proof, theme, widgets
from app.act_proof import act_proof
from app.drawn import BLANK, element, line, short
from app.memory import remembered
from app.store import store
from app.surroundings import rows_of
from app.texts import say, words
from graph.schema import schema
from queries.acts import acts
from queries.find import things
from queries.neighbours import Edge
from queries.waiting import Hit, Item, Waiting, waiting

# a whole web of waiting is drawn up to this; of a larger one only what lies before and after the item
WEB_AT_MOST = 40
NODES_AT_MOST = 120
DAYS = 30
# offered as one types; the store is asked for the others
HINTS_AT_MOST = 1_500
BODIES_SHOWN = 15
COLUMNS = ("effect", "task", "responsible_bodies", "due_first", "due_then")


def _chain(items: list[Item], language: str) -> dict[str, str]:
    note = say(language, "chain_note", last=short(items[-1].name, 18), n=len(items))
    return {"id": items[0].id, "text": items[0].name, "note": note, "title": " → ".join(one.name for one in items)}


def _ring(items: list[Item], language: str) -> dict[str, str]:
    names = " ⇄ ".join(one.name for one in items)
    return {"id": items[0].id, "text": names, "note": say(language, "items", n=len(items)), "title": names}


def around(found: Waiting, picked: str) -> list[str]:
    """What is drawn with an item: its whole web where that is small, else what lies before and after it, the near first."""
    web = found.web(picked)
    return sorted(web) if len(web) <= WEB_AT_MOST else found.nearest(picked, NODES_AT_MOST)


def drawn(found: Waiting, picked: str, language: str) -> dict[str, Any]:
    """The item and what is tied to it, as the canvas wants them: from what comes first to what waits for it."""
    keys = set(around(found, picked)) if picked in found.items else set()
    kinds = schema().relations["DEPENDS_ON"].properties["kind"].values
    rings = found.ring_of()
    nodes = [
        element(
            key,
            found.items[key].label,
            found.items[key].name,
            BLANK,
            note=str(found.items[key].due or ""),
            expanded=key == picked,
        )
        for key in sorted(keys)
    ]
    edges = []
    for waits, first, why in found.graph.edges(keys, data=True):
        if first in keys:
            made = line(
                Edge(f"{waits}:{first}", "DEPENDS_ON", first, waits, {}), kinds[why["kind"]].caption(language), BLANK
            )
            edges.append({**made, "cycle": waits in rings and rings[waits] == rings.get(first)})
    return {"nodes": nodes, "edges": edges}


def _waits(found: Waiting, item: Item, language: str) -> list[dict[str, str]]:
    """What an item waits for and what waits for it, with the words that say so."""
    text = words(language)
    kinds = schema().relations["DEPENDS_ON"].properties["kind"].values
    ends = [(text["waits_for"], other, why) for _, other, why in found.graph.out_edges(item.id, data=True)]
    ends += [(text["awaited_by"], other, why) for other, _, why in found.graph.in_edges(item.id, data=True)]
    return [
        {
            "label": label,
            "value": found.items[other].name,
            "note": f"{kinds[why['kind']].caption(language)} · “{why['quote']}”",
        }
        for label, other, why in ends
    ]


def evidence(opened: Any, found: Waiting, item: Item, language: str) -> dict[str, Any]:
    """The panel of an item: its words lit where it is an obligation, and what it waits for in any case."""
    text = words(language)
    see = {"label": text["see_in_graph"], "href": proof.link("explorer", language, root=item.id, open=item.id)}
    act = rows_of(opened, acts(opened, [item.id])).get(item.id)
    if act:
        panel = act_proof(act, language)
        own = [one for one in panel["facts"] if one["label"] not in (text["waits_for"], text["awaited_by"])]
        return {**panel, "facts": [*own, *_waits(found, item, language)], "links": [panel["links"][0], see]}
    return {
        **BLANK,
        "crumb": schema().nodes[item.label].caption(language),
        "heading": item.name,
        "text": item.text if item.text != item.name else "",
        "facts": _waits(found, item, language),
        "links": [see] if item.label != "Condition" else [],
    }


def effect(hit: Hit, language: str) -> str:
    """What a delay does to an item, in words."""
    if hit.late is None:
        return say(language, "steps_away", n=hit.steps)
    return say(language, "late_by", n=hit.late) if hit.late > 0 else say(language, "spare", n=-hit.late)


def hit_rows(hits: list[Hit], language: str) -> list[list[str]]:
    """What a delay hits as a table: effect, task, bodies, its day, the earliest day it can be done."""
    rows = []
    for hit in hits:
        due = hit.item.due
        then = str(due + timedelta(days=hit.late)) if due and hit.late and hit.late > 0 else str(due or "")
        rows.append([effect(hit, language), hit.item.name, "、".join(hit.item.bodies), str(due or ""), then])
    return rows


def summary(hits: list[Hit], language: str, *, dated: bool) -> str:
    """Who and what is hit, in one line; without a day of the item itself only the order is known."""
    bodies = list(dict.fromkeys(name for hit in hits for name in hit.item.bodies))
    late = sum(1 for hit in hits if hit.late and hit.late > 0)
    if not hits:
        return words(language)["nobody_hit"]
    named = ("、".join(bodies[:6]) + ("…" if len(bodies) > 6 else "")) or words(language)["gap_body"]
    told = {"n": len(hits), "late": late, "bodies": len(bodies), "names": named}
    return say(language, "hit_summary" if dated else "hit_order", **told)


def _file(found: Waiting, picked: str, hits: list[Hit], view: Any, days: int, language: str) -> None:
    text = words(language)
    title = say(language, "hit_title", name=short(found.items[picked].name, 24), n=days)
    columns = [text[one] for one in COLUMNS]
    st.session_state["waiting-file"] = grid.file(str(view.export), columns, hit_rows(hits, language), title)


def _asked(opened: Any, found: Waiting, words_: str, language: str) -> str:
    """The id of what was asked for on the page as it was; empty where nothing was, or nothing that waits goes by it."""
    if not words_ or words_ in found.items:
        return words_
    hits = (one.id for kind in ("project", "obligation") for one in things(opened, kind, words_))
    key = next((one for one in hits if one in found.items), "")
    if not key:
        st.toast(say(language, "unknown_thing", words=words_))
    return key


def known(opened: Any, _language: str) -> Waiting:
    """What every visit of the page needs of the whole graph, reckoned once."""
    found: Waiting = remembered(opened, "waiting", waiting)
    return found


def page() -> None:
    """Draw the page from its address: item (an id), days (of delay)."""
    language = frame.language()
    opened = store(language)
    text = words(language)
    frame.title(text["page_dependencies"], text["dependencies_hint"])
    found = known(opened, language)
    if not found.items:
        if opened.read("MATCH (d:Document) RETURN count(d)").rows[0][0]:
            frame.blank(text["nothing_waits"])
        else:
            frame.empty(language)
        return
    chains = found.chains()
    picked = _asked(opened, found, str(widgets.before("waiting", "ask", "")), language) or address.text("item")
    if picked not in found.items:
        picked = found.opening()
    days = int(address.text("days")) if address.text("days").isdecimal() else DAYS
    days = min(3650, int(widgets.before("waiting", "days", days)))
    hits = found.delay(picked, days)
    data = {
        "words": text,
        "kinds": theme.kinds(language),
        "relations": theme.relations(language),
        "hints": [
            {
                "id": key,
                "name": item.name,
                "note": text["task"] if item.label == "Obligation" else schema().nodes[item.label].caption(language),
                "keys": list(item.bodies),
            }
            for key, item in islice(found.items.items(), HINTS_AT_MOST)
        ],
        "picked": picked,
        "days": days,
        **drawn(found, picked, language),
        "cycles": [_ring(ring, language) for ring in found.cycles()],
        "chains": [_chain(chain, language) for chain in chains],
        "load": [
            {
                "name": name,
                "blocked": blocked,
                "blocking": blocking,
                "href": proof.link("obligations", language, body=name),
            }
            for name, blocked, blocking in found.load()[:BODIES_SHOWN]
        ],
        "columns": [text[one] for one in COLUMNS],
        "hits": [
            {"id": hit.item.id, "cells": cells, "bad": bool(hit.late and hit.late > 0)}
            for hit, cells in zip(hits, hit_rows(hits, language), strict=True)
        ],
        "summary": summary(hits, language, dated=found.items[picked].due is not None),
        "has_due": found.items[picked].due is not None,
        "evidence": evidence(opened, found, found.items[picked], language),
        "file": st.session_state.pop("waiting-file", None),
    }
    view = widgets.waiting(data, key="waiting")
    lang = frame.address_language(language)
    if view.export:
        _file(found, picked, hits, view, days, language)
        st.rerun()
    address.write(item=picked, days=str(days) if days != DAYS else "", lang=lang)
