"""The app over the samples in Chromium; `tests/conftest.py` offers these fixtures to every test.

app      address of the app, serving the samples
browser  one Chromium a module
page     a fresh tab; it fails the test when anything asks another host, or a script of ours breaks
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from graph.connection import Store
from graph.home import Home
from tests.browser import chromium
from tests.served import served

expect.set_options(timeout=30_000)


@pytest.fixture(scope="module")
def app(samples: Store, home: Home, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the app, serving the samples."""
    assert samples.endpoint.embedded  # the data folder is all the app is told
    with served(home, tmp_path_factory.mktemp("app") / "log") as url:
        yield url


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for a module."""
    with chromium() as opened:
        yield opened


@pytest.fixture
def page(browser: Browser, app: str) -> Iterator[Page]:
    """A page that fails the test when anything asks another host, or a script of ours breaks."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    strangers: list[str] = []
    broken: list[str] = []
    ours = (app, "data:", "blob:", "ws://127.0.0.1")
    tab.on("request", lambda request: None if request.url.startswith(ours) else strangers.append(request.url))
    tab.on("pageerror", lambda error: broken.append(str(error)))
    yield tab
    context.close()
    assert strangers == []
    assert not broken, broken


def positions(page: Page) -> dict[str, list[int]]:
    """Where each node of 图谱 lies, by its id."""
    found: dict[str, list[int]] = page.evaluate("window.govgraphExplorer.canvas.positions()")
    return found


def node(page: Page, action: str, wanted: str) -> None:
    """Tap or double-tap the first node of 图谱 for which the JavaScript condition `wanted` on node `n` holds."""
    page.evaluate(
        f"() => {{ const n = window.govgraphExplorer.canvas.cy.nodes().filter((n) => {wanted})[0]; n.emit('{action}'); }}"
    )
