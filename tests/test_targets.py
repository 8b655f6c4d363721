"""Targets: specs/targets.yaml, the examples of the word lists, what results keep, and properties of offsets and values."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extract.deadlines import deadlines
from extract.draft import Draft
from extract.measures import value
from extract.outline import outline
from extract.quantities import find
from extract.resource import resource
from extract.source import Context, Source
from extract.structure import Kind
from extract.targets import targets, trim

SPECS = yaml.safe_load((Path(__file__).parent / "specs" / "targets.yaml").read_text("utf-8"))
CASES = [
    pytest.param(case.get("kind", "obligation"), case["text"], case["results"], id=case["text"][:24])
    for group in SPECS
    for case in group["cases"]
]
MEASURES = resource("measures")["units"]
IDIOMS = [entry for entry in resource("idioms") if "pattern" in entry]


def read(text: str, kind: str = "obligation") -> Draft:
    draft = Draft(Source(text), Context())
    outline(draft)
    deadlines(draft)
    targets(draft)
    for sentence in draft.outline.sentences:
        sentence.kind = Kind(kind)
    trim(draft)
    return draft


@pytest.mark.parametrize(("kind", "text", "results"), CASES)
def test_spec(kind, text, results):
    found = read(text, kind).targets
    wanted = [{"text": one[0]} if isinstance(one, list) else one for one in results]
    assert [one.text for one in found] == [one["text"] for one in wanted]
    for one, expected in zip(found, wanted, strict=True):
        assert {key: getattr(one, key) for key in expected} == expected
        assert text[one.start : one.end] == one.text


@pytest.mark.parametrize("entry", MEASURES, ids=lambda entry: entry["kind"])
def test_measure_examples(entry):
    found = read(entry["example"] + "。").targets
    assert len(found) == 1 and found[0].value is not None
    assert any(found[0].unit == word or found[0].text.endswith(word) for word in entry["words"]), found
    assert read(entry["counter"] + "。").targets == []


@pytest.mark.parametrize("entry", IDIOMS, ids=lambda entry: entry["key"])
def test_idiom_examples(entry):
    found = read(entry["example"] + "。").targets
    assert found and found[0].value == entry["value"] and found[0].rule == "target-idiom"
    assert read(entry["counter"] + "。").targets == []


CUES = [
    pytest.param(one["text"], one["targets"], id=f"{key}-{which}")
    for key, entry in resource("quantity_cues").items()
    for which, one in (("example", entry["example"]), ("counter", entry["counter"]))
]


@pytest.mark.parametrize(("text", "wanted"), CUES)
def test_cue_examples(text, wanted):
    assert [one.text for one in read(text).targets] == wanted


def test_every_unit_is_read_after_a_number():
    missed = []
    for entry in MEASURES:
        for word in entry["words"]:
            text = f"达到300{word}。"
            if [one for one in find(text) if one.kind == entry["kind"] and text[one.number : one.stop] == f"300{word}"]:
                continue
            missed.append(word)
    assert missed == []


def test_numbers_of_deadlines_are_no_targets():
    found = read("3月15日前完成30户改造，30日内报备，公示7天。").targets
    assert [one.text for one in found] == ["30户"]


@given(st.integers(1, 10**6), st.sampled_from(["", "万", "亿"]), st.sampled_from(["家", "户", "亩", "公里", "人次"]))
def test_value_is_in_base_units(number, scale, unit):
    text = f"新增不少于{number}{scale}{unit}。"
    (one,) = find(text)
    measure = value(one)
    assert measure.value == pytest.approx(number * {"": 1, "万": 10**4, "亿": 10**8}[scale])
    assert (measure.comparator, measure.unit, text[one.start : one.end]) == (">=", unit, text[2:-1])


QUANTITIES = st.text(
    alphabet="0123456789.,X×%％一二三两十百千万亿零半成分之几余多不少低于超过达到以上下内左右个家户亩元次名吨，。、“”（）的全覆盖应尽清翻番前第由至—",
    max_size=60,
)


@given(QUANTITIES, st.sampled_from(["obligation", "result", "context"]))
def test_any_text_is_read(text, kind):
    draft = read(text, kind)
    last = 0
    for one in draft.targets:
        assert text[one.start : one.end] == one.text and last <= one.start < one.end
        json.dumps([one.value, one.value_max], allow_nan=False)
        last = one.end
    assert kind != "context" or draft.targets == []
