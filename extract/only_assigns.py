"""The wording of sentences that do nothing but say who is charged: 县教育局牵头，县财政局配合。, 由甲、乙和各村负责实施。"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import Mention

_ASSIGNS_LAST = (
    "牵头。",
    "牵头",
    "主办。",
    "主办",
    "协办。",
    "协办",
    "配合",
    "主抓。",
    "负总责。",
    "抓总。",
    "牵头负责。",
    "配合。",
    "协助。",
    "单位。",
    "主体。",
    "业主。",
)
_TAKES_PART = ("参加。", "参与。", "参加", "参与")
_CARRIES_LAST = ("实施。", "落实。", "组织。", "负责。", "办理。", "）。")
_BODY = "\0"
_ASSIGNED = (
    r"由?\0(?:[、和及与]+\0)*(?:等(?:有关|相关)?(?:部门|单位)?(?:（单位）)?)?(?:共同|具体|统一|分别|密切|积极|总|亲自|来)*"
    r"(?:(?:为|是|作为)(?:总?牵头|责任|配合|主责|实施|建设|业主)(?:单位|部门|主体)?|牵头(?:负责|抓总)?|主办|协办|主抓|负总责|抓总|配合|协助|参与|参加|按照?(?:各自)?职责(?:分工)?(?:负责|落实|配合)?)"
)
_ASSIGNS_ONLY = re.compile(rf"{_ASSIGNED}(?:[，；]{_ASSIGNED})*。")
"""县交通局为牵头单位，县城投公司为业主，县自然资源局配合。"""
_CARRIES = re.compile(
    r"(?:具体|分别|共同|牵头)?负责(?:具体|组织(?:各[\u4e00-\u9fff]{2,8})?){0,2}(?:实施|落实|组织|办理|推进|完成)?(?:[（(][^（）()\d]{2,24}[）)])?[。；]?\Z"
)
_SHARES = re.compile(r"按照?(?:各自)?职责(?:分工)?(?:负责|落实)[。；]?\Z")
_PARTS = re.compile(r"[、，]|以及|[及与]")
_OFFICE = re.compile(
    r"\0|[\u4e00-\u9fff]{1,18}(?:[局委办部厅署院所站队校会社股科府]|银行|中央|总局|残联|工商联|妇联|文联|侨联|科协|中心|公司|部门|单位|街道|党组织|公安|检察院)|(?:各|有关|相关)[\u4e00-\u9fff]{1,10}(?:[（(][\u4e00-\u9fff、]{1,8}[）)])?|区人民政府"
)
_CLOSES = re.compile(r"等(?:有关|相关)?(?:部门|单位|方面)?\Z")
_LONGEST, _TAIL = 300, 60  # characters of all names, of the words behind them


def may_assign(text: str, begin: int, end: int) -> bool:
    """Do the words text[begin:end] end as such sentences do?"""
    if text.endswith(_ASSIGNS_LAST, begin, end):
        return True
    if text.endswith(_TAKES_PART, begin, end) and text.find("牵头", begin, end) >= 0:
        return True
    return text.endswith(_CARRIES_LAST, begin, end) and text.find("负责", begin, end) >= 0


def bare(text: str, start: int, end: int, mentions: Sequence[Mention]) -> str:
    """The words of a sentence with a mark for each of the bodies in it, as `assigns_only` and `carries_out` read them."""
    words, at = "", start
    for mention in mentions:
        words += text[at : mention.start] + _BODY
        at = mention.end
    return words + text[at:end]


def assigns_only(words: str) -> bool:
    """县交通局为牵头单位，县自然资源局配合。 and nothing besides?"""
    return _ASSIGNS_ONLY.fullmatch(words.rstrip("。；") + "。") is not None


def carries_out(words: str) -> bool:
    """由市财政局、农业局负责落实。 and nothing besides, be the offices known or not?"""
    end = _CARRIES.search(words, max(0, len(words) - _TAIL))
    return end is not None and _offices(words[: end.start()].removeprefix("由"))


def shares(words: str) -> bool:
    """甲部牵头，乙部、丙部等按职责分工负责 and nothing besides?"""
    end = _SHARES.search(words, max(0, len(words) - _TAIL))
    if end is None:
        return False
    leads, comma, others = words[: end.start()].partition("牵头，")
    if not comma and "、" not in leads:
        return False
    return _offices(others) and _offices(leads) if comma else _offices(leads)


def _offices(words: str) -> bool:
    """Are these names of offices, and nothing but a 等 behind them?"""
    if not 1 < len(words) + words.count(_BODY) <= _LONGEST:
        return False
    parts = _PARTS.split(_CLOSES.sub("", words))
    return all(_OFFICE.fullmatch(part) or all(map(_OFFICE.fullmatch, part.split("和"))) for part in parts)
