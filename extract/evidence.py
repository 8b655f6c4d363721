"""What speaks for and against a sentence being an obligation: cue words, clause beginnings, region, bodies, times, numbers.

One scan of the whole text finds the cue words (resources/cues.yaml), one more the beginnings of clauses (resources/verbs.yaml);
both are shared out to the sentences. The names of the features are those of resources/weights.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache

from extract.draft import Draft, S
from extract.heads import head_of
from extract.lexicon import alternatives, classes
from extract.model import Deadline, Sentence

_CLAUSE = re.compile(r"[，,：:]")
_DAY = re.compile(r"[\dX×]{1,2}月(?:\d{1,2}|[X×]{1,2})日(?!前|之前|起|以前|至|止|底|内|下班|\d*[时点])")
_YEAR = re.compile(
    r"(20\d\d)年(?!度?\d{0,2}月?\d{0,2}日?(?:起|底|末|以前|之前|前|以后|之后|内|开始|结转|建成的|新增的|计划|目标|任务|工作要点))"
)
_NUMBER = re.compile(r"\d|[X×](?=[万亿个名户家%％])")
_PAST = ("le", "already", "past", "count")
_BARE_DAY = re.compile(r"[\dX×]{1,2}月[\dX×]{1,2}日$")
_BEFORE = re.compile(r"[前之起至内止下]|以前|\d*[时点]")
_MODAL = ("c:must", "c:yao", "c:ban", "c:ensure", "c:will", "c:assign")
_ENDS = {"？": "e:question", "?": "e:question", "！": "e:cry", "”": "e:quote", "：": "e:colon", ":": "e:colon"}
_CASE = re.compile(
    r"的[，；](?=[^，。；]{0,30}(?:由|要|应|须|可|按|给予|予以|一律|不|依法|依规|取消|纳入|优先|列入|及时|限期|责令|严肃|严格|追究|实行|[\u4e00-\u9fff]))"
)
_TOLD = {"le", "already", "past", "lack", "copula", "effect", "contrast"}
_DUTY = re.compile(
    r"[，：；](?:主要|具体|并|同时|全面)?(?:负责|承担|统筹|协调|组织|指导|督促|督导|牵头)(?=[\u4e00-\u9fff“、]{4})(?!人|制|同志|单位|部门)"
)
_REPORTED = re.compile(
    r"(?:会议|会上|调研|讲话|批示|指示|通报|函》?|市长|书记|县长|省长|主席|总理)[^。；，]{0,24}，[^。；，]{0,16}(?:明确|并|还)?(?:要求|强调|指出)(?![，：:])"
)
_SAYS = ("must", "yao", "ban", "ensure", "assign", "steady", "will", "state", "permit", "act", "goal")
_THIS = ("这", "它", "此外，我们", "那是", "其目的", "其中的")
_CLOSED = "。！？；;!?：:”’）)」』"


@dataclass(slots=True)
class Evidence:
    """Of one sentence: `cues` are (class, start, word), `head` the word its first clause begins with."""

    index: int
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


def read_cues(text: str, sentences: Sequence[Sentence]) -> list[Evidence]:
    """The cue words of each sentence, those in its label left out."""
    found = [Evidence(index) for index in range(len(sentences))]
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
    done = [max((where for kind, where, _ in one.cues if kind in _PAST), default=-1) for one in found]
    for evidence in found:
        if any(name in evidence.features for name in _MODAL):
            done[evidence.index] = -1
    _share(draft.deadlines, sentences, found, lambda at, one: _deadline(text, one, done[at]))
    _share(draft.targets, sentences, found, lambda at, one: "x:target" if one.start > done[at] else "x:done")
    _share(
        draft.bodies,
        sentences,
        found,
        lambda at, one: "x:bodyfirst" if one.start - sentences[at].body <= 1 else "x:body",
    )
    return found


def _deadline(text: str, deadline: Deadline, done: int) -> str:
    """A day without 前 is when something was; a time before a word of the past belongs to that past."""
    if deadline.start < done:
        return "x:done"
    if _BARE_DAY.search(deadline.text) and not _BEFORE.match(text, deadline.end):
        return "x:day"
    return "x:deadline" if deadline.kind in ("by", "recurring") else "x:period"


def _words(text: str, sentence: Sentence, evidence: Evidence) -> None:
    """c: every class of cue, 1: those of the first clause, 2: those that stand twice, z: orders after the last comma.

    What a case says (“已经办理的，…”) is left out: it only tells whom the rule is for.
    """
    begin, end = sentence.body, sentence.end
    comma = text.find("，", begin, end)
    first = comma if comma >= 0 else end
    last = text.rfind("，", begin, end)
    cases = [mark.start() for mark in _CASE.finditer(text, begin, end)]
    if cases:
        evidence.features.append("x:case")
        upto = cases[-1]
        since = text.rfind("，", begin, upto) if len(cases) == 1 else begin
        evidence.cues = [cue for cue in evidence.cues if cue[0] not in _TOLD or not since < cue[1] <= upto]
    names: set[str] = set()
    order = past = -1
    for kind, where, _ in evidence.cues:
        name = f"c:{kind}"
        if name in names:
            names.add(f"2:{kind}")
        names.add(name)
        if where < first or (kind == "copula" and where == first + 1):
            names.add(f"1:{kind}")
        if where > last >= 0 and kind in ("must", "yao"):
            names.add("z:order")
        if kind in ("must", "yao"):
            order = where
        elif kind in _PAST:
            past = where
        elif kind == "quote" and where - begin <= 1:
            names.add("x:quotefirst")
        if kind == "yao" and where - begin <= 1:
            names.add("x:yaofirst")
    if order > past >= 0:
        names.add("z:turn")
    if text[begin] == "“" and text[end - 1] == "”":
        names.add("x:quoted")
    if _REPORTED.search(text, begin, end):
        names.add("x:reported")
    if _DUTY.search(text, begin, end):
        names.add("x:duty")
    if text.startswith(_THIS, begin):
        names.add("x:this")
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
    if kind != "verb" and not verbs and not any(cue in _SAYS for cue, _, _ in evidence.cues):
        features.append("x:plain")
    last = text[end - 1]
    if last in _ENDS:
        features.append(_ENDS[last])
    elif last not in _CLOSED and sentence.cell is None and sentence.body == begin and sentence.start == begin:
        features.append("e:open")


def _share(
    spans: Sequence[S], sentences: Sequence[Sentence], found: Sequence[Evidence], name: Callable[[int, S], str]
) -> None:
    """Add a feature to each sentence in which a span begins, after its label."""
    at, last = 0, len(sentences) - 1
    for span in spans:
        while at < last and sentences[at].end <= span.start:
            at += 1
        if sentences and sentences[at].body <= span.start < sentences[at].end and not sentences[at].rule:
            feature = name(at, span)
            if feature not in found[at].features:
                found[at].features.append(feature)
