"""图谱: start small, expand on demand; every node and edge opens its evidence."""

from __future__ import annotations

from typing import Any

import streamlit as st

from app import address, frame, proof, theme, widgets
from app.store import store
from app.texts import say, words
from graph.schema import schema
from queries.find import things
from queries.neighbours import Edge, Node, Picture, opened, picture
from queries.paths import SHORTEST

LAYOUTS = ("force", "layered", "ring")
START = """MATCH (n:Body|Project|Document)
RETURN n.id ORDER BY n:Body AND NOT n:Collective DESC, COUNT { (n)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS|SUPERVISES|CONCERNS|CONTAINS]-() } DESC, n.id LIMIT 1"""
HINTS = """MATCH (n:Body|Project|Programme|Document|Policy)
WITH n, COUNT { (n)--() } AS weight
RETURN n.id, labels(n)[0] AS label, coalesce(n.name, n.title) AS name, coalesce(n.search_keys, []) AS keys,
  coalesce(n.aliases, []) AS aliases ORDER BY weight DESC, name, n.id LIMIT 3000"""
NAME_AT_MOST = 34


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


def _note(node: Node) -> str:
    due = node.properties.get("due")
    return str(due) if node.label == "Deadline" and due else ""


def drawn(made: Picture, entries: list[str], language: str) -> dict[str, Any]:
    """Nodes and edges as the component wants them, with “N more” beside what has further neighbours."""
    relations = schema().relations
    names = {}
    nodes = []
    expanded = opened(entries)
    for node in made.nodes:
        name = str(node.properties.get(schema().nodes[node.label].shown) or "")
        names[node.id] = name
        nodes.append(
            {
                "id": node.id,
                "kind": node.label,
                "name": name if len(name) <= NAME_AT_MOST else name[: NAME_AT_MOST - 1] + "…",
                "note": _note(node),
                "open": node.id in expanded,
                "anchor": "",
                "evidence": proof.node_proof(node, language),
            }
        )
    edges = []
    for edge in made.edges:
        inherited = f"（{words(language)['inherited']}）" if edge.properties.get("inherited") else ""
        edges.append(
            _edge(edge, relations[edge.type].caption(language) + inherited, proof.edge_proof(edge, names, language))
        )
    blank = {"crumb": "", "heading": "", "before": "", "text": "", "after": "", "spans": [], "facts": [], "links": []}
    for key, count in made.more.items():
        label = say(language, "more", n=count)
        nodes.append(
            {
                "id": f"more:{key}",
                "kind": "More",
                "name": label,
                "note": "",
                "open": False,
                "anchor": key,
                "evidence": blank,
            }
        )
        edges.append(_edge(Edge(f"MORE:{key}", "MORE", key, f"more:{key}", {}), "", blank))
    return {"nodes": nodes, "edges": edges, "full": made.full}


def _edge(edge: Edge, label: str, evidence: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": edge.id,
        "source": edge.source,
        "target": edge.target,
        "type": edge.type,
        "label": label,
        "evidence": evidence,
    }


def path(store_: Any, first: str, last: str) -> list[str]:
    """Ids on the shortest path between two things, both included; empty where none is of eight steps or fewer."""
    rows = store_.read(SHORTEST, {"a": first, "b": last}).rows if first != last else []
    return [node["id"] for node in rows[0][0]] if rows else []


def page() -> None:
    """Draw the page from its address: root, open (ids, ID~PAGES), also (ids of a path), hide (kinds), layout, picked, from."""
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
    also = address.values("also")
    made = picture(store_, [root, *also], entries)
    data = {
        "words": text,
        "kinds": theme.kinds(language),
        "relations": theme.relations(language),
        "hints": hints(store_, language),
        **drawn(made, entries, language),
        "open": entries,
        "hidden": address.values("hide"),
        "layout": address.choice("layout", LAYOUTS),
        "picked": address.text("picked"),
        "from": address.text("from"),
    }
    view = widgets.explorer(data, key=f"explorer-{root}")
    lang = frame.address_language(language)
    if view.ask:
        found = next(
            (one for kind in ("body", "project", "document", "obligation") for one in things(store_, kind, view.ask)),
            None,
        )
        start = found.id if found else view.ask
        address.write(root=start, open=[start], lang=lang)
        st.rerun()
    if view.path:
        steps = path(store_, *map(str, view.path[:2]))
        if steps:
            address.write(root=root, open=entries, also=steps, picked=view.path[1], lang=lang)
            st.rerun()
        st.toast(text["no_path"])
    changed = list(view.open or []) != entries
    address.write(
        root=root,
        open=list(view.open or []),
        hide=list(view.hidden or []),
        layout="" if view.layout == LAYOUTS[0] else view.layout,
        picked=view.picked or "",
        also=also,
        lang=lang,
        **{"from": view["from"] or ""},
    )
    if changed:
        st.rerun()
