"""The graph's own codes in words: none of the extraction's is left in the Chinese app."""

from __future__ import annotations

import pytest

from app.codes import spoken
from extract import dates
from extract.resource import resource


def test_every_sort_of_work_has_words_in_both_languages() -> None:
    kinds = {one["key"] for part in ("facilities", "digital") for one in resource("projects")[part]} | {"work"}
    assert {kind for kind in kinds if spoken(kind, "zh").isascii()} == set()


@pytest.mark.parametrize(
    "words", ["每年", "每半年", "每季度", "每月", "每半月", "每旬", "每周", "每天", "每两个月", "每3年"]
)
def test_every_rhythm_has_words(words: str) -> None:
    rhythm = dates.resolve(words, None).recurrence
    assert rhythm and rhythm.isascii()
    assert spoken(rhythm, "zh").startswith("每")
    assert spoken(rhythm, "en").isascii()


def test_what_is_no_code_stays() -> None:
    assert spoken("县水务局", "zh") == "县水务局"
    assert spoken(["monthly", 3], "zh") == ["每月", 3]
