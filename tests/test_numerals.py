"""Numerals: the table of specs/numerals.yaml, and that writing a number in Chinese and reading it changes nothing."""

from __future__ import annotations

from pathlib import Path

import cn2an
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extract.numerals import Number, read

SPECS = yaml.safe_load((Path(__file__).parent / "specs" / "numerals.yaml").read_text("utf-8"))


def ends(words):
    """A record holds floats and no `approx`: so what it holds is compared."""
    found = read(words)
    assert found is not None and not found.masked
    return found.value, found.high


@pytest.mark.parametrize(("words", "value"), SPECS["numbers"])
def test_number(words, value):
    assert ends(words) == (pytest.approx(value), None)


@pytest.mark.parametrize(("words", "low", "high"), SPECS["ranges"])
def test_range(words, low, high):
    assert ends(words) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize("words", SPECS["masked"])
def test_masked(words):
    assert read(words) == Number(None, masked=True)


@pytest.mark.parametrize("words", SPECS["about"])
def test_about(words):
    assert read(words) == Number(None)


@pytest.mark.parametrize("words", SPECS["none"])
def test_no_numeral(words):
    assert read(words) is None


@given(st.integers(0, 10**15))
def test_chinese_round_trip(number):
    """cn2an writes, we read: two programs by different hands agree on every number."""
    assert read(cn2an.an2cn(number, "low")) == Number(float(number))


@given(st.integers(0, 10**15))
def test_financial_round_trip(number):
    assert read(cn2an.an2cn(number, "up")) == Number(float(number))


@given(st.decimals(0, 99999, places=3), st.sampled_from(["", "万", "亿"]))
def test_arabic_with_scale(number, scale):
    expected = float(number) * {"": 1, "万": 10**4, "亿": 10**8}[scale]
    assert ends(f"{number:f}{scale}") == (pytest.approx(expected), None)


@given(st.integers(1, 10**9))
def test_thousands_commas(number):
    assert read(f"{number:,}") == Number(float(number))


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from("—-－~～至到"))
def test_ranges_keep_their_ends(low, high, dash):
    assert read(f"{low}{dash}{high}") == Number(float(low), float(high))


@given(st.text(alphabet="一二两三十百千万亿零〇点半成分之几数近上0123456789.,X×至—", max_size=40))
def test_any_words_are_read_or_refused(words):
    number = read(words)
    assert number is None or number.value is None or number.value >= 0
