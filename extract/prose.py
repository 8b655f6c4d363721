"""What a sentence of running text is, its evidence summed up: obligation, appeal, permission, formula, result, problem …"""

from __future__ import annotations

import re

from extract.evidence import CHECKED, Evidence
from extract.formulas import formula
from extract.heads import head_of
from extract.judge import grounds
from extract.outline import ANNOUNCES
from extract.readings import is_rule, is_scoring
from extract.structure import Kind, Outline, Sentence
from extract.topics import is_topic

_SIGNATURE = 40
_ROUTINE = re.compile(
    r"请[^。；，]{0,16}，?(?:认真|切实)?(?:遵照|贯彻|组织|抓好|参照|按照|严格)*(?:执行|落实|实施|办理)[。]?$"
)
_LEAD = re.compile(r"(?:应当|必须|遵守|抓好|做好|落实|推进|要|负责|牵头)")
_GRANTS = re.compile(
    r"(?:给予|发放|予以|处(?=[^，。；]{1,24}罚)|责令|安排|免[收征除]|减[收征免]|加大|优先)[^，。；]{2,40}[，；](?![^，。；]{0,6}的，)"
)
_SETS_UP = re.compile(
    r"(?:进一步|全面|依法|统一|逐步|抓紧|及时)*(?:建立|建立健全|实施|实行|推行|制定|编制|设立|组建|出台)[^，。；]*(?:机制|制度|体系|办法|清单|台账|名录|平台|监管|标准|方案|规划|计划|试点)"
    r"|严格依法|对[^，。；]{2,30}(?:一查到底|依法处罚|依法查处|一律|依规处理|依法处理)"
)
_CALLS = ("让我们", "希望大家", "同志们，让")
_CALL = frozenset(words[0] for words in _CALLS)
_GREETS = ("同志们", "各位代表", "各位委员", "各位领导")
_MANY = 5  # clauses
_SIGNER = re.compile(r"[\u4e00-\u9fff]{1,24}(?:[部厅局委署府]|办公室|办公厅|指挥部|领导小组|委员会)")
_BLANKS = re.compile("[ \u3000、]+")
_SIGNED = 120  # characters of a line
_SIGNED_OVER = 4  # lines of a signature that stand over its date, at most
_APPEAL = {"principle": 2, "front": 1}


def judge_prose(outline: Outline, index: int, evidence: Evidence, score: int, region: str, leads: bool) -> None:
    """Set kind, rule and cue of a sentence; `score` above 0 makes it an obligation, `leads`: it announces a list."""
    sentence = outline.sentences[index]
    if evidence.has("e:open") and _signs(outline, index):
        sentence.kind, sentence.rule = Kind.CONTEXT, "signature"
    elif leads and _has_item(outline, index) and (word := _ordered_first(outline, index, evidence)):
        sentence.kind, sentence.rule, sentence.cue = Kind.OBLIGATION, "modal-must", word
    elif leads and sentence.item is not None and not _has_item(outline, index) and (word := _acts_first(sentence)):
        sentence.kind, sentence.rule, sentence.cue = Kind.OBLIGATION, "bare-verb", word
    elif is_topic(outline, index, evidence):
        sentence.kind, sentence.rule = Kind.TOPIC, "topic"
    elif leads and not _has_item(outline, index) and not (score > 0 and evidence.has("x:target")):
        order = _LEAD.search(sentence.text) is not None and score > 0
        sentence.kind, sentence.rule = (Kind.LEADIN, "lead-in") if order else (Kind.CONTEXT, "opening")
    elif (said := formula(sentence, evidence)) is not None:
        sentence.kind, sentence.rule, sentence.cue = said
    elif is_rule(sentence.text, evidence) or is_scoring(sentence.text, evidence):
        sentence.kind, sentence.rule = Kind.CONTEXT, "reading-rule"
    elif (evidence.has("c:formal") or "发给你们" in sentence.text) and _ROUTINE.search(sentence.text):
        sentence.kind, sentence.rule, sentence.cue = Kind.APPEAL, "routine-order", "请"
    elif _is_permission(sentence.text, sentence.start, evidence):
        sentence.kind, sentence.rule, sentence.cue = Kind.PERMISSION, "permission", evidence.cue("permit")
    elif (sentence.text[0] in _CALL and sentence.text.startswith(_CALLS)) or (
        sentence.text[-1] == "！" and sentence.text.startswith(_GREETS)
    ):
        sentence.kind, sentence.rule, sentence.cue = Kind.APPEAL, "appeal", sentence.text[:2]
    elif score > 0:
        if _is_appeal(sentence.text, evidence, region):
            sentence.kind, sentence.rule, sentence.cue = Kind.APPEAL, "appeal", evidence.cue("slogan")
        else:
            sentence.kind = Kind.OBLIGATION
            sentence.rule, sentence.cue = grounds(evidence)
    else:
        _passed(sentence, evidence, region)


def _signs(outline: Outline, index: int) -> bool:
    """Are these offices alone over the date of the paper: 审计署办公厅 | 2020年3月3日, whatever their names begin with?"""
    one = outline.sentences[index]
    if one.body != one.start or not _offices(one.text):
        return False
    for after in outline.sentences[index + 1 : index + _SIGNED_OVER]:
        if after.rule == "date":
            return True
        if not _offices(after.text):
            return False
    return False


