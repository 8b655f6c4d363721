"""What the evidence panel shows of a thing: crumb, heading, the words with the facts lit, facts with their rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from app import facts
from app.codes import spoken
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


def node(key: str, language: str) -> str:
    """The address of a thing in the graph."""
    return link("explorer", language, root=key, open=key, picked=key)


def spans(entry: Entry) -> list[dict[str, Any]]:
    """Spans of an obligation's facts (offsets from its start).

    Of a table's row and of a sentence without subject some stand outside its text, before or after it.
    """
    found: list[dict[str, Any]] = []

    def add(start: int, end: int, kind: str) -> None:
        if start < end:
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


def _measured(entry: Entry, language: str) -> list[facts.Fact]:
    """By when, how much, for which work, after what: what is missing is said as well."""
    text = words(language)
    found = [facts.due(one, entry.document["date"], language) for one in entry.deadlines]
    if not found:
        found = [facts.fact(text["due"], text["no_deadline"], kind="missing")]
    found += [facts.target(one, language) for one in entry.targets]
    for name, kind in KINDS[2:]:
        caption = schema().nodes[kind].caption(language)
        found += [
            facts.fact(caption, one["name"], kind=kind, href=node(one["id"], language)) for one in getattr(entry, name)
        ]
    return found + [facts.waits(one, language) for one in entry.depends_on]


def _panel(entry: Entry, found: list[facts.Fact], language: str) -> dict[str, Any]:
    text = words(language)
    section = f"{entry.section.get('label') or ''}{entry.section.get('heading') or ''}"
    return {
        "crumb": " · ".join(filter(None, (text["evidence"], entry.document["title"], entry.document["date"]))),
        "heading": section or entry.summary or text["no_section"],
        "before": "",
        "text": entry.text,
        "after": "",
        "spans": spans(entry),
        "facts": found,
        "links": [
            {
                "label": text["open_text"],
                "href": link("documents", language, doc=entry.document["id"], picked=entry.id),
            },
            {
                "label": text["see_in_graph"],
                "href": node(entry.id, language),
            },
        ],
    }


def entry_proof(entry: Entry, body: str, language: str) -> dict[str, Any]:
    """The panel of one obligation in a body's ledger."""
    text = words(language)
    owner = entry.collective or body
    found = [
        facts.owed(entry.role, entry.mention or owner, owner, entry.evidence["rule"], entry.inherited, language),
        *_measured(entry, language),
        facts.fact(text["place"], say(language, "characters", start=entry.start, end=entry.end)),
    ]
    return _panel(entry, found, language)


def shared_proof(entry: Entry, language: str) -> dict[str, Any]:
    """The panel of an obligation in a list of everybody's: all who owe it, and the rule that found it."""
    text = words(language)
    found = [facts.owed_by(one, language, link("obligations", language, body=one["id"])) for one in entry.partners]
    if not found:
        found = [facts.fact(text["responsible_bodies"], text["gap_body"], kind="missing")]
    found += _measured(entry, language)
    place = say(language, "characters", start=entry.start, end=entry.end)
    found.append(
        facts.fact(text["place"], place, f"{text['rule']} {facts.rule_caption(entry.evidence['rule'], language)}")
    )
    return _panel(entry, found, language)


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
        elif name == "level":
            value = words(language).get(f"level_{value}", value)
        elif isinstance(value, bool):
            value = words(language)["yes" if value else "no"]
        elif isinstance(value, list):
            value = "、".join(map(str, value))
        elif name in ("kind", "recurrence"):
            value = spoken(str(value), language)
        elif name == "rule":
            value = facts.rule_caption(str(value), language)
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
    same = [facts.fact(words(language)["judged_one"], "、".join(node.same))] if node.same else []
    return {
        "crumb": kind.caption(language),
        "heading": shown,
        "before": "",
        "text": text if text != shown else "",
        "after": "",
        "spans": [],
        "facts": same
        + _properties(known.properties[node.label], node.properties, language, known.nodes[node.label].shown),
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
