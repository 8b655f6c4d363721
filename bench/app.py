"""How fast the app answers: first paint, an interaction, an expansion, at 200, 2,000 and 10,000 obligations.

    make bench                     # with all other measurements
    python -m bench.app [N …]      # for graphs of at least N obligations

The graph is the samples told over and over of other counties, in a store of its own. Times are of the clock, in Chromium
on this machine, from the click to the drawing that answers it; the median of three turns.
"""

from __future__ import annotations

import os
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from playwright.sync_api import Page

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
TURNS = 3
COUNTIES = ("青禾县", "青石县", "柳河县", "白石县", "东岭县", "南山县", "北川县", "西屏县")
WITHIN = 60_000
BUSY = (
    "MATCH (o:Obligation) RETURN o.id ORDER BY COUNT { (o)<-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]-() } DESC, o.id LIMIT 1"
)
NODES = "window.govgraphExplorer.canvas.cy.nodes().length"


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


def timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def middle(act: Callable[[], float]) -> float:
    return statistics.median(act() for _ in range(TURNS))


def measures(page: Page, url: str, busy: str) -> dict[str, Callable[[], float]]:
    """What is measured, by name; each call is one turn. `busy`: an obligation on which much hangs."""

    def paint(place: str, drawn: str) -> Callable[[], float]:
        def turn() -> float:
            def act() -> None:
                page.goto(url + place)
                page.locator(drawn).first.wait_for(timeout=WITHIN)

            return timed(act)

        return turn

    def group() -> float:
        page.goto(f"{url}/obligations")
        page.locator(".ledger .row").nth(1).wait_for(timeout=WITHIN)
        page.wait_for_timeout(500)

        def act() -> None:
            page.get_by_role("button", name="按文档").click()
            page.wait_for_url(re.compile("by=document"), timeout=WITHIN)

        return timed(act)

    def search() -> float:
        page.goto(f"{url}/obligations")
        page.locator(".ledger .row").nth(1).wait_for(timeout=WITHIN)
        title = page.locator(".gov-title h1").inner_text()
        field = page.get_by_role("combobox").first
        field.fill("水利")

        def act() -> None:
            field.press("Enter")
            page.wait_for_function(
                "was => document.querySelector('.gov-title h1').innerText !== was", arg=title, timeout=WITHIN
            )

        return timed(act)

    def expand() -> float:
        page.goto(f"{url}/explorer?root={busy}&open={busy}")
        page.wait_for_function(f"window.govgraphExplorer && {NODES} > 2", timeout=WITHIN)
        page.wait_for_timeout(800)
        held = page.evaluate(NODES)
        node = "n.data('kind') === 'Body'"

        def act() -> None:
            # a function without value: the driver would carry the whole drawing over else
            page.evaluate(
                f"() => {{ window.govgraphExplorer.canvas.cy.nodes().filter((n) => {node})[0].emit('dbltap'); }}"
            )
            page.wait_for_function(f"{NODES} > {held}", timeout=WITHIN)

        return timed(act)

    return {
        "first paint 总览": paint("/", ".overview .card"),
        "first paint 责任清单": paint("/obligations", ".ledger .row:not(.head)"),
        "first paint 全部任务": paint("/obligations?list=all", ".ledger .row:not(.head)"),
        "first paint 文档": paint("/documents", ".table tbody tr"),
        "group a list, state in the link": group,
        "another department": search,
        "expand a node": expand,
    }


def main() -> None:
    sizes = tuple(int(one) for one in sys.argv[1:]) or SIZES
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder) / "home").create()
        os.environ["GOVGRAPH_HOME"] = str(home.path)
        made = documents()
        try:
            for size in sizes:
                with open_store(home) as store:
                    held = grow(store, size, made, Path(folder))
                    busy = store.read(BUSY).rows[0][0]
                with served(home, Path(folder) / "log") as url, chromium() as browser:
                    page = browser.new_page(viewport={"width": 1440, "height": 900})
                    page.goto(url)
                    page.locator(".overview .card").first.wait_for(timeout=WITHIN)  # warm: the server is up
                    print(f"{held:,} obligations")
                    for name, turn in measures(page, url, busy).items():
                        print(f"  {name:32} {middle(turn):6.2f} s", flush=True)
                    pages(browser, url)
        finally:
            stop_server(home)


if __name__ == "__main__":
    main()
