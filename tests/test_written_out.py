"""How sources are written out for the compiler: records as plain classes, methods of patterns bound once."""

from __future__ import annotations

import pytest

from extract.compiling.written_out import WriteOutError, written_out

SOURCE = '''\
from __future__ import annotations

from extract.record import record

_MOST = 3
_names = {}
PLACES: list[int] = [1]
TWICE = 1
TWICE = 2


@record
class Span:
    """A stretch."""

    start: int
    end: int = 0
    words: list[str] = field(default_factory=list)


def last() -> int:
    return _MOST
'''


def test_records_are_written_out_line_by_line() -> None:
    made = written_out(SOURCE, "span.py").splitlines()
    source = SOURCE.splitlines()
    assert made[4:9] == [
        "_MOST: _Final = 3",
        "_names = {}",
        "PLACES: _Final[list[int]] = [1]",
        "TWICE = 1",
        "TWICE = 2",
    ]
    assert made[12] == "class Span(_Written):" and made[16] == "    end: int"
    assert made[18] == (
        "    def __init__(self, start: int, end: int = 0, words: list[str] | None = None) -> None: "
        "self.start = start; self.end = end; self.words = list() if words is None else words"
    )
    assert made[20:22] == source[20:22], "the lines of what follows stay"
    assert made[-1] == "_written_told(Span, ('start', 'end', 'words'), frozen=True)"


@pytest.mark.parametrize(
    ("source", "why"),
    [
        (SOURCE.replace("class Span:", "class Span(Base):"), "bases"),
        (SOURCE.replace("\n\ndef last", "def last"), "no two free lines"),
        (SOURCE.replace("from __future__ import annotations", ""), "no line"),
    ],
)
def test_what_cannot_be_written_out_is_named(source: str, why: str) -> None:
    with pytest.raises(WriteOutError, match=why):
        written_out(source, "span.py")


CALLS = """\
from __future__ import annotations

import re
from functools import cache

_WORD = re.compile(
    "要求"
)  # 要求
_LOCAL = 1


@cache
def words() -> frozenset[str]:
    return frozenset(("要求",))


@cache
def sized(size: int) -> int:
    return size


def found(text: str) -> bool:
    return _WORD.search(text) is not None and ("：", _WORD.match(text, 1)) and _WORD.pattern in words()
"""


def test_methods_of_patterns_are_bound_once() -> None:
    made = written_out(CALLS, "calls.py").splitlines()
    assert made[5] == "_WORD: _Final = re.compile("
    assert made[7] == ")  # 要求".replace(
        ")", "); _bound__WORD_match: _Final = _WORD.match; _bound__WORD_search: _Final = _WORD.search"
    )
    assert made[22] == (
        '    return _bound__WORD_search(text) is not None and ("：", _bound__WORD_match(text, 1)) and _WORD.pattern in words()'
    )


def test_what_was_made_once_is_kept_in_a_list() -> None:
    made = written_out(CALLS, "calls.py").splitlines()
    assert made[11:13] == [
        "_kept_words: _Final[list[frozenset[str]]] = []",
        "def _made_words() -> frozenset[str]:",
    ]
    assert made[16:18] == ["@cache", "def sized(size: int) -> int:"], "what has parameters is left alone"
    assert made[-3:] == [
        "def words() -> frozenset[str]:",
        "    if not _kept_words: _kept_words.append(_made_words())",
        "    return _kept_words[0]",
    ]
