"""Which bodies of a sentence owe its act, and in which role, by what stands before and behind them.

由 [自然资源局] 牵头，[农业农村局]、[林业局] 配合      lead; support, support
[教育局] 会同 [财政局] 制定方案                        lead; support
督促 [项目法人] 落实责任                               nobody: the firm is acted upon
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from extract.acts import Acts
from extract.bound import Bound, bind
from extract.clauses import stops
from extract.coordination import FAR, WEAK, Group, groups
from extract.foregoing import Foregoing
from extract.mechanisms import Mechanism, mechanisms
from extract.model import Mention, Role
from extract.subject_words import subject_words

_LEADS = 40  # bodies before 会同 that may lead
_SPOKE = re.compile(
    r"[^。；：]{2,80}?(?:报告|讲话|致辞|发言|采访|调研|会议?)[^，。；：]{0,6}时(?:表示|强调|指出|要求)[，：](?=(?:\d{4}年[，,]?)?(?:[省市县区州镇乡]|全|各|我)[^，。；]{0,8}(?:将|要))|"
    r"[^，。；]{2,60}?(?:出席|主持|参加|列席)[^，。；]{0,12}并(?:作?重?要?讲话|指出|强调|要求|提出[^，。；]{0,6}要求)[，：]"
)
_ASKS = re.compile(
    r"(?:[他她](?:还|又|再次|最后|同时)?|(?!由|请)[^，。；要]{0,24}?(?:书记|[省市县区州镇乡局厅部院校]长|主任|主席|委员|常委)[一-龥×]{2,3}(?:同志)?(?:还|又|再次|最后|明确)?)(?:要求|强调|指出)[，：]?"
)
"""县委常委、宣传部长张三要求…: he only asks others."""
_ISSUED = re.compile(
    r"[^。；]{0,40}?(?:制定|印发|下发|发布|出台|召开|部署|听取|通报|传达|学习|通过|审议)了?[^。；]{2,60}?[，,](?:并|同时)?(?:明确)?要求"
)
"""日前，农业农村部制定了《预案》，要求…: told of the past, the order comes behind."""
_VOCATIVE = re.compile(
    r"(?:同志)?[，,：](?:这个?[事活件块]?[^，。；]{0,6}?)?(?:归|由|请|给|交给|就)?你(?![们县市省区])"
)
"""Somebody is spoken to by name."""
_ORDERS = "要求"
_NEAR = 80  # characters in which somebody asks or speaks
_WITH_OTHERS = re.compile("一起|一道|一块|把|联手|对接好")
_MAY_TOO = re.compile("可以?(?:根据|结合|按照?|视|自行|自主)")
_MUST_TOO = re.compile("，(?:于|[^，。；]{0,12}[前内]|并?按时|并?及时)|并[每报及于]")
_MEETS = re.compile(r"(?:等[^，。；]{0,6}(?:部门|单位))?(?:组成|召开|会商|研究|开会)")
_FOUNDED = re.compile(r"(?:成立|组建|设立)由[^。；]{2,100}?组成的")
"""成立由政府领导，公安、交通等部门组成的领导小组: who is in it."""
_LINKS = frozenset("同调织合与和跟商在集")
_UNDER = re.compile("[^，。；]{0,8}(?:指导|监督|督导)下[，,]")
"""Last characters of 会同, 协同, 牵头协调, 牵头组织, 联合, 与, 和, 跟, 同."""
_MODAL_ONLY = re.compile(r"(?:要|应|须|将|也|还|及时|积极|主动|分别|\d{1,2}[.、．]|\s)*")
_TOGETHER = re.compile(r"(?:要|应|须)?(?:共同|一道|一起|联手|携手)(?![体的])")
_CHARGED = re.compile("(?:具体|牵头|总)?负责[，,]")
"""由县林业局负责，…: as the subject of what follows."""
_MEMBERS = re.compile(
    r"(?:由|以)[^。；]{2,160}?(?:为|任)成员的[^，。；]{0,16}?(?:领导小组|工作小组|工作组|专班|指挥部|委员会|联席会议)"
)
"""成立由县委副书记任组长，县教育局等部门负责人为成员的领导小组: who is in it."""
_FORBIDS = ("不得要求", "不得再要求", "严禁要求", "不能要求")
_HEAD_OF_STATE = ("总书记", "国家主席", "总理")
_CALLED_IN = re.compile(r"(?:有关|相关)(?:职能|主管|成员)?(?:部门|单位)|等[^，。；]{0,6}(?:部门|单位)$")
_OTHERS = re.compile("有关|相关|各|[省市县区州镇乡]")


def own(text: str, begin: int, end: int, mentions: Sequence[Mention]) -> list[Bound]:
    """Bodies that the sentence text[begin:end] itself binds; `begin` is behind its label, `mentions` those inside, in order."""
    spoke = _speaks(text, begin, end) if mentions else None
    if spoke is not None:  # 副县长李勇出席会议并指出，…: he only speaks
        mentions = [one for one in mentions if one.start >= spoke.end()]
        begin = spoke.end()
    mentions = [one for one in mentions if not one.text.endswith(_HEAD_OF_STATE)]  # quoted, not charged
    group = _MEMBERS.search(text, begin, end) if text.find("成员的", begin, end) >= 0 else None
    if group is not None:
        mentions = _outside(mentions, group.start(), group.end())
    if text.find("组成的", begin, end) >= 0 and (founded := _FOUNDED.search(text, begin, end)) is not None:
        mentions = _outside(mentions, founded.start(), founded.end())
    made = mechanisms(text, begin, end, mentions)
    for one in made:
        mentions = _outside(mentions, one.start, one.end)
    asked = spoke is not None and text.endswith("要求", 0, spoke.end())
    found = _Reader(text, begin, end, made, asked=asked).read(groups(text, mentions, begin, end)) if mentions else []
    return [*found, *(bound for one in made for bound in one.bounds)]


def _outside(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    return [one for one in mentions if not start <= one.start < end]


def _speaks(text: str, begin: int, end: int) -> re.Match[str] | None:
    """Who only speaks or asks, at the begin of the sentence."""
    near = text[begin : min(end, begin + _NEAR)]
    if "要求" not in near and "强调" not in near and "指出" not in near and "讲话" not in near and "时表示" not in near:
        return None
    issued = "了" in near or near.startswith(("日前", "近日", "会议"))
    return (
        _SPOKE.match(text, begin, end)
        or _ASKS.match(text, begin, end)
        or (_ISSUED.match(text, begin, end) if issued else None)
    )


class _Reader:
    def __init__(self, text: str, begin: int, end: int, made: Sequence[Mechanism], *, asked: bool = False) -> None:
        self.text, self.begin, self.end, self.asked = text, begin, end, asked
        self.words = subject_words()
        self.stops = stops(text)
        self.before = Foregoing(text, begin, end, self.stops)
        self.acts = Acts(text, begin, end, self.stops, made)
        self.found: list[Bound] = []
        self.subject = False  # has a body been found that is the subject by its name alone?

    def read(self, every: list[Group]) -> list[Bound]:
        text = self.text
        previous, bound_before = self.begin, False
        made = False  # is the group before part of a mechanism: 建立县政府办牵头、…参与的机制
        leading: list[Bound] | None = None
        for index, group in enumerate(every):
            last = index + 1 == len(every)
            limit = self.end if last else every[index + 1].start
            beside, leading = self._beside(group, previous, leading), None
            if beside is not None:
                self.found += [bind(one, *beside) for one in group.members]
                previous, bound_before = group.end, True
                continue
            left = self.before.left(group, previous, bound_before)
            if left == "loose":
                left = self.before.shared(group, previous)
            act = self.acts.role(group, left, limit, made=made) if left else None
            if act is None and self._addressed(group):
                act = Role.RESPONSIBLE, "subject", Role.RESPONSIBLE
            if (
                act is not None
                and self.found
                and _MAY_TOO.match(text, group.end)
                and not _MUST_TOO.search(text, group.end, limit)
            ):
                act = None  # 各级政府应当开设，其他单位可根据需要开设
            if act is not None and not self.asked and self._told(group):
                act = None
            bound_before = act is not None
            made = left == "made"
            if act is not None:
                role, rule, passes = act
                charged = left == "agent" and group.start == self.begin + 1 and _CHARGED.match(self.text, group.end)
                main = (left == "start" or bool(charged)) and not self._ordered(group.start) and not self._aside(group)
                passes = passes if main or rule == "lead" else None
                members = [bind(one, role, rule, passes, main=main) for one in group.members]
                self.found += members
                self.subject = self.subject or (main and any(one.kind not in WEAK for one in members))
                joined = None if last else self.words.with_.search(text, group.end, limit)
                if joined is not None and joined.end() == limit and "与" not in text[group.end : limit]:
                    leading = members
            previous = group.end
        return self.found

    def _addressed(self, group: Group) -> bool:
        """何副镇长，这个事归你管; 他要求 | 灵溪镇 | 树立信心; 要求 | 县教育局 | 加强管理."""
        if group.start == self.begin:
            return self.asked or _VOCATIVE.match(self.text, group.end, self.end) is not None
        ordered = group.start == self.begin + len(_ORDERS) and self.text.startswith(_ORDERS, self.begin)
        return ordered and not all(one.rule in WEAK for one in group.members)

    def _beside(self, group: Group, previous: int, leading: list[Bound] | None) -> tuple[Role, str, Role | None] | None:
        """Role, rule and the role passed on, where the group acts beside others; `leading`: those who said 会同 before it."""
        if leading is None and self.text[group.start - 1 : group.start] not in _LINKS:
            return None  # most groups: none of the words that put one beside others ends before it
        if leading is None and (self._after_with(group) or self._gathers(group, previous)):
            leading = [one for one in self.found[-_LEADS:] if one.main or one.rule == "agent"]
        if leading is not None:
            for one in leading:
                if one.role is Role.RESPONSIBLE:
                    one.role, one.rule = Role.LEAD, "with"
            vague = self.text.startswith(("有关", "相关"), group.start)
            return Role.SUPPORT, "with", None if vague else Role.SUPPORT  # 会同有关部门: for this act
        if (
            group.start - 1 == self.begin
            and self.text[self.begin] == "在"
            and _UNDER.match(self.text, group.end, self.end)
        ):
            return Role.SUPERVISE, "guide", None  # 在市水利局指导下，编制规划
        if self._gathered(group):
            return Role.SUPPORT, "gathered", None
        return (Role.RESPONSIBLE, "together", None) if self._together(group, previous) else None

    def _after_with(self, group: Group) -> bool:
        """会同 directly before the group, whoever leads: 会同有关部门建立机制."""
        before = self.text[max(self.begin, group.start - 4) : group.start]
        if before.endswith("商") and group.start - 1 <= self.before.clause(self.begin, group.start):
            return True  # 商 [省财政厅] 下拨资金
        if before.strip() == "联合" and group.start - 2 <= self.begin:
            return True  # 联合市公安局开展检查: with whoever the sentence's subject is
        if before.endswith("协同"):
            return _OTHERS.match(self.text, group.start) is not None
        return before.endswith(("会同", "牵头协调", "牵头组织", "牵头联合", "，联合", "要联合", "、联合"))

    def _gathered(self, group: Group) -> bool:
        """县政府组织 [有关部门] 审核: other public bodies called in to do the subject's work take part in it."""
        text = self.text
        if text.endswith("召集", self.begin, group.start) and _MEETS.match(text, group.end, self.end):
            return True  # 召集 [市发改委、统计局等部门] 组成考核组
        if not text.endswith("组织", self.begin, group.start) or not any(
            one.main or one.rule == "agent" for one in self.found
        ):
            return False
        name = text[group.members[0].start : group.end]
        return _CALLED_IN.search(name) is not None

    def _joined(self, group: Group, marks: str, behind: re.Pattern[str]) -> bool:
        """与 [县环保局] 共同…: a joint word before a group with names of its own, these words behind."""
        text = self.text
        if (
            group.start <= self.begin
            or text[group.start - 1] not in marks
            or all(one.rule in WEAK for one in group.members)
        ):
            return False
        return behind.match(text, group.end, self.end) is not None

    def _together(self, group: Group, previous: int) -> bool:
        """与 [县环保局、县水文站] 共同推进: they act as the subject does, which often is elided."""
        if not self._joined(group, "与和同", _TOGETHER):
            return False
        low = max(previous, self.before.clause(self.begin, group.start))
        return _MODAL_ONLY.fullmatch(self.text, low, group.start - 1) is not None

    def _gathers(self, group: Group, previous: int) -> bool:
        """工信局要和 [统计局、税务局] 把名单再筛一遍: the subject with others, as 会同 says."""
        if not self._joined(group, "与和跟同", _WITH_OTHERS):
            return False
        between = _MODAL_ONLY.fullmatch(self.text, previous, group.start - 1)
        return between is not None and between.end() > between.start() and any(one.main for one in self.found)

    def _told(self, group: Group) -> bool:
        """要求 [施工单位] 整改, 不得要求 [各单位] 重复提供: firms that are told are acted upon."""
        text, at = self.text, group.start
        if not text.endswith(("要求", "责成"), self.begin, at):
            return False
        return all(one.rule in WEAK for one in group.members) or text.endswith(_FORBIDS, self.begin, at)

    def _ordered(self, at: int) -> bool:
        """Does an order without subject stand before `at` in the sentence, so that the body there is an aside?"""
        if self.found or not self.words.order.match(self.text, self.begin):
            return False
        place = bisect_left(self.stops, at) - 1
        return place >= 0 and self.stops[place] >= max(self.begin, at - FAR)

    def _aside(self, group: Group) -> bool:
        """A common word after a body that is the subject already: 各地要…，人手不足的地方要…"""
        return self.subject and all(one.rule in WEAK for one in group.members)
