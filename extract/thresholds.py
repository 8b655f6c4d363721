"""Thresholds among the numbers: those that say to whom or when something applies (500万元以下的, 错误率超过3%的), not what is to be reached."""

from __future__ import annotations

import re

from extract.quantities import Quantity
from extract.quantity_cues import ends, patterns

FOUNDED = re.compile(r"(?:成立|设立|组建|发起|募集|发行|筹建|建立)[^，。；]{0,8}(?:总|首期|初始)?规模(?:为|达|约)?$")
_SIZE_CLASS = re.compile(r"(?:及以上)?(?:规模)?以上规模|规模(?:以上|化|的)")
_ARTICLES = re.compile(r"(?:落实|执行|出台|推出|兑现|贯彻|用好|制定)[^，。；“]{0,8}“[^”]*”$")
GIVES = re.compile(r"给予|提供|发放|享受|落实|予以|奖励|补[助贴]|返还|免收|减免|减收|按")
_AGREED = re.compile(r"[^，。；、]{0,8}(?:同意|通过|赞成|签字|表决|到会|参会|出席|反对)")
_COMPOSED = re.compile(r"其中[：:，]?[^，。；]*(?:在建|续建|预备|前期|储备|结转)[^，。；]*$")
_MAKES_SO_MANY = re.compile("(?:打造|建设|建成|培育|新增|引进|创建|形成|选树|遴选|推出|培养)$")
_CLASS_COUNT = re.compile(r"的?(?:项目|企业)?(?:不[少低]于|至少|达到?)?[0-9XＸ×]+[个家户]")
_HAN = re.compile(r"[一-龥]")
_FINE = re.compile(r"的?(?:罚款|罚金|赔偿金|滞纳金)(?!的)")
_WHOM = re.compile(
    r"的?[一-龥]{0,6}(?:项目|企业|工程|大?班额|事故|火灾|聚集|集会|聚餐|会议|合同|单位|客户|商户|采购|园区|大户|主体|养殖场|基地|撂荒地|荒地|耕地|地块|图斑|宗地|水域|灌区|支付|支出|开支|交易|往来|[村屯寨组户场厂店])"
)
_BRACKET = re.compile(r"（[^）]*$")
_TO_WHOM = re.compile(r"^(?:要|应|须|可)?对(?![口接照外标比策应象方])[^的]*$")
RECIPIENT = re.compile(r"^(?:要)?对|凡|连续|被|若|如")
BOUNDS = (
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
_SIZES = frozenset(("money", "area", "mass", "people"))
_ANIMALS = frozenset("头只羽匹尾层")


_IF_SO_MANY = re.compile(r"^(?:凡是?|一次|如)[^，。；]{0,6}(?:造成|发生|出现|导致)(?:[^，。；]{0,20}或)?$")
"""凡造成1人以上死亡或3人以上受伤的事故: in which case, not how many."""


def threshold(one: Quantity, before: str, after: str) -> str:
    """The reason why `one` is a threshold, or what a threshold's words make of it, "" for none: 500万元以下的, 错误率超过3%的退回."""
    cues = patterns()
    of_rate = cues["of_rate"].match(after) is not None
    if _SIZE_CLASS.match(after):
        return "condition"
    if one.kind == "span" and after.startswith("的"):
        return ""  # what is granted for so long
    if one.kind == "count" and _COMPOSED.search(before):
        return "describes"
    if one.kind in ("count", "people") and (
        _IF_SO_MANY.search(before) or (before.endswith("含") and after[:1] in ("）", ")"))
    ):
        return "condition"
    if one.unit == "条" and _ARTICLES.search(before):
        return "name"  # 揭榜挂帅”20条
    if after.endswith("的") and len(after) < 24 and not of_rate:
        return "condition"
    if "及以" in one.tail or "或以" in one.tail:
        return "" if one.kind in _SHARES else "condition"
    if one.kind in ("part", "percent") and one.tail == "以上" and not before:
        return ""  # 三分之二以上的村: a share, not a threshold
    bounded = one.tail[:2] == "以上" or one.tail[:2] in ("以下", "以内")
    if after.startswith("的") and not of_rate and (bounded or _over(one, before)):
        made = (
            one.kind == "count"
            and one.tail[:2] == "以上"
            and _MAKES_SO_MANY.search(before)
            and not RECIPIENT.match(before)
        )
        return "" if made else "condition"  # 打造60个以上的特色品种
    if (
        one.kind in ("percent", "part", "money", "span")
        and _TO_WHOM.search(_BRACKET.sub("", before))
        and not GIVES.search(before)
        and "的" in after
        and not of_rate
    ):
        return "condition"
    if one.kind in ("part", "percent") and _AGREED.match(after) and "确保" not in before:
        return "condition"  # 经三分之二以上家长同意
    if before.endswith(("达不到", "未达到", "达不了")) and "的" in after:
        return "condition"  # 成活率达不到85%的
    if one.lead.startswith(("低于", "少于", "不足", "未达")) and "的" in after and not of_rate:
        return "condition"
    if one.kind in ("money", "multiple") and _FINE.match(after):
        return ""  # 处五千元以上三万元以下罚款
    if one.tail == "以下" and _HAN.match(after) and one.kind not in ("percent", "part", "density"):
        return "condition"
    sized = one.kind in _SIZES or one.unit in _ANIMALS
    gathered = one.kind == "people" and ends()["delivers"].search(before) is not None
    if one.tail == "以上" and sized and not gathered and _WHOM.match(after):
        return "condition"
    near = after.startswith("范围") or one.tail in ("以内", "内")
    if one.kind == "money" and one.tail == "以上" and _CLASS_COUNT.match(after):
        return "condition"
    if one.kind == "length" and near and not ends()["limits"].search(before):
        return "condition"
    if ends()["hits"].search(before) and not (one.kind in ("money", "multiple") and _FINE.match(after)):
        return "condition"
    if (
        one.kind == "money"
        and after.startswith("的")
        and not (of_rate or cues["reaches"].search(before) or FOUNDED.search(before))
        and not (one.lead.startswith(BOUNDS) and GIVES.search(before))
    ):
        return "describes"
    return ""


def _over(one: Quantity, before: str) -> bool:
    """超过3%的 is a threshold, 不超过300万元的 a cap."""
    return not one.lead.startswith(("不", "至", "最")) and ends()["thresholds"].search(before + one.lead) is not None
