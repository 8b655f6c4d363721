"""Words that do nothing but assign bodies: “县教育局牵头，县财政局、各乡镇配合”, “责任单位：甲、乙”, “甲、乙按职责分工负责”.

What stands in such a list is a body by its place, known or not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.body_words import body_words
from extract.bound import Bound, bind
from extract.draft import first_from
from extract.line_labels import LABEL
from extract.model import Mention, Role
from extract.people import names_of, spaced

_ACT = re.compile(
    r"(?P<supervise>(?:对[^，；]{2,16})?(?:进行|实施)?(?:追责问责|问责追责|追责|问责)|(?:负责)?(?:业务)?(?:指导|监督|督办|督查|督促|督导|监管)(?:落实)?)|(?P<lead>(?:共同|分别|具体|总|负责|[为是](?=牵头|主办|主责))?(?:牵头|负总责|总负责|主办|领衔|抓总|主抓|挂帅|主责|主体责任)(?:负责|落实|实施|推进|单位|部门)?)|(?P<support>(?:密切|积极|协助|负责|予以|[为是](?=配合|协办|参与))?(?:配合|协助|参与|参加|协办|协同|支持)(?:落实|实施|单位|部门)?)"
    r"|(?P<responsible>负责|落实|实施|承担|承办|执行|办理|组织实施|具体抓|推进)"
)
_LABEL_NAME = re.compile(
    "总?(?:牵头|配合|责任|主办|协办|承办|主责|参与|实施|落实)(?:单位|部门|科室|处室|股室|司局|领导|主体)"
)
_WITH = re.compile(r"会同|联合|商(?![务业会贸品])|协同(?=[^，；、]{2,})")
_BREAK = re.compile(r"[、，,；;\s/／。]+")
_CONNECTOR = re.compile(r"^(?:以及|及其|并由|和|及|与|由|或|并|等)+")
_ASIDE = re.compile(r"[（(][^（）()]{0,30}[）)]")
_CLOSE = re.compile(
    r"^等(?:\d+[个家])?[^，；、。：]{0,10}?(?:部门和单位|(?:部门|单位|机构)(?:和|及|与)(?:单位|部门|机构|企业|乡镇|高校)|部门|单位|机构|方面|企业|高校|组织|乡镇)?(?=$|[，；、。]|按|分|共|负|牵|配|参|落|协|和|及|依|结)|^等"
)
_CLOSING = re.compile(
    r"等(?:\d+[个家])?(?:有关|相关|涉农|其他)*(?:部门|单位|机构|企业|乡镇|方面|高校|组织|地方)(?:[和及与、]|以及)(?:有关|相关|各)*(?:部门|单位|机构|企业|乡镇|方面|高校|组织|地方)"
)
"""等有关部门和单位 closes a list and names nobody."""
_PLAIN = re.compile(r"[\u4e00-\u9fff×XＸA-Za-z·“”]{1,16}")
_NAMES = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff×]{2,3}(?![\u4e00-\u9fff])")
_UTILITIES = frozenset("水电气暖热路讯")
_NO_BODY = re.compile(
    r"^(?:不一一|不另|只明确|仅明确|除标注|\d|年|月|日|长期|持续|常态|全年|每年|每|年底|立即|按|根据|结合|第|列|排|名列|位列|下同|以下|分别|不再|完成|时限|无|略|附|详见|首位|首个|前|后|上述|同上|其中|牵头|责任|单位|部门)|[前底内末]$|推进$|完成$|涉及"
)
_POST = re.compile(r"[\u4e00-\u9fff]{0,12}(?:长|书记|主任|常委|主席|委员|调研员|巡视员|专员|助理)")
_POST_TAIL = "(?:[长记]|主任|主席|常委|委员|专员|助理|调研员|总师|经理)"
_POST_AND_NAME = re.compile(rf"[\u4e00-\u9fff]{{1,14}}{_POST_TAIL}(?P<name>[\u4e00-\u9fff][\u4e00-\u9fff×]{{1,2}})")
_HOLDER = re.compile(
    r"(?:党组|党委|党支部|常务|第一)?副?(?:[局厅处科所站校院县市区镇乡部]长|书记|主任|主席|总经理|董事长)(?P<name>[\u4e00-\u9fff][\u4e00-\u9fff×]{1,2})(?=[，、；。\s）)]|$)"
)
_PARTY = re.compile("(?:常委|党组成员|党委委员|党工委委员|党组书记|党委书记|副书记)$")
_NAMED_BEHIND = re.compile(r"[ 　]+[\u4e00-\u9fff][\u4e00-\u9fff×·]{1,3}(?![\u4e00-\u9fff])")
_MEMBER = re.compile(
    "(?:(?!会同|联合|统一|共同|分别|具体|以及|其中)[^由请报经和及与或并等各每按对将把在于为从以年月日季周底前后的了等拟须应要会商]){2,12}"
)
"""What may stand in a name of a list before the part that is known: no word between names."""

_NEXT_NAME = re.compile(r"(?:等(?:有关|相关)?(?:部门|单位))?[、，,和及与]")


def assigned(
    text: str, start: int, end: int, mentions: Sequence[Mention], default: Role, *, persons: bool = False
) -> list[Bound]:
    """The bodies that text[start:end] assigns, each with its role; `mentions`: bodies found inside, sorted.

    `default`: role where the words give none; `persons`: are bare names of two to four characters persons (a column of names)?
    """
    mentions = [one for one in mentions if not _LABEL_NAME.fullmatch(one.text)]  # 为 + 牵头单位
    found: list[Bound] = []
    pending: list[Bound] = []
    label: Role | None = default
    leading = False  # behind 会同
    segment = 0  # where in `pending` the members since the last comma begin
    every = mentions
    extra: list[Bound] = []  # what brackets inside say

    def names_only(waiting: list[Bound]) -> bool:
        """Is somebody the lead already, and nothing said of those who wait but their names?"""
        return any(one.role is Role.LEAD for one in found) and all(
            _NEXT_NAME.fullmatch(text, one.end, after.start) for one, after in pairwise(waiting)
        )

    def settle(role: Role | None, rule: str) -> None:
        """Give the waiting members a role; 配合 and 牵头 reach back to the last comma only, 负责 to all of them."""
        nonlocal leading, segment
        if leading:
            role = Role.SUPPORT if role is not None else role
        reach = segment if rule == "act" and role is not Role.RESPONSIBLE and not leading else 0
        if reach and role is Role.SUPPORT and label is default and names_only(pending):
            reach = 0  # 甲牵头，乙、丙等部门，丁配合: whoever has no act of his own yet supports as well
        if role is not None:
            for one in pending[reach:]:
                one.role, one.rule = role, rule
            found.extend(pending[reach:])
        del pending[reach:]
        segment = min(segment, len(pending))
        leading = False

    def gap(low: int, high: int, attached: bool) -> None:
        nonlocal label, segment
        at = low
        while at < high:
            apart = spaced().match(text, at, high) if persons else None
            if apart is not None:  # 李 明
                pending.append(Bound(*apart.span(), default, "listed", kind="person"))
                attached, at = False, apart.end()
                continue
            aside = _ASIDE.match(text, at, high)
            said = _ACT.fullmatch(text, aside.start() + 1, aside.end() - 1) if aside is not None else None
            if aside is not None and said is not None and pending and pending[-1].end == at:  # 流通司（牵头）、…
                one = pending.pop()
                one.role, one.rule = Role(said.lastgroup or "responsible"), "act"
                found.append(one)
                segment = min(segment, len(pending))
                at = aside.end()
                continue
            if aside is not None:
                within = inside(every, aside.start() + 1, aside.end() - 1)
                if within and text.endswith("会同", aside.start(), aside.end() - 1):  # 县商务局（县市场监管局会同）
                    extra.extend(bind(one, Role.SUPPORT, "with") for one in within)
                elif within and _ACT.search(text, within[-1].end, aside.end()):  # 省卫生健康委（省大数据局配合）
                    extra.extend(assigned(text, aside.start() + 1, aside.end() - 1, within, default))
                elif persons:  # 县生态环境局（赵六、孙七）
                    for match in _NAMES.finditer(text, aside.start() + 1, aside.end() - 1):
                        if match.group()[0] in body_words().surnames:
                            pending.append(Bound(*match.span(), default, "listed", kind="person"))
                at = aside.end()
                continue
            step = _BREAK.match(text, at, high)
            if step is not None:
                if not step.group().startswith("、"):
                    segment = len(pending)
                if label is None and ("；" in step.group() or ";" in step.group()):
                    label = default
                attached, at = False, step.end()
                continue
            named = LABEL.match(text, at, high)
            if named is not None:
                settle(label, "label")
                label = None if named.lastgroup == "other" else Role(str(named.lastgroup).rstrip("2"))
                attached, at = False, named.end()
                continue
            stop = _BREAK.search(text, at, high)
            until = stop.start() if stop is not None else high
            if label is None:  # 完成时限：按上述节点执行
                at = until
                continue
            inner = _ASIDE.search(text, at, until)
            if inner is not None and inner.start() > at:
                until = inner.start()
            piece(at, until, attached)
            at = until

    def piece(low: int, high: int, attached: bool) -> None:
        nonlocal leading
        words = text[low:high]
        closing = _CLOSE.match(words)
        if closing is not None:
            low += closing.end()
            words = words[closing.end() :]
        joint = _CONNECTOR.match(words)
        if joint is not None:
            low += joint.end()
            words = words[joint.end() :]
            attached = False
        if not words:
            return
        other = _WITH.search(words)
        act = _ACT.search(words)
        if other is not None and (act is None or other.start() <= act.start()):
            if not attached:
                name(low, low + other.start())
            for one in pending:
                one.role, one.rule = Role.LEAD, "with"
            found.extend(pending)
            pending.clear()
            leading = True
            rest = low + other.end()
            if rest < high:
                piece(rest, high, False)
            return
        if act is not None:
            if not attached and act.start():
                name(low, low + act.start())
            role = Role(act.lastgroup or "responsible")
            settle(default if role is Role.RESPONSIBLE and label is default else role, "act")
            return
        if not attached:
            name(low, high)

    def name(low: int, high: int) -> None:
        if high - low > 2 and text[high - 1] in "和与" and "\u4e00" <= text[high : high + 1] <= "\u9fff":
            high -= 1  # 区城投和 | 区住建局
        words = text[low:high]
        if (
            high in posts
            or high in persons_at
            or (persons and _POST.fullmatch(words) and _NAMED_BEHIND.match(text, high, end))
        ):
            return  # the post of the person who follows
        if _NO_BODY.search(words) or not _PLAIN.fullmatch(words):
            return
        posted = _POST_AND_NAME.fullmatch(words) if persons else None
        if posted is not None and posted["name"][0] in body_words().surnames:  # 常务副县长陶启明
            while (
                pending
                and text[pending[-1].end : low] == "、"
                and _PARTY.search(text, pending[-1].start, pending[-1].end)
            ):
                pending.pop()  # 县委常委、常务副县长陶启明: his post as well
            pending.append(Bound(low + posted.start("name"), high, default, "listed", kind="person"))
            return
        several = names_of(words) if persons and len(words) > 3 else []
        if len(several) > 1:
            pending.extend(Bound(low + begin, low + end, default, "listed", kind="person") for begin, end in several)
            return
        if len(words) < 3 and not persons and words not in body_words().stems.words and words not in _UTILITIES:
            return
        pending.append(Bound(low, high, default, "listed", kind="listed"))

    closing = [(match.start(), match.end()) for match in _CLOSING.finditer(text, start, end)]
    mentions = [one for one in mentions if not any(low < one.start and one.end <= high for low, high in closing)]
    posts: set[int] = set()  # where posts end that are a named person's
    if persons:  # 县长　章××: he, not his post besides
        mentions, posts = _without_posts(text, mentions, end)
    persons_at = {one.start for one in mentions if one.rule == "titled" or (persons and one.rule == "person")}
    at, attached = start, False
    asides = [match.span() for match in _ASIDE.finditer(text, start + 1, end)]
    for mention in mentions:
        if mention.start < at or any(low < mention.start < high for low, high in asides):
            continue
        if attached and at == mention.start and pending and text[at] == "各":  # 市安委会 + 各成员单位
            pending[-1].end = at = mention.end
            continue
        holder = _HOLDER.match(text, mention.end, end) if persons else None
        if holder is not None and holder["name"][0] in body_words().surnames:  # 县财政局 + 局长龚海
            gap(at, mention.start, attached)
            pending.append(Bound(*holder.span("name"), default, "listed", kind="person"))
            at, attached = holder.end(), True
            continue
        begin = _whole(text, at, mention, attached)
        gap(at, begin, attached)
        pending.append(bind(mention, default, "listed"))
        pending[-1].start = begin
        at, attached = mention.end, True
    gap(at, end, attached)
    settle(label, "listed")
    return sorted([*found, *extra], key=lambda one: one.start)


def _whole(text: str, low: int, mention: Mention, attached: bool) -> int:
    """Where the member of the list begins that ends with the mention: 、工程质量 + 安全监管处配合."""
    begin = mention.start
    if mention.rule in ("person", "titled"):
        return begin  # 副县长 + 王强
    while begin > low and "\u4e00" <= text[begin - 1] <= "\u9fff":
        begin -= 1
    words = text[begin : mention.start]
    plain = begin > low or not attached
    return begin if plain and words and _MEMBER.fullmatch(words) and not _ACT.search(words) else mention.start


def _without_posts(text: str, mentions: Sequence[Mention], end: int) -> tuple[list[Mention], set[int]]:
    """The mentions without the posts of the persons named behind them (县长　章××, 区委常委、副区长钟××), and where those end."""
    kept: list[Mention] = []
    ends: set[int] = set()
    dropped = -1  # where the post begins that was dropped last
    for place in range(len(mentions) - 1, -1, -1):
        one = mentions[place]
        following = mentions[place + 1] if place + 1 < len(mentions) else None
        named = _NAMED_BEHIND.match(text, one.end, end) or (
            following is not None and following.start == one.end and following.rule in ("person", "titled")
        )
        also = (
            following is not None
            and following.rule in ("person", "titled")
            and text[one.end] == "、"
            and _PARTY.search(text, one.start, one.end)
            and _POST.fullmatch(text, one.end + 1, following.start)
        ) or (dropped == one.end + 1 and text[one.end] == "、" and _PARTY.search(text, one.start, one.end))
        if _POST.fullmatch(text, one.start, one.end) and (named or also):
            dropped = one.start
            ends.add(one.end)
        else:
            kept.append(one)
    return kept[::-1], ends


def inside(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """Those of the sorted mentions that lie in [start, end)."""
    found: list[Mention] = []
    for place in range(first_from(mentions, start), len(mentions)):
        if mentions[place].end > end:
            break
        found.append(mentions[place])
    return found
