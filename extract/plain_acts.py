"""What a plain subject does: acts by itself, supports, oversees or coordinates others, and the role that makes."""

from __future__ import annotations

import re

from extract.coordination import FAR, Group
from extract.model import Role

Act = tuple[Role, str, Role | None]
"""Role, rule, and the role passed on to sentences without subject."""

_SUPPORT_LAST = re.compile(
    r"(?:要|应|都要)?(?:抓紧|及时|同步)*跟上(?=[，。；]|\Z)|(?:要|应|须|均)?(?:抽调|选派|指派|安排|派|委派)?(?:人员|专人|员)?(?:全程|驻点|现场|积极|主动|全力|密切|同步|共同|做好)*(?:配合|协助|参与|参加)(?=[，。；]|\Z)"
    r"|作为[^，。；]{1,10}(?:参与|配合|协助)"
)
_GUIDES_LAST = re.compile(
    r"(?:加强|做好|负责)(?:业务|技术|政策)?(?:指导|监督|督促)(?:和[^，。；]{2,6})?(?=[，。；]|\Z)"
)
_COORDINATES_LAST = re.compile(r"(?:总|负责|统一)?(?:统筹|总协调|抓总)(?=[，、。；]|\Z)")
_WATCHES_LAST = re.compile(r"(?:要|应)?(?:全程|现场|跟踪|业务|跟班|技术|统一)+(?:指导|监督|督导|督促)(?=[，。；]|\Z)")
_EVALUATES = re.compile(
    r"[^，。；]{0,24}?(?:开展|组织|进行|完成)[^，。；]{0,10}(?:中期|总结|终期|年度|考核|绩效|实施|第三方|跟踪|综合)(?:评估|评价|考核)(?=[，。；]|\Z)"
)
CHECKS = re.compile(
    r"(?:要|应当?|须|将)?(?:组织|负责)?对(?![照接标])[^，。；]{2,30}?(?:进行|实行|开展|实施)?(?:一次|全程|全过程|跟踪|定期|专项)*(?:监督管理|监督|督查|督导|督办|考评|考核|抽查|暗访|监督检查|督促检查|督查检查|检查考核|绩效(?:考评|考核|评价))(?:、[^，。；]{2,6}等[^，。；]{0,4})?(?=[，。；]|\Z)"
    r"|(?:跟踪|监督|督促|重点|全面|定期)?检查[^，。；]{2,24}情况(?=[，。；]|\Z)"
)
"""对…的使用情况进行监督检查: an act that oversees others' acts."""
_AUDITS = re.compile(
    r"(?:将|要|应)?(?:每[年月季周])?对(?:各|有关|相关)[^，。；]{1,30}?(?:进行|开展|实施)[^，。；]{0,10}(?:抽查|督查|考核|评估|监督|暗访|巡查)(?:[和与、][^，。；]{2,6})?(?=[，。；]|\Z)|负责对[^，。；]{0,30}?(?:(?:工作|任务|落实|整改|推进|执行|目标)[^，。；]{0,6}(?:情况|进度|进展|数据|成效|质量)|(?:各|责任|成员)[^，。；]{0,12}(?:单位|部门|乡镇)(?:[^，。；]{0,12}(?:情况|进度|进展|数据|成效|质量))?)(?:进行|开展|实施)[^，。；]{0,10}(?:通报|评估|审核|核查|核实|跟踪|考核|评价|督察|督查|督办|验收|确认|问责)(?:[和与、及][^，。；]{2,6})?(?=[，,。；;]|\Z)"
)
"""负责对目标任务进度情况进行督察通报: oversees what others do."""
_OTHERS_ACT = re.compile(
    r"[，,；;](?:由)?(?:[省市县区]|各|有关|相关)[\u4e00-\u9fff]{1,16}?(?:局|办|委|部|厅|政府|办公室|单位|部门|中心)(?=将|要|应|负责(?!人|同志)|牵头|会)"
)
_SUPPORT_LATER = re.compile(
    r"[，,、](?:要|全力|积极|主动|密切|大力)+(?:配合|协助)(?=[。；]|$|[，,](?:确保|共同|形成|齐心|做好|全力|大力|通力|主动))"
)
OVERSEER = re.compile(r"督查|督察|督导|督考|督办|纪委|监委|纪检|(?<!劳动)(?<!保障)监察|巡察|巡视|审计|目标绩效|考核办")
"""Offices that oversee others by their name."""
_OVERSEES = re.compile(
    r"(?:督促|督查|督办|督导|通报|监督|监管|抽查|暗访|审计|巡察|检查|盯|跟踪)(?!评估|情况|工作汇报|汇报|台[账帐]|清单|方案|计划|事项|专员|机制|制度|力量|队伍|人员)"
)
_REGULATES = re.compile(r"[^，。；]{0,16}监管")
_OVERSIGHT = re.compile(
    r"(?:加强|强化)对?(?!内部|自身)[^，。；]{2,16}的?(?:日常|跟踪|全程)?监督，督促"
    r"|(?:加强|加大|强化)对[^，。；]{2,30}的(?:督促|跟踪)?(?:督导检查|督促检查|督查|督导|督办)(?:力度)?(?=[。；]|\Z|[，,](?:确保|督促|推动|形成))"
    r"|派驻?[^，。；]{0,4}(?:专人|人员|干部)[^，。；]{0,6}(?:督导|督促|督办)(?=[。；]|\Z|[，,](?:确保|督促|推动))|"
    r"(?:派出|组成|抽调|选派)[^，。；]{0,10}(?:督导|督查|工作)组[^。；]{0,16}(?:督导|督查)|(?:不打招呼|下[村乡镇]|进村|实地|明察|随机)[^，。；]{0,8}(?:督查|暗访|抽查|督导)(?=[，。；]|\Z)|(?:开展|组织|进行)[^，。；]{0,8}(?:专项|延伸|跟踪|全程|离任)审计(?=[，。；、]|\Z)|(?:开展|进行)[^，。；、]{0,20}(?:督查|督导|暗访|督促检查)(?=[，。；、]|\Z|工作|检查)|组织[^，。；、]{0,6}(?:督查|督导|暗访|督促检查)(?=[，。；、]|\Z|工作|检查)|(?:加强|加大|强化|实施|进行|开展)(?:全程|日常|跟踪|专项|重点|动态)*(?:督查|督办|督导|督促检查)(?:力度|问效|考核)?(?=[，。；、]|\Z)|(?:落实|执行|进展|完成|工作|履职|推进|整改)(?:的)?情况[^，。；]{0,12}(?:开展|进行|组织)[^，。；]{0,8}(?:督查|抽查|督导|检查|评估|复核|核查|核验|暗访|跟踪)"
)
_STRENGTHENS = ("加强", "加大", "强化")
_WATCHING = frozenset("督访查审评复核跟")
"""One of these stands in every act of oversight; most acts have none."""
_COORDINATES = re.compile(
    r"发挥[^，。；]{0,4}(?:统筹|牵头)[^，。；]{0,6}作用|(?:负责|全面)?统筹(?:协调|规划|安排(?![^，。；]{0,20}(?:资金|经费|万元|亿元|指标))|推进|指导|抓)|统筹[^，。；]{2,6}资源|负责[^，。；]{0,20}统筹"
)
_MIXED = re.compile(r"督促检查|督查|检查|审定|考核")
_GUIDES = re.compile(
    r"负责对[^，。；]{2,30}(?:实施|进行|开展)(?:监督管理|监督检查|监管|监督)，(?:督促|指导)|负责(?:业务|技术)?(?:指导(?![、和](?:推动|推进))|监督|督办|督导|督促)"
)
_COMMANDS = re.compile(
    r"(?:统一|全面|集中)(?:领导|指挥)(?=[，。；]|\Z)|(?:(?:按照?|根据|依据)[^，。；]{2,30}，)?负责(?:统一|全面|集中)(?:领导|指挥)(?=[、和])"
)
_LEADS_BY_NAME = re.compile(
    r"(?:要|应|须|将)?(?:切实|认真|充分|主动|积极)*(?:(?:履行|担负起?|担起|发挥|负起)[^，。；]{0,8}?(?:牵头|统筹|抓总|协调|主职主责|第一责任人)|(?:加大|强化|加强)(?:指导和)?(?:统筹)?协调力度|(?:主动|统筹)?协调(?=[，。；]|\Z)|会同)"
    r"|[^。；]{0,24}，(?:(?:加大|强化|加强)(?:指导|统筹)?(?:和|与)?协调力度|统筹协调)"
)
"""牵头部门要加大协调力度: who leads by name does what leaders do."""
_JOINS = re.compile(
    r"(?:要|应|须)?(?:切实|进一步|主动)*(?:加强|强化|密切)(?:协同|沟通|协作|部门)(?:配合|联动|协作|合作|协调)(?![^。；]{0,4}[，,](?:全力|积极|主动)?(?:配合|协助))"
)
_ANSWERS = re.compile(
    r"对[^，。；]{2,40}负(?:全面领导|全面|总)责任|(?:为|是)[^，。；]{0,16}第一责任人[，,、][^。；]{0,20}负总责"
)


