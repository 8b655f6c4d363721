"""The app's one connection to the store, shared by all its sessions."""

from __future__ import annotations

from typing import Any

import streamlit as st
from graph.connection import open_store

from app.texts import say


@st.cache_resource(show_spinner=False)
def _opened() -> Any:
    return open_store()


def store(language: str) -> Any:
    """The open store; the first call starts the embedded server, and says so while it takes its seconds."""
    with st.spinner(say(language, "starting")):
        return _opened()
