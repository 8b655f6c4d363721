"""Many patterns looked for in one walk through a text: what each finds alone, for the price of one sieve.

>>> both = Together()
>>> orders, bodies = both.sieve("要求|落实"), both.sieve("各[县区]?")
>>> [match.span() for match in bodies.finditer("要求各县落实")], [match.group() for match in orders.finditer("要求各县落实")]
([(2, 4)], ['要求', '落实'])
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.begins import OTHER, begins_of
from extract.sieve import Table

Matches = Sequence[re.Match[str]]


class Together:
    """The patterns; the first text that is asked for closes the list. What was found in the last text is kept."""

    def __init__(self) -> None:
        self._patterns: list[re.Pattern[str]] = []
        self._table: Table | None = None
        self._by_begin: dict[str, Sequence[int]] = {}  # one or two characters → the patterns that may begin there
        self._last: tuple[str | None, list[list[re.Match[str]]]] = (None, [])

    def sieve(self, pattern: str | re.Pattern[str]) -> Part:
        """One more pattern, which begins with words or sets of characters."""
        if self._table is not None:
            raise RuntimeError("a pattern more after the first text: make all of them when their module is loaded")
        self._patterns.append(re.compile(pattern))
        return Part(self, len(self._patterns) - 1)

    def matches(self, text: str, number: int) -> Matches:
        if self._last[0] is not text:
            self._last = (text, self._walk(text))
        return self._last[1][number]

    def forget(self) -> None:
        """Let go of the last text."""
        self._last = (None, [])

    def _walk(self, text: str) -> list[list[re.Match[str]]]:
        if self._table is None:
            self._table = self._made()
        table, by_begin = self._table, self._by_begin
        matchers = [pattern.match for pattern in self._patterns]
        found: list[list[re.Match[str]]] = [[] for _ in matchers]
        done = [0] * len(matchers)
        last, every = len(text) - 1, range(len(matchers))
        for place in table.places(text):
            pair = text[place : place + 2]
            numbers = by_begin.get(pair) or by_begin.get(pair[0]) or ()
            if place == last or pair > OTHER or pair[1] > OTHER:  # no pair, or characters that the table does not tell
                numbers = every
            for number in numbers:
                if place >= done[number] and (match := matchers[number](text, place)) is not None:
                    found[number].append(match)
                    done[number] = match.end()
        return found

    def _made(self) -> Table:
        begins = [begins_of(pattern) for pattern in self._patterns]
        for begin in set().union(*begins):
            self._by_begin[begin] = tuple(
                number for number, known in enumerate(begins) if begin in known or begin[0] in known
            )
        return Table(self._by_begin)


class Part:
    """One of the patterns, asked as a `Sieve` is."""

    __slots__ = ("_number", "_of")

    def __init__(self, of: Together, number: int) -> None:
        self._of, self._number = of, number

    def finditer(self, text: str) -> Matches:
        """As `re.Pattern.finditer`, all at once."""
        return self._of.matches(text, self._number)