_LEADERS = ("牵头", "各牵头", "各项目牵头", "主要责任", "各主要责任", "主责", "各主责")
_HELPERS = ("配合", "协办", "协同", "各配合", "各协办", "各协同")


def _overseers(text: str, group: Group) -> bool:
    """Are they offices that oversee others? 监管 is their work for all of a mixed group: 财政、审计部门要加强监管."""
    names = [text[one.start : one.end] for one in group.members]
    if not OVERSEER.search(names[-1]):
        return False
    return all(OVERSEER.search(name) for name in names) or not _REGULATES.match(text, group.end)


def joins(text: str, at: int, end: int) -> bool:
    """要加强协同联动: does it act with others, helping nobody?"""
    return _JOINS.match(text, at, end) is not None


def _among_others(text: str, after: int, watched: re.Match[str]) -> bool:
    """Is it the last of several acts: 各县政府要制定方案，细化举措，强化督促检查? They do all of it themselves."""
    return watched.group().startswith(_STRENGTHENS) and text.count("，", after, watched.start()) > 1


def plain(text: str, group: Group, left: str, at: int, limit: int, end: int) -> Act:
    """Role of a plain subject, unless what it does is to support, oversee or coordinate others.

    `left` is how the words before bear on it, `at` where its act begins, `limit` where the next body stands, `end` the sentence's end.
    """
    after = group.end
    name = text[group.members[-1].start : group.members[-1].end]
    if "牵头" in name and text.startswith(("是第一责任人", "为第一责任人"), after):
        return Role.LEAD, "lead", Role.LEAD
    if name.startswith(_LEADERS) and not name.endswith(("领导", "同志")) and _LEADS_BY_NAME.match(text, after, end):
        return Role.LEAD, "lead", Role.RESPONSIBLE
    if _COMMANDS.match(text, after, end) or _COMMANDS.match(text, at, end):
        return Role.LEAD, "lead", Role.LEAD
    if _ANSWERS.match(text, at, end) or _ANSWERS.match(text, after, end):
        return Role.LEAD, "lead", Role.LEAD
    if _SUPPORT_LAST.match(text, after, end):
        return Role.SUPPORT, "support", Role.SUPPORT
    if left == "agent" and _GUIDES_LAST.match(text, after, end):
        return Role.SUPERVISE, "guide", Role.SUPERVISE
    if _SUPPORT_LATER.search(text, at, limit) or name.startswith(_HELPERS):
        return Role.SUPPORT, "support", Role.SUPPORT
    if left == "agent" and _COORDINATES_LAST.match(text, after, end):
        return Role.LEAD, "coordinates", Role.RESPONSIBLE
    if left == "start" and _WATCHES_LAST.match(text, after, end):
        return Role.SUPERVISE, "guide", Role.SUPERVISE
    if (
        _EVALUATES.match(text, at, end)
        or CHECKS.match(text, at, end)
        or CHECKS.match(text, after, end)
        or _AUDITS.match(text, at, end)
    ):
        return Role.SUPERVISE, "supervise", Role.SUPERVISE
    far = limit if limit < end and text[limit - 1] in "，；" else min(end, after + FAR)
    if (other := _OTHERS_ACT.search(text, after, far)) is not None:
        far = other.start()  # 各单位要将情况报县政府办，县政府办将跟踪督办
    if text.startswith(("负责", "承担"), after):  # 负责日常调度，…，开展督导: what it is charged with comes first
        comma = text.find("，", after, far)
        far = comma + 1 if comma >= 0 else far
    if _overseers(text, group) and _OVERSEES.search(text, at, limit):
        return Role.SUPERVISE, "supervise", Role.SUPERVISE
    watched = None if _WATCHING.isdisjoint(text[after:far]) else _OVERSIGHT.search(text, after, far)
    if watched is not None and not _among_others(text, after, watched):
        return Role.SUPERVISE, "supervise", Role.SUPERVISE
    if _GUIDES.match(text, at, limit):
        return Role.SUPERVISE, "guide", Role.SUPERVISE
    if _COORDINATES.match(text, at, limit) and not _MIXED.search(text, at, limit):
        return Role.LEAD, "coordinates", Role.RESPONSIBLE
    return Role.RESPONSIBLE, "agent" if left == "agent" else "subject", Role.RESPONSIBLE
