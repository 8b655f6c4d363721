"""What stands before a body's name: a level (省, 县级, 国家), a region (清垣县, 湖北省武汉市, 岳溪), or nothing.

A name may be read in several ways (市场监管局 is no 场监管局 of a city); `readings` gives them, the surest first,
and who looks names up takes the first whose rest it knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from extract.divisions import divisions, short_name
from extract.source import Context

CHAIN = re.compile(
    r"(?:[X×]{1,3}|(?:(?![省市县区州盟旗镇乡道])[\u4e00-\u9fff]){2,9}?)(?:自治[区州县旗]|综合实验区|街道|地区|[省市县区州盟旗镇乡])"
)
_OWN = re.compile(r"(?:本|我|该)(?P<level>[省市县区州盟旗镇乡])(?:级|直)?")
_LEVEL = re.compile(
    r"(?:(?P<national>国家|中央|全国|国务院|中华全国|中国)|(?P<province>省|自治区(?=.))|(?P<city>地区(?=行署|.委)|市|州|盟)"
    r"|(?P<county>自治县|[县区旗])|(?P<township>[镇乡]|街道(?!办)))"
    r"(?:级|直属|直(?!属?机关|工))?"
)
_SAID = {
    "省": "province",
    "自治区": "province",
    "市": "city",
    "州": "city",
    "盟": "city",
    "地区": "city",
    "县": "county",
    "区": "county",
}
_SAID |= {"旗": "county", "自治县": "county", "镇": "township", "乡": "township", "街道": "township"}
_RANK = {"national": 0, "province": 1, "city": 2, "county": 3, "township": 4}
_CHARACTER = {"province": "省", "city": "市", "county": "县", "township": "镇"}


@dataclass(frozen=True, slots=True)
class Here:
    """Where a name is said: the level, region and date of the document. `assumed` = the level is none of its own."""

    level: str
    region: str
    date: date | None
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name: `rest` of the level and region said before it; empty where none is said."""

    rest: str
    level: str = ""
    region: str = ""
    how: str = "document"


def here(context: Context, level: str | None, region: str | None) -> Here:
    """The place of a document, or the one given; a level nobody said is that of the region, else a county's."""
    area = context.region if region is None else region
    said = level or (level_of(area) if region else context.level or level_of(area))
    return Here(said or "county", "" if said == "national" else area, context.date, assumed=not said)


@cache
def level_of(region: str) -> str:
    """The level of a region by the list of divisions, else by its last character; empty for none.

    >>> level_of("广东省"), level_of("仁怀市"), level_of("清垣县"), level_of("清垣县马家渡镇")
    ('province', 'county', 'county', 'township')
    """
    if not region:
        return ""
    if region in ("全国", "中国", "国家"):
        return "national"
    known = divisions().named.get(region)
    if known:
        return known[0].level
    last = parts(region)[-1]
    if last != region:
        return level_of(last)
    end = next((end for end in ("自治区", "自治州", "自治县", "地区", "街道") if region.endswith(end)), region[-1])
    return {"自治州": "city"}.get(end) or _SAID.get(end, "")


@cache
def parts(region: str) -> tuple[str, ...]:
    """湖北省武汉市 → (湖北省, 武汉市)."""
    found: list[str] = []
    at = 0
    while at < len(region):
        known = next(
            (region[at:end] for end in range(len(region), at + 1, -1) if region[at:end] in divisions().named), ""
        )
        match = None if known else CHAIN.match(region, at)
        part = known or (match.group() if match else region[at:])
        found.append(part)
        at += len(part)
    return tuple(found) or (region,)


def readings(name: str, place: Here) -> Iterator[Reading]:
    """All ways to read a name, from none to a region that only its last character shows."""
    yield Reading(name)
    own = _OWN.match(name)
    if own and own.end() < len(name):
        yield Reading(name[own.end() :], *said_level(own["level"], place), how="prefix")
    level = _LEVEL.match(name)
    if level and level.end() < len(name) and level.lastgroup:
        word = level[level.lastgroup]
        rest = name[level.end() :]
        if level.lastgroup == "national":
            yield Reading(rest, "national", how="prefix")
        elif level.lastgroup != "township" or place.level == "township":
            yield Reading(rest, *said_level(word, place), how="prefix")
    yield from _regions(name, place)


def said_level(word: str, place: Here) -> tuple[str, str]:
    """Level and region that 省, 市, 县 … mean in a document: its own where its region ends so, else the one above or below."""
    level = _SAID.get(word, place.level)
    own = parts(place.region)[-1] if place.region else ""
    if own.endswith(word) and not (word == "区" and own.endswith("自治区") and word != "自治区"):
        return place.level, place.region
    return level, region_at(level, place)


def region_at(level: str, place: Here) -> str:
    """The region of a level, seen from a document: its own, its superior's (known, else ^own), or own/* below it."""
    if level == "national":
        return ""
    if level == place.level or not place.region:
        return place.region
    if _RANK[level] > _RANK[place.level]:
        return f"{place.region}/*"
    chain = parts(place.region)
    said = next((part for part in chain[:-1] if level_of(part) == level), "")
    return said or divisions().above(chain[-1], level) or divisions().above(chain[0], level) or f"^{place.region}"


