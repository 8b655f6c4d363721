"""Draft → Extraction: sentences and mentions become obligations, results and skipped sentences.

What a table row's other cells say (a target, a project's name) belongs to the row's obligations. Obligations of one item hang
together by `part_of`, the order of the item's first obligation. Every sentence is in a fact or in `skipped` with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

from extract.draft import Draft
from extract.kept import CARRIERS
from extract.model import Deadline, Extraction, Modality, Obligation, Project, Result, Skipped
from extract.sieve import Sieve
from extract.structure import Kind, Sentence
from extract.summary import cut_summary
from extract.tables import column_kind

_STRIVE = re.compile(
    r"力争|争创|力求|努力(?!方向)|尽量|尽最大努力|力促|尽可能|争取(?=[\dX×年月上下本今明早尽在到实完达建开投纳列进率获成])"
)
_MUST = re.compile(  # looks back behind the first character: so `re` knows with which characters a match begins
    r"要(?<![主重需只首]要)(?![求素点])|必须|务必|应当|应(?<![反响适相对供效]应)(?!急|用|对)|不得|严禁|确保|一律|须"
)
_MAY = re.compile(r"可(?<![许认不]可)(?:以|在|按|由|向|根据|结合|适当)|允许")
_SOFT = Sieve(f"{_STRIVE.pattern}|{_MAY.pattern}")
_COMMA = re.compile(r"[，；：]")
_LOOSE = "原则上"
_FIRM_RULES = frozenset(("modal-must", "prohibition"))


class _Span(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=_Span)


def shared(spans: Sequence[S], sentences: Sequence[Sentence]) -> dict[int, tuple[S, ...]]:
    """Sentence index → spans that begin in it; both sorted by start, one walk."""
    found: dict[int, list[S]] = {}
    at, last = 0, len(sentences) - 1
    for span in spans if sentences else ():
        start = span.start
        while at < last and sentences[at].end <= start:
            at += 1
        if sentences[at].start <= start < sentences[at].end:
            rows = found.get(at)
            if rows is None:
                found[at] = [span]
            else:
                rows.append(span)
    return {index: tuple(rows) for index, rows in found.items()}


def assemble(draft: Draft, seconds: float = 0.0) -> Extraction:
    """The facts of a draft on which every component has run."""
    sentences = draft.outline.sentences
    kept = _Kept(draft)
    heads = _heads(draft)
    obligations: list[Obligation] = []
    orders: dict[int, int] = {}
    results: list[Result] = []
    skipped: list[Skipped] = []
    for sentence in sentences:
        if sentence.kind is Kind.OBLIGATION:
            head = heads.get(sentence.index)
            orders[sentence.index] = len(obligations)
            obligations.append(
                kept.obligation(sentence, len(obligations), orders.get(head) if head is not None else None)
            )
        elif sentence.kind is Kind.RESULT:
            results.append(kept.result(sentence, len(results)))
        else:
            reason = sentence.rule or sentence.kind.value
            skipped.append(Skipped(sentence.start, sentence.end, sentence.text, sentence.kind, reason, sentence.cue))
    return Extraction(
        draft.source,
        draft.context,
        tuple(draft.outline.sections),
        tuple(obligations),
        tuple(results),
        tuple(draft.policies),
        tuple(skipped),
        seconds,
    )


def _own(spans: dict[int, tuple[S, ...]], at: int) -> tuple[S, ...]:
    return spans.get(at, ())


class _Kept:
    """What of each kind was found in which sentence."""

    def __init__(self, draft: Draft) -> None:
        sentences = draft.outline.sentences
        self.draft = draft
        self.bodies = shared(draft.bodies, sentences)
        self.deadlines = shared(draft.deadlines, sentences)
        self.targets = shared(draft.targets, sentences)
        self.projects = shared(draft.projects, sentences)
        self.programmes = shared(draft.programmes, sentences)
        self.policies = shared(draft.policies, sentences)
        self.places = shared(draft.places, sentences)
        self.dependencies = shared(draft.dependencies, sentences)
        for spans in (self.dependencies, self.targets):
            for at in [at for at in spans if _gives_marks(sentences[at])]:
                del spans[at]
        self.cells = _carried(sentences)
        self.spoken = _spoken(draft.text, sentences)

    def obligation(self, sentence: Sentence, order: int, part_of: int | None) -> Obligation:
        at, draft = sentence.index, self.draft
        of = self._with_cells if at in self.cells else _own
        deadlines = self._deadlines(at)
        mode = modality(sentence.text) if at in self.spoken and sentence.rule not in _FIRM_RULES else Modality.MUST
        here = [(one.start, one.end) for one in self.bodies.get(at, ())]
        here += [(one.start, one.end) for one in self.deadlines.get(at, ())]
        here.sort()
        return Obligation(
            sentence.start,
            sentence.end,
            sentence.text,
            cut_summary(draft.text, _body(draft, sentence), sentence.end, here),
            order,
            sentence.section,
            part_of,
            mode,
            next((one.recurrence for one in deadlines if one.recurrence), "") if deadlines else "",
            firm(sentence.text, mode, deadlines),
            sentence.rule,
            sentence.cue,
            tuple(draft.roles.get(at, ())),
            deadlines,
            of(self.targets, at),
            _once(of(self.projects, at)),
            of(self.programmes, at),
            of(self.policies, at),
            of(self.places, at),
            of(self.dependencies, at),
        )

    def _deadlines(self, at: int) -> tuple[Deadline, ...]:
        """Those in the sentence, those bound to it from elsewhere, those in its row's goal cell (“5月底前开工”)."""
        own = self.deadlines.get(at, ())
        if len(own) < 2 and at not in self.draft.times and at not in self.cells:
            return own
        found = {one.start: one for one in (*own, *self.draft.times.get(at, ()))}
        sentences = self.draft.outline.sentences
        for other in self.cells.get(at, ()):
            if sentences[other].rule == "table-value-cell":
                for one in self.deadlines.get(other, ()):
                    found.setdefault(one.start, one)
        return tuple(found.values())

    def result(self, sentence: Sentence, order: int) -> Result:
        at = sentence.index
        return Result(
            sentence.start,
            sentence.end,
            sentence.text,
            order,
            sentence.section,
            sentence.rule,
            self.targets.get(at, ()),
            _once(self.projects.get(at, ())),
            self.programmes.get(at, ()),
        )

    def _with_cells(self, spans: dict[int, tuple[S, ...]], at: int) -> tuple[S, ...]:
        return (*spans.get(at, ()), *(span for other in self.cells[at] for span in spans.get(other, ())))


