"""图谱 in Chromium, on the samples, as a clerk would use it."""

from __future__ import annotations

import re

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


def test_hints_lost_on_their_way_are_sent_again(page: Page, app: str) -> None:
    page.goto(f"{app}/explorer")
    page.wait_for_function(READY)
    held = "[...(window.govgraphHeld ?? [])].filter(([, value]) => value?.[0]?.keys).map(([digest]) => digest)"
    page.locator(".explorer .find input").first.focus()
    page.wait_for_function(f"{held}.length > 0")
    # the server has sent them; an answer that was overtaken by another never arrived
    page.evaluate(f"{held}.forEach((digest) => window.govgraphHeld.delete(digest))")
    node(page, "tap", "n.data('kind') === 'Obligation'")
    expect(page).to_have_url(re.compile("picked="))
    page.get_by_role("button", name="两点之间的路径").click()
    first, second = (page.locator(".explorer .paths input").nth(one) for one in (0, 1))
    first.fill("caizheng")
    first.press("Enter")
    expect(second).to_be_focused()


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
