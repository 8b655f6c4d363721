"""Forms in lines: who and by when stand before the goal and the measures, and hold for all of them."""

from __future__ import annotations

from datetime import date

from extract.contract import to_json
from extract.pipeline import extract_text

LIST = """青石县整改方案
一、部分乡镇污水处理厂运行不正常。
责任单位：县住建局
责任人：李明
整改时限：2026年12月底
整改目标：污水收集率达到80%以上。
整改措施：
（一）对12座污水处理厂逐一排查。
（二）新建管网25公里。
督导单位：县委督查室
二、个别企业违法排污。
牵头单位：县生态环境局
配合单位：县公安局
整改目标：违法行为零容忍。
整改措施：1.对企业开展全面检查。2.6月底前组织一次联合执法。
三、保障措施
各部门要密切配合。
"""


def _owed(text: str) -> dict[str, tuple[set[str], list[str]]]:
    told = to_json(extract_text(text, date(2026, 4, 20)))
    return {
        one["text"][-5:]: (
            {f"{each['mention']}:{each['role']}" for each in one["bodies"]},
            [each["text"] for each in one["deadlines"]],
        )
        for one in told["obligations"]
    }


def test_who_and_when_hold_for_the_goal_and_all_measures_of_their_form() -> None:
    found = _owed(LIST)
    first = {"县住建局:responsible", "李明:responsible", "县委督查室:supervise"}
    second = {"县生态环境局:lead", "县公安局:support"}
    assert found == {
        "0%以上。": (first, ["2026年12月底"]),
        "逐一排查。": (first, ["2026年12月底"]),
        "25公里。": (first, ["2026年12月底"]),
        "为零容忍。": (second, []),
        "全面检查。": (second, []),
        "联合执法。": (second, ["6月底前"]),
        "密切配合。": ({"各部门:support"}, []),
    }


def test_lines_behind_the_measures_hold_as_before() -> None:
    found = _owed(
        "整改方案\n（一）关于管网问题\n整改措施：1.新建管网25公里。2.改造泵站3座。\n责任单位：县住建局\n整改时限：6月底\n"
    )
    assert [one for one, _ in found.values()] == [{"县住建局:responsible"}] * 2
