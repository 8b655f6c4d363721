"""Groups and offices that a sentence sets up and then puts to work: 成立协调小组，协调解决…; 领导小组下设办公室，负责日常工作."""

from __future__ import annotations

import re

from extract.bound import Bound
from extract.model import Mention, Role

_ACTS = r"(?:具体|全面|统一|共同|定期|专门)*(?:负责|承担|统筹|牵头|协调|履行|督促|研究|指导|组织协调|抓好|做好|推进|推动|每[月周季半年])"
_UNDER = re.compile(
    rf"(?:下设|内设|设立?)(?P<who>(?:[\u4e00-\u9fff]{{0,8}})办公室)(?:[（(][^（）()]*[）)])?(?:，?(?:依托|挂靠|挂靠在|设在|设于|设|在|由)[^，。；]{{2,30}})?，(?={_ACTS})"
)
_SET_UP = re.compile(
    rf"(?:\S{{0,4}}?(?:要|将|拟))?(?:研究|尽快|专门|抓紧)*(?:成立|设立|组建|建立)(?P<who>[^，。；（()）]{{2,30}}?(?:小组|专班|指挥部|委员会|工作组|办公室))(?:[（(][^（）()]*[）)])?，(?={_ACTS})"
)
"""Without a founder: 成立5G网络建设协调小组（详见附件），协调解决…"""


def founded(text: str, begin: int, end: int, mentions: list[Mention], found: list[Bound]) -> list[Bound]:
    """The bodies that own the sentence's acts, where it sets one up: `found` without the founder of an office, or with what it sets up."""
    match = _UNDER.search(text, begin, end) if "设" in text[begin:end] else None
    if match is not None:
        who = Bound(*match.span("who"), Role.RESPONSIBLE, "founded", passes=Role.RESPONSIBLE, kind="head", main=True)
        behind = [one for one in found if one.start >= match.end()]
        return [who, *behind]
    match = _SET_UP.match(text, begin, end)
    if match is None or any(one.main for one in found):
        return found
    low, high = match.span("who")
    low = next((one.start for one in mentions if one.end == high and one.start >= low), low)
    return [Bound(low, high, Role.RESPONSIBLE, "founded", passes=Role.RESPONSIBLE, kind="head", main=True), *found]
