"""Which bodies of a sentence owe its act, and in which role, by what stands before and behind them.

由 [自然资源局] 牵头，[农业农村局]、[林业局] 配合      lead; support, support
[教育局] 会同 [财政局] 制定方案                        lead; support
督促 [项目法人] 落实责任                               nobody: the firm is acted upon
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from extract.bound import Bound
from extract.clauses import stops
from extract.coordination import Group, groups
from extract.heads import head_of
from extract.mechanisms import Mechanism, mechanisms
from extract.model import Mention, Role
from extract.subject_words import subject_words
from extract.things import passive

WEAK = frozenset({"open", "clause", "people"})
"""Rules of names that are common words (企业, 学校, 人员): bodies only where they are plainly the subject."""

Act = tuple[Role, str, Role | None]
"""Role, rule, and the role passed on to sentences without subject."""

_FAR = 120  # characters behind or before a body that still tell its role
_LEADS = 40  # bodies before 会同 that may lead
_LEAD_LATER = re.compile(
    r"(?:作为|担任)[^，。；]{0,16}牵头(?:单位|部门|领导|人)|牵头(?!单位|部门|领导|人|处室|科室|职责的)|负总责|抓总"
)
_SUPPORT_LAST = re.compile(
    r"(?:要|应|都要)?(?:抓紧|及时|同步)*跟上(?=[，。；]|\Z)|(?:要|应|须|均)?(?:抽调|选派|指派|安排|派|委派)?(?:人员|专人|员)?(?:全程|驻点|现场|积极|主动|全力|密切|同步|共同|做好)*(?:配合|协助|参与|参加)(?=[，。；]|\Z)"
    r"|作为[^，。；]{1,10}(?:参与|配合|协助)"
)
_GUIDES_LAST = re.compile(
    r"(?:加强|做好|负责)(?:业务|技术|政策)?(?:指导|监督|督促)(?:和[^，。；]{2,6})?(?=[，。；]|\Z)"
)
_COORDINATES_LAST = re.compile(r"(?:总|负责|统一)?(?:统筹|总协调|抓总)(?=[，、。；]|\Z)")
_WATCHES_LAST = re.compile(r"(?:要|应)?(?:全程|现场|跟踪|业务|跟班|技术|统一)+(?:指导|监督|督导|督促)(?=[，。；]|\Z)")
_FROM_TO = re.compile(
    r"[^，。；]{0,40}(?:提高|放宽|扩展|扩大|调整|下降|降低|增加|增长|上升|延长|缩短|变更?|转变?|提升|压减|压缩|减少|拓展|缩减|精简)(?:至|到|为|成)|[^，。；]{1,16}向[^，。；]{1,16}(?:转变|转型|延伸|拓展|过渡|集中)"
)
_EVALUATES = re.compile(
    r"[^，。；]{0,24}?(?:开展|组织|进行|完成)[^，。；]{0,10}(?:中期|总结|终期|年度|考核|绩效|实施|第三方|跟踪|综合)(?:评估|评价|考核)(?=[，。；]|\Z)"
)
_CHECKS = re.compile(
    r"对(?![照接标])[^，。；]{2,24}?(?:进行|实行|开展|实施)?(?:一次|全程|全过程|跟踪|定期|专项)*(?:监督|督查|督导|督办|考评|考核|抽查|暗访)(?=[，。；]|\Z)"
)
_SUPPORT_LATER = re.compile(r"[，,](?:要|全力|积极|主动|密切|大力)+(?:配合|协助)(?=[，。；,]|$)")
_OVERSEER = re.compile(r"督查|督察|督导|督考|督办|纪委|监委|纪检|监察|巡察|巡视|审计|目标绩效|考核办")
_OVERSEES = re.compile(
    r"(?:督促|督查|督办|督导|通报|监督|监管|抽查|暗访|审计|巡察|检查|盯|跟踪)(?!评估|情况|工作汇报|汇报|台[账帐]|清单|方案|计划|事项|专员|机制|制度|力量|队伍|人员)"
)
_OVERSIGHT = re.compile(
    r"(?:开展|组织|进行)[^，。；]{0,8}(?:专项|延伸|跟踪|全程|离任)审计(?=[，。；、]|\Z)|(?:开展|组织|进行)[^，。；]{0,6}(?:督查|督导|暗访|督促检查)(?=[，。；、]|\Z|工作|检查)|(?:落实|执行|进展|完成|工作|履职|推进|整改)(?:的)?情况[^，。；]{0,12}(?:开展|进行|组织)[^，。；]{0,8}(?:督查|抽查|督导|检查|评估|复核|核查|核验|暗访|跟踪)"
)
_COORDINATES = re.compile(
    r"(?:负责|全面)?统筹(?:协调|规划|安排(?![^，。；]{0,20}(?:资金|经费|万元|亿元|指标))|推进|指导|抓)|统筹[^，。；]{2,6}资源|负责[^，。；]{0,20}统筹"
)
_MIXED = re.compile(r"督促检查|督查|检查|审定|考核")
_GUIDES = re.compile(r"负责(?:业务|技术)?(?:指导|监督|督办|督导|督促)")
_MAY = re.compile(r"可以?(?:自愿|自主|自行|选择|申请|按规定申请|凭|享受|不|先|错时|适当|根据|结合|在|通过)")
"""企业可自愿选择…: a grant, no duty."""
_WITH_OTHERS = re.compile("一起|一道|一块|把|联手|对接好")
_MODAL_ONLY = re.compile(r"(?:要|应|须|将|也|还|及时|积极|主动|分别|\d{1,2}[.、．]|\s)*")
_TOGETHER = re.compile(r"(?:要|应|须)?(?:共同|一道|一起|联手|携手)(?![体的])")
_TAKES = re.compile(r"包[乡镇村栋户片组街路段楼河]")
_WHOEVER = re.compile(r"凡是?|对于?|如|若|如果|除")
_OF_WHICH = re.compile(r"由[\u4e00-\u9fff]{1,8}\Z")
_PART_OF_WORD = frozenset("提报申邀恳聘宴理事缘")
_STATE = re.compile(r"[^，。；]{2,20}的[^，。；]{2,10}(?:得以|得到|进一步|明显|不断|显著)")
_PAST = re.compile(r"[^，。；]{0,8}?(?:下发|印发|召开|作|做|提出|通过|发布|开展|完成|进行|出台)了|[^，。；]{0,4}为主")
_SHARE = re.compile(r"(?:[%％成]|分之[一二三四五六七八九十\d]+)(?:以上|左右)?的$")
_OF_AGENT = ("的", "等的", "之", "所", "任", "担任", "兼任", "为")
_ELSE = frozenset(["", "由", "可由", "则由", "应由", "请"])
_NOW_MODAL = re.compile(r"[，,](?:一定要|务必|都要|均应|要|应|须|必须|不得|应当)")
_LATER_MODAL = re.compile(
    r"[^，。；的]{1,8}(?:要|不得|必须|应当)"
    r"|[^。；]{0,80}?[，,](?:[^，。；]{0,20}[，,])?(?:还|也|都|就|又|均)?(?:要|应|须|必须|应当|不得|务必|可以?|一律|全力|签字)"
)
_POSTS = re.compile(r"[^，。；：的]{2,60}(?:书记|主任|长|主席|委员|常委|员|助理|专员|政委|总师|工程师|总经理|主官)")
_ANSWERABLE = re.compile(r"[是为][^，。；]{0,20}(?:责任主体|第一责任人|主管部门)")
_IN_TIME = re.compile(r"[^，。；]{1,8}[前后时](?:必须|应当|应|须|不得|要(?!求))")
_COMMANDS = re.compile(r"(?:统一|全面|集中)(?:领导|指挥)(?=[，。；]|\Z)")
_ANSWERS = re.compile(r"(?:为|是)[^，。；]{0,16}第一责任人[，,、][^。；]{0,20}负总责")
_CALLED_IN = re.compile(r"(?:有关|相关)(?:职能|主管|成员)?(?:部门|单位)|等[^，。；]{0,6}(?:部门|单位)$")
_FOLLOWED = re.compile(r"(?:认真|参照|遵照|贯彻|组织|抓好|严格)*(?:贯彻|执行|落实|实施)")
_AREA = re.compile(r"(?:地区|地方|省份|城市|区域|大省|大市|县区|市县|区县|市州|社区|园区|开发区|街道|乡镇|村组)$")
_OFTEN = re.compile(r"[，,](?:将|要|可|应|须|把|结合|按|根据|全面|加快|优先|率先)")
_OTHERS = re.compile("有关|相关|各|[省市县区州镇乡]")
_SHARED_HEAD = re.compile(r"(?:[\u4e00-\u9fff]{2,8}?、)*[\u4e00-\u9fff]{2,8}?[、和及与]")
_MEMBER = re.compile(r"[\u4e00-\u9fff]+?(?=[、和及与])")
_DESCRIBES = re.compile(r"(?![凡对如若向为把将给要应须])[^，。；]{1,14}的|(?:所有|全部|凡是?)在?")
_CONDITION = re.compile(r"[^，。；]{1,60}的[，,]")


def own(text: str, begin: int, end: int, mentions: Sequence[Mention]) -> list[Bound]:
    """Bodies that the sentence text[begin:end] itself binds; `begin` is behind its label, `mentions` those inside, in order."""
    made = mechanisms(text, begin, end, mentions)
    for one in made:
        mentions = [mention for mention in mentions if not one.start <= mention.start < one.end]
    found = _Reader(text, begin, end, made).read(groups(text, mentions, begin, end)) if mentions else []
    return [*found, *(bound for one in made for bound in one.bounds)]


class _Reader:
    def __init__(self, text: str, begin: int, end: int, made: Sequence[Mechanism] = ()) -> None:
        self.text, self.begin, self.end = text, begin, end
        self.words = subject_words()
        self.stops = stops(text)
        self.found: list[Bound] = []
        self.subject = False  # has a body been found that is the subject by its name alone?
        self.parts = made  # what they say is theirs: it makes nobody else the lead
        self.made = False  # is the group before part of a mechanism: 建立县政府办牵头、…参与的机制

    def read(self, every: list[Group]) -> list[Bound]:
        text = self.text
        previous, bound_before = self.begin, False
        leading: list[Bound] | None = None
        for index, group in enumerate(every):
            last = index + 1 == len(every)
            limit = self.end if last else every[index + 1].start
            if leading is None and self._after_with(group):
                leading = [one for one in self.found[-_LEADS:] if one.main]
            if leading is not None:
                for one in leading:
                    if one.role is Role.RESPONSIBLE:
                        one.role, one.rule = Role.LEAD, "with"
                self.found += [_bound(one, Role.SUPPORT, "with") for one in group.members]
                leading, previous, bound_before = None, group.end, True
                continue
            if self._gathered(group):
                self.found += [_bound(one, Role.SUPPORT, "gathered") for one in group.members]
                previous, bound_before = group.end, True
                continue
            if self._gathers(group, previous):
                for one in self.found[-_LEADS:]:
                    if one.main and one.role is Role.RESPONSIBLE:
                        one.role, one.rule = Role.LEAD, "with"
                self.found += [_bound(one, Role.SUPPORT, "with") for one in group.members]
                previous, bound_before = group.end, True
                continue
            if self._together(group, previous):
                self.found += [_bound(one, Role.RESPONSIBLE, "together") for one in group.members]
                previous, bound_before = group.end, True
                continue
            left = self._left(group, previous, bound_before)
            if left == "loose":
                left = self._shared(group, previous)
            act = self._role(group, left, limit) if left else None
            bound_before = act is not None
            self.made = left == "made"
            if act is not None:
                role, rule, passes = act
                main = left == "start" and not self._ordered(group.start) and not self._aside(group)
                passes = passes if main or rule == "lead" else None
                members = [_bound(one, role, rule, passes, main=main) for one in group.members]
                self.found += members
                self.subject = self.subject or (main and any(one.kind not in WEAK for one in members))
                joined = None if last else self.words.with_.search(text, group.end, limit)
                if joined is not None and joined.end() == limit and "与" not in text[group.end : limit]:
                    leading = members
            previous = group.end
        return self.found

    def _after_with(self, group: Group) -> bool:
        """会同 directly before the group, whoever leads: 会同有关部门建立机制."""
        before = self.text[max(self.begin, group.start - 3) : group.start]
        if before.endswith("协同"):
            return _OTHERS.match(self.text, group.start) is not None
        return before.endswith("会同") or before in ("，联合", "要联合", "、联合")

    def _gathered(self, group: Group) -> bool:
        """县政府组织 [有关部门] 审核: other public bodies called in to do the subject's work take part in it."""
        text = self.text
        if not text.endswith("组织", self.begin, group.start) or not any(
            one.main or one.rule == "agent" for one in self.found
        ):
            return False
        name = text[group.members[0].start : group.end]
        return _CALLED_IN.search(name) is not None

    def _together(self, group: Group, previous: int) -> bool:
        """与 [县环保局、县水文站] 共同推进: they act as the subject does, which often is elided."""
        text = self.text
        if text[group.start - 1 : group.start] not in ("与", "和", "同") or group.start <= self.begin:
            return False
        if _TOGETHER.match(text, group.end, self.end) is None or all(one.rule in WEAK for one in group.members):
            return False
        return (
            _MODAL_ONLY.fullmatch(text, max(previous, self._clause(self.begin, group.start)), group.start - 1)
            is not None
        )

    def _gathers(self, group: Group, previous: int) -> bool:
        """工信局要和 [统计局、税务局] 把名单再筛一遍: the subject with others, as 会同 says."""
        text = self.text
        if (
            text[group.start - 1 : group.start] not in ("与", "和", "跟", "同")
            or not self.found
            or group.start <= self.begin
        ):
            return False
        if _WITH_OTHERS.match(text, group.end, self.end) is None or all(one.rule in WEAK for one in group.members):
            return False
        between = _MODAL_ONLY.fullmatch(text, previous, group.start - 1)
        return between is not None and between.end() > between.start() and any(one.main for one in self.found)

    def _ordered(self, at: int) -> bool:
        """Does an order without subject stand before `at` in the sentence, so that the body there is an aside?"""
        if self.found or not self.words.order.match(self.text, self.begin):
            return False
        place = bisect_left(self.stops, at) - 1
        return place >= 0 and self.stops[place] >= max(self.begin, at - _FAR)

    def _aside(self, group: Group) -> bool:
        """A common word after a body that is the subject already: 各地要…，人手不足的地方要…"""
        return self.subject and all(one.rule in WEAK for one in group.members)

    def _clause(self, low: int, at: int) -> int:
        """Where the clause that holds `at` begins, not before `low`."""
        low = max(low, at - 40, self.begin)
        place = bisect_left(self.stops, at) - 1
        return self.stops[place] + 1 if place >= 0 and self.stops[place] >= low else low

    # -- before

    def _left(self, group: Group, previous: int, bound_before: bool) -> str:
        """How the words before a group bear on it: "start" of a clause, "agent" (由), "loose" (other words),
        "made" (建立 [县政府办] 牵头的机制), "" acted upon."""
        text, words = self.text, self.words
        clause = self._clause(previous, group.start)
        if clause == previous > self.begin and not bound_before:
            clause = self._clause(self.begin, group.start)
        before = text[clause : group.start].lstrip('“”"（( 　')
        if not before or self._described(group) or self._posts(group):
            return "start"
        if self._by(group, clause) or (group.members[0].rule == "titled" and "由" in before):
            return "agent"
        if text.endswith(("印发", "转发", "下发"), self.begin, group.start) and _FOLLOWED.match(text, group.end):
            return "agent"  # 印发各单位贯彻执行
        at = group.start
        if words.makes.begin(text, at, clause) >= 0:
            return "made"
        if len(before) > 1 and words.adverbial.begin(text, at, clause) == at - len(before):
            return "start"  # 所以 | 各地…
        acted = words.object.begin(text, at, clause) >= 0
        if bound_before and clause == previous:
            if before.endswith("、") and len(before) <= 13:
                return "start"
            return "" if acted else "loose"
        if acted or before[0] in "对向给为把将与" or _WHOEVER.fullmatch(before):
            return ""
        verb = words.verb.match(before)
        if before[-1] == "、" and group.members[0].rule == "clause":
            return "start"
        if before[-1] in "、和及与或" or (before[-1] in "”）)" and verb):
            inner = clause + len(before.rstrip("、和及与或"))
            return "" if verb or words.object.begin(text, inner, clause) >= 0 or "以" in before else "loose"
        if words.adverbial.begin(text, at, clause) >= 0 and not (verb and len(before) > 6):
            return "start"
        return "" if verb is not None and len(before) <= 24 and "由" not in before else "loose"

    def _by(self, group: Group, clause: int) -> bool:
        """由 or the like before the group, describing words between allowed: 由所涉及的 [县财政局], 由贫困户 [所在乡镇党委]."""
        text, at = self.text, group.start
        begin = self.words.agent.begin(text, at, clause)
        if begin >= 0 and text[begin] == "由" and _FROM_TO.match(text, group.end, self.end):
            return False  # 由企业在职职工…放宽至…
        if begin >= 0:
            return begin == clause or text[begin - 1] not in _PART_OF_WORD
        if text[at - 1] == "的" or text.startswith("所在", at):
            return _OF_WHICH.search(text, max(clause, at - 10), at) is not None
        return False

    def _described(self, group: Group) -> bool:
        """Nothing before the group in the sentence but what describes it: 提供上门服务的 + 医务工作者."""
        return _DESCRIBES.fullmatch(self.text, self.begin, group.start) is not None

    def _posts(self, group: Group) -> bool:
        """Nothing before the person in the sentence but the posts he holds: 区委常委、副区长 + 张三."""
        return group.members[0].rule == "titled" and _POSTS.fullmatch(self.text, self.begin, group.start) is not None

    def _shared(self, group: Group, previous: int) -> str:
        """Members without a head of their own before the group: 中风险和 [高风险地区] 要…; "start" where they begin the clause."""
        text = self.text
        low = self._clause(previous, group.start)
        if not _SHARED_HEAD.fullmatch(text, low, group.start):
            return "loose"
        if self.words.verb.match(text, low) or not self.words.modal.match(text, group.end):
            return "loose"
        group.members[:0] = [
            Mention(match.start(), match.end(), match.group(), "listed", "body")
            for match in _MEMBER.finditer(text, low, group.start)
        ]
        group.start = low
        return "start"

    # -- behind

    def _role(self, group: Group, left: str, limit: int) -> Act | None:
        text, words, after = self.text, self.words, group.end
        act = words.act.match(text, after, self.end)
        by = left == "agent" and not text.startswith(_OF_AGENT, after)  # 由县政府编制方案
        if act is None and not by and self._attribute(after):
            return None
        name = text[group.members[-1].start : after]
        if left in ("start", "loose") and passive(text, name, after, limit if limit > after else self.end):
            return None
        if self._share(group.members[0].start):
            return None
        far = text.find("的", after + 1, after + _FAR)
        condition = _CONDITION.match(text, after, self.end) if far >= 0 else None
        if condition is not None and text[condition.end() : limit] in _ELSE:  # 父母不能履行职责的，[村委会] 要…
            return None
        at = after
        if text[after : after + 1] in words.skip_begins or text[after : after + 2] in words.skip_begins:
            skipped = words.skip.match(text, after, self.end)
            at = skipped.end() if skipped is not None else after
        act = act or (words.act.match(text, at, self.end) if at > after else None)
        role = words.roles[act.group()] if act is not None else None
        if left == "made":
            if act is not None and act.start() == after and role in (Role.LEAD, Role.SUPPORT):
                return role, role.value, None
            return (Role.RESPONSIBLE, "subject", None) if _TAKES.match(text, after) else None
        modal = words.modal.match(text, after, limit) is not None
        weak = all(one.rule in WEAK for one in group.members)
        if weak and not self._plainly(
            group, left, modal or (role is not None and act is not None and act.group() != "参与")
        ):
            return None
        if words.relative.match(text, at, self.end) and condition is None and not self.made:
            return None
        if role in (Role.LEAD, Role.SUPPORT) or (role is Role.SUPERVISE and (left != "loose" or modal)):
            return role, role.value, role
        return self._further(group, left, at, limit, modal=modal, act=act.group() if act is not None else "")

    def _attribute(self, after: int) -> bool:
        """Is the body only part of what the words behind it name (县医院迁建项目), or of a tale (县政府下发了…)?"""
        text = self.text
        if self.words.behind.match(text, after, self.end):
            return True
        near = text[after : after + 24]
        if "的" in near and _STATE.match(text, after, self.end):
            return True
        return ("了" in near or "为主" in near) and _PAST.match(text, after, self.end) is not None

    def _share(self, at: int) -> bool:
        """Is only a share of them spoken of: 60%的 + 县医院?"""
        return self.text[at - 1 : at] == "的" and _SHARE.search(self.text, max(self.begin, at - 12), at) is not None

    def _plainly(self, group: Group, left: str, acts: bool) -> bool:
        """Is a common word (企业, 人员) plainly the subject?"""
        text, after = self.text, group.end
        if _MAY.match(text, after) and not _AREA.search(text, group.members[-1].start, group.members[-1].end):
            return False
        if left == "loose" and _TAKES.match(text, after):
            return True
        if left in ("agent", "loose") or acts:
            return left != "loose"
        if left == "start" and _IN_TIME.match(text, after):
            return True
        if _ANSWERABLE.match(text, after) or self.words.weak.match(text, after) or _NOW_MODAL.match(text, after):
            return True
        if left == "start" and all(
            _AREA.search(text, one.start, one.end)
            and (head_of(text, one.start, one.end)[0] != "verb" or text.startswith(("试点", "示范"), one.start))
            for one in group.members
            if one.rule in WEAK
        ):
            return self.words.next.match(text, after, self.end) is not None or _OFTEN.match(text, after) is not None
        if all(one.rule == "people" for one in group.members) and self.words.next.match(text, after, self.end):
            return True
        return self._opens(group) and _LATER_MODAL.match(text, after, self.end) is not None

    def _opens(self, group: Group) -> bool:
        """Does the sentence begin with the group?"""
        return group.start == self.begin or self._described(group)

    def _further(self, group: Group, left: str, at: int, limit: int, *, modal: bool, act: str) -> Act | None:
        """No act that makes a role directly behind: a lead later in the clause, 会同, else a plain subject."""
        text, words, after = self.text, self.words, group.end
        place = bisect_left(self.stops, at)
        stop = self.stops[place] if place < len(self.stops) and self.stops[place] < limit else limit
        later = _LEAD_LATER.search(text, after, stop)
        if later is not None and any(one.start <= later.start() < one.end for one in self.parts):
            later = None
        if later is not None and left != "loose" and "由" not in text[after : later.start()]:
            return Role.LEAD, "lead", Role.LEAD
        if words.with_.match(text, at, self.end):
            return (
                (Role.LEAD, "with", Role.RESPONSIBLE)
                if at + 2 >= limit
                else (Role.RESPONSIBLE, "subject", Role.RESPONSIBLE)
            )
        follows = at > after or act or words.next.match(text, after, self.end)
        strong = any(one.rule not in WEAK for one in group.members)
        begun = (
            _NOW_MODAL.match(text, after)
            or _ANSWERABLE.match(text, after)
            or (None if strong else _OFTEN.match(text, after))
        )
        opens = self._opens(group) and (strong or _LATER_MODAL.match(text, after, self.end))
        if not (follows or begun or left == "agent" or opens):
            return None
        if left == "loose" and not modal and act in ("", "落实", "实施", "执行"):
            return None
        return self._plain(group, left, at, limit)

    def _plain(self, group: Group, left: str, at: int, limit: int) -> Act:
        """A plain subject, unless what it does is to support, oversee or coordinate others."""
        text, after = self.text, group.end
        name = text[group.members[-1].start : group.members[-1].end]
        if "牵头" in name and text.startswith(("是第一责任人", "为第一责任人"), after):
            return Role.LEAD, "lead", Role.LEAD
        if _COMMANDS.match(text, after, self.end):
            return Role.LEAD, "lead", Role.LEAD
        if _ANSWERS.match(text, at, self.end):
            return Role.LEAD, "lead", Role.LEAD
        if _SUPPORT_LAST.match(text, after, self.end):
            return Role.SUPPORT, "support", Role.SUPPORT
        if left == "agent" and _GUIDES_LAST.match(text, after, self.end):
            return Role.SUPERVISE, "guide", Role.SUPERVISE
        if _SUPPORT_LATER.search(text, at, limit) or name.startswith(("配合", "协办")):
            return Role.SUPPORT, "support", Role.SUPPORT
        if left == "agent" and _COORDINATES_LAST.match(text, after, self.end):
            return Role.LEAD, "coordinates", Role.RESPONSIBLE
        if left == "start" and _WATCHES_LAST.match(text, after, self.end):
            return Role.SUPERVISE, "guide", Role.SUPERVISE
        if _EVALUATES.match(text, at, self.end) or _CHECKS.match(text, at, self.end):
            return Role.SUPERVISE, "supervise", Role.SUPERVISE
        if (_OVERSEER.search(name) and _OVERSEES.search(text, at, limit)) or _OVERSIGHT.search(
            text, after, min(self.end, after + _FAR)
        ):
            return Role.SUPERVISE, "supervise", Role.SUPERVISE
        if _GUIDES.match(text, at, limit):
            return Role.SUPERVISE, "guide", Role.SUPERVISE
        if _COORDINATES.match(text, at, limit) and not _MIXED.search(text, at, limit):
            return Role.LEAD, "coordinates", Role.RESPONSIBLE
        return Role.RESPONSIBLE, "agent" if left == "agent" else "subject", Role.RESPONSIBLE


def _bound(mention: Mention, role: Role, rule: str, passes: Role | None = None, *, main: bool = False) -> Bound:
    return Bound(mention.start, mention.end, role, rule, passes=passes, kind=mention.rule, main=main)
