"""Bodies that stand together: 县教育局、县财政局和各乡镇, 应急、住建等部门."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from extract.begins import begins_of
from extract.body_words import OF_SYSTEM, body_words
from extract.model import Mention

FAR = 120  # characters behind or before a body that still tell its role
WEAK = frozenset({"open", "clause", "people"})
"""Rules of names that are common words (企业, 学校, 人员): bodies only where they are plainly the subject."""

_JOINT = re.compile(
    r"、?(?:以及|及其|和|及|与|跟|或者|或|并)?(?:特别是|尤其是|其他|其(?:委托|指定|授权)的)?|[ 　]+|[/／]"
)
_COMMA = re.compile(r"[，,](?:以及|及其|和|及|与|特别是|尤其是)?")
_UNKNOWN = re.compile(r"、([\u4e00-\u9fff×]{2,12})(?:、|和|及|与|以及)")
_UNKNOWN_LAST = re.compile(r"(?:、|和|及|与|以及)([\u4e00-\u9fff]{2,10}?)(?=要(?![求素点])|应当|必须|不得|牵头)")
_ASIDE = re.compile(r"[（(][^（）()。；]{1,40}[）)]")
_TITLE = re.compile(
    r"(?:(?:常务)?副)?(?:[省市县区州镇乡局厅部组科处所站院校]长|主席|秘书长|书记|主任|委员|常委)(?:同志)?(?=[（(：:])"
)
_DUTY = re.compile(
    rf"(?:全面|具体|主要|协助[^，。；]{{2,16}})?(?:领导|负责(?!人|{OF_SYSTEM})|分管|主持|协助|联系|牵头|统筹|承担|配合|督促|指导|参与|为[^，。；]{{0,16}}第一责任人)"
)
_CLOSE = re.compile(
    r"(?:[两三四五六七八九十]|\d{1,2})个?(?:乡镇|县市区|县区|县市|街道|园区|片区|社区|地|省|市|州|县|区|镇|乡|村)(?![长委府级人民])|等(?:\d+[个家])?|(?:三|四|五|六|七|八|九|两)(?:部门|单位|家|局|办)|[两三四五]级(?!政府|人民|党|医|财)"
)
_POST = re.compile(r"[、和及与][^，。；、]{2,14}")
_BY = re.compile(r"由[\u4e00-\u9fff]{0,6}\Z")
_BEGINS = frozenset("，。；：:,;\n\t）)")


@dataclass(slots=True)
class Group:
    """Mentions joined by 、和及; `end` is where the words go on behind 等部门 and a bracket aside."""

    members: list[Mention]
    start: int
    end: int


def groups(text: str, mentions: Sequence[Mention], begin: int, end: int) -> list[Group]:
    """The mentions of the sentence text[begin:end], sorted, grouped as the text joins them; those in a bracket aside are left out."""
    found: list[Group] = []
    for mention in mentions:
        if found and mention.start < found[-1].end:
            continue
        behind = _behind(text, mention, end)
        group = found[-1] if found else None
        if (
            group is not None
            and mention.text[0] == "其"
            and mention.text[1] not in "他它余中"
            and text[group.end : mention.start] in ("及", "和", "以及")
        ):
            last = group.members[-1]  # 各级政府 + 及其部门
            group.members[-1] = Mention(last.start, mention.end, text[last.start : mention.end], last.rule, last.kind)
            group.end = behind
        elif group is not None and _joined(text, group, mention, begin):
            group.members.append(mention)
            group.end = behind
        else:
            found.append(Group([mention], mention.start, behind))
    for group in found:
        _last(text, group, end)
    for before, after in pairwise(found):
        if after.members and after.start < before.end:  # …、专家及受灾乡镇民政部门: the head of an unknown last member
            before.members += [member for member in after.members if member.start >= before.end]
            before.end = max(before.end, after.end)
            after.members = []
    return [group for group in found if group.members]


def _last(text: str, group: Group, end: int) -> None:
    """A last member that no list knows: 村委会、受委托监护人要…"""
    unknown = _UNKNOWN_LAST.match(text, group.end, end)
    if unknown is not None and not body_words().cut.pattern.search(text, unknown.start(1), unknown.end(1)):
        group.members.append(Mention(unknown.start(1), unknown.end(1), unknown.group(1), "listed", "body"))
        group.end = unknown.end(1)


def _joined(text: str, group: Group, mention: Mention, begin: int) -> bool:
    low, high = group.end, mention.start
    if high - low > 16:
        return False
    if _JOINT.fullmatch(text, low, high) or (mention.rule == "titled" and _POST.fullmatch(text, low, high)):
        return True
    if _COMMA.fullmatch(text, low, high):  # 党中央、国务院，各级党委…: only where the list begins the clause
        return (
            group.start == begin
            or text[group.start - 1] in _BEGINS
            or _BY.search(text, max(begin, group.start - 8), group.start) is not None
        )
    unknown = _UNKNOWN.fullmatch(text, low, high)
    if unknown is None:
        return False
    group.members.append(Mention(unknown.start(1), unknown.end(1), unknown.group(1), "listed", "body"))
    return True


@cache
def _tails() -> frozenset[str]:
    """First characters of 等部门, 三部门 and the like."""
    return frozenset(begin[0] for begin in begins_of(body_words().tail.pattern, _CLOSE))


def _behind(text: str, mention: Mention, high: int) -> int:
    """Past a bracket aside （养老）, 等部门 and the like, and the colon of a list of duties (县长张三（挂职）：负责…)."""
    at = mention.end
    if mention.rule == "titled":
        title = _TITLE.match(text, at, high)
        at = title.end() if title is not None else at
    aside = _ASIDE.match(text, at, high) if text[at : at + 1] in ("（", "(") else None
    if aside is not None:
        at = aside.end()
    if text[at : at + 1] in ("：", ":"):
        duty = _DUTY.match(text, at + 1, high)
        return at + 1 if duty is not None else at
    if text[at : at + 1] not in _tails():
        return at
    tail = body_words().tail.match(text, at, high) or _CLOSE.match(text, at, high)
    if tail is None:
        return at
    kept = body_words().kept.match(text, tail.end(), high)
    return kept.end() if kept is not None else tail.end()
