"""Extraction → the rows of one document: the one place where facts get their labels, ids and relations.

rows(extraction) → DocumentRows(nodes, relations), in an order that depends on the document alone
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, date, datetime

from extract.model import BodyMention, Dependency, Extraction, Obligation, Policy, Result, Role
from extract.repeals import repeals
from extract.structure import Section
from graph.about import About, span_of
from graph.bodies import resolver
from graph.gather import End, Gather, Span
from graph.ids import (
    document_id,
    fold,
    fold_title,
    policy_id,
    section_id,
    span_id,
    text_id,
)
from graph.links import Links, Meant
from graph.row import DocumentRows, Properties
from graph.texts import texts

ROLES = {
    Role.LEAD: "LEADS",
    Role.SUPPORT: "SUPPORTS",
    Role.RESPONSIBLE: "RESPONSIBLE_FOR",
    Role.SUPERVISE: "SUPERVISES",
}
UNNAMED = "（无标题）"
OUTLINE = "outline"


def rows(extraction: Extraction, *, path: str = "", given: date | None = None, issuer: str = "") -> DocumentRows:
    """The nodes and relations of one document.

    `path` is where the file lay (else what the reader says), `given` the date and `issuer` the issuer the user gave for it.
    """
    return _Builder(extraction, path or extraction.source.path, given, issuer).build()


class _Builder:
    def __init__(self, extraction: Extraction, path: str, given: date | None, issuer: str) -> None:
        self._found = extraction
        self._path = path
        self._given = given
        self._issuer = issuer
        self._region = fold(extraction.context.region)
        self._id = document_id(extraction.source.sha256)
        self._rows = Gather(self._id, extraction.source.text, extraction.version)
        self._body = resolver(extraction.context)
        self._links = Links(extraction)
        self._about = About(self._rows, self._id, self._region)
        self._sections = [("Section", section_id(self._id, one.start, one.level)) for one in extraction.sections]
        self._obligations = [
            ("Obligation", span_id("obl", self._id, one.start, one.end)) for one in extraction.obligations
        ]

    def build(self) -> DocumentRows:
        self._document()
        for position, section in enumerate(self._found.sections):
            self._section(position, section)
        of_obligations = (policy for one in self._found.obligations for policy in one.policies)
        for policy in sorted({*self._found.policies, *of_obligations}, key=lambda one: (one.start, one.end, one.title)):
            self._cites(policy)
        for position, obligation in enumerate(self._found.obligations):
            self._obligation(position, obligation)
        for result in self._found.results:
            self._result(result)
        for text in texts(self._found):
            node = self._rows.node(("Text", text_id(self._id, text.order)), {"document": self._id, **asdict(text)})
            self._rows.plain(("Document", self._id), "HAS_TEXT", node)
        return self._rows.document_rows()

    def _document(self) -> None:
        source, context = self._found.source, self._found.context
        first = next((line for line in map(str.strip, source.text.split("\n")) if line), "")
        self._rows.node(
            ("Document", self._id),
            {
                "title": fold_title(context.title) or fold_title(first) or UNNAMED,
                "kind": context.kind,
                "issuer": fold(context.issuer),
                "number": fold(context.number),
                "date": context.date,
                "date_source": context.date_source,
                "given": self._given,
                "given_issuer": self._issuer or None,
                "level": context.level,
                "region": self._region,
                "addressees": list(context.addressees),
                "sha256": source.sha256,
                "format": source.format,
                "characters": len(source.text),
                "warnings": list(source.warnings),
                "version": self._found.version,
                "obligations": len(set(self._obligations)),
                "results": len({(one.start, one.end) for one in self._found.results}),
                "skipped": len(self._found.skipped),
                "source": self._path,
                "sources": [self._path] if self._path else [],
                "added": datetime.now(UTC),
            },
        )

    # (:Document)-[:CONTAINS]->(:Section)-[:CONTAINS]->(:Section)
    def _section(self, position: int, one: Section) -> None:
        node = self._rows.node(
            self._sections[position],
            {
                "document": self._id,
                "label": one.label,
                "heading": one.heading,
                "level": one.level,
                "order": one.index,
                "start": one.start,
                "end": one.end,
            },
        )
        self._rows.textual(self._container(one.parent), "CONTAINS", node, Span(one.start, one.heading_end, OUTLINE))

    def _container(self, section: int | None) -> End:
        return ("Document", self._id) if section is None else self._sections[section]

    def _obligation(self, position: int, one: Obligation) -> None:
        node = self._rows.node(
            self._obligations[position],
            {
                "document": self._id,
                "text": one.text,
                "summary": one.summary,
                "start": one.start,
                "end": one.end,
                "order": one.order,
                "modality": one.modality.value,
                "recurrence": one.recurrence,
                "firmness": "firm" if one.firm else "soft",
                "rule": one.rule,
                "cue": one.cue,
            },
        )
        whole = Span(one.start, one.end, one.rule)
        self._rows.textual(self._container(one.section), "CONTAINS", node, whole)
        if one.part_of is not None and self._obligations[one.part_of] != node:
            self._rows.textual(node, "PART_OF", self._obligations[one.part_of], whole)
        for body in sorted(one.bodies, key=lambda body: (body.inherited, body.start, body.end)):
            self._role(body, node)
        for deadline in one.deadlines:
            self._about.deadline(deadline, node)
        for target in one.targets:
            self._about.target(node, "HAS_TARGET", target)
        for policy in one.policies:
            title = fold_title(policy.title)
            if title:
                self._rows.textual(node, "BASED_ON", ("Policy", policy_id(title)), span_of(policy))
        self._about.things(node, "CONCERNS", one)
        self._about.places(node, one)
        for dependency in one.dependencies:
            self._depends(position, node, dependency)

    # (:Body)-[:LEADS]->(:Obligation)
    def _role(self, one: BodyMention, obligation: End) -> None:
        body = self._body(one)
        node = self._rows.node(
            ("Body", body.id),
            {
                "name": body.name,
                "search_keys": list(body.search_keys),
                "level": body.level,
                "region": body.region,
                "stem": body.stem,
                "members": list(body.members),
                "registered": body.registered,
            },
            body.sublabel,
        )
        said: Properties = {"mention": one.mention, "mentions": [one.mention], "inherited": one.inherited}
        self._rows.textual(node, ROLES[one.role], obligation, span_of(one), said)

    # (:Document)-[:CITES]->(:Policy)
    def _cites(self, one: Policy) -> None:
        title = fold_title(one.title)
        if title:
            node = self._rows.node(("Policy", policy_id(title)), {"title": title})
            kind = "SUPERSEDES" if repeals(self._found.source.text, one) else "CITES"
            self._rows.textual(("Document", self._id), kind, node, span_of(one), {"number": fold(one.number)})

    # (:Obligation)-[:DEPENDS_ON]->(:Policy|Project|Obligation|Condition)
    def _depends(self, position: int, obligation: End, one: Dependency) -> None:
        meant = self._links.meant(position, one)
        said: Properties = {"kind": one.kind, "on": one.on, "linked": meant.rule if meant else ""}
        self._rows.textual(obligation, "DEPENDS_ON", self._awaited(one, meant), span_of(one), said)

    def _awaited(self, one: Dependency, meant: Meant | None) -> End:
        if meant is None:
            return self._rows.node(
                ("Condition", span_id("cond", self._id, one.start, one.end)),
                {"document": self._id, "text": one.on or one.text, "start": one.start, "end": one.end},
            )
        if meant.kind == "policy":
            return "Policy", policy_id(str(meant.key))
        if meant.kind == "project":
            return self._about.project(str(meant.key))
        return self._obligations[int(meant.key)]

    # (:Document)-[:CONTAINS]->(:Result)-[:ABOUT]->(:Project|Programme|Target)
    def _result(self, one: Result) -> None:
        node = self._rows.node(
            ("Result", span_id("res", self._id, one.start, one.end)),
            {
                "document": self._id,
                "text": one.text,
                "start": one.start,
                "end": one.end,
                "order": one.order,
                "rule": one.rule,
            },
        )
        self._rows.textual(self._container(one.section), "CONTAINS", node, Span(one.start, one.end, one.rule))
        for target in one.targets:
            self._about.target(node, "ABOUT", target)
        self._about.things(node, "ABOUT", one)
