"""Files handed over in the browser → the graph: a private folder for the time of reading, never a name that leaves it."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from graph.connection import Store
from graph.home import Home
from graph.ingest import Outcome, Progress, Report, ingest

LONGEST = 80
"""Letters of a file's name that are kept; Chinese letters take three bytes each, and names may have 255."""
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"|?*]')


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as the browser sent it; its name may be anything."""

    name: str
    data: bytes


def safe_name(name: str) -> str:
    """The last part of a name, without what a file system or a shell could take for more than a name.

    >>> safe_name("../../etc/passwd"), safe_name("C:\\\\文件\\\\报告.docx"), safe_name("..")
    ('passwd', '报告.docx', 'file')
    """
    last = _NOT_IN_NAMES.sub("", name.replace("\\", "/").rsplit("/", 1)[-1]).strip().lstrip(".")
    path = PurePosixPath(last)
    stem, suffix = path.stem[:LONGEST], path.suffix[:10]
    return f"{stem}{suffix}" if stem else "file"


@contextmanager
def received(home: Home, uploads: Sequence[Upload]) -> Iterator[list[Path]]:
    """The files on the disk for a while, each in a folder of its own, so that equal names stay two; gone afterwards."""
    parent = home.path / "uploads"
    parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    place = Path(tempfile.mkdtemp(dir=parent))
    try:
        paths = []
        for number, one in enumerate(uploads):
            path = place / str(number) / safe_name(one.name)
            path.parent.mkdir(mode=0o700)
            path.write_bytes(one.data)
            paths.append(path)
        yield paths
    finally:
        shutil.rmtree(place)


def take_in(store: Store, home: Home, uploads: Sequence[Upload], progress: Progress | None = None) -> Report:
    """Read uploaded files into the graph; the report names them as the user does.

    A document already there stays as it is; one of the same name but other words is another document. Stopped by an
    exception of `progress`, what was done stays and the files are gone.
    """
    with received(home, uploads) as paths:
        # threads only: a page's process cannot be started anew as a worker
        report = ingest(store, paths, workers=1, progress=progress)
        names = {str(path): path.name for path in paths}
        _rename(store, report.documents, names)
    report.documents = [_named(one, names) for one in report.documents]
    return report


def _rename(store: Store, outcomes: Sequence[Outcome], names: dict[str, str]) -> None:
    """A document's source is the file's name, for the folder it lay in is gone."""
    rows = [{"id": one.id, "path": one.path, "name": names[one.path]} for one in outcomes if one.id]
    if rows:
        store.write(
            """UNWIND $rows AS row MATCH (d:Document {id: row.id}) WHERE row.path IN d.sources
            WITH d, row, [one IN d.sources WHERE one <> row.path AND one <> row.name] + [row.name] AS sources
            SET d.sources = sources, d.source = sources[0]""",
            {"rows": rows},
        )


def _named(one: Outcome, names: dict[str, str]) -> Outcome:
    name = names[one.path]
    # the name stands beside it in the report
    error = one.error.where(f"{one.path}: ", "").where(f"{one.path}：", "").where(one.path, name)
    return replace(one, path=name, error=error)
