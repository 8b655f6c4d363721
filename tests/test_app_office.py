"""What an office does with the app, in Chromium: compare, timeline, files, letters, adding and removing documents."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Download, Page, expect

pytestmark = pytest.mark.browser
NOTICE = "南山县人民政府办公室关于清淤工作的通知\n\n县水务局要在9月底前完成东溪清淤3公里。\n\n2024年3月1日\n"


def _bytes(download: Download) -> io.BytesIO:
    return io.BytesIO(Path(download.path()).read_bytes())


def _count(page: Page) -> int:
    return int(re.sub(r"\D", "", page.locator(".ledger .chip").first.inner_text()))


def test_the_timeline_shows_items_by_their_day_and_fills_the_evidence(page: Page, app: str) -> None:
    page.goto(f"{app}/obligations?body=住建")
    page.get_by_role("button", name="时间轴").click()
    expect(page).to_have_url(re.compile("by=timeline"))
    items = page.locator(".ledger .when:not(.head)")
    days = items.locator(".day").all_inner_texts()
    assert days and days == sorted(days)
    lefts = [box["x"] + box["width"] for one in items.locator("i").all() if (box := one.bounding_box())]
    assert lefts == sorted(lefts)
    assert items.count() + page.locator(".ledger .row:not(.head)").count() == _count(page)
    items.nth(1).click()
    expect(page.locator(".evidence dd.c-Deadline").first).to_contain_text(days[1])
    expect(page).to_have_url(re.compile("picked="))


def test_two_departments_are_compared_and_the_link_shows_the_same(page: Page, app: str, browser: Browser) -> None:
    page.goto(f"{app}/obligations?body=住建")
    page.get_by_role("button", name="与另一部门对比").click()
    field = page.get_by_role("combobox", name="与哪个单位对比")
    field.fill("caizheng")
    expect(page.locator(".hints li:visible").first).to_contain_text("财政局")
    field.press("Enter")
    expect(page).to_have_url(re.compile("with="))
    groups = page.locator(".ledger .group")
    expect(groups.first).to_contain_text("两家都有")
    expect(groups).to_have_count(3)  # the former list is gone
    shared = page.locator(".ledger .row:not(.head)").first
    expect(shared).to_contain_text("住房和城乡建设局")
    expect(shared).to_contain_text("财政局")
    other = browser.new_page()
    other.goto(page.url)
    expect(other.locator(".ledger .group")).to_have_text(groups.all_inner_texts())
    other.close()
    page.get_by_role("button", name="结束对比").click()
    expect(page).not_to_have_url(re.compile("with="))


def test_what_collectives_owe_is_explained(page: Page, app: str) -> None:
    page.goto(f"{app}/obligations?body=住建")
    page.get_by_role("button", name=re.compile("^所属集体")).click()
    expect(page.locator(".ledger .why")).to_contain_text("各部门")
    page.locator(".ledger .row:not(.head)").first.click()
    expect(page.locator(".evidence")).to_contain_text("为何在此")


def test_the_form_holds_what_is_shown(page: Page, app: str) -> None:
    page.goto(f"{app}/obligations?body=住建&role=lead")
    expect(page.locator(".ledger .row:not(.head)").first).to_be_visible()
    count = page.locator(".ledger .row:not(.head)").count()
    page.get_by_role("button", name="导出任务分解表").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Word").click()
    table = docx.Document(_bytes(saved.value)).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == [
        "序号",
        "工作任务",
        "牵头单位",
        "配合单位",
        "完成时限",
        "目标",
    ]
    assert len(table.rows) == count + 1
    assert all("住房和城乡建设局" in row.cells[2].text for row in table.rows[1:])


def test_the_calendar_opens_again(page: Page, app: str) -> None:
    page.goto(f"{app}/obligations?body=住建")
    with page.expect_download() as saved:
        page.get_by_role("button", name="日历 .ics").click()
    events = Calendar.from_ical(_bytes(saved.value).read()).walk("VEVENT")
    shown = {one.split("\n")[0] for one in page.locator(".ledger .due").all_inner_texts()}
    assert shown <= {event["dtstart"].dt.isoformat() for event in events}


def test_a_letter_for_one_item(page: Page, app: str) -> None:
    page.goto(f"{app}/obligations?body=住建")
    page.locator(".ledger .row:not(.head)").nth(2).click()
    words = page.locator(".evidence .said").inner_text()
    with page.expect_download() as saved:
        page.get_by_role("button", name="督办函 .docx").click()
    assert saved.value.suggested_filename.startswith("督办函-")
    lines = [one.text for one in docx.Document(_bytes(saved.value)).paragraphs]
    assert lines[0] == "督办函" and f"“{words}”" in lines
    expect(page.locator(".evidence .said")).to_have_text(words)


def test_evidence_opens_the_document_at_the_lit_words(page: Page, app: str) -> None:
    page.goto(f"{app}/obligations?body=住建&by=document")
    row = page.locator(".ledger .row:not(.head)").last
    row.click()
    words = page.locator(".evidence .said").inner_text()
    page.get_by_role("link", name="打开全文").click()
    picked = page.locator(".reader .page p.picked")
    expect(picked).to_be_in_viewport()
    expect(picked).to_contain_text(words.split("\n")[0])
    expect(picked.locator("mark").first).to_be_visible()


def test_facts_in_other_cells_of_a_table_s_row_are_lit(page: Page, app: str) -> None:
    page.goto(f"{app}/obligations?body=住建&find=公办幼儿园")
    around = page.locator(".evidence .around mark")
    expect(around).to_contain_text(["900个", "县教育局", "县住建局", "8月底前"])
    expect(page.locator(".ledger .row:not(.head) small").first).to_have_text("责任栏")
    expect(page.locator(".evidence")).to_contain_text("表格同一行")


def test_every_day_of_an_item_is_shown(page: Page, app: str) -> None:
    page.goto(f"{app}/obligations?body=住建&find=全面开工老旧小区改造")
    row = page.locator(".ledger .row:not(.head)")
    expect(row.locator(".due")).to_have_count(2)
    expect(row).to_contain_text("2024-11-30")


def test_names_of_roles_stay_in_their_column_at_150_per_cent(page: Page, app: str) -> None:
    page.set_viewport_size({"width": 960, "height": 600})
    page.goto(f"{app}/obligations?body=住建&lang=en")
    roles = page.locator(".ledger .row .role")
    expect(roles.first).to_be_visible()
    for role in roles.all():
        cell, badge = role.locator("xpath=..").bounding_box(), role.bounding_box()
        assert cell and badge and badge["x"] + badge["width"] <= cell["x"] + cell["width"]


def test_targets_and_partners_are_there_at_150_per_cent(page: Page, app: str) -> None:
    page.set_viewport_size({"width": 960, "height": 600})
    page.goto(f"{app}/obligations?body=住建")
    row = page.locator(".ledger .row", has_text="新增公办幼儿园学位").first
    expect(row).to_be_visible()
    for word in ("900个", "青禾县教育局"):
        cell = row.get_by_role("gridcell").filter(has_text=word).last
        expect(cell).to_be_visible()
        box, list_ = cell.bounding_box(), page.locator(".ledger .list").bounding_box()
        assert box and list_ and box["x"] + box["width"] <= list_["x"] + list_["width"]


def test_an_address_without_a_page_is_said_in_chinese(page: Page, app: str) -> None:
    page.goto(f"{app}/overview")
    expect(page.locator(".gov-title h1")).to_have_text("总览")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.goto(f"{app}/nothere")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    assert dialog.locator("h2").evaluate("e => getComputedStyle(e, '::after').content") == '"没有这个页面"'
    assert dialog.locator("h2").evaluate("e => getComputedStyle(e).fontSize") == "0px"


def test_files_are_dragged_in_reported_removed_and_put_back(page: Page, app: str) -> None:
    page.goto(f"{app}/documents")
    page.locator("input[type=file]").set_input_files(
        [
            {"name": "../清淤通知.txt", "mimeType": "text/plain", "buffer": NOTICE.encode()},
            {"name": "坏的.docx", "mimeType": "application/zip", "buffer": b"not a document"},
        ]
    )
    report = page.locator(".gov-report:not(.gov-progress)")
    expect(report).to_contain_text("新增 1")
    expect(report).to_contain_text("失败 1")
    report.get_by_role("link", name="清淤通知.txt").click()
    expect(page.locator(".reader .page")).to_contain_text("东溪清淤")
    expect(page.locator(".reader mark.k-Deadline")).to_have_text("9月底前")
    page.get_by_role("button", name="移除").click()
    undo = page.get_by_role("button", name=re.compile("^撤销移除.*清淤"))
    expect(undo).to_be_visible()
    expect(page.locator(".table a", has_text="清淤")).to_have_count(0)
    undo.click()
    expect(page.locator(".table a", has_text="清淤")).to_have_count(1)
    expect(undo).to_have_count(0)


def test_a_date_is_corrected_by_hand(page: Page, app: str) -> None:
    page.goto(f"{app}/documents")
    page.get_by_role("link", name="在县委十四届七次全会上的讲话").click()
    expect(page.locator(".gov-title")).to_contain_text("2024-06-28")
    page.get_by_role("button", name="更正日期与发文机关").click()
    field = page.get_by_role("textbox", name="日期")
    field.fill("2023年6月28日")
    field.press("Enter")
    page.get_by_role("button", name="保存").click()
    expect(page.locator(".gov-title")).to_contain_text("2023-06-28")
    expect(page.locator(".evidence dd.c-Deadline").first).to_contain_text("2023-12-31")


def test_the_issuer_is_corrected_by_hand(page: Page, app: str) -> None:
    page.goto(f"{app}/documents")
    page.get_by_role("link", name="在全县农村工作会议上的讲话").click()
    page.get_by_role("button", name="更正日期与发文机关").click()
    field = page.get_by_role("textbox", name="发文机关")
    field.fill("青石县委农村工作领导小组")
    field.press("Enter")
    page.get_by_role("button", name="保存").click()
    expect(page.locator(".gov-title")).to_contain_text("青石县委农村工作领导小组")
    page.goto(f"{app}/documents?find=青石县委农村工作领导小组")
    expect(page.locator(".table tbody tr")).to_have_count(1)


def test_sentences_left_out_are_listed_with_their_reason_and_lead_to_their_place(page: Page, app: str) -> None:
    page.goto(f"{app}/documents")
    page.get_by_role("link", name="青禾县人民政府常务会议纪要").click()
    page.locator(".reader .tabs").get_by_role("button", name=re.compile("未入图")).click()
    expect(page).to_have_url(re.compile("side=left"))
    assert all(re.search("[\u4e00-\u9fff]", one) for one in page.locator(".reader summary").all_inner_texts())
    sentence = page.locator(".reader .sentence").last
    words = sentence.get_attribute("title") or ""
    sentence.click()
    here = page.locator(".reader .page p.here")
    expect(here).to_be_in_viewport()
    expect(here).to_contain_text(words.split("\n")[0].split("\t")[0])


def test_the_english_pages_have_english_captions(page: Page, app: str) -> None:
    page.goto(f"{app}/documents?lang=en")
    expect(page.locator(".table th").first).to_have_text("Date")
    page.goto(f"{app}/obligations?lang=en&body=住建&by=timeline")
    expect(page.get_by_role("button", name="Timeline")).to_have_attribute("aria-pressed", "true")
    captions = page.locator(".ledger .chip, .ledger .bar button, .ledger .evidence button").all_inner_texts()
    assert captions and not [one for one in captions if re.search("[\u4e00-\u9fff]", one)]
