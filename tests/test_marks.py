"""Half-width marks: the same facts as with full-width ones, each in the words of the text."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from extract.marks import even
from extract.model import Extraction
from extract.pipeline import extract_text
from tests.quoted import assert_quoted

GOLD = Path(__file__).parent / "gold"
HALF = str.maketrans("，；：（）", ",;:()")
NAMES = ("own-town-minutes", "own-inspection-circular", "own-lanjiang-gongshui-fangan")


def _facts(found: Extraction) -> list[Any]:
    return [
        (
            one.start,
            one.end,
            [(body.start, body.end, body.role) for body in one.bodies],
            [(time.start, time.end, time.due) for time in one.deadlines],
            [(target.start, target.end) for target in one.targets],
            [(work.start, work.end) for work in one.projects],
        )
        for one in found.obligations
    ]


@pytest.mark.parametrize("name", NAMES)
def test_facts_are_those_of_full_width_marks(name: str) -> None:
    text = (GOLD / f"{name}.txt").read_text("utf-8")
    half = text.translate(HALF)
    assert half != text
    day = date(2024, 3, 8)
    found = extract_text(half, day)
    assert _facts(found) == _facts(extract_text(text, day))
    assert found.source.text == half
    assert_quoted(found, half)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("由县财政局负责,10:30前报表(80%)", "由县财政局负责，10:30前报表（80%）"),
        ("总额1,200万元，比上年(2023年)增长", "总额1,200万元，比上年(2023年)增长"),  # its commas are full-width
        ("see http://a.b/c?d,e", "see http://a.b/c?d,e"),
        ("增长8%,达到1,200亿元;任务完成", "增长8%，达到1,200亿元；任务完成"),
    ],
)
def test_even(text: str, read: str) -> None:
    assert even(text) == read
    assert len(even(text)) == len(text)
