"""文档, one to read: everything lit by kind, what was left out and why, evidence beside it; its date, its removal."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Any

import streamlit as st

from app import address, downloads, facts, frame, proof, theme, widgets
from app.codes import spoken
from app.held import Part, part
from app.memory import recent, stamp
from app.screens import amend, library
from app.store import store
from app.texts import say, words
from extract.reasons import reason
from graph.documents import read_document
from graph.schema import schema
from queries.lists import entries
from queries.reading import Reading, reading
from queries.reading import document as read_head
from queries.reading import facts as reading_facts

SIDES = ("outline", "left")
AT_MOST = 400_000  # characters shown at once; a longer document is read part by part
EVERY = 120
"""Up to so many obligations bring their evidence with them; of longer documents it comes for those one looks at."""
NEAR = 12
"""Obligations before and after the chosen one whose evidence comes along: one steps from each to the next."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """One part of a document as it is sent: text, spans and outline. It stays the same until the graph changes."""

    read: Reading
    parts: dict[str, Part]

    def __len__(self) -> int:
        return len(self.read)


def marks(read: Reading, low: int, high: int) -> dict[str, list[int]]:
    """Spans of all facts between two offsets by kind: start, end, start, end…, counted from the first offset."""
    every = [span for one in read.obligations for span in one.facts]
    every += [(one["start"], one["end"], "Result") for one in read.results]
    found: dict[str, list[int]] = {}
    for start, end, kind in sorted({one for one in every if low <= one[0] and one[1] <= high}):
        found.setdefault(kind, []).extend((start - low, end - low))
    return found


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


def _parts_of(opened: Any, key: str, read: Reading, number: int, language: str) -> _Shown:
    """What the reader draws of one part of a document."""
    whole = read_document(opened, key)
    low = number * AT_MOST
    high = min(len(whole.text), low + AT_MOST)
    starts = sorted(one.start for one in read.obligations)
    return _Shown(
        read,
        {
            "text": part(whole.text[low:high]),
            "marks": part(marks(read, low, high)),
            "blocks": part(
                [
                    [one.id, one.start - low, one.end - low]
                    for one in read.obligations
                    if low <= one.start and one.end <= high
                ]
            ),
            "outline": part(
                [
                    [
                        one.title,
                        one.level,
                        one.start - low,
                        bisect_left(starts, one.end) - bisect_left(starts, one.start),
                    ]
                    for one in read.sections
                    if low <= one.start <= high
                ]
            ),
            "left": part(
                [
                    [start - low, end - low, reason(why, language), cue]
                    for start, end, _, why, cue in whole.skipped
                    if low <= start and end <= high
                ]
            ),
        },
    )


def _result(one: Any, language: str) -> dict[str, Any]:
    """The panel of a result."""
    return {
        "crumb": schema().nodes["Result"].caption(language),
        "heading": "",
        "before": "",
        "text": one["text"],
        "after": "",
        "spans": [],
        "facts": [{"label": words(language)["rule"], "value": facts.rule_caption(one["rule"], language)}],
        "links": [],
    }


def looked_at(shown: _Shown, picked: str) -> list[str]:
    """Ids of the obligations whose evidence is sent: all of a short document, else the chosen one and those about it."""
    ids = [one[0] for one in shown.parts["blocks"].value]
    if len(ids) <= EVERY:
        return ids
    at = ids.index(picked) if picked in ids else 0
    return ids[max(0, at - NEAR) : at + NEAR + 1]


def data(opened: Any, shown: _Shown, document: Any, picked: str, language: str) -> dict[str, Any]:
    """All the reader draws."""
    acts = reading_facts(opened, looked_at(shown, picked))
    panels = {key: evidence(one, document["date"], language) for key, one in acts.items()}
    panels |= {one["id"]: _result(one, language) for one in shown.read.results if one["id"] == picked}
    return {
        "words": words(language),
        "kinds": theme.kinds(language),
        **shown.parts,
        "evidence": panels,
    }


def part_of(read: Reading, picked: str, at: int) -> int:
    """The part of a long document that holds the picked fact, else the offset."""
    starts = {**{one["id"]: one["start"] for one in read.results}, **{one.id: one.start for one in read.obligations}}
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
    document = read_head(opened, key) if key else {}
    if not document:
        if key:
            st.warning(words(language)["no_document"])
        library.page(language)
        return
    at = int(address.text("at")) if address.text("at").isdecimal() else 0
    asked = address.text("part")
    now = stamp(opened)
    read = recent(now, ("reading", key), lambda: reading(opened, key))
    number = int(asked) if asked.isdecimal() else part_of(read, address.text("picked"), at)
    number = min(number, max(document["characters"] - 1, 0) // AT_MOST)
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
        ids = [one.id for one in read.obligations]
        downloads.form_menu(lambda: entries(opened, ids), "", document["title"], language)
    _parts(document, number, language)
    reader = f"reader-{key}-{number}-{st.session_state.get(amend.TIMES, 0)}"
    picked = str(widgets.before(reader, "picked", address.text("picked")))
    shown = recent(now, ("part", key, str(number), language), lambda: _parts_of(opened, key, read, number, language))
    view = widgets.reader(
        {
            **data(opened, shown, document, picked, language),
            "hidden": widgets.before(reader, "hidden", address.values("hide") or ["Left"]),
            "picked": picked,
            "side": widgets.before(reader, "side", address.choice("side", SIDES)),
            "at": max(at - number * AT_MOST, 0),
        },
        key=reader,
    )
    address.write(
        doc=key,
        part=str(number) if number else "",
        hide=[] if list(view.hidden) == ["Left"] else (list(view.hidden) or ["-"]),
        picked=view.picked or "",
        side="" if view.side == SIDES[0] else view.side,
        lang=frame.address_language(language),
    )
