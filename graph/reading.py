"""Files → rows, in this process or in worker processes, one file a task. Nothing here touches the store."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import date
from multiprocessing.connection import wait as wait_for

from extract.errors import ExtractError
from extract.model import Skipped
from graph.errors import GraphError
from graph.row import DocumentRows

AHEAD = 2
"""Files read ahead of the writer for each worker; bounds the memory rows take."""

WORTH_PROCESSES = 400_000
"""Bytes to read below which starting processes takes longer than reading."""


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read: `given` is the date and `issuer` the issuer the user gave for it."""

    path: str
    given: date | None = None
    size: int = 0
    issuer: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file said, ready to be written; `seconds` is the time its reading took."""

    rows: DocumentRows
    obligations: int
    results: int
    skipped: tuple[Skipped, ...]
    seconds: float


def read(task: Task) -> Reading:
    """Read one file.

    Raises:
        ExtractError: the file cannot be turned into text.
    """
    from extract.pipeline import extract_file
    from graph.rows import rows

    found = extract_file(task.path, task.given, task.issuer)
    made = rows(found, path=task.path, given=task.given, issuer=task.issuer)
    return Reading(made, len(found.obligations), len(found.results), found.skipped, found.seconds)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a file failed, in both languages; "" where it did not."""

    en: str = ""
    zh: str = ""

    def text(self, language: str) -> str:
        """The reason in `language` ("zh", anything else is English)."""
        return self.zh if language.startswith("zh") else self.en

    def where(self, path: str, name: str) -> Reason:
        """The same of a file that is called otherwise."""
        return Reason(self.en.replace(path, name), self.zh.replace(path, name))


READ = Reason()
"""Of a file that was read."""


def reason(error: BaseException) -> Reason:
    """Why a file failed, for its reader."""
    if isinstance(error, ExtractError | GraphError):
        return Reason(error.text("en"), error.text("zh"))
    if isinstance(error, BrokenProcessPool):
        return Reason(
            "reading it ended the process (memory, or a defect of the reader). Save it in another format and try again.",
            "读取时进程中断（内存不足，或读取程序有缺陷）。请另存为其他格式再试。",
        )
    if isinstance(error, MemoryError):
        return Reason(
            "not enough memory to read it. Use fewer --workers, or split the file.",
            "内存不足，没有读成。请减少 --workers，或把文件拆小。",
        )
    said = f"{type(error).__name__}: {error}"
    return Reason(
        f"{said}. This is a defect; please report it with the file.", f"{said}。这是程序缺陷，请连同文件一起报告。"
    )


class Readers:
    """Reads files ahead of whoever takes the results; `close` ends the workers at once."""

    def __init__(
        self, tasks: Iterable[Task], workers: int | None = None, *, read: Callable[[Task], Reading] = read
    ) -> None:
        self._tasks = list(tasks)
        self._read = read
        wanted = workers or os.cpu_count() or 1
        self.workers = min(wanted, len(self._tasks)) or 1
        if workers is None and sum(task.size for task in self._tasks) < WORTH_PROCESSES:
            self.workers = 1
        self._pool = self._make(self.workers)

    def results(self) -> Iterator[tuple[Task, Future[Reading]] | None]:
        """Each task with its finished future as they are done; None while none is (so the writer can write)."""
        waiting = iter(self._tasks)
        running: dict[Future[Reading], Task] = {}
        suspects: list[Task] = []
        while True:
            while len(running) < self.workers * AHEAD:
                task = next(waiting, None)
                if task is None:
                    break
                running[self._submit(task)] = task
            if not running:
                break
            done, _ = wait(running, timeout=0.05, return_when=FIRST_COMPLETED)
            if not done:
                yield None
                wait(running, return_when=FIRST_COMPLETED)
                continue
            broken = [future for future in done if isinstance(future.exception(), BrokenProcessPool)]
            if broken:  # one of those running ended its process; each is tried again alone, to know which
                survived = [future for future in running if future.done() and future.exception() is None]
                for future in survived:
                    yield running.pop(future), future
                suspects += running.values()
                running.clear()
                self._renew()
                continue
            for future in done:
                yield running.pop(future), future
        for task in suspects:
            future = self._submit(task)
            yield None
            wait([future])
            if isinstance(future.exception(), BrokenProcessPool):
                self._renew()
            yield task, future

    def close(self) -> None:
        """End all workers; what they were reading is lost."""
        _end(self._pool)

    def _submit(self, task: Task) -> Future[Reading]:
        try:
            return self._pool.submit(self._read, task)
        except BrokenProcessPool:
            self._renew()
            return self._pool.submit(self._read, task)

    def _renew(self) -> None:
        _end(self._pool)
        self._pool = self._make(self.workers)

    @staticmethod
    def _make(workers: int) -> Executor:
        if workers == 1:
            return ThreadPoolExecutor(1, thread_name_prefix="reader")
        spawn = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(workers, mp_context=spawn, initializer=_begin)


def _begin() -> None:
    """A worker leaves Ctrl-C to its parent, and ends when that is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)


def _end(pool: Executor) -> None:
    processes = list((getattr(pool, "_processes", None) or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.terminate()
