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
from extract.numerals import read
from extract.points import point, stretch, year_of
from extract.record import record
from extract.timewords import (
    BEFORE,
    COUNTS,
    CYCLE,
    HOUR,
    INSIDE,
    LATEST,
    NEAR,
    NUMERIC,
    PLAN,
    STAGE,
    START,
    TO,
    UNIT,
    WEEK,
    WEEKDAY,
    YEAR,
)

BY, DURING, FROM, RECURRING, ONGOING = "by", "during", "from", "recurring", "ongoing"


@record
class Value:
    """`begin` and `due` are the first and last day, None where the words or the document do not fix them."""

    kind: str
    begin: date | None = None
    due: date | None = None
    recurrence: str = ""
    note: str = ""


_FULL_WIDTH = str.maketrans("０１２３４５６７８９：Ｘ○", "0123456789:X〇")
_RECURRING = re.compile(
    rf"(?:[每逢隔逐双单]|按(?=[年季月旬周日])|(?=[一半两三][年季月旬周日天].?[一两]))\s?间?隔?(?P<count>{COUNTS})?个?(?P<unit>{CYCLE})"
)
_CYCLED = re.compile(rf"(?!(?:19|20)[0-9]{{2}}年)(?P<count>{COUNTS})个?(?P<unit>{CYCLE})为?(?:一|1次)")
_ONGOING = re.compile(r"常态化?|长期|持续|经常|一贯|日常|贯穿")
_SINCE = re.compile(
    rf"(?:自|从)?(?P<event>.*?)(?:之日)?起(?P<within>.*)|(?P<after>.*?后)(?P<inside>{COUNTS}.*{INSIDE})"
)
_NOW = re.compile(rf"(?:自|从)?即日起(?:{TO}(?P<to>.+)|(?P<within>.+{INSIDE}))?")
_WITHIN = re.compile(
    rf"(?:[^0-9]*?后|未来|今后|近|接下来)?(?P<count>{COUNTS}|半)(?P<half>个半|半)?(?P<unit>{UNIT}|个?月)半?"
    rf"(?:左右)?的?(?:时间)?(?P<inside>{INSIDE})?"
)
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
_RECURRENCE = {
    "年": "yearly", "季": "quarterly", "月": "monthly", "旬": "every ten days", "周": "weekly", "星期": "weekly",
    "日": "daily", "天": "daily", "工作日": "daily", "小时": "hourly", "学期": "every term", "学年": "yearly",
    "半年": "half-yearly", "半月": "half-monthly", "月度": "monthly", "年度": "yearly", "季度": "quarterly",
}  # fmt: skip
_PLAIN_UNITS = {"yearly": "years", "quarterly": "quarters", "monthly": "months", "weekly": "weeks", "daily": "days"}


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
        _recurring,
        _now,
        _since,
        _plan,
        _two_years,
        _within,
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


def _recurring(words: str, day: date | None, anchor: str) -> Value | None:
    match = _RECURRING.match(words) or _CYCLED.match(words)
    if match is None:
        return None
    unit = match["unit"].removeprefix("个")
    half = unit.startswith("半")
    name = _RECURRENCE.get(unit.replace("个", ""), "") or _RECURRENCE.get(unit[:1], "")
    count = read("二" if words[0] in "双单" else match["count"]) if match["count"] or words[0] in "双单" else None
    if count and count.value and count.value > 1 and not half:
        name = f"every {count.value:g} {_PLAIN_UNITS.get(name, name)}"
    return Value(RECURRING, recurrence=name)


def _now(words: str, day: date | None, anchor: str) -> Value | None:
    match = _NOW.fullmatch(words)
    if match is None:
        return None
    if match["within"]:
        return _within(match["within"], day, "")
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
    return _within(length, day, "" if issued else "event") or Value(BY)


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


def _within(words: str, day: date | None, anchor: str) -> Value | None:
    """30日内, 15个工作日内; 为期X个月, 三年 and other lengths bound nothing by themselves."""
    if re.match(
        r"为期|经过?|用|提前|限[期时]|公示|公告|间隔|不(?:得|应|能|可)?(?:[少低短多]于|超过)|最[低少长短]|至少", words
    ):
        return Value(DURING)
    match = None if words.startswith(("今明", "明后")) else _WITHIN.fullmatch(words)
    if match is None or (number := read(match["count"])) is None:
        return None
    if number.value and number.value > 1900 and match["unit"] == "年":
        return None  # 2025年 is a year, not a length
    if (
        not match["inside"]
        and not re.match(r"未来|今后|近|接下来", words)
        and match["unit"] not in ("年", "天", "个月")
    ):
        return None
    if match["inside"] is None or anchor == "event" or day is None or number.masked or number.value is None:
        return Value(BY if match["inside"] and "年" not in match["unit"] else DURING)
    if number.value > 3660:
        return Value(BY)
    count, unit = number.high or number.value, match["unit"].removeprefix("个")
    if match["half"]:
        return Value(BY)
    if unit == "工作日":
        due, note = calendar.add_working_days(day, int(count))
        return Value(BY, due=due, note=note)
    if unit in ("天", "日") and count >= 1:
        return Value(BY, due=day + timedelta(days=int(count)))
    if unit in ("周", "星期"):
        return Value(BY, due=day + timedelta(days=int(count * 7)))
    if unit == "小时":
        return Value(BY, due=day + timedelta(hours=int(count)))
    if unit in ("月", "季度"):
        months = count * (3 if unit == "季度" else 1)
        return Value(BY, due=calendar.add_months(day, int(months)) if months >= 1 else day + timedelta(days=15))
    if unit == "年":
        # a loose span of years fixes no day; half a year does
        return Value(BY, due=calendar.add_months(day, 6)) if count == 0.5 else Value(DURING)
    return Value(BY)


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
