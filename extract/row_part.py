"""A sentence of a table row with what speaks for it, as the judges of rows look at it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from extract.evidence import MODAL, Evidence
from extract.structure import Sentence

STATES = frozenset(("task", "target"))
"""Kinds of columns that say what is to be done, or how much."""
LONG = 8  # characters of a cell that says more than a name
Weigh = Callable[[Evidence], int]


@dataclass(slots=True)
class Part:
    """`column` is the kind of its column, `score` the weight of its evidence, in hundredths."""

    sentence: Sentence
    evidence: Evidence
    column: str
    score: int = 0

    @property
    def header(self) -> str:
        """The head of its column, empty where there is none."""
        return self.sentence.cell.header if self.sentence.cell is not None else ""

    @property
    def modal(self) -> bool:
        return self.evidence.any(MODAL)
