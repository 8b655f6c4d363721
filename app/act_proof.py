"""The evidence panel of an obligation that stands in a picture or a table: its words lit, who, when, what it waits for."""

from __future__ import annotations

from typing import Any

from app.proof import link, rule_caption
from app.texts import say, words
from graph.schema import schema
from queries.acts import Act

ROLES = {"LEADS": "lead", "RESPONSIBLE_FOR": "responsible", "SUPPORTS": "support", "SUPERVISES": "supervise"}


def spans(act: Act) -> list[dict[str, Any]]:
    """Where each fact stands in the obligation's words (offsets from its start)."""
    begin, end = act["obligation"]["start"], act["obligation"]["end"]
    kinds = (
        *((one, "Body") for one in act["bodies"]),
        *((one, "Deadline") for one in act["deadlines"]),
        *((one, "Target") for one in act["targets"]),
        *((one, one["kind"]) for one in act["works"]),
        *((one, "Condition") for one in act["depends_on"]),
    )
    return [
        {"start": one["start"] - begin, "end": one["end"] - begin, "kind": kind}
        for one, kind in kinds
        if begin <= one["start"] < one["end"] <= end
    ]


def _facts(act: Act, language: str) -> list[dict[str, str]]:
    text = words(language)
    kinds = schema().relations["DEPENDS_ON"].properties["kind"].values
    facts: list[dict[str, str]] = []

    def add(label: str, value: str, note: str = "", kind: str = "") -> None:
        facts.append({"label": label, "value": value, "note": note, "kind": kind})

    for one in act["bodies"]:
        inherited = f"{text['inherited']} · " if one["inherited"] else ""
        named = one["name"] if one["mention"] in ("", one["name"]) else f"{one['mention']} → {one['name']}"
        add(text[ROLES[one["relation"]]], named, inherited + rule_caption(one["rule"], language))
    if not act["bodies"]:
        add(text["responsible_bodies"], text["gap_body"], kind="missing")
    for one in act["deadlines"]:
        dated = say(language, "as_of", date=act["document"]["date"]) if act["document"]["date"] else ""
        add(
            text["due"],
            f"{one['text']} → {one['due']}" if one["due"] else one["text"],
            one["note"] or (dated if one["due"] else text["undated"]),
            "Deadline",
        )
    if not act["deadlines"]:
        add(text["due"], text["no_deadline"], kind="missing")
    for one in act["targets"]:
        add(text["target"], one["text"], one["indicator"] or "", "Target")
    for one in act["works"]:
        add(schema().nodes[one["kind"]].caption(language), one["name"], kind=one["kind"])
    for one in act["depends_on"]:
        add(text["waits_for"], one["on"], kinds[one["kind"]].caption(language))
    for one in act["awaited_by"]:
        add(text["awaited_by"], one["name"], kinds[one["kind"]].caption(language))
    add(text["rule"], rule_caption(act["obligation"]["rule"], language))
    return facts


def act_proof(act: Act, language: str) -> dict[str, Any]:
    """The panel of one obligation."""
    text = words(language)
    it, document, section = act["obligation"], act["document"] or {}, act["section"] or {}
    links = [
        {"label": text["open_text"], "href": link("documents", language, doc=document.get("id", ""), picked=it["id"])}
    ]
    if act["depends_on"] or act["awaited_by"]:
        links.append({"label": text["only_waiting"], "href": link("dependencies", language, item=it["id"])})
    heading = f"{section.get('label') or ''}{section.get('heading') or ''}"
    return {
        "crumb": " · ".join(filter(None, (text["task"], document.get("title"), heading))),
        "heading": it["summary"],
        "before": "",
        "text": it["text"],
        "after": "",
        "spans": spans(act),
        "facts": _facts(act, language),
        "links": links,
    }
