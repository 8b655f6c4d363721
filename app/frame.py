"""What every page stands in: language, title line, the words for an empty graph."""

from __future__ import annotations

import html
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app import address
from app.bundles import BundleMissingError
from app.texts import LANGUAGES, say
from graph.errors import GraphError


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


@contextmanager
def told(chosen: str) -> Iterator[None]:
    """Whatever fails is said in the user's language with what to do; the page stays usable."""
    try:
        yield
    except GraphError as error:
        st.error(error.text(chosen))
    except BundleMissingError as error:
        st.error(say(chosen, "broken", error=error))
    else:
        return
    if st.button(say(chosen, "again")):
        st.rerun()


def head() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Room for the title and, at its right, for what the page does; on one line while it fits."""
    whole = st.container(horizontal=True, vertical_alignment="center")
    return whole.container(width="stretch"), whole.container(
        horizontal=True, horizontal_alignment="right", width="content"
    )


def empty(chosen: str, *, here: bool = False) -> None:
    """What a page says while the graph holds nothing, with the way to where files are put in (or: that is `here`)."""
    said = {key: html.escape(say(chosen, f"empty_{key}")) for key in ("graph", "how", "go", "drop", "command")}
    lang = address_language(chosen)
    href = f"/documents?lang={lang}" if lang else "/documents"
    way = f"<p>{said['drop']}</p>" if here else f'<a href="{href}" target="_self">{said["go"]}</a>'
    st.html(
        f'<div class="gov-empty"><h2>{said["graph"]}</h2><p>{said["how"]}</p>{way}<small>{said["command"]}</small></div>'
    )


def blank(why: str) -> None:
    """What a page says that has nothing to show though there are documents."""
    st.html(f'<div class="gov-empty"><p>{html.escape(why)}</p></div>')
