"""Places named in the text, from the official divisions (`draft.places`), and towns and villages by their last character.

A place inside a body's name (清垣县财政局) or a title (《广东省数字经济促进条例》) is none: it says whose, not where.
Chains are one place, the innermost: 湖北省武汉市 is 武汉市.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.body_entries import lists
from extract.body_regions import level_of, parts
from extract.divisions import Division, divisions
from extract.draft import Draft
from extract.lexicon import alternatives, words
from extract.model import Place
from extract.resource import resource
from extract.sieve import Sieve, Table
from extract.source import Context

_END = Table("省市县区州旗盟镇乡村道")
_TOWNS = frozenset("镇乡村道区")
_LONGEST = 15
_BOUND = re.compile(
    "[^\u4e00-\u9fff]|[在到从对由和与及于至为是了将把向给等的以经按据请让如即含赴往出乘或省市县镇乡州（]"
)
_INNER = re.compile(
    "[要把的在了是和与或及各每个有等要将把被对从向以为由其这那哪某所着过来去不没都也就才又再只该本我你他她它们]|[一二三四五六七八九十两几]个|工作|建设|推进|加强|完成|开展|实施|建成|打造"
)
_STREET = re.compile("街道|社区")
_GENERIC = frozenset("农城集村乡小镇市县区各全每驻包帮")
_GOES_ON = frozenset("庄民镇村委级居容集子落企办土贤愁情域区道史")
_TRIPS = frozenset({"下乡", "带乡", "返乡", "进村", "入村", "到村", "回村", "下村"})
_SPAN = 5
"""Characters that a town's or village's own name may have."""
_NO_SHORT = "部岸侧端片线段麓坡方时菜"


@cache
def _tails() -> frozenset[str]:
    """The last two characters of all divisions' names: a cheap sieve."""
    return frozenset(name[-2:] for name in divisions().named)


@cache
def _shorts() -> tuple[Sieve, dict[str, Division]]:
    """A pattern of the short names of provinces and cities, and of the great regions; and what they mean."""
    known = divisions()
    barred = set(resource("places/words")["ambiguous"])
    names: dict[str, Division] = {}
    for short, found in known.short.items():
        above = [one for one in found if len(one.code) < 6]
        if above and short not in barred and short not in known.named:
            names[short] = min(above, key=lambda one: len(one.code))
    great = [word for row in resource("places/words")["regions"] for word in row["words"]]
    pattern = f"{alternatives(great)}|(?<![推黄长珠湘淮太沿])(?:{alternatives(names)})(?![{_NO_SHORT}])"
    return Sieve(pattern), names


@cache
def _body() -> re.Pattern[str]:
    """What makes a place before it part of a body's name."""
    known = lists()
    whole = alternatives(title for title in known.whole if len(title) > 1)
    word = f"(?:{alternatives(known.words)})(?:{alternatives(known.usual)})"
    own = r"委(?![托派])|[\u4e00-\u9fff]{0,6}?(?:大学|学院|银行|公司|集团|海关|日报|领导小组|指挥部|委员会|办公室|管理局|办事处|党委|党工委|工作组|支行|法院|检察院)"
    return re.compile(f"(?:{whole}|{word}|{own})")


@cache
def _before() -> re.Pattern[str]:
    """Adverbs, verbs and prepositions that a clause begins with before a town's name: 加快东岭乡…"""
    found = (word for part in ("verbs", "adverbs", "leads") for word in words("verbs", part))
    return re.compile(f"(?:{alternatives([*found, *resource('places/words')['before']])})+")


@cache
def _not_names() -> frozenset[str]:
    return frozenset(resource("places/words")["not_names"])


def places(draft: Draft) -> None:
    """All places of the text, sorted, not overlapping."""
    text = draft.text
    titles = [(policy.start, policy.end) for policy in draft.policies]
    found = list(_divisions(text, draft.context))
    found += _short_names(text)
    found += _settlements(text, draft.context)
    draft.places = _chained(text, _outside(_longest(found), titles))


def _ends(text: str) -> list[int]:
    """Behind each character that the name of a place may end in."""
    return [place + 1 for place in _END.places(text)]


def _divisions(text: str, context: Context) -> Iterator[Place]:
    """Full names of divisions down to the county, and of the document's own region where it is none of the list."""
    known, tails = divisions(), _tails()
    own = {part: level_of(part) for part in parts(context.region)} if context.region else {}
    own_tails = {part[-2:] for part in own}
    for end in _ends(text):
        if text[end - 2 : end] not in tails and text[end - 2 : end] not in own_tails:
            continue
        for length in range(min(_LONGEST, end), 1, -1):
            name = text[end - length : end]
            if name in known.named and _stands_alone(text, end - length, length):
                yield Place(end - length, end, name, name, _code(known.named[name], context), "place-division")
                break
            if name in own:
                yield Place(end - length, end, name, name, "", "place-own-region")
                break


