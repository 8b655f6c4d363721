"""What a text says once of all rows of its tables: “列第一位的为牵头单位”, “各乡镇均为责任单位，不再列出”."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.assignment import inside
from extract.bound import Bound, bind
from extract.draft import Draft
from extract.first_named import REST, find_first
from extract.model import Role

_ALSO = re.compile(
    r"(?:均|都|同时|同)[为是作]*(?:各项工作|各项任务|以上各项)?(?:的)?(?:(?P<lead>牵头|主办)|(?P<support>配合|协办|参与|参加)|(?P<supervise>督办|监督|督促)|(?P<responsible>责任|承办|落实|实施))(?:单位|部门|主体)"
    r"[^。；\n]{0,6}[，,、]?[^。；\n]{0,4}(?:不再|不另|不一一|恕不|未)[^。；\n]{0,6}(?:列|注|标|写)"
)
_BY = re.compile(
    r"(?:均|都|一律|统一)由(?P<who>其|[^，。；（）\n]{2,24}?)(?P<act>牵头|配合|落实|负责|承担|实施|执行|完成|督办|监督)[^。；\n]{0,6}[，,][^。；\n]{0,4}(?:不再|不另|不一一|恕不)[^。；\n]{0,6}(?:列|注|标|写)"
)
"""表中指标均由各乡镇落实，不再列出; 考核对象为各乡镇（…均由其落实，不再列出）."""
_TABLE = re.compile(
    r"(?:附表|附件|表中|表内|本表|下表|清单|《[^》]{2,20}表》)(?:中)?(?:所列|所附|列明的?|各项)?(?:内容|指标|任务|事项|工作|项目|要求)?(?:，?除[^，。；]{2,12}外)?，?(?:均|都|一律|统一)由(?P<who>[^，。；（）\n]{2,24}?)(?P<act>牵头|配合|负责|落实|承担|实施|执行|完成)"
)
"""附表所列内容除另有注明外均由被考核单位负责落实"""
_CALLED = re.compile(r"（以下(?:统称|简称)[：:]?[“\"]?(?P<name>[^（）”\"，]{2,10}?)[”\"]?）")
_ROLES = {"牵头": Role.LEAD, "配合": Role.SUPPORT, "督办": Role.SUPERVISE, "监督": Role.SUPERVISE}
_OMITTED = ("不再", "不另", "不一一", "恕不", "未一一")
_BACK = 40  # characters before the statement in which its bodies stand


@dataclass(slots=True)
class SaidOfAll:
    """`first_leads`: the first body of a cell leads, `rest_support`: the others support; `also`: bodies of every row that no cell names."""

    first_leads: bool = False
    rest_support: bool = False
    also: list[Bound] = field(default_factory=list)


def said_of_all(draft: Draft) -> SaidOfAll:
    """Read what the prose of a text with tables says of their rows."""
    text = draft.text
    firsts = [match for match in find_first(text, 0, len(text)) if _prose(draft, match.start())]
    rest = any(REST.search(text, one.end(), text.find("\n", one.end()) % (len(text) + 1)) for one in firsts)
    also: list[Bound] = []
    omitted = any(word in text for word in _OMITTED)
    for match in _BY.finditer(text) if omitted else ():
        low, high = match.span("who")
        if match.group("who") == "其":
            low, high = _clause(text, match.start(), "。；，：\n"), match.start()
        also += _rest(draft, low, high, _ROLES.get(match.group("act"), Role.RESPONSIBLE))
    for match in _TABLE.finditer(text):
        also += _rest(draft, *_meant(text, *match.span("who")), _ROLES.get(match.group("act"), Role.RESPONSIBLE))
    for match in _ALSO.finditer(text) if omitted else ():
        low = _clause(text, match.start(), "。；，：\n")
        also += _rest(draft, low, match.start(), Role(str(match.lastgroup)))
    return SaidOfAll(bool(firsts), rest, also)


def _rest(draft: Draft, low: int, high: int, role: Role) -> list[Bound]:
    return [bind(one, role, "rest", inherited=True) for one in inside(draft.bodies, low, high)]


def _meant(text: str, low: int, high: int) -> tuple[int, int]:
    """Where the bodies stand that the words mean: 被考核单位, so called of those named before."""
    for match in _CALLED.finditer(text, 0, low):
        if match.group("name") == text[low:high]:
            return _clause(text, match.start(), "。；，：\n"), match.start()
    return low, high


def _clause(text: str, at: int, marks: str) -> int:
    """Where the clause before `at` begins."""
    low = max(0, at - _BACK)
    return max(low, *(text.rfind(mark, low, at) + 1 for mark in marks))


def _prose(draft: Draft, at: int) -> bool:
    """Is the place outside brackets that assign bodies to one task?"""
    line = draft.text.rfind("\n", 0, at) + 1
    opened = max(draft.text.rfind("（", line, at), draft.text.rfind("(", line, at))
    return opened < 0 or max(draft.text.rfind("）", opened, at), draft.text.rfind(")", opened, at)) > opened
