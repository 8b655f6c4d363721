"""What documents say of themselves: specs/header.yaml, the kinds' examples, and texts that say nothing."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extract.draft import Draft
from extract.header import header, kind
from extract.outline import outline
from extract.resource import resource
from extract.source import Context, Source
from extract.standing import leading_region

CASES = yaml.safe_load((Path(__file__).parent / "specs" / "header.yaml").read_text("utf-8"))
KINDS = resource("document_kinds")


def read(text: str, day: date | None = None) -> Context:
    draft = Draft(Source(text), Context(date=day, date_source="given" if day else ""))
    outline(draft)
    header(draft)
    return draft.context


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:20].replace("\n", " "))
def test_spec(case):
    found = read(case["text"], case.get("given"))
    wanted = {key: tuple(value) if isinstance(value, list) else value for key, value in case["result"].items()}
    assert {key: getattr(found, key) for key in wanted} == wanted


@pytest.mark.parametrize("case", [case for case in CASES if case["result"].get("date") and "given" not in case])
def test_the_date_can_be_pointed_at(case):
    found = read(case["text"])
    assert found.date_start is not None
    assert found.date_end is not None
    words = case["text"][found.date_start : found.date_end]
    assert "年" in words and words.endswith("日"), words
    assert found.date is not None


@pytest.mark.parametrize("row", KINDS, ids=lambda row: row["key"])
def test_kind(row):
    assert kind(row["example"]) == row["key"]
    assert kind(row["counter"]) != row["key"]
    assert row["zh"] and row["en"]


def test_every_end_is_of_one_kind():
    owners: dict[str, str] = {}
    for row in KINDS:
        for end in row["ends"]:
            assert owners.setdefault(end, row["key"]) == row["key"], end


@pytest.mark.parametrize("empty", ["", "\n\n", "。", "同志们：", "一、", "\t\t\n\t"])
def test_texts_that_say_nothing(empty):
    found = read(empty)
    assert (found.date, found.date_source, found.region, found.number) == (None, "", "", "")


def test_brackets_of_a_draft_do_not_hide_the_kind():
    assert kind("青石县防汛预案（征求意见稿）") == "plan"
    assert kind("青石县关于发展茶产业的意见（试行）（讨论稿）") == "opinion"


@pytest.mark.parametrize(
    ("words", "region"),
    [
        ("青石县人民政府办公室", "青石县"),
        ("中共青石县委", "青石县"),
        ("湖北省武汉市交通运输局", "武汉市"),
        ("青石县柳河镇人民政府", "青石县柳河镇"),
        ("示范区建设方案", ""),
        ("在全县会议上的讲话", ""),
        ("县委办公室", ""),
        ("各省市县要落实", ""),
        ("加快城市更新", ""),
    ],
)
def test_leading_region(words, region):
    assert leading_region(words) == region


@given(
    st.text(
        st.sampled_from("青石县人民政府关于2024年3月5日的通知（〔〕）号：，。\n\t 一二、各乡镇同志们"), max_size=300
    )
)
def test_any_text_is_read(text):
    found = read(text)
    if found.date_start is not None and found.date_end is not None:
        assert 0 <= found.date_start < found.date_end <= len(text)


@pytest.mark.parametrize(
    "piece", ["青石县" * 10, "2024年", "（", "全县各乡镇要落实。", "\n2024年1月1日", "年" * 5 + "\n", "各" * 3 + "："]
)
def test_time_is_linear(piece):
    """A text twice as long takes about twice the time, far under ten seconds of the processor for a hundred thousand characters."""
    text = piece * (100_000 // len(piece))
    draft = Draft(Source(text), Context())
    began = time.process_time()
    header(draft)
    assert time.process_time() - began < 10
