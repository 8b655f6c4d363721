"""Agents behind 由 that no head tells: 由产权所有者整改, 由老支书、组长上门劝导, 由运输科会同….

Between 由 and the verb stands whoever acts; his last character tells a person, an office or a group.
"""

from __future__ import annotations

import re

from extract.body_name import Name, Spans
from extract.body_words import DOES, body_words, phrases
from extract.sieve import Sieve

_BY = "由"
_LONGEST = 14  # characters of one agent
_NOT_BEFORE = frozenset("理自缘事因案根来")
_NOT_BEHIND = frozenset("于此来衷浅不")
_AGENT = re.compile(
    r"(?:(?![的于此为将把被从在以])[\u4e00-\u9fff×]){0,12}?"
    r"(?:所有[者人]|使用[者人]|经营[者人]|管理[者人员]|权利人|监护人|申请人|当事人|承包[人方]|施工方|接任者|举办者|开发商|运营商|业主|支书|组长|村干部|干部|民警|网格员|专家组?|(?![查惩论判议到各])[\u4e00-\u9fff][科司处股]|(?![查惩论判议到各承协主举督])[\u4e00-\u9fff]{2}办(?=[、和及]|组织|负责|牵头|会同|统筹|具体|对)|合作社|两委|法人|"
    rf"(?:{DOES}|责任|管护|经营|投资)(?:主体|机构))"
)
_LISTED = re.compile(r"(?:[\u4e00-\u9fff×]{2,8}、){1,3}")
_GOES_ON = re.compile(r"[技长级室员学普级研协目理罚置境以机所]")
"""Characters that make another word of the last one: 科技, 司长, 处理."""


def agents(text: str, found: list[Name]) -> list[Name]:
    """`found`, sorted, with the agents behind 由 that it lacks."""
    starts = {name.start for name in found}
    more: list[Name] = []
    at = text.find(_BY)
    while at >= 0:
        begin = at + 1
        if begin not in starts and text[at - 1 : at] not in _NOT_BEFORE and text[begin : begin + 1] not in _NOT_BEHIND:
            more += _listed(text, begin)
        at = text.find(_BY, begin)
    if not more:
        return found
    better = Spans.of(more)
    return sorted([*(name for name in found if not better.touch(name)), *more], key=lambda name: name.start)


def _listed(text: str, begin: int) -> list[Name]:
    """The agent at `begin`, or each of a list of them."""
    names: list[Name] = []
    head = _LISTED.match(text, begin)
    at = begin
    if head is not None:
        for word in head.group().split("、")[:-1]:
            names.append(Name(at, at + len(word), "people", "person"))
            at += len(word) + 1
    last = _AGENT.match(text, at)
    if last is None or last.end() - at > _LONGEST or _GOES_ON.match(text, last.end()):
        return []
    return [*names, Name(at, last.end(), "people", "person")]


