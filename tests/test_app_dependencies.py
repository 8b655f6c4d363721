"""依赖 in Chromium, on the samples, as a clerk would use it."""

from __future__ import annotations

import io
import re
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_a_delay_is_reckoned_shown_and_exported(page: Page, app: str) -> None:
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


def test_dependencies_show_what_a_delay_hits(page: Page, app: str) -> None:
    page.goto(f"{app}/dependencies")
    expect(page.locator(".waiting .item").first).to_be_visible()
    page.locator(".waiting .item").first.click()
    expect(page).to_have_url(re.compile("item="))
    expect(page.locator(".waiting .evidence h3")).not_to_be_empty()
    page.get_by_role("spinbutton").fill("90")
    page.get_by_role("spinbutton").press("Enter")
    expect(page).to_have_url(re.compile("days=90"))
    expect(page.locator(".waiting .hits h2")).to_be_visible()
