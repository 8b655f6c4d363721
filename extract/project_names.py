"""Does a name say which work is meant: 青石桥 (重建), 柳塘食品产业园, not 危桥 (改造), 乡镇卫生院?"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.lexicon import alternatives, words
from extract.noun_phrase import Phrase, verb_class
from extract.project_heads import (
    ALONE,
    COUNTY,
    DIVERSION,
    FACILITY,
    FIRM,
    GENERIC,
    PLACE_END,
    SITE,
    UNIQUE,
    Head,
    common,
    plain,
)
from extract.tail import Tail

_PARTS, _JOINTS = re.compile("[的、]"), re.compile("和|与|及|、")
_NAMED_THING = re.compile(r"[A-Za-z×\d]|[东西南北]区")
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
RANKED = re.compile(r"((?:国家|省|自治区)级?)[\u4e00-\u9fff]{2}")  # 省级区域医疗(中心): one of its rank is built
_ADMIN = re.compile(r"^[\u4e00-\u9fff]{1,3}[县市州区镇乡村]")  # 柳江市 (农村危房改造)
_LEVELS = re.compile("[省市县区乡镇村组]{2}[两二三四五]级|各级")  # 县乡村三级服务(平台)
_IN_A_NAME = re.compile("[协共颐雍泰平祥永义]和$")  # 协和(医院), not 一和(医院)
_ADVERB = re.compile("(?:全部|全面|及时|尽快|已|基本|立即)$")
_STATE_OF_WORK = re.compile(
    r".*(?:结转|续建|在建|剩余|未完成|列入[^的]{2,10}|已?下达[^的]{0,8})的"
)  # 上年结转的 | 小型水库
_QUARTER = re.compile(
    "(?:老城区|中心城区|主城区|城区|县城|城[东南西北])(?:老旧|破损)?(?:供热|供暖|燃气|天然气|供水|排水|污水|雨水|雨污|自来水|热力|道路)*(?:管网|管道|管线|干管|路网|道路|泵站)"
)
"""老城区供热管网 (改造): of the one quarter that is called so."""
_QUALITY = re.compile(
    "(?:管理|能力|服务|质量|水平|素质|效能|品质|形象|效率|业务|功能|安全|效益|品牌|产业|企业|行业|作风|环境卫生)$"
)
_LACK = re.compile(
    r"([县乡镇村户人组校])\1(?:有|通|建)|至今|尚未|还未|未[建通改]|没有|不得|任何"
)  # 县县有三级(医院), 未通硬化(路)
_ONE_OF_RANK = frozenset(("hospital", "institute", "logistics", "culture", "port"))
MASK_ONLY = re.compile(r"[X×\d]*")
RATED = re.compile(
    r"(?:国家)?(?:[\dX×一二三四五]A|A{2,5})级(?:旅游)?$|[一二三四五]星级.*$"
)  # 4A级景区 is a title to be won
_DESCRIBED = re.compile(  # 受天气影响较小的, 易于封闭的: whichever is so
    r"(?:较[\u4e00-\u9fff]|易|便于|相对|具备|具有|符合|适[合宜]|影响|需要|急需|齐全|完[备善]|多样|合理|先进|良好|优美|以[上下内]|明显|突出|(?<![学院])有[\u4e00-\u9fff]+)[^的]{0,6}的$"
)
_KNOWN_FIRM = re.compile(rf"(?:{alternatives(words('projects', 'firms'))})[\u4e00-\u9fff\d]{{2}}")
_FIRM_END = Tail(rf"[\u4e00-\u9fff]{{2}}(?:{FIRM})$")
_FIRM_IN = re.compile(
    r"([\u4e00-\u9fff]{2})(?:集团|公司|股份|实业|控股|重工|药业|乳业|酒业|茶业|鞋业|牧业|农牧|铜业|铝业|锂业|硅业|矿业|纸业|木业|竹业|置业|电气|钢铁|水泥)(?=[\u4e00-\u9fff])"
)
_MARKED = re.compile(  # what only a single thing has: a number or letters of its own, quotes, a phase, a firm's name
    r"[“\"×]|[A-Z][\d区栋座]|[A-Z]{2}|[\dX]+(?:千伏|号|万吨|万千瓦|兆瓦|#)|[kK][vV]|[一二三四五六]期|第[一二三四五六七八九十]+[中小高水]|[\u4e00-\u9fff][一二三四五六七八九][中小](?![心型学])|[\u4e00-\u9fff]{2}(?:至|[—－-]{1,2})[\u4e00-\u9fff]{2}|[\u4e00-\u9fff]{2}(?:集团|公司|股份)"
)
_MARKS = re.compile(r"[“\"×A-Z\dkK期第中小至—－\-团司份]")  # one of them stands in each mark
_REGION = r"京津沪渝冀豫云辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼港澳台"
_PROPER = re.compile(  # what marks a proper name in a text that speaks of a whole country
    rf"[“\"A-Za-z\d]|国家|全国|中国|中央|中华|[{_REGION}]{{2}}|[\u4e00-\u9fff]{{2}}(?:至|[—－-]{{1,2}})[\u4e00-\u9fff]{{2}}|三北|三峡|三江源|南水北调|西气东输"
    r"|长江|黄河|淮河|珠江|辽河|松花江|太湖|巢湖|滇池|洞庭湖|鄱阳湖|雄安|横琴|浦东|前海|南沙|南繁"
)


def described(text: str, name: Phrase, before: str) -> bool:
    """Is the thing only told by what it is like: 受天气影响较小的隧道?"""
    if "的" in before:
        return bool(_DESCRIBED.search(before[: before.rindex("的") + 1]))
    return text[name.start - 1 : name.start] == "的" and bool(_DESCRIBED.search(text[name.low : name.start]))


def says_which(head: Head, before: str) -> bool:
    """Do the words before the head tell this work from others of its kind?"""
    own = _PARTS.split(before)[-1].strip('“”"')
    if head.sort == "digital" and own.endswith(("全", "各", "本")) and not own.endswith("安全"):  # 全系统
        return False
    if not own:  # 安置点的 小学 does, 供水、 设施 and 条件的 项目 do not
        return head.sort in ("facilities", "digital") and before.endswith("的") and len(before) > 4
    if own.endswith(("领域", "类")):  # 数字经济领域 | 特色小镇, 拆除类 | 项目: of a sort
        return False
    if own == "配套":
        return len(before) > 4
    if (
        (own.endswith("进") and not own.endswith(("促进", "推进", "引进", "改进")))  # 进校园
        or own.startswith("涉")
        or (_LACK.search(own) and not _QUOTED.search(before))
        or "以上" in own
        or own.endswith("以下")
        or _LEVELS.search(own)
        or (before[-1] in "和及与或" and not _IN_A_NAME.search(before))
    ):  # 涉河项目
        return False
    if (
        (ranked := RANKED.match(own))
        and head.sort == "facilities"
        and len(own) - ranked.end(1) >= 2 + 2 * (head.kind not in _ONE_OF_RANK)
    ):
        return True
    if len(before) < 2 - (head.sort == "acts") or MASK_ONLY.fullmatch(before):
        return False
    if head.sort in ("facilities", "acts") and COUNTY.match(before) and (before[0] != "区" or head.kind != "institute"):
        return True
    return not head.generic.fullmatch(own) and not verb_class(own.removeprefix("所"))


@lru_cache(4096)
def acted(before: str) -> bool:
    """Is what is acted on a thing of its own: 青石桥 (重建), not 危桥 (改造)?"""
    before = _JOINTS.split(before)[-1] or before  # 公路养护和危桥 (改造)
    before = _STATE_OF_WORK.sub("", before)
    if _QUARTER.fullmatch(before):
        return True
    if (
        (_NAMED_THING.search(before) and before not in ("5G", "4G"))
        or before.lstrip("老新旧") in ALONE
        or UNIQUE.fullmatch(before)
    ):
        return True
    if _QUALITY.search(before) or _ADVERB.search(before):
        return False
    if (built := FACILITY.search(before)) and built.start() and not common(before[: built.start()]):
        return True
    thing = _QUOTED.sub("", before)
    place = PLACE_END.search(thing)
    if not place or thing != before:
        return bool(place) or individual(_ADMIN.sub("", before))
    rest = before[: place.start()]
    if COUNTY.match(rest):  # 县职业教育中心扩建
        return True
    return bool(rest) and not common(rest)


def proper(name: str) -> bool:
    """Does a name say which one of a whole country's works is meant: 川藏铁路, 洋山港区, not 山区高速公路, 内河航道?"""
    site = SITE.match(name)
    return bool(_PROPER.search(name) or _KNOWN_FIRM.match(name)) or bool(site and not GENERIC.fullmatch(site.group()))


@lru_cache(4096)
def individual(name: str) -> bool:
    """Does a name bear a mark that only a single thing has: a place, a firm, letters, a phase (荷花变, 青柳药业, 二期)?

    >>> individual("青石湾再生水厂"), individual("盛源化工"), individual("停车场")
    (True, True, False)
    """
    if (_MARKS.search(name) and _MARKED.search(name)) or _KNOWN_FIRM.match(name) or _FIRM_END.search(name):
        return True
    if DIVERSION.fullmatch(name):
        return True
    firm = _FIRM_IN.match(name)
    if firm and not common(firm.group(1)):  # 正阳重工液压件
        return True
    site = SITE.match(name)
    return bool(site and not plain(site.group()))
