"""责任清单, of everybody: the lists behind the numbers of the first page, each line with who owes it and the words that prove it."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from app import address, as_of, downloads, frame, proof, theme, widgets
from app.held import Part
from app.ledger_rows import beside, listed_proof, listed_row
from app.memory import recent, stamp
from app.store import store
from app.texts import say, words
from queries.find import bodies
from queries.ledger import Entry
from queries.lists import LISTS, Listed, entries, listed

GROUPINGS = ("deadline", "body", "document", "theme", "timeline")
PAGE = 100
"""Lines sent at once; more are on the pages after."""
CHIPS = ("all", "no_body", "no_deadline", "undated", "no_target", "overdue", "ahead")


def bounds(name: str, first: date | None, last: date | None, day: date) -> tuple[str, date | None, date | None]:
    """(list, first day, last day) behind a chip: overdue and ahead are the list `due` on either side of a day."""
    if name == "overdue":
        return "due", None, date.fromordinal(day.toordinal() - 1)
    return ("due", day, None) if name == "ahead" else (name, first, last)


def caption(name: str, first: date | None, last: date | None, language: str) -> str:
    """What the list is called; one of days names them."""
    if name != "due" or not (first or last):
        return words(language)[f"list_{name}"]
    if first == last:
        return say(language, "list_due_on", day=first)
    key = "list_due_between" if first and last else "list_due_until" if last else "list_due_from"
    return say(language, key, first=first, last=last)


def page(language: str, known: Part) -> None:
    """Draw it from its address: list, from and to (days of the list `due`), by, find, page, picked, day."""
    opened = store(language)
    text = words(language)
    day = as_of.read(opened, language)
    name = address.choice("list", LISTS)
    first, last = as_of.parsed(address.text("from")), as_of.parsed(address.text("to"))
    # what was done on the page is known before the address tells it: the answer must not undo it
    key = f"listing-{name}-{first}-{last}"
    by = address.choice("by", GROUPINGS)
    grouping = str(widgets.before(key, "grouping", by))
    find = str(widgets.before(key, "filter", address.text("find")))
    order = grouping if grouping in ("body", "document") else "document" if grouping == "theme" else "deadline"
    kept = ("list", name, str(first), str(last), find, order)
    found = recent(stamp(opened), kept, lambda: listed(opened, name, first=first, last=last, words=find, order=order))
    anew = (grouping, find) != (by, address.text("find"))
    at, pages = _page(len(found), 0 if anew else int(widgets.before(key, "turn", 0)), anew=anew)
    here = found[at * PAGE : (at + 1) * PAGE]
    lines = entries(opened, [one.id for one in here])
    dues = {one.id: one.due for one in here}
    rows = [listed_row(one, language, dues[one.id]) for one in lines]
    picked = str(widgets.before(key, "picked", address.text("picked")))
    heading = caption(name, first, last, language)
    left, right = frame.head()
    with left:
        frame.title(heading, say(language, "list_hint", n=f"{len(found):,}"))
    data = {
        "words": text,
        "sides": {},
        "kinds": theme.kinds(language),
        "hints": known,
        "query": "",
        "other": "",
        "graph": "",
        "body": "",
        "all": "",
        "lists": [
            {
                "label": text["all" if one == "all" else f"list_{one}"],
                "href": _href(one, day, grouping, language),
                "on": bounds(one, None, None, day.day) == (name, first, last),
            }
            for one in CHIPS
        ],
        "pager": {"at": at + 1, "all": pages} if pages > 1 else None,
        "rows": rows,
        "evidence": _looked_at(opened, lines, rows, (picked, *(widgets.before(key, "show", None) or ())), language),
        "role": "all",
        "grouping": grouping,
        "picked": picked,
        "filter": find,
        "today": day.usual,
        "day": widgets.before(key, "day", day.asked),
        "file": None,
    }
    view = widgets.ledger(data, key=key)
    lang = frame.address_language(language)
    if view.ask:
        asked = bodies(opened, view.ask)
        address.write(body=asked[0].id if asked else view.ask, day=view.day or "", lang=lang)
        st.rerun()
    with right:
        _exports(opened, found, heading, language)
    address.write(
        **{
            "list": name,
            "from": address.text("from"),
            "to": address.text("to"),
            "by": "" if grouping == GROUPINGS[0] else grouping,
            "find": find,
            # a line of another page is chosen no more
            "picked": view.picked if view.picked in {one["id"] for one in rows} else "",
            "day": view.day or "",
            "page": str(at + 1) if at else "",
            "lang": lang,
        }
    )


def _looked_at(
    opened: Any, lines: list[Entry], rows: list[dict[str, Any]], wanted: tuple[str, ...], language: str
) -> dict[str, dict[str, Any]]:
    """The evidence of the chosen line and of those the component asks for, by the line's id."""
    kept = {made["id"]: one for one, made in zip(lines, rows, strict=True) if made["id"] in wanted}
    panels = {key: {"evidence": listed_proof(one, language)} for key, one in kept.items()}
    beside(opened, list(kept.values()), list(panels.values()))
    return {key: one["evidence"] for key, one in panels.items()}


def _page(rows: int, turn: int, *, anew: bool) -> tuple[int, int]:
    """(which page, how many pages): what the address asks for and so many on; the first of a list that is anew."""
    pages = max(1, -(-rows // PAGE))
    asked = address.text("page")
    at = int(asked) - 1 if asked.isdecimal() and not anew else 0
    return min(max(at + turn, 0), pages - 1), pages


def _href(chip: str, day: as_of.AsOf, grouping: str, language: str) -> str:
    name, first, last = bounds(chip, None, None, day.day)
    state = {"list": name, "from": str(first or ""), "to": str(last or ""), "day": day.asked}
    state["by"] = "" if grouping == GROUPINGS[0] else grouping
    return proof.link("obligations", language, **state)


def _exports(opened: Any, found: list[Listed], heading: str, language: str) -> None:
    """The whole list, not only the page of it, as files."""

    def every() -> Any:
        return entries(opened, [one.id for one in found])

    downloads.form(every, "", heading, language)
