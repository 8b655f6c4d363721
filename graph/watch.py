"""Waits for files under paths to come or change, and says so when they have been quiet for a moment.

Files that go are not taken out of the graph: a document is removed by `govgraph remove`, never by a disk that is gone.
"""

from __future__ import annotations

import queue
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from graph.discover import why_ignored

QUIET_SECONDS = 1.0
"""A file is read when nothing was written to it for so long; editors and copies write in steps."""


class _Noting(FileSystemEventHandler):
    def __init__(self, changed: queue.SimpleQueue[Path], wanted: set[Path], folders: list[Path]) -> None:
        self._changed, self._wanted, self._folders = changed, wanted, folders

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.is_directory or event.event_type not in {"created", "modified", "moved", "closed"}:
            return
        path = Path(str(event.dest_path if event.event_type == "moved" else event.src_path)).absolute()
        in_folder = any(path.is_relative_to(folder) for folder in self._folders)
        if path in self._wanted or (in_folder and not why_ignored(path)):
            self._changed.put(path)


@contextmanager
def watching(paths: Iterable[str | Path]) -> Iterator[Iterator[list[Path]]]:
    """Watch files and folders; gives an endless iterator over batches of files that came or changed."""
    given = [Path(one).expanduser().absolute() for one in paths]
    folders = [one for one in given if one.is_dir()]
    files = {one for one in given if not one.is_dir()}
    changed: queue.SimpleQueue[Path] = queue.SimpleQueue()
    noting = _Noting(changed, files, folders)
    observer = Observer()
    for folder in folders:
        observer.schedule(noting, str(folder), recursive=True)
    for folder in {one.parent for one in files if one.parent.is_dir()}:
        observer.schedule(noting, str(folder))
    observer.start()
    try:
        yield _batches(changed)
    finally:
        observer.stop()
        observer.join()


def _batches(changed: queue.SimpleQueue[Path]) -> Iterator[list[Path]]:
    last: dict[Path, float] = {}
    while True:
        with suppress(queue.Empty):  # nothing new: look which files have been quiet
            last[changed.get(timeout=QUIET_SECONDS / 4 if last else None)] = time.monotonic()
        still = time.monotonic() - QUIET_SECONDS
        quiet = [path for path, at in last.items() if at <= still]
        for path in quiet:
            del last[path]
        there = sorted(path for path in quiet if path.is_file())
        if there:
            yield there
