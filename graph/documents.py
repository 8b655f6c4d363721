"""The documents of the graph: find them by what a person would call them, read their text back."""

from __future__ import annotations

import difflib
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from graph.connection import Store
from graph.errors import UnknownDocumentError
from graph.ids import fold, fold_title


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the graph in short; `sources` are the paths it was read from."""

    id: str
    title: str
    number: str
    date: date | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A document's text with what the graph does not hold as nodes.

    `skipped`: [start, end, kind, reason, cue] of each sentence that became no fact; `anchors`: [start, end, page,
    paragraph, table, row, column, sheet] of each stretch of the file. Offsets count code points of `text`.
    """

    text: str
    skipped: list[list[Any]]
    anchors: list[list[Any]]


def documents(store: Store) -> list[Document]:
    """All documents, oldest first."""
    rows = store.read(
        "MATCH (d:Document) RETURN d.id, d.title, d.number, d.date, d.sources ORDER BY d.date, d.title, d.id"
    ).rows
    return [Document(one, title, number, day, tuple(sources)) for one, title, number, day, sources in rows]


def find_document(store: Store, words: str) -> Document:
    """The one document by that id, path, title or number (文号); the surest kind that hits counts.

    Raises:
        UnknownDocumentError: none or several go by it; the message names the nearest or all.
    """
    there = documents(store)
    path = str(Path(words).expanduser().absolute())
    title, number = fold_title(words), fold(words)
    for hits in (
        [one for one in there if one.id == words],
        [one for one in there if path in one.sources or words in one.sources],
        [one for one in there if one.title == title],
        [one for one in there if number and one.number == number],
    ):
        if len(hits) == 1:
            return hits[0]
        if hits:
            named = "; ".join(f"{one.id} {one.title} {one.date or ''} {' '.join(one.sources)}" for one in hits)
            raise UnknownDocumentError(
                f"{len(hits)} documents are called {words!r}: {named}. Give the id.",
                f"“{words}”对应 {len(hits)} 份文件：{named}。请用编号指定。",
            )
    near = difflib.get_close_matches(title, [one.title for one in there], 3, 0.4)
    raise UnknownDocumentError(
        f"No document has the id, path, title or number {words!r}."
        + (f" Nearest: {'; '.join(near)}." if near else " `govgraph query documents` lists them."),
        f"没有编号、路径、标题或文号为“{words}”的文件。"
        + (f"相近的有：{'；'.join(near)}。" if near else "用 govgraph query documents 可列出全部文件。"),
    )


def read_document(store: Store, document: str) -> Reading:
    """Text, sentences left out and places in the file of a document (an id); all empty where there is none."""
    rows = store.read(
        "MATCH (t:Text {document: $id}) RETURN t.text, t.skipped, t.anchors ORDER BY t.order", {"id": document}
    ).rows
    return Reading(
        "".join(text for text, _, _ in rows),
        [one for _, skipped, _ in rows for one in json.loads(skipped)],
        [one for _, _, anchors in rows for one in json.loads(anchors)],
    )
