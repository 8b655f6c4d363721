"""What a clerk does on each page, timed: first paint in a fresh profile, and each step until its answer stands there.

Part of `bench/app.py`, which makes the graph and serves it. Milliseconds of the wall's clock, medians of three; what is
over its limit (2 s to paint, 0.5 s to answer) is marked.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Locator, Page

TURNS = 3
PAINT, ANSWER = 2_000, 500
"""Limits in milliseconds."""
GRAPH = "window.govgraphExplorer.canvas.cy"
CONTENT = {
    "总览": ("/", ".overview .card"),
    "责任清单": ("/obligations", ".ledger .row:not(.head)"),
    "全部任务": ("/obligations?list=all", ".ledger .row:not(.head)"),
    "图谱": ("/explorer", ".explorer .evidence h3"),
    "依赖": ("/dependencies", ".waiting .evidence h3"),
    "查询": ("/query?name=load-by-body", ".query tbody tr"),
    "查询 free": ("/query", ".query .plain, .query .cm-content"),
    "文档": ("/documents", ".table tbody tr"),
    "文档 long": ("/documents?doc={long}", ".reader .evidence h3"),
}
Step = Callable[[Page], None]


def _count(page: Page) -> int:
    return int(page.evaluate(f"{GRAPH}.nodes().length"))


def _more_than(page: Page, count: int) -> None:
    page.wait_for_function(f"{GRAPH}.nodes().length > {count}", polling=16)


def _tap(page: Page, event: str, wanted: str) -> None:
    page.evaluate(f"() => {{ {GRAPH}.nodes().filter((n) => {wanted})[0].emit('{event}') }}")


def _changes(page: Page, place: str, act: Callable[[], None]) -> None:
    """Act, and wait until the words at that place are others."""
    found = page.locator(place).first
    before = found.inner_text()
    act()
    page.wait_for_function(
        """([place, before]) => { for (const host of document.querySelectorAll('*')) {
          const found = host.shadowRoot?.querySelector(place); if (found && found.innerText !== before) return true; } return false; }""",
        arg=[place, before],
        polling=16,
    )


def _answered(page: Page, act: Callable[[], None]) -> None:
    """Act, and wait until the address is another: it is written when the page has answered."""
    before = page.evaluate("location.search")
    act()
    page.wait_for_function("(before) => location.search !== before", arg=before, polling=16)


def _other(page: Page, place: str) -> None:
    """Choose another of some buttons of which one is pressed."""
    _answered(page, page.locator(f"{place}[aria-pressed=false]").first.click)


def _day(page: Page) -> None:
    field = page.locator(".day-field input")

    def act() -> None:
        year = int(field.input_value()[:4])
        field.fill(f"{year - 1}-06-15")
        field.press("Enter")

    _answered(page, act)


def _line(page: Page) -> None:
    _answered(page, page.locator(".ledger .row:not(.head):not([aria-selected=true])").nth(2).click)


def _group(page: Page) -> None:
    asked = page.evaluate("new URLSearchParams(location.search).get('by')")
    names = ("按文档", "按时限") if asked != "document" else ("按时限", "按文档")
    _answered(page, page.get_by_role("button", name=names[0]).click)


def _department(page: Page) -> None:
    def act() -> None:
        field = page.get_by_role("combobox").first
        field.fill("caizheng" if "交通" in page.locator(".gov-title h1").inner_text() else "jiaotong")
        field.press("Enter")

    title = page.locator(".gov-title h1").inner_text()
    act()
    page.wait_for_function("(was) => document.querySelector('.gov-title h1').innerText !== was", arg=title, polling=16)


def _turn(page: Page) -> None:
    """To the next page of the list, at its end to the one before; rows of it stand there."""
    button = page.locator(".ledger button.turn:not([disabled])").last
    if button.count():
        _changes(page, ".ledger .count", button.click)


def _filter(page: Page) -> None:
    field = page.locator("input[type=search]").last

    def act() -> None:
        field.fill("交通" if field.input_value() != "交通" else "教育")
        field.press("Enter")

    _answered(page, act)


def _next(page: Page) -> None:
    _answered(page, page.locator(".reader .steps button").last.click)


def _far(page: Page) -> None:
    """To a heading far away in the text."""
    heads = page.locator(".reader .outline .heading")
    far = heads.nth(heads.count() - 2)
    _scrolled(page, heads.nth(1) if _scroll(page) > 1000 else far)


def _scroll(page: Page) -> float:
    return float(page.locator(".reader .page").evaluate("(page) => page.scrollTop"))


def _scrolled(page: Page, button: Locator) -> None:
    before = _scroll(page)
    button.click()
    page.locator(".reader .page").evaluate(
        "(page, before) => new Promise((done) => { const look = () => (page.scrollTop !== before ? done() : requestAnimationFrame(look)); look(); })",
        before,
    )


def _kind(page: Page) -> None:
    """Hide a kind, or show it again."""
    _answered(page, page.locator(".reader .bar .chip").nth(1).click)


def _expand(page: Page) -> None:
    count = _count(page)
    _tap(page, "dbltap", "['Group', 'Obligation'].includes(n.data('kind')) && !n.data('open')")
    _more_than(page, count)


def _more(page: Page) -> None:
    """Show some of the rest, where the start has more than is drawn."""
    count = _count(page)
    if not page.evaluate(f"{GRAPH}.nodes('[kind = \"More\"]').length"):
        return
    _tap(page, "tap", "n.data('kind') === 'More'")
    _more_than(page, count)


def _pick(page: Page) -> None:
    _changes(
        page,
        ".explorer .evidence h3",
        lambda: _tap(page, "tap", "['Group', 'Obligation'].includes(n.data('kind')) && !n.selected()"),
    )


def _start(page: Page) -> None:
    # by the thing in the middle: the drawing before may still stand there for a moment
    root = "window.govgraphExplorer.data.root"
    before = page.evaluate(root)
    transport = "交通" in page.locator(".explorer .evidence h3").last.inner_text()
    field = page.get_by_role("combobox").last
    field.fill("caizheng" if transport else "jiaotong")
    field.press("Enter")
    page.wait_for_function(f"(before) => {root} !== before && {GRAPH}.nodes().length > 0", arg=before, polling=16)


def _item(page: Page) -> None:
    # by the address: several items may have the same words
    before = page.evaluate("location.search")
    page.locator(".waiting .item:not([aria-pressed=true])").nth(1).click()
    page.wait_for_function("(before) => location.search !== before", arg=before, polling=16)


def _days(page: Page) -> None:
    field = page.get_by_role("spinbutton")
    days = int(field.input_value()) + 45
    field.fill(str(days))
    field.press("Enter")
    # the address is written when all is drawn
    page.wait_for_function("(days) => location.search.includes(`days=${days}`)", arg=days, polling=16)


def _row(page: Page) -> None:
    page.locator(".query tbody tr:not([aria-selected=true])").first.click()
    page.locator(".query .evidence h3").wait_for()


def _ask(page: Page) -> None:
    # another number of rows, so that the answer is another
    field = page.locator("input[name=limit]")
    field.fill(str(int(field.input_value()) - 1))
    _changes(page, ".query .note", lambda: page.get_by_role("button", name="查询", exact=True).click())


def _draw(page: Page) -> None:
    page.get_by_role("button", name="图", exact=True).click()
    page.locator(".query .stage.graph canvas").first.wait_for()


def _back(page: Page) -> None:
    page.get_by_role("button", name="表格", exact=True).click()
    page.locator(".query tbody tr").first.wait_for()
    page.get_by_role("button", name="图", exact=True).click()
    page.locator(".query .stage.graph canvas").first.wait_for()


STEPS: dict[str, tuple[tuple[str, Step], ...]] = {
    "总览": (("another day", _day), ("load in one role", lambda page: _other(page, ".overview .chip"))),
    "责任清单": (("choose a line", _line), ("group", _group), ("filter", _filter), ("another department", _department)),
    "全部任务": (("choose a line", _line), ("next page", _turn), ("group", _group), ("filter", _filter)),
    "文档": (("filter", _filter),),
    "文档 long": (("next task", _next), ("far heading", _far), ("a kind", _kind)),
    "图谱": (("choose a thing", _pick), ("expand", _expand), ("N more", _more), ("another start", _start)),
    "依赖": (("choose an item", _item), ("other days", _days)),
    "查询": (("choose a row", _row), ("ask again", _ask), ("draw", _draw), ("to the table and back", _back)),
}
ASKED = {"查询": "/query?name=overdue&day=2030-01-01&limit=2000"}


def _stands(page: Page, content: str) -> None:
    """Wait until it is drawn, asked at each frame: a locator asks but every half second after its first tries."""
    page.wait_for_function(
        """(content) => [document, ...Array.from(document.querySelectorAll('*'), (one) => one.shadowRoot).filter(Boolean)]
          .some((root) => root.querySelector(content)?.getClientRects().length)""",
        arg=content,
        polling="raf",
    )


@contextmanager
def opened(browser: Browser, address: str, content: str) -> Iterator[tuple[Page, float]]:
    """A page in a fresh profile, and the milliseconds until its content stood there."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.set_default_timeout(30_000)
    began = time.perf_counter()
    page.goto(address, wait_until="commit")
    _stands(page, content)
    yield page, (time.perf_counter() - began) * 1000
    context.close()


def told(name: str, times: list[float], limit: float) -> None:
    """One line: the median, and the slowest."""
    middle = statistics.median(times)
    print(
        f"  {name:28} {middle:7,.0f} ms  (slowest {max(times):,.0f}){'  over the limit' if middle > limit else ''}",
        flush=True,
    )


def pages(browser: Browser, url: str, long: str) -> None:
    """Paint and steps of every page, each median of its turns; `long`: id of a long document."""
    with opened(browser, url, ".overview .card"):
        pass  # what is read once by a server that has just started is no part of a page
    for name, (at, content) in CONTENT.items():
        place = at.format(long=long)
        paints = []
        for _ in range(TURNS):
            with opened(browser, url + place, content) as (_, took):
                paints.append(took)
        told(f"{name} first paint", paints, PAINT)
        with opened(browser, url + ASKED.get(name, place), content) as (page, _):
            page.wait_for_timeout(1500)  # what is still under way from the first drawing is no part of the steps
            for label, step in STEPS.get(name, ()):
                times = []
                for _ in range(TURNS):
                    began = time.perf_counter()
                    step(page)
                    times.append((time.perf_counter() - began) * 1000)
                    page.wait_for_timeout(400)
                told(f"{name} {label}", times, ANSWER)
