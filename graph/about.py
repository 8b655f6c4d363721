"""What obligations and results are about: their days, targets, projects, programmes and places, as rows."""

from __future__ import annotations

from typing import Protocol

from extract.model import Deadline, Obligation, Result, Target
from graph.gather import End, Gather, Span
from graph.ids import fold, place_id, programme_id, project_id, span_id
from graph.row import Properties


class Found(Protocol):
    """A fact with the rule that found it."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def rule(self) -> str: ...


def span_of(one: Found) -> Span:
    return Span(one.start, one.end, one.rule)


def _number(value: float | None) -> float | None:
    return None if value is None else float(value)


class About:
    """Puts them to the rows of one document; a project without place of its own lies in `region`."""

    def __init__(self, rows: Gather, document: str, region: str) -> None:
        self._rows = rows
        self._document = document
        self._region = region

    # (:Obligation)-[:DUE]->(:Deadline)
    def deadline(self, one: Deadline, obligation: End) -> None:
        node = self._rows.node(
            ("Deadline", span_id("due", self._document, one.start, one.end)),
            {
                "document": self._document,
                "text": one.text,
                "kind": one.kind,
                "start": one.begin,
                "due": one.due,
                "recurrence": one.recurrence,
                "firm": one.firm,
                "note": one.note,
            },
        )
        self._rows.textual(obligation, "DUE", node, span_of(one))

    # (:Obligation)-[:HAS_TARGET]->(:Target), (:Result)-[:ABOUT]->(:Target)
    def target(self, owner: End, kind: str, one: Target) -> None:
        node = self._rows.node(
            ("Target", span_id("tgt", self._document, one.start, one.end)),
            {
                "document": self._document,
                "text": one.text,
                "indicator": fold(one.indicator),
                "comparator": one.comparator,
                "value": _number(one.value),
                "value_max": _number(one.value_max),
                "unit": one.unit,
                "masked": one.masked,
            },
        )
        self._rows.textual(owner, kind, node, span_of(one))

    # (:Obligation)-[:CONCERNS]->(:Project|Programme), (:Result)-[:ABOUT]->(:Project|Programme)
    def things(self, owner: End, kind: str, fact: Obligation | Result) -> None:
        for project in fact.projects:
            name = fold(project.name or project.text)
            if name:
                said: Properties = {"kind": project.kind or None, "investment": _number(project.investment)}
                self._rows.textual(owner, kind, self.project(name), span_of(project), said)
        for programme in fact.programmes:
            name = fold(programme.name or programme.text)
            if name:
                node = self._rows.node(("Programme", programme_id(name)), {"name": name})
                self._rows.textual(owner, kind, node, span_of(programme))

    def project(self, name: str) -> End:
        return self._rows.node(("Project", project_id(name, self._region)), {"name": name, "region": self._region})

    # (:Obligation)-[:LOCATED_IN]->(:Place)<-[:LOCATED_IN]-(:Project), where the place stands in the project's words
    def places(self, obligation: End, one: Obligation) -> None:
        for place in one.places:
            name = fold(place.name or place.text)
            node = self._rows.node(
                ("Place", place_id(name, place.code, self._region)), {"name": name, "code": place.code}
            )
            self._rows.textual(obligation, "LOCATED_IN", node, span_of(place))
            for project in one.projects:
                called = fold(project.name or project.text)
                if called and project.start <= place.start and place.end <= project.end:
                    self._rows.textual(self.project(called), "LOCATED_IN", node, span_of(place))
