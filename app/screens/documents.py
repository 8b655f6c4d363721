"""文档, one to read: everything lit by kind, what was left out and why, evidence beside it; its date, its removal."""

from __future__ import annotations

from typing import Any

import streamlit as st

from app import address, downloads, facts, frame, proof, theme, widgets
from app.codes import spoken
from app.screens import amend, library
from app.store import store
from app.texts import say, words
from extract.reasons import reason
from graph.documents import read_document
from graph.schema import schema
from queries.lists import entries
from queries.reading import Reading, reading

FACTS = (
    ("bodies", "Body"),
    ("deadlines", "Deadline"),
    ("targets", "Target"),
    ("projects", "Project"),
    ("programmes", "Programme"),
    ("depends_on", "Condition"),
)
SIDES = ("outline", "left")
AT_MOST = 400_000  # characters shown at once; a longer document is read part by part


def marks(read: Reading, low: int, high: int) -> list[dict[str, Any]]:
    """Spans of all facts between two offsets, each of its obligation."""
    found: dict[tuple[int, int, str], dict[str, Any]] = {}
    for one in read.obligations:
        for name, kind in FACTS:
            for fact in one[name]:
                if low <= fact["start"] and fact["end"] <= high:
                    key = (fact["start"], fact["end"], kind)
                    found.setdefault(
                        key,
                        {
                            "start": fact["start"] - low,
                            "end": fact["end"] - low,
                            "kind": kind,
                            "of": one["obligation"]["id"],
                        },
                    )
    for result in read.results:
        if low <= result["start"] and result["end"] <= high:
            found[(result["start"], result["end"], "Result")] = {
                "start": result["start"] - low,
                "end": result["end"] - low,
                "kind": "Result",
                "of": result["id"],
            }
    return list(found.values())


def evidence(one: Any, date: str | None, language: str) -> dict[str, Any]:
    """The panel of one obligation of the document."""
    text = words(language)
    act = one["obligation"]
    found = [
        facts.owed_by(body, language, proof.link("obligations", language, body=body["id"])) for body in one["bodies"]
    ]
    if not found:
        found = [facts.fact(text["responsible_bodies"], text["gap_body"], kind="missing")]
    found += [facts.due(due, date, language) for due in one["deadlines"]]
    found += [facts.target(target, language) for target in one["targets"]]
    for name, kind in (("projects", "Project"), ("programmes", "Programme")):
        caption = schema().nodes[kind].caption(language)
        found += [
            facts.fact(caption, work["name"], kind=kind, href=proof.node(work["id"], language)) for work in one[name]
        ]
    found += [facts.waits(wait, language) for wait in one["depends_on"]]
    cue = f" “{act['cue']}”" if act["cue"] else ""
    found.append(facts.fact(text["rule"], facts.rule_caption(act["rule"], language) + cue))
    return {
        "crumb": say(language, "characters", start=act["start"], end=act["end"]),
        "heading": act["summary"],
        "before": "",
        "text": "",
        "after": "",
        "spans": [],
        "facts": found,
        "links": [
            {
                "label": text["see_in_graph"],
                "href": proof.node(act["id"], language),
            }
        ],
    }


