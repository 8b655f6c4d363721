"""Counts: what is delivered against what only numbers the things said (四个方面), stands for any (一个) or names a set that exists."""

from __future__ import annotations

import re
from functools import cache

from extract.quantities import Quantity
from extract.quantity_cues import ends, patterns
from extract.resource import resource


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


_TOWARD = re.compile(
    r"的(?:资金|政策|项目|人才|财政|金融|信贷|技术|对口|结对)?(?:支持|扶持|帮扶|投入|倾斜|指导|督导|监管|管理|服务|保障|救助|支援|检查|整治|考核)"
)
_OCCASION = re.compile(
    r"[^，。；]{0,24}?为(?:契机|抓手|载体|重点|依托|基础|主体|骨干|支撑|核心|龙头|样板|突破口|着力点|主线|单位)"
)
_CHINESE = re.compile(r"[一二两三四五六七八九十百]+")
_FOCUS = re.compile(
    r"(?:[^，。；]{0,8}要)?(?:紧扣|紧紧)?(?:对照|按照|围绕|聚焦|根据|立足|突出|把握)(?:[^，。；的\d]{0,8}|[^，。；的\d]{1,24}、[^，。；、的\d]{1,8})$"
)
_SAID = re.compile(r"(?:[这那哪头]|以下|上述|下列|前述|最后|一式|分)$")
_ALL_OF = re.compile(r"(?:全[国省市县区州旗镇乡]|我[省市县区州旗]|县里|辖区|各)$")
_ALL_AND = re.compile(r"(?:全[国省市县区州旗镇乡]|我[省市县区州旗]|辖区)[0-9]+[个家][一-龥]{1,8}[、和及]$")
_CHARGED = re.compile(r"(?:指导|管理|监管|负责|服务|统筹)(?:全[国省市县区州旗镇乡]|辖区内?|所辖|本级)$")
_REACHING = re.compile(r"(?:覆盖|惠及|推广到|延伸到|联通|贯通|接入)(?:到)?(?:全[国省市县区州旗镇乡]|我[省市县区州旗])$")
_PARTS_OF = re.compile(r"(?:乡镇|[乡镇村县市区]|街道|社区|行政村|部门|单位|园区|成员单位)")
_HELD = re.compile(r"[^，。；]{0,12}由[^，。；]{2,}")
_GIVEN = re.compile(r"(?:[的各]|首批|剩余|其余|现有|每[一-龥]{1,6})$")
_NEXT_COUNT = re.compile(r"^[一-龥]{1,4}、[一二两三四五六七八九十][个项条类种道大]")
_STOP = re.compile(r"[，。；、”：]")
_AFTER_TIMES = re.compile(r"(?:以上)?(?:未|不|被|仍|的|排名|考核|排在|末位|约谈|通报的)")
_ONE_NOT = re.compile(r"[每某另同这那任唯统第哪单逐万不来]$|有$|是$|作为$|为$|像$|当$")
_ONE_AFTER = re.compile(
    r"性|死亡|伤亡|受伤|办[结成好]|[清交缴付拨结]|到位|解决|通过|过|告知|跑|推|时间|又|也|都|次|方面|面|起抓|同"
)
_ONE_TO_ONE = re.compile(r"1[一-龥]")
_ONE_EACH = re.compile(r"[一-龥]?一[一-龥]")
_ISSUED = frozenset("套台部件把顶盏双本册辆")
_PER_HEAD = re.compile(r"(?:^|[，、])(?:每|一)[人户村岗车船站校家]$")
_SERIAL = frozenset(("期", "轮", "批"))
_EVENTS = frozenset(("次", "期", "场", "轮", "遍"))
_PERSONS = frozenset(("名", "位", "家", "所", "户", "座", "处", "篇"))
_THINGS = frozenset(("个", "项", "条", "支", "套", "件", "份", "张", "批", "村"))
_OUTLINES = frozenset("个项条类种大方道件")
_SAYING = frozenset("个项条类种道件方点面支对组块根级段口单")


_OF_WHOSE = re.compile(r"(?:片区|乡镇|街道|县区|地区|试点[县市区]|[省市县区镇乡村])的[0-9]+[个家所户座名处]")
_PENALTY = re.compile(r"的?，?(?:[酌倒]?扣|罚|减|警告|记过|诫勉|取消)")
_WATCHES = re.compile("(?:全面|切实|进一步|持续|严格|积极)*(?:加强|强化|抓好|做好|严格|深化|加大|开展|落实)")
_WATCHED = re.compile(
    "^(?![^，。；]*(?:建设|改造|新增|工程))[^，。；]*(?:监[测管控]|巡查|保护|治理|管理|防控|保洁|执法)"
)
_WHOLE = re.compile(r"^(?:全[国省市县区州旗镇乡村]|我[省市县区州旗]|辖区内?)(?:现有|共有|共)?$")
_THEME = re.compile(r"[一-龥]{1,8}")
_MADE = re.compile(r"[新设增减简撤并建评选派抓查]")
_LISTING = re.compile(r"[^，。；：]{0,14}?(?:乡镇|街道|部门|单位)(?:（[^）]{1,8}）)?(?:单位)?")
_BUILT = re.compile(
    r"[^，。；]{2,}?(?:投[运用产]|投入(?:使用|运营)|建成|完工|竣工|交付|开工|启用|封顶|通[车水航气]|并网|转起来|建好|改造完)"
)
_APPOSED = re.compile(r"[一-龥]、[一-龥]{2,8}$")

