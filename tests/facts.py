"""Extractions written by hand, so that the tests of the graph do not move with the rules of the reading side.

county = Facts("县住建局要在年底前建成青禾大道。", title="…")
county.owes("县住建局要在年底前建成青禾大道", lead=["县住建局"], due={"年底前": date(2024, 12, 31)}, projects=["青禾大道"])
county.extraction()
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from extract.model import (
    BodyMention,
    Deadline,
    Dependency,
    Extraction,
    Obligation,
    Place,
    Policy,
    Programme,
    Project,
    Result,
    Role,
    Skipped,
    Target,
)
from extract.source import Anchor, Context, Source
from extract.structure import Kind, Section

NOTHING: Mapping[str, Any] = {}


class Facts:
    """One document; spans are found by their words, within the sentence they belong to."""

    def __init__(self, text: str, *, title: str = "", day: date | None = None, region: str = "青禾县") -> None:
        self.text = text
        self.context = Context(title=title, date=day, level="county", region=region)
        self.sections: list[Section] = []
        self.obligations: list[Obligation] = []
        self.results: list[Result] = []
        self.policies: list[Policy] = []
        self.skipped: list[Skipped] = []
        self.anchors: list[Anchor] = []

    def section(self, heading: str, until: str = "", parent: int | None = None) -> int:
        start = self.text.index(heading)
        end = self.text.index(until, start) + len(until) if until else len(self.text)
        level = 1 if parent is None else self.sections[parent].level + 1
        index = len(self.sections)
        self.sections.append(Section(index, "", heading, level, start, end, start + len(heading), parent))
        return index

    def owes(
        self,
        sentence: str,
        *,
        lead: Sequence[str] = (),
        support: Sequence[str] = (),
        inherited: Sequence[str] = (),
        due: Mapping[str, date | None] = NOTHING,
        targets: Mapping[str, float | None] = NOTHING,
        projects: Sequence[str] = (),
        investment: float | None = None,
        programmes: Sequence[str] = (),
        policies: Sequence[str] = (),
        places: Sequence[str] = (),
        waits: Mapping[str, str] = NOTHING,
        section: int | None = None,
        part_of: int | None = None,
        nth: int = 0,
    ) -> int:
        """An obligation; `inherited` bodies stand before it, `waits` maps words to the kind of dependency."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(sentence, start + 1)
        end = start + len(sentence)

        def at(words: str) -> tuple[int, int]:
            place = self.text.index(words, start, end)
            return place, place + len(words)

        def body(words: str, role: Role) -> BodyMention:
            return BodyMention(*at(words), words, words, role, rule="subject")

        bodies = [body(words, Role.LEAD) for words in lead] + [body(words, Role.SUPPORT) for words in support]
        for words in inherited:
            place = self.text.rindex(words, 0, start)
            bodies.append(BodyMention(place, place + len(words), words, words, Role.LEAD, True, "inherited"))
        cited = tuple(Policy(*at(words), words, words, rule="quoted") for words in policies)
        self.policies += cited
        self.obligations.append(
            Obligation(
                start,
                end,
                sentence,
                sentence[:20],
                len(self.obligations),
                section,
                part_of,
                rule="cue",
                bodies=tuple(bodies),
                deadlines=tuple(Deadline(*at(w), w, "by", due=day, rule="end") for w, day in due.items()),
                targets=tuple(
                    Target(*at(w), w, "指标", "=", value, unit="个", rule="number") for w, value in targets.items()
                ),
                projects=tuple(Project(*at(w), w, w, "road", investment, "suffix") for w in projects),
                programmes=tuple(Programme(*at(w), w, w, "suffix") for w in programmes),
                policies=cited,
                places=tuple(Place(*at(w), w, w, rule="division") for w in places),
                dependencies=tuple(Dependency(*at(w), w, kind, w, "trigger") for w, kind in waits.items()),
            )
        )
        return len(self.obligations) - 1

    def reports(self, sentence: str, *, projects: Sequence[str] = (), investment: float | None = None) -> None:
        start = self.text.index(sentence)
        found = [(start + sentence.index(words), words) for words in projects]
        self.results.append(
            Result(
                start,
                start + len(sentence),
                sentence,
                len(self.results),
                None,
                "past",
                projects=tuple(Project(a, a + len(w), w, w, "road", investment, "suffix") for a, w in found),
            )
        )

    def leaves(self, sentence: str, kind: Kind = Kind.CONTEXT) -> None:
        start = self.text.index(sentence)
        self.skipped.append(Skipped(start, start + len(sentence), sentence, kind, kind.value))

    def extraction(self) -> Extraction:
        sha256 = hashlib.sha256(self.text.encode()).hexdigest()
        return Extraction(
            Source(self.text, sha256=sha256, anchors=tuple(self.anchors)),
            self.context,
            tuple(self.sections),
            tuple(self.obligations),
            tuple(self.results),
            tuple(self.policies),
            tuple(self.skipped),
        )
