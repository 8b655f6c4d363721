"""文档, what can be changed of one: its date and issuer by hand, its removal."""

from __future__ import annotations

from typing import Any

import streamlit as st

from app import address, frame
from app.as_of import typed
from app.removed import remove_document
from app.store import home, store
from app.texts import words
from graph.errors import GraphError
from graph.rereading import correct as reread

TIMES = "reread"  # how often a document was read again in this session: the reader is drawn anew for each


def wanted(asked: str, now: str, given: str) -> str:
    """The value that stands after saving: what was typed where it is new, else what stood; none where it was emptied."""
    typed = asked.strip()
    return given if typed == now else typed


def _save(document: Any, day: str, issuer: str, language: str) -> bool:
    """Read the document again with that date and issuer; False where that failed, which is said."""
    when = typed(day) if day else None
    if day and when is None:
        st.error(words(language)["date_wrong"])
        return False
    try:
        with st.spinner(words(language)["reading"]):
            reread(store(language), document["id"], day=when, issuer=issuer)
    except GraphError as error:
        st.error(error.text(language))
        return False
    return True


def correct(document: Any, language: str) -> None:
    """Date and issuer by hand: what they are, where they come from, others, or back to the text's own."""
    text = words(language)
    given = {"date": document["given"] or "", "issuer": document.get("given_issuer") or ""}
    now = {"date": document["date"] or "", "issuer": document["issuer"] or ""}
    with st.popover(text["correct"]):
        asked = {}
        for name, shown in (("date", "2024-03-01"), ("issuer", text["issuer_example"])):
            # the key holds what stands: after a correction the field shows it, not what was typed
            asked[name] = st.text_input(text[name], now[name], placeholder=shown, key=f"{name}-{now[name]}")
            st.caption(text[f"{name}_{'given' if given[name] else 'read' if now[name] else 'unread'}"])
        with st.container(horizontal=True):
            save = st.button(text["save"], type="primary")
            back = any(given.values()) and st.button(text["as_in_text"], type="tertiary")
    if not (save or back):
        return
    stand = {name: "" if back else wanted(asked[name], now[name], given[name]) for name in asked}
    if _save(document, stand["date"], stand["issuer"], language):
        st.session_state[TIMES] = st.session_state.get(TIMES, 0) + 1
        st.rerun()


def remove(document: Any, language: str) -> None:
    """The button that takes a document out of the graph; the list of documents can put it back."""
    if st.button(words(language)["remove"], help=words(language)["remove_help"]):
        opened = store(language)
        try:
            with st.spinner(words(language)["removing"]):
                remove_document(opened, home(opened), document["id"])
        except GraphError as error:
            st.error(error.text(language))
            return
        address.write(lang=frame.address_language(language))
        st.rerun()