_OFFICES = Sieve(
    r"(?:[厅局委部署]机关|(?<![\u4e00-\u9fff])[厅局委部署]|(?<=[由同和及与请])[厅局委部署])"
    r"(?:各(?:处室|科室|股室|司局|处|直属单位|事业单位)|(?![长里内党机直属]|机关)[\u4e00-\u9fff]{1,9}?(?:处|办公室)(?!理|置|罚|长|分|于|级|方))"
)
"""Divisions of the office that writes, by their whole names: 厅市场与信息化处, 局机关各处室."""
_ROOMS = phrases(
    [
        "教务",
        "教学",
        "教研",
        "总务",
        "学生",
        "学工",
        "人事",
        "财务",
        "计财",
        "保卫",
        "安全",
        "后勤",
        "科研",
        "设备",
        "基建",
        "资产",
        "审计",
        "监察",
        "招生",
        "就业",
        "政教",
        "德育",
        "外事",
        "宣传",
        "组织",
        "法规",
        "政策法规",
        "综合",
        "规划",
        "信息",
        "督查",
        "行政",
        "医务",
        "住管",
        "住宿",
        "档案",
        "文印",
        "实验室与设备管理",
        "实验室和设备管理",
        "实验室设备管理",
        "国有资产管理",
        "后勤保障",
        "研究生",
        "离退休",
    ]
)
"""Offices of a school or an agency: 教学处, 总务处, 医务室."""
_ROOM_ENDS = ("工作", "管理", "保障")
_NO_ROOM = frozenset("理置罚长分于级方内外里温友")
_IN_SECTIONS = frozenset(
    (
        "管理",
        "监督",
        "建设",
        "保障",
        "指导",
        "协调",
        "督查",
        "服务",
        "规划",
        "发展",
        "审批",
        "执法",
        "监管",
        "应急",
        "组织",
        "与",
        "和",
    )
)
_SECTIONS, _ROOM_MARKS = "科司股", "处室"
_NO_SECTION = re.compile(
    r"(?:公|上|寿|祭|学|专|本|文|(?<!管)理|内|外|牙|儿|百|(?<!安)全|产|骨|前|眼|农|医|工|控|参|入|持|个|炒|配|合|退|国有控|分|子|总|母|险)[科司股]$|医[院师科]|[、，]"
)
_SECTION = re.compile(r"[\u4e00-\u9fff]{2,9}$")
_BACK = 10


def sections(text: str, found: list[Name]) -> list[Name]:
    """`found`, sorted, with the sections of an office by their whole names: 财务审计科, 安全监察司, 运输科."""
    words = body_words()
    more: list[Name] = []
    for match in _OFFICES.finditer(text):
        cut = words.cut.pattern.search(text, match.start() + 2, match.end() - 2)
        if words.followed(text, match.end()) and (cut is None or cut.group() in "与和及"):
            more.append(Name(match.start(), match.end(), "department", "section"))
    for mark in _ROOM_MARKS:
        at = text.find(mark)
        while at >= 0:
            start = _room(text, at)
            if start >= 0 and words.followed(text, at + 1):
                more.append(Name(start, at + 1, "department", "section"))
            at = text.find(mark, at + 1)
    for mark in _SECTIONS:
        at = text.find(mark)
        while at >= 0:
            name = _section(text, at + 1) if words.followed(text, at + 1) else None
            if name is not None:
                more.append(name)
            at = text.find(mark, at + 1)
    if not more:
        return found
    longer = Spans.of(more)
    inside = [name for name in found if longer.hold(name)]
    held = [name for name in found if not longer.hold(name)]
    taken = Spans.of(held)
    fresh = [name for name in more if not taken.touch(name)]
    longer = Spans.of(fresh)
    return sorted([*held, *(name for name in inside if not longer.hold(name)), *fresh], key=lambda name: name.start)


def _room(text: str, at: int) -> int:
    """Where the name of the office of a school begins whose last character stands at `at`; -1 where none does."""
    if text[at + 1 : at + 2] in _NO_ROOM:
        return -1
    low = max(0, at - 12)
    start = _ROOMS.begin(text, at, low)
    if start < 0 and text.endswith(_ROOM_ENDS, low, at):
        start = _ROOMS.begin(text, at - 2, low)
    before = text[start - 1] if start > 0 else ""
    return start if before in "由和及与请" or not "\u4e00" <= before <= "\u9fff" else -1


def _section(text: str, end: int) -> Name | None:
    """The section whose last character is text[end-1], where nothing but its name stands since the mark before."""
    low = end
    while low > 0 and end - low <= _BACK and "\u4e00" <= text[low - 1] <= "\u9fff" and text[low - 1] not in "由和与及":
        low -= 1
    if not 3 <= end - low <= _BACK or _NO_SECTION.search(text, low, end):
        return None
    first = body_words().cut.pattern.search(text, low, end)
    if first is not None and first.start() < end - 2 and first.group() not in _IN_SECTIONS:
        return None
    return Name(low, end, "department", "section")