def _gives_marks(sentence: Sentence) -> bool:
    """Does the cell say how marks are given (发生事故的扣5分 under 评分办法)? The act of its row waits for none of it."""
    cell = sentence.cell
    return cell is not None and not cell.is_header and column_kind(cell.header) == "marks"


def _once(projects: Sequence[Project]) -> tuple[Project, ...]:
    """Each name where it stands first: 推进青石水厂建设，确保青石水厂年底通水 is about one work."""
    return tuple({one.name: one for one in reversed(projects)}.values())[::-1]


def _spoken(text: str, sentences: Sequence[Sentence]) -> set[int]:
    """Indices of the sentences with a word that makes an act striven for or allowed; few have one."""
    found: set[int] = set()
    at, last = 0, len(sentences) - 1
    for match in _SOFT.finditer(text) if sentences else ():
        while at < last and sentences[at].end <= match.start():
            at += 1
        found.add(at)
    return found


def modality(text: str) -> Modality:
    """must unless the act itself is only striven for (力争, 争取) or allowed (可以) and nothing in the words is firm."""
    if _MUST.search(text):
        return Modality.MUST
    strive = _STRIVE.search(text)
    if strive is not None and not _COMMA.search(text, 0, strive.start()):
        return Modality.STRIVE
    return Modality.MAY if _MAY.search(text) else Modality.MUST


def firm(text: str, mode: Modality, deadlines: Sequence[Deadline]) -> bool:
    """False where a time is not firm, or where no time is given and the act is only striven for or holds 原则上."""
    if deadlines:
        return all(one.firm for one in deadlines)
    return mode is Modality.MUST and _LOOSE not in text


def _body(draft: Draft, sentence: Sentence) -> int:
    """Where the words of the act begin: behind its label, and behind a lead-in that stands before the first item."""
    if sentence.item is not None:
        item = draft.outline.items[sentence.item]
        if sentence.start < item.start < sentence.end:
            return item.start + len(item.label)
    return sentence.body


def _carried(sentences: Sequence[Sentence]) -> dict[int, tuple[int, ...]]:
    """Obligation in a table → sentences of its row that only carry a value, a name, a time."""
    rows: dict[tuple[int, int], list[int]] = {}
    for sentence in sentences:
        if sentence.cell is not None and sentence.rule in CARRIERS:
            rows.setdefault((sentence.cell.table, sentence.cell.row), []).append(sentence.index)
    return {
        sentence.index: tuple(found)
        for sentence in sentences
        if sentence.cell is not None and sentence.kind is Kind.OBLIGATION
        if (found := rows.get((sentence.cell.table, sentence.cell.row)))
    }


def _heads(draft: Draft) -> dict[int, int]:
    """Obligation → first obligation of its item, or of the item around it; sentence indices, the head itself left out."""
    items = draft.outline.items
    first: dict[int, int] = {}
    found: dict[int, int] = {}
    for sentence in draft.outline.sentences:
        if sentence.kind is not Kind.OBLIGATION or sentence.item is None:
            continue
        item: int | None = sentence.item
        while item is not None:
            if item in first:
                found[sentence.index] = first[item]
                break
            item = items[item].parent
        first.setdefault(sentence.item, sentence.index)
    return found
