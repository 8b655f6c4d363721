"""The one way from a document to its facts. To add a kind of fact: a component here, its module, its resource, its specs."""

from __future__ import annotations

import gc
import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from extract.assemble import assemble
from extract.blanks import tight
from extract.bodies import bodies
from extract.deadlines import deadlines
from extract.dependencies import dependencies
from extract.draft import Draft
from extract.header import header
from extract.kept import kept
from extract.kinds import kinds
from extract.marks import even, exact
from extract.model import Extraction
from extract.outline import outline
from extract.places import places
from extract.policies import policies
from extract.programmes import programmes
from extract.projects import projects
from extract.readers import open_source
from extract.roles import roles
from extract.sieve import codes
from extract.source import Context, Source
from extract.targets import targets, trim
from extract.times_beside import bind

COMPONENTS: tuple[Callable[[Draft], None], ...] = (
    outline,  # sections, items, sentences
    header,  # title, issuer, date, level, region
    policies,
    places,
    bodies,
    deadlines,
    targets,
    kinds,  # what each sentence is
    kept,  # which of them give facts
    programmes,
    projects,
    dependencies,
    bind,  # times that stand beside their acts
    trim,  # numbers to be reached, numbers that were
    roles,  # who owes it
)


def draft_source(source: Source, day: date | None = None, issuer: str = "") -> Draft:
    """Run every component; what tests and `explain` look into."""
    draft = Draft(source, Context(issuer=issuer, date=day, date_source="given" if day else ""))
    for component in COMPONENTS:
        component(draft)
    return draft


def extract_source(source: Source, day: date | None = None, issuer: str = "") -> Extraction:
    """Facts of a document that was read; `day` and `issuer` stand where given (else as the text has them)."""
    began = time.perf_counter()
    with _undisturbed():
        text, places = tight(even(source.text))
        read = source if text is source.text else replace(source, text=text)
        found = assemble(draft_source(read, day, issuer))
        if read is not source:
            found = exact(found, source, places)
    return replace(found, seconds=time.perf_counter() - began)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """No search for cyclic garbage while many facts are made, none of them garbage: a sixth of the time of a long text."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        codes.cache_clear()  # 16 bytes a character of the last text
        if collecting:
            gc.freeze()  # what was made is old at once: else the next collection would walk through all of it
            gc.unfreeze()
            gc.enable()


def extract_text(text: str, day: date | None = None) -> Extraction:
    """Facts of a text; `day` is the document's date (else read from the text)."""
    return extract_source(Source(text, sha256=hashlib.sha256(text.encode()).hexdigest()), day)


def extract_file(path: str | Path, day: date | None = None, issuer: str = "") -> Extraction:
    """Facts of a file of any supported format."""
    return extract_source(open_source(path), day, issuer)
