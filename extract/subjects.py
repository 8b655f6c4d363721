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

from extract.body_words import STOPS, body_words
from extract.coordination import Group, groups
from extract.lexicon import alternatives, classes, words
from extract.model import Mention, Role


@dataclass(slots=True)
class Bound:
    """A body bound to a sentence. `passes`: the role with which a following sentence without subject inherits it; None: not at all."""

    start: int
    end: int
    role: Role
    rule: str
    inherited: bool = False
    passes: Role | None = None
    kind: str = ""


class _Patterns(NamedTuple):
    acts: dict[str, Role]
    act: re.Pattern[str]
    with_: re.Pattern[str]
    skip: re.Pattern[str]
    next: re.Pattern[str]
    modal: re.Pattern[str]
    agent: re.Pattern[str]


_TIME = (
    r"(?:会后|近期|近日|今后|每|本|今|明|下|上|从|自|于|在|力争|X|\d|[一二三四五六七八九十]+[月个日天季])[^，。；、]{0,12}?"
    r"(?:[前内末底起初里年月日旬次天时季后]|期间|半年|以来)"
)
_PHRASE = r"(?:按照?|依照|根据|对照|结合|围绕|依据|依托|针对|对|从|以|通过|就|在)[^，。；、：]{1,24}?(?:要求|规定|原则|分工|部署|安排|统一|情况|职责|标准|责任|方式|中|下|上|时|内|前|后)"


@cache
def _patterns() -> _Patterns:
    acts = {word: Role(key) for word, key in classes("roles", "act").items()}
    light = alternatives({*words("roles", "next", "modal", "adverb")})
    return _Patterns(
        acts,
        re.compile(alternatives(acts)),
        re.compile(alternatives(words("roles", "with"))),
        re.compile(rf"(?:{light}|{_TIME}|{_PHRASE}|[，,](?=要|应|须|必须|全力|积极|主动|按|根据|结合|切实))*"),
        re.compile(alternatives(words("roles", "next"))),
        re.compile(alternatives(words("roles", "next", "modal"))),
        re.compile(rf"(?:{alternatives(words('roles', 'agent'))})$"),
    )


_STOP = re.compile(rf"[{STOPS}]")
_LEAD_LATER = re.compile(r"牵头(?!单位|部门|领导|人|处室|科室)|负总责|抓总")
_SUPPORT_LATER = re.compile(r"[，,](?:要|全力|积极|主动|密切|大力)*(?:配合|协助)(?=[，。；,]|做好|支持)")
_OVERSEER = re.compile(r"督查|督察|督导|督考|督办|纪委|监委|纪检|监察|巡察|巡视|审计|目标绩效|考核办")
_OVERSEES = re.compile(r"督促|督查|督办|督导|通报|监督|监管|抽查|暗访|审计|巡察|检查")
_OVERSIGHT = re.compile(
    r"(?:落实|执行|进展|完成|工作|履职|推进|整改)(?:的)?情况[^，。；]{0,12}(?:开展|进行|组织)[^，。；]{0,8}(?:督查|抽查|督导|检查|评估)"
)
_OWN_ACT = re.compile(r"协调|统筹|组织实施|推进|审定|制定|考核评价")
_COORDINATES = re.compile(r"(?:负责|全面|牵头|抓好)*[^，。；]{0,16}?(?<!加强)统筹(?:协调|规划|安排|推进|指导)|负责[^，。；]{0,20}统筹")
_MODIFIES = re.compile(r"的(?!话)|所(?!在)|之间|内部|等(?=[^部单有相])")
_OBJECT = re.compile(
    r"(?:配合|协助|支持|指导|督促|督导|组织|引导|鼓励|推动|帮助|扶持|依托|委托|要求|通知|向|对|给|为|与|同|跟|从|被|经|报|报送|报请|提请|抄送|抄报|送|接受|听取|加强|成立|设立|建立|纳入|列入|争取|动员|协调|发挥|落实|压实|吸引|走访|在|驻|发动|联系|对接|包括|约谈|设在|兼任|担任|完善|整合|选派|抽调|以及时|加大|促进|促使|培育|吸纳|带动|选择|面向|到|赴|至|优先|提高|提升|强化|规范|推进|支援|转报|通报|移交|移送|服务|纳|充实)$"
)
_LEADING_WORDS = re.compile(
    r"(?:(?:同时|其中|另外|此外|今后|下半年|上半年|今年|明年|目前|当前|近期|近日|会后|年内|年底前|同样|因此|所以|但是|但|而|并|且|也|都|还是|仍|仍由|现|现在|下一步|下步|接下来|最后|首先|特别|尤其|请|希望|此外|"
    r"方面|工作|期间|阶段|时|后|前|内|起|来|末|底|月|日|号|以|是)[，,：:]?)$"
)


