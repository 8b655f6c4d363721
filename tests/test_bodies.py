"""Names of bodies: specs/bodies.yaml, the examples and counter-examples of the word lists, and what must hold for any text."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.bodies import bodies, find_names
from extract.draft import Draft
from extract.lexicon import sections
from extract.source import Context, Source

CASES = yaml.safe_load((Path(__file__).parent / "specs" / "bodies.yaml").read_text("utf-8"))
ENTRIES = [(section, entry) for section, entries in sections("body_cues").items() for entry in entries]
PIECES = [
    "县财政局",
    "各乡镇",
    "由",
    "和",
    "、",
    "，",
    "。",
    "（",
    "）",
    "“两委”",
    "要",
    "等部门",
    "县（市、区）",
    "人员",
    "的",
    "\n",
    "农业",
]


def names(text: str) -> list[str]:
    return [text[name.start : name.end] for name in find_names(text)]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:24] for case in CASES])
def test_spec(case: dict[str, Any]) -> None:
    assert names(case["text"]) == case["results"]


@pytest.mark.parametrize(("section", "entry"), ENTRIES, ids=[f"{section}-{entry.key}" for section, entry in ENTRIES])
def test_word_list(section: str, entry: Any) -> None:
    """Each list shows what it finds; its counter-example holds the words and no body."""
    assert set(entry.example["finds"]) <= set(names(entry.example["text"]))
    wanted = entry.more.get("counter_finds", [])
    assert names(entry.counter) == wanted


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_text(text: str) -> None:
    """Mentions are sorted, apart, inside the text, and say what stands there."""
    draft = Draft(Source(text), Context())
    bodies(draft)
    end = 0
    for mention in draft.bodies:
        assert end <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        assert mention.rule
        end = mention.end


@pytest.mark.parametrize(
    "piece",
    [
        "县财政局、",
        "各乡镇和县水利局以及",
        "（县发改局）",
        "各",
        "办公室",
        "由请会同",
        "“两委”",
        "局",
        "县住建局会同统计、工信，办理。",
        "由产权所有者整改，",
        "城关、柳园两个街道要落实。",
        "\n财务审计科要核对。",
        "由副县长张三牵头。",
    ],
)
def test_linear(piece: str) -> None:
    """Ten times the text takes no more than some twenty times the time, whatever it repeats."""
    names(piece * 100)
    small, large = (_seconds(piece * (size // len(piece))) for size in (10_000, 100_000))
    assert large < 30 * max(small, 0.004)


def _seconds(text: str) -> float:
    """The best of three, of the processor's time: other work on the machine is no failure."""
    took = []
    for _ in range(3):
        begun = time.process_time()
        find_names(text)
        took.append(time.process_time() - begun)
    return min(took)
