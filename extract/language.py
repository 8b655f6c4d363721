"""spaCy with one character a token: token index = character offset, always.

Word segmentation cuts names (省工|信厅); with character tokens every lexicon hit has its span, and a Doc is made
nine times as fast as jieba cuts the same text. Finders that need a lexicon use `PhraseMatcher` on this vocabulary.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc


class CharacterTokenizer:
    """Text → Doc with a token for each code point and no spaces."""

    def __init__(self, vocab: Any) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        return Doc(self.vocab, words=list(text), spaces=[False] * len(text))


@cache
def language() -> Language:
    """The blank Chinese pipeline that all finders share."""
    nlp = spacy.blank("zh")
    nlp.tokenizer = CharacterTokenizer(nlp.vocab)
    return nlp


def phrase_matcher(phrases: dict[str, list[str]]) -> PhraseMatcher:
    """A matcher for `{label: phrases}`; matches are (label hash, start, end), overlapping ones included."""
    nlp = language()
    matcher = PhraseMatcher(nlp.vocab)
    for label, words in phrases.items():
        matcher.add(label, [nlp.make_doc(word) for word in words])
    return matcher
