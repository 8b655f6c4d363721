"""Brackets of a text: where the outermost of each line begin and end."""

from __future__ import annotations

from collections.abc import Iterator

from extract.sieve import Table

_MARKS = Table("（(【〔［[）)】〕］]\n")
OPENING = frozenset("（(【〔［[")
_LONGEST = 400  # characters


def outermost(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of outermost brackets on one line, their marks included; longer ones than a few lines are none."""
    stack: list[int] = []
    for place in _MARKS.places(text):
        mark = text[place]
        if mark == "\n":
            if stack:
                stack = []
        elif mark in OPENING:
            stack.append(place)
        elif stack:
            start = stack.pop()
            if not stack and 3 < place + 1 - start <= _LONGEST:
                yield start, place + 1
