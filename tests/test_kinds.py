"""Every sentence of the spec texts has one of the kinds that a careful clerk would give it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from extract.pipeline import draft_source
from extract.reasons import reason, reasons
from extract.source import Source
from extract.structure import Kind

CASES = yaml.safe_load((Path(__file__).parent / "specs" / "kinds.yaml").read_text("utf-8"))["cases"]
LETTERS = {
    "O": Kind.OBLIGATION,
    "R": Kind.RESULT,
    "C": Kind.CONTEXT,
    "H": Kind.HEADING,
    "N": Kind.NOISE,
    "T": Kind.TOPIC,
    "L": Kind.LEADIN,
    "A": Kind.APPEAL,
    "P": Kind.PERMISSION,
}


def read_case(case: dict[str, Any]) -> tuple[str, list[tuple[str, set[Kind]]]]:
    """The text of a case, and its sentences with the kinds allowed for each."""
    lines, wanted = [], []
    for line in case["lines"]:
        cells = []
        for cell in line.split("⇥"):
            sentences = []
            for part in cell.split(" | "):
                letters, _, words = part.partition(" ")
                sentences.append(words)
                if words.strip():
                    wanted.append((words.strip(), {LETTERS[letter] for letter in letters}))
            cells.append("".join(sentences))
        lines.append("\t".join(cells))
    return "\n".join(lines) + "\n", wanted


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_kinds_of_sentences(case: dict[str, Any]) -> None:
    text, wanted = read_case(case)
    day = case["date"] if isinstance(case["date"], date) else date.fromisoformat(case["date"])
    found = draft_source(Source(text), day).outline.sentences
    words = iter(found)
    wrong = []
    for sentence, allowed in wanted:
        got, pieces = [], ""
        while len(pieces) < len(sentence):  # a spec line may hold two sentences of the outline
            one = next(words)
            got.append(one)
            pieces += one.text
        if not all(one.kind in allowed for one in got):
            wrong.append(f"{'/'.join(one.kind + ' ' + one.rule for one in got)} not {sorted(allowed)}: {sentence}")
    assert not wrong, "\n" + "\n".join(wrong)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_why_a_sentence_is_left_out_is_said_in_both_languages(case: dict[str, Any]) -> None:
    text, _ = read_case(case)
    day = case["date"] if isinstance(case["date"], date) else date.fromisoformat(case["date"])
    for one in draft_source(Source(text), day).outline.sentences:
        if one.rule and one.kind not in (Kind.OBLIGATION, Kind.RESULT):
            assert re.search("[\u4e00-\u9fff]", reason(one.rule, "zh")), f"{one.rule} has no caption: {one.text}"
            assert one.rule in reasons()
