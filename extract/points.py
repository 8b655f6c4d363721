"""Points of the calendar and stretches between two → first and last day, against the document's date.

>>> from datetime import date
>>> point("6月底", date(2024, 2, 5), "")
(datetime.date(2024, 6, 1), datetime.date(2024, 6, 30))
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from extract import calendar
from extract.numerals import read
from extract.timewords import DAY, HALF, HOUR, MONTH, PART, QUARTER, START, WHOLE, YEAR

Span = tuple[date | None, date | None]
"""First and last day; None where masked, relative to something unknown, or not fixed by the words."""

LATE = timedelta(days=31)
"""A day without year that passed less than this before the document's date is that day: documents are dated late."""

_YEAR_OVER = (12, 15)
_POINT = re.compile(
    rf"(?P<year>{YEAR})?\s?(?:(?P<month>{MONTH})(?:\s?(?P<day>{DAY})(?:[（(][^（）()]{{2,3}}[）)])?|(?P<lunar>[初十廿二三][一二三四五六七八九十]{{0,2}}))?"
    rf"|(?P<quarter>{QUARTER})|(?P<half>{HALF})|(?P<whole>{WHOLE}))?(?P<part>{PART})?\s?(?:{HOUR})?"
)
_FOLLOWING = re.compile(r"[次翌来]年(?=.)")
_NUMERIC = re.compile(r"(?P<year>(?:19|20)\d\d)[-./．](?P<month>[01]?\d)(?:[-./．](?P<day>[0-3]?\d))?")


def stretch(low: str, high: str, day: date | None, anchor: str) -> Span | None:
    """From the first day of `low` to the last of `high`, units and year written once holding for both; None if no points."""
    low = re.sub(START + "$", "", low)
    if re.fullmatch(r"\d{4}", low):
        low += "年"
    if (year := re.match(YEAR, low)) and not re.match(YEAR, high):
        high = year.group() + high
    if re.fullmatch(rf"(?:{YEAR})?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})", low):
        low += "月"
    if re.fullmatch(r".*月(?:\d{1,2})", low):
        low += "日"
    if re.fullmatch(rf"(?:{YEAR})?{DAY}", high) and (month := re.match(rf"(?:{YEAR})?{MONTH}", low)):
        high = month.group() + re.sub(YEAR, "", high)
    first = point(low, day, anchor)
    if following := _FOLLOWING.match(high):  # 11月至次年3月: the year after that of the first end
        if first is None:
            return None
        high, anchor = high[following.end() :], str(first[0].year + 1) if first[0] else ""
        last = point(high, day if anchor else None, anchor)
    else:
        last = point(high, day, anchor)
    if first is None or last is None:
        return None
    begin, due = first[0], last[1]
    if begin and due and begin > due and day:  # 11月至次年3月, or a range that runs now
        begin = calendar.day_of(begin.year - 1, begin.month, begin.day)
    return begin, due


def point(words: str, day: date | None, anchor: str) -> Span | None:
    """First and last day of a point; (None, None) where it is masked or the document has no date; None if no point."""
    if numeric := _NUMERIC.fullmatch(words):
        month = int(numeric["month"])
        return _in_month(int(numeric["year"]), month, _whole(numeric["day"] or ""), "") if 1 <= month <= 12 else None
    match = _POINT.fullmatch(words)
    if match is None or not match.group():
        if re.fullmatch(rf"{DAY}(?:{HOUR})?", words):
            return _next_day(words, day)
        return None
    year: int | None = int(anchor) if anchor.isdigit() else None
    if match["year"]:
        year = year_of(match["year"], day, anchor)
        if year is None:
            return None, None
    if match["month"]:
        return _month(match, year, day)
    if match["quarter"] or match["half"]:
        return _stretch(match["quarter"] or match["half"], match["part"] or "", year, day)
    if match["whole"] and match["whole"][0] in "月季":
        return _current(match["whole"], day)
    if year is None and day is not None:
        # 全年 in the last days of a year is the year to come
        year = day.year + (match["whole"] == "全年" and (day.month, day.day) > _YEAR_OVER)
    part = (match["part"] or "") + (match["whole"] or "")
    if year is None or not 1 <= year <= 9998 or re.search(r"[初中]", part):
        return None, None
    return date(year, 1, 1), date(year, 12, 31)


def _next_day(words: str, day: date | None) -> Span:
    """25日 → the next 25th from the document's date."""
    number = read(re.match(r"[^日号]+", words).group())  # type: ignore[union-attr]
    if day is None or number is None or number.value is None:
        return None, None
    for ahead in range(3):
        month = calendar.add_months(day.replace(day=1), ahead)
        found = calendar.day_of(month.year, month.month, int(number.value))
        if found and found >= day:
            return found, found
    return None, None


