"""Fixtures that talk to a real Neo4j, one embedded server for a whole test session.

    home    the data folder of the session's server (session-wide; `GOVGRAPH_HOME` names it, so commands run in a
            subprocess or by CliRunner use the same server; `NEO4J_*` are taken away, so nobody's real graph is touched)
    store   an open graph.connection.Store whose database was emptied (nodes, relations, constraints, indexes) before
            the first test of the module that asks for it; tests of one module share what they write
    language each language of the app, so a test that asks runs once in each
    samples the same store with all of `samples/` in it
    app, browser, page: the samples in Chromium, see tests/page.py

With xdist each worker is a session and has its own server. The server starts when the first test asks, about 7 s.
A test that kills servers makes its own folder: see tests/test_server_crash.py.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from graph.connection import Store, open_store
from graph.home import Home
from graph.server import ensure_server, stop_server
from tests.loaded import load_samples
from tests.page import app, browser, page  # noqa: F401 (fixtures for every test)

# a busy machine is no failure: speed is measured by `make bench`, never by a test
settings.register_profile("govgraph", deadline=None)
settings.load_profile("govgraph")

NEO4J_VARIABLES = ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_PASSWORD_FILE", "NEO4J_DATABASE")


@pytest.fixture(scope="session", autouse=True)
def _nobodys_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Every test runs with a data folder of its session, also one that forgets to ask for `home`."""
    folder = tmp_path_factory.mktemp("govgraph-home")
    with pytest.MonkeyPatch.context() as patch:
        for variable in NEO4J_VARIABLES:
            patch.delenv(variable, raising=False)
        patch.setenv("GOVGRAPH_HOME", str(folder))
        yield folder


@pytest.fixture(autouse=True)
def _own_main() -> Iterator[None]:
    """Streamlit's AppTest leaves its script as `__main__`, which a process spawned by a later test would run again."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest) -> str:
    """Each language of the app in its turn."""
    return str(request.param)


@pytest.fixture(scope="session")
def home(_nobodys_store: Path) -> Iterator[Home]:
    """The session's data folder with its server running; the server is stopped at the end."""
    found = Home(_nobodys_store)
    ensure_server(found)
    yield found
    stop_server(found)


@pytest.fixture(scope="module")
def store(home: Home) -> Iterator[Store]:
    """A store with an empty database."""
    with open_store(home) as opened:
        empty(opened)
        yield opened


@pytest.fixture(scope="module")
def samples(store: Store) -> Store:
    """The module's store with the samples in it."""
    load_samples(store)
    return store


def empty(store: Store) -> None:
    """Remove all nodes, relations, constraints and indexes of the session's database, and only of that one."""
    assert store.endpoint.embedded is not None
    assert str(store.endpoint.embedded.path) == os.environ["GOVGRAPH_HOME"]
    while store.write("MATCH (n) WITH n LIMIT 20000 DETACH DELETE n").nodes_deleted:
        pass
    for (name,) in store.read("SHOW CONSTRAINTS YIELD name").rows:
        store.schema([f"DROP CONSTRAINT `{name}`"])
    for (name,) in store.read("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name").rows:
        store.schema([f"DROP INDEX `{name}`"])
