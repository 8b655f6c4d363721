"""Files are read by worker processes: a file that ends its worker, a reader with a defect."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from extract.errors import UnreadableError
from graph.reading import Readers, Reading, Reason, Task, reason
from graph.row import DocumentRows
from tests.papers import papers_in


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return papers_in(tmp_path)


def dies(task: Task) -> Reading:
    """A reader that takes its process with it on one file (a test's, run in a worker)."""
    if "mine" in task.path:
        os._exit(7)
    return Reading(DocumentRows(task.path, (), ()), 0, 0, (), 0.0)


def raises(task: Task) -> Reading:
    raise ZeroDivisionError(task.path)


def test_a_file_that_ends_its_worker_fails_alone(folder: Path) -> None:
    mine = folder / "mine.txt"
    mine.write_text("x", "utf-8")
    tasks = [Task(str(one)) for one in (folder / "通知.txt", mine, folder / "方案" / "修路.txt")]
    readers = Readers(tasks, workers=2, read=dies)
    try:
        done = dict(found for found in readers.results() if found)
    finally:
        readers.close()
    assert {Path(task.path).name: future.exception() is None for task, future in done.items()} == {
        "通知.txt": True,
        "mine.txt": False,
        "修路.txt": True,
    }
    error = done[tasks[1]].exception()
    assert error is not None and "ended the process" in reason(error).en


def test_a_defect_of_a_reader_is_reported(folder: Path) -> None:
    readers = Readers([Task(str(folder / "通知.txt"))], read=raises)
    found = [one for one in readers.results() if one]
    readers.close()
    error = found[0][1].exception()
    assert error is not None and reason(error).en.startswith("ZeroDivisionError")
    assert reason(UnreadableError("say this", "这样说")) == Reason("say this", "这样说")
