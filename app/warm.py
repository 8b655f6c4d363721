"""What the first to open a page would wait for is read before anybody comes: modules, registry, schema, the pages' lists.

It begins when the app listens, in a thread of its own; who comes meanwhile waits for no more than what is missing.
"""

from __future__ import annotations

import gc
import logging
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

STARTS_WITHIN = 60.0
_LOG = logging.getLogger(__name__)


def when_listening(address: str, port: int, act: Callable[[], object]) -> Thread:
    """Call `act` in a thread once something listens there; not at all where nothing does in a minute."""

    def wait() -> None:
        began = time.monotonic()
        while time.monotonic() - began < STARTS_WITHIN:
            with suppress(OSError), socket.create_connection((address, port), 1):
                break
            time.sleep(0.05)
        else:
            return
        act()

    thread = Thread(target=wait, name="warm", daemon=True)
    thread.start()
    return thread


def read_ahead() -> None:
    """Do what the first visit of each page would do once for all."""
    from app.screens import dependencies, explorer, library, obligations, overview, query
    from app.store import opened
    from app.texts import LANGUAGES, words
    from extract.registry import registry
    from graph.errors import GraphError

    language = LANGUAGES[0]
    words(language)
    try:
        store = opened()
        for page in (overview, obligations, library, explorer, dependencies, query):
            page.known(store, language)
        registry()
    except GraphError as error:  # the page that needs it says it, with what to do
        _LOG.info("%s", error)
    # what is there now stays for good: no collection of garbage need look through it again
    gc.collect()
    gc.freeze()
