"""A stretch of the graph as the canvas component draws it: nodes, edges, groups, each with its evidence panel."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app import facts, proof
from app.act_proof import act_proof
from app.texts import say, words
from graph.schema import schema
from queries.acts import Act, first_due
from queries.ledger import ROLES
from queries.neighbours import Edge, Group, Node, Picture

NAME_AT_MOST = 34
BLANK: dict[str, Any] = {
    "crumb": "",
    "heading": "",
    "before": "",
    "text": "",
    "after": "",
    "spans": [],
    "facts": [],
    "links": [],
}


def short(text: str, most: int = NAME_AT_MOST) -> str:
    """A name that fits a card."""
    return text if len(text) <= most else text[: most - 1] + "…"


def element(
    key: str,
    kind: str,
    name: str,
    evidence: Mapping[str, Any],
    *,
    note: str = "",
    expanded: bool = False,
    anchor: str = "",
) -> dict[str, Any]:
    """A node as the canvas wants it; `anchor`: the node that a “N more” belongs to."""
    return {
        "id": key,
        "kind": kind,
        "name": short(name),
        "note": note,
        "open": expanded,
        "anchor": anchor,
        "evidence": evidence,
    }


def line(edge: Edge, label: str, evidence: Mapping[str, Any]) -> dict[str, Any]:
    """An edge as the canvas wants it."""
    return {
        "id": edge.id,
        "source": edge.source,
        "target": edge.target,
        "type": edge.type,
        "label": label,
        "evidence": evidence,
    }


def caption(node: Node) -> str:
    """The name of a node."""
    return str(node.properties.get(schema().nodes[node.label].shown) or "")


def _note(node: Node, acts: Mapping[str, Act], language: str) -> str:
    if node.same:
        return words(language)["judged_one"]
    due = node.properties.get("due")
    if node.label == "Deadline" and due:
        return str(due)
    return first_due(acts[node.id]) if node.id in acts else ""


def things(
    nodes: list[Node],
    edges: list[Edge],
    acts: Mapping[str, Act],
    language: str,
    expanded: Mapping[str, int] | None = None,
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Nodes and the relations among them."""
    names = {node.id: caption(node) for node in nodes}
    drawn = [
        element(
            node.id,
            node.label,
            names[node.id],
            act_proof(acts[node.id], language) if node.id in acts else proof.node_proof(node, language),
            note=_note(node, acts, language),
            expanded=node.id in (expanded or {}),
        )
        for node in nodes
    ]
    lines = []
    for edge in edges:
        how = facts.inherited(str(edge.properties.get("rule") or ""), bool(edge.properties.get("inherited")))
        label = schema().relations[edge.type].caption(language)
        if how:
            label += f"（{words(language)[how]}）" if language == "zh" else f" ({words(language)[how]})"
        evidence = proof.edge_proof(edge, names, language)
        document = str(edge.properties.get("document") or "")
        if document:
            act = next((one for one in (edge.source, edge.target) if one.startswith("obl-")), "")
            href = proof.link("documents", language, doc=document, picked=act)
            evidence = {**evidence, "links": [{"label": words(language)["open_text"], "href": href}]}
        lines.append(line(edge, label, evidence))
    return drawn, lines


def _group(group: Group, names: Mapping[str, str], language: str) -> tuple[str, dict[str, Any]]:
    known = schema()
    kind = known.nodes[group.label].caption(language)
    relation = known.relations[group.type].caption(language)
    links = []
    if group.type in ROLES and group.owner.startswith("body-"):
        href = proof.link("obligations", language, body=group.owner, role=ROLES[group.type])
        links.append({"label": words(language)["see_ledger"], "href": href})
    shown = say(language, "group_shown", n=group.count, shown=group.shown)
    evidence = {
        **BLANK,
        "crumb": words(language)["group"],
        "heading": f"{names.get(group.owner, '')} · {relation} · {kind}",
        "facts": [{"label": kind, "value": shown, "note": words(language)["group_why"]}],
        "links": links,
    }
    return f"{relation}\n{kind} {group.count}", evidence


def picture(made: Picture, acts: Mapping[str, Act], expanded: Mapping[str, int], language: str) -> dict[str, Any]:
    """All of a picture, with its groups and “N more” beside what has further neighbours."""
    nodes, edges = things(made.nodes, made.edges, acts, language, expanded)
    names = {node.id: caption(node) for node in made.nodes}
    for group in made.groups:
        name, evidence = _group(group, names, language)
        nodes.append(element(group.id, "Group", name, evidence, expanded=group.id in expanded, anchor=group.owner))
        edges.append(line(Edge(f"GROUP:{group.id}", "GROUP", group.owner, group.id, {}), "", BLANK))
    for key, count in made.more.items():
        label = say(language, "more", n=count)
        nodes.append(element(f"more:{key}", "More", label, BLANK, anchor=key))
        edges.append(line(Edge(f"MORE:{key}", "MORE", key, f"more:{key}", {}), "", BLANK))
    return {"nodes": nodes, "edges": edges, "full": made.full, "grouped": bool(made.groups)}