def year_of(words: str, day: date | None, anchor: str) -> int | None:
    digits = words.removesuffix("度").removesuffix("年").strip()
    if digits[0] in "今本明来后去前上下新一":
        if day is None or digits in ("上一", "下一", "新一"):
            return None
        shift = {"今": 0, "本": 0, "明": 1, "来": 1, "后": 2, "去": -1, "上": -1, "前": -2}.get(digits[0])
        return None if shift is None or len(digits) > 1 else day.year + shift
    if digits in ("同", "次", "翌"):
        return int(anchor) + (digits != "同") if anchor.isdigit() else None
    number = read(digits)
    return int(number.value) if number and number.value and 1000 <= number.value <= 9998 else None


def _month(match: re.Match[str], year: int | None, day: date | None) -> Span:
    name, part = match["month"].removesuffix("份").removesuffix("月").strip(), match["part"] or ""
    is_lunar = name.startswith("农历") or name in "正腊冬" or bool(match["lunar"])
    name = name.removeprefix("农历")
    if name and name[0] in "本这下上当次翌":
        return _relative_month(name, match["day"], part, day)
    number = {"正": 1, "冬": 11, "腊": 12}.get(name) or _whole(name)
    if number is None or not 1 <= number <= 12:
        return None, None
    at = _whole(match["day"].rstrip("日号 ")) if match["day"] else None
    if match["day"] and at is None:
        return None, None
    if is_lunar:
        return _lunar(number, at or _lunar_day(match["lunar"]), year, day)
    if year is not None:
        return _in_month(year, number, at, part)
    if day is None:
        return None, None
    for candidate in (day.year, day.year + 1):
        begin, due = _in_month(candidate, number, at, part)
        if due is None or due >= day or (at and day - due <= LATE):
            return begin, due
    return None, None


def _in_month(year: int, month: int, at: int | None, part: str) -> Span:
    if not 1 <= year <= 9998:
        return None, None
    if at is not None:
        found = calendar.day_of(year, month, at)
        return found, found
    last = calendar.month_end(year, month)
    if part == "中下旬":
        return date(year, month, 11), last
    if part == "上中旬":
        return date(year, month, 1), date(year, month, 20)
    if part == "上旬":
        return date(year, month, 1), date(year, month, 10)
    if part == "中旬":
        return date(year, month, 11), date(year, month, 20)
    if part == "下旬":
        return date(year, month, 21), last
    if part in ("初", "中"):
        return date(year, month, 1) if part == "初" else None, None
    return date(year, month, 1), last


def _relative_month(name: str, at: str | None, part: str, day: date | None) -> Span:
    """本月, 下月; 当月 and 次月 hang on another month, which the words do not name."""
    if day is None or name[0] in "当次翌":
        return None, None
    month = calendar.add_months(day.replace(day=1), {"下": 1, "上": -1}.get(name[0], 0))
    number = _whole(at.rstrip("日号 ")) if at else None
    return _in_month(month.year, month.month, number, part)


def _lunar(month: int, at: int | None, year: int | None, day: date | None) -> Span:
    if at is None or day is None:
        return None, None
    for candidate in (year,) if year else (day.year - 1, day.year, day.year + 1):
        found = calendar.lunar(candidate, month, at)
        if found and (year or found >= day):
            return found, found
    return None, None


def _lunar_day(words: str | None) -> int | None:
    return _whole(words.removeprefix("初")) if words else None


def _stretch(words: str, part: str, year: int | None, day: date | None) -> Span:
    """Quarters and halves: the next one from the document's date where no year stands."""
    if words[0] in "本当下上首" and "半" not in words:
        if day is None or words[0] in "当首":
            return None, None
        first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
        first = calendar.add_months(first, {"下": 3, "上": -3}.get(words[0], 0))
        return first, calendar.month_end(first.year, first.month + 2)
    if year is None and day is None:
        return None, None
    if "半" in words:
        low, high = (1, 6) if words.startswith("上") else (7, 12)
    else:
        number = _whole(words.strip("第前个季度"))
        if number is None or not 1 <= number <= 4:
            return None, None
        low, high = (1 if words.startswith("前") else number * 3 - 2), number * 3
    if year is None and day is not None:
        year = day.year if calendar.month_end(day.year, high) >= day else day.year + 1
    if year is None or not 1 <= year <= 9998:
        return None, None
    return date(year, low, 1), (None if part == "初" else calendar.month_end(year, high))


def _current(words: str, day: date | None) -> Span:
    """月底, 季度末 without a number: those of the document's date."""
    if day is None:
        return None, None
    months = 3 if words[0] == "季" else 1
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return first, (None if words.endswith("初") else calendar.month_end(first.year, first.month + months - 1))


def _whole(words: str) -> int | None:
    number = read(words)
    return int(number.value) if number and number.value is not None else None
