"""A start that cannot be: the error names the cause and what to do, and nothing is left running."""

from __future__ import annotations

import os
import resource
import socket
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from graph.connection import open_store
from graph.errors import StoreUnavailableError
from graph.failures import FAILURES, explain, last_line
from graph.home import Home
from graph.portfile import ServerState, write_state
from graph.server import ensure_server, server_state, stop_server

START = "import sys; from graph.server import ensure_server; from graph.home import data_folder; ensure_server(data_folder())"


def failed(home: Home) -> StoreUnavailableError:
    with pytest.raises(StoreUnavailableError) as caught:
        ensure_server(home)
    mark = f"--home-dir={home.neo4j}"
    assert [one for one in psutil.process_iter(["cmdline"]) if mark in (one.info["cmdline"] or [])] == []
    return caught.value


@pytest.mark.parametrize("failure", FAILURES, ids=[one.kind for one in FAILURES])
def test_each_known_reason_is_known_by_its_examples(failure) -> None:
    for example in failure.examples:
        assert explain(f"some line before\n{example}\n\tat java.base/x.y(Unknown Source)") is failure
    assert failure.zh != failure.en


def test_what_is_no_known_reason() -> None:
    assert explain("2026-11-24 03:00:00 INFO  Started.") is None
    assert last_line("a\nCaused by: java.lang.X: why\n\tat a.b(C)\nmore") == "Caused by: java.lang.X: why"
    assert last_line("") == ""


def test_a_port_that_was_taken_is_left_to_its_owner(tmp_path: Path) -> None:
    home = Home(tmp_path / "home").create()
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        write_state(home.port_file, ServerState(port=taken))
        try:
            with open_store(home) as store:
                assert store.read("RETURN 1").rows == [(1,)]
            assert server_state(home).port != taken
        finally:
            stop_server(home)


def test_too_little_memory_is_named(tmp_path: Path) -> None:
    def little() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (1_300_000_000, 1_300_000_000))

    done = subprocess.run(
        [sys.executable, "-c", START],
        env={**os.environ, "GOVGRAPH_HOME": str(tmp_path / "home")},
        preexec_fn=little,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 1
    assert "there is not enough free memory" in done.stderr


def test_a_damaged_store_names_its_logs(tmp_path: Path) -> None:
    home = Home(tmp_path / "home").create()
    (home.neo4j / "data").write_text("a file where a folder should be")
    error = failed(home)
    assert str(home.neo4j) in error.en
    assert "Neo4j" in error.zh or "图库" in error.zh
    assert server_state(home).state == "failed"
    (home.neo4j / "data").unlink()
    ensure_server(home)  # mended, the next command works
    assert stop_server(home)
    home.password.unlink()
    error = failed(home)
    assert str(home.password) in error.en
    assert "密码文件" in error.zh


def test_a_data_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file", tmp_path / "file" / "below"):
        error = failed(Home(path))
        assert "GOVGRAPH_HOME" in error.en
        assert "数据目录" in error.zh


def test_an_idle_time_that_is_no_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVGRAPH_IDLE_SECONDS", "half an hour")
    assert "half an hour" in failed(Home(tmp_path / "home")).en


@pytest.mark.parametrize(
    ("uri", "says"),
    [
        ("bolt://127.0.0.1:9", "does not answer"),
        ("neo4j://127.0.0.1:9", "does not answer"),
        ("127.0.0.1:7687", "does not take"),
        ("ftp://127.0.0.1", "does not take"),
    ],
)
def test_a_named_server_that_is_not_there(uri: str, says: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NEO4J_URI", uri)
    with pytest.raises(StoreUnavailableError, match=says) as caught, open_store(Home(tmp_path / "home")):
        pytest.fail("there is no store")
    assert "NEO4J_URI" in caught.value.zh
    assert not (tmp_path / "home").exists(), "nothing is started"


def test_a_named_server_is_used_and_nothing_started(
    home: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    endpoint = ensure_server(home)
    monkeypatch.setenv("NEO4J_URI", endpoint.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", endpoint.password)
    with open_store(Home(tmp_path / "home")) as store:
        assert store.endpoint.embedded is None
        assert store.read("RETURN 1").rows == [(1,)]
    assert not (tmp_path / "home").exists()
    monkeypatch.setenv("NEO4J_DATABASE", "nosuch")
    with pytest.raises(StoreUnavailableError, match="NEO4J_DATABASE"), open_store() as store:
        store.read("RETURN 1")
    monkeypatch.setenv("NEO4J_PASSWORD", "wrong")
    with pytest.raises(StoreUnavailableError, match="NEO4J_PASSWORD") as caught, open_store():
        pytest.fail("the login was wrong")
    assert "wrong" not in caught.value.en
