"""A name of a body in a text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

REACH = 26  # characters a name goes back at most
Found = tuple[int, str]
"""Where a name begins, and the rule that says so."""


@dataclass(slots=True)
class Name:
    """A name at [start, end); `kind` is the class of its head, `rule` says how its begin was found."""

    start: int
    end: int
    kind: str
    rule: str


class Spans:
    """Where many names (start, end) stand, asked without going through them all."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self.starts = [start for start, _ in ordered]
        self.ends = list(accumulate((end for _, end in ordered), max))  # the farthest end so far

    @classmethod
    def of(cls, names: Iterable[Name]) -> Spans:
        """Where these names stand."""
        return cls((name.start, name.end) for name in names)

    def cover(self, at: int) -> bool:
        """Does the character at `at` belong to one of them?"""
        before = bisect_right(self.starts, at)
        return before > 0 and self.ends[before - 1] > at

    def touch(self, name: Name) -> bool:
        """Does one of them share a character with this name?"""
        before = bisect_left(self.starts, name.end)
        return before > 0 and self.ends[before - 1] > name.start

    def hold(self, name: Name) -> bool:
        """Does this name stand within one of them?"""
        before = bisect_right(self.starts, name.start)
        return before > 0 and self.ends[before - 1] >= name.end
