"""Patterns tried only where the two characters at the place let them match: most places of a text do not.

>>> Front("要求?|[应须]当").match("各县应当落实", 2).group()
'应当'
"""

from __future__ import annotations

import re
from sys import maxsize

from extract.begins import END, begins_of


class Front:
    """A pattern that begins with words or sets of characters, asked at one place. `Tail` is its other end."""

    __slots__ = ("_begins", "_match")

    def __init__(self, pattern: str | re.Pattern[str]) -> None:
        compiled = re.compile(pattern)
        self._begins = frozenset(begins_of(compiled))
        self._match = compiled.match

    def match(self, text: str, at: int, end: int = maxsize) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        pair = text[at : min(at + 2, end)]
        if pair[:1] not in self._begins and (pair if len(pair) > 1 else pair + END) not in self._begins:
            return None
        return self._match(text, at, end)
