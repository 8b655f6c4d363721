"""What speaks against taking a quantity for a target: `objection` names the reason, or says "" where nothing does.

The reasons are judged by the words of the clause alone, so that they hold before the kind of the sentence is known:
past, has (what there is), from (the value before the change), condition (a threshold), describes (the size of a thing),
scope (四个方面), single (any one), name, spec, none (no quantity at all). The cues are data: quantity_cues.yaml.
"""

from __future__ import annotations

import re

from extract import idioms
from extract.counts import count
from extract.past import past
from extract.quantities import Quantity
from extract.quantity_cues import ends, patterns
from extract.thresholds import BOUNDS, FOUNDED, GIVES, RECIPIENT, threshold

_FROM = re.compile(r"[由从][^，。；]{0,10}$")
_SINCE = re.compile(r"，(?:截[至止]|目前|现已|已)")
_MODAL = re.compile(r"都有|确保|必须|须|要|应|需|保证|做到|至少|力争|每(?!年)|不得")
_LISTED_ONES = re.compile(r"(?:今年|全年|年初|本年度?)[^，。；]{0,4}(?:安排|确定|实施|签约|列入|部署)的$")
"""今年安排的86个重点项目: how many there are."""
_FORECAST = re.compile(r"(?:惠及|涉及|受益|（占)$|预计[^，。；]{0,16}$|^占[^，。；应要须]{0,12}$")
_INVESTED = re.compile(r"(?:^|[、：])(?:计划|拟|共|总|累计|总计|共计|合计|概算|估算|预算|匡算|预计)*投资(?:约|近)?$")
_NEAR = 5  # characters
_CLEARED = re.compile(
    r"，[^，。；]{0,24}?(?:清零|销号|见底|[清办改建拆扫][完结掉净]|扫尾|全部|办结|整改到位|改到位|解决|消除|化解|拿下|打通|贯通|合龙|归零)"
)
_SERVED = re.compile(r"(?:服务|任职|工作|挂职|锻炼|驻村|驻点|保存|留存|保管|公示|运营|经营|就业|管护)$")
_STAY = re.compile(r"(?:给予|发放|享受|补发|提供|补贴|补助|减免|减收|免收|征收|缓缴|延长|完成|按)$")
_AT_LEAST = re.compile(r"(?:至少|不少于|至多|最多|不超过)[^，。；\d]{1,8}$")
_RENT = re.compile(r"(?:房租|租金|社保费|电费|水费|利息)")
_DONE_IN = re.compile(r"(?:办[结成]|办理完[成毕]|出[证具]|拿证|审结|审批完|答复|完成审)")
_WIDE = re.compile(r"[宽高深厚](?![度速压层])")
_MEANS = re.compile(
    r"(?:依托|(?<!实际)利用(?![外内]资)|用好|用足|借助|凭借|发挥好?)(?:好|全[省市县区]|现有|第[一二三四五]批|[已中]?[^，。；、]{0,2})?$"
)
_SIZED = re.compile(r"(?<![延增加拓提河])[长宽高深厚]约?$")
_SCORE = re.compile(r"(?:满意度|测评|评价|指数|成绩|合格线)[^，。；]{0,6}$")
_PAID_FROM = re.compile(r"(?:[拟由从在自]|列入|纳入)[^，。；]{0,24}(?:列支|解决|承担|支付|支出|负担|统筹|安排)")
_WEIGHT = re.compile(
    r"(?:考核|考评|评价|评议|测评|得分|成绩|分值|权重|打分|评分)[^，。；]{0,6}占(?:比)?(?:总分|总成绩|综合考核|年度考核)?的?$"
)
_VERSION = re.compile(r"\d\.\d")
_COSTS = re.compile(r"(?:经费|资金|费用|款项?|投入)(?:共计?|合计|约|为)?$")
_ON_TOP = re.compile(r"[^，。；]{0,24}基础上")
_YEARLY = re.compile(r"(?:年度|当年|今年|本年|年内|年)(?:(?!规划|总)[^，。；、]){0,4}投资$")
_PROVIDES = re.compile(
    r"(?:保障|供应|供给|落实|新增|盘活|收储|报批|争取|完成|整理|清理|腾退|处置)[^，。；、]{0,10}用地$"
)
_RELAXED = re.compile(r"(?:放宽|调整|延长|提高|降低|缩短)[到至为][^，。；]{0,8}$")
_TOTAL = re.compile(r"(?:协议|合同|计划)?总投资(?:额)?(?:达到?|为|约)?")
_ATTRACTS = re.compile(
    r"(?:引进|招引|签约|引入|洽谈)[^。；，\n]{0,20}项目[^。；，\n]{0,8}[0-9XＸ×]+个?(?:以上)?，(?:协议|合同|计划)?总投资(?:额)?(?:达到?|为|约)?$"
)
_GOOD_DEEDS = re.compile(r"[^，。；：]{0,10}(?:实事|民生工程)(?:，(?:主要)?包括)?[：:]")
_ADDS_UP = re.compile(
    r"(?:力争|确保|争取|实现)[^，。；]{0,16}总投资(?:额)?(?:达到?|超过?|突破)?$|(?:形成|储备|谋划|新增|实施)[^，。；]{0,8}项目[0-9XＸ×]+个(?:以上)?、总投资(?:额)?(?:达到?|超过?)?$"
)
_NEW_POWER = re.compile(
    r"(?:^|[、和])(?:全市|全县|全省|全区|力争|确保|年内|今年)*(?:建成|新增|投产|并网)[^，。；、]{0,8}(?:装机|库容|储能|产能|处理能力)(?:容量|规模)?$"
)
"""建成电力装机2000万千瓦: what the act adds, no size of a work."""
_PLOT = re.compile("(?:地?块|土地|用地|地)(?!流转|整治|平整|复垦|开发|造林|播种)")
_LAND = re.compile("(?:地块|土地|宗地|用地)[（(]$")
_OF_IT = re.compile("(?:[对将把该]|项目|关于|所涉|涉及)的?$")
_COUNTED_SPECS = {
    "路": re.compile(r"(?:探头|监控|视频|摄像)[^，。；]*$"),
    "岁": re.compile(r"寿命[^，。；]*$"),
    "分贝": re.compile(r"控制在$|降[低到至]"),
}
_GRADE_SHARE = re.compile(r"的?(?:断面|水体|水质|水域|标准)?的?(?:比例|占比|比重|达标率|优良率|个数|天数)")
_KIND_OF = re.compile(r"验收(?:合格|通过)|级|型|制|式|强|年(?![度底内前末中初])|日(?!常|均)|号")
_NAMED = re.compile(r"[”\"]?(?:专项)?(?:行动|计划|工程|方案|制度|机制|攻坚)")
_GRANT = re.compile(
    r"的[一-龥]{0,16}(?:补贴|补助|减免|贴息|优惠|奖励|支持|免租|救济金|补助金|保险金|保险费|奖金|租金|工资|生活费|信贷|贷款|培训|实习|见习)"
)
_OVER_STOP = re.compile(r"[，。；\n\t]")

