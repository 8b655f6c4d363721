"""Sentences that only say how a paper is to be read: what it holds for, what decides, how it is scored, in which cases.

They order nothing themselves: 适用本办法, 以…为准, 扣完为止; the items of “有下列情形之一的，…：” are cases, and the clause
before them carries the duty or the penalty.
"""

from __future__ import annotations

import re

from extract.evidence import Evidence
from extract.structure import Outline

_PAPER = r"(?:办法|条例|规定|细则|规则|法|标准|意见|方案|预案|制度|通知|规程|决定|章程|守则)"
_HOLDS = re.compile(
    rf"不?适用(?:于)?(?:本|该|此|《[^》]{{2,40}}》){_PAPER}?|(?:本|该|此){_PAPER}(?:的规定)?(?:不|均)?适用(?!费)"
)
_DECIDES = re.compile(r"(?:均|一律|最终|具体)?(?:[以按])[^，。；]{1,30}为准(?=[，。；）]|$)")
_SCORED = re.compile(
    r"扣完为止|[加计扣]满[^，。；]{0,5}为止|基础分|满分(?:为)?\d+分|(?:扣|加|计|得|赋|减)(?:除)?\d+(?:\.\d+)?分|不得分|得满分|按(?:比例|实)(?:得|计|扣|赋)分"
    r"|(?:每[次项个件起人名][^，。；]{0,4}|一次性|最高|累计)(?:加|扣除?|减|计|奖)\d+(?:\.\d+)?分|[加扣]分[^，。；]{0,8}不超过\d+分"
    r"|(?:不重复|不再|酌情)(?:加|扣|计)分|按\d+(?:\.\d+)?[%％]折算"
)
_CASE_SCORED = re.compile(
    r"(?:的|，)[，,]?(?:每[次项个件起人名][^，。；]{0,4}|一次性|最高|累计)(?:加|扣除?|减|计|奖)\d+(?:\.\d+)?分[。；;]?$"
)
"""…超期的，每次扣0.5分；: whatever is done in such a case, the sentence gives marks."""
_SHARES = re.compile(
    r"(?:考核|考评|评价|得分|分值|权重)[^，。；]{0,6}占\d+(?:\.\d+)?[%％][，；、].*占\d+(?:\.\d+)?[%％][。；]?$"
)
_MODAL = frozenset(("must", "yao", "ban"))
_ASSIGNED = _MODAL | {"assign"}
_CASES = re.compile(
    r"(?<!不得有)(?<!禁止)(?<!严禁)(?:下列|以下)(?:各项|任一)?(?:违法|违规|违纪|违反[^，。；：]{1,20}|失信)?(?:的)?(?:情形|行为|情况)(?:之一)?(?:的|[，：:记列纳计予])"
)
_CONDITIONS = re.compile(
    r"(?:条件|资格)(?:之一)?(?:的?(?:单位|企业|项目|人员|个人|主体)?(?:，?可(?:以)?(?:申请|申报|享受|参加)[^，。；：]{0,16})?)?[：:]?$|(?:下列|以下)(?:基本|申报|申请|准入|认定)?条件"
)
"""申报条件：, 申请人应当具备下列条件：: what must be so before one may apply, no duty."""
_DEFINES = re.compile(r"所称(?:的)?[^。；]{2,40}?[，,]?(?:是指|指|包括)[^。；]*[：:]$")
"""本办法所称政府投资项目，是指…：, over what it is."""
_STATED = re.compile(r"^(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．])?[一-龥]{2,6}条件[：:]")
"""1、选拔条件：年龄40周岁以下。"""
_RECKONED = re.compile(r"[一-龥]=[^，。；]{2,40}[×÷/+]")
"""应缴额=销售收入×1‰: how a sum is reckoned."""
_AWAITED = re.compile(r"待[^，。；]{2,24}后[^，。；]{0,12}(?:内|前|日起|立即|马上|及时|尽快)[^，。；]{2,}")
_THEN = re.compile(
    r"[，；]待[^。；]{2,50}后[，,]?(?:再|及时|立即|尽快|即|由[^，。；]{2,16})?(?:报请|提请|提交|报(?!告)|启动|组织实施|开工|拨付|办理|安排实施|予以)(?!.*再议)"
)
"""已列入储备库，待规划批复后，再报请市政府立项"""
_LOOKED_AT = re.compile(
    r"(?:检查|督查|抽查|自查|考核|评估|调研|审计|核查|通报|汇报|报送|总结|督导|督察|巡查|暗访|验收|评价)(?:的|工作)?(?:主要|重点)?(?:内容|事项|重点|对象|范围)[：:]?$"
)
_STATE = re.compile(r"(?:情况|情形|成效|进展|问题|意见和建议|意见建议|打算|工作措施)[；。;]?$")
_DOES = re.compile(r"负责|报送|上报|每[月季年周日]|\d月|\d日")
_REACH = 160  # characters of the lead-in before the items


