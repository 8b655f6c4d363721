"""查询: the library of questions with forms, and free Cypher, read-only; stopped when one likes, kept on this machine."""

from __future__ import annotations

import json
import time
from dataclasses import asdict
from typing import Any

import streamlit as st

from app import address, as_of, asking, frame, grid, theme, widgets
from app.answer import JSON_AT_MOST, ROWS_AT_MOST, Answer, answer, panel, sketch
from app.held import Part, part
from app.history import history, keep, remember
from app.memory import remembered
from app.offered import completion, groups, names
from app.store import store
from app.texts import say, words
from graph.errors import GraphError
from queries.library import library, question
from queries.run import prepare

VIEWS = ("table", "graph", "json")
_KEY = "asking"
_POLL = 0.05
QUICK = 0.6
"""Seconds within which an answer is waited for before the page is drawn."""


def _plain(text: str) -> dict[str, Any]:
    return {"text": text, "why": [], "instead": ""}


def _begin(opened: Any, run: dict[str, Any], language: str) -> None:
    """Start what was asked; names that are not in the graph are said at once."""
    stop()
    state = st.session_state
    state["refused"] = None
    try:
        if run["name"]:
            asked = question(run["name"])
            given = {name: value for name, value in run["values"].items() if value}
            values, _ = prepare(opened, asked, given)
            text = asked.text
            remember("", run["name"], given)
        else:
            text, values = run["text"], {}
            remember(text)
        state[_KEY] = asking.start(opened, text, values)
    except GraphError as error:
        state[_KEY] = None
        state["refused"] = _plain(error.text(language))


def _complete(name: str, values: dict[str, str]) -> bool:
    """Does the question with that name need no value that is not given?"""
    return name in library() and all(values.get(one.name) or not one.required for one in library()[name].parameters)


def stop() -> None:
    """End the query that runs for this session, if one does."""
    running: asking.Asking | None = st.session_state.get(_KEY)
    if running and not running.done:
        running.cancel.press()


def _shaped(shown: Answer, language: str) -> dict[str, Any]:
    table = shown.table
    note = say(language, "rows", n=len(table.rows)) + say(language, "took", n=f"{table.seconds:.2f}")
    if table.truncated or len(table.rows) > ROWS_AT_MOST:
        note += say(language, "cut", n=len(shown.rows))
    if table.unknown:
        note += " · " + "；".join(one.text(language) for one in table.unknown)
    return {
        "id": str(id(table)),
        "columns": shown.columns,
        "rows": shown.rows,
        "hidden": shown.hidden,
        "links": {str(number): to for number, to in shown.links.items()},
        "keys": shown.keys,
        "note": note,
    }


def _json(shown: Answer) -> str:
    rows = [dict(zip(shown.table.columns, row, strict=True)) for row in shown.table.rows[:JSON_AT_MOST]]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def _answer(running: asking.Asking, name: str, language: str) -> tuple[Answer | None, dict[str, Any]]:
    """What the query gave, made once: a page is drawn many times over one answer."""
    kept = st.session_state.get("answer")
    if kept and kept[0] is running and kept[1] == language:
        return kept[2], kept[3]
    table, mistake, refused = asking.outcome(running, language)
    shown = answer(table, library()[name].columns if name in library() else {}, language) if table else None
    made = {"answer": _shaped(shown, language) if shown else None, "mistake": mistake, "refused": refused}
    st.session_state["answer"] = (running, language, shown, made)
    return shown, made


def _sketch(opened: Any, shown: Answer, language: str) -> dict[str, Any]:
    kept = st.session_state.get("sketch")
    if not kept or kept[0] is not shown:
        kept = st.session_state["sketch"] = (shown, sketch(opened, shown, language))
    made: dict[str, Any] = kept[1]
    return made


def _title(name: str, language: str) -> str:
    return library()[name].title[language] if name in library() else words(language)["page_query"]


def _file(shown: Answer, export: dict[str, Any], name: str, language: str) -> None:
    """What is shown as a file, with the ids that the page hides."""
    rows = grid.picked(shown.rows, export.get("rows"))
    st.session_state["query-file"] = grid.file(str(export.get("form")), shown.columns, rows, _title(name, language))


def known(opened: Any, _language: str) -> Part:
    """What every visit of the page needs of the whole graph, reckoned once."""
    found: Part = remembered(opened, "names", lambda one: part(names(one)))
    return found


