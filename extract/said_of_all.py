"""What a text says once of all rows of its tables: “列第一位的为牵头单位”, “各乡镇均为责任单位，不再列出”."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.assignment import find_first, inside
from extract.bound import Bound
from extract.draft import Draft
from extract.model import Role

_ALSO = re.compile(
    r"(?:均|都|同时|同)[为是作]*(?:各项工作|各项任务|以上各项)?(?:的)?(?:(?P<lead>牵头|主办)|(?P<support>配合|协办|参与|参加)|(?P<supervise>督办|监督|督促)|(?P<responsible>责任|承办|落实|实施))(?:单位|部门|主体)"
    r"[^。；\n]{0,6}[，,、]?[^。；\n]{0,4}(?:不再|不另|不一一|恕不|未)[^。；\n]{0,6}(?:列|注|标|写)"
)
_OMITTED = ("不再", "不另", "不一一", "恕不", "未一一")
_BACK = 40  # characters before the statement in which its bodies stand


@dataclass(slots=True)
class SaidOfAll:
    """`first_leads`: the first body of a cell leads; `also`: bodies of every row that no cell names."""

    first_leads: bool = False
    also: list[Bound] = field(default_factory=list)


def said_of_all(draft: Draft) -> SaidOfAll:
    """Read what the prose of a text with tables says of their rows."""
    text = draft.text
    first = any(_prose(draft, match.start()) for match in find_first(text, 0, len(text)))
    also: list[Bound] = []
    for match in _ALSO.finditer(text) if any(word in text for word in _OMITTED) else ():
        low = max(text.rfind(mark, max(0, match.start() - _BACK), match.start()) for mark in "。；，：\n") + 1
        role = Role(str(match.lastgroup))
        mentions = inside(draft.bodies, low, match.start())
        also += [Bound(one.start, one.end, role, "rest", True, kind=one.rule) for one in mentions]
    return SaidOfAll(first, also)


def _prose(draft: Draft, at: int) -> bool:
    """Is the place outside brackets that assign bodies to one task?"""
    line = draft.text.rfind("\n", 0, at) + 1
    opened = max(draft.text.rfind("（", line, at), draft.text.rfind("(", line, at))
    return opened < 0 or max(draft.text.rfind("）", opened, at), draft.text.rfind(")", opened, at)) > opened
