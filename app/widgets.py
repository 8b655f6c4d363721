"""The app's own components (built from `app/components/` at set-up) as Python calls."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from app import held
from app.bundles import registered, script


def _mount(
    name: str,
    data: dict[str, Any],
    states: dict[str, Any],
    triggers: tuple[str, ...],
    key: str,
    once: tuple[str, ...] = (),
    later: tuple[str, ...] = (),
) -> Any:
    # `once`: parts of the data that are sent once, `later`: those that are sent once when they are asked for (app/held.py)
    once = (*(name for name in ("words", "kinds", "relations") if name in data), *once, *later)
    anew, asked = bool(before(key, "resend", None)), before(key, "later", None) or ()
    sent = held.written(held.light(data, once, st.session_state, anew=anew, later=later, asked=asked))
    # registered anew on each run: Streamlit keeps the last registration of a name, and a session may be the first
    source = script(name)
    renderer = st.components.v2.component(registered(name), js=source, html="", css=":host { display: block; }")
    callbacks: dict[str, Any] = {f"on_{one}_change": lambda: None for one in (*states, *triggers, "resend", "later")}
    return renderer(key=key, data=sent, default=states, **callbacks)


def before(key: str, name: str, otherwise: Any) -> Any:
    """A component's state as the user left it, known before it is drawn again: no second run is needed to draw it."""
    kept = st.session_state.get(key)
    value = kept.get(name) if isinstance(kept, Mapping) else None
    return otherwise if value is None else value


def ledger(data: dict[str, Any], *, key: str) -> Any:
    """The list of one body's obligations, or of everybody's. State: picked, role, grouping, filter, day.

    Triggers: ask (what was searched), compare (a name, - to end), letter (id of a row), turn (pages forward or back),
    show (ids of rows whose evidence is wanted).
    """
    states = {name: data[name] for name in ("picked", "role", "grouping", "filter", "day")}
    return _mount("ledger", data, states, ("ask", "compare", "letter", "turn", "show"), key, ("rows",), ("hints",))


def explorer(data: dict[str, Any], *, key: str) -> Any:
    """The graph. State: open, hidden, layout, picked, apart; triggers: ask (an id or words to start from), path (two ids, none to end)."""
    states = {name: data[name] for name in ("open", "hidden", "layout", "picked", "apart")}
    return _mount("explorer", data, states, ("ask", "path"), key, later=("hints",))


def overview(data: dict[str, Any], *, key: str) -> Any:
    """The first page: numbers, load, deadlines, gaps, documents. State: day (at which things count as overdue), load (by what)."""
    return _mount("overview", data, {"day": data["day"], "load": data["load_by"]}, (), key, ("load", "dues"))


def table(data: dict[str, Any], *, key: str) -> Any:
    """A table that sorts and filters. State: sort (a column, - before it for falling), filter."""
    return _mount("table", data, {name: data[name] for name in ("sort", "filter")}, (), key, ("rows",))


def reader(data: dict[str, Any], *, key: str) -> Any:
    """A document with its facts lit. State: hidden (kinds), picked (a fact), side (outline or left)."""
    states = {name: data[name] for name in ("hidden", "picked", "side")}
    return _mount("reader", data, states, (), key, ("text", "marks", "blocks", "outline", "left"))


def query(data: dict[str, Any], *, key: str) -> Any:
    """Library, form or editor, and the answer. State: name, view, picked, sort, find.

    Triggers: run {name, text, values}, stop, keep (a key of the history), export {form, rows}.
    """
    states = {name: data[name] for name in ("name", "view", "picked", "sort", "find")}
    return _mount("query", data, states, ("run", "stop", "keep", "export"), key, ("groups", "names", "answer"))


def waiting(data: dict[str, Any], *, key: str) -> Any:
    """What waits for what. State: days (of delay); triggers: ask (an id or words), export (xlsx or csv)."""
    return _mount("waiting", data, {"days": data["days"]}, ("ask", "export"), key, later=("hints",))
