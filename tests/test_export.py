"""The office's files from a ledger: form, letter and calendar, opened again with the libraries others read them by."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from icalendar import Calendar

from app.export.calendar import first_day, ics_bytes, rule
from app.export.form import docx_bytes, rows
from app.export.letter import docx_bytes as letter_bytes
from app.export.letter import letter
from app.sheet import lines
from queries.ledger import Entry


def deadline(text: str, due: str = "", recurrence: str = "") -> Mapping[str, Any]:
    return {
        "text": text,
        "due": due,
        "begin": "",
        "recurrence": recurrence,
        "firm": True,
        "note": "",
        "start": 115,
        "end": 119,
    }


ENTRY = Entry(
    "obl-1",
    "县水务局牵头，县财政局配合，9月底前完成东溪清淤，",
    "完成东溪清淤",
    100,
    126,
    "lead",
    "",
    "县水务局",
    False,
    {"start": 100, "end": 104, "quote": "县水务局牵头", "rule": "r"},
    {"id": "doc-1", "title": "东溪治理方案", "kind": "方案", "date": "2024-03-01"},
    {"label": "二、", "heading": "重点任务"},
    (deadline("9月底前", "2024-09-30"),),
    ({"text": "3公里", "indicator": "", "start": 120, "end": 123},),
    (),
    (),
    (),
    ({"id": "body-2", "name": "南山县财政局", "relation": "SUPPORTS", "start": 107, "end": 111},),
)
BODY = "南山县水务局"


def test_the_form_has_the_offices_columns_and_its_head_on_each_page() -> None:
    made = docx.Document(io.BytesIO(docx_bytes([ENTRY] * 1, BODY, "zh")))
    assert made.paragraphs[0].text == "南山县水务局任务分解表"
    assert made.sections[0].orientation == WD_ORIENT.LANDSCAPE
    cells = [[cell.text for cell in row.cells] for row in made.tables[0].rows]
    assert cells[0] == ["序号", "工作任务", "牵头单位", "配合单位", "完成时限", "目标"]
    assert cells[1] == ["1", ENTRY.text, BODY, "南山县财政局", "2024-09-30", "3公里"]
    head = made.tables[0].rows[0]._tr.trPr
    assert head is not None and head.find(qn("w:tblHeader")) is not None


def test_the_form_loses_no_role_and_says_an_obligation_once() -> None:
    twice = rows([ENTRY, replace(ENTRY, role="support")], BODY, "zh")
    assert len(twice) == 2 and BODY in twice[1][3]
    assert rows([replace(ENTRY, role="responsible")], BODY, "zh")[1][2] == "南山县水务局（责任）"
    assert rows([replace(ENTRY, collective="各部门")], BODY, "zh")[1][2] == "各部门"
    assert rows([replace(ENTRY, deadlines=())], BODY, "zh")[1][4] == "没有时限"
    assert rows([], BODY, "en")[0][0] == "No."


def test_a_form_without_a_line_still_opens() -> None:
    assert len(docx.Document(io.BytesIO(docx_bytes([], BODY, "zh"))).tables[0].rows) == 1


def test_control_characters_do_not_break_the_form() -> None:
    made = docx.Document(io.BytesIO(docx_bytes([replace(ENTRY, text="甲\x00乙\x0b丙")], BODY, "zh")))
    assert made.tables[0].rows[1].cells[1].text == "甲乙丙"


def test_the_letter_holds_what_the_graph_says_and_leaves_the_rest_blank() -> None:
    known = {**ENTRY.document, "number": "南水发〔2024〕3号", "issuer": "南山县人民政府"}
    made = docx.Document(io.BytesIO(letter_bytes(letter(ENTRY, BODY, known))))
    lines = [one.text for one in made.paragraphs]
    assert lines[0] == "督办函"
    assert "南山县水务局：" in lines
    assert f"“{ENTRY.text}”" in lines
    assert "《东溪治理方案》（南山县人民政府，南水发〔2024〕3号，2024年3月1日）“二、重点任务”部分" in lines
    assert {"牵头单位：南山县水务局", "配合单位：南山县财政局"} <= set(lines)
    assert "2024年9月30日（原文：“9月底前”）" in lines
    assert lines[-1].split() == ["年", "月", "日"]


def test_each_of_several_days_is_in_the_form_the_sheet_and_the_letter() -> None:
    two = replace(ENTRY, deadlines=(deadline("11月底前", "2024-11-30"), deadline("9月底前", "2024-09-30")))
    assert rows([two], BODY, "zh")[1][4] == "2024-09-30；2024-11-30"
    assert lines([two], BODY, "zh")[1][5] == "2024-09-30；2024-11-30"
    assert letter(two, BODY, two.document).due == "2024年9月30日（原文：“9月底前”）；2024年11月30日（原文：“11月底前”）"
    mixed = replace(ENTRY, deadlines=(deadline("9月底前", "2024-09-30"), deadline("每季度")))
    assert letter(mixed, BODY, mixed.document).due == "2024年9月30日（原文：“9月底前”）；原文：“每季度”"


def test_a_measure_said_twice_stands_once_in_the_sheet() -> None:
    twice = replace(ENTRY, targets=(*ENTRY.targets, {"text": "3公里", "indicator": "", "start": 130, "end": 133}))
    assert lines([twice], BODY, "zh")[1][6] == "3公里"


def test_a_title_within_a_title_stands_in_single_marks() -> None:
    told = letter(ENTRY, BODY, {"title": "关于落实《政府工作报告》的分工", "date": None}).basis
    assert told == "《关于落实〈政府工作报告〉的分工》“二、重点任务”部分"


def test_a_letter_does_not_make_up_a_deadline() -> None:
    assert letter(replace(ENTRY, deadlines=()), BODY, ENTRY.document).due == "文件未写明完成时限"
    assert letter(replace(ENTRY, deadlines=(deadline("X月前"),)), BODY, ENTRY.document).due == "原文：“X月前”"


def test_the_calendar_has_all_day_events_with_stable_ids() -> None:
    data, count = ics_bytes([ENTRY, replace(ENTRY, role="support")], BODY, "zh")
    assert count == 1
    assert data == ics_bytes([ENTRY], BODY, "zh")[0]
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2024, 9, 30), date(2024, 10, 1))
    assert str(event["uid"]) == "obl-1-115@govgraph"
    assert "牵头" in str(event["summary"]) and ENTRY.text in str(event["description"])


def test_what_comes_round_again_is_a_rule() -> None:
    data, count = ics_bytes([replace(ENTRY, deadlines=(deadline("每月25日前", "", "monthly"),))], BODY, "zh")
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert count == 1 and event["dtstart"].dt == date(2024, 3, 25)
    assert event["rrule"] == {"FREQ": ["MONTHLY"], "BYMONTHDAY": [25]}


@pytest.mark.parametrize(
    ("recurrence", "text", "first"),
    [
        ("monthly", "每月底前", date(2024, 2, 29)),
        ("monthly", "每月10日", date(2024, 3, 10)),
        ("quarterly", "每季度末", date(2024, 3, 31)),
        ("weekly", "每周五", date(2024, 2, 16)),
        ("yearly", "每年3月底前", date(2024, 3, 31)),
        ("yearly", "每年11月15日前", date(2024, 11, 15)),
        ("yearly", "每年年底", date(2024, 12, 31)),
    ],
)
def test_rules_begin_on_a_day_they_name(recurrence: str, text: str, first: date) -> None:
    found = rule(recurrence, text)
    assert found is not None
    assert first_day(found, date(2024, 2, 15)) == first


@pytest.mark.parametrize(
    ("recurrence", "text"), [("monthly", "每月"), ("quarterly", "每季度"), ("daily", "每日"), ("ongoing", "长期")]
)
def test_words_that_fix_no_day_make_no_rule(recurrence: str, text: str) -> None:
    assert rule(recurrence, text) is None
    assert ics_bytes([replace(ENTRY, deadlines=(deadline(text, "", recurrence),))], BODY, "zh")[1] == 0
