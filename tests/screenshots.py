"""Pictures of every page for the READMEs: `make screenshots` reads the samples into a store of its own and looks.

python -m tests.screenshots [FILE …]      # more documents to read besides the samples
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from graph.connection import open_store
from graph.home import Home
from graph.ingest import ingest
from graph.server import stop_server
from tests.browser import chromium
from tests.loaded import load_samples
from tests.served import served

FOLDER = Path(__file__).parents[1] / "docs" / "images"
PAGES = {
    "overview": "/",
    "obligations": "/obligations?body=县住房和城乡建设局",
    "explorer": "/explorer",
    "dependencies": "/dependencies",
    "query": "/query?name=load-by-body",
    "documents": "/documents",
}
WAIT = 2500  # milliseconds after the page is drawn, for layouts to settle


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        os.environ["GOVGRAPH_HOME"] = folder
        try:
            with open_store(home) as store:
                load_samples(store)
                ingest(store, sys.argv[1:])
                reading = store.read(
                    "MATCH (d:Document) WHERE d.title CONTAINS '全会' RETURN d.id ORDER BY d.date LIMIT 1"
                ).rows[0][0]
            with served(home, Path(folder) / "log") as url, chromium() as browser:
                page = browser.new_page(viewport={"width": 1440, "height": 900})
                for name, place in {**PAGES, "reader": f"/documents?doc={reading}"}.items():
                    page.goto(url + place)
                    page.locator(".gov").first.wait_for(timeout=90_000)
                    page.wait_for_timeout(WAIT)
                    page.screenshot(path=str(FOLDER / f"{name}.png"))
                    print(f"docs/images/{name}.png")
        finally:
            stop_server(home)


if __name__ == "__main__":
    main()
