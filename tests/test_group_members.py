"""Whoever makes up a group owes the group's tasks with it, however the text says who that is."""

from __future__ import annotations

from datetime import date

import pytest

from extract.contract import to_json
from extract.pipeline import extract_text

HEAD = "青石县防汛应急预案\n三、组织指挥体系\n（二）工作组及职责\n"


def _owed(text: str) -> dict[str, set[str]]:
    told = to_json(extract_text(HEAD + text + "\n", date(2026, 4, 20)))
    return {one["text"]: {f"{each['mention']}:{each['role']}" for each in one["bodies"]} for one in told["obligations"]}


WITH = {"救援组:responsible", "县应急局:lead", "县水利局:support", "县气象局:support"}


@pytest.mark.parametrize(
    "text",
    [
        "1.救援组：由县应急局牵头，县水利局、县气象局等单位参加。负责信息汇总。承办日常工作。",
        "1.救援组。牵头单位：县应急局；成员单位：县水利局、县气象局。负责信息汇总。承办日常工作。",
        "1.救援组\n牵头单位：县应急局\n成员单位：县水利局、县气象局\n负责信息汇总。承办日常工作。",
        "1.救援组\n组长单位：县应急局\n成员：县水利局、县气象局\n负责信息汇总。承办日常工作。",
        "1.救援组\n由县应急局牵头，县水利局、县气象局组成。负责信息汇总。承办日常工作。",
    ],
)
def test_a_lead_and_members_told_before_the_tasks(text: str) -> None:
    assert _owed(text) == {"负责信息汇总。": WITH, "承办日常工作。": WITH}


def test_members_told_in_the_sentence_of_the_task() -> None:
    (bodies,) = _owed("5.救援组（县应急局牵头，县水利局、县气象局配合）：发布灾情信息。").values()
    assert bodies == WITH
    (bodies,) = _owed("6.治安组：由县公安局、各乡镇派出所组成，负责灾区治安。").values()
    assert bodies == {"治安组:responsible", "县公安局:responsible", "各乡镇派出所:responsible"}


def test_a_task_with_a_subject_of_its_own_is_not_the_groups() -> None:
    found = _owed("1.救援组：由县应急局牵头，县水利局参加。负责信息汇总。县公安局要做好警戒。")
    assert found["县公安局要做好警戒。"] == {"县公安局:responsible"}


def test_experts_called_in_are_no_members() -> None:
    (bodies,) = _owed("7.专家组：由县水利局组织有关专家组成，提供技术支撑。").values()
    assert bodies == {"专家组:responsible"}


def test_the_next_group_has_its_own_members() -> None:
    found = _owed(
        "1.救援组：由县应急局牵头，县水利局参加。转移群众。\n2.宣传组：由县委宣传部牵头，县融媒体中心参加。发布信息。"
    )
    assert found["发布信息。"] == {"宣传组:responsible", "县委宣传部:lead", "县融媒体中心:support"}
