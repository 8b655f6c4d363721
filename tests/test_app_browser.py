"""The whole app in Chromium, on the samples, as a clerk would use it. No page may ask another host for anything."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.page import node, positions

pytestmark = pytest.mark.browser
BODY = "县住房和城乡建设局"


def test_overview_shows_what_is_there_and_leads_on(page: Page, app: str) -> None:
    page.goto(app)
    expect(page.get_by_role("heading", name="总览")).to_be_visible()
    expect(page.locator(".overview .card").first).to_contain_text("16")
    page.locator(".overview .bar-row .name").first.click()
    expect(page).to_have_url(re.compile("/obligations"))
    expect(page.locator(".ledger .row:not(.head)").first).to_be_visible()


@pytest.mark.parametrize("alias", ["住建", "住建部门", "县住建局", "zhujian"])
def test_any_alias_gives_the_same_ledger(page: Page, app: str, alias: str) -> None:
    page.goto(f"{app}/obligations?body={alias}")
    expect(page.get_by_role("heading", name=BODY)).to_be_visible()
    expect(page.locator(".ledger .chip").first).to_contain_text("全部")
    assert int(re.sub(r"\D", "", page.locator(".ledger .chip").first.inner_text())) >= 8


def test_search_choose_filter_group_and_share_by_link(page: Page, app: str, browser: Browser) -> None:
    page.goto(f"{app}/obligations")
    field = page.get_by_role("combobox")
    field.fill("jiaotong")
    expect(page.locator(".hints li").first).to_contain_text("交通运输局")
    former = page.locator(".ledger").element_handle()
    field.press("Enter")
    expect(page.get_by_role("heading", name=re.compile("交通运输局"))).to_be_visible()
    former.wait_for_element_state("hidden")
    responsible = page.get_by_role("button", name=re.compile("^责任 "))
    expect(responsible).to_have_count(1)
    responsible.click()
    expect(page).to_have_url(re.compile("role=responsible"))
    page.get_by_role("button", name="按文档").click()
    expect(page).to_have_url(re.compile("role=responsible.*by=document"))
    page.locator(".ledger .row:not(.head)").nth(1).click()
    expect(page).to_have_url(re.compile("role=responsible.*by=document.*picked="))
    chosen = page.locator(".evidence blockquote").inner_text()
    other = browser.new_page()
    other.goto(page.url)
    expect(other.locator(".evidence blockquote")).to_have_text(chosen)
    expect(other.get_by_role("button", name="按文档")).to_have_attribute("aria-pressed", "true")
    other.close()


def test_evidence_is_lit_at_the_right_words(page: Page, app: str) -> None:
    page.goto(f"{app}/obligations?body=县交通运输局")
    row = page.locator(".ledger .row", has_text="路").first
    row.click()
    marks = page.locator(".evidence mark.k-Deadline").all_inner_texts()
    facts = page.locator(".evidence dd.c-Deadline").all_inner_texts()
    for mark, fact in zip(marks, facts, strict=False):
        assert fact.startswith(mark)


def test_keyboard_walks_the_list(page: Page, app: str) -> None:
    page.goto(f"{app}/obligations?body=财政")
    expect(page.locator(".ledger .row[aria-selected=true]")).to_be_visible()
    page.locator(".ledger .list").focus()
    first = page.locator(".ledger .row[aria-selected=true]").get_attribute("data-id")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".ledger .row[aria-selected=true]")).not_to_have_attribute("data-id", first or "")
    page.keyboard.press("/")
    assert page.evaluate(
        "[...document.querySelectorAll('*')].some((e) => e.shadowRoot && e.shadowRoot.activeElement instanceof HTMLInputElement)"
    )


def test_exports_open_again(page: Page, app: str) -> None:
    page.goto(f"{app}/obligations?body=住建")
    count = int(re.sub(r"\D", "", page.locator(".ledger .chip").first.inner_text()))
    with page.expect_download() as workbook:
        page.get_by_role("button", name="导出任务分解表").click()
        page.get_by_role("button", name="Excel").click()
    book = openpyxl.load_workbook(io.BytesIO(Path(workbook.value.path()).read_bytes()))
    sheet = book.active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]][:3] == ["序号", "工作任务", "牵头单位"]
    assert sheet.max_row == count + 2
    with page.expect_download() as table:
        page.get_by_role("button", name="csv").click()
    data = Path(table.value.path()).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert len(list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))) == count + 1


def test_an_unknown_name_is_said_and_others_are_offered(page: Page, app: str) -> None:
    page.goto(f"{app}/obligations?body=不存在的单位")
    expect(page.get_by_text("没有找到“不存在的单位”")).to_be_visible()


def test_expand_moves_nothing_and_undo_takes_it_back(page: Page, app: str) -> None:
    page.goto(f"{app}/explorer")
    page.wait_for_function("window.govgraphExplorer && window.govgraphExplorer.canvas.cy.nodes().length > 5")
    before = positions(page)
    node(page, "dbltap", "n.data('kind') === 'Obligation'")
    page.wait_for_function(f"window.govgraphExplorer.canvas.cy.nodes().length > {len(before)}")
    after = positions(page)
    assert {key: after[key] for key in before if key in after and not key.startswith("more:")} == {
        key: at for key, at in before.items() if not key.startswith("more:")
    }
    expect(page).to_have_url(re.compile("open=[^&]*%2C"))
    page.get_by_role("button", name="撤销").click()
    page.wait_for_function(f"window.govgraphExplorer.canvas.cy.nodes().length === {len(before)}")
    assert positions(page).keys() == before.keys()
    page.get_by_role("button", name="重做").click()
    page.wait_for_function(f"window.govgraphExplorer.canvas.cy.nodes().length > {len(before)}")


def test_more_hide_pick_and_layouts(page: Page, app: str) -> None:
    page.goto(f"{app}/explorer")
    page.wait_for_function("window.govgraphExplorer && window.govgraphExplorer.canvas.cy.nodes().length > 5")
    count = len(positions(page))
    node(page, "tap", "n.data('kind') === 'More'")
    page.wait_for_function(f"window.govgraphExplorer.canvas.cy.nodes().length > {count}")
    page.get_by_role("button", name=re.compile("^任务 ")).click()
    expect(page).to_have_url(re.compile("hide=Obligation"))
    assert page.evaluate("window.govgraphExplorer.canvas.cy.nodes('[kind=\"Obligation\"]:visible').length") == 0
    page.get_by_role("button", name=re.compile("^任务 ")).click()
    node(page, "tap", "n.data('kind') === 'Obligation'")
    expect(page.locator(".evidence h3")).not_to_be_empty()
    page.evaluate("window.govgraphExplorer.canvas.cy.edges()[0].emit('tap')")
    expect(page.locator(".evidence blockquote")).to_be_visible()
    for layout in ("分层", "环形", "力导向"):
        page.get_by_role("button", name=layout).click()
        expect(page.get_by_role("button", name=layout)).to_have_attribute("aria-pressed", "true")


def test_picture_and_link(page: Page, app: str) -> None:
    page.goto(f"{app}/explorer")
    page.wait_for_function("window.govgraphExplorer && window.govgraphExplorer.canvas.cy.nodes().length > 5")
    with page.expect_download() as picture:
        page.get_by_role("button", name="PNG").click()
    assert Path(picture.value.path()).read_bytes().startswith(b"\x89PNG")
    with page.expect_download() as drawing:
        page.get_by_role("button", name="SVG").click()
    words = Path(drawing.value.path()).read_text("utf-8")
    assert words.startswith("<svg")
    assert re.search("[\u4e00-\u9fff]", words)
    page.get_by_role("button", name="复制链接").click()
    expect(page.get_by_text("链接已复制")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_documents_are_read_with_facts_lit(page: Page, app: str) -> None:
    page.goto(f"{app}/documents")
    page.get_by_role("link", name="青禾县人民政府常务会议纪要").click()
    expect(page.locator(".reader .outline .heading").first).to_be_visible()
    lit = page.locator(".reader .page mark.k-Body").all_inner_texts()
    assert "县自然资源局" in lit
    before = page.locator(".reader mark.k-Left").count()
    page.locator(".reader .bar").get_by_role("button", name=re.compile("未入图的句子")).click()
    expect(page.locator(".reader mark.k-Left").nth(before)).to_be_attached()
    assert page.locator(".reader mark.k-Left").first.get_attribute("title")
    page.get_by_role("button", name="下一项").click()
    expect(page.locator(".reader .count")).to_contain_text("第 2 项")


def test_english_app_has_no_chinese_captions(page: Page, app: str) -> None:
    page.goto(f"{app}/obligations?lang=en")
    expect(page.get_by_role("button", name=re.compile("^All "))).to_be_visible()
    captions = page.locator(".ledger .chip, .ledger .head div, [data-testid=stSidebar] a").all_inner_texts()
    assert not [one for one in captions if re.search("[\u4e00-\u9fff]", one)]


def test_legible_at_150_per_cent(page: Page, app: str) -> None:
    page.set_viewport_size({"width": 960, "height": 600})
    page.goto(f"{app}/obligations?body=住建")
    expect(page.locator(".ledger .row:not(.head)").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("name", ["explorer", "dependencies", "query?name=overdue&day=2024-12-31"])
def test_english_has_no_chinese_captions_and_150_per_cent_fits(page: Page, app: str, name: str) -> None:
    page.set_viewport_size({"width": 960, "height": 600})
    page.goto(f"{app}/{name}{'&' if '?' in name else '?'}lang=en")
    expect(page.locator(".gov").first).to_be_visible()
    page.wait_for_timeout(1500)
    captions = page.locator(
        ".gov button:not(.item):not(.hit), .gov th, .gov dt, .gov .chip, .gov label span, .gov .legend span"
    ).all_inner_texts()
    assert captions and not [one for one in captions if re.search("[\u4e00-\u9fff]", one)]
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
