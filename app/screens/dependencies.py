"""依赖: what an item or project waits for and what waits for it; cycles, longest chains, and what a delay hits."""

from __future__ import annotations

from typing import Any

import streamlit as st

from app import address, frame, proof, theme, widgets
from app.store import store
from app.texts import say, words
from graph.schema import schema
from queries.find import things
from queries.neighbours import Node
from queries.waiting import Hit, Item, Waiting, waiting

NODES_AT_MOST = 200
NAME_AT_MOST = 34


def _short(text: str) -> str:
    return text if len(text) <= NAME_AT_MOST else text[: NAME_AT_MOST - 1] + "…"


def _line(items: list[Item], language: str) -> dict[str, str]:
    return {
        "id": items[0].id,
        "text": " → ".join(_short(one.name) for one in items),
        "note": say(language, "items", n=len(items)),
    }


def _drawn(found: Waiting, picked: str, language: str) -> dict[str, Any]:
    """The picked item with all upstream and downstream of it, as the canvas wants them."""
    around = (
        [picked, *sorted(found.upstream(picked)), *sorted(found.downstream(picked))][:NODES_AT_MOST]
        if picked in found.items
        else []
    )
    keys = set(around)
    caption = schema().relations["DEPENDS_ON"]
    kinds = caption.properties["kind"].values
    blank = proof.node_proof(Node("", "Condition", "", {}), language)
    nodes = [
        {
            "id": key,
            "kind": found.items[key].label,
            "name": _short(found.items[key].name),
            "note": str(found.items[key].due or ""),
            "open": key == picked,
            "anchor": "",
            "evidence": blank,
        }
        for key in dict.fromkeys(around)
    ]
    edges = [
        {
            "id": f"{a}:{b}",
            "source": a,
            "target": b,
            "type": "DEPENDS_ON",
            "label": kinds[waits["kind"]].caption(language),
            "evidence": blank,
        }
        for a, b, waits in found.graph.edges(data=True)
        if a in keys and b in keys
    ]
    return {"nodes": nodes, "edges": edges}


def _evidence(found: Waiting, item: Item, language: str) -> dict[str, Any]:
    text = words(language)
    kinds = schema().relations["DEPENDS_ON"].properties["kind"].values
    facts = (
        [{"label": text["due"], "value": str(item.due or text["undated"]), "kind": "Deadline"}]
        if item.label == "Obligation"
        else []
    )
    if item.bodies:
        facts.append({"label": text["partners"], "value": "、".join(item.bodies)})
    for _, other, waits in found.graph.out_edges(item.id, data=True):
        facts.append(
            {
                "label": text["waits_for"],
                "value": found.items[other].name,
                "note": f"{kinds[waits['kind']].caption(language)} · “{waits['quote']}”",
            }
        )
    for other, _, waits in found.graph.in_edges(item.id, data=True):
        facts.append(
            {
                "label": text["awaited_by"],
                "value": found.items[other].name,
                "note": f"{kinds[waits['kind']].caption(language)} · “{waits['quote']}”",
            }
        )
    links = [{"label": text["see_in_graph"], "href": proof.link("explorer", language, root=item.id, open=item.id)}]
    if item.document and item.label == "Obligation":
        links.insert(
            0,
            {"label": text["open_text"], "href": proof.link("documents", language, doc=item.document, picked=item.id)},
        )
    return {
        "crumb": schema().nodes[item.label].caption(language),
        "heading": item.name,
        "before": "",
        "text": item.text if item.text != item.name else "",
        "after": "",
        "spans": [],
        "facts": facts,
        "links": links,
    }


def _hit(hit: Hit, language: str) -> dict[str, Any]:
    if hit.late is None:
        late = say(language, "steps_away", n=hit.steps)
    elif hit.late > 0:
        late = say(language, "late_by", n=hit.late)
    else:
        late = say(language, "spare", n=-hit.late)
    item = hit.item
    return {
        "id": item.id,
        "text": item.name,
        "due": str(item.due or ""),
        "bodies": "、".join(item.bodies),
        "late": late,
        "bad": bool(hit.late and hit.late > 0),
    }


def page() -> None:
    """Draw the page from its address: item (an id), days (of delay)."""
    language = frame.language()
    opened = store(language)
    text = words(language)
    frame.title(text["page_dependencies"], text["dependencies_hint"])
    found = waiting(opened)
    if not found.items:
        st.info(text["nothing_waits"])
        return
    chains = found.chains()
    picked = address.text("item")
    if picked not in found.items:
        picked = chains[0][0].id if chains else next(iter(found.items))
    days = int(address.text("days")) if address.text("days").isdecimal() else 30
    notes = {"Obligation": text["task"]}
    data = {
        "words": text,
        "kinds": theme.kinds(language),
        "relations": theme.relations(language),
        "hints": [
            {
                "id": key,
                "name": item.name,
                "note": notes.get(item.label, schema().nodes[item.label].caption(language)),
                "keys": [item.text.lower()],
            }
            for key, item in found.items.items()
        ],
        "picked": picked,
        "days": days,
        **_drawn(found, picked, language),
        "cycles": [_line(ring, language) for ring in found.cycles()],
        "chains": [_line(chain, language) for chain in chains],
        "load": [
            {"id": "", "text": name, "note": say(language, "blocked_blocking", blocked=blocked, blocking=blocking)}
            for name, blocked, blocking in found.load()[:15]
        ],
        "hits": [_hit(hit, language) for hit in found.delay(picked, days)],
        "has_due": found.items[picked].due is not None,
        "evidence": _evidence(found, found.items[picked], language),
    }
    view = widgets.waiting(data, key="waiting")
    lang = frame.address_language(language)
    if view.ask:
        hits = (
            [view.ask]
            if view.ask in found.items
            else [
                one.id
                for kind in ("project", "obligation")
                for one in things(opened, kind, view.ask)
                if one.id in found.items
            ]
        )
        address.write(item=hits[0] if hits else picked, days=address.text("days"), lang=lang)
        st.rerun()
    address.write(item=picked, days=str(view.days) if view.days != 30 else "", lang=lang)
    if view.days != days:
        st.rerun()
