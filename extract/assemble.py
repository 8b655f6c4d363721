"""Draft → Extraction: sentences and mentions become obligations, results and skipped sentences."""

from __future__ import annotations

from extract.draft import Draft, within
from extract.model import Extraction, Kind, Obligation, Result, Skipped


def assemble(draft: Draft, seconds: float = 0.0) -> Extraction:
    obligations: list[Obligation] = []
    results: list[Result] = []
    skipped: list[Skipped] = []
    for sentence in draft.outline.sentences:
        at = (sentence.start, sentence.end)
        if sentence.kind is Kind.OBLIGATION:
            obligations.append(
                Obligation(
                    *at,
                    text=sentence.text,
                    summary=sentence.text[:20],
                    order=len(obligations),
                    section=sentence.section,
                    rule=sentence.rule,
                    cue=sentence.cue,
                    bodies=tuple(draft.roles.get(sentence.index, ())),
                    deadlines=(*within(draft.deadlines, *at), *draft.times.get(sentence.index, ())),
                    targets=tuple(within(draft.targets, *at)),
                    projects=tuple(within(draft.projects, *at)),
                    programmes=tuple(within(draft.programmes, *at)),
                    policies=tuple(within(draft.policies, *at)),
                    places=tuple(within(draft.places, *at)),
                    dependencies=tuple(within(draft.dependencies, *at)),
                )
            )
        elif sentence.kind is Kind.RESULT:
            results.append(
                Result(
                    *at,
                    text=sentence.text,
                    order=len(results),
                    section=sentence.section,
                    rule=sentence.rule,
                    targets=tuple(within(draft.targets, *at)),
                    projects=tuple(within(draft.projects, *at)),
                    programmes=tuple(within(draft.programmes, *at)),
                )
            )
        else:
            skipped.append(Skipped(*at, sentence.text, sentence.kind, sentence.rule or sentence.kind.value, sentence.cue))
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
