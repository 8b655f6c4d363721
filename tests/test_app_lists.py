"""总览 and the lists behind its numbers in Chromium: every number leads to a list as long as it says."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
DAY = "2024-06-01"


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _listed(page: Page) -> int:
    """How many the title of the list says, which are all there."""
    expect(page.locator(".gov-title span")).to_contain_text("项")
    expect(page.locator(".ledger .group").first).to_be_visible()
    return _number(page.locator(".gov-title span").inner_text())


@pytest.mark.parametrize("card", ["没有责任单位", "没有时限", "时限未定到日", "没有量化目标", "已过时限", "更晚到期"])
def test_each_number_leads_to_a_list_as_long(page: Page, app: str, card: str) -> None:
    page.goto(f"{app}/?day={DAY}")
    found = page.locator(".overview a.card", has_text=card)
    number = _number(found.locator("b").inner_text())
    assert number
    found.click()
    expect(page).to_have_url(re.compile("/obligations.*list="))
    assert _listed(page) == number


def test_a_month_and_a_day_lead_to_what_is_due_then(page: Page, app: str) -> None:
    page.goto(f"{app}/?day={DAY}")
    bar = page.locator(".overview a.month[href]").last
    number = _number(bar.locator("b").inner_text())
    bar.click()
    assert _listed(page) == number
    page.goto(f"{app}/?day={DAY}")
    cell = page.locator(".overview .leaf td:not(.over) a").first
    number, day = _number(cell.locator("sup").inner_text()), (cell.get_attribute("aria-label") or "").split()[0]
    cell.click()
    assert _listed(page) == number
    expect(page.locator(".ledger .group").first).to_contain_text(day)


def test_a_role_s_number_leads_to_the_body_in_that_role(page: Page, app: str) -> None:
    page.goto(app)
    row = page.locator(".overview .bar-row:not(.head)").first
    count = row.locator("a.count").first
    number = _number(count.inner_text())
    count.click()
    expect(page).to_have_url(re.compile("body=.*role="))
    expect(page.locator(".ledger .row:not(.head)")).to_have_count(number)


def test_another_day_changes_what_is_past_at_once_and_is_shared_by_link(page: Page, app: str, browser: Browser) -> None:
    page.goto(app)
    over = page.locator(".overview a.card, .overview .card", has_text="已过时限").locator("b")
    before = _number(over.inner_text())
    field = page.get_by_role("textbox", name="以哪天为准")
    field.fill("2023年7月1日")
    field.press("Enter")
    expect(over).not_to_have_text(str(before))
    expect(page).to_have_url(re.compile("day=2023-07-01"))
    page.get_by_role("button", name="按牵头").click()
    expect(page).to_have_url(re.compile("load=lead"))
    other = browser.new_page()
    other.goto(page.url)
    expect(other.locator(".overview .card", has_text="已过时限").locator("b")).to_have_text(over.inner_text())
    expect(other.get_by_role("button", name="按牵头")).to_have_attribute("aria-pressed", "true")
    other.close()
    field.fill("去年")
    field.press("Enter")
    expect(field).to_have_attribute("aria-invalid", "")


def test_the_list_of_all_is_grouped_searched_and_exported(page: Page, app: str) -> None:
    page.goto(f"{app}/obligations?list=all")
    number = _listed(page)
    page.get_by_role("button", name="按单位").click()
    expect(page).to_have_url(re.compile("by=body"))
    expect(page.locator(".ledger .group").first).not_to_contain_text("20")
    page.get_by_role("searchbox", name="在清单里找").fill("管网")
    page.get_by_role("searchbox", name="在清单里找").press("Enter")
    expect(page).to_have_url(re.compile("find="))
    expect(page.locator(".gov-title span")).not_to_contain_text(str(number))
    few = _listed(page)
    page.get_by_role("button", name="导出任务分解表").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Word").click()
    table = docx.Document(str(saved.value.path())).tables[0]
    assert len(table.rows) == few + 1
    page.keyboard.press("Escape")
    field = page.get_by_role("combobox")
    field.fill("caizheng")
    field.press("Enter")
    expect(page.get_by_role("heading", name=re.compile("财政局"))).to_be_visible()


def test_overview_and_documents_are_exported_as_shown(page: Page, app: str) -> None:
    page.goto(app)
    page.get_by_role("button", name="导出").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Excel").click()
    book = openpyxl.load_workbook(io.BytesIO(Path(saved.value.path()).read_bytes()))
    assert book.sheetnames[0] == "谁的担子重" and len(book.sheetnames) == 4
    page.goto(f"{app}/documents?find=讲话")
    expect(page.locator(".table tbody tr").first).to_be_visible()
    count = page.locator(".table tbody tr").count()
    page.get_by_role("button", name="导出").click()
    with page.expect_download() as table:
        page.get_by_role("button", name="csv").click()
    lines = Path(table.value.path()).read_bytes().decode("utf-8-sig").splitlines()
    assert count and len(lines) == count + 1 and all("讲话" in line for line in lines[1:])


def test_the_small_graph_shows_tasks_and_who_shares_them(page: Page, app: str) -> None:
    page.goto(f"{app}/obligations?body=财政")
    number = _number(page.locator(".ledger .chip").first.inner_text())
    page.get_by_role("button", name="小图").click()
    expect(page).to_have_url(re.compile("by=graph"))
    cards = page.locator(".ledger .task-node")
    expect(cards).to_have_count(min(number, 24))
    cards.nth(1).click()
    expect(page.locator(".evidence .said")).to_contain_text(cards.nth(1).locator(".task").inner_text()[:6])
    thing = page.locator(".ledger .thing-node").first
    thing.click()
    expect(thing).to_have_attribute("aria-pressed", "true")
    assert 0 < page.locator(".ledger .task-node.dim").count() < cards.count()
    assert page.locator(".ledger .edge").count() >= cards.count()


def test_the_keyboard_walks_opens_and_leaves(page: Page, app: str) -> None:
    page.goto(f"{app}/documents")
    expect(page.locator(".table tbody tr").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".table tr[aria-selected=true]")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator(".reader .page")).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".reader .count")).to_contain_text("第 2 项")
    page.goto(f"{app}/obligations?body=财政&find=资金")
    expect(page.locator(".ledger .row[aria-selected=true]")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page).not_to_have_url(re.compile("find="))
    page.keyboard.press("Enter")
    expect(page.locator(".reader .page p.picked")).to_be_in_viewport()


def test_the_words_around_stand_beside_the_fact(page: Page, app: str) -> None:
    page.goto(f"{app}/obligations?body=财政")
    page.locator(".ledger .row:not(.head)").nth(2).click()
    said = page.locator(".evidence .said")
    expect(said).to_be_in_viewport()
    assert len(page.locator(".evidence blockquote").inner_text()) > len(said.inner_text()) + 40


@pytest.mark.parametrize("place", ["/", "/obligations?list=all", "/obligations?body=财政&by=graph", "/documents"])
def test_nothing_overflows_at_150_per_cent(page: Page, app: str, place: str) -> None:
    page.set_viewport_size({"width": 960, "height": 600})
    page.goto(f"{app}{place}")
    expect(page.locator(".gov").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    wide = """() => [...document.querySelectorAll('*')].flatMap((e) => e.shadowRoot ? [...e.shadowRoot.querySelectorAll('.panel, .cards, .bar')] : [])
        .filter((e) => e.getBoundingClientRect().right > window.innerWidth + 1).length"""
    assert page.evaluate(wide) == 0


@pytest.mark.parametrize("place", ["/", "/obligations?list=no_body", "/documents"])
def test_no_chinese_captions_in_english_and_no_english_in_chinese(page: Page, app: str, place: str) -> None:
    join = "&" if "?" in place else "?"
    page.goto(f"{app}{place}{join}lang=en")
    expect(page.locator(".gov").first).to_be_visible()
    captions = page.locator(
        ".overview h2, .card span, .chip, th, .head div, [data-testid=stSidebar] a"
    ).all_inner_texts()
    assert captions and not [one for one in captions if re.search("[\u4e00-\u9fff]", one)]
    page.goto(f"{app}{place}{join}lang=zh")
    expect(page.locator(".gov").first).to_be_visible()
    shown = page.locator(".overview h2, .overview h3, .card span, .chip, th, .head div, .gov button").all_inner_texts()
    assert not [one for one in shown if re.search("[A-Za-z]{4,}", one)]
