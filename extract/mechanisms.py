"""Mechanisms that tell their parts: 建立县政府办牵头、县直部门参与的机制, 实行中央统筹省负总责市县抓落实的体制.

Each part names who acts and how; the bodies owe their part although the sentence's subject is whoever sets the mechanism up.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from extract.body_words import OF_SYSTEM
from extract.bound import Bound, bind
from extract.lexicon import words
from extract.model import Mention, Role
from extract.record import record

_FRAME = re.compile(r"的[^，。；、：]{0,14}?(?:机制|体制|格局|责任制|制度|体系|模式|方针|原则|要求)")
_MAKES = re.compile(
    r".*?(?:建立健全|建立完善|建立|成立|健全|完善|坚持|实行|构建|形成|落实|强化|推行|巩固和?发展|巩固|按照|执行|采取|实施|探索|组建)(?:由|起|以)?"
)
_ACT = (
    r"(?:集中统一领导|统一领导|全面领导|领导|总揽|统筹协调|统筹|总负责|负总责|牵头抓总|牵头负责|牵头(?![单部领])|主导|抓总|挂帅)",
    rf"(?:具体负责|分工负责|各负其责|负责(?!人|同|{OF_SYSTEM})|抓落实|抓具体落实|具体落实|组织落实|落实|组织实施|具体实施|实施|主抓|尽责|履责|执行|抓)",
    r"(?:(?:各司其职|各负其责)、(?:密切|协同|积极)?配合|协同配合|密切配合|配合|协同|协作|联动|参与|支持|协助|参加)",
    r"(?:监督|监管|督导|督查|督促)",
)
_ROLES = (Role.LEAD, Role.RESPONSIBLE, Role.SUPPORT, Role.SUPERVISE)
_ACTS = re.compile(
    "|".join(f"(?P<a{place}>{acts})" for place, acts in enumerate(_ACT))
    + r"|自治|保障|运作|共治|受益|支撑|共建|共享|推动|引导|服务"
)
_CLAUSES = 4
_PIECES = re.compile("[、，](?!(?:密切|协同|积极)?配合)")  # 各司其职、密切配合 is one act
_HOW = re.compile(r"(?:各自|共同|统一|具体|全面|积极|广泛|密切|主动|分级|分工|依法|直接|齐抓)+$")
_LEVEL = re.compile(
    r"(?:中央|自治区|[省市县区州]级|市县两?级|省市县三?级|市县区?(?=财政|[各共分负承补配])|各级|乡镇)(?:本级)?(?:两级)?(?:财政)?|[省市县区州](?:本级)?财政"
)
_BEARS = re.compile(
    rf"(?P<who>(?:{_LEVEL.pattern})(?:(?:[、和与]|以及)(?:{_LEVEL.pattern}))*)(?:各|共同|分别|平均|再|按比例)*(?:负担|承担|分担|补助|配套|补贴)(?:总额的?)?(?:不低于|不少于|约)?\d"
)
_BREAK = re.compile(r"[，。；：,;:]")


@cache
def _bare() -> frozenset[str]:
    return frozenset(words("roles", "parts"))


@record
class Mechanism:
    """The parts stand in text[start:end]."""

    start: int
    end: int
    bounds: list[Bound]


def mechanisms(text: str, begin: int, end: int, mentions: Sequence[Mention]) -> list[Mechanism]:
    """The mechanisms of the sentence text[begin:end] whose parts are all told; `mentions`: bodies found in it, in order."""
    found = _shares(text, begin, end)
    if found or text.find("的", begin, end) < 0:
        return found
    for frame in _FRAME.finditer(text, begin, end):
        lows = [begin, *(mark.end() for mark in _BREAK.finditer(text, begin, frame.start()))]
        for low in lows[:-_CLAUSES:-1]:  # the parts may stand in several clauses: 建立…统筹协调，…密切配合的机制
            made = _MAKES.match(text, low, frame.start())
            bounds = _parts(text, made.end(), frame.start(), mentions) if made is not None else []
            whole = low == lows[-1] or any(one.role is Role.LEAD for one in bounds)
            if made is not None and bounds and whole:
                found.append(Mechanism(made.end(), frame.start(), bounds))
                break
    return found


def _shares(text: str, begin: int, end: int) -> list[Mechanism]:
    """What each level of government pays: 中央财政负担60%，省级和市县两级财政各负担20%."""
    found: list[Mechanism] = []
    if text.find("财政", begin, end) < 0 and text.find("补助", begin, end) < 0:
        return found
    for match in _BEARS.finditer(text, begin, end):
        low, high = match.span("who")
        bounds = [
            Bound(one.start(), one.end(), Role.RESPONSIBLE, "mechanism", kind="bare")
            for one in _LEVEL.finditer(text, low, high)
        ]
        found.append(Mechanism(low, high, bounds))
    return found


def _parts(text: str, low: int, high: int, mentions: Sequence[Mention]) -> list[Bound]:
    """What text[low:high] says who does what; nothing unless all of it is such parts. One part alone tells only who leads."""
    found: list[Bound] = []
    waiting: list[tuple[int, int]] = []
    count, at = 0, low
    for piece in _PIECES.split(text[low:high]):
        start, stop = at, at + len(piece)
        at = stop + 1
        if piece.startswith("在") and piece.endswith("下"):
            continue  # 在政府统一领导下
        parts = _read(text, start, stop)
        if not parts:
            waiting.append((start, stop))
            continue
        (first, role), *others = parts
        for span in [*waiting, first]:
            found += _who(text, *span, role, mentions)
        waiting.clear()
        for span, other in others:
            found += _who(text, *span, other, mentions)
        count += len(parts)
    if waiting or (count == 1 and any(one.role is not Role.LEAD for one in found)):
        return []
    return found


def _read(text: str, start: int, stop: int) -> list[tuple[tuple[int, int], Role | None]]:
    """text[start:stop] as (who, role) after each other: 中央统筹 | 省负总责 | 市县抓落实; empty where it is none."""
    for act in _ACTS.finditer(text, start + 1, stop):
        role = next((_ROLES[place] for place in range(len(_ACT)) if act[f"a{place}"]), None)
        how = _HOW.search(text, start, act.start())
        who = (start, how.start() if how is not None else act.start())
        if who[0] == who[1]:
            continue
        if act.end() == stop:
            return [(who, role)]
        rest = _read(text, act.end(), stop)
        if rest:
            return [(who, role), *rest]
    return []


def _who(text: str, start: int, end: int, role: Role | None, mentions: Sequence[Mention]) -> list[Bound]:
    """The bodies named in text[start:end]: those found, or a level or kind of body that is none elsewhere (中央, 市县, 党委)."""
    if role is None:
        return []
    low = bisect_left(mentions, start, key=lambda one: one.start)
    inside = [one for one in mentions[low:] if one.end <= end]
    if inside:
        return [bind(one, role, "mechanism") for one in inside]
    return [Bound(start, end, role, "mechanism", kind="bare")] if text[start:end] in _bare() else []
