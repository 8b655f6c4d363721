"""What speaks against taking a quantity for a target: `objection` names the reason, or says "" where nothing does.

The reasons are judged by the words of the clause alone, so that they hold before the kind of the sentence is known:
past, has (what there is), from (the value before the change), condition (a threshold), describes (the size of a thing),
scope (四个方面), single (any one), name, spec, none (no quantity at all). The cues are data: quantity_cues.yaml.
"""

from __future__ import annotations

import re
from functools import cache

from extract.quantities import Quantity
from extract.resource import resource


def _cue(key: str) -> str:
    return "|".join(resource("quantity_cues")[key]["words"])


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Cues at the end of what stands before the number, or anywhere before it (past, ahead, reaches)."""
    ends = r"(?:好|成|了|建设|建成|打造|联系|明确|选派|确定|培育|发展|建立)?\s?$"
    return {
        "past": re.compile(_cue("past")),
        "ahead": re.compile(_cue("ahead")),
        "reaches": re.compile(_cue("reaches")),
        "raises": re.compile(rf"[^，。；]{{0,12}}?(?:{_cue('raises')})[^，。；\d]{{0,6}}?(?:到|至|为)"),
        "has": re.compile(rf"(?:{_cue('has')})(?:约|近)?\s?$"),
        "describes": re.compile(rf"(?:{_cue('describes')})(?:额|面积|能力)?(?:达|为|约|是)?\s?$"),
        "thresholds": re.compile(rf"(?:{_cue('thresholds')})\s?$"),
        "hits": re.compile(rf"(?:{_cue('hits')})\s?$"),
        "of_rate": re.compile(rf"的(?:{_cue('of_rate')})"),
        "limits": re.compile(rf"(?:{_cue('limits')})(?:至|到|在|为|成|了)?\s?$"),
        "delivers": re.compile(rf"(?:{_cue('delivers')}){ends}"),
        "every": re.compile(rf"(?:{_cue('delivers')}|每[^，。；、\d]{{1,10}}){ends}"),
    }


@cache
def _scope() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Nouns that make a count an outline of what is said: always, and after a Chinese numeral."""
    measures = resource("measures")
    always = "|".join(sorted(measures["scope"], key=len, reverse=True))
    chinese = "|".join(sorted(measures["names"], key=len, reverse=True))
    concrete = "村|镇|厂|区|户|企业|单位|项目"
    return (
        re.compile(rf"(?:重点|主要|大|重大|具体|突出|关键|核心|硬性?)?(?:{always})"),
        re.compile(rf"[^，。；、]{{0,6}}?(?:{chinese}|{always})(?![一-龥]{{0,2}}(?:{concrete}))"),
    )


