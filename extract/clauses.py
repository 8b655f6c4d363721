"""Clauses of a text: the stretch between two marks (，。；：！？, line end, tab), found by bisection.

The cue that makes a time soft (力争) or a number old (去年) stands in the same clause; finders ask for it here
instead of walking through the text again for every candidate.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from functools import lru_cache

from extract.sieve import Sieve, Table

_MARK = Table("，,。；;：:！？!?\n\t")
_IN_NUMBERS = frozenset(",:：")
_NUMBER = frozenset("0123456789")
_QUOTED = Sieve(r"《[^《》\n]{1,120}》|〔[^〔〕\n]{1,12}〕|\[(?:19|20)\d\d\]")

LONGEST = 160
"""A clause is seen at most this far to each side, so that a text of one line costs no more than any other."""


@lru_cache(maxsize=1)
def stops(text: str) -> list[int]:
    """Every mark between clauses, those inside numbers too."""
    return _MARK.places(text)


class Clauses:
    """Where each clause of `text` begins and ends, and what stands in titles (《…》) and document numbers (〔…〕)."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._marks = array(
            "l", [at for at in stops(text) if text[at] not in _IN_NUMBERS or not self._inside_number(at)]
        )
        self._titles = array("l")
        self._ends = array("l")
        for match in _QUOTED.finditer(text):
            self._titles.append(match.start())
            self._ends.append(match.end())

    def _inside_number(self, at: int) -> bool:
        """1,200 and 12:30 are one clause."""
        text = self.text
        return 0 < at < len(text) - 1 and text[at - 1] in _NUMBER and text[at + 1] in _NUMBER

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Begin and end of the clause that [start, end) stands in, marks left out."""
        marks = self._marks
        low = bisect_left(marks, start)
        high = bisect_left(marks, end, low)
        begin = marks[low - 1] + 1 if low else 0
        stop = marks[high] if high < len(marks) else len(self.text)
        return (
            begin if begin > start - LONGEST else start - LONGEST,
            stop if stop < end + LONGEST else end + LONGEST,
        )

    def titled(self, start: int) -> bool:
        """Does `start` stand in a 《title》 or a 〔document number〕?"""
        at = bisect_right(self._titles, start) - 1
        return at >= 0 and start < self._ends[at]
