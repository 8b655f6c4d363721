"""Files and folders → the graph: read in parallel, written by one, resumable, with a report of every file.

    ingest(store, paths) → Report

A file whose bytes, extractor version and given date are known is not read again. A date or an issuer the user gave
stays until another is given. A file that fails leaves nothing behind, and the others go on.
"""

from __future__ import annotations

import hashlib
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from extract.model import Skipped
from extract.version import extractor_version
from graph.connection import Store
from graph.discover import Ignored, discover
from graph.ids import document_id
from graph.load import AT_ONCE, Item, Placed, place, write
from graph.reading import READ, Readers, Reading, Reason, Task, reason
from graph.writer import writing

TOGETHER = AT_ONCE // 2
"""Rows of small documents that are written in one transaction."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: `status` is added, unchanged, replaced or failed (then `error` says why).

    `skipped` are the sentences that became no fact, with the reason; empty where the file was not read again.
    """

    path: str
    status: str
    id: str = ""
    obligations: int = 0
    results: int = 0
    seconds: float = 0.0
    skipped: tuple[Skipped, ...] = ()
    error: Reason = READ


@dataclass
class Report:
    """What an ingest did so far; complete when `ingest` returns, and true also where it was interrupted."""

    total: int = 0
    documents: list[Outcome] = field(default_factory=list)
    ignored: tuple[Ignored, ...] = ()
    seconds: float = 0.0

    def count(self, status: str) -> int:
        return sum(one.status == status for one in self.documents)

    def totals(self) -> dict[str, int | float]:
        """Numbers over all files, for scripts."""
        counts: dict[str, int | float] = {one: self.count(one) for one in ("added", "unchanged", "replaced", "failed")}
        return {
            "files": len(self.documents),
            **counts,
            "obligations": sum(one.obligations for one in self.documents),
            "results": sum(one.results for one in self.documents),
            "skipped": sum(len(one.skipped) for one in self.documents),
            "ignored": len(self.ignored),
            "seconds": round(self.seconds, 3),
        }


Progress = Callable[[Report, Outcome | None], None]
"""Called with the report so far and the file just done; once with None when the number of files is known."""


def ingest(
    store: Store,
    paths: Iterable[str | Path],
    *,
    given: date | None = None,
    workers: int | None = None,
    again: bool = False,
    report: Report | None = None,
    progress: Progress | None = None,
    waiting: Callable[[], None] | None = None,
) -> Report:
    """Read the files under `paths` into the graph.

    `given` is the date of all of them (else each text's own); `workers` the number of reading processes (else one a
    core where that pays); `again` reads known files too. `waiting` is called when another command is writing and this one waits for it.

    Raises:
        StoreUnavailableError: the store is gone; the report holds what was done.
        KeyboardInterrupt: likewise, and nothing is left half.
    """
    run = _Ingest(store, given, report or Report(), progress, again=again)
    began = time.perf_counter()
    try:
        with writing(store, waiting=waiting) as writer:
            run.go(paths, writer, workers)
    finally:
        run.report.seconds = time.perf_counter() - began
        run.report.documents.sort(key=lambda one: run.order.get(one.path, 0))
    return run.report


@dataclass(frozen=True, slots=True)
class _Known:
    """A document of the graph."""

    id: str
    version: str
    given: date | None
    issuer: str
    obligations: int
    results: int


