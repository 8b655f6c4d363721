"""Limits of guarded Cypher: rows, bytes, time and memory really end a query, and say so; the store answers afterwards."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from graph.connection import Store, open_store
from graph.errors import QueryLimitError
from graph.guard import GRACE_SECONDS, Cancel, run_guarded
from graph.home import Home
from graph.server import server_state, stop_server

FOREVER = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(*)"
DEAF = "RETURN reduce(s = 0, i IN range(1, 100000000000) | s + i % 7) AS s"
"""One expression that computes for an hour and never looks whether its transaction was ended."""


def ours_running(store: Store) -> int:
    query = "SHOW TRANSACTIONS YIELD metaData WHERE metaData.govgraph IS NOT NULL RETURN count(*)"
    found: int = store.read(query).rows[0][0]
    return found


def test_rows_are_cut_and_said(store: Store) -> None:
    table = run_guarded(store, "UNWIND range(1, 1000000000) AS n RETURN n", max_rows=1000)
    assert (table.truncated, table.cut, len(table.rows)) == (True, "rows", 1000)
    assert table.seconds < 10
    exact = run_guarded(store, "UNWIND range(1, 1000) AS n RETURN n", max_rows=1000)
    assert (exact.truncated, len(exact.rows)) == (False, 1000)
    assert ours_running(store) == 0


def test_bytes_are_cut_and_said(store: Store) -> None:
    query = "UNWIND range(1, 1000000) AS n RETURN n, reduce(s = '万', i IN range(1, 11) | s + s) AS text"
    table = run_guarded(store, query, max_bytes=1_000_000)
    assert table.cut == "bytes"
    assert 100 < len(table.rows) < 400  # 6 kB each
    assert ours_running(store) == 0


def test_one_huge_row_does_not_fill_the_client(store: Store) -> None:
    with pytest.raises(QueryLimitError, match=r"One row of the answer is larger than 1 MB"):
        run_guarded(store, "RETURN range(1, 3000000) AS numbers", max_bytes=1_000_000)
    table = run_guarded(
        store,
        "UNWIND [10, 3000000] AS n RETURN range(1, n) AS numbers",
        max_bytes=1_000_000,
    )
    assert (table.cut, len(table.rows)) == ("bytes", 1)
    assert run_guarded(store, "RETURN 1").rows == [[1]]


def test_time_ends_the_query_on_the_server(store: Store) -> None:
    began = time.monotonic()
    with pytest.raises(QueryLimitError, match="1 seconds"):
        run_guarded(store, FOREVER, timeout=1)
    assert time.monotonic() - began < 1 + GRACE_SECONDS + 2
    assert ours_running(store) == 0


def test_the_store_answers_others_meanwhile(store: Store) -> None:
    ended: list[str] = []

    def run() -> None:
        try:
            run_guarded(store, FOREVER, timeout=3)
        except QueryLimitError as error:
            ended.append(error.en)

    slow = threading.Thread(target=run)
    slow.start()
    until_running(store)
    assert run_guarded(store, "RETURN 1", timeout=3).rows == [[1]]
    slow.join()
    assert len(ended) == 1


def until_running(store: Store) -> None:
    deadline = time.monotonic() + 10
    while not ours_running(store):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_the_stop_button_from_another_thread(store: Store) -> None:
    cancel = Cancel()

    def press() -> None:
        until_running(store)
        cancel.press()

    presser = threading.Thread(target=press)
    presser.start()
    began = time.monotonic()
    with pytest.raises(QueryLimitError, match="stopped"):
        run_guarded(store, FOREVER, timeout=60, cancel=cancel)
    presser.join()
    assert time.monotonic() - began < 20
    assert ours_running(store) == 0


def test_a_button_that_was_pressed_before(store: Store) -> None:
    cancel = Cancel()
    cancel.press()
    with pytest.raises(QueryLimitError, match="stopped"):
        run_guarded(store, FOREVER, timeout=60, cancel=cancel)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of this module, whose server may be driven to its end."""
    home = Home(tmp_path_factory.mktemp("limits"))
    with open_store(home) as opened:
        opened.write("CREATE (:Kept)")
        yield opened
    stop_server(home)


def java_of(store: Store) -> int:
    assert store.endpoint.embedded is not None
    return server_state(store.endpoint.embedded).java.pid


def test_an_expression_that_heeds_nothing_is_ended_with_its_server(own: Store) -> None:
    before = java_of(own)
    with pytest.raises(QueryLimitError, match="1 seconds"):
        run_guarded(own, DEAF, timeout=1)
    assert own.read("MATCH (n:Kept) RETURN count(n)").rows == [(1,)]
    assert java_of(own) != before


def test_an_expression_that_eats_the_heap_is_ended_with_its_server(own: Store) -> None:
    before = java_of(own)
    with pytest.raises(QueryLimitError, match="memory"):
        run_guarded(own, "RETURN size([x IN range(1, 1000000000) | x]) AS n", timeout=30)
    assert own.read("MATCH (n:Kept) RETURN count(n)").rows == [(1,)]
    assert java_of(own) != before
