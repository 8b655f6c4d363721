"""图谱, 依赖 and 查询 in Chromium, on the samples, as a clerk would use them."""

from __future__ import annotations

import io
import re
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.test_app_browser import _node, _positions, app, browser, page  # noqa: F401 (fixtures)

pytestmark = pytest.mark.browser
READY = "window.govgraphExplorer && window.govgraphExplorer.canvas.cy.nodes().length > 5"
# how many edges run through a card that is not theirs, how many cards lie on another
TROUBLE = """() => {
  const cy = window.govgraphExplorer.canvas.cy;
  const cards = cy.nodes(':visible').toArray();
  const over = (a, b) => Math.abs(a.position('x') - b.position('x')) * 2 < a.width() + b.width() && Math.abs(a.position('y') - b.position('y')) * 2 < a.height() + b.height();
  const through = (edge, card) => {
    if (edge.source() === card || edge.target() === card || edge.source().same(card) || edge.target().same(card)) return false;
    const [a, b] = [edge.sourceEndpoint(), edge.targetEndpoint()];
    for (let t = 0; t <= 1; t += 0.02) {
      const [x, y] = [a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t];
      if (Math.abs(x - card.position('x')) * 2 < card.width() && Math.abs(y - card.position('y')) * 2 < card.height()) return true;
    }
    return false;
  };
  return [cards.filter((a, i) => cards.slice(i + 1).some((b) => over(a, b))).length,
    cy.edges(':visible').filter((edge) => cards.some((card) => through(edge, card))).length];
}"""


def test_the_first_picture_is_clear_and_its_start_is_chosen(page: Page, app: str) -> None:  # noqa: F811
    page.goto(f"{app}/explorer")
    page.wait_for_function(READY)
    assert page.evaluate(TROUBLE) == [0, 0]
    expect(page.locator(".explorer .evidence h3")).to_have_text(re.compile("青禾县"))


def test_what_is_opened_finds_free_room(page: Page, app: str) -> None:  # noqa: F811
    page.goto(f"{app}/explorer")
    page.wait_for_function(READY)
    for turn in range(3):
        before = len(_positions(page))
        _node(page, "dbltap", f"n.data('kind') === 'Obligation' && !n.data('open') && n.id() > '{turn}'")
        page.wait_for_function(f"window.govgraphExplorer.canvas.cy.nodes().length > {before}")
    cards, edges = page.evaluate(TROUBLE)
    assert cards == 0 and edges <= 2


def test_path_between_two_things(page: Page, app: str) -> None:  # noqa: F811
    page.goto(f"{app}/explorer")
    page.wait_for_function(READY)
    page.get_by_role("button", name="两点之间的路径").click()
    first, second = (page.locator(".explorer .paths input").nth(one) for one in (0, 1))
    first.fill("caizheng")
    first.press("Enter")
    second.fill("jiaotong")
    second.press("Enter")
    expect(page).to_have_url(re.compile("also="))
    expect(page.locator(".explorer .found")).to_contain_text("步")
    page.wait_for_function("window.govgraphExplorer.canvas.cy.edges('.way').length > 0")
    page.get_by_role("button", name="收起路径").click()
    expect(page).not_to_have_url(re.compile("also="))


def test_path_from_a_chosen_thing_to_one_on_the_picture(page: Page, app: str) -> None:  # noqa: F811
    page.goto(f"{app}/explorer")
    page.wait_for_function(READY)
    page.get_by_role("button", name="设为路径起点").click()
    _node(page, "tap", "n.data('kind') === 'Obligation'")
    expect(page).to_have_url(re.compile("also="))


def test_one_thing_is_hidden_and_shown_again(page: Page, app: str) -> None:  # noqa: F811
    page.goto(f"{app}/explorer")
    page.wait_for_function(READY)
    _node(page, "tap", "n.data('kind') === 'Obligation'")
    page.get_by_role("button", name="隐藏", exact=True).click()
    expect(page).to_have_url(re.compile("hide=obl-"))
    assert page.evaluate("window.govgraphExplorer.canvas.cy.nodes('.off').length") == 1
    page.get_by_role("button", name="撤销").click()
    expect(page).not_to_have_url(re.compile("hide="))
    page.get_by_role("button", name="重做").click()
    page.get_by_role("button", name="显示已隐藏的 1 个").click()
    assert page.evaluate("window.govgraphExplorer.canvas.cy.nodes('.off').length") == 0


def test_keys_walk_open_and_leave(page: Page, app: str) -> None:  # noqa: F811
    page.goto(f"{app}/explorer")
    page.wait_for_function(READY)
    page.locator(".explorer .canvas").focus()
    heading = page.locator(".explorer .evidence h3")
    start = heading.inner_text()
    page.keyboard.press("ArrowUp")
    expect(heading).not_to_have_text(start)
    count = len(_positions(page))
    page.keyboard.press("Enter")
    page.wait_for_function(f"window.govgraphExplorer.canvas.cy.nodes().length > {count}")
    page.keyboard.press("Control+z")
    page.wait_for_function(f"window.govgraphExplorer.canvas.cy.nodes().length === {count}")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.shadowRoot?.activeElement?.type") == "search"


def test_a_delay_is_reckoned_shown_and_exported(page: Page, app: str) -> None:  # noqa: F811
    page.goto(f"{app}/dependencies")
    expect(page.locator(".waiting .hits tbody tr").first).to_be_visible()
    count = page.locator(".waiting .hits tbody tr").count()
    with page.expect_download() as saved:
        page.get_by_role("button", name="导出 Excel").click()
    sheet = openpyxl.load_workbook(io.BytesIO(Path(saved.value.path()).read_bytes())).active
    assert sheet is not None and sheet.max_row == count + 1
    assert sheet["B1"].value == "工作任务"
    heading = page.locator(".waiting .evidence h3").inner_text()
    page.locator(".waiting .hits tbody tr").first.click()
    expect(page.locator(".waiting .evidence h3")).not_to_have_text(heading)
    expect(page).to_have_url(re.compile("item=obl-"))
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.shadowRoot?.activeElement?.type") == "search"
