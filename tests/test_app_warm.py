"""What is read ahead when the app starts, before anybody comes."""

from __future__ import annotations

import gc
import socket
from threading import Event

import pytest

from app import memory, warm
from graph.connection import Store
from tests.served import free_port


@pytest.mark.neo4j
def test_what_the_pages_keep_is_there_before_anybody_comes(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.store.opened", lambda: store)
    monkeypatch.setattr(memory, "_KEPT", {})
    try:
        warm.read_ahead()
        kept = {name.partition("-")[0] for name in memory._KEPT}
        assert kept == {"overview", "bodies", "documents", "things", "waiting", "names"}
        assert gc.get_freeze_count()
    finally:
        gc.unfreeze()


def test_it_begins_when_something_listens() -> None:
    port, begun = free_port(), Event()
    thread = warm.when_listening("127.0.0.1", port, begun.set)
    assert not begun.wait(0.2)
    with socket.create_server(("127.0.0.1", port)):
        assert begun.wait(5)
    thread.join(5)


def test_where_nothing_listens_it_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm, "STARTS_WITHIN", 0.1)
    begun = Event()
    warm.when_listening("127.0.0.1", free_port(), begun.set).join(5)
    assert not begun.is_set()
