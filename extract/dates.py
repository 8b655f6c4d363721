"""Time expressions → what they bound: `resolve("年底前", date(2024, 2, 5)).due` is 2024-12-31.

The second step of two: `periods.find` says where a time stands, this says what it means against the document's date
(which a reader may correct: the words stay, only this is done again). Nothing here knows today.

Rules of the house (decisions of the annotation): “X前” includes the last day of X; before a festival means its eve;
上旬, 中旬 end on the 10th and 20th; a month or day without year is the next one from the document's date; working days
are China's official ones; starts, lengths, recurrences and seasons have no due day.

    >>> from datetime import date
    >>> resolve("2月底前", date(2022, 2, 20)).due, resolve("每月25日前", None).recurrence
    (datetime.date(2022, 2, 28), 'monthly')
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from extract import calendar
from extract.lengths import within
from extract.numerals import read
from extract.points import point, stretch, year_of
from extract.recurrences import recurring
from extract.time_value import BY, DURING, FROM, ONGOING, Value
from extract.timewords import (
    BEFORE,
    COUNTS,
    HOUR,
    INSIDE,
    LATEST,
    NEAR,
    NUMERIC,
    PLAN,
    STAGE,
    START,
    TO,
    WEEK,
    WEEKDAY,
    YEAR,
)

_FULL_WIDTH = str.maketrans("０１２３４５６７８９：Ｘ○", "0123456789:X〇")
_ONGOING = re.compile(r"常态化?|长期|持续|经常|一贯|日常|贯穿")
_SINCE = re.compile(
    rf"(?:自|从)?(?P<event>.*?)(?:之日)?起(?P<within>.*)|(?P<after>.*?后)(?P<inside>{COUNTS}.*{INSIDE})"
)
_NOW = re.compile(rf"(?:自|从)?即日起(?:{TO}(?P<to>.+)|(?P<within>.+{INSIDE}))?")
_ENDS = re.compile(rf"(?P<low>.+?)(?:{TO}|、)(?P<high>.+)")
_PLAN = re.compile(rf"(?P<plan>{PLAN})(?P<stage>{STAGE})(?:{BEFORE})?")
_WEEKDAY = re.compile(rf"(?P<weekday>{WEEKDAY})|(?P<week>{WEEK})")
_TAIL = re.compile(rf"(?P<tail>{INSIDE}|{INSIDE}?(?:{BEFORE}|期间|{START}))$")
_HEAD = re.compile(rf"^(?P<head>{LATEST}|不[得应]?早于|截至|截止到?|[从自在于到至])")
_EVENT = re.compile(r"(?:来临|到来|假期)?(?:(?:之|以)?前夕?)$")
_OF_YEAR = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月[\d底末上中下前初份一二三十]")
_BRACKETED = re.compile(r"[一-龥]*[期季假运收][（(](?P<says>[^（）()]+)[）)]")
_ISSUED = re.compile(
    r"印发|发布|公布|下发|发文|颁布|成文|(?:本|该|此)(?:通知|意见|方案|办法|决定|通告|公告|规定|细则)$|^会"
)
_DAYS = {"今": 0, "明": 1, "后": 2}
_NEAR = re.compile(rf"(?P<near>{NEAR})(?:{HOUR})?(?:{START}{TO}|起到)?(?P<to>.*)")


@lru_cache(4096)
def resolve(words: str, day: date | None, *, anchor: str = "") -> Value:
    """What `words` bound, read against the document's `day`.

    `anchor` says what stands outside the words: "event" (the count begins with an event without date), a year such as
    "2025" (named before in the sentence, or by the title), a month such as "2025年3月" that the words go on from,
    "cycle" (每 is meant: 一周一期; 每月调度，月底通报; 每年6月底前和12月底前), or nothing.
    """
    plain = words.translate(_FULL_WIDTH).replace(" ", "")
    if anchor == "cycle":
        plain, anchor = ("每年" if _OF_YEAR.match(plain) else "每") + plain, ""
    if anchor.endswith("月"):
        head = _HEAD.match(plain)
        at = head.end() if head else 0
        plain, anchor = plain[:at] + anchor + plain[at:].removeprefix("月"), ""
    for reader in (
        _bracketed,
        recurring,
        _now,
        _since,
        _plan,
        _two_years,
        within,
        _weekday,
        _near_day,
        _festival,
        _calendar,
    ):
        value = reader(plain, day, anchor)
        if value is not None:
            return value
    if _ONGOING.search(plain):
        return Value(ONGOING, recurrence="ongoing")
    if re.search(START + "$", plain):
        return Value(FROM)
    return Value(BY if plain.endswith(("前", "前夕", "前后")) else DURING)


def _bracketed(words: str, day: date | None, anchor: str) -> Value | None:
    """主汛期（6—8月）: what the bracket says."""
    match = _BRACKETED.fullmatch(words)
    return replace(resolve(match["says"], day, anchor=anchor), kind=DURING) if match else None


def _now(words: str, day: date | None, anchor: str) -> Value | None:
    match = _NOW.fullmatch(words)
    if match is None:
        return None
    if match["within"]:
        return within(match["within"], day, "")
    if match["to"]:
        return replace(resolve(match["to"], day, anchor=anchor), kind=DURING, begin=day)
    return Value(FROM, begin=day)


def _since(words: str, day: date | None, anchor: str) -> Value | None:
    """自本方案印发之日起15个工作日内: counted from the document's date; 自交办之日起…: from no known day."""
    match = _SINCE.fullmatch(words)
    if match is None or (match["event"] is not None and "之日起" not in words and not match["within"]):
        return None
    event, length = (match["event"], match["within"]) if match["after"] is None else (match["after"], match["inside"])
    if match["after"] is None and "之日" not in words:
        return None
    issued = _ISSUED.search(event) is not None and anchor != "event"
    if not length:
        return Value(FROM, begin=day if issued else None)
    return within(length, day, "" if issued else "event") or Value(BY)


