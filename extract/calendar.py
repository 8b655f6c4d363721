"""Days: month and quarter ends, working days, festivals and lunar dates, weekdays. Arithmetic only, never today."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import Any

import chinese_calendar

from extract.resource import resource

MONDAY, SUNDAY = 0, 6
_PLAN_YEARS = 5


@cache
def _almanac() -> dict[str, Any]:
    almanac: dict[str, Any] = resource("lunar")
    return almanac


@cache
def festivals() -> dict[str, dict[str, str]]:
    """Every name of a festival → its entry in holidays.yaml."""
    return {word: entry for entry in resource("holidays") for word in (entry["name"], *entry["aliases"])}


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none (2月30日)."""
    if not (1 <= year <= 9998 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day where it is shorter (1月31日 + 1 → 2月28日)."""
    at = day.month - 1 + months
    year, month = day.year + at // 12, at % 12 + 1
    if year > 9998:
        raise OverflowError(f"{day} + {months} months is beyond the calendar")
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def add_working_days(day: date, count: int) -> tuple[date, str]:
    """The last of `count` working days after `day`, and what was known of holidays on the way (a note, or empty).

    Official holidays and make-up Saturdays are those of the State Council's notices, through `chinese_calendar`.
    """
    known = True
    while count > 0:
        day += timedelta(days=1)
        try:
            working = chinese_calendar.is_workday(day)
        except NotImplementedError:
            known, working = False, day.weekday() < 5
        count -= working
    return day, "public holidays counted" if known else "only weekends counted: no holiday notice for that year yet"


def weekday(day: date, number: int, *, weeks: int = 0) -> date:
    """That weekday (0 = Monday) of the calendar week of `day`, `weeks` later."""
    return day - timedelta(days=day.weekday()) + timedelta(weeks=weeks, days=number)


def lunar(year: int, month: int, day: int) -> date | None:
    """正月十五 of the lunar year that begins in `year`; None beyond the almanac. Leap months are not meant."""
    entry = _almanac()["lunar"].get(year)
    if entry is None or not 1 <= month <= 12:
        return None
    before = month - 1 + (1 if entry["leap"] and month > entry["leap"] else 0)
    lengths = [30 if length == "大" else 29 for length in entry["months"]]
    if not 1 <= day <= lengths[before]:
        return None
    first: date = entry["first"]
    return first + timedelta(days=sum(lengths[:before]) + day - 1)


def solar_term(year: int, name: str) -> date | None:
    """清明, 谷雨 … of `year`; None beyond the almanac."""
    entry = _almanac()["solar_terms"].get(name)
    days = entry["days"].split() if entry else []
    at = year - 2000
    return date(year, entry["month"], int(days[at])) if 0 <= at < len(days) else None


def solar_terms() -> tuple[str, ...]:
    return tuple(_almanac()["solar_terms"])


def festival(year: int, name: str) -> date | None:
    """The day of a festival in `year` (the lunar year that begins in it), None where the almanac does not know."""
    entry = festivals().get(name)
    if entry is None:
        return solar_term(year, name)
    if "solar" in entry:
        month, day = map(int, entry["solar"].split("-"))
        return day_of(year, month, day)
    if "term" in entry:
        return solar_term(year, entry["term"])
    month, day = map(int, entry.get("lunar", entry.get("eve", "1-1")).split("-"))
    found = lunar(year, month, day)
    return found - timedelta(days=1) if found and "eve" in entry else found


def next_festival(after: date, name: str) -> date | None:
    """The festival on or after `after`."""
    for year in (after.year - 1, after.year, after.year + 1):
        found = festival(year, name)
        if found and found >= after:
            return found
    return None


def plan_years(number: int) -> tuple[int, int] | None:
    """First and last year of a five-year plan (十四五 = 14 → 2021, 2025); None before 六五."""
    if not 6 <= number <= 99:
        return None
    first = 1981 + (number - 6) * _PLAN_YEARS
    return first, first + _PLAN_YEARS - 1