def looked_at(outline: Outline) -> set[int]:
    """Sections that tell what is inspected or reported: 一、督查内容 over （一）自查整改情况；…, which orders nothing."""
    return {number for number, one in enumerate(outline.sections) if _LOOKED_AT.search(one.heading)}


def names_a_state(text: str, evidence: Evidence) -> bool:
    """Does a sentence only name how something stands, and press nobody: 医疗机构自查整改情况；?"""
    return _STATE.search(text) is not None and _DOES.search(text) is None and evidence.kinds.isdisjoint(_MODAL)


def is_rule(text: str, evidence: Evidence) -> bool:
    """Does the sentence only say what a paper holds for or which source decides?"""
    if "条件" in text and _STATED.search(text) is not None:
        return True
    if "=" in text and _RECKONED.search(text) is not None:
        return True
    if "适用" in text and "：" not in text and _HOLDS.search(text):
        return evidence.kinds.isdisjoint(_MODAL)
    if "为准" not in text or _DECIDES.search(text) is None:
        return False
    return _orders_nothing(evidence) or ("不一致" in text and evidence.kinds.isdisjoint(_ASSIGNED))


def is_scoring(text: str, evidence: Evidence) -> bool:
    """Does it only say how marks are given? Not where an act stands before its marks (建立台账，得2分)."""
    if "分" in text and _CASE_SCORED.search(text) is not None and evidence.kinds.isdisjoint(_MODAL):
        return True
    if "占" in text and _SHARES.search(text) is not None and evidence.kinds.isdisjoint(_ASSIGNED):
        return True
    if not ("分" in text or "为止" in text) or _SCORED.search(text, _last(text)) is None:
        return False
    return _orders_nothing(evidence) and not (evidence.has("v:1") or evidence.has("v:2"))


def _orders_nothing(evidence: Evidence) -> bool:
    return evidence.kinds.isdisjoint(_ASSIGNED) and not (evidence.has("h:verb") or evidence.has("x:deadline"))


def awaited(text: str, evidence: Evidence) -> bool:
    """已向省里请示，待批复后7个工作日内反馈: what is told first, what will be done last."""
    if "待" not in text:
        return False
    if _THEN.search(text) is not None:
        return True
    return evidence.has("x:deadline") and _AWAITED.match(text, _last(text)) is not None


def _last(text: str) -> int:
    """Where the last clause begins."""
    return max(text.rfind(mark, 0, -1) for mark in "，；") + 1


def cases(text: str, outline: Outline) -> set[int]:
    """Lead-ins of which the items are cases: “有下列行为之一的，由城管部门责令改正，处…罚款：”."""
    found: set[int] = set()
    for item in outline.items:
        lead = item.leadin
        if lead is None or lead in found:
            continue
        sentence = outline.sentences[lead]
        first = lead
        while first and outline.sentences[first - 1].paragraph == sentence.paragraph:
            first -= 1
        start = max(outline.sentences[first].start, sentence.end - _REACH)
        if (
            _CASES.search(text, start, sentence.end)
            or _CONDITIONS.search(sentence.text)
            or ("所称" in sentence.text and _DEFINES.search(sentence.text))
        ):
            found.add(lead)
    return found