_THINGS_ALONE = re.compile(
    r"(?![^，。；]*(?:加大|给予|提供|支持|扶持|倾斜|监管|管理))[一-龥]{2,12}"
)  # 对排查出的27处险房，…
_ONE_BY_ONE = re.compile(r"逐[一个项户条件村处家]|全部|一律|一次性|(?:开展|进行)一[轮次]")
_CYCLE = re.compile(r"(?:[每一][周月季年旬]度?|每半[年月])$")
_ROUNDS = re.compile(
    r"(?:[轮培]训|再[查核筛]|排查|摸排|检[查测]|巡[查检]|走访|普查|体检|消毒|清[理扫]|演练|整治)(?:不少于)?$"
)
_COUNT_BEFORE = re.compile(
    r"[0-9一二两三四五六七八九十百]{1,4}[个项件名家户座所条处场大张份套支本篇幅][^，。；、\d]{1,10}[、和及]$"
)
_ROUND = frozenset("百千万")
_CAMPAIGN = re.compile(r"[百千万]|活动|行动|工程|计划")


def count(one: Quantity, before: str, after: str) -> str:
    """Counts: what is delivered against what only numbers the things said (四个方面) or stands for any (一个)."""
    if (
        _CHARGED.search(before)
        or ("对" in before and _TOWARD.search(after))
        or (before.startswith("以") and _OCCASION.match(after))
    ):
        return "scope"
    if (
        before.startswith("对")
        and one.unit in ("个", "家", "户", "处", "项")
        and "的" in before + after[:8]
        and not (one.lead or ends()["delivers"].search(before))
        and not (_ONE_BY_ONE.search(after) or (one.numeral[0].isdigit() and _THINGS_ALONE.fullmatch(after)))
    ):
        return "scope"
    if one.numeral in _ROUND:
        return "" if ends()["delivers"].search(before) and not _CAMPAIGN.search(after) else "name"
    if _REACHING.search(before):
        return ""  # 覆盖全省1.2万个行政村
    if (
        _FOCUS.match(before)
        or _SAID.search(before)
        or ((_ALL_OF.search(before) or _ALL_AND.search(before)) and _PARTS_OF.match(after))
    ):
        return "scope"
    if (
        one.unit in ("条", "座", "个", "处")
        and one.numeral.isdigit()
        and _WATCHES.match(before)
        and _WATCHED.search(after)
    ):
        named = before.count("、") + 1
        if named > 2 and int(one.numeral) == named:
            return "scope"  # 加强孝义河、潴龙河、小白河3条河流水质监测
    if _OF_WHOSE.match(after) and not one.lead:
        return "scope"  # 8个片区的40个县: where, not how many
    if one.numeral in ("一", "1") and _PENALTY.match(after):
        return "condition"  # 迟报一次罚款500元
    if one.unit in ("次", "场") and _AFTER_TIMES.match(after):
        return "condition"
    if _WHOLE.search(before) and _THEME.fullmatch(after) and not one.lead:
        return "scope"  # 全省4127座水库，凡是…的
    chinese, noun = _CHINESE.fullmatch(one.numeral) is not None, after.lstrip("的")
    if not (chinese or after or one.lead or one.tail or _MADE.search(before)) and _LISTING.fullmatch(before):
        return "scope"  # 考核对象分两类：乡镇14个，县直部门37个
    if (
        chinese
        and len(one.numeral) == 1
        and one.unit not in _EVENTS
        and _APPOSED.search(before)
        and not patterns()["brings"].search(before)
    ):
        return "" if _BUILT.match(after) and not _scope()[1].match(noun) else "scope"  # 大坝口、灵官峡两座大型水库
    if before in ("", "（") and after and one.unit not in _EVENTS and (one.tail or chinese):
        return "condition" if one.tail else "" if one.numeral != "一" and _BUILT.match(after) else "scope"
    if one.numeral == "1" and _ONE_TO_ONE.match(after):
        return "single"
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


def _listed_on(before: str) -> bool:
    """办好十大民生实事、二十件…: one more count in a list that an act delivers."""
    last = _COUNT_BEFORE.search(before)
    return last is not None and ends()["delivers"].search(before[: last.start()]) is not None


def _several(one: Quantity, before: str, after: str, noun: str) -> str:
    delivers = ends()["delivers"].search(before) or _listed_on(before)
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
    again = "一" + one.unit
    if _ONE_NOT.search(before) or (again in after[:10] and "每" not in after[:10]) or again in before[-8:]:
        return "single"
    if one.unit in _SERIAL and (one.unit == "期" or not ends()["delivers"].search(before)):
        return "" if _CYCLE.search(before) else "name"
    if one.unit == "场" and not ends()["delivers"].search(before):
        return "single"
    if one.unit in _EVENTS:
        if one.unit == "遍" and "每" not in before and not _ROUNDS.search(before):
            return "single"  # 逐户过一遍, 再抄一遍
        return "single" if _ONE_AFTER.match(after) or ends()["hits"].search(before) else ""
    if _ONE_EACH.match(after[:3]):
        return "single"
    if one.unit in _ISSUED and not after and _PER_HEAD.search(before):
        return ""  # 配齐阻燃服，一人一套
    if one.unit in _PERSONS and ends()["delivers"].search(before):
        return ""
    if one.unit in _THINGS and _listed_on(before):
        return ""
    return (
        ""
        if one.unit in _THINGS and ("每" in before or "各" in before[-8:]) and ends()["every"].search(before)
        else "single"
    )