_FROM = re.compile(r"[由从][^，。；]{0,10}$")
_DONE = re.compile(r"已(?!经?(?:开|建|完|办|立|签|纳|脱|退)[^，。]{0,6}的)")
_SINCE = re.compile(r"，(?:截[至止]|目前|现已|已)")
_FORMER = re.compile(r"[^，。；]{0,6}已经|系|为上年|（(?:上年|去年)|摸清了|左右是去年")
_MODAL = re.compile(r"确保|必须|须|要|应|需|保证|做到|至少|力争|每(?!年)|不得")
_FORECAST = re.compile(r"(?:惠及|涉及|受益|（占)$|预计[^，。；]{0,16}$|^占[^，。；应要须]{0,12}$")
_INVESTED = re.compile(r"(?:^|[、：])(?:计划|拟|共|总|累计|总计|共计|合计|概算|估算)*投资(?:约|近)?$")
_FOUNDED = re.compile(r"(?:成立|设立|组建|发起|募集|发行|筹建|建立)[^，。；]{0,8}(?:总|首期|初始)?规模(?:为|达|约)?$")
_SIZE_CLASS = re.compile(r"(?:及以上)?(?:规模)?以上规模|规模(?:以上|化|的)")
_TOWARD = re.compile(
    r"的(?:资金|政策|项目|人才|财政|金融|信贷|技术|对口|结对)?(?:支持|扶持|帮扶|投入|倾斜|指导|督导|监管|管理|服务|保障|救助|支援|检查|整治|考核)"
)
_OCCASION = re.compile(
    r"[^，。；]{0,24}?为(?:契机|抓手|载体|重点|依托|基础|主体|骨干|支撑|核心|龙头|样板|突破口|着力点|主线|单位)"
)
_SERVED = re.compile(r"(?:服务|任职|工作|挂职|锻炼|驻村|驻点|保存|留存|保管|公示|运营|经营|就业|管护)$")
_STAY = re.compile(r"(?:给予|发放|享受|补发|提供|补贴|补助|减免|减收|免收|缓缴|延长|参加|完成|按)$")
_SIZED = re.compile(r"(?<![延增加拓提])[长宽高深厚]约?$")
_KIND_OF = re.compile(r"级|型|制|式|强|年(?!度)|日(?!常|均)|号")
_NAMED = re.compile(r"[”\"]?(?:专项)?(?:行动|计划|工程|方案|制度|机制|攻坚)")
_WORK = re.compile(r"家庭|工程|行动|计划|制度|企业|项目")
_CHINESE = re.compile(r"[一二两三四五六七八九十百]+")
_HAN = re.compile(r"[一-龥]")
_GRANT = re.compile(
    r"的[一-龥]{0,16}(?:补贴|补助|减免|贴息|优惠|奖励|支持|免租|救济金|补助金|保险金|保险费|奖金|租金|工资|生活费|信贷|贷款|培训|实习|见习)"
)
_ATTRIBUTED = re.compile(r"的(?:[，。；]|$)")
_WHOM = re.compile(
    r"的?[一-龥]{0,6}(?:项目|企业|工程|合同|单位|客户|商户|采购|园区|大户|主体|养殖场|基地|[村屯寨组户场厂店])"
)
_BRACKET = re.compile(r"（[^）]*$")
_TO_WHOM = re.compile(r"^(?:要|应|须|可)?对(?![口接照外标比策应象方])[^的]*$")
_RECIPIENT = re.compile(r"^(?:要)?对|凡|连续|被|若|如")
_FOCUS = re.compile(r"(?:[^，。；]{0,8}要)?(?:紧扣|紧紧)?(?:对照|按照|围绕|聚焦|根据|立足|突出|把握)[^，。；的]{0,8}$")
_SAID = re.compile(r"(?:[这那哪头]|以下|上述|下列|前述|最后|一式|分)$")
_ALL_OF = re.compile(r"(?:全[国省市县区州旗镇乡]|我[省市县区州旗]|县里|辖区|各)$")
_CHARGED = re.compile(r"(?:指导|管理|监管|负责|服务|统筹)(?:全[国省市县区州旗镇乡]|辖区内?|所辖|本级)$")
_PARTS_OF = re.compile(r"(?:乡镇|[乡镇村县市区]|街道|社区|行政村|部门|单位|园区|成员单位)")
_HELD = re.compile(r"[^，。；]{0,12}由[^，。；]{2,}")
_GIVEN = re.compile(r"(?:[的各]|首批|剩余|其余|现有|每[一-龥]{1,6})$")
_NEXT_COUNT = re.compile(r"^[一-龥]{1,4}、[一二两三四五六七八九十][个项条类种道大]")
_STOP = re.compile(r"[，。；、”：]")
_AFTER_TIMES = re.compile(r"(?:以上)?(?:未|不|被|仍|的|排名|考核|排在|末位|约谈|通报的)")
_ONE_NOT = re.compile(r"[每某另同这那任唯统第哪单逐万不]$|有$|是$|作为$|为$|像$|当$")
_ONE_AFTER = re.compile(r"性|办[结成好]|到位|过|告知|跑|推|时间|又|也|都|次|方面|面|起抓|同")
_ONE_TO_ONE = re.compile(r"1[一-龥]")
_ONE_EACH = re.compile(r"[一-龥]?一[一-龥]")

_BOUNDS = (
    "不得",
    "不能",
    "不应",
    "不可",
    "不低",
    "不少",
    "不小",
    "不大",
    "不高",
    "不多",
    "不超",
    "至少",
    "至多",
    "最低",
    "最高",
    "最少",
    "最多",
)
_SHARES = frozenset(("percent", "part", "multiple", "density", "grade", "rank", "idiom"))
_COUNTED = frozenset(("count", "people", "times", "scale"))
_PLAIN = frozenset(("mass", "area", "length", "volume", "energy", "money"))
_SIZES = frozenset(("money", "area", "mass", "people"))
_ANIMALS = frozenset("头只羽匹尾层")
_SERIAL = frozenset(("期", "轮", "批"))
_EVENTS = frozenset(("次", "期", "场", "轮"))
_PERSONS = frozenset(("名", "位", "家", "所", "户", "座", "处", "篇"))
_THINGS = frozenset(("个", "项", "条", "支", "套", "件", "份", "张", "批", "村"))
_OUTLINES = frozenset("个项条类种大方道件")
_SAYING = frozenset("个项条类种道件方点面支对组块根级段口单")
_PLACES = frozenset((*"村镇乡县校店方字米里部组单口桥塔井基", "社区", "小区"))
"""Units that are also nouns of places and groups (X县, 三方, ××米业): only an Arabic number makes a quantity of them."""


