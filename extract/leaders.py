"""Blocks in a division of leaders' duties: a line with a person's name and posts, and what he is charged with under it.

鲁　涛　副区长，市公安局分局局长          the line: a name, posts
负责公安、信访工作。分管区司法局。        his duties: 负责, 分管, 联系, 协助, 主持 … begin each paragraph
"""

from __future__ import annotations

import re

from extract.begins import begins_of
from extract.bound import Bound
from extract.inherit import elided
from extract.model import Role
from extract.structure import Kind, Sentence

_POST = r"[\u4e00-\u9fff（）()]{0,24}?(?:书记|主席|[省市县区州旗镇乡局厅部处科所站队院校会行社]长|主任|委员|常委|秘书长|助理|专员|政委|组长|总师|总工程师|工程师|董事长|总经理|经理|调研员|巡视员|成员|指挥长|主官)"
_POSTS = rf"{_POST}(?:[、，,\s　]+{_POST})*"
_ASIDE = r"(?:[（(][^（）()\n]{1,16}[）)])?"
_NAME = r"(?:[\u4e00-\u9fff]{2,3}?(?:·[\u4e00-\u9fff]{2,6})?|[\u4e00-\u9fff][\s　]+[\u4e00-\u9fff]|[\u4e00-\u9fff]{4,6}|[\u4e00-\u9fff][×某]{1,2})"
_LINE = re.compile(
    rf"(?:(?P<first>{_NAME}){_ASIDE}(?:同志)?(?:[\s　]+|[，,：:]|(?<=[）)])|(?<=同志))[（(]?{_POSTS}"
    rf"|{_POSTS}[\s　]+(?P<second>{_NAME})|{_POSTS}(?P<third>{_NAME})同志|(?P<fourth>{_NAME})同志)"
    rf"{_ASIDE}[）)]?(?:同志)?{_ASIDE}[：:。，,]?"
)
_DUTY = re.compile(
    r"(?:\d{1,2}[.、．]|[（(][一二三四五六七八九十\d]{1,2}[）)])?\s*(?:同时|并|全面|具体|直接|主要)*"
    r"(?:负责(?!人)|主持|分管|联系|协助|协管|协同|牵头|主管|领导|统筹|配合|承担|兼管|代管|督导|指导|完成[^。]{0,12}交办)"
)
_DUTIES = frozenset(begin[0] for begin in begins_of(_DUTY))
_CHARGED = re.compile(r"[，；。](?:负责|分管|牵头|承担)")
_CALLED = re.compile(
    r"与[^，。；]{2,30}(?:保持|加强)[^，。；]{0,6}联系|[^。；]{2,60}(?:划归|划入|改由|转由|移交|交由)[^。；]{2,20}(?:联系|分管|负责|牵头|协调)"
)
_HEADS = re.compile(r"主持[^，。；]{0,20}(?:全面)?工作")
_LONGEST = 80  # characters of a line with a name and posts
_ENDS = "：:"

Charges = dict[int, Bound]
"""Sentence → the leader whose duty it is."""


def charges(sentences: list[Sentence]) -> Charges:
    """The sentences of each leader's block; the line with his name is none of them."""
    found: Charges = {}
    who: Bound | None = None
    paragraph, headed = -1, -1
    for place, one in enumerate(sentences):
        if one.cell is not None:
            who = None
            continue
        if one.paragraph != paragraph:
            paragraph = one.paragraph
            leader = _leader(one, sentences[place + 1] if place + 1 < len(sentences) else None)
            if leader is not None:
                who, headed = leader, place
            elif who is not None and (not _duty(one.text) or one.text[-1] in _ENDS or one.kind is Kind.HEADING):
                who = None
        if who is not None and place != headed:
            found[place] = who
    return found


def names(sentences: list[Sentence], found: Charges) -> set[int]:
    """The sentences that are the line over a block."""
    before = {index - 1 for index, who in found.items() if found.get(index - 1) is not who}
    return {index for index in before if index >= 0 and index not in found}


def _leader(one: Sentence, following: Sentence | None) -> Bound | None:
    """The person named in a line over his duties, which the next sentence begins to tell."""
    if following is None or len(one.text) > _LONGEST or not _duty(following.text):
        return None
    low = one.body - one.start
    match = _LINE.fullmatch(one.text, low)
    if match is None:
        return None
    begin, end = match.span(str(match.lastgroup))
    return Bound(one.start + begin, one.start + end, Role.RESPONSIBLE, "leader", True, kind="titled")


def charged(who: Bound, words: str) -> Bound:
    """The leader as he who owes the duty that `words` tell; several acts make him responsible."""
    if _HEADS.match(words):
        return who.elsewhere(role=Role.LEAD)
    role = elided(words, who.role)
    if role is Role.SUPPORT and _CHARGED.search(words):
        role = Role.RESPONSIBLE
    return who.elsewhere(role=role)


def lists_others(words: str) -> bool:
    """Does the duty begin with its verb (分管…, 联系…), so that the bodies in it are acted upon?"""
    return _duty(words)


def _duty(words: str) -> bool:
    return words[0] in _DUTIES and _DUTY.match(words) is not None


def judge_charges(sentences: list[Sentence]) -> None:
    """Whom a leader has under him and with whom he keeps in touch is his duty; the line with his name leads in."""
    found = charges(sentences)
    for index in names(sentences, found):
        sentences[index].kind, sentences[index].rule = Kind.LEADIN, "leader"
    for index in found:
        one = sentences[index]
        if not one.rule and (_duty(one.text) or _CALLED.match(one.text)):
            one.kind, one.rule = Kind.OBLIGATION, "leader-duty"