def _regions(name: str, place: Here) -> Iterator[Reading]:
    """Readings with a region before the name: that of the document, an official one, one that looks so, one in the middle."""
    known = divisions()
    own = parts(place.region) if place.region else ()
    # a chain such as 湖北省武汉市, or a single region, each by its full name
    end = 0
    chain: list[str] = []
    while end < len(name):
        part = next(
            (
                name[end:stop]
                for stop in range(len(name) - 1, end + 1, -1)
                if name[end:stop] in known.named or name[end:stop] in own
            ),
            "",
        )
        if not part:
            break
        end += len(part)
        chain.append(part)
    if chain:
        yield Reading(name[end:], *_full(chain, place), how="region")
    yield from _inside(name, place)
    match = None if _PARENTS.match(name) else CHAIN.match(name, end)
    guessed = chain
    while match and match.end() < len(name):
        guessed = [*guessed, match.group()]
        yield Reading(name[match.end() :], *_full(guessed, place), how="region")
        match = CHAIN.match(name, match.end())
    for short, full in _shorts(place):
        if name.startswith(short) and len(name) > len(short):
            yield Reading(name[len(short) :], level_of(full), full, how="short")
    for stop in range(min(len(name) - 1, 7), 1, -1):
        for one in sorted(known.short.get(name[:stop], ()), key=lambda division: len(division.code))[:1]:
            yield Reading(name[stop:], one.level, one.name, how="elsewhere")


_PARENTS = re.compile(
    r"国家税务总局|国网|中国人民银行|人民银行|人行|中国银保监会|中国证监会|国家统计局|国家金融监督管理总局|海关总署|中国农业银行|中国工商银行|中国建设银行|中国银行|中国农业发展银行"
    r"|中国移动|中国电信|中国联通|中国铁塔|农发行|农行|工行|建行|邮储银行|邮政储蓄银行|中国邮政集团公司|中国邮政|人保财险|共青团|[省市州]?生态环境局|[省市州]?自然资源局|[省市州]?公安局|[省市州]?烟草专卖局|团|民革|民盟|民建"
)


def _inside(name: str, place: Here) -> Iterator[Reading]:
    """国网清垣县供电公司, 人行岳溪支行, 市生态环境局清垣分局: the region stands behind the body's superior."""
    head = _PARENTS.match(name)
    if not head:
        return
    before, behind = head.group(), name[head.end() :]
    for reading in (*_behind(behind, place),):
        # 市生态环境局清垣分局 is the body of 清垣, whatever stands before
        lead = before[1:] if before[0] in "省市州" else before
        yield Reading(lead + reading.rest, reading.level, reading.region, "region")
        yield Reading(reading.rest, reading.level, reading.region, "region")


def _behind(name: str, place: Here) -> Iterator[Reading]:
    """Readings of what stands behind the superior's name: 清垣县供电公司, 岳溪支行, 县税务局."""
    level = _LEVEL.match(name)
    if level and level.lastgroup not in (None, "national") and level.end() < len(name):
        yield Reading(name[level.end() :], *said_level(level[level.lastgroup or ""], place), how="prefix")
    for short, full in ((full, full) for full in (parts(place.region) if place.region else ())):
        if name.startswith(short) and len(name) > len(short):
            yield Reading(name[len(short) :], level_of(full), full)
    for short, full in _shorts(place):
        if name.startswith(short) and len(name) > len(short):
            yield Reading(name[len(short) :], level_of(full), full)
    known = divisions()
    for stop in range(min(len(name) - 1, 11), 1, -1):
        for one in (known.named.get(name[:stop]) or known.short.get(name[:stop], ()))[:1]:
            yield Reading(name[stop:], one.level, one.name)
    match = CHAIN.match(name)
    if match and match.end() < len(name):
        yield Reading(name[match.end() :], *_full([match.group()], place))


@cache
def _own_shorts(region: str) -> tuple[tuple[str, str], ...]:
    return tuple((short_name(part), part) for part in parts(region) if short_name(part) != part)


def _shorts(place: Here) -> tuple[tuple[str, str], ...]:
    return _own_shorts(place.region) if place.region else ()


def _full(chain: list[str], place: Here) -> tuple[str, str]:
    """Level and region of a chain of regions; a town keeps its county's name before it."""
    last = chain[-1]
    own = parts(place.region) if place.region else ()
    if last in own:
        at = own.index(last)
        return level_of(last), last if level_of(last) != "township" else "".join(own[max(0, at - 1) : at + 1])
    level = level_of(last)
    if level != "township":
        return level, last
    county = chain[-2] if len(chain) > 1 else next((part for part in reversed(own) if level_of(part) == "county"), "")
    return level, county + last


def character(level: str) -> str:
    """What stands before a body of a region nobody named: 省, 市, 县, 镇."""
    return _CHARACTER.get(level, "")