def own(text: str, begin: int, end: int, mentions: Sequence[Mention]) -> list[Bound]:
    """Bodies that the sentence text[begin:end] itself binds; `begin` is behind its label, `mentions` those inside, in order."""
    if not mentions:
        return []
    found: list[Bound] = []
    every = groups(text, mentions, end)
    previous = begin
    with_next: list[Bound] | None = None
    for index, group in enumerate(every):
        limit = every[index + 1].start if index + 1 < len(every) else end
        if with_next is not None:
            found += [_bound(one, Role.SUPPORT, "with") for one in group.members]
            with_next = None
            previous = group.end
            continue
        left = _left(text, previous, group, begin)
        bound = _role(text, group, left, limit, end) if left else None
        if bound is not None:
            role, rule, passes = bound
            initial = left == "start" and group.start - begin <= 40
            members = [_bound(one, role, rule, passes if initial or rule == "lead" else None) for one in group.members]
            found += members
        joined = _patterns().with_.search(text, group.end, limit)
        if joined is not None and joined.end() == limit and index + 1 < len(every):
            if bound is None:
                members = []
            for one in members:
                if one.role is Role.RESPONSIBLE:
                    one.role, one.rule = Role.LEAD, "with"
            with_next = members
        previous = group.end
    return found


def _bound(mention: Mention, role: Role, rule: str, passes: Role | None = None) -> Bound:
    return Bound(mention.start, mention.end, role, rule, passes=passes, kind=mention.rule)


def _left(text: str, previous: int, group: Group, begin: int) -> str:
    """How the words before a group bear on it: "start" of a clause, "agent" (由), "loose" (other words), "" acted upon."""
    patterns = _patterns()
    low = max(previous, group.start - 30, begin)
    stretch = low
    for match in _STOP.finditer(text, low, group.start):
        stretch = match.end()
    before = text[stretch:group.start]
    if not before:
        return "start"
    if patterns.agent.search(before):
        return "agent"
    if _OBJECT.search(before):
        return ""
    if _LEADING_WORDS.search(before) or before.endswith(("和", "及")):
        return "start"
    return "loose"


def _role(text: str, group: Group, left: str, limit: int, end: int) -> tuple[Role, str, Role | None] | None:
    """(role, rule, role passed on) by what stands behind the group."""
    patterns = _patterns()
    skip = patterns.skip.match(text, group.end, limit)
    at = skip.end() if skip is not None else group.end
    clause = _STOP.search(text, at, limit)
    stop = clause.start() if clause is not None else limit
    act = patterns.act.match(text, at, limit)
    name = text[group.members[-1].start : group.members[-1].end]
    if act is None and at > group.end:
        act = patterns.act.match(text, group.end, limit)
    if act is not None:
        role = patterns.acts[act.group()]
        if role is Role.LEAD:
            return role, "lead", role
        if role is Role.SUPPORT:
            return role, "support", role
        if role is Role.SUPERVISE:
            return role, "supervise", role
    if limit == end or _STOP.search(text, group.end, limit):
        later = _LEAD_LATER.search(text, at, stop)
        if later is not None:
            return Role.LEAD, "lead", Role.LEAD
    follows = at > group.end or act is not None or patterns.next.match(text, group.end, limit) is not None
    if patterns.with_.match(text, at, limit):
        return Role.LEAD, "with", Role.RESPONSIBLE
    if not follows:
        return None
    modal = at > group.end and patterns.modal.match(text, group.end, limit) is not None
    if left == "loose" and not modal and act is None:
        return None
    if left == "loose" and act is not None and act.group() in ("落实", "实施", "执行"):
        return None
    if _SUPPORT_LATER.search(text, at, limit):
        return Role.SUPPORT, "support", Role.SUPPORT
    if _OVERSEER.search(name) and _OVERSEES.search(text, at, stop):
        return Role.SUPERVISE, "supervise", Role.SUPERVISE
    if _OVERSIGHT.search(text, at, limit):
        return Role.SUPERVISE, "supervise", Role.SUPERVISE
    if act is not None and patterns.acts[act.group()] is Role.RESPONSIBLE and re.compile(r"负责(?:业务)?(?:指导|监督|督办|督导)").match(text, at, limit):
        return Role.SUPERVISE, "guide", Role.SUPERVISE
    if _COORDINATES.match(text, at, limit) and not re.search("督促检查|督查|检查", text[at:limit]):
        return Role.LEAD, "coordinates", Role.RESPONSIBLE
    return Role.RESPONSIBLE, "subject" if left != "agent" else "agent", Role.RESPONSIBLE
