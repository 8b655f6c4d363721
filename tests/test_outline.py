"""The outline: sections, items with their scope, lead-ins, cells under their heads; and what must hold for any text."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.draft import Draft
from extract.numbering import read_label
from extract.outline import outline
from extract.resource import resource
from extract.sentence import cut
from extract.source import Context, Source
from extract.structure import Outline
from extract.tables import column_kind

CASES = yaml.safe_load((Path(__file__).parent / "specs" / "outline.yaml").read_text("utf-8"))["cases"]
FAMILIES = resource("numbering")["families"]
COLUMNS = resource("columns")["columns"]


def read(text: str) -> Outline:
    draft = Draft(Source(text), Context())
    outline(draft)
    return draft.outline


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_outline(case: dict[str, Any]) -> None:
    text = case["text"].replace("⇥", "\t")
    found = read(text)
    if "sections" in case:
        assert [f"{one.level} {one.label}|{one.heading}" for one in found.sections] == case["sections"]
    if "items" in case:
        check_items(text, found, case["items"])
    for label, words in case.get("leadins", {}).items():
        announced = [
            found.sentences[one.leadin].text for one in found.items if one.label == label and one.leadin is not None
        ]
        assert announced and all(sentence.startswith(words) for sentence in announced), (label, announced)
    cells = {one.text: one.cell.header for one in found.sentences if one.cell is not None}
    for words, head in case.get("heads", {}).items():
        assert cells[words] == head, (words, cells[words])
    bodies = {one.text: text[one.body : one.end] for one in found.sentences}
    for words, begin in case.get("bodies", {}).items():
        assert bodies[words].startswith(begin)


def check_items(text: str, found: Outline, wanted: list[str]) -> None:
    assert len(found.items) == len(wanted), [text[one.start : one.end] for one in found.items]
    for one, line in zip(found.items, wanted, strict=True):
        head, _, words = line.partition(": ")
        place, _, parent = head.partition(" < ")
        level, _, label = place.partition(" ")
        first, _, last = words.partition(" … ")
        above = found.items[one.parent].label if one.parent is not None else ""
        shown = text[one.start : one.end]
        assert (one.level, one.label, above) == (int(level), label, parent), line
        assert shown.startswith(first) and shown.endswith(last), (line, shown)


@pytest.mark.parametrize("family", FAMILIES, ids=[one["name"] for one in FAMILIES])
def test_labels_against_their_own_examples(family: dict[str, Any]) -> None:
    for text, (words, number) in family["examples"].items():
        label = read_label(text, 0)
        assert label is not None and label.family.partition("-")[0] == family["name"]
        assert (text[: label.end], label.number) == (words, number)
    for text in family["counter"]:
        label = read_label(text, 0)
        assert label is None or label.family.partition("-")[0] != family["name"]


@pytest.mark.parametrize("column", COLUMNS, ids=[f"{one['kind']}-{number}" for number, one in enumerate(COLUMNS)])
def test_columns_against_their_own_examples(column: dict[str, Any]) -> None:
    assert [column_kind(head) for head in column["examples"]] == [column["kind"]] * len(column["examples"])
    assert all(column_kind(head) != column["kind"] for head in column["counter"])


PIECES = [
    "一、",
    "（一）",
    "1.",
    "一是",
    "第一，",
    "首先",
    "——",
    "①",
    "附件1",
    "：",
    "。",
    "；",
    "，",
    "\n",
    "\t",
    " ",
    "（",
    "）",
    "”",
    "要抓好以下工作",
    "县财政局负责",
    "序号",
    "责任单位",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=60).map("".join))
def test_any_text(text: str) -> None:
    text = text.replace("\r", "\n")
    found = read(text)
    spans = [(one.start, one.end) for one in found.sentences]
    assert sorted(spans) == spans
    assert all(one.text == text[one.start : one.end] and one.start <= one.body <= one.end for one in found.sentences)
    assert [one.index for one in found.sentences] == list(range(len(spans)))
    assert set(spans) == set(cut(text))  # the outline cuts exactly as the text is cut
    for item in found.items:
        assert item.start <= item.end
        if item.parent is not None:
            above = found.items[item.parent]
            assert above.start <= item.start and item.level == above.level + 1
    for section in found.sections:
        assert section.start <= section.heading_end and section.start <= section.end
        if section.parent is not None:
            assert found.sections[section.parent].level == section.level - 1


HOSTILE = {
    "one line": "各部门要加强管理，" * 20 + "。",
    "nested numbers": "1.1.1.1 内容\n（一）其他\n",
    "brackets": "（",
    "tabs": "序号\t",
    "items": "一是甲。二是乙。",
    "colons": "：一是",
    "controls": "\x00\x0b\u2028\ufeff",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_takes_linear_time(unit: str) -> None:
    took = []
    for size in (20_000, 200_000):
        text = unit * (size // len(unit))
        began = time.process_time()
        read(text)
        took.append(time.process_time() - began)
    assert took[1] < 40 * took[0] + 0.5, took
