"""The extraction as a spaCy pipeline with one character a token: token index = character offset, always.

    nlp = pipeline()                     # or add the component "govgraph" to a pipeline of your own
    doc = nlp("财政部门牵头，年底前化解债务3亿元。")
    [(span.text, span.label_) for span in doc.spans["bodies"]]      # [("财政部门", "lead")]
    doc._.extraction                     # all of it, as extract.model has it

Word segmentation cuts names (省工|信厅); with character tokens every fact has its span, and a Doc is made nine times as
fast as jieba cuts the same text. The finders themselves read the text, not the tokens: a Doc costs as much time as
two of them, so commands that need none do not make one; whoever wants spans, displacy, PhraseMatcher or training data
gets them here.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup
from spacy.util import registry

from extract.model import Extraction, Obligation
from extract.pipeline import extract_text

FACTS = ("deadlines", "targets", "projects", "programmes", "policies", "places")
GROUPS = ("obligations", "results", "bodies", *FACTS, "dependencies")


class CharacterTokenizer:
    """Text → Doc with a token for each code point and no spaces, so that `doc.text` is the text."""

    def __init__(self, vocab: Any) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        return Doc(self.vocab, words=list(text), spaces=[False] * len(text))

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing to keep: the tokenizer has no settings. spaCy asks when a pipeline is saved."""
        return b""

    def from_bytes(self, _: bytes, **__: Any) -> CharacterTokenizer:
        return self

    def to_disk(self, _: Any, **__: Any) -> None:
        """See `to_bytes`."""

    def from_disk(self, _: Any, **__: Any) -> CharacterTokenizer:
        return self


@registry.tokenizers("govgraph.CharacterTokenizer.v1")  # type: ignore[untyped-decorator]
def _tokenizer() -> Any:
    return lambda nlp: CharacterTokenizer(nlp.vocab)


def _spans(doc: Doc, name: str, rows: Iterable[tuple[int, int, str]]) -> SpanGroup:
    """Each span once a label, in the order of the text."""
    return SpanGroup(doc, name=name, spans=[Span(doc, start, end, label) for start, end, label in sorted(set(rows))])


def _facts(obligation: Obligation, name: str) -> Iterable[tuple[int, int, str]]:
    return ((fact.start, fact.end, getattr(fact, "kind", "") or name[:-1]) for fact in getattr(obligation, name))


@Language.factory("govgraph", default_config={"day": None})
class Govgraph:
    """The component: sets `doc.spans` for each of GROUPS and `doc._.extraction`. `day`: the document's date (ISO)."""

    def __init__(self, nlp: Language, name: str, day: str | None) -> None:
        self.day = date.fromisoformat(day) if day else None
        if not Doc.has_extension("extraction"):
            Doc.set_extension("extraction", default=None)

    def __call__(self, doc: Doc) -> Doc:
        if len(doc) != len(doc.text):
            raise ValueError(
                "govgraph needs a token for each character; use extract.language.pipeline() or its tokenizer."
            )
        found: Extraction = extract_text(doc.text, self.day)
        acts = found.obligations
        doc._.extraction = found
        doc.spans["obligations"] = _spans(
            doc, "obligations", ((one.start, one.end, one.modality.value) for one in acts)
        )
        doc.spans["results"] = _spans(doc, "results", ((one.start, one.end, "result") for one in found.results))
        bodies = ((body.start, body.end, body.role.value) for one in acts for body in one.bodies)
        doc.spans["bodies"] = _spans(doc, "bodies", bodies)
        for name in (*FACTS, "dependencies"):
            doc.spans[name] = _spans(doc, name, (row for one in acts for row in _facts(one, name)))
        return doc


@cache
def language() -> Language:
    """The blank Chinese pipeline with character tokens."""
    return spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "govgraph.CharacterTokenizer.v1"}}})


def pipeline(day: date | None = None) -> Language:
    """A spaCy pipeline that reads documents of that date (None: the date stands in the text)."""
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "govgraph.CharacterTokenizer.v1"}}})
    nlp.max_length = 100_000_000
    nlp.add_pipe("govgraph", config={"day": day.isoformat() if day else None})
    return nlp
