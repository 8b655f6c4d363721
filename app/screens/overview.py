"""总览: what the graph holds, who carries most, what falls due when, what is missing."""

from __future__ import annotations

from typing import Any

from app import address, frame, proof, theme, widgets
from app.store import store
from app.texts import say, words
from queries.library import question
from queries.views import view

BUSIEST = 18
PAPERS = 40


def numbers(opened: Any) -> dict[str, Any]:
    """The counts of the first page by name."""
    table = opened.read(view("overview"))
    return dict(zip(table.columns, table.rows[0], strict=True))


def data(opened: Any, language: str, count: dict[str, Any], day: str) -> dict[str, Any]:
    """All the component draws. `day`: deadlines before it are shown as past."""
    kinds = theme.kinds(language)
    load = opened.read(question("load-by-body").text, {"document": None, "limit": BUSIEST}).rows
    months = opened.read(question("deadlines-by-month").text).rows
    papers = opened.read(question("documents").text).rows
    text = words(language)
    cards = [
        ("documents", kinds["Document"]["caption"], "documents"),
        ("obligations", kinds["Obligation"]["caption"], ""),
        ("bodies", kinds["Body"]["caption"], "load-by-body"),
        ("projects", kinds["Project"]["caption"], "projects"),
        ("programmes", kinds["Programme"]["caption"], "programme-items"),
        ("targets", kinds["Target"]["caption"], "targets-by-indicator"),
        ("results", kinds["Result"]["caption"], "results"),
    ]
    gaps = (
        ("without_body", "gap_body", "without-body"),
        ("without_deadline", "gap_deadline", "without-deadline"),
        ("undated", "gap_undated", "undated-deadlines"),
        ("without_target", "gap_target", "without-target"),
    )
    return {
        "words": text,
        "kinds": kinds,
        "cards": [
            {
                "label": label,
                "value": count[name],
                "href": proof.link(query, language)
                if query == "documents"
                else proof.link("query", language, name=query)
                if query
                else "",
            }
            for name, label, query in cards
        ],
        "gaps": [
            {
                "label": text[label],
                "value": count[name],
                "href": proof.link("query", language, name=query),
                "missing": True,
            }
            for name, label, query in gaps
        ],
        "load": [
            {
                "name": name,
                "lead": lead,
                "responsible": responsible,
                "support": support,
                "supervise": supervise,
                "href": proof.link("obligations", language, body=key),
            }
            for name, lead, responsible, support, supervise, _, key in load
        ],
        "months": [
            {"month": month, "count": number, "over": bool(day) and month < day[:7], "href": ""}
            for month, number in months
        ][-24:],
        "papers": [
            {
                "date": str(date or ""),
                "title": title,
                "kind": kind or "",
                "count": say(language, "n_tasks", n=tasks),
                "href": proof.link("documents", language, doc=key),
            }
            for date, title, kind, _, _, tasks, key in reversed(papers)
        ][:PAPERS],
    }


def page() -> None:
    """Draw the page; `day` in the address marks what was due before it."""
    language = frame.language()
    opened = store(language)
    count = numbers(opened)
    if not count["documents"]:
        frame.title(words(language)["page_overview"])
        frame.empty(language)
        return
    context = say(
        language, "overview_hint", documents=count["documents"], first=count["first"] or "—", last=count["last"] or "—"
    )
    frame.title(words(language)["page_overview"], context)
    widgets.overview(data(opened, language, count, address.text("day")), key="overview")
    address.write(day=address.text("day"), lang=frame.address_language(language))
