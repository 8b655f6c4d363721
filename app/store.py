"""The app's one connection to the store, shared by all its sessions."""

from __future__ import annotations

from contextlib import ExitStack

import streamlit as st

from app.texts import say
from graph.connection import Store, open_store
from graph.home import Home, data_folder

_KEPT = ExitStack()  # closes the connection when the app's process ends


@st.cache_resource(show_spinner=False)
def opened() -> Store:
    """The store, opened once for the app's process."""
    return _KEPT.enter_context(open_store())


def store(language: str) -> Store:
    """The open store; the first call starts the embedded server, and says so while it takes its seconds."""
    with st.spinner(say(language, "starting")):
        return opened()


def home(of: Store) -> Home:
    """The data folder that goes with a store: its own, or this machine's where the store is another's server."""
    return (of.endpoint.embedded or data_folder()).create()
