"""What every page stands in: language, title line, the words for an empty graph."""

from __future__ import annotations

import html

import streamlit as st

from app import address
from app.texts import LANGUAGES, say


def language() -> str:
    """The user's language: of the address, else as chosen before, else Chinese."""
    asked = address.text("lang")
    if asked in LANGUAGES:
        st.session_state["language"] = asked
    chosen: str = st.session_state.get("language", LANGUAGES[0])
    return chosen


def address_language(chosen: str) -> str:
    """What the address says of the language: nothing for the default."""
    return "" if chosen == LANGUAGES[0] else chosen


def title(heading: str, context: str = "") -> None:
    """The page's one heading with a line of context beside it. Both are text, never markup."""
    st.html(f'<div class="gov-title"><h1>{html.escape(heading)}</h1><span>{html.escape(context)}</span></div>')


def empty(chosen: str) -> None:
    """What a page says while the graph holds nothing."""
    st.info(f"{say(chosen, 'empty_graph')} {say(chosen, 'empty_how')}")
