"""What the evidence panel shows of a thing: crumb, heading, the words with the facts lit, facts with their rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from app.texts import say, words
from graph.schema import schema
from queries.ledger import ROLES, Entry
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


def _fact(label: str, value: str, note: str = "", kind: str = "", href: str = "") -> dict[str, str]:
    return {"label": label, "value": value, "note": note, "kind": kind, "href": href}


def _owed(
    role: str, mention: str, name: str, rule: str, inherited: bool, language: str, href: str = ""
) -> dict[str, str]:
    """Who owes it, as which words say and by which rule."""
    text = words(language)
    why = f"{text['inherited']}：{text['inherited_why']}" if inherited else ""
    note = "；".join(filter(None, (f"{text['rule']} {rule_caption(rule, language)}" if rule else "", why)))
    return _fact(text[role], f"{mention} → {name}" if mention and mention != name else name, note, href=href)


def _measured(entry: Entry, language: str) -> list[dict[str, str]]:
    """By when, how much, for which work, after what: what is missing is said as well."""
    text = words(language)
    facts = []
    for one in entry.deadlines:
        value = f"{one['text']} → {one['due']}" if one["due"] and one["due"] != one["text"] else one["text"]
        note = one["note"] or (
            say(language, "as_of", date=entry.document["date"])
            if one["due"] and one["due"] != one["text"] and entry.document["date"]
            else ""
        )
        facts.append(_fact(text["due"], value, note or ("" if one["due"] else text["undated"]), "Deadline"))
    if not entry.deadlines:
        facts.append(_fact(text["due"], text["no_deadline"], kind="missing"))
    for one in entry.targets:
        facts.append(_fact(text["target"], one["text"], one["indicator"] or "", "Target"))
    for name, kind in KINDS[2:]:
        for one in getattr(entry, name):
            facts.append(
                _fact(schema().nodes[kind].caption(language), one["name"], kind=kind, href=node(one["id"], language))
            )
    kinds = schema().relations["DEPENDS_ON"].properties["kind"].values
    for one in entry.depends_on:
        facts.append(_fact(text["waits_for"], f"{one['on']}（{kinds[one['kind']].caption(language)}）"))
    return facts


def _panel(entry: Entry, facts: list[dict[str, str]], language: str) -> dict[str, Any]:
    text = words(language)
    section = f"{entry.section.get('label') or ''}{entry.section.get('heading') or ''}"
    return {
        "crumb": " · ".join(filter(None, (text["evidence"], entry.document["title"], entry.document["date"]))),
        "heading": section or entry.summary or text["no_section"],
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
                "href": node(entry.id, language),
            },
        ],
    }


def entry_proof(entry: Entry, body: str, language: str) -> dict[str, Any]:
    """The panel of one obligation in a body's ledger."""
    text = words(language)
    owner = entry.collective or body
    facts = [
        _owed(entry.role, entry.mention or owner, owner, entry.evidence["rule"], entry.inherited, language),
        *_measured(entry, language),
        _fact(text["place"], say(language, "characters", start=entry.start, end=entry.end)),
    ]
    return _panel(entry, facts, language)


def shared_proof(entry: Entry, language: str) -> dict[str, Any]:
    """The panel of an obligation in a list of everybody's: all who owe it, and the rule that found it."""
    text = words(language)
    facts = [
        _owed(
            ROLES[one["relation"]],
            one["mention"] or "",
            one["name"],
            one["rule"],
            one["inherited"],
            language,
            link("obligations", language, body=one["id"]),
        )
        for one in entry.partners
    ]
    if not facts:
        facts = [_fact(text["responsible_bodies"], text["gap_body"], kind="missing")]
    facts += _measured(entry, language)
    place = say(language, "characters", start=entry.start, end=entry.end)
    facts.append(_fact(text["place"], place, f"{text['rule']} {rule_caption(entry.evidence['rule'], language)}"))
    return _panel(entry, facts, language)


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
