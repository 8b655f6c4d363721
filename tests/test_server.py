"""The embedded server: one a folder, shared, private, found again in under a millisecond, stopped when idle."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from datetime import date

import psutil

from graph.connection import Store, open_store
from graph.driver import neo4j
from graph.home import Home
from graph.portfile import READY, read_state
from graph.server import ensure_server, server_state


def test_listens_on_loopback_only(home: Home) -> None:
    state = server_state(home)
    assert state.state == READY
    found = psutil.Process(state.java.pid).net_connections(kind="inet")
    listening = [one.laddr for one in found if one.status == psutil.CONN_LISTEN]
    addresses = {one.ip.removeprefix("::ffff:") for one in listening}
    assert addresses == {"127.0.0.1"}
    assert [one.port for one in listening] == [state.port]


def test_password_is_random_and_the_owners(home: Home) -> None:
    mode = stat.S_IMODE(home.password.stat().st_mode)
    assert mode == 0o600
    assert len(home.password.read_text()) >= 32
    assert stat.S_IMODE(home.path.stat().st_mode) & 0o077 == 0


def test_the_password_is_asked_for(home: Home) -> None:
    uri = ensure_server(home).uri
    with neo4j.GraphDatabase.driver(uri, auth=("neo4j", "wrong")) as driver:
        try:
            driver.verify_connectivity()
        except neo4j.exceptions.AuthError:
            return
    raise AssertionError("a wrong password was taken")


def test_found_again_in_milliseconds(home: Home) -> None:
    ensure_server(home)
    began = time.perf_counter()
    for _ in range(100):
        ensure_server(home)
    assert (time.perf_counter() - began) / 100 < 0.005


def test_the_driver_comes_without_pandas() -> None:
    code = "import sys, graph.connection; print([m for m in ('pandas', 'numpy', 'pyarrow') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_another_process_uses_the_same_server(home: Home, store: Store) -> None:
    store.write("CREATE (:Shared {name: '共用'})")
    code = (
        "from graph.connection import open_store\n"
        "with open_store() as store: print(store.read('MATCH (n:Shared) RETURN n.name').rows[0][0])"
    )
    before = read_state(home.port_file)
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.strip() == "共用"
    assert read_state(home.port_file).java == before.java


def test_an_unused_folder_is_not_created_by_asking(tmp_path_factory) -> None:
    folder = tmp_path_factory.mktemp("nothing") / "here"
    assert server_state(Home(folder)).state == "stopped"
    assert not folder.exists()


def test_store_reads_and_writes(store: Store) -> None:
    written = store.write(
        "UNWIND $rows AS row MERGE (n:Row {id: row.id}) SET n.day = date(row.day)",
        {"rows": [{"id": number, "day": "2025-06-30"} for number in range(12)]},
    )
    assert written.nodes_created == 12
    result = store.read("MATCH (n:Row) RETURN n.id AS id, n.day AS day ORDER BY id LIMIT 1")
    assert (result.columns, result.rows) == (("id", "day"), [(0, date(2025, 6, 30))])


def test_a_failing_transaction_leaves_nothing(store: Store) -> None:
    def work(tx) -> None:
        tx.write("CREATE (:Half {id: 1})")
        raise KeyError("the work function failed")

    try:
        store.transaction(work)
    except KeyError:
        assert store.read("MATCH (n:Half) RETURN count(n)").rows == [(0,)]
        return
    raise AssertionError("the error was swallowed")


def test_open_store_closes(home: Home) -> None:
    with open_store(home) as store:
        assert store.read("RETURN 1 AS one").rows == [(1,)]
    assert home.last_use.exists()
