"""What a sentence of running text is, its evidence summed up: obligation, appeal, permission, formula, result, problem …"""

from __future__ import annotations

import re

from extract.evidence import CHECKED, Evidence
from extract.judge import grounds
from extract.model import Kind, Outline, Sentence
from extract.outline import ANNOUNCES
from extract.readings import is_rule, is_scoring
from extract.topics import is_topic

_SIGNATURE = 40
_ROUTINE = re.compile(
    r"请[^。；，]{0,16}，?(?:认真|切实)?(?:遵照|贯彻|组织|抓好|参照|按照|严格)*(?:执行|落实|实施|办理)[。]?$"
)
_AGREED = re.compile(r"(?:经研究，)?(?:会议)?(?:原则上?|一致)?同意(?!由)[^，。；]{4,}")
_CHARGED = re.compile(r"负责(?![人同制])|(?<![主重必需])要(?![求素点件])|应(?![急用])|须|承担|不得|一经")
_APPOINTS = re.compile(
    r"(?:设立?|设置)[^，。；]{1,16}[，,][^。；]{0,6}由[^。；]{2,40}(?:担任|兼任)"
    r"|(?:组长|主任|召集人|指挥长|总指挥|联络员)由[^。；]{2,40}(?:担任|兼任)|"
    r"(?:成立|设立|组建)[^，。；]{2,30}[，,]由[^。；]{2,40}(?:任|担任|兼任)(?:[^，。；]{0,8})?(?:组长|指挥长|总指挥|召集人|主任)。?$|"
    r"(?:任|担任|兼任|为)(?:常务)?(?:副)?(?:组长|指挥长|总指挥|召集人|主任|成员)(?=[，。；、])[^。；]*?(?:任|担任|兼任|为)(?:常务)?(?:副)?(?:组长|指挥长|总指挥|召集人|主任|成员)(?=[，。；、])"
)
_POSTS = re.compile(
    r"(?:会议)?(?:决定|通过|同意|研究决定)?[：:，]?(?:任命|免去|提名|聘任|解聘|推荐)[^。；]{2,60}?(?:职务|为[^，。；]{2,24}(?:长|主任|书记|主席|委员|总监|经理|成员|人选))"
)
"""免去王五县统计局局长职务: a post given or taken."""
_COMPOSED = re.compile(
    r"[^。；]{0,60}?由[^。；]{2,300}组成(?:，(?:内设|下设|设)[^。；]{2,80})?。?\Z|[^，。；]{2,24}任(?:常务)?副?(?:组长|主任|总?指挥长?|召集人|队长|团长|班长)(?:[，、][^，。；]{2,24}任(?:常务)?副?(?:组长|主任|总?指挥长?|召集人|队长))*。?\Z"
)
"""综合协调组：由发改委、财政局组成。市水务局局长任组长。: who is in a group, no task."""
_LISTS_POINTS = re.compile(
    r"我(?:就|再|先|只|着重|重点|主要|简单|接着|想)*(?:讲|说|谈|提|强调|念)[^，。；]{0,8}?(?:[一二三四五六七八九十几两]|\d+)(?:件事|点(?!名)|条|个方面|个问题|句话|层意思|个意见|个要求|桩事)"
)
"""今年怎么干，我讲五件事: announces, orders nothing."""
_STAGE = re.compile(r"[^，。；]{2,28}[为是](?:[^，。；的]{2,8})?阶段。?\Z")
"""2022年6月—7月为启动阶段。: names a stage, orders nothing."""
_SUBMITS = re.compile(
    r"以上(?:意见|答复|情况|建议)[^。；]{0,24}(?:参考|参阅)|请予?(?:各位代表|大会|会议)?(?:审议|审查|审定)(?=[，。]|并)|我[受代][^。；]{2,30}报告(?:如下|工作|[^，。；]{0,16})，请"
)
"""现在，我代表县人民政府，向大会报告工作，请予审议…: the speaker's own formula."""
_ATTENDED = re.compile(
    r"(?:参加|出席|列席)了?(?:[^，。；]{0,8}?(?:会议|座谈会?|会见|调研|活动|汇报会|启动仪式|学习)|会)。?\Z"
)
"""市各套班子领导、市直有关部门负责人参加会议。: who was there, at the end of minutes and reports."""
_MET = re.compile(
    r"(?:(?:\d{4}|今)年)?(?:\d{1,2}月)?\d{1,2}日(?:上午|下午|晚上?|中午)?，[^。；]{2,60}?(?:召开|举行|主持)[^。；，]{0,40}?会议?[，。]"
)
"""5月24日，某县召开领导小组会，研究…工作。: tells of the meeting."""
_NARRATES = re.compile(
    r"(?:又讯[\s　]*)?(?:(?:[\d年月]{0,8}\d日|同日|当[天日]|次日)(?:上午|下午|晚上?)?|上午|下午)，[^。；，]{2,24}?(?:率领|带领|一行|前往|来到|深入|赴)[^。；]{2,80}。?\Z"
    r"|[^。；，]{2,12}(?:最后)?还?就[^。；]{4,80}?(?:进行|作)了?(?:强调|说明|讲话|发言|讲解)[。]?\Z"
)
"""同日下午，县长率领…前往灵溪镇调研。: tells what happened."""
_WEIGHTY = re.compile(
    r"(?:会议(?:指出|强调|认为)，)?[^。；]{4,60}?[，,]?(?:既|不仅)?是(?:(?![，,][都也还更又]?(?:要|应|须|必须|务必|确保|不得))[^。；]){2,40}(?:承诺|责任|任务|要求|使命|举措|途径|抓手|保证|前提|基础|关键|体现|选择|引擎|动力|底线|红线|生命线|重中之重|头等大事)"
    r"(?:[，,](?:也|更|又|而且)?是[^。；]{2,40})*。?\Z"
)
"""如期完成脱贫任务，是庄严承诺，是必须履行好的政治责任。: says what a thing is, orders nothing."""
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
_APPEAL = {"principle": 2, "front": 1}


