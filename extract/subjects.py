"""Which bodies of a sentence owe its act, and in which role, by what stands before and behind them.

由 [自然资源局] 牵头，[农业农村局]、[林业局] 配合      lead; support, support
[教育局] 会同 [财政局] 制定方案                        lead; support
督促 [项目法人] 落实责任                               nobody: the firm is acted upon
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from extract.coordination import Group, groups
from extract.lexicon import alternatives, classes, words
from extract.model import Mention, Role


@dataclass(slots=True)
class Bound:
    """A body bound to a sentence. `passes`: the role with which a following sentence without subject inherits it; None: not at all.

    `main`: it is the subject of the sentence's first clause, not an agent (由…) further on.
    """

    start: int
    end: int
    role: Role
    rule: str
    inherited: bool = False
    passes: Role | None = None
    kind: str = ""
    main: bool = False


class _Patterns(NamedTuple):
    acts: dict[str, Role]
    act: re.Pattern[str]
    with_: re.Pattern[str]
    skip: re.Pattern[str]
    next: re.Pattern[str]
    modal: re.Pattern[str]
    agent: re.Pattern[str]
    verb: re.Pattern[str]


WEAK = frozenset({"open", "clause", "people"})
"""Rules of names that are common words (企业, 学校, 人员): bodies only where they are plainly the subject."""

_TIME = (
    r"(?:会后|近期|近日|今后|每|本|今|明|下|上|从|自|于|在|力争|X月|\d{1,4}(?=年|月|日|号|个月|个工作日|天|小时|时|点|分钟|日内|周)|[一二三四五六七八九十]+[月个日天季])[^，。；、]{0,12}?"
    r"(?:[前内末底起初里年月日旬次天时季后][内前后起]?|期间|半年|以来)"
)
_PHRASE = (
    r"(?:按照?|依照|根据|对照|比照|结合|围绕|依据|依托|针对|对|从|以|通过|就|在|因)[^，。；：]{1,40}?"
    r"(?:要求|规定|原则|分工|部署要求|部署安排|部署|安排|统一|情况|职责|标准|责任|方式|工作|中|下|上|时|内|前|后)"
)


@cache
def _patterns() -> _Patterns:
    acts = {word: Role(key) for word, key in classes("roles", "act").items()}
    modal = rf"要(?![求素点件害闻])|应(?![急用对变届])|将(?![军来])|能(?![源力耗])|需(?!求)|都(?!市)|{alternatives(set(words('roles', 'next', 'modal')) - set('要应将能需都'))}"
    light = rf"{modal}|{alternatives(words('roles', 'next', 'adverb'))}"
    return _Patterns(
        acts,
        re.compile(alternatives(acts)),
        re.compile(alternatives(words("roles", "with"))),
        re.compile(rf"(?:{light}|{_TIME}|{_PHRASE}|[，,](?=要|应|须|必须|全力|积极|主动|按|根据|结合|切实))*"),
        re.compile(alternatives(words("roles", "next"))),
        re.compile(modal),
        re.compile(
            rf"(?:^|(?<![提报申邀恳聘宴理事缘]))(?:{alternatives(words('roles', 'agent'))})(?:[^，。；、]{{0,8}}的)?$"
        ),
        re.compile(alternatives({*words("roles", "next", "verb", "adverb"), *words("roles", "act")})),
    )


_STOP = re.compile(r"[，。；：,;:!?！？\n\t]")
_CLAUSE_START = frozenset("，。；：,;:!?！？\n\t")
_LEAD_LATER = re.compile(r"牵头(?!单位|部门|领导|人|处室|科室|职责的)|负总责|抓总")
_SUPPORT_LATER = re.compile(r"[，,](?:要|全力|积极|主动|密切|大力)+(?:配合|协助)(?=[，。；,]|$)")
_OVERSEER = re.compile(r"督查|督察|督导|督考|督办|纪委|监委|纪检|监察|巡察|巡视|审计|目标绩效|考核办")
_OVERSEES = re.compile(r"(?:督促|督查|督办|督导|通报|监督|监管|抽查|暗访|审计|巡察|检查)(?!评估|情况|工作汇报|汇报)")
_OVERSIGHT = re.compile(
    r"(?:落实|执行|进展|完成|工作|履职|推进|整改)(?:的)?情况[^，。；]{0,12}(?:开展|进行|组织)[^，。；]{0,8}(?:督查|抽查|督导|检查|评估)"
)
_COORDINATES = re.compile(r"(?:负责|全面)?统筹(?:协调|规划|安排|推进|指导|抓)|负责[^，。；]{0,20}统筹")
_MIXED = re.compile(r"督促检查|督查|检查|审定|考核")
_GUIDES = re.compile(r"负责(?:业务|技术)?(?:指导|监督|督办|督导|督促)")
_RELATIVE = re.compile(
    r"(?:自行|需要|所|已经?|统一|共同|联合|依法|要求)?(?:制作|制定|制发|印发|下发|部署|安排|交办|反馈|上报|报送|提供|提出|组织|主办|承办|举办|召开|批准|核准|确定|认定|审定|发布|公布|开展|建设|管理|实施"
    r"|承担|负责|掌握|出具|调阅|谈话|了解|到期|建立|签订|下达|拨付|登记|备案|推荐|主导|主管|领导|牵头|签发|通报|审批|指定|授权|委托|设立|成立|举报|查处|使用|所属|拥有|购买|生产)的(?!$|[，。；])"
)
_NOT_SUBJECT = re.compile(
    r"的|等的|之|内部|方面|以上|以下|在编|原有|现有|系统内|是指|是(?!第一责任|责任主体)|为(?!(?:第一)?责任|主)|作为(?![^。；]{0,60}[，,](?:要|应|须))|共有|均为|工作(?!要|应)|负责制|责任制|[^，。；]{0,4}为主|去年|前年|已经?(?!明确)"
    r"|应占|占|(?:原则上|一般|可)?由|办理的|(?:[^，。；]{0,8}?)(?:下发|印发|召开|作|做|提出|通过|发布|开展|完成|进行|出台)了|担任|兼任|任"
)
_OBJECT = re.compile(
    r"(?:配合|协助|支持|指导|督促|督导|组织|引导|鼓励|推动|帮助|扶持|依托|委托|要求|通知|向|对|对于|给|为|与|同|跟|从|被|经|报|报送|报请|提请|抄送|抄报|送|接受|听取|加强|成立|设立|建立"
    r"|纳入|列入|争取|动员|协调|发挥|落实|压实|吸引|走访|在|驻|发动|联系|对接|约谈|设在|兼任|担任|完善|整合|选派|抽调|加大|促进|促使|培育|吸纳|带动|选择|面向|到|赴|至|优先|提高|提升|强化|规范|推进"
    r"|支援|转报|通报|移交|移送|服务|纳|充实|围绕|以|将|把|使|让|除|关于|涉及|属于|聘请|打造|推行|享受|深化|召开|举办|实现|形成|健全|创新|优化|保障|改善|关心|关爱|包括|指定|要指定|面对|据|依靠|统筹|成为|作为|管好|用好|完成|拓展|拓宽|建设|改进|开展|探索)$"
)
_WHOEVER = re.compile(r"凡是?|对于?|如|若|如果|除")
_MAKES = re.compile(r"(?:建立|成立|完善|健全|形成|实行|构建|落实|要建立)$")
_ADVERBIAL = re.compile(
    r"(?:同时|其中|另外|此外|今后|下半年|上半年|今年|明年|目前|当前|近期|近日|会后|年内|年底前|同样|因此|所以|但是|但|而|并|且|也|都|还是|仍|仍由|现|现在|下一步|下步|接下来|最后|首先|特别|尤其|请|希望"
    r"|方面|期间|阶段|时|后|前|内|起|末|底|是|为此|对此|由此|必要时|原则上|以及|及其|及|和|与|或|特别是|尤其是|、|如|即|要|[“”\"）)]|其他)$"
)
_WEAK_NEXT = re.compile(
    r"设在[^，。；]{2,12}[，,](?:主要)?(?:负责|承担)|包|要|应|须|必须|不得|应当|务必|一律|严禁|不准|原则上|可(?!以推广|复制)|能|均|都|也|将|按照|依据|通过|对|积极|主动|认真|严格|根据|结合|逐|充分|切实|全力|必需|各自|分别|共同|负责|牵头|配合|每|经常|自觉|自行|依法|带头|抓紧|及时|在|因|不|主要"
)
_NOW_MODAL = re.compile(r"[，,](?:要|应|须|必须|不得|应当)")
_SHARED_HEAD = re.compile(r"(?:[\u4e00-\u9fff]{2,8}?、)*[\u4e00-\u9fff]{2,8}?[、和及与]")
_MEMBER = re.compile(r"[\u4e00-\u9fff]+?(?=[、和及与])")
_DESCRIBES = re.compile(r"(?![凡对如若向为把将给要应须])[^，。；]{1,14}的|(?:所有|全部|凡是?)在?")
_LATER_MODAL = re.compile(
    r"[^，。；的]{1,8}(?:要|不得|必须|应当)|[^。；]{0,80}?[，,](?:[^，。；]{0,20}[，,])?(?:还|也|都|就|又|均)?(?:要|应|须|必须|应当|不得|务必|可以?|一律|全力|签字)"
)
_ORDER = re.compile(
    r"(?:同时|并|另外|此外|[，,])*(?:要(?!求)|应|须|不得|加强|加大|加快|推进|推动|完善|健全|建立|发挥|鼓励|支持|引导|强化|优化|深化|落实|实施|开展|组织|做好|抓好|畅通|扩大|提高|提升|按照国家|统筹|规范|探索)"
)
_CONDITION = re.compile(r"[^，。；]{1,60}的[，,]")


def own(text: str, begin: int, end: int, mentions: Sequence[Mention]) -> list[Bound]:
    """Bodies that the sentence text[begin:end] itself binds; `begin` is behind its label, `mentions` those inside, in order."""
    if not mentions:
        return []
    return _Reader(text, begin, end).read(groups(text, mentions, begin, end))


class _Reader:
    def __init__(self, text: str, begin: int, end: int) -> None:
        self.text, self.begin, self.end = text, begin, end
        self.patterns = _patterns()
        self.found: list[Bound] = []

    def read(self, every: list[Group]) -> list[Bound]:
        text, patterns = self.text, self.patterns
        previous, bound_before = self.begin, False
        leading: list[Bound] | None = None
        for index, group in enumerate(every):
            limit = every[index + 1].start if index + 1 < len(every) else self.end
            if leading is None and self._after_with(group):
                leading = [one for one in self.found if one.main]
            if leading is not None:
                for one in leading:
                    if one.role is Role.RESPONSIBLE:
                        one.role, one.rule = Role.LEAD, "with"
                self.found += [_bound(one, Role.SUPPORT, "with") for one in group.members]
                leading, previous, bound_before = None, group.end, True
                continue
            left = self._left(group, previous, bound_before)
            if left == "loose":
                left = self._shared(group, previous)
            act = self._role(group, left, limit) if left else None
            bound_before = act is not None
            joined = patterns.with_.search(text, group.end, limit)
            meets = (
                joined is not None
                and joined.end() == limit
                and index + 1 < len(every)
                and "与" not in text[group.end : limit]
            )
            if act is not None:
                role, rule, passes = act
                main = left == "start" and not self._ordered(group.start)
                members = [
                    _bound(one, role, rule, passes if main or rule == "lead" else None, main=main)
                    for one in group.members
                ]
                self.found += members
                if meets:
                    leading = members
            previous = group.end
        return self.found

    def _ordered(self, at: int) -> bool:
        """Does an order without subject stand before `at` in the sentence, so that the body there is an aside?"""
        if at == self.begin:
            return False
        first = _STOP.search(self.text, self.begin, at)
        return first is not None and _ORDER.match(self.text, self.begin, first.start()) is not None and not self.found

    def _after_with(self, group: Group) -> bool:
        """会同 directly before the group, whoever leads: 会同有关部门建立机制."""
        before = self.text[max(self.begin, group.start - 2) : group.start]
        return before == "会同" or (before == "联合" and self.text[max(self.begin, group.start - 3)] in "，、要，")

    def _left(self, group: Group, previous: int, bound_before: bool) -> str:
        """How the words before a group bear on it: "start" of a clause, "agent" (由), "loose" (other words), "" acted upon."""
        text = self.text
        low = max(previous, group.start - 40, self.begin)
        stretch = low
        for match in _STOP.finditer(text, low, group.start):
            stretch = match.end()
        if stretch == previous > self.begin and not bound_before:
            stretch = low = max(self.begin, group.start - 40)
            for match in _STOP.finditer(text, low, group.start):
                stretch = match.end()
        before = text[stretch : group.start].lstrip('“”"（( 　')
        if not before or self._described(group):
            return "start"
        if self.patterns.agent.search(before):
            return "agent"
        if _MAKES.search(before):
            return "made"
        if bound_before and stretch == previous:
            inner = before.rstrip("、")
            return "start" if before.endswith("、") and len(inner) <= 12 else "" if _OBJECT.search(before) else "loose"
        if _OBJECT.search(before) or before[0] in "对向给为把将与":
            return ""
        if _WHOEVER.fullmatch(before):
            return ""
        verb = self.patterns.verb.match(before)
        if before[-1] == "、" and group.members[0].rule == "clause":
            return "start"
        if before[-1] in "、和及与或" or (before[-1] in "”）)" and verb):
            return (
                ""
                if verb or _OBJECT.search(before.rstrip("、和及与或")) or "以" in before or "对" in before[:1]
                else "loose"
            )
        if _ADVERBIAL.search(before) and not (verb and len(before) > 6):
            return "start"
        return "" if verb is not None and len(before) <= 24 and "由" not in before else "loose"

    def _shared(self, group: Group, previous: int) -> str:
        """Members without a head of their own before the group: 中风险和 [高风险地区] 要…; "start" where they begin the clause."""
        low = max(previous, group.start - 40, self.begin)
        for match in _STOP.finditer(self.text, low, group.start):
            low = match.end()
        list_ = _SHARED_HEAD.fullmatch(self.text, low, group.start)
        if (
            list_ is None
            or self.patterns.verb.match(self.text, low)
            or not self.patterns.modal.match(self.text, group.end)
        ):
            return "loose"
        members = [
            Mention(match.start(), match.end(), match.group(), "listed", "body")
            for match in _MEMBER.finditer(self.text, low, group.start)
        ]
        group.members[:0] = members
        group.start = low
        return "start"

    def _role(self, group: Group, left: str, limit: int) -> tuple[Role, str, Role | None] | None:
        """(role, rule, role passed on) by what stands behind the group."""
        text, patterns = self.text, self.patterns
        weak = all(one.rule in WEAK for one in group.members)
        after = group.end
        if _NOT_SUBJECT.match(text, after, self.end):
            return None
        skip = patterns.skip.match(text, after, self.end)
        at = skip.end() if skip is not None else after
        act = patterns.act.match(text, after, self.end) or patterns.act.match(text, at, self.end)
        role = patterns.acts[act.group()] if act is not None else None
        if left == "made":
            if role in (Role.LEAD, Role.SUPPORT) and act is not None and act.start() == after:
                return role, role.value, None
            return (Role.RESPONSIBLE, "subject", None) if text[after : after + 1] == "包" else None
        modal = patterns.modal.match(text, after, limit) is not None
        if weak and left == "loose":
            return None
        if weak and left == "start" and not modal and role is None and not _WEAK_NEXT.match(text, after):
            later = group.start == self.begin or self._described(group)
            people = all(one.rule == "people" for one in group.members) and patterns.next.match(text, after, limit)
            if (
                not people
                and not (later and _LATER_MODAL.match(text, after, self.end))
                and not _NOW_MODAL.match(text, after)
            ):
                return None
        if weak and role is Role.SUPPORT and not modal and act is not None and act.group() == "参与":
            return None
        if _RELATIVE.match(text, at, self.end) and not _CONDITION.match(text, after, self.end):
            return None
        if role is Role.LEAD:
            return role, "lead", role
        if role is Role.SUPPORT:
            return role, "support", role
        if role is Role.SUPERVISE and (left != "loose" or modal):
            return role, "supervise", role
        clause = _STOP.search(text, at, self.end)
        stop = min(limit, clause.start() if clause is not None else self.end)
        later = _LEAD_LATER.search(text, after, stop) if left != "loose" else None
        if later is not None and "由" not in text[after : later.start()]:
            return Role.LEAD, "lead", Role.LEAD
        if patterns.with_.match(text, at, limit):
            return (
                (Role.LEAD, "with", Role.RESPONSIBLE)
                if at + 2 >= limit
                else (Role.RESPONSIBLE, "subject", Role.RESPONSIBLE)
            )
        follows = at > after or act is not None or patterns.next.match(text, after, limit) is not None
        if not follows and left != "agent":
            later = group.start == self.begin or self._described(group)
            if not (later and _LATER_MODAL.match(text, after, self.end)) and not _NOW_MODAL.match(text, after):
                return None
        if left == "loose" and not modal and (act is None or act.group() in ("落实", "实施", "执行")):
            return None
        return self._plain(group, left, at, stop, limit)

    def _described(self, group: Group) -> bool:
        """Nothing before the group in the sentence but what describes it: 提供上门服务的 + 医务工作者."""
        before = self.text[self.begin : group.start]
        return _DESCRIBES.fullmatch(before) is not None

    def _plain(self, group: Group, left: str, at: int, stop: int, limit: int) -> tuple[Role, str, Role | None]:
        """A plain subject, unless what it does is to support, oversee or coordinate others."""
        text = self.text
        name = text[group.members[-1].start : group.members[-1].end]
        if "牵头" in name and text.startswith(("是第一责任人", "为第一责任人"), group.end):
            return Role.LEAD, "lead", Role.LEAD
        if _SUPPORT_LATER.search(text, at, limit) or name.startswith(("配合", "协办")):
            return Role.SUPPORT, "support", Role.SUPPORT
        if (_OVERSEER.search(name) and _OVERSEES.search(text, at, limit)) or _OVERSIGHT.search(
            text, group.end, self.end
        ):
            return Role.SUPERVISE, "supervise", Role.SUPERVISE
        if _GUIDES.match(text, at, limit):
            return Role.SUPERVISE, "guide", Role.SUPERVISE
        if _COORDINATES.match(text, at, limit) and not _MIXED.search(text, at, limit):
            return Role.LEAD, "coordinates", Role.RESPONSIBLE
        return Role.RESPONSIBLE, "agent" if left == "agent" else "subject", Role.RESPONSIBLE


def _bound(mention: Mention, role: Role, rule: str, passes: Role | None = None, *, main: bool = False) -> Bound:
    return Bound(mention.start, mention.end, role, rule, passes=passes, kind=mention.rule, main=main)
