"""Obligations with their summary, modality, firmness, recurrence and company; every sentence kept somewhere, with a reason that has captions."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.evidence import scanner
from extract.heads import head_of
from extract.lexicon import sections
from extract.pipeline import extract_text
from extract.resource import resource
from extract.scan import Scanner
from extract.section_regions import heading_region, rules

SPECS = Path(__file__).parent / "specs"
CASES = yaml.safe_load((SPECS / "assemble.yaml").read_text("utf-8"))["cases"]
KINDS = yaml.safe_load((SPECS / "kinds.yaml").read_text("utf-8"))["cases"]
CUES = sections("cues")["cues"]
REGIONS = resource("regions")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_obligations(case: dict[str, Any]) -> None:
    text = "\n".join(case["lines"]).replace("⇥", "\t")
    found = extract_text(text, case["date"] if isinstance(case["date"], date) else date.fromisoformat(case["date"]))
    for wanted in case["obligations"]:
        one = next((one for one in found.obligations if one.text.startswith(wanted["text"])), None)
        assert one is not None, (wanted["text"], [one.text for one in found.obligations])
        for key, value in wanted.items():
            got = getattr(one, key)
            if key == "text":
                continue
            if key in ("deadlines", "targets"):
                assert [span.text for span in got] == value, (one.text, got)
            else:
                assert got == value, (one.text, key, got)


@pytest.mark.parametrize("case", KINDS, ids=[case["name"] for case in KINDS])
def test_every_sentence_is_in_a_fact_or_skipped_with_a_known_reason(case: dict[str, Any]) -> None:
    text = "\n".join(line.replace(" | ", "").replace("⇥", "\t") for line in case["lines"])
    found = extract_text(text)
    reasons = resource("reasons")
    facts = [(one.start, one.end, one.text) for one in (*found.obligations, *found.results, *found.skipped)]
    assert all(text[start:end] == words for start, end, words in facts)
    covered = {at for start, end, _ in facts for at in range(start, end)}
    assert all(text[at].isspace() or at in covered for at in range(len(text)))
    assert {one.reason for one in found.skipped} <= set(reasons["reasons"])
    assert {one.rule for one in (*found.obligations, *found.results)} <= set(reasons["reasons"]) | set(reasons["rules"])
    for one in found.obligations:
        assert one.summary and one.summary.removesuffix("…") in one.text and len(one.summary) <= 24
        assert one.part_of is None or one.part_of < one.order


def test_reasons_have_captions_in_both_languages() -> None:
    for group in resource("reasons").values():
        for code, captions in group.items():
            assert set(captions) == {"zh", "en"} and all(captions.values()), code


@pytest.mark.parametrize("entry", [one for one in CUES if one.example], ids=[one.key for one in CUES if one.example])
def test_cues_find_their_own_examples(entry: Any) -> None:
    found = scanner().found(entry.example["text"])
    assert [word for _, word, kind in found if kind == entry.key] == entry.example["finds"]
    if entry.counter:
        assert entry.key not in {kind for _, _, kind in scanner().found(entry.counter)}


def test_cue_words_have_one_class_each() -> None:
    words = [word for entry in CUES for word in entry.words]
    assert sorted(words) == sorted(set(words))
    for name, entries in sections("verbs").items():
        words = [word for entry in entries for word in entry.words]
        assert sorted(words) == sorted(set(words)), name


@pytest.mark.parametrize("entry", sections("verbs")["verbs"], ids=lambda one: one.key)
def test_verbs_open_their_own_examples(entry: Any) -> None:
    text = entry.example["text"]
    assert head_of(text, 0, len(text)) == ("verb", entry.example["finds"][0])
    assert not entry.counter or head_of(entry.counter, 0, len(entry.counter))[0] != "verb"


@pytest.mark.parametrize(
    "rule", REGIONS["headings"], ids=[f"{one['key']}-{n}" for n, one in enumerate(REGIONS["headings"])]
)
def test_headings_open_their_regions(rule: dict[str, Any]) -> None:
    assert [heading_region(words)[0] for words in rule["examples"]] == [rule["key"]] * len(rule["examples"])
    assert all(heading_region(words)[0] != rule["key"] for words in rule["counter"])


@pytest.mark.parametrize("name", ["turns", "genres"])
def test_turns_and_genres_against_their_own_examples(name: str) -> None:
    def first(words: str) -> str:
        return next((key for key, pattern, _, _ in rules(name) if pattern.search(words)), "")

    for rule in REGIONS[name]:
        assert [first(words) for words in rule["examples"]] == [rule["key"]] * len(rule["examples"]), rule
        assert all(first(words) != rule["key"] for words in rule["counter"]), rule


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.text("甲乙丙丁𠀀", min_size=1, max_size=4), st.sampled_from("xy"), min_size=1),
    st.text("甲乙丙丁戊𠀀", max_size=80),
)
def test_scanner_finds_what_a_pattern_finds(words: dict[str, str], text: str) -> None:
    wanted, at = [], 0
    while at < len(text):
        best = max((word for word in words if text.startswith(word, at)), key=len, default="")
        if best:
            wanted.append((at, best, words[best]))
        at += len(best) or 1
    assert Scanner(words).found(text) == wanted
