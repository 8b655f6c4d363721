"""The embedded server under kill −9 of anything: the next command works, on one server, with what was committed.

Linux tells all of this through /proc and signals; each test that ends servers has a data folder of this module.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from graph.connection import open_store
from graph.home import Home
from graph.java import ENTRY_POINT
from graph.portfile import ServerState, read_state
from graph.process import identify
from graph.server import ensure_server, server_state, stop_server


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    """A data folder whose servers may be killed, with one node that is to outlive them all."""
    home = Home(tmp_path_factory.mktemp("crash"))
    with open_store(home) as store:
        store.write("CREATE (:Kept)")
    yield home
    stop_server(home)
    assert javas(home) == []


@pytest.fixture
def running(folder: Home) -> ServerState:
    ensure_server(folder)
    return server_state(folder)


def javas(home: Home) -> list[psutil.Process]:
    """Every Neo4j process that runs on the folder, found without our own files."""
    mark = f"--home-dir={home.neo4j}"
    return [one for one in psutil.process_iter(["cmdline"]) if mark in (one.info["cmdline"] or [])]


def kill(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)


def until(true: Callable[[], bool], seconds: float = 15.0) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not come true in time"
        time.sleep(0.05)


def client(home: Home, code: str, **environment: str) -> subprocess.Popen[str]:
    """A command in a process of its own; `code` has `store`."""
    text = f"from graph.connection import open_store\nwith open_store() as store:\n{textwrap.indent(code, '    ')}"
    return subprocess.Popen(
        [sys.executable, "-c", text],
        env={**os.environ, "GOVGRAPH_HOME": str(home.path), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(process: subprocess.Popen[str]) -> str:
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out.strip()


def count(home: Home, label: str) -> int:
    with open_store(home) as store:
        found: int = store.read(f"MATCH (n:{label}) RETURN count(n)").rows[0][0]
        return found


def test_commands_that_start_together_share_one_server(folder: Home) -> None:
    stop_server(folder)
    clients = [client(folder, "print(store.read('RETURN 1').rows[0][0], store.endpoint.uri)") for _ in range(4)]
    answers = {ended(one) for one in clients}
    assert answers == {f"1 bolt://127.0.0.1:{server_state(folder).port}"}
    assert [one.pid for one in javas(folder)] == [server_state(folder).java.pid]


def test_java_killed_is_started_again_under_an_open_store(folder: Home, running: ServerState) -> None:
    with open_store(folder) as store:
        kill(running.java.pid)
        with ThreadPoolExecutor(4) as threads:
            found = list(threads.map(lambda _: store.read("MATCH (n:Kept) RETURN count(n)").rows, range(4)))
    assert found == [[(1,)]] * 4
    after = server_state(folder)
    assert after.supervisor == running.supervisor
    assert (after.port, after.restarts) == (running.port, running.restarts + 1)
    assert [one.pid for one in javas(folder)] == [after.java.pid]


def test_java_killed_in_the_middle_of_a_transaction(folder: Home, running: ServerState) -> None:
    calls = []

    def work(tx) -> None:
        calls.append(1)
        tx.write("UNWIND range(1, 100) AS i CREATE (:Once {id: i})")
        if len(calls) == 1:
            kill(running.java.pid)
        tx.write("CREATE (:Once {id: 0})")

    with open_store(folder) as store:
        store.transaction(work)
    assert len(calls) >= 2
    assert count(folder, "Once") == 101


def test_supervisor_killed_takes_java_with_it(folder: Home, running: ServerState) -> None:
    kill(running.supervisor.pid)
    until(lambda: not running.java.alive)
    assert javas(folder) == []
    assert server_state(folder).state == "stopped"
    assert count(folder, "Kept") == 1
    assert server_state(folder).supervisor != running.supervisor


def test_supervisor_killed_under_an_open_store(folder: Home, running: ServerState) -> None:
    with open_store(folder) as store:
        kill(running.supervisor.pid)
        assert store.read("MATCH (n:Kept) RETURN count(n)").rows == [(1,)]
    assert len(javas(folder)) == 1


@pytest.mark.parametrize("also_server", [False, True], ids=["client", "all"])
def test_killed_while_writing_leaves_nothing_half(folder: Home, running: ServerState, also_server: bool) -> None:
    label = f"Half{int(also_server)}"
    writer = client(
        folder,
        f"store.write('CREATE (:{label}Done)')\n"
        "def work(tx):\n"
        f"    tx.write('UNWIND range(1, 5000) AS i CREATE (:{label} {{id: i}})')\n"
        "    print('written', flush=True)\n"
        "    import time; time.sleep(60)\n"
        "store.transaction(work)\n",
    )
    assert writer.stdout is not None
    assert writer.stdout.readline().strip() == "written"
    if also_server:
        kill(running.supervisor.pid)
        kill(running.java.pid)
    kill(writer.pid)
    writer.communicate()
    assert count(folder, label) == 0
    assert count(folder, f"{label}Done") == 1
    with open_store(folder) as store:  # no lock of the dead writer is left
        assert store.write(f"UNWIND range(1, 10) AS i MERGE (:{label} {{id: i}})", timeout=20).nodes_created == 10


def test_a_server_that_comes_back_elsewhere_is_followed(folder: Home, running: ServerState) -> None:
    with open_store(folder) as store, socket.socket() as other:
        stop_server(folder)
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", running.port))
        other.listen()
        assert store.read("MATCH (n:Kept) RETURN count(n)").rows == [(1,)]
        assert server_state(folder).port != running.port


def test_killed_in_its_first_start(tmp_path: Path) -> None:
    home = Home(tmp_path / "数据 'fresh'")
    for moment in ("setting up a new store", "starting Neo4j"):
        starting = client(home, "store.read('RETURN 1')", LC_ALL="C")
        until(lambda wanted=moment: read_state(home.port_file).step_en == wanted, 60)
        time.sleep(0.7)
        for process in [psutil.Process(read_state(home.port_file).supervisor.pid), *javas(home)]:
            process.kill()
        starting.kill()
        starting.communicate()
    assert count(home, "Nothing") == 0
    assert stop_server(home)
    assert javas(home) == []


def lie(pid: int, birth: str) -> str:
    process = {"pid": pid, "birth": birth}
    return json.dumps(
        {"state": "ready", "port": 1, "restarts": 0, "since": 1.0, "supervisor": process, "java": process}
    )


def test_a_port_file_that_lies_is_seen_through(folder: Home) -> None:
    stop_server(folder)
    mine = identify(os.getpid())
    lies = ["", "[]", '{"state": "ready", "port": 1}', lie(mine.pid, ""), lie(0, ""), lie(mine.pid, "last boot:1"), "{"]
    for content in lies:
        folder.port_file.write_text(content)
        assert not read_state(folder.port_file).usable
        assert server_state(folder).state == "stopped"
    assert count(folder, "Kept") == 1


def test_a_port_file_removed_comes_back(folder: Home, running: ServerState) -> None:
    folder.port_file.unlink()
    until(lambda: read_state(folder.port_file).usable)
    assert server_state(folder).java == running.java


def test_idle_stop_waits_for_connections(folder: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVGRAPH_IDLE_SECONDS", "2")
    stop_server(folder)
    with open_store(folder) as store:
        assert store.read("MATCH (n:Kept) RETURN count(n)").rows == [(1,)]
        state = server_state(folder)
        time.sleep(5)
        assert state.java.alive, "a connected client keeps the server"
    until(lambda: not state.java.alive and not state.supervisor.alive)
    assert server_state(folder).state == "stopped"


def test_nothing_of_ours_was_left_by_another_test(folder: Home) -> None:
    found = [one for one in psutil.process_iter(["cmdline"]) if ENTRY_POINT in (one.info["cmdline"] or [])]
    assert len([one for one in found if str(folder.path) in " ".join(one.info["cmdline"])]) <= 1
