"""A sieve finds what `re` finds, whatever the pattern begins with."""

from __future__ import annotations

import random
import re

import pytest

from extract.begins import begins_in
from extract.front import Front
from extract.lexicon import alternatives
from extract.sieve import Endings, Sieve, Table
from extract.tail import Tail
from extract.together import Together

PATTERNS = (
    "要求|落实",
    "(?<!不)要求|落实(?=到)",
    "[省市县](?=[，。])|各[县区]?",
    "(?:正在|已经)?要",
    r"\d{1,3}(?:\.\d+)?[%％]",
    r"(?<=[万亿])元|《[^》\n]{1,9}》",
    "[县市](?:[，。]|\\Z)",
    "落实$",
    "(?=要)要?求",
    "(?:各|有关)*部门",
    "(?>要|要求)落",
    "[^，。]要求",
    "[\U00020000-\U00020005]要|𠀀市",
    "x*",
    alternatives(
        f"{first}{last}" for first in "省市县区要求落实各部门已经正在到人万亿元有关" for last in "要求落实到人，"
    ),
)
LETTERS = "省市县区要求落实各部门已经正在到人万亿元有关，。《》0123.%\n不𠀀\0"


def _texts() -> list[str]:
    chance = random.Random(4)
    return ["", "要", *("".join(chance.choices(LETTERS, k=400)) for _ in range(40))]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_finds_what_re_finds(pattern: str) -> None:
    sieve = Sieve(pattern)
    for text in _texts():
        wanted = [match.span() for match in re.finditer(pattern, text)]
        assert [match.span() for match in sieve.finditer(text)] == wanted, text


BACKWARDS = (
    "(?:要求|落实)$",
    "(?<!不)要求$",
    "(?:各[县区]?|到人)(?:[，。])?$",
    r"\d{1,3}[%％]$",
    "[^，。]要求$",
    "(?:已经)?$",
    r"要\w$",
    alternatives(
        f"{first}{last}" for first in "省市县区要求落实各部门已经正在到人万亿元有关" for last in "要求落实到人，"
    )
    + "$",
    alternatives("省市县区要求落实各部门已经正在到人万亿元有关") + "(?:（[^）]*）)?$",
)


@pytest.mark.parametrize("pattern", BACKWARDS)
def test_a_tail_finds_what_re_finds(pattern: str) -> None:
    tail = Tail(pattern)
    for text in _texts():
        for high in (*range(0, len(text), 7), len(text)):
            for low in (0, max(0, high - 3), high):
                wanted = re.compile(pattern).search(text, low, high)
                found = tail.search(text, low, high)
                assert (found and found.span()) == (wanted and wanted.span()), (text, low, high)


def test_a_front_matches_what_re_matches() -> None:
    for pattern in (one for one in PATTERNS if begins_in(re.compile(one)) is not None):
        front, plain = Front(pattern), re.compile(pattern)
        for text in _texts():
            for at in range(len(text) + 1):
                for end in (at + 1, len(text)):
                    wanted, found = plain.match(text, at, end), front.match(text, at, end)
                    assert (found and found.span()) == (wanted and wanted.span()), (pattern, text, at, end)


def test_patterns_looked_for_together_find_what_each_finds() -> None:
    together = Together()
    patterns = [one for one in PATTERNS if begins_in(re.compile(one)) is not None]
    parts = [together.sieve(one) for one in patterns]
    for text in _texts():
        for pattern, part in zip(patterns, parts, strict=True):
            assert [match.span() for match in part.finditer(text)] == [
                match.span() for match in re.finditer(pattern, text)
            ]
    with pytest.raises(RuntimeError, match="when their module is loaded"):
        together.sieve("要")


def test_a_tail_ends_in_the_end() -> None:
    with pytest.raises(ValueError, match=r"put a group round"):
        Tail("要求|落实$")


def test_patterns_with_flags_are_read_too() -> None:
    for text in _texts():
        for pattern in (re.compile("^要|落实$", re.M), re.compile("a|B", re.I)):
            found = [match.span() for match in Sieve(pattern).finditer(text)]
            assert found == [match.span() for match in pattern.finditer(text)]


def test_a_table_misses_no_place_and_leaves_most_out() -> None:
    table, endings = Table(["要求", "市"]), Endings(["县政府", "局"])
    for text in _texts():
        wanted = {at for at in range(len(text)) if text.startswith(("要求", "市"), at)}
        found = table.places(text)
        assert wanted <= set(found) and found == sorted(found)
        assert len(found) - len(wanted) <= len(text) // 20
    assert endings.places("县政府办、财政局、政局") == [2, 7, 10]


def test_no_place_lies_behind_the_text() -> None:
    endings = Endings(
        f"{chr(first)}{chr(second)}" for first in range(0x4E00, 0x4E80) for second in range(0x5000, 0x5080)
    )
    for one in range(0x4E00, 0x9000):
        assert all(place < 2 for place in endings.places(f"县{chr(one)}"))
