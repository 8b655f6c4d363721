"""Which stretches of a document give facts: those of obligations, of results, of cells that carry a row's values.

What stands elsewhere is left out with its reason when the facts are put together; finders that tell nothing about what a
sentence is need not look there.
"""

from __future__ import annotations

from extract.draft import Draft
from extract.structure import Kind

CARRIERS = ("table-value-cell", "table-topic", "table-category", "table-deadline-cell")
"""Rules of cells that are no acts, but say something of their row's."""


def kept(draft: Draft) -> None:
    """Sets `draft.kept`; runs when the kinds are known. Sentences side by side are one stretch."""
    spans: list[tuple[int, int]] = []
    last = -2
    for one in draft.outline.sentences:
        fact = one.kind is Kind.OBLIGATION or one.kind is Kind.RESULT
        if fact or (one.cell is not None and one.rule in CARRIERS):
            start = spans.pop()[0] if last == one.index - 1 else one.start
            spans.append((start, one.end))
            last = one.index
    draft.kept = spans