def judge_prose(outline: Outline, index: int, evidence: Evidence, score: int, region: str, leads: bool) -> None:
    """Set kind, rule and cue of a sentence; `score` above 0 makes it an obligation, `leads`: it announces a list."""
    sentence = outline.sentences[index]
    if is_topic(outline, index, evidence):
        sentence.kind, sentence.rule = Kind.TOPIC, "topic"
    elif leads and not _has_item(outline, index) and not (score > 0 and evidence.has("x:target")):
        order = _LEAD.search(sentence.text) is not None and score > 0
        sentence.kind, sentence.rule = (Kind.LEADIN, "lead-in") if order else (Kind.CONTEXT, "opening")
    elif _agrees(sentence.text, sentence.body - sentence.start, evidence):
        sentence.kind, sentence.rule, sentence.cue = Kind.CONTEXT, "agreed", "同意"
    elif (
        (
            evidence.has("c:appoint")
            and _COMPOSED.match(sentence.text)
            and evidence.kinds.isdisjoint(("must", "yao", "ban"))
            and not _CHARGED.search(sentence.text)
        )
        or (evidence.has("c:appoint") and _APPOINTS.search(sentence.text) and not _CHARGED.search(sentence.text))
        or ("特成立" in sentence.text and not _CHARGED.search(sentence.text))
        or (
            any(word in sentence.text for word in ("免去", "任命", "提名", "聘任", "解聘"))
            and _POSTS.match(sentence.text, sentence.body - sentence.start)
            and not _CHARGED.search(sentence.text)
        )
    ):
        sentence.kind, sentence.rule, sentence.cue = Kind.CONTEXT, "appointment", evidence.cue("appoint")
    elif "阶段" in sentence.text and _STAGE.match(sentence.text, sentence.body - sentence.start):
        sentence.kind, sentence.rule, sentence.cue = Kind.CONTEXT, "stage", "阶段"
    elif "c:speaker" in evidence.features and _LISTS_POINTS.search(sentence.text) and not evidence.has("x:bodyfirst"):
        sentence.kind, sentence.rule, sentence.cue = Kind.CONTEXT, "opening", "我"
    elif ("请" in sentence.text or sentence.text.startswith("以上")) and _SUBMITS.search(sentence.text):
        sentence.kind, sentence.rule, sentence.cue = Kind.CONTEXT, "formula", "请予审议"
    elif sentence.text.endswith(("会议。", "会。", "活动。", "调研。")) and _attended(sentence.text, evidence):
        sentence.kind, sentence.rule = Kind.CONTEXT, "members"
    elif "c:copula" in evidence.features and _WEIGHTY.match(sentence.text):
        sentence.kind, sentence.rule, sentence.cue = Kind.CONTEXT, "background", "是"
    elif (
        "日" in sentence.text[:12] and _MET.match(sentence.text) and evidence.kinds.isdisjoint(("must", "yao", "ban"))
    ) or (
        ("日" in sentence.text[:12] or "还就" in sentence.text)
        and evidence.kinds.isdisjoint(("must", "yao", "ban"))
        and _NARRATES.match(sentence.text)
    ):
        sentence.kind, sentence.rule = Kind.CONTEXT, "formula"
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


def _attended(text: str, evidence: Evidence) -> bool:
    """Does the sentence only say who was at a meeting?"""
    return _ATTENDED.search(text) is not None and evidence.kinds.isdisjoint(("must", "yao", "ban"))


def _has_item(outline: Outline, index: int) -> bool:
    """Does the sentence hold its list's first item as well?"""
    sentence = outline.sentences[index]
    return sentence.item is not None and sentence.start < outline.items[sentence.item].start < sentence.end


def _is_permission(text: str, begin: int, evidence: Evidence) -> bool:
    """Only allows: nothing is ordered, and no clause before the word of permission gives something."""
    at = -1
    for kind, where, _ in evidence.cues:
        if kind == "permit":
            at = where
            break
    if at < 0:
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


def _agrees(text: str, begin: int, evidence: Evidence) -> bool:
    """同意拨付经费…: the meeting's consent; not where somebody is told what to do besides."""
    return (
        "同意" in text
        and _AGREED.match(text, begin) is not None
        and not any(evidence.has(name) for name in ("c:must", "c:yao", "c:assign", "x:deadline"))
    )


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
        plain = evidence.has("c:copula") or evidence.has("c:contrast") or evidence.has("c:ask")
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
