"""Sentences that tell of a meeting or a visit, and order nothing: who was there, what was heard, who speaks next."""

from __future__ import annotations

import re

_ATTENDED = re.compile(
    r"(?<!不)(?<!不得)(?<!固定)(?<!需要)(?:参加|出席|列席)了?(?:[^，。；]{0,8}?(?:会议|座谈会?|会见|调研|活动|汇报会|启动仪式|学习)|会)。?\Z"
    r"|负责(?:人|同志)(?:分别)?参加了[^，。；]{0,14}(?:研究|讨论|审议)。?\Z"
    r"|\A(?!.*(?:要|应|须|固定|根据|[每前]|[由有][^，。；]{1,16}(?:牵头|主持|组织|负责)|\d次|[组会训练]由))[^。；]{2,60}?(?:负责人|负责同志|领导|同志|代表|[一-龥]{2,3})(?:等)?(?:分别)?(?:陪同)?(?:参加|出席|列席|陪同)(?:活动)?。?\Z"
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
_AGENDA = re.compile(
    r"(?:(?:下面|首先|接下来|现在|最后)[，,]?)?(?:请[^，。；]{2,24}(?:讲话|发言|致辞|作报告|宣读[^，。；]{0,24})|(?!由|驻|包)[一-龥×*]{2,4}同志(?:传达|宣读|通报)[^，。；]{2,40}(?:[，,]安排[^，。；]{2,12}工作)?)。?\Z"
)
"""四、请市政府副市长讲话。: what a meeting goes through."""
_PASSED_ON = re.compile(
    r"刚才[，,]?[^。；]{2,40}(?:传达|宣读|通报|安排|介绍|讲)了?[^。；]{2,60}[，,；](?:下面|下边|现在)[，,]?我[^，。；]{0,8}(?:讲|说|谈|强调|提|补充)[^，。；]{0,12}[：:。]?\Z"
)
"""刚才，海山县长传达了通知，下面，我再强调几点。"""
_VISITED = re.compile(
    r"[\d年月\s]{0,12}\d\s?日(?:上午|下午|晚上?)?，[^，。；]{2,60}(?:察看|查看|调研|视察|走访|检查)[^，。；]{0,30}，并?(?:主持)?召开[^，。；]{0,16}会议?。?\Z"
)
"""3月6日下午，市长到园区实地察看项目建设情况，并召开现场办公会。"""
_MEETS = re.compile(
    r"(?:今天|这次|此次|本次)[^。；]{0,8}(?:召开|举行)[^。；]{2,60}[，,](?:会议的?)?主要(?:任务|目的)是(?![^。；]*(?:\d|[，,](?:各|全)[^，。；]{1,12}要))[^。；]*。?\Z"
)
"""今天，我们召开工作布置会，主要任务是…: what the meeting is for."""
_SPOKE = re.compile(
    r"(?![^，。]*由)[^，。；：]{0,24}?(?:书记|主任|[省市县区镇乡州局厅部处院校会]长|主席|委员|同志|领导|负责人|专员|巡视员)、?[^，。；：要应须]{0,24}?(?:在会上)?[作做]了?(?:具体|重要|动员|全面|专题|进一步|工作|总结|主持|表态|主旨|强调|安排|了)*(?:部署|讲话|发言|动员|报告|说明|总结|汇报|安排|强调)(?:讲话|发言)?。\Z"
    r"|[^，。；：要应须]{2,40}?设(?:立|置)?分会场[^，。；]{0,16}。\Z|[^，。；：要应须]{2,40}?收听收看[^，。；]{0,12}会议?。\Z"
)
"""区党工委副书记、管委会主任作具体部署。 各片区管理局设分会场收听收看会议。"""
_SPOKE_ENDS = (
    "部署。",
    "讲话。",
    "发言。",
    "动员。",
    "报告。",
    "说明。",
    "总结。",
    "汇报。",
    "安排。",
    "强调。",
    "会议。",
    "会。",
    "会场。",
)
_ATTENDS = frozenset(("参加。", "出席。", "列席。", "陪同。"))
_ENDS_OF_ATTENDED = ("会议。", "会。", "活动。", "调研。", "研究。", "讨论。", "审议。")


_SPOKEN = ("讲话", "同志", "发言", "致辞", "作报告", "宣读")


def meeting(text: str, begin: int, *, orders: bool) -> tuple[str, str] | None:
    """Rule and cue of such a sentence, whose words begin at `begin`, None for others; `orders`: it has a word that orders."""
    if text.startswith("刚才", begin) and _PASSED_ON.match(text, begin):
        return "opening", "刚才"
    if text[begin : begin + 1] in ("今", "这", "此", "本") and _MEETS.match(text, begin):
        return "formula", "任务是"
    if (any(word in text for word in _SPOKEN)) and _AGENDA.match(text, begin):
        return "formula", "请"
    if orders:
        return None
    if (text.endswith(_ENDS_OF_ATTENDED) or text[-3:] in _ATTENDS) and _ATTENDED.search(text):
        return "members", ""
    if text.endswith(_SPOKE_ENDS) and _SPOKE.match(text, begin):
        return "formula", ""
    dated = "日" in text[:16]
    if dated and (_VISITED.match(text) or _MET.match(text)):
        return "formula", ""
    return ("formula", "") if (dated or "还就" in text) and _NARRATES.match(text) else None
