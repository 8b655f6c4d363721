"""Documents as facts, without a text to read, and what the tests of loading do with them."""

from __future__ import annotations

from datetime import date
from typing import Any

from graph.check import Checked, check
from graph.connection import Store
from graph.load import Item, write
from graph.remove import remove
from graph.rows import rows
from graph.writer import writing
from tests.facts import Facts


def report() -> Facts:
    """A work report that names two bodies, a road, a plan, a town, a cited paper, a condition and a part of a task."""
    facts = Facts(
        "青禾县工作报告\n一、抓好建设\n县住建局牵头，县财政局配合，年底前建成青禾大道3个标段，依据《青禾县城市规划》推进城市更新行动。"
        "待青禾大道贯通后在白石镇建设客运站。资金到位后开工建设。去年青禾大道完成了一半。感谢大家。",
        title="青禾县工作报告",
        day=date(2024, 1, 8),
    )
    section = facts.section("一、抓好建设")
    first = facts.owes(
        "县住建局牵头，县财政局配合，年底前建成青禾大道3个标段，依据《青禾县城市规划》推进城市更新行动。",
        lead=["县住建局"],
        support=["县财政局"],
        due={"年底前": date(2024, 12, 31)},
        targets={"3个标段": 3},
        projects=["青禾大道"],
        investment=3.6e8,
        programmes=["城市更新行动"],
        policies=["《青禾县城市规划》"],
        section=section,
    )
    facts.owes(
        "待青禾大道贯通后在白石镇建设客运站。",
        inherited=["县住建局"],
        places=["白石镇"],
        waits={"青禾大道贯通": "after"},
        section=section,
        part_of=first,
    )
    facts.owes("资金到位后开工建设。", waits={"资金到位": "funding"}, section=section)
    facts.reports("去年青禾大道完成了一半。", projects=["青禾大道"])
    facts.leaves("感谢大家。")
    return facts


def minutes() -> Facts:
    """Minutes that name one of the bodies in another way, the same road at another price, and the report's paper."""
    facts = Facts(
        "会议纪要\n住建部门要加快建设青禾大道。依据《青禾县工作报告》《青禾县城市规划》，由县农业局负责春耕。",
        title="会议纪要",
        day=date(2024, 6, 3),
    )
    facts.owes("住建部门要加快建设青禾大道。", lead=["住建部门"], projects=["青禾大道"], investment=3.2e8)
    facts.owes(
        "依据《青禾县工作报告》《青禾县城市规划》，由县农业局负责春耕。",
        lead=["县农业局"],
        policies=["《青禾县工作报告》", "《青禾县城市规划》"],
    )
    return facts


def notice() -> Facts:
    facts = Facts("通知\n请县财政局于六月底前拨付。请县财政局于六月底前拨付。", title="通知", day=date(2024, 5, 1))
    facts.owes("请县财政局于六月底前拨付。", lead=["县财政局"], due={"六月底前": date(2024, 6, 30)})
    facts.owes("请县财政局于六月底前拨付。", lead=["县财政局"], due={"六月底前": date(2024, 6, 30)}, nth=1)
    return facts


ALL = (report, minutes, notice)


def item(facts: Facts, path: str = "", former: tuple[str, ...] = ()) -> Item:
    return Item(rows(facts.extraction(), path=path), path, former)


def load(store: Store, *items: Item) -> list[str]:
    """Write one after the other; the statuses."""
    with writing(store) as writer:
        written = [write(store, [one], writer)[0] for one in items]
    for one in written:
        if one.error is not None:
            raise one.error
    return [one.status for one in written]


def take_away(store: Store, document: str) -> bool:
    with writing(store):
        return remove(store, document)


def sound(store: Store) -> Checked:
    found = check(store)
    assert found.problems == ()
    return found


def facts_of(store: Store, query: str) -> set[tuple[Any, ...]]:
    return set(store.read(query).rows)


ROLES = "MATCH (b:Body)-[r:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o:Obligation)"
