"""Phases of a plan: their headings, and the times and bodies that hold for what stands under them."""

from __future__ import annotations

from datetime import date

import pytest

from extract.contract import to_json
from extract.pipeline import extract_text

PLAN = """青石县乱堆乱占整治工作方案
三、方法步骤
整治工作共分三个阶段进行。
第一阶段：宣传发动，调查摸底（5月1日—5月31日）
要通过广播、标语把整治的意义说清楚。各乡镇要对乱堆乱占逐一登记造册。
·责任单位：县委宣传部、环境与国土局，各乡镇
第二阶段：考核验收，兑现奖惩（6月1日—6月30日）
根据《青石县整治工作暂行规定》，从登记、清理、恢复等方面，对各乡镇落实情况进行考核验收，并兑现奖惩。
责任单位：县整治办
"""


def _obligations(text: str) -> list[dict]:
    return to_json(extract_text(text, date(2026, 4, 20)))["obligations"]


def test_phases_are_headings_and_their_times_and_bodies_hold_below() -> None:
    found = [
        (one["text"][:4], [each["text"] for each in one["deadlines"]], {each["mention"] for each in one["bodies"]})
        for one in _obligations(PLAN)
    ]
    first, second = ["5月1日—5月31日"], ["6月1日—6月30日"]
    assert found == [
        ("要通过广", first, {"县委宣传部", "环境与国土局", "各乡镇"}),
        ("各乡镇要", first, {"县委宣传部", "环境与国土局", "各乡镇"}),
        ("根据《青", second, {"县整治办"}),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "（二）集中整治阶段（6月1日—6月30日）。",
        "第三阶段（7月1日—7月31日）：督促检查，补缺补漏",
        "1.动员部署阶段（4月上旬至5月底）",
    ],
)
def test_the_line_of_a_phase_orders_nothing(line: str) -> None:
    found = _obligations(f"工作方案\n三、步骤\n{line}\n各乡镇要将通知书发放到户。\n")
    assert [one["text"][:6] for one in found] == ["各乡镇要将通"]
    assert len(found[0]["deadlines"]) == 1


def test_a_phase_that_says_what_to_do_is_no_heading() -> None:
    found = _obligations("工作方案\n三、步骤\n（二）整治阶段（6月1日—6月30日）。各乡镇要完成整治。\n")
    assert [one["text"] for one in found] == ["各乡镇要完成整治。"]
