"""查询: the library of questions with forms, and free Cypher, read-only; stopped when one likes, kept on this machine."""

from __future__ import annotations

import json
import time
from typing import Any

import streamlit as st

from app import address, asking, frame, theme, widgets
from app.history import history, keep, remember
from app.store import store
from app.texts import say, words
from graph.errors import GraphError
from graph.schema import schema
from queries.library import GROUPS, MISSING, library, question
from queries.run import prepare

ROWS_SHOWN = 5_000
_KEY = "asking"
_POLL = 0.15


def groups(language: str) -> list[dict[str, Any]]:
    """The library as the component lists it."""
    made = []
    for key, title in GROUPS.items():
        questions = [
            {
                "name": one.name,
                "title": one.title[language],
                "text": one.text,
                "fields": [
                    {
                        "name": field.name,
                        "label": field.title[language],
                        "help": field.help[language],
                        "type": field.type,
                        "required": field.required,
                        "value": "" if field.default in (MISSING, None) else str(field.default),
                        "choices": list(field.choices),
                    }
                    for field in one.parameters
                ],
            }
            for one in library().values()
            if one.group == key
        ]
        made.append({"title": title[language], "questions": questions})
    return made


def completion() -> dict[str, list[str]]:
    """Labels, types and properties that the editor offers."""
    known = schema()
    properties = {name for label in known.nodes for name in known.properties[label]}
    properties |= {name for kind in known.relations for name in known.relation_properties(kind)}
    sublabels = [name for names in known.sublabels.values() for name in names]
    return {
        "labels": sorted({name for name, node in known.nodes.items() if not node.internal} | set(sublabels)),
        "relationshipTypes": sorted(name for name, one in known.relations.items() if not one.internal),
        "propertyKeys": sorted(properties),
    }


def _begin(opened: Any, run: dict[str, Any], language: str) -> None:
    """Start what was asked; names that are not in the graph are said at once."""
    stop()
    state = st.session_state
    state["refused"] = ""
    try:
        if run["name"]:
            asked = question(run["name"])
            values, _ = prepare(opened, asked, {name: value for name, value in run["values"].items() if value})
            text = asked.text
        else:
            text, values = run["text"], {}
            remember(text)
        state[_KEY] = asking.start(opened, text, values)
    except GraphError as error:
        state[_KEY] = None
        state["refused"] = error.text(language)


def stop() -> None:
    """End the query that runs for this session, if one does."""
    running: asking.Asking | None = st.session_state.get(_KEY)
    if running and not running.done:
        running.cancel.press()


def _answer(running: asking.Asking, language: str) -> dict[str, Any]:
    table, mistake, refused = asking.outcome(running, language)
    if table is None:
        return {"answer": None, "mistake": mistake, "refused": refused}
    nodes, edges = asking.drawing(table, language)
    rows = asking.cells(table)
    note = say(language, "rows", n=len(rows)) + say(language, "took", n=f"{table.seconds:.2f}")
    if table.truncated or len(rows) > ROWS_SHOWN:
        note += say(language, "cut", n=min(len(rows), ROWS_SHOWN))
    shown = {
        "columns": list(table.columns),
        "rows": rows[:ROWS_SHOWN],
        "json": json.dumps(
            [dict(zip(table.columns, row, strict=True)) for row in table.rows[:500]], ensure_ascii=False, indent=1
        ),
        "nodes": nodes,
        "edges": edges,
        "note": note,
    }
    return {"answer": shown, "mistake": None, "refused": ""}


def page() -> None:
    """Draw the page from its address: name (a question) and its values, or text (free Cypher)."""
    language = frame.language()
    opened = store(language)
    text = words(language)
    frame.title(text["page_query"], text["query_hint"])
    state = st.session_state
    name, typed = address.text("name"), address.text("text")
    fields = {one.name for one in library()[name].parameters} if name in library() else set()
    values = {field: address.text(field) for field in fields if address.text(field)}
    running: asking.Asking | None = state.get(_KEY)
    if running is None and not state.get("refused") and typed and not name and state.get("opened") != typed:
        state["opened"] = typed  # a link with a statement in it: run it once, guarded like all
        running = state[_KEY] = asking.start(opened, typed, {})
    done = running is not None and running.done
    shown = (
        _answer(running, language)
        if running and done
        else {"answer": None, "mistake": None, "refused": state.get("refused", "")}
    )
    data = {
        "words": text,
        "kinds": theme.kinds(language),
        "relations": theme.relations(language),
        "schema": completion(),
        "groups": groups(language),
        "name": name if name in library() else "",
        "text": typed or text["first_query"],
        "values": values,
        "running": running is not None and not done,
        **shown,
        "history": [{"text": one.text, "kept": one.kept} for one in history()],
    }
    view = widgets.query(data, key="query")
    lang = frame.address_language(language)
    if view.keep:
        keep(view.keep)
        st.rerun()
    if view.stop:
        stop()
    if view.run:
        _begin(opened, view.run, language)
        given = {field: value for field, value in view.run["values"].items() if value} if view.run["name"] else {}
        state["opened"] = view.run["text"]
        address.write(name=view.run["name"], text=view.run["text"], lang=lang, **given)
        _wait(0.6)
        st.rerun()
    elif view.name != name:
        state[_KEY] = None
        state["refused"] = ""
        address.write(name=view.name or "", lang=lang)
        st.rerun()
    if running is not None and not running.done:
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
