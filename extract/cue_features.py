"""Features of the cue words of a sentence: their classes, where they stand, what is told and what is ordered."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from extract.evidence import Evidence
from extract.structure import Sentence

_FIGURE = re.compile(r"[\dX×]")
_PAST = frozenset(("le", "already", "past", "count"))
_MODAL = frozenset(("must", "yao", "ban", "ensure", "will", "assign"))
_TALE = frozenset(("le", "already", "past", "count", "lack", "formal", "effect", "praise"))
_ORDERS = frozenset(("must", "yao", "assign"))
_ASIDE = frozenset(("past", "speaker", "copula", "count"))  # a remark behind an order takes nothing from it
_TOLD = frozenset(("le", "already", "past", "lack", "copula", "effect", "contrast"))
_DUTY = re.compile(
    r"[，：；](?:主要|具体|并|同时|全面)?(?:负责|承担|统筹|协调|指导|督促|督导|牵头)(?=[\u4e00-\u9fff“、]{4})(?!人|制|同志|单位|部门)"
)
_REPORTED = re.compile(
    r"(?:会议|会上|调研|讲话|批示|指示|通报|函》?|市长|书记|县长|省长|主席|总理)[^。；，]{0,24}，[^。；，]{0,16}(?:明确|并|还)?(?:要求|强调|指出)(?![，：:])"
)
_SAID_BY = re.compile(
    r"经[^，。；]{0,10}(?:测算|核算|估算|推算)[^，。；]{0,4}，|据[^，。；]{0,16}(?:预测|预报|预计|分析|监测|研判|统计|反映|了解|介绍|报告)[^，。；]{0,4}，"
)
_ASKED = re.compile(
    r"(?:[^。；]{0,40}问题。)?[你贵您](?:[省市县区州旗厅局委单院校]|单位|们)?(?:人民政府|政府)?[^，。；]{0,16}(?:请求|建议|提出|反映|希望|来函|来信|询问|申请)"
)
_THIS = ("这", "它", "即", "比如", "例如", "此外，我们", "那是", "其目的", "其中的")
_THIS_FIRST = frozenset(word[0] for word in _THIS)
_CONTRAST = re.compile(r"[，。]?(?:但|却|不过|然而|反而)")
_CONCERNS = re.compile(r"涉及(?:居民|群众|住户|人口)[^，。；]{0,4}\d")
_WHICH = re.compile("已经?[^，。；、]{2,8}的(?![^。；]*了)[^，。；]{2,}")
_PROPOSES = re.compile("提出[^，。；]{0,14}(?:建议|意见|方案|措施|办法|需求|申请|计划)(?=[，。；、]|$)")
_GROUND = re.compile(r"(?:针对|围绕|聚焦|瞄准|对照)[^。；]{2,80}?(?:情况|问题|现象|短板|弱项|不足|环节|矛盾|实际)[，,]")
"""针对论证不够、申报过热等情况，: what an order answers to, told in its first clause."""
_TO_WHOM = re.compile(
    r"对[^，。；]{2,30}的(?:单位|部门|乡镇|镇街|地区|县区|企业|人员|责任人|干部|项目|问题|行为)[^，。；了]{0,6}(?=[，、]|进行|予以|给予|实施|开展|依法|严肃|及时|限期|一律|坚决|要|由)"
)
"""对进展严重滞后的单位进行督办: with whom something is done, told behind 对."""
_GROUND_FIRST = frozenset("针围聚瞄对")
_AFTER, _NEAR = 12, 60  # how many cues behind a tale, how many characters before one, are looked at


@cache
def _names(kind: str) -> tuple[str, str, str]:
    return f"c:{kind}", f"1:{kind}", f"2:{kind}"


def add_words(text: str, sentence: Sentence, evidence: Evidence, genre: str) -> int:
    """c: every class of cue, 1: those of the first clause, 2: those that stand twice, z: orders after the last comma.

    What a case says (“已经办理的，…”) is left out: it only tells whom the rule is for. Returns where the last word of the
    past stands, -1 if there is none or an order stands beside it.
    """
    begin, end, features, words = sentence.body, sentence.end, evidence.features, sentence.text
    if ("的，" in words or "的；" in words) and (
        text.find("的，", begin, end) >= 0 or text.find("的；", begin, end) >= 0
    ):
        _leave_case(text, sentence, evidence)
    if text[begin] in _GROUND_FIRST and evidence.cues and (ground := _GROUND.match(text, begin, end)):
        _forget(evidence, ground)
    elif evidence.cues and "对" in words and (whom := _TO_WHOM.search(text, begin, end)):
        _forget(evidence, whom)
    past = -1
    if evidence.cues:
        past = _classes(text, sentence, evidence)
    if text[begin] == "“" and text[end - 1] == "”":
        features.append("x:quoted")
    if genre == "reply" and _ASKED.match(text, begin, end):
        features.append("x:asked")
    if text[begin] in _THIS_FIRST and text.startswith(_THIS, begin):
        features.append("x:this")
    elif text[begin] in "据经" and evidence.kinds.isdisjoint(_ORDERS) and _SAID_BY.match(text, begin, end):
        features.append("x:forecast")  # 据县气象局预测，下旬有强降雨
    if ("assign" in evidence.kinds or "steady" in evidence.kinds) and _DUTY.search(text, begin, end):
        features.append("x:duty")
    if ("quote" in evidence.kinds or "，要求" in words) and _REPORTED.search(text, begin, end):
        features.append("x:reported")
    return past if evidence.kinds.isdisjoint(_MODAL) else -1


def _classes(text: str, sentence: Sentence, evidence: Evidence) -> int:
    """Features of the cue words; returns where the last word of the past stands."""
    begin, end, kinds = sentence.body, sentence.end, evidence.kinds
    comma = text.find("，", begin, end)
    first = comma if comma >= 0 else end
    last = text.rfind("，", begin, end)
    tale = _tale(text, evidence, begin)
    opening = {kind for kind, where, _ in evidence.cues if where < first}
    ordered = not opening.isdisjoint(_ORDERS) and opening.isdisjoint(_TALE)
    names: dict[str, None] = {}  # in order: sums and explanations come out the same each time
    past = -1
    for kind, where, word in evidence.cues:
        if where < tale and kind in _TALE:
            names["z:tale"] = None
            continue
        if ordered and where > first and kind in _ASIDE:
            continue
        if kind == "appoint" and word == "组成" and text[where + 2 : where + 3].isdigit():
            continue  # 带队组成5个督查组
        if kind == "quote" and word == "提出" and _PROPOSES.match(text, where, end):
            continue  # 根据会商意见提出调整建议: an act
        if kind == "count" and where > first and text[where - 1] in "，," and _CONCERNS.match(text, where, end):
            continue  # 开工改造项目50个，涉及居民1.5万户: whom the act concerns
        if kind == "already" and text[begin] in "对将把" and where < first and _WHICH.match(text, where, end):
            continue  # 对已达标的街镇提档升级
        any_, early, twice = _names(kind)
        if kind in kinds:
            names[twice] = None
        else:
            kinds.add(kind)
            names[any_] = None
        if where < first or (kind == "copula" and where == first + 1):
            names[early] = None
        if kind in ("must", "yao"):
            if where > last >= 0:
                names["z:order"] = None
            if kind == "yao" and where - begin <= 1:
                names["x:yaofirst"] = None
        elif kind in _PAST:
            past = where
        elif kind == "goal" and _FIGURE.search(text, where, end):
            names["x:aim"] = None
        elif kind == "quote" and where - begin <= 1:
            names["x:quotefirst"] = None
    evidence.features += names
    return past


def _tale(text: str, evidence: Evidence, begin: int) -> int:
    """Where a sentence that first tells and then orders begins to order (“有的没有完工，请…月底前验收”); -1 if it does not.

    A word of duty opens the order in a clause of its own after the last word of the tale; 由, 负责 only after a formula.
    """
    told = max((where for kind, where, _ in evidence.cues if kind in _TALE), default=-1)
    if told < 0:
        return -1
    formula = any(kind == "formal" for kind, _, _ in evidence.cues)
    after = (cue for cue in evidence.cues if cue[1] > told)
    for kind, where, _ in islice(after, _AFTER):
        if kind == "will" and text[where - 1] in "：:":
            return where - 1  # 研究提出了办理意见：将…
        if kind in ("must", "yao", "goal") or (formula and kind == "assign"):
            clause = text.rfind("，", begin, where)
            if clause < told or _CONTRAST.search(text, max(clause, where - _NEAR), where):
                continue
            return clause
    return -1


def _leave_case(text: str, sentence: Sentence, evidence: Evidence) -> None:
    begin, end = sentence.body, sentence.end
    upto = max(text.rfind("的，", begin, end), text.rfind("的；", begin, end))
    if upto + 2 >= end:
        return
    evidence.features.append("x:case")
    several = text.find("的，", begin, upto) >= 0 or text.find("的；", begin, upto) >= 0
    since = begin if several else text.rfind("，", begin, upto)
    evidence.cues = [cue for cue in evidence.cues if cue[0] not in _TOLD or not since < cue[1] <= upto]


def _forget(evidence: Evidence, span: re.Match[str]) -> None:
    """Leave out what `span` tells of the past, unless more of it is told behind or before."""
    if any(kind in _TOLD and not span.start() <= at < span.end() for kind, at, _ in evidence.cues):
        return
    evidence.cues = [cue for cue in evidence.cues if cue[0] not in _TOLD]
