"""What speaks for and against a sentence being an obligation: cue words, clause beginnings, region, bodies, times, numbers.

One scan of the whole text finds the cue words (resources/cues.yaml), one more the beginnings of clauses (resources/verbs.yaml);
both are shared out to the sentences. The names of the features are those of resources/weights.yaml.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from extract.draft import Draft, Spanned
from extract.lexicon import alternatives, classes
from extract.model import Sentence

_CLAUSE = re.compile(r"[，,：:]")
_DAY = re.compile(r"\d{1,2}月(?:\d{1,2}|[X×]{1,2})日(?!前|之前|起|以前|至|止|底|内|下班|\d*[时点])")
_YEAR = re.compile(r"(20\d\d)年(?!起|底|末|以前|前|内|开始|度?(?:计划|目标|任务|工作要点))")
_NUMBER = re.compile(r"\d|[X×](?=[万亿个名户家%％])")
_ENDS = {"？": "e:question", "?": "e:question", "！": "e:cry", "”": "e:quote", "：": "e:colon", ":": "e:colon"}
_CLOSED = "。！？；;!?：:”’）)」』"


@dataclass(slots=True)
class Evidence:
    """Of one sentence: `cues` are (class, start, word), `head` the word its first clause begins with."""

    cues: list[tuple[str, int, str]] = field(default_factory=list)
    features: list[str] = field(default_factory=list)
    head: str = ""

    def cue(self, *kinds: str) -> str:
        """The first word of one of these classes, "" if there is none."""
        return next((word for kind, _, word in self.cues if kind in kinds), "")

    def has(self, feature: str) -> bool:
        return feature in self.features


@cache
def scanner() -> tuple[re.Pattern[str], dict[str, str]]:
    """The pattern of all cue words and the class of each; "none" marks a word that only looks like a cue."""
    table = classes("cues", "cues")
    return re.compile(alternatives(table)), table


@cache
def _heads() -> re.Pattern[str]:
    verb, adverb, lead = (alternatives(classes("verbs", name)) for name in ("verbs", "adverbs", "leads"))
    return re.compile(
        rf"[“\s]*(?:{adverb})*+地?(?P<verb>{verb})|[“\s]*(?:(?P<adverb>(?:{adverb})+)地?)?(?:(?P<verb2>{verb})|(?P<lead>{lead})|)"
    )


def read_cues(text: str, sentences: Sequence[Sentence]) -> list[Evidence]:
    """The cue words of each sentence, those in its label left out."""
    found = [Evidence() for _ in sentences]
    if not sentences:
        return found
    pattern, table = scanner()
    at, last = 0, len(sentences) - 1
    end = sentences[0].end
    for match in pattern.finditer(text):
        where = match.start()
        while where >= end and at < last:
            at += 1
            end = sentences[at].end
        kind = table[match.group()]
        if kind != "none" and sentences[at].body <= where < end:
            found[at].cues.append((kind, where, match.group()))
    return found


def head_of(text: str, start: int, end: int) -> tuple[str, str]:
    """(kind, word) of the beginning of a clause: verb, lead, adverb, or "" where it begins with something else."""
    match = _heads().match(text, start, end)
    if match is None:
        return "", ""
    if match["verb"] or match["verb2"]:
        return "verb", match["verb"] or match["verb2"]
    if match["lead"]:
        return "lead", match["lead"]
    return ("adverb", match["adverb"]) if match["adverb"] else ("", "")


def gather(draft: Draft, regions: Sequence[str], genre: str) -> list[Evidence]:
    """The evidence of every sentence, in order."""
    text, sentences = draft.text, draft.outline.sentences
    found = read_cues(text, sentences)
    year = draft.context.date.year if draft.context.date else 0
    for sentence, evidence, region in zip(sentences, found, regions, strict=True):
        if sentence.rule:
            continue
        _words(text, sentence, evidence)
        evidence.features += (f"r:{region}", f"g:{genre}")
        _form(text, sentence, evidence, year, genre)
    _marks(draft.deadlines, "x:deadline", sentences, found)
    _marks(draft.targets, "x:target", sentences, found)
    _marks(draft.bodies, "x:body", sentences, found)
    return found


def _words(text: str, sentence: Sentence, evidence: Evidence) -> None:
    comma = text.find("，", sentence.body, sentence.end)
    first = comma if comma >= 0 else sentence.end
    names = {f"c:{kind}" for kind, _, _ in evidence.cues}
    names |= {f"1:{kind}" for kind, where, _ in evidence.cues if where < first}
    evidence.features += names


def _form(text: str, sentence: Sentence, evidence: Evidence, year: int, genre: str) -> None:
    features, begin, end = evidence.features, sentence.body, sentence.end
    kind, evidence.head = head_of(text, begin, end)
    features += (f"h:{kind}", f"h:{kind}|g:{genre}")
    verbs, others = 0, 0
    for mark in _CLAUSE.finditer(text, begin, end - 1):
        later, _ = head_of(text, mark.end(), end)
        verbs += later == "verb"
        others += later in ("", "adverb")
    if verbs:
        features.append("v:2" if verbs > 1 else "v:1")
    if not others and kind in ("verb", "lead"):
        features.append("v:all")
    if _DAY.search(text, begin, end):
        features.append("x:day")
    if year and any(int(mark[1]) < year for mark in _YEAR.finditer(text, begin, end)):
        features.append("x:pastyear")
    if _NUMBER.search(text, begin, end):
        features.append("x:number")
    if sentence.item is not None:
        features.append("p:item")
    last = text[end - 1]
    if last in _ENDS:
        features.append(_ENDS[last])
    elif last not in _CLOSED and sentence.cell is None:
        features.append("e:open")


def _marks(spans: Sequence[Spanned], name: str, sentences: Sequence[Sentence], found: Sequence[Evidence]) -> None:
    """Add the feature to each sentence in which a span begins; `x:bodyfirst` too where a body stands at its start."""
    ends = [one.end for one in sentences]
    for span in spans:
        at = bisect_left(ends, span.start + 1)
        if at < len(sentences) and sentences[at].body <= span.start:
            features = found[at].features
            if name not in features:
                features.append(name)
                if name == "x:body" and span.start - sentences[at].body <= 1:
                    features.append("x:bodyfirst")
