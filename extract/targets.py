"""How much: numbers and idioms that an act must reach (`draft.targets`), with indicator, comparator and value.

`targets` keeps every quantity and marks in `rule` what speaks against it (past, condition, name, scope …); `trim` runs when
the kinds of sentences are known and leaves in obligations what must be reached, in results what was.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from extract.draft import Draft
from extract.model import Kind, Target
from extract.quantities import Quantity, find, value
from extract.resource import resource

NOT = "quantity-"
"""Rules that begin so say why a quantity is no target: quantity-past, quantity-condition …"""

_PAST = re.compile(
    r"去年|上年|前年|往年|历年|截[至止]|目前|现有|现在|当前|此前|以来|至今(?!年)|年初(?!步)|同比|基数|底数|现状|原有|原来|曾经?|近[几两三五十]年"
)
_DONE = re.compile(r"已(?!经?(?:开|建|完|办|立|签|纳|脱|退)[^，。]{0,6}的)")
_AHEAD = re.compile(
    r"今年|明年|目标|力争|确保|争取|[提升]高?到|(?<![主重需])要(?!求|素|点|闻)|将(?!近)|须|应(?![用对急])|必须|再(?!次|度)|剩余"
)
_FROM = re.compile(r"[由从][^，。；]{0,10}$")
_TO = re.compile(
    r"[^，。；]{0,12}?(?:提高|提升|增加|扩大|增长|上升|下降|降低|降|减少|压减|压缩|缩短|缩减|调整|精简|变|增|改|扩|升|减)[^，。；\d]{0,6}?(?:到|至|为)"
)
_SINCE = re.compile(r"，(?:截[至止]|目前|现已|已)")
_HAS = re.compile(
    r"(?:[共现尚还各只仅就]?有|只剩|仅|惠及|涉及|受益|约占|（占|预计[^，。；]{0,14}|预测[^，。；]{0,8}|估计)(?:约|近)?\s?$"
)
_MODAL = re.compile(r"确保|必须|须|要|应|需|保证|做到|至少|力争|每(?!年)|不得")
_DESCRIBES = re.compile(
    r"(?:总投资|投资额|投资规模|概算|估算|占地|用地|建筑面积|总面积|规模(?:为|约)?|注册资本|库容|装机(?:容量)?|全长|总长|长度|跨径|直径|坝高|设计(?:产能|能力)?|日处理(?:能力)?|年产|总建筑面积|计划投资|宽度|高度|厚度|深度|坡度|间距|净高|净宽|口径|容积率|路幅)(?:额|面积)?(?:达|为|约|是)?\s?$"
)
_FINISH = re.compile(r"完成|新增|落实|争取|实现|到位|下达|引进")
_CONDITION_LEAD = re.compile(
    r"(?:超过|超|低于|少于|不足|未达到?|高于|多于|大于|小于|满|达到?|逾|出现|发生|发现|查实|每?少|每?缺|每?超|被[^，。；]{1,4}|连续|累计(?=\d|[一两三]))\s?$"
)
_HITS = re.compile(
    r"(?:出现|发生|发现|查实|每?少|每?缺|连续|凡|每(?:有|发生|出现|发现|查实|增|减|超过?|少|满)|扣|扣除|得|(?<![增添])加|奖|计|罚款?|处)\s?$"
)
_OF_RATE = re.compile(
    r"的(?:比例|标准|目标|要求|基础|幅度|速度|水平|规模|奖励|补助|补贴|资金|额度|增速|奖补|增幅|频次|覆盖率|份额|任务|总量|总额|进度|比重|占比|增长)"
)
_LIMIT_LEAD = re.compile(
    r"(?:压缩|压减|缩短|缩减|控制|减少|降低?|提速|精简|限定?|延长|增加|提前|不[少低得超高多][^，。；]{0,3}|至少|至多|最[多少高低长短][^，。；]{0,2}|达到?|一般为|为|稳定|保持|累计|时间|均)(?:至|到|在|为|成|了)?\s?$"
)
_PERCENTISH = frozenset(("percent", "part", "multiple", "density", "grade", "rank", "idiom"))
_CHINESE = re.compile(r"[一二两三四五六七八九十百]+")
_DELIVERS = re.compile(
    r"(?:新建|建成|建设|打造|培育|创建|引进|新增|推出|建立|设立|组建|改造|完成|实施|举办|召开|开展|组织|落实|选派|选树|选聘|安排|配备|配齐|明确|确定|选择|选取|认定|遴选|推广|编发|刊发|印发|发布|制定|出台|起草|编制|形成|上报|报送|争取|盘活|整治|解决|办理?|联系|包联|包保|帮扶|走访|发展|培养|扶持|做强|做大|设置|布局|新设|开设|开通|开工|拿出|推进|支持|树立|评选|创成|建|抓|搞|帮|至少|不少于|各|再|有)(?:好|成|了)?\s?$"
)
_ONE_LEAD = re.compile(
    r"(?:新建|建成|建设|打造|培育|创建|引进|新增|联系|包联|包保|帮扶|结对|走访|各|再|至少|不少于|明确|确定|配备|安排|选派|指定|建立|设立|每[^，。；、\d]{1,10})(?:好|成|了|建设|建成|打造|联系|明确|选派|确定|培育|发展|落实|建立|有)?\s?$"
)
_SAYING = frozenset("个项条类种道件方点面支对组块根级段口单")
_PLACES = frozenset(
    (
        "村",
        "镇",
        "乡",
        "县",
        "校",
        "店",
        "社区",
        "小区",
        "方",
        "字",
        "米",
        "里",
        "部",
        "组",
        "单",
        "口",
        "桥",
        "塔",
        "井",
        "基",
    )
)
"""Units that are also nouns of places and groups: X县, 三方, ××米业; only an Arabic number makes a quantity of them."""
_SAID = re.compile(r"(?:[这那哪头]|以下|上述|下列|前述|最后)$")
_ALL_OF = re.compile(r"(?:全[国省市县区州旗镇乡]|我[省市县区州旗]|县里|辖区|各)$")
_PARTS_OF = re.compile(r"(?:乡镇|[乡镇村县市区]|街道|社区|行政村|部门|单位|园区|成员单位)")
_ONE_UNITS = frozenset(("名", "所", "家", "座", "户", "篇", "场", "期", "次", "处", "位"))
_ONE_NOT = re.compile(r"[每某另同这那任唯统第哪单逐万不][^，。；]{0,0}$|有$|是$|作为$|为$|像$|当$")
_ONE_AFTER = re.compile(
    r"性|办[结成好]|到位|过|告知|跑|推|时间|又|也|都|次|方面|面|起抓|同|旦|手|站|体|流|线|定|般|切|律|致|并|直|向|味|时|样|些|批|系列"
)
_PUNISH = re.compile(r"扣|罚|奖(?![励补])|得分|计分|加分|记分")
_TIMES_AFTER = re.compile(r"(?:以上)?(?:未|不|被|仍|的|排名|考核|排在|末位|约谈|通报的)")


@cache
def _scope() -> tuple[re.Pattern[str], re.Pattern[str]]:
    measures = resource("measures")
    always = "|".join(sorted(measures["scope"], key=len, reverse=True))
    chinese = "|".join(sorted(measures["names"], key=len, reverse=True))
    return (
        re.compile(rf"(?:重点|主要|大|重大|具体|突出|关键|核心|硬性?)?(?:{always})"),
        re.compile(rf"[^，。；、]{{0,6}}?(?:{chinese}|{always})(?![一-龥]{{0,2}}(?:村|镇|厂|区|户|企业|单位|项目))"),
    )


def targets(draft: Draft) -> None:
    """Fill `draft.targets` with every quantity that is no date or length of a deadline, judged by the words round it."""
    text, clauses = draft.text, draft.clauses
    starts = [one.start for one in draft.deadlines]
    found: list[Target] = []
    last = 0
    for one in find(text):
        if (at := bisect_right(starts, one.end - 1) - 1) >= 0 and draft.deadlines[at].end > one.start:
            continue
        low, high = clauses.around(one.start, one.end)
        before, after = text[low : one.start], text[one.end : high]
        against = "title" if clauses.titled(one.start) else _against(text, one, before, after)
        if against == "none":
            continue
        measure = value(one)
        found.append(
            Target(
                one.start,
                one.end,
                text[one.start : one.end],
                indicator=_indicator(text, one, max(low, last), high),
                comparator=measure.comparator,
                value=measure.value,
                value_max=measure.value_max,
                unit=measure.unit,
                masked=measure.masked,
                rule=f"{NOT}{against}" if against else f"target-{one.kind}",
            )
        )
        last = one.end
    draft.targets = found


def trim(draft: Draft) -> None:
    """When kinds are known: obligations keep what must be reached, results what was reached, other sentences nothing."""
    kept: list[Target] = []
    sentences = draft.outline.sentences
    starts = [one.start for one in sentences]
    for one in draft.targets:
        at = bisect_right(starts, one.start) - 1
        kind = sentences[at].kind if at >= 0 and one.start < sentences[at].end else Kind.CONTEXT
        against = one.rule.removeprefix(NOT) if one.rule.startswith(NOT) else ""
        if (kind is Kind.RESULT and against in ("", "past", "has", "from", "forecast")) or (
            kind is Kind.OBLIGATION and not against
        ):
            kept.append(one)
    draft.targets = kept


def _against(text: str, one: Quantity, before: str, after: str) -> str:
    """What speaks against a target: "" nothing, "none" it is no quantity at all, else the reason."""
    if one.kind == "idiom":
        return _idiom(text, one, before, after)
    if one.kind == "spec":
        return "spec"
    if _quoted(text, one):
        return "name"
    if one.kind == "span" and (after.startswith("的") or not (one.lead or one.tail or _LIMIT_LEAD.search(before))):
        return "none"
    if one.kind == "span" and "以上" in one.tail and one.unit in ("年", "个月") and not one.lead:
        return "condition"
    if one.kind == "rank" and after.startswith("的"):
        return "condition"
    if one.numeral == "一" and one.kind in ("mass", "area", "length", "volume", "energy", "money"):
        return "single"
    if one.unit in _PLACES and not one.numeral[0].isdigit():
        return "name"
    if re.match(r"级|型|制|式|强|年(?!度)|日(?!常|均)|号", after) and one.kind != "span":
        return "spec"
    if _FROM.search(before) and _TO.match(after):
        return "from"
    if reason := _condition(one, before, after):
        return reason
    if _past(before, after) or _SINCE.match(text, one.end + len(after)):
        return "past"
    if _HAS.search(before) and not _MODAL.search(before):
        return "has"
    if before.endswith(("惠及", "涉及", "受益", "（占")) or re.search(r"预计[^，。；]{0,16}$", before):
        return "has"
    if _DESCRIBES.search(before) and not _FINISH.search(before):
        return "describes"
    return _count(one, before, after) if one.kind in ("count", "people", "times", "scale") else ""


def _idiom(text: str, one: Quantity, before: str, after: str) -> str:
    if one.unit == "none" and re.match(r"家庭|工程|行动|计划|制度|企业|项目", after):
        return "none"
    if after.startswith(("行动", "计划", "工程", "方案", "制度", "机制")):
        return "name"
    if _past(before, after):
        return "past"
    return "condition" if re.match(r"的(?:[，。；]|$)", after) else ""


def _condition(one: Quantity, before: str, after: str) -> str:
    """Thresholds that say to whom or when something applies: 500万元以下的, 错误率超过3%的退回."""
    if after.endswith("的") and len(after) < 24 and not _OF_RATE.match(after):
        return "condition"
    bounded = one.tail[:3] in ("以上", "以下", "以内", "及以上", "及以下", "或以上", "或以下")
    if "及以" in one.tail or "或以" in one.tail:
        return "" if one.kind in _PERCENTISH else "condition"
    if one.kind in ("part", "percent") and one.tail == "以上" and not before:
        return ""  # 三分之二以上的村: a share, not a threshold
    if after.startswith("的") and (bounded or _CONDITION_LEAD.search(before + one.lead)) and not _OF_RATE.match(after):
        return "condition"
    if one.tail == "以下" and after and one.kind not in ("percent", "part", "density") and re.match(r"[一-龥]", after):
        return "condition"
    if _HITS.search(before) or (one.unit == "次" and re.search(r"连续$", before)):
        return "condition"
    if one.kind == "money" and after.startswith("的") and not _OF_RATE.match(after) and not _FINISH.search(before):
        return "describes"
    return ""


def _past(before: str, after: str) -> bool:
    cues = list(_PAST.finditer(before))
    cue = cues[-1] if cues else None
    if cue is not None and "的" not in before[cue.end() :] and not _AHEAD.search(before, cue.end()):
        return True
    done = _DONE.search(before)
    if done is not None and "的" not in before[done.end() :] and not _AHEAD.search(before, done.end()):
        return True
    return bool(re.match(r"[^，。；]{0,6}已经|系|为上年|（(?:上年|去年)|摸清了|左右是去年", after))


def _count(one: Quantity, before: str, after: str) -> str:
    """Counts: what is delivered against what only numbers the things said (四个方面) or stands for any (一个)."""
    if before.startswith("对") and one.unit in ("个", "家", "户", "处", "项") and "的" in before + after[:8]:
        return "scope"
    if _ALL_OF.search(before) and _PARTS_OF.match(after):
        return "scope"
    if _SAID.search(before) or (before in ("", "（") and (one.tail or _CHINESE.fullmatch(one.numeral))):
        return "condition" if one.tail else "scope"
    always, chinese = _scope()
    noun = after.lstrip("的")
    if one.unit in "个项条类种大方道件" and always.match(noun):
        return "scope"
    if not _CHINESE.fullmatch(one.numeral):
        return "scope" if re.match(r"[^，。；]{0,12}由[^，。；]{2,}", noun) and not before else ""
    if one.lead and one.lead != "达":
        return ""
    if one.numeral == "一":
        return _single(one, before, after)
    if one.unit in ("期", "轮", "批") and not _DELIVERS.search(before):
        return "name"
    if one.unit in ("次", "场"):
        return "condition" if _TIMES_AFTER.match(after) else ""
    if len(one.numeral) == 2 and one.numeral[0] not in "十百千万" and one.numeral[1] not in "十百千万":
        return ""  # 一两件, 三五家: counts of things to do, never of things said
    said = chinese.match(noun) or not noun or "、" in before[-14:] or re.match(r"[，。；、”：]", noun)
    if one.unit in _SAYING and said:
        return "" if _DELIVERS.search(before) and noun and not chinese.match(noun) else "scope"
    return ""


def _single(one: Quantity, before: str, after: str) -> str:
    if (
        _ONE_NOT.search(before)
        or re.search(rf"一{one.unit}", after[:10])
        or re.search(rf"一{one.unit}[^，。；]{{0,6}}$", before)
    ):
        return "single"
    if one.unit in ("期", "轮", "批") and not _DELIVERS.search(before):
        return "name"
    if one.unit in ("次", "期", "场", "轮"):
        return "single" if _ONE_AFTER.match(after) or _HITS.search(before) else ""
    if re.match(r"[一-龥]?一[一-龥]", after[:3]):
        return "single"
    if one.unit in ("名", "位", "家", "所", "户", "座", "处", "篇") and _DELIVERS.search(before):
        return ""
    if (
        one.unit in ("个", "项", "条", "支", "套", "件", "份", "张", "批", "村")
        and _ONE_LEAD.search(before)
        and "每" in before
    ):
        return ""
    return "single"


def _quoted(text: str, one: Quantity) -> bool:
    """Is the number part of a name in quotes (“四好农村路”, “两不愁三保障”)?"""
    for left, right in (("“", "”"), ('"', '"'), ("「", "」")):
        at = text.rfind(left, max(0, one.start - 14), one.start)
        if at >= 0 and text.find(right, at + 1, one.start) < 0 and text.find(right, one.end, one.end + 16) > 0:
            return True
    return False


_STRIP = re.compile(
    r"^(?:其中|并|且|要|应|须|将|全面|加快|确保|力争|争取|努力|积极|今年|全年|年内|年底|到|使|把|对|再|另|进一步|切实|务必|基本|一是|二是|三是|四是|五是|（[一二三四五六七八九十]+）|\d+[.、．]|[\s　])+"
)
_REACH = re.compile(
    r"(?:总体|均|全部|分别|稳定|保持|控制|逐步|要|须|应|力争|不断|至少|原则上|累计|一般|都|也)*(?:达到?|提高到?|提升到?|增加到?|增长到?|扩大到?|降低?到?|降至|压[减缩]至?|下降|缩短至?|控制在?|保持在?|稳定在?|不|超过|突破|为|占|至|到|在|完成|率先)+$"
)
_NOUN = re.compile(r"[^，。；、：！？（）\n\t\d]{1,16}")


def _indicator(text: str, one: Quantity, low: int, high: int) -> str:
    """What is measured: the words before the number in its clause (…率达到75%), else the noun after it (X户改造任务)."""
    before = text[low : one.start]
    cut = max(before.rfind(mark) for mark in "、）；，：")
    words = before[cut + 1 :].removesuffix(one.lead).strip()
    words = _STRIP.sub("", _REACH.sub("", words)).strip('的：“”"（） ')
    after = _NOUN.match(text, one.end, high)
    noun = after.group() if after else ""
    if one.kind in _PERCENTISH or len(words) > 4 or not noun or noun.startswith(("，", "的")):
        return words[-24:] or noun[:16]
    return (words[-8:] + noun)[:24] if words else noun[:16]
