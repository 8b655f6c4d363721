"""文档: all documents, and each to read: everything lit by kind, what was left out and why, evidence beside it."""

from __future__ import annotations

from typing import Any

from app import address, frame, proof, theme, widgets
from app.store import store
from app.texts import say, words
from extract.reasons import reason
from extract.rules import caption as rule_caption
from graph.documents import read_document
from graph.schema import schema
from queries.ledger import ROLES
from queries.library import question
from queries.reading import Reading, reading

FACTS = (
    ("bodies", "Body"),
    ("deadlines", "Deadline"),
    ("targets", "Target"),
    ("projects", "Project"),
    ("programmes", "Programme"),
    ("depends_on", "Condition"),
)
AT_MOST = 400_000  # characters shown at once; a longer document is read part by part


def _list(opened: Any, language: str) -> None:
    text = words(language)
    frame.title(text["page_documents"], text["documents_hint"])
    table = opened.read(question("documents").text)
    if not table.rows:
        frame.empty(language)
        return
    rows = [
        [
            str(date or ""),
            {"text": title, "href": proof.link("documents", language, doc=key)},
            kind,
            issuer,
            number,
            tasks,
        ]
        for date, title, kind, issuer, number, tasks, key in table.rows
    ]
    heads = [text[one] for one in ("date", "title", "kind", "issuer", "document_number", "tasks")]
    view = widgets.table(
        {
            "words": text,
            "columns": heads,
            "rows": rows,
            "wide": [text["title"]],
            "sort": address.text("sort"),
            "filter": address.text("find"),
            "empty": text["empty_graph"],
        },
        key="documents",
    )
    address.write(sort=view.sort or "", find=view.filter or "", lang=frame.address_language(language))


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


def evidence(one: Any, language: str) -> dict[str, Any]:
    """The panel of one obligation of the document."""
    text = words(language)
    act = one["obligation"]
    facts: list[dict[str, str]] = []
    for body in one["bodies"]:
        inherited = f"{text['inherited']} · " if body["inherited"] else ""
        facts.append(
            {
                "label": text[ROLES[body["relation"]]],
                "value": f"{body['mention']} → {body['name']}",
                "note": f"{inherited}{rule_caption(body['rule'], language)}",
            }
        )
    if not one["bodies"]:
        facts.append({"label": text["responsible_bodies"], "value": text["gap_body"], "kind": "missing"})
    for due in one["deadlines"]:
        value = f"{due['text']} → {due['due']}" if due["due"] else due["text"]
        facts.append(
            {
                "label": text["due"],
                "value": value,
                "note": due["note"] or ("" if due["due"] else text["undated"]),
                "kind": "Deadline",
            }
        )
    for target in one["targets"]:
        facts.append({"label": text["target"], "value": target["text"], "note": target["indicator"], "kind": "Target"})
    for name, kind in (("projects", "Project"), ("programmes", "Programme")):
        facts += [
            {"label": schema().nodes[kind].caption(language), "value": fact["name"], "kind": kind} for fact in one[name]
        ]
    kinds = schema().relations["DEPENDS_ON"].properties["kind"].values
    facts += [
        {"label": text["waits_for"], "value": f"{wait['on']}（{kinds[wait['kind']].caption(language)}）"}
        for wait in one["depends_on"]
    ]
    cue = f" “{act['cue']}”" if act["cue"] else ""
    facts.append({"label": text["rule"], "value": rule_caption(act["rule"], language) + cue})
    return {
        "crumb": say(language, "characters", start=act["start"], end=act["end"]),
        "heading": act["summary"],
        "before": "",
        "text": "",
        "after": "",
        "spans": [],
        "facts": facts,
        "links": [
            {
                "label": text["see_in_graph"],
                "href": proof.link("explorer", language, root=act["id"], open=act["id"], picked=act["id"]),
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
        one["obligation"]["id"]: evidence(one, language)
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
            "facts": [{"label": words(language)["rule"], "value": rule_caption(one["rule"], language)}],
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
            {"start": start - low, "end": end - low, "reason": reason(why, language)}
            for start, end, _, why, _ in whole.skipped
            if inside(start, end)
        ],
        "evidence": panels,
    }


def page() -> None:
    """Draw the page from its address: doc, picked, at (an offset), hide (kinds), part; without doc the list."""
    language = frame.language()
    opened = store(language)
    key = address.text("doc")
    read = reading(opened, key) if key else None
    if read is None or not read.document:
        _list(opened, language)
        return
    document = read.document
    left_out = say(language, "n_left_out", n=document["skipped"])
    context = (
        document["date"],
        say(language, "n_characters", n=f"{document['characters']:,}"),
        say(language, "n_tasks", n=len(read.obligations)),
        left_out,
    )
    frame.title(document["title"], " · ".join(filter(None, context)))
    part = int(address.text("part") or 0) if address.text("part").isdecimal() else 0
    at = int(address.text("at")) if address.text("at").isdecimal() else 0
    shown = {
        **data(opened, read, language, part),
        "hidden": address.values("hide") or ["Left"],
        "picked": address.text("picked"),
        "at": at,
    }
    view = widgets.reader(shown, key=f"reader-{key}-{part}")
    address.write(
        doc=key,
        part=str(part) if part else "",
        hide=[] if list(view.hidden) == ["Left"] else (list(view.hidden) or ["-"]),
        picked=view.picked or "",
        lang=frame.address_language(language),
    )
