"""Patterns that look at few places of a long text: several times as fast as `re` alone where hits are rare.

`re` tries a pattern of many alternatives at every character. A `Sieve` reads from the pattern with which two characters a
match can begin (as other engines do by themselves) and asks a table of every character with its follower, numpy the whole
text at once; the pattern is tried only where the table says yes. What is found is what `re` finds.

    >>> [match.span() for match in Sieve("(?<!不)要求|落实(?=到)").finditer("要求各镇落实到人，不要求落实")]
    [(0, 2), (4, 6)]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from extract.begins import END, OTHER, begins_in

_SLOTS = 1 << 18  # of a pair of characters
_MULTIPLIER = 40503  # spreads the two characters over the slots
_BYTES = 8  # of a row; a bit a table
_PLANE = 8 * _BYTES  # tables in one plane
_LONG = 1 << 19  # characters; of a longer text the numbers take half the room, read a little slower

Bytes = NDArray[np.uint8]


class _Plane:
    """Tables looked up at once, a bit of the rows a table: characters that a pair begins with, single ones, slots of pairs.

    What many tables say of a character stands in one line of the processor's cache: a look at each alone costs as much.
    """

    def __init__(self) -> None:
        self.first: Bytes = np.zeros((0x10000, _BYTES), dtype=np.uint8)
        self.single: Bytes = np.zeros((0x10000, _BYTES), dtype=np.uint8)
        self.pair: Bytes = np.zeros((_SLOTS, _BYTES), dtype=np.uint8)
        self.tables = 0


_planes: list[_Plane] = []


class _Codes:
    """Of each character of a text its number, and the slot of it with its follower; what the planes say, each once."""

    __slots__ = ("_pair", "_said", "_single")

    def __init__(self, text: str) -> None:
        numbers = _numbers(text + END, wide=len(text) < _LONG)
        self._single, self._pair = numbers[:-1], _slot(numbers[:-1], numbers[1:])
        self._said: dict[int, tuple[int, Bytes]] = {}

    def said(self, number: int) -> Bytes:
        """What plane `number` says: a row for each byte of its rows, in it the bits at each place."""
        plane = _planes[number]
        tables, bits = self._said.get(number, (0, None))
        if bits is None or tables != plane.tables:  # a table made since: patterns are made when first used
            rows = plane.pair.take(self._pair, axis=0)
            rows &= plane.first.take(self._single, axis=0)  # two pairs may share a slot
            rows |= plane.single.take(self._single, axis=0)
            bits = np.ascontiguousarray(rows[:, : (plane.tables + 7) // 8].T)
            self._said[number] = plane.tables, bits
        return bits


@lru_cache(maxsize=3)  # the text, the text with full-width marks, the text with plain digits
def codes(text: str) -> _Codes:
    """The numbers of a text, made once for all sieves."""
    return _Codes(text)


def _numbers(text: str, *, wide: bool = True) -> NDArray[Any]:
    """Of each character its number, that of `OTHER` for those beyond the table."""
    numbers = np.minimum(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32), ord(OTHER))
    return numbers.astype(np.intp) if wide else numbers


def _slot(first: Any, second: Any) -> Any:
    return (first * _MULTIPLIER + second) & (_SLOTS - 1)


class Table:
    """Where words or matches that begin so may begin. `begins`: one character (whatever follows) or two."""

    def __init__(self, begins: Iterable[str]) -> None:
        if not _planes or _planes[-1].tables == _PLANE:
            _planes.append(_Plane())
        plane = _planes[-1]
        byte, bit = divmod(plane.tables, 8)
        self._plane, self._byte, self._bit = len(_planes) - 1, byte, np.uint8(1 << bit)
        known = set(begins)
        plane.single[_numbers("".join(one for one in known if len(one) == 1)), byte] |= self._bit
        pairs = _numbers("".join(one for one in known if len(one) == 2))
        plane.first[pairs[::2], byte] |= self._bit
        plane.pair[_slot(pairs[::2], pairs[1::2]), byte] |= self._bit
        plane.tables += 1

    def places(self, text: str) -> list[int]:
        """Where a match may begin, in order; few of them are wrong."""
        places: list[int] = self.marks(text).nonzero()[0].tolist()
        return places

    def marks(self, text: str) -> NDArray[np.bool_]:
        """Of each character, whether a match may begin there."""
        bits: Bytes = codes(text).said(self._plane)[self._byte] & self._bit
        return bits.astype(bool)


class Endings:
    """Where one of the words may end, told by its last two characters."""

    def __init__(self, words: Iterable[str]) -> None:
        ends = {word[-2:] for word in words}
        self._one = Table(end for end in ends if len(end) == 1)
        self._two = Table(end for end in ends if len(end) == 2)

    def places(self, text: str) -> list[int]:
        """Places of last characters, in order; few of them are wrong."""
        places: list[int] = self.marks(text).nonzero()[0].tolist()
        return places

    def marks(self, text: str) -> NDArray[np.bool_]:
        """Of each character, whether a word may end there."""
        marks = self._one.marks(text)
        marks[1:] |= self._two.marks(text)[:-1]
        return marks


class Sieve:
    """A pattern with the table of its beginnings; where it may begin anywhere, plain `re`."""

    def __init__(self, pattern: str | re.Pattern[str]) -> None:
        self.pattern = re.compile(pattern)
        self.match = self.pattern.match
        begins = begins_in(self.pattern)
        self._table = None if begins is None else Table(begins)

    def places(self, text: str) -> list[int]:
        """Where a match may begin, in order."""
        return list(range(len(text))) if self._table is None else self._table.places(text)

    def ending(self, text: str, words: Endings) -> list[int]:
        """Where a match may begin with the last character of one of the words, in order."""
        marks = words.marks(text)
        if self._table is not None:
            marks &= self._table.marks(text)
        places: list[int] = marks.nonzero()[0].tolist()
        return places

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        if self._table is None:
            yield from self.pattern.finditer(text)
            return
        match, done = self.match, 0
        for place in self._table.places(text):
            if place >= done and (found := match(text, place)) is not None:
                done = found.end()
                yield found
