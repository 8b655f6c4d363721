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
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

_SLOTS = 1 << 18  # of a pair of characters; a table of 256 kB stays in the processor's cache
_MULTIPLIER = 40503  # spreads the two characters over the slots
_END = "\0"  # stands for the end of the text as a follower
_OTHER = "\uffff"  # stands for all characters beyond the 65,536 of the table
_MOST = 50_000  # pairs; a pattern with more begins almost anywhere
_PLANE = 8  # tables in one byte

Begin = tuple[str, bool]
"""How a match may begin, up to two characters; True: what stands next in the pattern goes on from there."""

Bytes = NDArray[np.uint8]


class _Plane:
    """Eight tables looked up at once: of each character, and of each slot of two, a bit a table."""

    def __init__(self) -> None:
        self.single: Bytes = np.zeros(0x10000, dtype=np.uint8)
        self.pair: Bytes = np.zeros(_SLOTS, dtype=np.uint8)
        self.tables = 0


_planes: list[_Plane] = []


class _Codes:
    """Of each character of a text its number, and the slot of it with its follower; what the planes say, each once."""

    __slots__ = ("_pair", "_said", "_single")

    def __init__(self, text: str) -> None:
        wide = np.frombuffer((text + _END).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        numbers = np.minimum(wide, ord(_OTHER)).astype(np.intp)
        self._single, self._pair = numbers[:-1], _slot(numbers[:-1], numbers[1:])
        self._said: dict[int, tuple[int, Bytes]] = {}

    def said(self, number: int) -> Bytes:
        """The bits of plane `number` at each place."""
        plane = _planes[number]
        tables, bits = self._said.get(number, (0, None))
        if bits is None or tables != plane.tables:  # a table made since: patterns are made when first used
            bits = plane.pair.take(self._pair)
            bits |= plane.single.take(self._single)
            self._said[number] = plane.tables, bits
        return bits


@lru_cache(maxsize=3)  # the text, the text with full-width marks, the text with plain digits
def codes(text: str) -> _Codes:
    """The numbers of a text, made once for all sieves."""
    return _Codes(text)


def _slot(first: Any, second: Any) -> Any:
    return (first * _MULTIPLIER + second) & (_SLOTS - 1)


class Table:
    """Where words or matches that begin so may begin. `begins`: one character (whatever follows) or two."""

    def __init__(self, begins: Iterable[str]) -> None:
        if not _planes or _planes[-1].tables == _PLANE:
            _planes.append(_Plane())
        plane = _planes[-1]
        self._plane, self._bit = len(_planes) - 1, np.uint8(1 << plane.tables)
        for begin in begins:
            numbers = [min(ord(one), ord(_OTHER)) for one in begin]
            if len(numbers) == 1:
                plane.single[numbers[0]] |= self._bit
            else:
                plane.pair[_slot(*numbers)] |= self._bit
        plane.tables += 1

    def places(self, text: str) -> list[int]:
        """Where a match may begin, in order; few of them are wrong."""
        places: list[int] = self.marks(text).nonzero()[0].tolist()
        return places

    def marks(self, text: str) -> NDArray[np.bool_]:
        """Of each character, whether a match may begin there."""
        return (codes(text).said(self._plane) & self._bit).astype(bool)


class Endings:
    """Where one of the words may end, told by its last two characters."""

    def __init__(self, words: Iterable[str]) -> None:
        ends = {word[-2:] for word in words}
        self._one = Table(end for end in ends if len(end) == 1)
        self._two = Table(end for end in ends if len(end) == 2)

    def places(self, text: str) -> list[int]:
        """Places of last characters, in order; few of them are wrong."""
        two = [place + 1 for place in self._two.places(text) if place + 1 < len(text)]
        return sorted({*self._one.places(text), *two})


class Sieve:
    """A pattern with the table of its beginnings; where it may begin anywhere, plain `re`."""

    def __init__(self, pattern: str | re.Pattern[str]) -> None:
        self.pattern = re.compile(pattern)
        self.match = self.pattern.match
        begins = _begins(self.pattern)
        self._table = None if begins is None else Table(begins)

    def places(self, text: str) -> list[int]:
        """Where a match may begin, in order."""
        return list(range(len(text))) if self._table is None else self._table.places(text)

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


def begins_of(*patterns: re.Pattern[str]) -> set[str]:
    """What matches of the patterns begin with: two characters, or one where anything may follow.

    >>> sorted(begins_of(re.compile("要求?"), re.compile("[应须](?=当)")))
    ['应当', '要', '要求', '须当']

    Raises:
        ValueError: one of them begins anywhere.
    """
    found: set[str] = set()
    for pattern in patterns:
        begins = _begins(pattern)
        if begins is None:
            raise ValueError(
                f"{pattern.pattern[:40]}… may begin anywhere; let it begin with words or sets of characters."
            )
        found |= begins
    return found


def _begins(pattern: re.Pattern[str]) -> set[str] | None:
    """The first one or two characters of all that the pattern can match; None where it may begin with anything."""
    if pattern.flags & re.IGNORECASE:
        return None
    found = _extend(_parser().parse(pattern.pattern, pattern.flags), {("", True)})
    begins = {begin for begin, _ in found}
    return None if "" in begins or len(begins) > _MOST else begins


@cache
def _parser() -> Any:
    return import_module("re._parser")


def _extend(items: Any, begins: set[Begin]) -> set[Begin]:
    """The beginnings, each with what the parsed items add to it."""
    for operation, value in items:
        begins = _step(str(operation), value, begins)
        if not any(more for _, more in begins):
            break
    return begins


def _step(operation: str, value: Any, begins: set[Begin]) -> set[Begin]:
    match operation:
        case "LITERAL":
            return _with({chr(value)}, begins)
        case "IN":
            return _with(_members(value), begins)
        case "BRANCH":
            return set().union(*(_extend(one, begins) for one in value[1]))
        case "SUBPATTERN":
            return _extend(value[3], begins) if not value[1] & re.IGNORECASE else _with(None, begins)
        case "ATOMIC_GROUP":
            return _extend(value, begins)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, inner = value
            once = _extend(inner, begins)
            found = once | (_extend(inner, once) if most > 1 else set())
            return found | begins if least == 0 else found
        case "ASSERT":
            way, inner = value
            if way < 0:
                return _behind(inner, begins)
            ahead = {(begin, False) for begin, _ in _extend(inner, begins)}
            return ahead if all(len(begin) == 2 for begin, _ in ahead) else begins
        case "AT":
            return _with({_END, "\n"}, begins, end=True) if str(value).startswith("AT_END") else begins
        case "ASSERT_NOT" | "FAILURE":
            return begins
    return _with(None, begins)


def _with(characters: set[str] | None, begins: set[Begin], *, end: bool = False) -> set[Begin]:
    """One more character, one of these; None: any."""
    found: set[Begin] = set()
    many = characters is not None and len(characters) * sum(1 for _, more in begins if more) > _MOST
    for begin, more in begins:
        if not more or characters is None or many or (end and not begin):
            found.add((begin, False))
        else:
            found.update((begin + one, len(begin) == 0 and not end) for one in characters)
    return found


def _behind(inner: Any, begins: set[Begin]) -> set[Begin]:
    """Those that end as a look back of one character wants it."""
    last = {begin for begin, _ in _extend(inner, {("", True)})}
    if any(len(begin) != 1 for begin in last) or len(inner) != 1:
        return begins
    return {(begin, more) for begin, more in begins if not (more and begin) or begin[-1] in last}


def _members(options: Any) -> set[str] | None:
    """The characters of a set; None for one that is told by what is not in it, or that is very large."""
    found: set[str] = set()
    for operation, value in options:
        match str(operation):
            case "LITERAL":
                found.add(chr(value))
            case "RANGE" if value[1] - value[0] < 5000:
                found.update(map(chr, range(value[0], value[1] + 1)))
            case "CATEGORY" if str(value) in _CATEGORIES:
                found |= _category(_CATEGORIES[str(value)])
            case _:
                return None
    return found


_CATEGORIES = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s"}


@cache
def _category(name: str) -> frozenset[str]:
    one = re.compile(name)
    return frozenset(character for character in map(chr, range(0xFFFF)) if one.match(character)) | {_OTHER}