_COUNTED = frozenset(("count", "people", "times", "scale"))
_PLAIN = frozenset(("mass", "area", "length", "volume", "energy", "money"))
_CAPACITY = frozenset(("mass", "volume", "energy"))
_SIZED_WORK = re.compile(
    r"级?[一-龥]{0,6}?(?:粮仓|冷库|仓库|储罐|生产线|项目|电站|风电场|机组|水厂|码头|泊位|水池|蓄水池|装置|车间|基地|工厂|厂房|污水处理厂|加工厂|变电站)(?!等)"
)
_GROWS = re.compile(r"(?:新增|增加|增|扩大|扩建|提升|完成|达到|合计|总计|共)$")
_DIGITS, _MARKS = frozenset("一二三四五六七八九"), frozenset(("", *"，。；、的/每以钱左上"))
_PLACES = frozenset((*"村镇乡县校店方字米里部组单口桥塔井基管科", "社区", "小区", "标段", "个人"))
"""Units that are also nouns of places and groups (X县, 三方, ××米业): only an Arabic number makes a quantity of them."""


def objection(text: str, one: Quantity, before: str, after: str) -> str:
    """The reason why `one` is no target, or "". `before` and `after` are the rest of its clause."""
    if one.kind == "idiom":
        return idioms.objection(text, one, before, after)
    if one.kind == "spec":
        counted = _COUNTED_SPECS.get(one.unit)
        if one.lead.startswith(BOUNDS) or (counted and counted.search(before)) or _scored(one, before, after):
            return ""
        return "spec"
    if one.unit in ("件", "项") and _GOOD_DEEDS.match(text, one.end):
        return "name"  # 办好十件民生实事：1.…
    if one.unit == "批" and one.numeral == "一":
        return "none"  # 认定一批企业
    if _quoted(text, one) or (one.unit == "版" and _VERSION.search(one.numeral)):
        return "name"
    return (
        _no_quantity(one, before, after)
        or threshold(one, before, after)
        or _state(text, one, before, after)
        or (count(one, before, after) if one.kind in _COUNTED else "")
    )


def _scored(one: Quantity, before: str, after: str) -> bool:
    """满意度达到95分以上: points as the measure of something, not those that an assessment gives."""
    if one.unit != "分" or after.startswith(("的", "为", "者")):
        return False
    return one.lead.startswith(("达", "超过", "突破", "高于")) or (one.tail != "" and _SCORE.search(before) is not None)


