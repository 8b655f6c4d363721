"""The evidence panel of an obligation that stands in a picture or a table: its words lit, who, when, what it waits for."""

from __future__ import annotations

from typing import Any

from app import facts
from app.proof import link
from app.texts import words
from graph.schema import schema
from queries.acts import Act


def spans(act: Act) -> list[dict[str, Any]]:
    """Where each fact stands in the obligation's words, or in its row of a table (offsets from its start)."""
    begin, end = act["obligation"]["start"], act["obligation"]["end"]
    before, after = act.get("around", ("", ""))
    first, last = begin - len(before), end + len(after)
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
        if first <= one["start"] < one["end"] <= last
    ]


def _facts(act: Act, language: str) -> list[facts.Fact]:
    text = words(language)
    kinds = schema().relations["DEPENDS_ON"].properties["kind"].values
    date = (act["document"] or {}).get("date")
    found = [facts.owed_by(one, language, link("obligations", language, body=one["id"])) for one in act["bodies"]]
    if not found:
        found = [facts.fact(text["responsible_bodies"], text["gap_body"], kind="missing")]
    found += [facts.due(one, date, language) for one in act["deadlines"]]
    if not act["deadlines"]:
        found.append(facts.fact(text["due"], text["no_deadline"], kind="missing"))
    found += [facts.target(one, language) for one in act["targets"]]
    for one in act["works"]:
        found.append(facts.fact(schema().nodes[one["kind"]].caption(language), one["name"], kind=one["kind"]))
    found += [facts.waits(one, language) for one in act["depends_on"]]
    for one in act["awaited_by"]:
        found.append(facts.fact(text["awaited_by"], one["name"], kinds[one["kind"]].caption(language)))
    found.append(facts.fact(text["rule"], facts.rule_caption(act["obligation"]["rule"], language)))
    return found


def act_proof(act: Act, language: str) -> dict[str, Any]:
    """The panel of one obligation."""
    text = words(language)
    before, after = act.get("around", ("", ""))
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
        "before": before,
        "text": it["text"],
        "after": after,
        "spans": spans(act),
        "facts": _facts(act, language),
        "links": links,
    }
