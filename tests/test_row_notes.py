"""What stands once below a table and in columns that are no task: the note on who leads, the paper a task comes from."""

from __future__ import annotations

from datetime import date

from extract.contract import to_json
from extract.pipeline import extract_text

TABLE = """青石县2026年生态环境保护工作要点分工表
序号\t主要工作任务\t具体工作措施\t完成时限\t主要责任单位\t任务来源
1\t推进生态文明建设\t1、建立生态文明建设领导机制\t3月\t县发改局 县环保局\t1、青石县2026年工作要点（青委〔2026〕5号）2、关于加强环境保护工作的若干意见
\t\t2、组织各乡镇开展创建工作\t12月\t各相关乡镇 县环保局\t
{note}
"""
NOTE = "注：主要责任单位第一个为牵头单位，其余为主要配合单位。"


def _rows(note: str) -> list[tuple[str, list[str]]]:
    told = to_json(extract_text(TABLE.format(note=note), date(2026, 3, 1)))
    return [
        (one["text"][:2], [f"{each['mention']}:{each['role']}" for each in one["bodies"]])
        for one in told["obligations"]
    ]


def test_the_first_named_leads_and_the_others_support_where_a_note_says_so() -> None:
    assert _rows(NOTE) == [
        ("1、", ["县发改局:lead", "县环保局:support"]),
        ("2、", ["各相关乡镇:responsible", "县环保局:support"]),
    ]


def test_without_the_note_all_of_them_lead() -> None:
    assert _rows("注：本表由县环保局负责解释。") == [
        ("1、", ["县发改局:lead", "县环保局:lead"]),
        ("2、", ["各相关乡镇:lead", "县环保局:lead"]),
    ]


def test_the_paper_a_task_comes_from_is_no_task_and_names_no_programme() -> None:
    told = to_json(extract_text(TABLE.format(note=NOTE), date(2026, 3, 1)))
    assert [one["reason"] for one in told["skipped"] if one["text"].startswith("1、青石县")] == ["table-source"]
    assert all(not one["programmes"] for one in told["obligations"])


def test_titles_of_a_chapter_and_a_part_between_the_rows_end_no_table() -> None:
    text = (
        "青石县重点任务清单\n序号\t任务\t牵头单位\t配合单位\t时间\n推动产业全链发展\n有序推进产业布局。\n"
        "1\t建成标准厂房3万平方米，投入使用。\t县工信局\t县发改局\t2026年12月\n布局高端标注平台。\n"
        "2\t建立公共数据目录，按季度更新。\t县数据局\t县财政局\t持续推进\n"
    )
    told = to_json(extract_text(text, date(2026, 3, 1)))["obligations"]
    assert [[f"{each['mention']}:{each['role']}" for each in one["bodies"]] for one in told] == [
        ["县工信局:lead", "县发改局:support"],
        ["县数据局:lead", "县财政局:support"],
    ]