def _no_quantity(one: Quantity, before: str, after: str) -> str:
    """Lengths of time that nothing bounds, names of places, ordinals of kinds."""
    if one.kind == "span" and _NAMED.match(after):
        return "name"  # 茶产业提升三年行动
    if one.kind == "span":
        bounded = (one.lead and not one.lead.startswith(("近", "约", "大约"))) or one.tail
        stays = bounded or ends()["limits"].search(before) or _AT_LEAST.search(before)
        if after.startswith("的"):
            held = (one.lead and bounded) or _STAY.search(before) or (bounded and GIVES.search(before))
            if not (held and _GRANT.match(after)):
                return "none"
        elif not (stays or (_STAY.search(before) and _RENT.match(after)) or _DONE_IN.match(after)):
            return "none"
        if (
            "以上" in one.tail
            and one.unit in ("年", "个月")
            and not (one.lead or _SERVED.search(before) or _RELAXED.search(before))
        ):
            return "condition"
    elif _KIND_OF.match(after) or (_sizes(one, after) and not _GROWS.search(before)):
        return "spec"
    if one.kind == "rank" and (after.startswith("的") or RECIPIENT.search(before)):
        return "condition"
    if before.endswith("每") and one.kind in ("people", "area", "length", "count", "money"):
        return "none"  # 每500人配备1名保洁员
    if one.kind == "grade" and _GRADE_SHARE.match(after):
        return "scope"
    if one.numeral == "一" and one.kind in _PLAIN:
        return "single"
    if one.unit in _PLACES and not one.numeral[0].isdigit():
        return "name"
    if one.unit == "门" and one.numeral in _DIGITS and after[:1] in ("路", "街", "巷", "村"):
        return "name"  # 二门路
    if one.numeral[0] == "0" and one.kind in _COUNTED and "." not in one.numeral:
        return "name"  # 01单元
    if one.unit == "元" and one.numeral in _DIGITS and after[:1] not in _MARKS:
        return "name"  # 三元牧业
    return ""


def _sizes(one: Quantity, after: str) -> bool:
    """10万吨低温粮仓: how large a thing is."""
    return one.kind in _CAPACITY and not one.tail and _SIZED_WORK.match(after) is not None


def _state(text: str, one: Quantity, before: str, after: str) -> str:
    """Numbers of the past, of what there is, of what a thing measures."""
    cues = patterns()
    if one.kind == "count" and _LISTED_ONES.search(before):
        return "has"
    if _FROM.search(before) and cues["raises"].match(after):
        return "from"
    if "在" in before and _ON_TOP.match(after) and not one.lead.startswith("达"):
        return "from"
    if past(before, after) or _SINCE.match(text, one.end + len(after)):
        return "past"
    if _FORECAST.search(before) or (ends()["has"].search(before) and not _MODAL.search(before)):
        return "" if len(after) < _NEAR and _CLEARED.match(text, one.end + len(after)) else "has"
    if cues["reaches"].search(before) or one.lead.startswith(BOUNDS) or FOUNDED.search(before):
        return ""
    if (
        one.kind == "money"
        and _COSTS.search(before)
        and _PAID_FROM.match(text, one.end + (text[one.end : one.end + 1] == "，"))
    ):
        return "describes"
    if _YEARLY.search(before) or _PROVIDES.search(before):
        return ""
    if one.kind in ("percent", "part") and _WEIGHT.search(before):
        return "describes"  # 平时考核占60%
    if one.kind == "money" and _TOTAL.fullmatch(before) and _ATTRACTS.search(text, max(0, one.start - 60), one.start):
        return ""
    if one.kind in _CAPACITY and text[one.start - 1 : one.start] in ("（", "(") and after[:1] in ("）", ")"):
        return "describes"  # 村级光伏电站（100千瓦）
    if one.kind == "money" and _ADDS_UP.search(before):
        return ""  # 力争项目总投资达350亿元以上; 形成项目500个、总投资4000亿元
    if one.kind in _CAPACITY and _NEW_POWER.search(before):
        return ""
    if ends()["describes"].search(before) or (one.kind == "money" and _INVESTED.search(before)):
        return "describes"
    if one.kind == "area" and after[:1] in ("）", ")") and _LAND.search(text, max(0, one.start - 8), one.start):
        return "describes"  # 城东地块（15.2亩）
    if one.kind == "area" and _PLOT.match(after) and _OF_IT.search(before):
        return "describes"  # 对345亩地块进行摘牌
    if one.kind == "length" and (_SIZED.search(before) or _WIDE.match(after)):
        return "describes"
    return "scope" if _MEANS.search(before) and not one.lead else ""


def _quoted(text: str, one: Quantity) -> bool:
    """Is the number part of a name in quotes (“四好农村路”, “两不愁三保障”)?"""
    for left, right in (("“", "”"), ('"', '"'), ("「", "」")):
        at = text.rfind(left, max(0, one.start - 14), one.start)
        if at >= 0 and text.find(right, at + 1, one.start) < 0 and (end := text.find(right, one.end, one.end + 16)) > 0:
            # straight quotes do not say which one opens: nothing quoted runs over a stop
            return left != right or _OVER_STOP.search(text, at, end) is None
    return False
