"""A document's text as it is kept in the graph: pieces, each with the sentences left out and the places in the file.

The store holds the text itself, so that the reader and the check of evidence need no file, on any machine.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from extract.model import Extraction, Skipped
from extract.source import Anchor

PIECE = 32_768
"""Code points of a piece."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Text:
    """`text` is the document's [start:end]; `skipped` and `anchors` (JSON lists) are those that begin in it."""

    order: int
    start: int
    end: int
    text: str
    skipped: str
    anchors: str


def texts(extraction: Extraction) -> Iterator[Text]:
    """The pieces of a document's text; an empty text has one empty piece."""
    text = extraction.source.text
    skipped = sorted(extraction.skipped, key=lambda one: one.start)
    anchors = sorted(extraction.source.anchors, key=lambda one: one.start)
    begins, places = [one.start for one in skipped], [one.start for one in anchors]
    for order, start in enumerate(range(0, max(len(text), 1), PIECE)):
        end = min(start + PIECE, len(text))
        last = end == len(text)
        yield Text(
            order,
            start,
            end,
            text[start:end],
            _json([_skip(one) for one in _between(skipped, begins, start, end, last=last)]),
            _json([_anchor(one) for one in _between(anchors, places, start, end, last=last)]),
        )


def _between(items: Sequence[T], begins: Sequence[int], start: int, end: int, *, last: bool) -> Sequence[T]:
    return items[bisect_left(begins, start) : len(items) if last else bisect_left(begins, end)]


def _skip(one: Skipped) -> list[int | str]:
    return [one.start, one.end, one.kind.value, one.reason, one.cue]


def _anchor(one: Anchor) -> list[int | str | None]:
    return [one.start, one.end, one.page, one.paragraph, one.table, one.row, one.column, one.sheet]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
