"""图谱, 依赖 and 查询 in Chromium, on the samples, as a clerk would use them."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from graph.connection import Store
from graph.judgements import judge, withdraw
from tests.page import node, positions

pytestmark = pytest.mark.browser
READY = "window.govgraphExplorer && window.govgraphExplorer.canvas.cy.nodes().length > 5"
# how many edges run through a card that is not theirs, how many cards lie on another
TROUBLE = """() => {
  const cy = window.govgraphExplorer.canvas.cy;
  const cards = cy.nodes(':visible').toArray();
  const over = (a, b) => Math.abs(a.position('x') - b.position('x')) * 2 < a.width() + b.width() && Math.abs(a.position('y') - b.position('y')) * 2 < a.height() + b.height();
  const through = (edge, card) => {
    if (edge.source() === card || edge.target() === card || edge.source().same(card) || edge.target().same(card)) return false;
    const way = [edge.sourceEndpoint(), ...(edge.segmentPoints() ?? []), edge.targetEndpoint()];
    return way.slice(1).some((b, at) => {
      for (let t = 0; t <= 1; t += 0.02) {
        const [x, y] = [way[at].x + (b.x - way[at].x) * t, way[at].y + (b.y - way[at].y) * t];
        if (Math.abs(x - card.position('x')) * 2 < card.width() && Math.abs(y - card.position('y')) * 2 < card.height()) return true;
      }
      return false;
    });
  };
  return [cards.filter((a, i) => cards.slice(i + 1).some((b) => over(a, b))).length,
    cy.edges(':visible').filter((edge) => cards.some((card) => through(edge, card))).length];
}"""


def test_the_first_picture_is_clear_and_its_start_is_chosen(page: Page, app: str) -> None:
    page.goto(f"{app}/explorer")
    page.wait_for_function(READY)
    assert page.evaluate(TROUBLE) == [0, 0]
    expect(page.locator(".explorer .evidence h3")).to_have_text(re.compile("青禾县"))


@pytest.mark.parametrize("place", ["explorer?root=县住房和城乡建设局&layout=layered", "explorer?layout=layered"])
def test_layers_have_no_edge_behind_a_card(page: Page, app: str, place: str) -> None:
    page.goto(f"{app}/{place}")
    page.wait_for_function(READY)
    assert page.evaluate(TROUBLE) == [0, 0]
    assert page.evaluate("window.govgraphExplorer.canvas.cy.edges('.routed').length") > 5
    page.get_by_role("button", name="力导向").click()
    page.wait_for_function("window.govgraphExplorer.canvas.cy.edges('.routed').length === 0")
    assert page.evaluate(TROUBLE) == [0, 0]


def test_judged_bodies_are_one_until_they_are_wanted_apart(page: Page, app: str, samples: Store) -> None:
    rows = samples.read("MATCH (b:Body) WHERE b.name IN ['青禾县财政局', '青禾县交通运输局'] RETURN b.id, b.name").rows
    one, other = ((str(key), str(name)) for key, name in rows)
    made = judge(samples, one, other, same=True, by="张三")
    try:
        page.goto(f"{app}/explorer?root=青禾县财政局")
        page.wait_for_function(READY)
        bodies = "window.govgraphExplorer.canvas.cy.nodes('[kind=\"Body\"]').map((n) => n.data('label'))"
        assert [label for label in page.evaluate(bodies) if "已判为同一" in label]
        chip = page.get_by_role("button", name="同一单位合为一个")
        expect(chip).to_have_attribute("aria-pressed", "true")
        expect(page.locator(".explorer .evidence")).to_contain_text("已判为同一")
        chip.click()
        page.wait_for_function(f"{bodies}.length > 1")
        expect(page).to_have_url(re.compile("apart=1"))
        assert not [label for label in page.evaluate(bodies) if "已判为同一" in label]
        page.get_by_role("button", name="同一单位合为一个").click()
        page.wait_for_function(f"{bodies}.some((label) => label.includes('已判为同一'))")
    finally:
        withdraw(samples, made)


def test_what_is_opened_finds_free_room(page: Page, app: str) -> None:
    page.goto(f"{app}/explorer")
    page.wait_for_function(READY)
    for turn in range(3):
        before = len(positions(page))
        node(page, "dbltap", f"n.data('kind') === 'Obligation' && !n.data('open') && n.id() > '{turn}'")
        page.wait_for_function(f"window.govgraphExplorer.canvas.cy.nodes().length > {before}")
    cards, edges = page.evaluate(TROUBLE)
    lines = page.evaluate("window.govgraphExplorer.canvas.cy.edges(':visible').length")
    assert cards == 0 and edges * 8 <= lines  # what hangs on several things can not keep clear of all


PLACES = """panel => {
  const said = panel.querySelector(".said"), facts = panel.querySelector("dl");
  if (!said || !facts || !facts.getClientRects().length) return "";
  const [a, b, c] = [panel, said, facts].map((one) => one.getBoundingClientRect());
  const inside = a.left <= b.left && b.right <= a.right && a.top <= b.top && b.bottom <= a.bottom;
  return inside && c.top >= b.bottom ? "words in their panel, facts below" : JSON.stringify([a, b, c]);
}"""


def test_the_words_of_an_obligation_stand_in_its_panel(page: Page, app: str) -> None:
    page.goto(f"{app}/explorer")
    page.wait_for_function(READY)
    node(page, "tap", "n.data('kind') === 'Obligation'")
    panel = page.locator(".explorer .evidence")
    expect(panel.locator(".said mark").first).to_be_visible()
    where = ""
    for _ in range(100):  # measured at one moment: the panel is drawn anew when the page answers
        where = panel.evaluate(PLACES)
        if where:
            break
        page.wait_for_timeout(100)
    assert where == "words in their panel, facts below"


def test_a_link_may_say_a_name_and_what_nothing_goes_by_is_said(page: Page, app: str) -> None:
    page.goto(f"{app}/explorer?root=住建")
    expect(page.locator(".explorer .evidence h3")).to_have_text("青禾县住房和城乡建设局")
    page.goto(f"{app}/explorer?root=没有这样的局")
    expect(page.locator(".explorer .blank")).to_contain_text("没有这样的局")
    expect(page.locator(".explorer .minimap")).to_be_hidden()
    page.get_by_role("button", name="两点之间的路径").click()  # nothing lies over what the page does


def test_path_between_two_things(page: Page, app: str) -> None:
    page.goto(f"{app}/explorer")
    page.wait_for_function(READY)
    page.get_by_role("button", name="两点之间的路径").click()
    first, second = (page.locator(".explorer .paths input").nth(one) for one in (0, 1))
    first.fill("caizheng")
    first.press("Enter")
    expect(second).to_be_focused()
    second.fill("jiaotong")
    second.press("Enter")
    expect(page).to_have_url(re.compile("also="))
    expect(page.locator(".explorer .found")).to_contain_text("步")
    page.wait_for_function("window.govgraphExplorer.canvas.cy.edges('.way').length > 0")
    page.get_by_role("button", name="收起路径").click()
    expect(page).not_to_have_url(re.compile("also="))


def test_path_from_a_chosen_thing_to_one_on_the_picture(page: Page, app: str) -> None:
    page.goto(f"{app}/explorer")
    page.wait_for_function(READY)
    page.get_by_role("button", name="设为路径起点").click()
    node(page, "tap", "n.data('kind') === 'Obligation'")
    expect(page).to_have_url(re.compile("also="))


def test_one_thing_is_hidden_and_shown_again(page: Page, app: str) -> None:
    page.goto(f"{app}/explorer")
    page.wait_for_function(READY)
    node(page, "tap", "n.data('kind') === 'Obligation'")
    page.get_by_role("button", name="隐藏", exact=True).click()
    expect(page).to_have_url(re.compile("hide=obl-"))
    page.wait_for_function("window.govgraphExplorer.canvas.cy.nodes('.off').length === 1")
    page.get_by_role("button", name="撤销").click()
    expect(page).not_to_have_url(re.compile("hide="))
    page.get_by_role("button", name="重做").click()
    page.get_by_role("button", name="显示已隐藏的 1 个").click()
    page.wait_for_function("window.govgraphExplorer.canvas.cy.nodes('.off').length === 0")


def test_keys_walk_open_and_leave(page: Page, app: str) -> None:
    page.goto(f"{app}/explorer")
    page.wait_for_function(READY)
    page.locator(".explorer .canvas").focus()
    heading = page.locator(".explorer .evidence h3")
    start = heading.inner_text()
    page.keyboard.press("ArrowUp")
    expect(heading).not_to_have_text(start)
    count = len(positions(page))
    page.keyboard.press("Enter")
    page.wait_for_function(f"window.govgraphExplorer.canvas.cy.nodes().length > {count}")
    page.keyboard.press("Control+z")
    page.wait_for_function(f"window.govgraphExplorer.canvas.cy.nodes().length === {count}")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.shadowRoot?.activeElement?.type") == "search"


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