def _plan(words: str, day: date | None, anchor: str) -> Value | None:
    match = _PLAN.fullmatch(_HEAD.sub("", words))
    if match is None:
        return None
    number = read(match["plan"].strip('“”"')[:-1])
    years = calendar.plan_years(int(number.value)) if number and number.value else None
    if years is None or re.search(r"[初中]", match["stage"]):
        return Value(DURING)
    kind = BY if re.search(r"末|前", match["stage"]) else DURING
    return Value(kind, date(years[0], 1, 1), date(years[1], 12, 31))


def _two_years(words: str, day: date | None, anchor: str) -> Value | None:
    if not re.match(r"今、?明两?年", words):
        return None
    return Value(DURING, day and date(day.year, 1, 1), day and date(day.year + 1, 12, 31))


def _weekday(words: str, day: date | None, anchor: str) -> Value | None:
    match = _WEEKDAY.match(_HEAD.sub("", words))
    if match is None:
        return None
    named = match["weekday"] or match["week"]
    if day is None or named.startswith("上"):
        return Value(BY)
    weeks = 2 if named.startswith("下下") else 1 if named.startswith("下") else 0
    last = named[-1]
    number = calendar.SUNDAY if match["week"] or last in "日天末" else "一二三四五六".index(last)
    if re.search(START + "$", words):
        return Value(FROM, begin=calendar.weekday(day, calendar.MONDAY if match["week"] else number, weeks=weeks))
    due = calendar.weekday(day, number, weeks=weeks)
    if due < day and weeks == 0 and named[0] not in "本这":
        due += timedelta(days=7)
    begin = calendar.weekday(day, calendar.MONDAY, weeks=weeks) if match["week"] else None
    return Value(BY, begin, due)


def _near_day(words: str, day: date | None, anchor: str) -> Value | None:
    """今晚12点之前, 明早8点前, 从今晚起, 今天起至7月15日."""
    match = _NEAR.match(_HEAD.sub("", words))
    if match is None:
        return None
    near = match["near"]
    at = day + timedelta(days=_DAYS[near[1 if near[1:2] in "明后" else 0]]) if day else None
    if re.search(START + "$", words):
        return Value(FROM, begin=at)
    if re.match(rf"[^0-9]*{NEAR}.*起{TO}", words):
        return replace(resolve(match["to"], day, anchor=anchor), kind=DURING, begin=at)
    return Value(DURING, at) if words.endswith("前后") else Value(BY, due=at)


def _festival(words: str, day: date | None, anchor: str) -> Value | None:
    """春节前 → its eve; 春节期间 and 春节前后 fix no day."""
    bare = _HEAD.sub("", words)
    match = _EVENT.search(bare)
    if match is None:
        return None
    named = bare[: match.start()]
    year = re.match(YEAR, named)
    name = named[year.end() :] if year else named
    if name not in calendar.festivals() and name not in calendar.solar_terms():
        return None
    if day is None:
        return Value(BY)
    at = year_of(year.group(), day, anchor) if year else (int(anchor) if anchor.isdigit() else None)
    found = calendar.festival(at, name) if at else calendar.next_festival(day, name)
    return Value(BY, due=found - timedelta(days=1) if found else None)


def _calendar(words: str, day: date | None, anchor: str) -> Value | None:
    """Points and ranges of the calendar."""
    head = _HEAD.match(words)
    bare = words[head.end() :] if head else words
    tail_at = _TAIL.search(bare)
    tail = tail_at["tail"] if tail_at else ""
    body = bare[: len(bare) - len(tail)] if tail else bare
    if body in ("年", "年度", "月", "季", "季度"):
        body, tail = bare.removesuffix("前").removesuffix("之").removesuffix("以"), tail.removeprefix("内")
    elif tail and body.endswith("年年"):
        body = body[:-1]  # 今年年内
    starts = bool(re.search(START + "$", tail)) or (
        head is not None and (head.group() in ("从", "自") or head.group().endswith("早于")) and not tail
    )
    ends = None if re.fullmatch(NUMERIC, body) else _ENDS.fullmatch(body)
    span = stretch(ends["low"], ends["high"], day, anchor) if ends else point(body, day, anchor)
    if span is None:
        return None
    begin, due = span
    if starts and not ends:
        return Value(FROM, begin=begin)
    bounded = tail or (head is not None and head.group() not in ("在", "从", "自")) or re.search(r"[底末终]", body)
    if tail in ("前后", "期间"):
        return Value(DURING, begin, None if tail == "前后" else due)
    return Value(BY if bounded and not ends else DURING, None if bounded and not ends else begin, due)