class _Ingest:
    def __init__(
        self, store: Store, given: date | None, report: Report, progress: Progress | None, *, again: bool
    ) -> None:
        self._store = store
        self._given = given
        self._progress = progress
        self._again = again
        self.report = report
        self.order: dict[str, int] = {}
        self._known: dict[str, _Known] = {}
        self._at: dict[str, list[str]] = defaultdict(list)
        self._twins: dict[str, list[str]] = defaultdict(list)
        self._small: list[tuple[Task, Reading]] = []

    def go(self, paths: Iterable[str | Path], writer: str, workers: int | None) -> None:
        found = discover(paths)
        self.report.total, self.report.ignored = len(found.files), found.ignored
        self.order = {str(file): at for at, file in enumerate(found.files)}
        if self._progress:
            self._progress(self.report, None)
        self._look()
        tasks = self._sort_out(found.files)
        readers = Readers(tasks, workers)
        try:
            for result in readers.results():
                if result is None:
                    self._write(self._small, writer)
                else:
                    self._take(*result, writer)
            self._write(self._small, writer)
        finally:
            readers.close()

    def _look(self) -> None:
        """What the graph holds already, and where it was read from."""
        rows = self._store.read(
            "MATCH (d:Document)"
            " RETURN d.id, d.version, d.given, coalesce(d.given_issuer, ''), d.obligations, d.results, d.sources"
        ).rows
        for document, version, given, issuer, obligations, results, sources in rows:
            self._known[document] = _Known(document, version, given, issuer, obligations, results)
            for path in sources:
                self._at[path].append(document)

    def _sort_out(self, files: Sequence[Path]) -> list[Task]:
        """The files to read; those whose reading is known are only placed, files of equal bytes are read once."""
        tasks: dict[str, Task] = {}
        known: list[tuple[_Known, Placed]] = []
        for file in files:
            try:
                document, size = _identify(file)
            except OSError as error:
                self._tell(Outcome(str(file), "failed", error=_unseen(file, error)))
                continue
            there = self._known.get(document)
            given = self._given or (there.given if there else None)
            if there and not self._again and (there.version, there.given) == (extractor_version(), given):
                known.append((there, Placed(document, str(file), self._former(str(file), document))))
            elif document in tasks:
                self._twins[tasks[document].path].append(str(file))
            else:
                tasks[document] = Task(str(file), given, size, there.issuer if there else "")
        gone = place(self._store, [placed for _, placed in known])
        for (there, placed), went in zip(known, gone, strict=True):
            status = "replaced" if went else "unchanged"
            self._tell(Outcome(placed.path, status, there.id, there.obligations, there.results))
        return list(tasks.values())

    def _former(self, path: str, document: str) -> tuple[str, ...]:
        return tuple(one for one in self._at.get(path, ()) if one != document)

    def _take(self, task: Task, future: Future[Reading], writer: str) -> None:
        error = future.exception()
        if error is not None:
            self._fail(task, reason(error))
            return
        reading = future.result()
        if len(reading.rows) > TOGETHER:
            self._write([(task, reading)], writer)
            return
        self._small.append((task, reading))
        if sum(len(one.rows) for _, one in self._small) > TOGETHER:
            self._write(self._small, writer)

    def _write(self, batch: list[tuple[Task, Reading]], writer: str) -> None:
        if not batch:
            return
        began = time.perf_counter()
        written = write(self._store, [self._item(task, reading) for task, reading in batch], writer)
        seconds = (time.perf_counter() - began) / len(batch)
        for (task, reading), one in zip(batch, written, strict=True):
            if one.error is not None:
                self._fail(task, reason(one.error))
            else:
                self._done(task, reading, one.status, seconds)
        batch.clear()

    def _item(self, task: Task, reading: Reading) -> Item:
        return Item(reading.rows, task.path, self._former(task.path, reading.rows.id))

    def _done(self, task: Task, reading: Reading, status: str, seconds: float) -> None:
        facts = (reading.rows.id, reading.obligations, reading.results)
        self._tell(Outcome(task.path, status, *facts, round(reading.seconds + seconds, 4), reading.skipped))
        twins = [Placed(reading.rows.id, path, self._former(path, reading.rows.id)) for path in self._twins[task.path]]
        for placed, went in zip(twins, place(self._store, twins), strict=True):
            self._tell(Outcome(placed.path, "replaced" if went else "unchanged", *facts))

    def _fail(self, task: Task, why: Reason) -> None:
        for path in (task.path, *self._twins[task.path]):
            self._tell(Outcome(path, "failed", error=why.where(task.path, path)))

    def _tell(self, outcome: Outcome) -> None:
        self.report.documents.append(outcome)
        if self._progress:
            self._progress(self.report, outcome)


def _unseen(file: Path, error: OSError) -> Reason:
    """Why a file could not even be opened."""
    what = error.strerror or error
    if isinstance(error, FileNotFoundError):
        return Reason(f"{file}: no such file or folder. Check the path.", f"{file}：没有这个文件或文件夹。请检查路径。")
    return Reason(
        f"{file}: cannot be read ({what}). Check that you may read it.",
        f"{file}：无法读取（{what}）。请检查是否有读取权限。",
    )


def _identify(file: Path) -> tuple[str, int]:
    """(document id, bytes) of a file. Raises OSError where it cannot be read."""
    digest, size = hashlib.sha256(), 0
    with file.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
            size += len(block)
    return document_id(digest.hexdigest()), size
