"""The working table of one extraction: components read from it and write to it, in the order of `pipeline.COMPONENTS`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from extract.clauses import Clauses
from extract.forms import Forms
from extract.model import BodyMention, Deadline, Dependency, Mention, Place, Policy, Programme, Project, Target
from extract.source import Context, Source
from extract.structure import Outline


class Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=Spanned)


@dataclass(slots=True)
class Draft:
    """Lists of mentions are sorted by start. `roles[i]` are the bodies bound to sentence i, inherited ones included;
    `times[i]` are deadlines of sentence i that stand elsewhere: in its row's time cell, in the line 完成时限：…"""

    source: Source
    context: Context
    outline: Outline = field(default_factory=Outline)
    bodies: list[Mention] = field(default_factory=list)
    deadlines: list[Deadline] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    projects: list[Project] = field(default_factory=list)
    programmes: list[Programme] = field(default_factory=list)
    policies: list[Policy] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    dependencies: list[Dependency] = field(default_factory=list)
    roles: dict[int, list[BodyMention]] = field(default_factory=dict)

    times: dict[int, list[Deadline]] = field(default_factory=dict)
    kept: list[tuple[int, int]] | None = None
    """The stretches that give facts, once the kinds of the sentences are known (`extract/kept.py`)."""

    _clauses: Clauses | None = None
    _forms: Forms | None = None

    @property
    def text(self) -> str:
        return self.source.text

    def within_kept(self, hits: Iterable[tuple[int, str, str]]) -> Iterator[tuple[int, str, str]]:
        """Those of the words (start, word, class), in order, that stand where facts are kept."""
        if self.kept is None:
            yield from hits
            return
        spans, at, count = self.kept, 0, len(self.kept)
        for hit in hits:
            while at < count and spans[at][1] <= hit[0]:
                at += 1
            if at == count:
                return
            if spans[at][0] <= hit[0]:
                yield hit

    @property
    def clauses(self) -> Clauses:
        """The text's clauses, cut once for all finders that ask."""
        if self._clauses is None:
            self._clauses = Clauses(self.source.text)
        return self._clauses

    @property
    def forms(self) -> Forms:
        """The text's forms of tasks in lines, found once; asked when the kinds of the sentences are known."""
        if self._forms is None:
            self._forms = Forms(self.outline)
        return self._forms


def within(spans: Sequence[S], start: int, end: int) -> list[S]:
    """Those of the spans, sorted by start, that begin in [start, end)."""
    low = high = first_from(spans, start)
    while high < len(spans) and spans[high].start < end:
        high += 1
    return list(spans[low:high])


def first_from(spans: Sequence[Spanned], start: int) -> int:
    """Index of the first of the spans, sorted by start, that does not begin before `start`."""
    low, high = 0, len(spans)
    while low < high:  # bisect with a key calls it at each step
        middle = (low + high) // 2
        if spans[middle].start < start:
            low = middle + 1
        else:
            high = middle
    return low
