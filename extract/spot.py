"""One place that assigns bodies, and how far it may reach."""

from __future__ import annotations

from dataclasses import dataclass

from extract.bound import Bound

ALL = -1
"""以上各项: of all items before."""


@dataclass(slots=True)
class Spot:
    """One assignment in sentences first … last; `place` tells for which sentences it holds.

    own: alone in its sentence; paragraph: the same, for its paragraph; head: before a sentence's words (holds for what came before); tail: behind them; heading: in a heading;
    inner: behind a clause of its sentence, for that sentence alone; title: between an item's title and its text, for the item.
    `above`: how many items before it the words name (以上三项), ALL for 以上各项, 0 where they name none.
    """

    first: int
    last: int
    start: int
    end: int
    place: str
    bounds: list[Bound]
    above: int = 0
