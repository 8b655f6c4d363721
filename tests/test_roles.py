"""Who owes what in which role: specs/roles.yaml, the examples of the word lists, and what must hold for any text."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.bodies import bodies
from extract.draft import Draft
from extract.lexicon import sections
from extract.outline import outline
from extract.roles import roles
from extract.rules import caption
from extract.source import Context, Source
from extract.structure import Kind

CASES = yaml.safe_load((Path(__file__).parent / "specs" / "roles.yaml").read_text("utf-8"))
ENTRIES = [(section, entry) for section, entries in sections("roles").items() for entry in entries]
PIECES = [
    "县财政局",
    "各乡镇",
    "企业",
    "由",
    "和",
    "牵头",
    "配合",
    "会同",
    "要",
    "负责",
    "，",
    "。",
    "；",
    "（",
    "）",
    "\n",
    "一、",
    "责任单位：",
]
CONTEXT = Context(level="county", region="青石县")


def read(text: str, obligations: set[str] | None = None) -> Draft:
    """Bodies and roles of a text whose obligations are the sentences that begin with these words, or all of them."""
    draft = Draft(Source(text), CONTEXT)
    outline(draft)
    bodies(draft)
    for sentence in draft.outline.sentences:
        if obligations is None or sentence.text.startswith(tuple(obligations)):
            sentence.kind = Kind.OBLIGATION
    roles(draft)
    return draft


def owed(draft: Draft) -> dict[str, list[str]]:
    """Text of each obligation → mention:role of its bodies, * where inherited."""
    return {
        sentence.text: [
            f"{one.mention}:{one.role.value}" + ("*" if one.inherited else "")
            for one in draft.roles.get(sentence.index, ())
        ]
        for sentence in draft.outline.sentences
        if sentence.kind is Kind.OBLIGATION
    }


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:24].replace("\n", " ") for case in CASES])
def test_spec(case: dict[str, Any]) -> None:
    found = owed(read(case["text"], set(case["results"])))
    assert len(found) == len(case["results"]), list(found)
    for begin, wanted in case["results"].items():
        (bound,) = [value for text, value in found.items() if text.startswith(begin)]
        assert sorted(bound) == sorted(wanted)


@pytest.mark.parametrize(("section", "entry"), ENTRIES, ids=[f"{section}-{entry.key}" for section, entry in ENTRIES])
def test_word_list(section: str, entry: Any) -> None:
    """Each list shows whom it binds; its counter-example binds nobody in the role that the example shows."""
    (found,) = owed(read(entry.example["text"])).values()
    assert found == entry.example["finds"]
    for bound in owed(read(entry.counter)).values():
        assert not {one.partition(":")[2] for one in bound} & {"lead", "support", "supervise"}


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_text(text: str) -> None:
    """Every bound body says what stands where it points, has a captioned rule, and is bound once in a role."""
    draft = read(text)
    for index, bound in draft.roles.items():
        sentence = draft.outline.sentences[index]
        assert sentence.kind is Kind.OBLIGATION
        assert len({(one.mention, one.role) for one in bound}) == len(bound)
        for one in bound:
            assert text[one.start : one.end] == one.mention
            assert one.name
            assert caption(one.rule, "zh") != one.rule
            assert one.inherited or sentence.start <= one.start < one.end <= sentence.end


@pytest.mark.parametrize(
    "piece",
    [
        "各乡镇要配合县财政局，由县水利局负责",
        "县财政局和各乡镇要会同县公安局",
        "（县财政局负责）\n",
        "一、县水利局职责\n负责\n",
        "一、推进（县财政局牵头）\n",
        "一、主要职责\n（以下简称县专班）\n",
        "牵头单位\t县财政局\n",
        "1.推进改造。\n（以上各项由县水利局牵头）\n",
        "（",
    ],
)
def test_linear(piece: str) -> None:
    """Ten times the text takes no more than some twenty times the time, whatever it repeats."""
    read(piece * 20)
    small, large = (min(_seconds(piece * (size // len(piece))) for _ in range(2)) for size in (6_000, 60_000))
    assert large < 25 * max(small, 0.01)


def _seconds(text: str) -> float:
    """The best of three, for the machine may be busy."""
    seconds = []
    for _ in range(3):
        begun = time.process_time()
        read(text)
        seconds.append(time.process_time() - begun)
    return min(seconds)