def _offices(words: str) -> bool:
    return len(words) <= _SIGNED and all(_SIGNER.fullmatch(part) for part in _BLANKS.split(words.strip()))


def _has_item(outline: Outline, index: int) -> bool:
    """Does the sentence hold its list's first item as well?"""
    sentence = outline.sentences[index]
    return sentence.item is not None and sentence.start < outline.items[sentence.item].start < sentence.end


def _acts_first(sentence: Sentence) -> str:
    """The second verb of the acts that are ordered before a list is announced: 建立…政策措施，搭建…平台，优化…环境，实施如下重点项目："""
    text, at, acts = sentence.text, sentence.body - sentence.start, 0
    while (mark := text.find("，", at)) >= 0:
        kind, word = head_of(text, at, mark)
        acts += kind == "verb"
        if acts > 1:
            return word
        at = mark + 1
    return ""


def _ordered_first(outline: Outline, index: int, evidence: Evidence) -> str:
    """The word that orders in the list's first item, told with its lead-in: 会议听取了汇报，议定以下意见：一是各镇要…"""
    item = outline.sentences[index].item
    start = outline.items[item].start if item is not None else 0
    return next((word for kind, where, word in evidence.cues if kind in ("must", "yao", "ban") and where >= start), "")


def _is_permission(text: str, begin: int, evidence: Evidence) -> bool:
    """Only allows: nothing is ordered, and no clause before the word of permission gives something."""
    at = -1
    for kind, where, _ in evidence.cues:
        if kind == "permit" and text.rfind("（", 0, where - begin) <= text.rfind("）", 0, where - begin):
            at = where  # not only of an exception in brackets
            break
    if at < 0 or text[at - begin - 1 : at - begin] in ("仅", "只"):
        return False
    if evidence.has("h:verb") or evidence.has("x:deadline") or evidence.has("1:quota"):
        return False
    if _GRANTS.search(text, 0, max(0, at - begin)):
        return False
    return not any(
        kind in ("must", "yao", "ban", "ensure") or (kind == "assign" and where < at)
        for kind, where, _ in evidence.cues
    )


def _is_appeal(text: str, evidence: Evidence, region: str) -> bool:
    """Exhortation without anything to check; not where half of the clauses say what to do besides."""
    missing = 2 - _APPEAL.get(region, 0)
    if len(evidence.cues) < missing or not CHECKED.isdisjoint(evidence.features):
        return False
    slogans = 0
    for kind, _, _ in evidence.cues:
        slogans += kind == "slogan"
    if slogans < missing:
        return False
    if region == "principle" and not slogans and _concrete(text, evidence):
        return False
    clauses = text.count("，") + 1
    return not (clauses >= _MANY and slogans * 2 <= clauses)


def _concrete(text: str, evidence: Evidence) -> bool:
    """Among principles: an order by its modal verb, or one that sets up or carries out something (建立…机制, 实施…监管)."""
    if evidence.has("c:yao") or evidence.has("c:must"):
        return True
    return _SETS_UP.match(text) is not None


def _passed(sentence: Sentence, evidence: Evidence, region: str) -> None:
    """Kind and reason of a sentence that is no obligation."""
    done = evidence.cue("le", "already", "past")
    if evidence.has("c:formal"):
        sentence.kind, sentence.rule, sentence.cue = Kind.CONTEXT, "formula", evidence.cue("formal")
    elif evidence.has("c:define"):
        sentence.kind, sentence.rule, sentence.cue = Kind.CONTEXT, "definition", evidence.cue("define")
    elif evidence.has("c:praise") and not evidence.has("x:target"):
        sentence.kind, sentence.rule, sentence.cue = Kind.CONTEXT, "praise", evidence.cue("praise")
    elif evidence.has("c:lack") and not done and region in ("review", "mixed", "lack", "plan"):
        sentence.kind, sentence.rule, sentence.cue = Kind.CONTEXT, "problem", evidence.cue("lack")
    elif region == "review" or (done and (evidence.has("x:number") or evidence.has("c:le")) and region != "front"):
        plain = (
            evidence.has("c:will") or evidence.has("c:copula") or evidence.has("c:contrast") or evidence.has("c:ask")
        )
        sentence.kind, sentence.rule, sentence.cue = (
            (Kind.CONTEXT, "background", "") if plain and not done else (Kind.RESULT, "past-result", done)
        )
    elif evidence.has("c:lack") and region != "principle":
        sentence.kind, sentence.rule, sentence.cue = Kind.CONTEXT, "problem", evidence.cue("lack")
    elif region == "principle" or sum(1 for kind, _, _ in evidence.cues if kind == "slogan") >= 2:
        sentence.kind, sentence.rule, sentence.cue = Kind.APPEAL, "appeal", evidence.cue("slogan")
    elif evidence.has("c:appoint"):
        sentence.kind, sentence.rule, sentence.cue = Kind.CONTEXT, "appointment", evidence.cue("appoint")
    elif (
        evidence.has("e:open")
        and len(sentence.text) < _SIGNATURE
        and not evidence.cues
        and sentence.body == sentence.start
    ):
        sentence.kind, sentence.rule = Kind.CONTEXT, "signature"
    else:
        sentence.kind, sentence.rule = Kind.CONTEXT, "opening" if ANNOUNCES.search(sentence.text) else "background"
