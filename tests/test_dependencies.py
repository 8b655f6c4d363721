"""依赖 without a browser: order, cycles, what a delay hits and when; the table as a workbook."""

from __future__ import annotations

import base64
import io
from datetime import date
from typing import Any

import openpyxl

from app import grid
from app.screens.dependencies import NODES_AT_MOST, WEB_AT_MOST, around, drawn, effect, hit_rows, summary
from graph.connection import Store
from queries.waiting import Waiting, waiting
from tests.drawn import component, draw


def item(name: str, due: str | None = None, *bodies: str, label: str = "Obligation") -> dict[str, Any]:
    return {
        "id": name,
        "label": label,
        "name": name,
        "text": name,
        "document": "doc-1",
        "start": 0,
        "due": [due] if due else [],
        "bodies": list(bodies),
    }


def web(*pairs: tuple[dict[str, Any], dict[str, Any]]) -> Waiting:
    return Waiting((waits, first, {"kind": "after", "on": "", "quote": "待其完成后"}) for waits, first in pairs)


LAND = item("供地", "2024-03-31", "县自然资源局")
BID = item("招标", "2024-04-30", "县住房和城乡建设局")
WORK = item("开工", "2024-06-30", "县住房和城乡建设局", "县交通运输局")
MONEY = item("资金到位", label="Condition")


def test_a_delay_hits_who_waits_with_dates() -> None:
    found = web((BID, LAND), (WORK, BID), (LAND, MONEY))
    hits = found.delay("供地", 60)
    assert [(hit.item.name, hit.steps, hit.late) for hit in hits] == [("招标", 1, 30), ("开工", 2, -31)]
    assert hit_rows(hits, "zh")[0] == ["晚 30 天", "招标", "县住房和城乡建设局", "2024-04-30", "2024-05-30"]
    assert effect(hits[1], "zh") == "尚余 31 天"
    told = summary(hits, "zh", dated=True)
    assert "2 项任务" in told and "1 项会逾期" in told and "2 个单位" in told
    assert "逾期" not in summary(found.delay("资金到位", 60), "zh", dated=False)
    assert found.opening() == "供地"


def test_what_comes_first_stands_left_and_cycles_are_marked() -> None:
    found = web((BID, LAND), (LAND, BID), (WORK, BID))
    picture = drawn(found, "招标", "zh")
    assert {(one["source"], one["target"], one["cycle"]) for one in picture["edges"]} == {
        ("供地", "招标", True),
        ("招标", "供地", True),
        ("招标", "开工", False),
    }
    assert [sorted(one.name for one in ring) for ring in found.cycles()] == [["供地", "招标"]]


def test_a_large_web_shows_what_is_near() -> None:
    tasks = [item(f"任务{n:04}") for n in range(400)]
    found = web(*zip(tasks[1:], tasks, strict=False))
    shown = around(found, "任务0200")
    assert len(shown) == NODES_AT_MOST > WEB_AT_MOST
    assert {"任务0199", "任务0200", "任务0201"} <= set(shown) and "任务0399" not in shown


def test_the_table_opens_as_a_workbook_with_days_and_no_formula() -> None:
    made = grid.file("xlsx", ["任务", "时限", "数"], [["=1+1", "2024-05-30", 3], ["乙", "", None]], "推迟：影响/表")
    sheet = openpyxl.load_workbook(io.BytesIO(base64.b64decode(made["base64"]))).active
    assert sheet is not None and made["name"] == "推迟：影响 表.xlsx"
    assert [cell.value for cell in sheet[1]] == ["任务", "时限", "数"]
    assert sheet["A2"].value == "'=1+1" and sheet["B2"].value.date() == date(2024, 5, 30) and sheet["C2"].value == 3
    text = base64.b64decode(grid.file("csv", ["甲"], [["-1"]], "x")["base64"])
    assert text.startswith(b"\xef\xbb\xbf") and b"'-1" in text
    assert grid.picked([[1], [2], [3]], [2, 0, 7, "x"]) == [[3], [1]] and grid.picked([[1]], None) == [[1]]


def test_the_page_begins_where_something_is_hit(samples: Store) -> None:
    data = component(draw("dependencies"))
    assert data["hits"] and data["picked"] == waiting(samples).opening()
    assert all(len(hit["cells"]) == len(data["columns"]) for hit in data["hits"])
    assert data["evidence"]["spans"] and data["evidence"]["facts"]
    assert data["load"][0]["blocking"] >= data["load"][-1]["blocking"]


def test_days_and_item_come_from_the_address(samples: Store) -> None:
    data = component(draw("dependencies", days="400"))
    chain = data["chains"][0]["id"]
    other = component(draw("dependencies", item=chain, days="nonsense", lang="en"))
    assert data["days"] == 400 and (other["picked"], other["days"]) == (chain, 30)
    assert component(draw("dependencies", item="obl-none"))["picked"] == data["picked"]
