"""Chromium for tests: Debian's, driven by Playwright; printing pages and watching what they ask for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from app.setup.machine import find_chromium

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium. A machine without one fails here: `make test` installs it."""
    path = find_chromium()
    assert path, "Chromium is not installed: `make test` installs it as root or in CI, see `govgraph doctor --tests`"
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def print_pdf(page: str, path: Path, *, header: str = "", footer: str = "") -> None:
    """Print an HTML page as A4; `{page}` in the footer is the page's number."""
    line = '<div style="font-size:9px;width:100%;text-align:center">{}</div>'
    with chromium() as browser:
        tab = browser.new_page()
        tab.set_content(page)
        tab.pdf(
            path=str(path),
            format="A4",
            display_header_footer=bool(header or footer),
            header_template=line.format(header),
            footer_template=line.format(footer.replace("{page}", '<span class="pageNumber"></span>')),
            margin={"top": "60px", "bottom": "60px", "left": "70px", "right": "70px"},
        )