def data(opened: Any, read: Reading, language: str, part: int) -> dict[str, Any]:
    """All the reader draws of one part of the document."""
    whole = read_document(opened, read.document["id"])
    low = part * AT_MOST
    high = min(len(whole.text), low + AT_MOST)
    known = schema().nodes

    def inside(start: int, end: int) -> bool:
        return low <= start and end <= high

    blocks = [
        {
            "id": one["obligation"]["id"],
            "start": one["obligation"]["start"] - low,
            "end": one["obligation"]["end"] - low,
            "kind": "Obligation",
        }
        for one in read.obligations
        if inside(one["obligation"]["start"], one["obligation"]["end"])
    ]
    panels = {
        one["obligation"]["id"]: evidence(one, read.document["date"], language)
        for one in read.obligations
        if inside(one["obligation"]["start"], one["obligation"]["end"])
    }
    for one in read.results:
        panels[one["id"]] = {
            "crumb": known["Result"].caption(language),
            "heading": "",
            "before": "",
            "text": one["text"],
            "after": "",
            "spans": [],
            "facts": [{"label": words(language)["rule"], "value": facts.rule_caption(one["rule"], language)}],
            "links": [],
        }
    return {
        "words": words(language),
        "kinds": theme.kinds(language),
        "text": whole.text[low:high],
        "marks": marks(read, low, high),
        "blocks": blocks,
        "outline": [
            {
                "label": f"{one['label']}{one['heading']}",
                "level": one["level"],
                "start": one["start"] - low,
                "count": sum(1 for act in read.obligations if one["start"] <= act["obligation"]["start"] < one["end"]),
            }
            for one in read.sections
            if inside(one["start"], one["start"])
        ],
        "left": [
            {"start": start - low, "end": end - low, "reason": reason(why, language), "cue": cue}
            for start, end, _, why, cue in whole.skipped
            if inside(start, end)
        ],
        "evidence": panels,
    }


def part_of(read: Reading, picked: str, at: int) -> int:
    """The part of a long document that holds the picked fact, else the offset."""
    facts = ((one["obligation"]["id"], one["obligation"]["start"]) for one in read.obligations)
    starts = {**{one["id"]: one["start"] for one in read.results}, **dict(facts)}
    return int(starts.get(picked, at)) // AT_MOST


def _parts(document: Any, part: int, language: str) -> None:
    """Before and after, where a document is too long to be shown at once."""
    last = (document["characters"] - 1) // AT_MOST
    if last < 1:
        return
    shown = [say(language, "part_of", n=part + 1, all=last + 1)]
    for to, caption in ((part - 1, "part_before"), (part + 1, "part_after")):
        if 0 <= to <= last:
            href = proof.link("documents", language, doc=document["id"], part=str(to))
            shown.append(f"[{words(language)[caption]}]({href})")
    st.caption(" · ".join(shown))


def page() -> None:
    """Draw the page from its address: doc, picked, at (an offset), hide (kinds), side (outline or left), part.

    Without doc, or where the graph does not hold it, the list of all documents.
    """
    language = frame.language()
    opened = store(language)
    key = address.text("doc")
    read = reading(opened, key) if key else None
    if read is None or not read.document:
        if key:
            st.warning(words(language)["no_document"])
        library.page(language)
        return
    document = read.document
    context = (
        spoken(document["kind"], language),
        document["issuer"] or words(language)["no_issuer"],
        document["date"] or words(language)["no_date"],
        say(language, "n_characters", n=f"{document['characters']:,}"),
        say(language, "n_tasks", n=len(read.obligations)),
        say(language, "n_left_out", n=document["skipped"]),
    )
    left, right = frame.head()
    with left:
        frame.title(document["title"], " · ".join(filter(None, context)))
    with right:
        amend.remove(document, language)
        amend.correct(document, language)
        ids = [one["obligation"]["id"] for one in read.obligations]
        downloads.form_menu(lambda: entries(opened, ids), "", document["title"], language)
    at = int(address.text("at")) if address.text("at").isdecimal() else 0
    asked = address.text("part")
    part = int(asked) if asked.isdecimal() else part_of(read, address.text("picked"), at)
    part = min(part, max(document["characters"] - 1, 0) // AT_MOST)
    _parts(document, part, language)
    shown = {
        **data(opened, read, language, part),
        "hidden": address.values("hide") or ["Left"],
        "picked": address.text("picked"),
        "side": address.choice("side", SIDES),
        "at": max(at - part * AT_MOST, 0),
    }
    view = widgets.reader(shown, key=f"reader-{key}-{part}-{st.session_state.get(amend.TIMES, 0)}")
    address.write(
        doc=key,
        part=str(part) if part else "",
        hide=[] if list(view.hidden) == ["Left"] else (list(view.hidden) or ["-"]),
        picked=view.picked or "",
        side="" if view.side == SIDES[0] else view.side,
        lang=frame.address_language(language),
    )
