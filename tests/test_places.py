"""Places of a text: specs/places.yaml, the word lists' examples, offsets, and the list of divisions."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extract.body_regions import level_of, parts
from extract.divisions import divisions, short_name
from extract.draft import Draft
from extract.model import Place
from extract.outline import outline
from extract.places import places
from extract.policies import policies
from extract.resource import resource
from extract.source import Context, Source

CASES = yaml.safe_load((Path(__file__).parent / "specs" / "places.yaml").read_text("utf-8"))


def read(text: str, region: str = "") -> list[Place]:
    draft = Draft(Source(text), Context(level="county", region=region))
    outline(draft)
    policies(draft)
    places(draft)
    return draft.places


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:20])
def test_spec(case):
    found = read(case["text"], case.get("region", ""))
    assert [(one.text, one.name) for one in found] == [tuple(one[:2]) for one in case["results"]]
    for one, wanted in zip(found, case["results"], strict=True):
        assert case["text"][one.start : one.end] == one.text
        if len(wanted) > 2:
            assert one.code == wanted[2]


@pytest.mark.parametrize("row", resource("places/words")["regions"], ids=lambda row: row["key"])
def test_great_regions(row):
    assert [one.text for one in read(row["example"]["text"])] == row["example"]["finds"]
    assert not read(row["counter"])


def test_every_great_region_is_found():
    for row in resource("places/words")["regions"]:
        for word in row["words"]:
            assert [one.text for one in read(f"对接{word}，扩大开放。")] == [word]


def test_divisions():
    known = divisions()
    levels = [one.level for one in known.by_code.values()]
    assert levels.count("province") == 34
    assert levels.count("county") == 2978 - 1 or levels.count("county") == 2978
    assert sum(len(known.towns_of(code)) for code in known.towns) > 38_000
    assert known.above("石城县", "province") == "江西省"
    assert known.above("石城县", "city") == "赣州市"
    assert known.above("江西省", "city") == ""
    assert known.above("青石县", "province") == ""
    assert known.one("朝阳区") is None, "two districts bear the name"


def test_short_names():
    assert [
        short_name(name)
        for name in ("江西省", "内蒙古自治区", "新疆维吾尔自治区", "宁夏回族自治区", "黔南布依族苗族自治州")
    ] == [
        "江西",
        "内蒙古",
        "新疆",
        "宁夏",
        "黔南",
    ]
    assert all(len(short) > 1 for short in divisions().short)


@pytest.mark.parametrize(
    ("region", "chain", "level"),
    [
        ("湖北省武汉市", ("湖北省", "武汉市"), "city"),
        ("青石县柳河镇", ("青石县", "柳河镇"), "township"),
        ("平潭综合实验区", ("平潭综合实验区",), "county"),
        ("北京市", ("北京市",), "province"),
        ("X县", ("X县",), "county"),
        ("黔南布依族苗族自治州", ("黔南布依族苗族自治州",), "city"),
    ],
)
def test_regions(region, chain, level):
    assert parts(region) == chain
    assert level_of(region) == level


@given(st.text(st.sampled_from("石城县琴江镇马家渡乡村街道社区湖北省武汉市广东，。在的财政局《》\n（、"), max_size=80))
def test_places_lie_in_the_text(text):
    found = read(text, "石城县")
    assert [(one.start, one.end) for one in found] == sorted((one.start, one.end) for one in found)
    for one, after in pairwise(found):
        assert one.end <= after.start
    assert all(text[one.start : one.end] == one.text and one.name for one in found)


@pytest.mark.parametrize("piece", ["县", "在青石镇，", "一二三四五镇", "广东省", "（", "推进石城县"])
def test_time_is_linear(piece):
    draft = Draft(Source(piece * (200_000 // len(piece))), Context(level="county", region="石城县"))
    began = time.process_time()
    places(draft)
    assert time.process_time() - began < 12
