"""总览: what the graph holds, who carries most, what falls due when, what is missing."""

from __future__ import annotations

from typing import Any

from app import address, as_of, downloads, frame, proof, theme, widgets
from app.as_of import AsOf
from app.codes import spoken
from app.export.tables import Table
from app.held import part
from app.memory import remembered
from app.store import store
from app.texts import say, words
from queries.library import question
from queries.views import view

BUSIEST = 200
"""Bodies sent; the component shows the first of them and the others on demand."""
PAPERS = 40
LOADS = ("total", "lead", "responsible", "support")
ROLES = ("lead", "responsible", "support", "supervise")
DUES = """MATCH (o:Obligation)-[:DUE]->(t:Deadline) WHERE t.due IS NOT NULL
WITH o, collect(DISTINCT toString(t.due)) AS days RETURN days"""
GROUPS = "MATCH (b:Body&(Collective|LeadingGroup)) RETURN b.id"


def numbers(opened: Any) -> dict[str, Any]:
    """The counts of the first page by name."""
    table = opened.read(view("overview"))
    return dict(zip(table.columns, table.rows[0], strict=True))


def _load(opened: Any, language: str) -> list[dict[str, Any]]:
    """Each body with what it leads, answers for, supports and oversees; collectives (各部门) are no body's burden."""
    groups = {key for (key,) in opened.read(GROUPS).rows}
    return [
        {
            "name": name,
            "lead": lead,
            "responsible": responsible,
            "support": support,
            "supervise": supervise,
            "group": key in groups,
            "href": proof.link("obligations", language, body=key),
        }
        for name, lead, responsible, support, supervise, _, key in opened.read(
            question("load-by-body").text, {"document": None, "limit": BUSIEST}
        ).rows
    ]


def _cards(count: dict[str, Any], language: str) -> list[dict[str, Any]]:
    """The numbers at the top, each with the address of its list."""

    def ask(name: str) -> str:
        return proof.link("query", language, name=name)

    lists = {
        "documents": proof.link("documents", language),
        "obligations": proof.link("obligations", language, list="all"),
        "bodies": proof.link("obligations", language, list="all", by="body"),
        "projects": ask("projects"),
        "programmes": ask("programme-items"),
        "targets": ask("targets-by-indicator"),
        "results": ask("results"),
    }
    text = words(language)
    return [{"label": text[f"card_{name}"], "value": count[name], "href": href} for name, href in lists.items()]


def _gaps(count: dict[str, Any], language: str) -> list[dict[str, Any]]:
    text = words(language)
    lists = {
        "without_body": "no_body",
        "without_deadline": "no_deadline",
        "undated": "undated",
        "without_target": "no_target",
    }
    return [
        {
            "label": text[f"list_{name}"],
            "value": count[key],
            "href": proof.link("obligations", language, list=name, by="document"),
            "missing": True,
        }
        for key, name in lists.items()
    ]


def _papers(opened: Any, language: str) -> list[dict[str, Any]]:
    """Documents, the last first; those without date after the others."""
    rows = opened.read(question("documents").text).rows
    text = words(language)
    dated = sorted(rows, key=lambda row: str(row[0] or ""), reverse=True)
    return [
        {
            "date": str(date) if date else text["no_date"],
            "title": title,
            "kind": spoken(kind, language) if kind else "",
            "count": say(language, "n_tasks", n=tasks),
            "href": proof.link("documents", language, doc=key),
        }
        for date, title, kind, _, _, tasks, key in dated
    ]


def gathered(opened: Any, language: str) -> dict[str, Any]:
    """What the page reckons from the whole graph: its numbers, who carries what, days that something is due, documents."""
    return {
        "count": numbers(opened),
        "load": part(_load(opened, language)),
        "dues": part([sorted(days) for (days,) in opened.read(DUES).rows]),
        "papers": _papers(opened, language)[:PAPERS],
    }


def data(found: dict[str, Any], language: str, day: AsOf) -> dict[str, Any]:
    """All the component draws; it counts itself what is past at which day, so that another day is shown at once."""
    return {
        "words": words(language),
        "kinds": theme.kinds(language),
        "cards": _cards(found["count"], language),
        "gaps": _gaps(found["count"], language),
        "load": found["load"],
        "load_by": address.choice("load", LOADS),
        "dues": found["dues"],
        "due_href": proof.link("obligations", language, list="due"),
        "papers": found["papers"],
        "all_papers": proof.link("documents", language),
        "day": day.asked,
        "today": day.usual,
        "why": day.why,
    }


def tables(drawn: dict[str, Any], language: str) -> list[Table]:
    """What the page shows as tables: load, deadlines by month, gaps, documents."""
    text = words(language)
    months: dict[str, int] = {}
    for days in drawn["dues"].value:
        for month in {day[:7] for day in days}:
            months[month] = months.get(month, 0) + 1
    return [
        Table(
            text["load"],
            (text["owner"], *(text[role] for role in ROLES), text["total"]),
            tuple(
                (one["name"], *(one[role] for role in ROLES), sum(one[role] for role in ROLES))
                for one in drawn["load"].value
            ),
        ),
        Table(text["months"], (text["month"], text["tasks"]), tuple(sorted(months.items()))),
        Table(
            text["gaps"], (text["gaps"], text["tasks"]), tuple((one["label"], one["value"]) for one in drawn["gaps"])
        ),
        Table(
            text["papers"],
            (text["date"], text["title"], text["kind"], text["tasks"]),
            tuple((one["date"], one["title"], one["kind"], one["count"]) for one in drawn["papers"]),
        ),
    ]


def known(opened: Any, language: str) -> dict[str, Any]:
    """What every visit of the page needs of the whole graph, reckoned once."""
    found: dict[str, Any] = remembered(opened, f"overview-{language}", lambda one: gathered(one, language))
    return found


def page() -> None:
    """Draw the page from its address: `day` at which things count as overdue, `load` (by what bodies are put in order)."""
    language = frame.language()
    opened = store(language)
    found = known(opened, language)
    count = found["count"]
    text = words(language)
    if not count["documents"]:
        frame.title(text["page_overview"])
        frame.empty(language)
        return
    context = say(language, "n_documents", n=count["documents"])
    if count["first"]:  # of documents without a date there is none to name
        context += " · " + say(language, "from_to", first=count["first"], last=count["last"])
    drawn = data(found, language, as_of.read(opened, language))
    left, right = frame.head()
    with left:
        frame.title(text["page_overview"], context)
    with right:
        downloads.tables(lambda: tables(drawn, language), f"{text['app']}{text['page_overview']}", language)
    shown = widgets.overview(drawn, key="overview")
    address.write(
        day=shown.day or "",
        load="" if shown.load == LOADS[0] else shown.load,
        lang=frame.address_language(language),
    )
