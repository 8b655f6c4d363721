"""Patterns that look back (`…$`) where few texts end as they want: `re` would try them at every character before the end.

>>> Tail("(?:县|[新老]城区?)$").search("青石县、老城").group()
'老城'
"""

from __future__ import annotations

import re
from sys import maxsize

from extract.begins import ends_in, width_of


class Tail:
    """A pattern that ends in `$`, tried only where the last two characters let it match, and only as far back as it reaches."""

    __slots__ = ("_ends", "_fullmatch", "_reach", "_search")

    def __init__(self, pattern: str | re.Pattern[str]) -> None:
        compiled = re.compile(pattern)
        ends = ends_in(compiled)
        self._ends = None if ends is None else frozenset(ends) | {"\n"}  # `$` stands before a last line end too
        self._reach = width_of(compiled) + 1
        self._search, self._fullmatch = compiled.search, compiled.fullmatch

    def search(self, text: str, low: int = 0, high: int = maxsize) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        if high == maxsize:
            high = len(text)
        ends = self._ends
        if ends is not None and text[high - 2 : high] not in ends and text[high - 1 : high] not in ends:
            return None
        if high - low > self._reach:
            low = high - self._reach
        return self._search(text, low, high)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.fullmatch`."""
        return self._fullmatch(text)