def objection(text: str, one: Quantity, before: str, after: str) -> str:
    """The reason why `one` is no target, or "". `before` and `after` are the rest of its clause."""
    if one.kind == "idiom":
        return _idiom(one, before, after)
    if one.kind == "spec":
        return "" if one.lead.startswith(_BOUNDS) else "spec"
    if _quoted(text, one):
        return "name"
    return (
        _no_quantity(one, before, after)
        or _condition(one, before, after)
        or _state(text, one, before, after)
        or (_count(one, before, after) if one.kind in _COUNTED else "")
    )


def _idiom(one: Quantity, before: str, after: str) -> str:
    if one.unit == "none" and _WORK.match(after):
        return "none"
    if _NAMED.match(after):
        return "name"
    if _past(before, after):
        return "past"
    return "condition" if _ATTRIBUTED.match(after) else ""


def _no_quantity(one: Quantity, before: str, after: str) -> str:
    """Lengths of time that nothing bounds, names of places, ordinals of kinds."""
    if one.kind == "span":
        bounded = (one.lead and not one.lead.startswith(("近", "约", "大约"))) or one.tail
        stays = bounded or _patterns()["limits"].search(before)
        if after.startswith("的"):
            if not (((one.lead and bounded) or _STAY.search(before)) and _GRANT.match(after)):
                return "none"
        elif not stays:
            return "none"
        if "以上" in one.tail and one.unit in ("年", "个月") and not one.lead and not _SERVED.search(before):
            return "condition"
    elif _KIND_OF.match(after):
        return "spec"
    if one.kind == "rank" and (after.startswith("的") or _RECIPIENT.search(before)):
        return "condition"
    if one.numeral == "一" and one.kind in _PLAIN:
        return "single"
    if one.unit in _PLACES and not one.numeral[0].isdigit():
        return "name"
    return ""


def _condition(one: Quantity, before: str, after: str) -> str:
    """Thresholds that say to whom or when something applies: 500万元以下的, 错误率超过3%的退回."""
    cues = _patterns()
    of_rate = cues["of_rate"].match(after) is not None
    if _SIZE_CLASS.match(after):
        return "condition"
    if after.endswith("的") and len(after) < 24 and not of_rate:
        return "condition"
    if "及以" in one.tail or "或以" in one.tail:
        return "" if one.kind in _SHARES else "condition"
    if one.kind in ("part", "percent") and one.tail == "以上" and not before:
        return ""  # 三分之二以上的村: a share, not a threshold
    bounded = one.tail[:2] == "以上" or one.tail[:2] in ("以下", "以内")
    if after.startswith("的") and not of_rate and (bounded or _over(one, before)):
        return "condition"
    if (
        one.kind in ("percent", "part", "money", "span")
        and _TO_WHOM.search(_BRACKET.sub("", before))
        and "的" in after
        and not of_rate
    ):
        return "condition"
    if one.lead.startswith(("低于", "少于", "不足", "未达")) and "的" in after and not of_rate:
        return "condition"
    if one.tail == "以下" and _HAN.match(after) and one.kind not in ("percent", "part", "density"):
        return "condition"
    sized = one.kind in _SIZES or one.unit in _ANIMALS
    gathered = one.kind == "people" and cues["delivers"].search(before) is not None
    if one.tail == "以上" and sized and not gathered and _WHOM.match(after):
        return "condition"
    near = after.startswith("范围") or one.tail in ("以内", "内")
    if one.kind == "length" and near and not cues["limits"].search(before):
        return "condition"
    if cues["hits"].search(before):
        return "condition"
    if (
        one.kind == "money"
        and after.startswith("的")
        and not (of_rate or cues["reaches"].search(before) or _FOUNDED.search(before))
    ):
        return "describes"
    return ""


def _over(one: Quantity, before: str) -> bool:
    """超过3%的 is a threshold, 不超过300万元的 a cap."""
    return (
        not one.lead.startswith(("不", "至", "最")) and _patterns()["thresholds"].search(before + one.lead) is not None
    )


