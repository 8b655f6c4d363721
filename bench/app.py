"""How fast the app answers: first paint and what one does on each page, at 200, 2,000 and 10,000 obligations.

    make bench                     # with all other measurements
    python -m bench.app [N …]      # for graphs of at least N obligations

The graph is the samples told over and over of other counties, half of it in one document, in a store of its own. What is
measured is in bench/pages.py.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from bench.pages import pages
from extract.readers import open_source
from graph.connection import Store, open_store
from graph.home import Home
from graph.ingest import ingest
from graph.server import stop_server
from tests.browser import chromium
from tests.loaded import SAMPLES
from tests.served import served

SIZES = (200, 2_000, 10_000)
COUNTIES = ("青禾县", "青石县", "柳河县", "白石县", "东岭县", "南山县", "北川县", "西屏县")
PER_TEXT = 13
"""Obligations in a sample, about."""
LONGEST = "MATCH (d:Document) RETURN d.id ORDER BY d.obligations DESC LIMIT 1"
HELD = "MATCH (d:Document {id: $id}) RETURN d.obligations"


def documents() -> Iterator[str]:
    """The samples' texts, each time of another county and with another last line, without end."""
    texts = [open_source(path).text for path in sorted(SAMPLES.glob("*.txt"))]
    for turn in count():
        for text in texts:
            yield f"{text.replace(COUNTIES[0], COUNTIES[turn % len(COUNTIES)])}\n第{turn}次\n"


def grow(store: Store, size: int, made: Iterator[str], folder: Path) -> int:
    """Read documents until the graph holds so many obligations; returns how many it holds."""
    while (held := int(store.read("MATCH (o:Obligation) RETURN count(o)").rows[0][0])) < size:
        paths = []
        for number in range(max(3, min(120, (size - held) // 12))):
            path = folder / f"{held}-{number}.txt"
            path.write_text(next(made), "utf-8")
            paths.append(path)
        ingest(store, paths)
    return held


def long_document(store: Store, size: int, made: Iterator[str], folder: Path) -> str:
    """Read one document that holds half of what is measured; returns its id."""
    text, held = [], 0
    while held < size // 2:
        text.append(next(made))
        held += PER_TEXT
    path = folder / f"long-{size}.txt"
    path.write_text("\n".join(("关于印发重点工作任务总汇的通知", *text)), "utf-8")
    ingest(store, [path])
    return str(store.read(LONGEST).rows[0][0])


def main() -> None:
    sizes = tuple(int(one) for one in sys.argv[1:]) or SIZES
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder) / "home").create()
        os.environ["GOVGRAPH_HOME"] = str(home.path)
        made = documents()
        try:
            for size in sizes:
                with open_store(home) as store:
                    long = long_document(store, size, made, Path(folder))
                    held = grow(store, size, made, Path(folder))
                    (of_long,) = store.read(HELD, {"id": long}).rows[0]
                with served(home, Path(folder) / "log") as url, chromium() as browser:
                    load = os.getloadavg()[0]
                    print(
                        f"{held:,} obligations, {of_long:,} of them in one document (load of the machine: {load:.1f})"
                    )
                    pages(browser, url, long)
        finally:
            stop_server(home)


if __name__ == "__main__":
    main()
