"""What the evidence panel shows of a thing: crumb, heading, the words with the facts lit, facts with their rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from app.texts import say, words
from graph.schema import schema
from queries.ledger import Entry
from queries.neighbours import Edge, Node

KINDS = (("deadlines", "Deadline"), ("targets", "Target"), ("projects", "Project"), ("programmes", "Programme"))


def link(page: str, language: str, **state: str) -> str:
    """The address of a page of the app with that state."""
    wanted = {**state, "lang": language if language != "zh" else ""}
    query = urlencode({name: value for name, value in wanted.items() if value})
    return f"/{page}?{query}"


def spans(entry: Entry) -> list[dict[str, Any]]:
    """Spans of an obligation's facts inside its text (offsets from its start)."""
    found: list[dict[str, Any]] = []

    def add(start: int, end: int, kind: str) -> None:
        if entry.start <= start < end <= entry.end:
            found.append({"start": start - entry.start, "end": end - entry.start, "kind": kind})

    add(entry.evidence["start"], entry.evidence["end"], "Body")
    for one in entry.partners:
        add(one["start"], one["end"], "Body")
    for name, kind in KINDS:
        for fact in getattr(entry, name):
            add(fact["start"], fact["end"], kind)
    for one in entry.depends_on:
        add(one["start"], one["end"], "Condition")
    return found


def rule_caption(rule: str, language: str) -> str:
    """A rule's code with what it means, as far as the captions know it."""
    from extract.rules import caption

    return caption(rule, language)


def entry_proof(entry: Entry, body: str, language: str) -> dict[str, Any]:
    """The panel of one obligation in a body's ledger."""
    text = words(language)

    def fact(label: str, value: str, note: str = "", kind: str = "") -> dict[str, str]:
        return {"label": label, "value": value, "note": note, "kind": kind}

    rule = f"{text['rule']} {rule_caption(entry.evidence['rule'], language)}"
    inherited = f"{text['inherited']}：{text['inherited_why']}" if entry.inherited else ""
    facts = [
        fact(
            text[entry.role],
            f"{entry.mention} → {entry.collective or body}",
            "；".join(filter(None, (rule, inherited))),
        )
    ]
    for one in entry.deadlines:
        value = f"{one['text']} → {one['due']}" if one["due"] else one["text"]
        note = one["note"] or (
            say(language, "as_of", date=entry.document["date"]) if one["due"] and entry.document["date"] else ""
        )
        facts.append(fact(text["due"], value, note or ("" if one["due"] else text["undated"]), "Deadline"))
    if not entry.deadlines:
        facts.append(fact(text["due"], text["no_deadline"], kind="missing"))
    for one in entry.targets:
        facts.append(fact(text["target"], one["text"], one["indicator"] or "", "Target"))
    for name, kind in KINDS[2:]:
        for one in getattr(entry, name):
            facts.append(fact(schema().nodes[kind].caption(language), one["name"], kind=kind))
    for one in entry.depends_on:
        kinds = schema().relations["DEPENDS_ON"].properties["kind"].values
        facts.append(fact(text["waits_for"], f"{one['on']}（{kinds[one['kind']].caption(language)}）"))
    place = say(language, "characters", start=entry.start, end=entry.end)
    facts.append(
        fact(
            text["place"],
            place,
            f"{text['rule']} {rule_caption(entry.evidence['rule'], language)}" if not entry.mention else "",
        )
    )
    heading = f"{entry.section.get('label') or ''}{entry.section.get('heading') or ''}" or text["no_section"]
    return {
        "crumb": " · ".join(filter(None, (text["evidence"], entry.document["title"], entry.document["date"]))),
        "heading": heading,
        "before": "",
        "text": entry.text,
        "after": "",
        "spans": spans(entry),
        "facts": facts,
        "links": [
            {
                "label": text["open_text"],
                "href": link("documents", language, doc=entry.document["id"], picked=entry.id),
            },
            {
                "label": text["see_in_graph"],
                "href": link("explorer", language, root=entry.id, open=entry.id, picked=entry.id),
            },
        ],
    }


HIDDEN = {
    "id",
    "document",
    "start",
    "end",
    "order",
    "search_keys",
    "sha256",
    "sources",
    "version",
    "added",
    "mentions",
    "more",
    "cue",
    "stem",
    "members",
    "beat",
    "writer",
    "source",
    "format",
    "warnings",
    "date_source",
    "given",
}
_LEVELS = frozenset({"national", "province", "city", "county", "township"})


def _properties(
    known: Mapping[str, Any], values: Mapping[str, Any], language: str, shown: str = ""
) -> list[dict[str, str]]:
    """Properties with their captions; empty ones, those for machines and the one `shown` as heading are left out."""
    found = []
    for name, declared in known.items():
        value = values.get(name)
        if name in HIDDEN or name in ("text", "quote", shown) or value in (None, "", []):
            continue
        if declared.values and value in declared.values:
            value = declared.values[value].caption(language)
        elif name == "registered":
            if value:
                continue
            value = words(language)["unregistered"]
        elif name == "level" and value in _LEVELS:
            value = words(language)[f"level_{value}"]
        elif isinstance(value, bool):
            value = {True: "是", False: "否"}[value] if language == "zh" else {True: "yes", False: "no"}[value]
        elif isinstance(value, list):
            value = "、".join(map(str, value))
        elif name == "rule":
            value = rule_caption(str(value), language)
        found.append({"label": declared.caption(language), "value": str(value)})
    return found


def node_proof(node: Node, language: str) -> dict[str, Any]:
    """The panel of a node: its properties and, for what stands in a document, its words."""
    known = schema()
    kind = known.sublabels[node.label][node.sublabel] if node.sublabel else known.nodes[node.label]
    shown = str(node.properties.get(known.nodes[node.label].shown) or "")
    links = []
    if node.label == "Body":
        links.append({"label": words(language)["see_ledger"], "href": link("obligations", language, body=node.id)})
    document = node.id if node.label == "Document" else str(node.properties.get("document") or "")
    if document:
        href = link("documents", language, doc=document, picked=node.id if node.label == "Result" else "")
        links.append({"label": words(language)["open_text"], "href": href})
    text = str(node.properties.get("text") or "")
    return {
        "crumb": kind.caption(language),
        "heading": shown,
        "before": "",
        "text": text if text != shown else "",
        "after": "",
        "spans": [],
        "facts": _properties(known.properties[node.label], node.properties, language, known.nodes[node.label].shown),
        "links": links,
    }


def edge_proof(edge: Edge, names: Mapping[str, str], language: str) -> dict[str, Any]:
    """The panel of a relation: both ends, the words that prove it, the rule that found it."""
    relation = schema().relations[edge.type]
    return {
        "crumb": relation.caption(language),
        "heading": f"{names[edge.source]} → {names[edge.target]}",
        "before": "",
        "text": str(edge.properties.get("quote") or ""),
        "after": "",
        "spans": [],
        "facts": _properties(schema().relation_properties(edge.type), edge.properties, language),
        "links": [],
    }
