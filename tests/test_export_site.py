"""The graph as one page: opened in Chromium from a file, it shows things, relations and words, and asks for nothing."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import expect

from app.export.site import site
from tests.browser import chromium

HOSTILE = "</script><img src=x onerror=alert(1)>"
NODES = [
    (["Body", "Department"], {"id": "body-1", "name": "青石县水利局", "aliases": ["水利", "水利部门"], "level": "county", "search_keys": ["sl"]}),
    (["Obligation"], {"id": "obl-1", "summary": "完成东溪清淤", "text": HOSTILE, "modality": "must", "start": 1, "end": 5}),
]  # fmt: skip
RELATIONS = [
    ("LEADS", "body-1", "obl-1", {"quote": "县水利局牵头", "rule": "lead", "inherited": True, "document": "doc-1"}),
]


def test_things_relations_and_words_are_shown_as_text(tmp_path: Path) -> None:
    path = tmp_path / "graph.html"
    path.write_text(site(NODES, RELATIONS, "zh"), encoding="utf-8")
    asked: list[str] = []
    with chromium() as browser:
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda _: asked.append("dialog"))
        page.goto(path.as_uri())
        page.get_by_role("searchbox").fill("水利部门")
        page.locator("nav a").click()
        thing = page.locator("main")
        expect(thing).to_contain_text("县级")
        expect(thing).to_contain_text("县水利局牵头（承前句）")
        assert "sl" not in thing.inner_text()
        thing.locator("a").click()
        expect(page).to_have_url(re.compile("#obl-1$"))
        expect(thing).to_contain_text(HOSTILE)
        expect(thing).to_contain_text("必须")
        page.get_by_role("searchbox").fill("没有的东西")
        expect(page.locator("nav")).to_contain_text("没有符合的内容")
    assert [one for one in asked if not one.startswith("file:")] == []


def test_an_empty_graph_has_a_page(tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.write_text(site([], [], "en"), encoding="utf-8")
    with chromium() as browser:
        page = browser.new_page()
        page.goto(path.as_uri())
        assert "Nothing matches" in page.locator("nav").inner_text()