def _stands_alone(text: str, at: int, length: int) -> bool:
    """Is the name at `at` one? 城西区 of 县城西区 is none; a county of two characters (成县, 和县) needs its city before it."""
    if text[at] == "城" and text[at - 1 : at] in ("县", "全", "省", "新", "老", "主"):
        return False
    return length > 2 or any(text[max(0, at - size) : at] in divisions().named for size in (3, 4, 5))


def _code(found: tuple[Division, ...], context: Context) -> str:
    """The code of a name, or that of the one in the document's province; empty where several bear it."""
    if len(found) > 1 and context.region:
        own = divisions().named.get(parts(context.region)[0], ())
        found = tuple(one for one in found if own and one.code[:2] == own[0].code[:2])
    return found[0].code if len(found) == 1 else ""


def _short_names(text: str) -> Iterator[Place]:
    pattern, names = _shorts()
    for match in pattern.finditer(text):
        one = names.get(match.group())
        if one is None:
            yield Place(*match.span(), match.group(), match.group(), "", "place-great-region")
        else:
            yield Place(*match.span(), match.group(), one.name, one.code, "place-short-name")


def _settlements(text: str, context: Context) -> list[Place]:
    """Towns, streets, villages: by the county's official list, or where both edges of the name are plain to see.

    A name once seen with plain edges is known throughout the text.
    """
    official = _official(context.region)
    seen: dict[str, str] = {}
    sure: list[Place] = []
    unsure: list[int] = []
    for end in _ends(text):
        if text[end - 1] not in _TOWNS:
            continue
        if text[end - 1] in "道区" and not _STREET.fullmatch(text, end - 2, end):
            continue
        listed = ""
        if official:
            listed = next(
                (text[end - size : end] for size in range(8, 1, -1) if text[end - size : end] in official), ""
            )
        name = listed or _edged(text, end)
        if name:
            seen[name] = official.get(name, "")
            sure.append(Place(end - len(name), end, name, name, seen[name], "town-list" if listed else "town-edges"))
        else:
            unsure.append(end)
    for end in unsure if seen else ():
        name = next((text[end - size : end] for size in range(7, 2, -1) if text[end - size : end] in seen), "")
        if name:
            sure.append(Place(end - len(name), end, name, name, seen[name], "town-named-before"))
    return sure


@cache
def _official(region: str) -> dict[str, str]:
    """Towns of the document's county with their codes; none where the county is not known for sure."""
    counties = [divisions().one(part) for part in parts(region)] if region else []
    return next((divisions().towns_of(one.code) for one in counties if one and len(one.code) == 6), {})


def _edged(text: str, end: int) -> str:
    """The name that ends at `end`, if a mark or a particle shows where it begins; empty where it is no name."""
    tail = 2 if text[end - 1] in "道区" else 1
    low = end - tail
    if text[low - 1 : low] in _GENERIC or text[end : end + 1] in _GOES_ON or text[low - 1 : end] in _TRIPS:
        return ""
    at = low
    while at > 0 and low - at <= _SPAN + 4 and not _BOUND.match(text, at - 1):
        at -= 1
    verb = _before().match(text, at, low)
    if verb:
        at = verb.end()
    own = text[at:low]
    if not 2 <= len(own) <= _SPAN - 1 or _INNER.search(own) or own in _not_names():
        return ""
    return "" if own.endswith(_endings()) else text[at:end]


@cache
def _endings() -> tuple[str, ...]:
    return tuple(word for word in _not_names() if len(word) > 1)


def _longest(found: list[Place]) -> list[Place]:
    """Of overlapping places the longest, the first among equals."""
    kept: list[Place] = []
    for place in sorted(found, key=lambda one: (one.start, -one.end)):
        if kept and place.start < kept[-1].end:
            if place.end - place.start > kept[-1].end - kept[-1].start and place.start > kept[-1].start:
                kept[-1] = place
            continue
        kept.append(place)
    return kept


def _outside(found: list[Place], titles: list[tuple[int, int]]) -> list[Place]:
    """Without those inside titles of cited papers."""
    kept = []
    at = 0
    for place in found:
        while at < len(titles) and titles[at][1] <= place.start:
            at += 1
        if at == len(titles) or place.start < titles[at][0]:
            kept.append(place)
    return kept


def _chained(text: str, found: list[Place]) -> list[Place]:
    """Neighbours joined into the innermost; those that begin a body's name left out."""
    kept: list[Place] = []
    chain: list[Place] = []
    for place in found:
        if chain and place.start != chain[-1].end:
            kept += _joined(text, chain)
            chain = []
        chain.append(place)
    return kept + (_joined(text, chain) if chain else [])


def _joined(text: str, chain: list[Place]) -> list[Place]:
    last = chain[-1]
    if _body().match(text, last.end):
        return []
    if len(chain) == 1:
        return chain
    return [Place(chain[0].start, last.end, text[chain[0].start : last.end], last.name, last.code, last.rule)]