def _state(text: str, one: Quantity, before: str, after: str) -> str:
    """Numbers of the past, of what there is, of what a thing measures."""
    cues = _patterns()
    if _FROM.search(before) and cues["raises"].match(after):
        return "from"
    if _past(before, after) or _SINCE.match(text, one.end + len(after)):
        return "past"
    if _FORECAST.search(before) or (cues["has"].search(before) and not _MODAL.search(before)):
        return "has"
    if cues["reaches"].search(before) or one.lead.startswith(_BOUNDS) or _FOUNDED.search(before):
        return ""
    if cues["describes"].search(before) or (one.kind == "money" and _INVESTED.search(before)):
        return "describes"
    return "describes" if one.kind == "length" and _SIZED.search(before) else ""


def _past(before: str, after: str) -> bool:
    cues = _patterns()
    if _FORMER.match(after):
        return True
    last = None
    for last in cues["past"].finditer(before):  # noqa: B007 - the last one decides
        continue
    for cue in (last, _DONE.search(before)):
        if cue is not None and "的" not in before[cue.end() :] and not cues["ahead"].search(before, cue.end()):
            return True
    return False


def _count(one: Quantity, before: str, after: str) -> str:
    """Counts: what is delivered against what only numbers the things said (四个方面) or stands for any (一个)."""
    if (
        _CHARGED.search(before)
        or ("对" in before and _TOWARD.search(after))
        or (before.startswith("以") and _OCCASION.match(after))
    ):
        return "scope"
    if before.startswith("对") and one.unit in ("个", "家", "户", "处", "项") and "的" in before + after[:8]:
        return "scope"
    if _FOCUS.match(before) or _SAID.search(before) or (_ALL_OF.search(before) and _PARTS_OF.match(after)):
        return "scope"
    if one.unit in ("次", "场") and _AFTER_TIMES.match(after):
        return "condition"
    chinese = _CHINESE.fullmatch(one.numeral) is not None
    if before in ("", "（") and after and one.unit not in _EVENTS and (one.tail or chinese):
        return "condition" if one.tail else "scope"
    if one.numeral == "1" and _ONE_TO_ONE.match(after):
        return "single"
    noun = after.lstrip("的")
    if one.unit in _OUTLINES and _scope()[0].match(noun):
        return "scope"
    if not chinese:
        return "scope" if not before and _HELD.match(noun) else ""
    if (one.lead and one.lead != "达") or one.tail:
        return ""
    if noun.startswith("一"):
        return "scope"  # 三个一批
    if one.numeral == "一":
        return _single(one, before, after)
    return _several(one, before, after, noun)


def _several(one: Quantity, before: str, after: str, noun: str) -> str:
    delivers = _patterns()["delivers"].search(before)
    if one.unit in _SERIAL and not delivers:
        return "name"
    if one.unit in ("次", "场"):
        return ""
    if len(one.numeral) == 2 and not set(one.numeral) & set("十百千万"):
        return ""  # 一两件, 三五家: counts of things to do, never of things said
    if one.unit not in _SAYING:
        return ""
    if _scope()[1].match(noun) or not noun:
        return "scope"
    if delivers:
        return ""
    listed = "、" in before[-14:] or _STOP.match(noun) or _NEXT_COUNT.search(after)
    return "scope" if listed or not _GIVEN.search(before) else ""


def _single(one: Quantity, before: str, after: str) -> str:
    cues, again = _patterns(), "一" + one.unit
    if _ONE_NOT.search(before) or again in after[:10] or again in before[-8:]:
        return "single"
    if one.unit in _SERIAL and not cues["delivers"].search(before):
        return "name"
    if one.unit == "场" and not cues["delivers"].search(before):
        return "single"
    if one.unit in _EVENTS:
        return "single" if _ONE_AFTER.match(after) or cues["hits"].search(before) else ""
    if _ONE_EACH.match(after[:3]):
        return "single"
    if one.unit in _PERSONS and cues["delivers"].search(before):
        return ""
    return "" if one.unit in _THINGS and "每" in before and cues["every"].search(before) else "single"


def _quoted(text: str, one: Quantity) -> bool:
    """Is the number part of a name in quotes (“四好农村路”, “两不愁三保障”)?"""
    for left, right in (("“", "”"), ('"', '"'), ("「", "」")):
        at = text.rfind(left, max(0, one.start - 14), one.start)
        if at >= 0 and text.find(right, at + 1, one.start) < 0 and text.find(right, one.end, one.end + 16) > 0:
            return True
    return False