def page() -> None:
    """Draw the page from its address: name (a question) and its values, or text (Cypher); view, sort, find, picked."""
    language = frame.language()
    opened = store(language)
    text = words(language)
    frame.title(text["page_query"], text["query_hint"])
    state = st.session_state
    lang = frame.address_language(language)
    run = widgets.before("query", "run", None)
    if run:  # known before the page is drawn: a quick answer is drawn at once, a slow one as running
        _begin(opened, run, language)
        state["opened"] = run["text"]
        given = {field: value for field, value in run["values"].items() if value} if run["name"] else {}
        seen = {one: str(widgets.before("query", one, "")) for one in ("view", "picked", "sort", "find")}
        seen["view"] = "" if seen["view"] == VIEWS[0] else seen["view"]
        page_own = {**seen, "name": run["name"], "text": run["text"], "lang": lang}
        # form fields first: none of them may take the place of the page's own
        address.write(**{**given, **page_own})
        _wait(QUICK)
    name, typed = address.text("name"), address.text("text")
    fields = {one.name for one in library()[name].parameters} if name in library() else set()
    values = {field: address.text(field) for field in fields if address.text(field)}
    running: asking.Asking | None = state.get(_KEY)
    if running is None and not state.get("refused") and typed and not name and state.get("opened") != typed:
        state["opened"] = typed  # a link with a statement in it: run it once, guarded like all
        running = state[_KEY] = asking.start(opened, typed, {})
        _wait(QUICK)
    if (
        running is None
        and not state.get("refused")
        and not run
        and _complete(name, values)
        and state.get("linked") != name
    ):
        # a link to a question that needs nothing more: its answer is there with the page
        state["linked"] = name
        _begin(opened, {"name": name, "text": "", "values": values}, language)
        _wait(QUICK)
        running = state.get(_KEY)
    shown, made = None, {"answer": None, "mistake": None, "refused": state.get("refused")}
    done = running is not None and running.done  # once: it may end while the page is put together
    if running is not None and done:
        shown, made = _answer(running, name, language)
    view_of = str(widgets.before("query", "view", address.choice("view", VIEWS)))
    # as the user left them, not as the address says, which follows after the drawing
    picked, sort, find = (str(widgets.before("query", one, address.text(one))) for one in ("picked", "sort", "find"))
    day = as_of.read(opened, language)
    data = {
        "words": text,
        "kinds": theme.kinds(language),
        "relations": theme.relations(language),
        "schema": completion(),
        "groups": groups(language),
        "names": known(opened, language),
        "name": name if name in library() else "",
        "text": typed or text["first_query"],
        "values": values,
        "today": day.usual,
        "today_why": day.why,
        "running": running is not None and not done,
        **made,
        "json": _json(shown) if shown and view_of == "json" else "",
        "sketch": _sketch(opened, shown, language) if shown and view_of == "graph" else None,
        "evidence": panel(opened, picked, language) if shown and picked else None,
        "view": view_of,
        "picked": picked,
        "sort": sort,
        "find": find,
        "history": [{**asdict(one), "key": one.key} for one in history()],
        "file": state.pop("query-file", None),
    }
    view = widgets.query(data, key="query")
    if view.keep:
        keep(view.keep)
        st.rerun()
    if view.stop:
        stop()
    if view.export and shown:
        _file(shown, view.export, name, language)
        st.rerun()
    seen = {
        "view": "" if view.view == VIEWS[0] else view.view,
        "picked": view.picked or "",
        "sort": view.sort or "",
        "find": view.find or "",
    }
    if view.name != name:
        state[_KEY] = None
        state["refused"] = state["linked"] = None
        address.write(name=view.name or "", lang=lang)
        st.rerun()
    else:
        address.write(**{**values, **seen, "name": name, "text": "" if name else typed, "lang": lang})
    if data["running"]:  # as it was when drawn: it may be done by now, and nothing else would draw the answer
        _wait(None)
        st.rerun()


def _wait(seconds: float | None) -> None:
    """Until the query is done, or so long. Streamlit ends the script here when the page asks for something (stop)."""
    beat = st.empty()
    began = time.monotonic()
    while (running := st.session_state.get(_KEY)) is not None and not running.done:
        if seconds is not None and time.monotonic() - began > seconds:
            return
        time.sleep(_POLL)
        beat.empty()
