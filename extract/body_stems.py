"""Stems of departments without a head: 应急、住建等部门要…, 财政牵头, 市监、消防每季度…

Found from right to left, so that the end of a coordination (等部门, or a member that is known) carries its members.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from extract.body_name import REACH, Name
from extract.body_names import Names

_JOINT = re.compile(r"、|以及|[和及与]")
_ASIDE = re.compile(r"（[\u4e00-\u9fff]{1,8}）|\([\u4e00-\u9fff]{1,8}\)")
_OFFICE = re.compile(r"(?:局|委|厅|部|办|支队|大队|总队|中队|中心|所|站|委员会|学院|研究院)$")
_LEVELS = frozenset("省市县区州旗镇乡各")
_NO_LEVEL = (
    "有关",
    "相关",
    "其他",
    "全县",
    "全市",
    "全省",
    "全区",
    "全国",
    "全镇",
    "社会",
    "农村",
    "公共",
    "基层",
    "城乡",
)
_LONGEST = 8  # characters of an unknown member
_BEGINS = frozenset("、，。；：（(\n\t \u3000")
_ACTS_TOO = frozenset(("建设", "规划", "审计", "监察", "统计", "宣传", "组织", "改革", "监管", "执法", "开发", "管理"))
"""Verbs that are what departments are called after, in a list of such: 发展改革、建设、交通等部门."""
_NOTHING_DONE = frozenset("、，；。）)和及与等 \n\t")


def stems_alone(names: Names, headed: list[Name]) -> list[Name]:
    """The stems that are bodies by themselves; a stem right behind a headed name joins it (县委 + 编办, 各地 + 民政)."""
    text, words = names.text, names.words
    taken = {name.start for name in headed}
    starts, ends = [name.start for name in headed], [name.end for name in headed]
    tails = {match.start() for match in words.tail.finditer(text)}
    found: list[Name] = []
    endings = words.stems.ends
    candidates = [
        place + 1
        for place in words.bare.ending(text, words.stem_ends)
        if text[place - 1 : place + 1] in endings and words.bare.match(text, place)
    ]
    for end in reversed(candidates):
        reach = names.edges.stretch(end - 1, REACH)
        begin = words.stems.begin(text, end, reach)
        if begin < 0:
            continue
        place = bisect_left(starts, end) - 1
        low = ends[place] if place >= 0 and ends[place] > reach else reach
        if low > begin:
            continue
        stem, begin = begin, names.edges.outward(low, begin)
        aside = _ASIDE.match(text, end)  # 发展改革（价格）、公安等部门
        joint = _JOINT.match(text, aside.end() if aside is not None else end)
        if end in tails or (aside is not None and aside.end() in tails) or (joint is not None and joint.end() in taken):
            rule = "coordination"
        elif text[end : end + 1] not in _NOTHING_DONE and _free(names, begin) and _certain(names, begin, stem, end):
            rule = "stem-alone"
        else:
            continue
        before = headed[place] if place >= 0 and ends[place] == begin else None
        if before is not None and before.kind in ("organ", "area"):
            before.end, before.kind, before.rule = end, "stem", rule
            ends[place] = end
            continue
        following = _one_name(names, headed, place + 1, begin, end)
        if following is not None:
            following.start = begin
            starts[place + 1] = begin
            taken.add(begin)
            continue
        taken.add(begin)
        found.append(Name(begin, end, "stem", rule))
    return found + _unknown(
        names, {at for at in tails if text[at] == "等"}, {name.end: name for name in [*headed, *found]}
    )


def _one_name(names: Names, headed: list[Name], place: int, begin: int, end: int) -> Name | None:
    """The name that 与 or 和 makes one with the stem before it: 海洋 + 与 + 渔业执法支队; not after other bare stems."""
    text = names.text
    if place >= len(headed) or text[end] not in "与和" or headed[place].start != end + 1:
        return None
    name = headed[place]
    if (
        name.kind not in ("department", "organ")
        or text[name.start] in _LEVELS
        or text.startswith("国家", name.start)
        or not _OFFICE.search(text, name.start, name.end)
    ):
        return None
    beside = place > 0 and headed[place - 1].end >= begin - 1
    if (
        not beside
        and begin > 1
        and text[begin - 1] in "、和及与"
        and names.words.stems.begin(text, begin - 1, max(0, begin - 9)) >= 0
    ):
        return None
    return name


def _unknown(names: Names, tails: set[int], known: dict[int, Name]) -> list[Name]:
    """Members that no list knows before 等部门, 等单位: 水、电、气等专营单位. `known`: end → the name found there."""
    text, found = names.text, []
    for tail in tails:
        at = tail
        if text.startswith("等方面", tail):
            continue  # 饮水安全等方面: more often what is done than who does it
        while True:
            if at not in known:
                low = at
                while low > 0 and at - low < _LONGEST and "\u4e00" <= text[low - 1] <= "\u9fff" and low not in known:
                    low -= 1
                begin = low if text[low:at] in _ACTS_TOO and text[low - 1] == "、" else names.edges.cut(low, at)[0]
                if begin == at or (begin == low and low > 0 and text[low - 1] not in _BEGINS):
                    break
                known[at] = Name(begin, at, "stem", "tail")
                found.append(known[at])
            elif (
                known[at].kind == "stem"
                and (comma := text.rfind("、", max(0, at - _LONGEST - 1), known[at].start)) >= 0
            ):
                low = comma + 1
                if text[low:at].isalnum() and names.edges.cut(low, at)[0] == low and low not in known:
                    known[at].start = low  # 绿化 + 市容, 公安 + 消防: one member of the list
            at = known[at].start
            if at == 0 or text[at - 1] != "、":
                break
            at -= 1
    return found


def _certain(names: Names, begin: int, stem: int, end: int) -> bool:
    """Is the stem more than an ordinary noun: 发改, 县财政, or one of several joined (市监、消防)?"""
    text, words = names.text, names.words
    if text.startswith(("那边", "这边"), end):
        return True  # 商务那边不要等
    if text.endswith(_NO_LEVEL, begin, stem) or text.startswith("工作", end - 2):
        return False  # 有关移民工作要…, 全县宣传要…
    if begin < stem or text[stem:end] in words.abbreviations:
        return True
    if begin < 3 or text[begin - 1] not in "、和及与":
        return False
    other = words.stems.begin(text, begin - 1, max(0, begin - 11))
    return other >= 0 and _free(names, other)


def _free(names: Names, begin: int) -> bool:
    """Does a mark or a cut stand right before?"""
    if begin == 0 or names.words.stop.match(names.text, begin - 1):
        return True
    return names.edges.cut(max(0, begin - 4), begin)[0] == begin
