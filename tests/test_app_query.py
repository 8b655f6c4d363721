"""查询 in Chromium, on the samples, as a clerk would use it."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_a_question_sorted_filtered_opened_drawn_and_exported(page: Page, app: str) -> None:
    page.goto(f"{app}/query")
    page.get_by_role("button", name="某日已过时限").click()
    page.locator("input[name=day]").fill("2023-12-31")
    page.get_by_role("button", name="查询", exact=True).click()
    expect(page).to_have_url(re.compile("day=2023-12-31"))
    rows = page.locator(".query tbody tr")
    expect(rows.first).to_be_visible()
    expect(page.locator(".query thead")).not_to_contain_text("编号")
    expect(page.locator(".query .stage")).not_to_contain_text("obl-")
    rows.first.click()
    expect(page.locator(".query .evidence blockquote mark").first).to_be_visible()
    expect(page).to_have_url(re.compile("picked=obl-"))
    page.locator(".query thead th").first.click()
    expect(page).to_have_url(re.compile("sort="))
    page.get_by_placeholder("在表里找").fill("水")
    count = rows.count()
    with page.expect_download() as saved:
        page.get_by_role("button", name="导出 Excel").click()
    sheet = openpyxl.load_workbook(io.BytesIO(Path(saved.value.path()).read_bytes())).active
    assert sheet is not None and sheet.max_row == count + 1
    assert [cell.value for cell in sheet[1]][-1] == "编号"
    with page.expect_download() as table:
        page.get_by_role("button", name="导出 CSV").click()
    data = Path(table.value.path()).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert len(list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))) == count + 1
    page.get_by_role("button", name="图", exact=True).click()
    expect(page.locator(".query .stage.graph canvas").first).to_be_visible()
    expect(page).to_have_url(re.compile("view=graph"))


def test_what_is_typed_stays_while_the_page_is_drawn_anew(page: Page, app: str) -> None:
    page.goto(f"{app}/query?name=overdue&day=2023-12-31")
    rows, field = page.locator(".query tbody tr"), page.get_by_placeholder("在表里找")
    expect(rows.first).to_be_visible()
    head = page.locator(".query thead th")
    head.first.click()
    field.press_sequentially("水", delay=0)  # while the answer to the click is still on its way
    expect(page).to_have_url(re.compile("sort="))
    count = rows.count()
    page.wait_for_timeout(1500)
    expect(field).to_have_value("水")
    expect(rows).to_have_count(count)
    head.nth(1).click()
    expect(page).to_have_url(re.compile("find="))
    page.wait_for_timeout(1500)
    expect(field).to_have_value("水")
    expect(rows).to_have_count(count)
    rows.first.click()  # each call of the server comes with the words, not a step behind them
    expect(page).to_have_url(re.compile("picked="))
    expect(rows).to_have_count(count)
    page.get_by_role("button", name="JSON").click()
    page.get_by_role("button", name="表格", exact=True).click()
    expect(field).to_have_value("水")
    expect(rows).to_have_count(count)


def test_what_was_asked_is_found_again_and_kept(page: Page, app: str) -> None:
    page.goto(f"{app}/query?name=load-by-body")
    expect(page.locator(".query tbody tr").first).to_be_visible()
    page.get_by_role("tab", name="最近").click()
    page.locator(".query .past .star").first.click()
    page.get_by_role("tab", name=re.compile("收藏 1")).click()
    page.locator(".query .past .item").first.click()
    expect(page.locator(".query h2")).to_have_text("各单位任务量")
    page.locator(".query .past .star").first.click()
    expect(page.get_by_text("还没有收藏")).to_be_visible()


def test_a_day_is_chosen_in_the_app_s_language_and_taken_as_offices_write_it(page: Page, app: str) -> None:
    page.goto(f"{app}/query?name=obligations-of-body&body=住建")
    expect(page.locator(".query tbody tr").first).to_be_visible()
    assert set(page.locator(".query tbody td:nth-child(4)").all_inner_texts()) == {"是", "否"}  # 承前
    field, sheet = page.locator("input[name=due_before]"), page.locator(".query .day-sheet")
    field.fill("2024年9月30日")
    expect(sheet).to_be_hidden()
    field.click()
    expect(sheet.locator("b")).to_have_text("2024年9月")
    expect(sheet.locator("em")).to_have_text(list("一二三四五六日"))
    sheet.get_by_role("button", name="下个月").click()
    sheet.get_by_role("button", name="2024-10-31").click()
    expect(sheet).to_be_hidden()
    field.press("Enter")
    expect(page).to_have_url(re.compile("due_before=2024-10-31"))
    field.fill("去年")
    field.press("Enter")
    expect(field).to_have_attribute("aria-invalid", "")
    expect(page).to_have_url(re.compile("due_before=2024-10-31"))


def _type(page: Page, text: str) -> None:
    page.locator(".cm-content").click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(text)
    page.keyboard.press("Control+Enter")


def test_free_cypher_shows_table_graph_and_mistakes(page: Page, app: str) -> None:
    page.goto(f"{app}/query")
    expect(page.locator(".cm-content")).to_be_visible()
    _type(page, "MATCH (b:Body)-[r:LEADS]->(o) RETURN b, r, o LIMIT 5")
    expect(page.locator(".query tbody tr")).to_have_count(5)
    page.get_by_role("button", name="图", exact=True).click()
    expect(page.locator(".query .stage.graph canvas").first).to_be_visible()
    _type(page, "MATCH (b:Body) SET b.name = '甲' RETURN b")
    expect(page.locator(".query .refused")).to_contain_text("第 1 行：SET 会改写属性或标签")
    expect(page.locator(".query .refused")).to_contain_text("SetProperty")


def test_a_mistake_is_said_in_the_editor_under_its_line(page: Page, app: str) -> None:
    page.goto(f"{app}/query")
    expect(page.locator(".cm-content")).to_be_visible()
    _type(page, "MATCH (县:Body)\nRETRUN 县.name\nLIMIT 5")
    said = page.locator(".cm-content .said")
    expect(said).to_contain_text("第 2 行第 1 列")
    expect(page.locator(".cm-content .wrong")).to_have_text("RETRUN")
    tops = page.evaluate(
        """() => { const root = document.querySelector('.query') ? document : [...document.querySelectorAll('*')].find((e) => e.shadowRoot?.querySelector('.query')).shadowRoot;
        return [...root.querySelectorAll('.cm-line, .said')].map((e) => [e.className, Math.round(e.getBoundingClientRect().top)]); }"""
    )
    assert [name for name, _ in sorted(tops, key=lambda one: one[1])] == ["cm-line", "cm-line", "said", "cm-line"]
    assert not page.locator(".query .mistake").is_visible()  # said once, in its place
    page.keyboard.type("x")
    expect(said).to_have_count(0)
    _type(page, "MATCH (b:Body RETURN b")
    expect(said).to_have_count(1)
    # a link that brings its mistake along, before the editor has come
    page.goto(f"{app}/query?lang=en&text=RETRUN%201")
    expect(page.locator(".cm-content .said")).to_contain_text("line 1, column 1")


def test_a_long_query_is_stopped(page: Page, app: str) -> None:
    page.goto(f"{app}/query")
    expect(page.locator(".cm-content")).to_be_visible()
    _type(page, "UNWIND range(1, 100000000000) AS x RETURN sum(x)")
    page.get_by_role("button", name="停止").first.click()
    expect(page.locator(".query .refused h3")).to_have_text("查询没有做完")
