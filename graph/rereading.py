"""A document read again from its own text in the graph, without its file: with a corrected date or issuer, or after it was removed.

The graph keeps text, places in the file and fingerprint, which is all the extraction looks at, so the facts are the same
as from the file itself (unless the extractor is newer: then they are the newer one's).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from extract.pipeline import extract_source
from extract.source import Anchor, Source
from graph.connection import Store
from graph.documents import read_document
from graph.errors import UnknownDocumentError
from graph.ids import fold
from graph.load import Item, write
from graph.remove import remove
from graph.rows import rows
from graph.writer import writing

_DOCUMENT = """MATCH (d:Document {id: $id})
RETURN d.title, d.sha256, d.format, d.warnings, d.given, coalesce(d.given_issuer, ''), d.sources"""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is needed to read a document again: `given` and `issuer` are the date and the issuer the user gave, `sources` the paths
    it came from."""

    id: str
    title: str
    source: Source
    given: date | None
    sources: tuple[str, ...]
    issuer: str = ""

    def plain(self) -> dict[str, Any]:
        """The same as JSON can hold it."""
        return {
            "id": self.id,
            "title": self.title,
            "source": asdict(self.source),
            "given": self.given.isoformat() if self.given else None,
            "sources": list(self.sources),
            "issuer": self.issuer,
        }


def kept(values: dict[str, Any]) -> Kept:
    """What `Kept.plain` made. Raises KeyError, TypeError or ValueError where it is something else."""
    source = values["source"]
    made = Source(
        **{
            **source,
            "anchors": tuple(Anchor(**one) for one in source["anchors"]),
            "warnings": tuple(source["warnings"]),
        }
    )
    given = date.fromisoformat(values["given"]) if values["given"] else None
    return Kept(values["id"], values["title"], made, given, tuple(values["sources"]), values.get("issuer", ""))


def keep(store: Store, document: str) -> Kept:
    """What the graph holds of a document (an id). Raises UnknownDocumentError where there is none."""
    found = store.read(_DOCUMENT, {"id": document}).rows
    if not found:
        raise UnknownDocumentError(
            f"No document has the id {document!r}. It may have been removed; `govgraph query documents` lists what is there.",
            f"没有编号为“{document}”的文件，可能已被移除。用 govgraph query documents 可列出全部文件。",
        )
    title, sha256, form, warnings, given, issuer, sources = found[0]
    text = read_document(store, document)
    anchors = tuple(Anchor(*one) for one in text.anchors)
    source = Source(text.text, format=form, sha256=sha256, anchors=anchors, warnings=tuple(warnings))
    native = given.to_native() if hasattr(given, "to_native") else given
    return Kept(document, title, source, native, tuple(sources), issuer)


def put(store: Store, document: Kept) -> None:
    """Write a document's facts, read from what was kept of it; a reading that is there is replaced.

    Raises:
        GraphError: the store failed; nothing is left half.
    """
    found = extract_source(document.source, document.given, document.issuer)
    made = rows(found, given=document.given, issuer=document.issuer)
    with writing(store) as writer:
        (outcome,) = write(store, [Item(made)], writer)
        if outcome.error is not None:
            raise outcome.error
        if document.sources:
            store.write(
                "MATCH (d:Document {id: $id}) SET d.sources = $sources, d.source = $sources[0]",
                {"id": document.id, "sources": sorted(document.sources)},
            )


def correct(store: Store, document: str, *, day: date | None, issuer: str) -> None:
    """Read a document again as of `day` and as issued by `issuer`, which stay until others are given.

    None and an empty issuer: as its own text has them.
    """
    put(store, replace(keep(store, document), given=day, issuer=fold(issuer)))


def take_out(store: Store, document: str) -> Kept:
    """Remove a document; what is returned puts it back. Raises UnknownDocumentError where there is none."""
    found = keep(store, document)
    with writing(store):
        remove(store, document)
    return found
