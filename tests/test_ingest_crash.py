"""Kill −9 in the middle of an ingest, and documents of 10 MB."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from click.testing import CliRunner

import graph.load
from app.command import main
from graph.check import Checked, check
from graph.connection import Store, open_store
from graph.documents import documents, read_document
from graph.ingest import ingest
from graph.load import AT_ONCE

pytestmark = pytest.mark.neo4j
WAIT_SECONDS = 120.0
BACKGROUND = "水是生命之源、生产之要、生态之基，河湖安澜关系着千家万户，也关系着子孙后代。"


def paper(name: str, tasks: int, background: int) -> str:
    """A paper with so many tasks, so many sentences of background between two of them, no two tasks the same."""
    lines = [f"{name}工作要点", ""]
    for number in range(tasks):
        lines.append(f"县财政局牵头，县水利局配合，{2024 + number % 3}年年底前建成{name}{number}号水库。")
        lines.append(BACKGROUND * background)
    return "\n".join(lines)


@pytest.fixture(autouse=True)
def _empty_graph(store: Store) -> None:
    while store.write("MATCH (n) WITH n LIMIT 20000 DETACH DELETE n").nodes_deleted:
        pass


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three small papers, then a large one."""
    for name in ("东岭", "白石", "柳河"):
        (tmp_path / f"{name}.txt").write_text(paper(name, 20, 1), "utf-8")
    (tmp_path / "长文.txt").write_text(paper("沙口", AT_ONCE // 5, 0), "utf-8")
    return tmp_path


def sound(store: Store) -> Checked:
    found = check(store)
    assert found.problems == ()
    return found


def until(true: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + WAIT_SECONDS
    while not true():
        assert time.monotonic() < end, f"waited {WAIT_SECONDS:.0f} s for {what}"
        time.sleep(0.02)


@pytest.fixture
def command(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """`govgraph ingest` in a process group of its own."""
    line = [sys.executable, "-m", "app.command", "ingest", str(folder), "--workers", "2", "--json"]
    process = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    yield process
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def test_kill_9_in_the_middle_of_a_large_document(store: Store, folder: Path, command: subprocess.Popen[bytes]) -> None:
    until(lambda: store.read("MATCH (d:Unfinished) RETURN count(d)").rows[0][0] > 0, "the large document to begin")
    workers = psutil.Process(command.pid).children(recursive=True)
    command.kill()
    command.wait()
    until(
        lambda: not any(one.is_running() and one.status() != psutil.STATUS_ZOMBIE for one in workers),
        "its workers to end",
    )

    with open_store() as another:  # any command takes half a document out before it reads
        assert another.read("MATCH (d:Unfinished) RETURN count(d)").rows == [(0,)]
    checked = CliRunner().invoke(main, ["check", "--json"])
    assert checked.exit_code == 0, checked.output
    whole = {one.title for one in documents(store)}
    assert not any(title.startswith("沙口") for title in whole)
    left = json.loads(checked.stdout)["sha256"]

    report = ingest(store, [folder])
    assert report.count("failed") == 0
    assert report.count("unchanged") == len(whole)
    assert report.count("added") == 4 - len(whole)
    complete = sound(store)
    assert complete.sha256 != left

    _clear(store)
    ingest(store, [folder])
    assert sound(store) == complete


def _clear(store: Store) -> None:
    while store.write("MATCH (n) WITH n LIMIT 20000 DETACH DELETE n").nodes_deleted:
        pass


def test_ctrl_c_ends_cleanly(store: Store, folder: Path, command: subprocess.Popen[bytes]) -> None:
    until(lambda: store.read("MATCH (d:Unfinished) RETURN count(d)").rows[0][0] > 0, "the large document to begin")
    os.killpg(command.pid, signal.SIGINT)
    assert command.wait(timeout=WAIT_SECONDS) == 130
    assert store.read("MATCH (d:Unfinished) RETURN count(d)").rows == [(0,)]
    sound(store)


def test_a_document_of_10_mb(store: Store, tmp_path: Path) -> None:
    text = paper("长岭", 4100, 21)
    path = tmp_path / "大.txt"
    path.write_text(text, "utf-8")
    assert path.stat().st_size > 10_000_000
    report = ingest(store, [path])
    assert report.count("added") == 1, report.documents[0].error
    (document,) = documents(store)
    assert read_document(store, document.id).text == text
    assert report.documents[0].obligations >= 4000
    found = sound(store)
    print(f"{found.nodes + found.relations} nodes and relations, {report.seconds:.1f} s")
    assert ingest(store, [path]).count("unchanged") == 1
    removed = CliRunner().invoke(main, ["remove", document.id])
    assert removed.exit_code == 0, removed.output
    assert store.read("MATCH (n) RETURN count(n)").rows == [(0,)]


def test_ctrl_c_of_which_a_library_makes_another_error(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = graph.load._put_relations

    def put(tx: Any, given: Any) -> None:
        real(tx, given)
        if store.read("MATCH (d:Unfinished) RETURN count(d)").rows[0][0]:
            try:
                signal.raise_signal(signal.SIGINT)
            except KeyboardInterrupt as error:
                raise RuntimeError("the connection is in a bad state") from error

    monkeypatch.setattr(graph.load, "_put_relations", put)
    done = CliRunner().invoke(main, ["ingest", str(folder), "--workers", "1"])
    assert done.exit_code == 130, done.output
    assert store.read("MATCH (d:Unfinished) RETURN count(d)").rows == [(0,)]
    sound(store)


def test_ctrl_c_in_the_middle_of_an_answer(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = graph.load._put_relations

    def put(tx: Any, given: Any) -> None:
        real(tx, given)
        if store.read("MATCH (d:Unfinished) RETURN count(d)").rows[0][0]:
            tx.tx.run("UNWIND range(1, 5000) AS n RETURN n")
            tx.tx._connection.responses.clear()  # as the interrupt leaves it where it strikes inside the driver
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(graph.load, "_put_relations", put)
    done = CliRunner().invoke(main, ["ingest", str(folder), "--workers", "1"])
    assert done.exit_code == 130, done.output
    assert store.read("MATCH (d:Unfinished) RETURN count(d)").rows == [(0,)]
    sound(store)
