"""图谱: start small, expand on demand; every node and edge opens its evidence."""

from __future__ import annotations

from typing import Any

import streamlit as st

from app import address, drawn, frame, theme, widgets
from app.held import Part, part
from app.memory import remembered
from app.store import store
from app.surroundings import rows_of
from app.texts import say, words
from graph.schema import schema
from queries.acts import acts
from queries.find import things
from queries.neighbours import opened, picture, under
from queries.paths import way
from queries.same import heads

LAYOUTS = ("force", "layered", "ring")
START = """MATCH (n:Body|Project|Document)
RETURN n.id ORDER BY n:Body AND NOT n:Collective DESC, COUNT { (n)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS|SUPERVISES|CONCERNS|CONTAINS]-() } DESC, n.id LIMIT 1"""
HINTS = """MATCH (n:Body|Project|Programme|Document|Policy)
WITH n, COUNT { (n)--() } AS weight
RETURN n.id, labels(n)[0] AS label, coalesce(n.name, n.title) AS name, coalesce(n.search_keys, []) AS keys,
  coalesce(n.aliases, []) AS aliases ORDER BY weight DESC, name, n.id LIMIT 3000"""


def hints(store_: Any, language: str) -> list[dict[str, Any]]:
    """Things to search for, the best connected first."""
    nodes = schema().nodes
    return [
        {
            "id": key,
            "name": name,
            "note": nodes[label].caption(language) if label in nodes else nodes["Body"].caption(language),
            "keys": sorted({one.lower() for one in (*keys, *aliases)}),
        }
        for key, label, name, keys, aliases in store_.read(HINTS).rows
        if name
    ]


def path(store_: Any, first: str, last: str) -> list[str]:
    """Ids on the shortest path between two things, both included; empty where none is of eight steps or fewer."""
    return [node["id"] for node in way(store_, first, last).nodes]


def _begin(store_: Any, words_: str) -> str:
    """The id of what was asked for, by id or by name; empty where nothing goes by it."""
    if picture(store_, [words_], []).nodes:
        return words_
    kinds = ("body", "project", "document", "obligation")
    return next((one.id for kind in kinds for one in things(store_, kind, words_)), "")


def known(store_: Any, language: str) -> Part:
    """What every visit of the page needs of the whole graph, reckoned once."""
    found: Part = remembered(store_, f"things-{language}", lambda one: part(hints(one, language)))
    return found


def page() -> None:
    """Draw the page from its address: root, open (ids, ID~PAGES), also (ids of a path), hide (kinds, ids), layout, picked, apart (1: judged bodies)."""
    language = frame.language()
    store_ = store(language)
    text = words(language)
    frame.title(text["page_explorer"], text["graph_hint"])
    root = address.text("root")
    entries = address.values("open")
    if not root:
        first = store_.read(START).rows
        if not first:
            frame.empty(language)
            return
        root = first[0][0]
        entries = [root]
    # asked for on the page as it was: known before it is drawn, so that it is drawn once
    asked = str(widgets.before(f"explorer-{root}", "ask", ""))
    begin = _begin(store_, asked) if asked else ""
    if begin:
        address.write(root=begin, open=[begin], lang=frame.address_language(language))
        root, entries = begin, [begin]
    elif asked:
        st.toast(say(language, "unknown_thing", words=asked))
    key = f"explorer-{root}"
    entries = list(widgets.before(key, "open", entries))
    judged = {own: one for own, (one, _) in heads(store_).items()}
    # bodies that a person judged to be one are drawn as one, unless they are wanted apart
    apart = str(widgets.before(key, "apart", address.text("apart")))
    drawn_as = {} if apart else judged
    also = [under(one, drawn_as) for one in address.values("also")]
    both = [own for own, one in judged.items() if apart and one == judged.get(root)]
    made = picture(store_, [root, *both, *also], entries, drawn_as)
    named = "" if made.nodes else _begin(store_, root)
    if named:  # a link may say a name
        layout = address.text("layout")
        address.write(root=named, open=[named], layout=layout, lang=frame.address_language(language))
        st.rerun()
    data = {
        "words": text,
        "kinds": theme.kinds(language),
        "relations": theme.relations(language),
        "hints": known(store_, language),
        **drawn.picture(
            made,
            rows_of(store_, acts(store_, [one.id for one in made.nodes])),
            opened([under(one, drawn_as) for one in entries]),
            language,
        ),
        "root": under(root, drawn_as),
        "open": list(dict.fromkeys(under(one, drawn_as) for one in entries)),
        "apart": apart,
        # nothing to choose where nothing in sight was judged
        "judged": any(one.id in judged for one in made.nodes),
        # what was done on the page is known before the address tells it: the answer must not undo it
        "hidden": list(widgets.before(key, "hidden", address.values("hide"))),
        "layout": widgets.before(key, "layout", address.choice("layout", LAYOUTS)),
        "picked": under(widgets.before(key, "picked", address.text("picked")), drawn_as),
        "also": also,
        "missing": "" if made.nodes else say(language, "unknown_thing", words=root),
    }
    view = widgets.explorer(data, key=key)
    lang = frame.address_language(language)
    if view.path == []:
        address.write(root=root, open=entries, hide=address.values("hide"), apart=apart, lang=lang)
        st.rerun()
    if view.path:
        steps = path(store_, *map(str, view.path[:2]))
        if steps:
            address.write(root=root, open=entries, also=steps, picked=view.path[1], apart=apart, lang=lang)
            st.rerun()
        st.toast(text["no_path"])
    changed = list(view.open or []) not in (entries, data["open"]) or (view.apart or "") != apart
    address.write(
        root=root,
        open=list(view.open or []),
        hide=list(view.hidden or []),
        layout="" if view.layout == LAYOUTS[0] else view.layout,
        picked=view.picked or "",
        also=also,
        apart=view.apart or "",
        lang=lang,
    )
    if changed:
        st.rerun()
