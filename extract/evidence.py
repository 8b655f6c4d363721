"""What speaks for and against a sentence being an obligation, and the cue words in which it is found.

One scan of the whole text finds the cue words (resources/cues.yaml) and shares them out to the sentences; `gather` adds the rest.
The names of the features are those of resources/weights.yaml.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from extract.lexicon import classes
from extract.scan import Scanner
from extract.structure import Sentence

MODAL = frozenset(("c:must", "c:yao", "c:ban"))
CHECKED = frozenset(("x:deadline", "x:target", "c:assign"))
"""What makes a sentence more than an exhortation: a day, a figure, somebody to do it."""


@dataclass(slots=True)
class Evidence:
    """Of one sentence: `cues` are (class, start, word), `kinds` their classes, `head` the word its first clause begins with."""

    index: int
    cues: list[tuple[str, int, str]] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    features: list[str] = field(default_factory=list)
    head: str = ""

    def cue(self, *kinds: str) -> str:
        """The first word of one of these classes, "" if there is none."""
        if self.kinds.isdisjoint(kinds):
            return ""
        return next(word for kind, _, word in self.cues if kind in kinds)

    def has(self, feature: str) -> bool:
        return feature in self.features

    def any(self, features: frozenset[str]) -> bool:
        """Is one of these there?"""
        return not features.isdisjoint(self.features)


@cache
def scanner() -> Scanner:
    """All cue words with their class; "none" marks a word that only looks like a cue."""
    return Scanner(classes("cues", "cues"))


def read_cues(text: str, sentences: Sequence[Sentence]) -> list[Evidence]:
    """The cue words of each sentence, those in its label left out."""
    found = [Evidence(index) for index in range(len(sentences))]
    if not sentences:
        return found
    at, last = 0, len(sentences) - 1
    body, end, cues = sentences[0].body, sentences[0].end, found[0].cues
    for where, word, kind in scanner().found(text):
        if kind == "none":
            continue
        while where >= end and at < last:
            at += 1
            body, end, cues = sentences[at].body, sentences[at].end, found[at].cues
        if body <= where < end:
            cues.append((kind, where, word))
    return found
