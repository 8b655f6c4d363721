"""A ledger's deadlines as a calendar file (RFC 5545): all-day events, stable ids, so that importing again changes nothing.

A deadline that comes round again (每月25日前) becomes a rule where its words fix the day; one that fixes none makes no event.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar, Event

from app.texts import words
from queries.ledger import Entry

_DAY = re.compile(r"(\d{1,2})[日号]")
_MONTH_DAY = re.compile(r"(\d{1,2})月(?:份)?(?:(\d{1,2})[日号]|底|末)")
_WEEKDAY = re.compile(r"每(?:个)?(?:周|星期)([一二三四五六日天])")
_LAST = re.compile(r"[底末]")
_WEEKDAYS = dict(zip("一二三四五六日天", ("MO", "TU", "WE", "TH", "FR", "SA", "SU", "SU"), strict=True))
_QUARTER_ENDS = [3, 6, 9, 12]
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")

Rule = dict[str, Any]


def rule(recurrence: str, text: str) -> Rule | None:
    """The RRULE of a recurring deadline whose words fix its day; None where they do not.

    >>> rule("monthly", "每月25日前")
    {'FREQ': 'MONTHLY', 'BYMONTHDAY': 25}
    >>> rule("monthly", "每月调度") is None
    True
    """
    text = text.translate(_DIGITS).replace(" ", "")
    day, last = _DAY.search(text), bool(_LAST.search(text))
    if recurrence == "monthly" and (day or last):
        return {"FREQ": "MONTHLY", "BYMONTHDAY": _valid(int(day[1]), 31) if day else -1}
    if recurrence == "quarterly" and last and not day:
        return {"FREQ": "YEARLY", "BYMONTH": _QUARTER_ENDS, "BYMONTHDAY": -1}
    if recurrence == "weekly" and (weekday := _WEEKDAY.search(text)):
        return {"FREQ": "WEEKLY", "BYDAY": _WEEKDAYS[weekday[1]]}
    if recurrence == "yearly" and (month := _MONTH_DAY.search(text)):
        on = _valid(int(month[2]), 31) if month[2] else -1
        return {"FREQ": "YEARLY", "BYMONTH": _valid(int(month[1]), 12), "BYMONTHDAY": on}
    if recurrence == "yearly" and re.search(r"年[底末]", text):
        return {"FREQ": "YEARLY", "BYMONTH": 12, "BYMONTHDAY": -1}
    return None


def _valid(number: int, most: int) -> int:
    return min(max(number, 1), most)


def first_day(on: Rule, start: date) -> date:
    """The first day on or after `start` that the rule names; an event must begin on such a day."""
    months = on.get("BYMONTH")
    for ahead in range(366 * 8 + 1):  # 29 February comes within eight years
        day = start + timedelta(days=ahead)
        wanted = on.get("BYMONTHDAY")
        last = (day + timedelta(days=1)).day == 1
        if (
            (months is None or day.month in (months if isinstance(months, list) else [months]))
            and (wanted is None or day.day == wanted or (wanted == -1 and last))
            and ("BYDAY" not in on or on["BYDAY"] == _WEEKDAYS["一二三四五六日"[day.weekday()]])
        ):
            return day
    raise ValueError(f"no day fits {on}")


def _event(entry: Entry, owner: str, deadline: Mapping[str, Any], language: str) -> Event | None:
    text = words(language)
    on = None
    if deadline["due"]:
        day = date.fromisoformat(deadline["due"])
    elif entry.document["date"] and (on := rule(deadline["recurrence"] or "", deadline["text"])):
        day = first_day(on, date.fromisoformat(entry.document["date"]))
    else:
        return None
    made = Event()
    made.add("uid", f"{entry.id}-{deadline['start']}@govgraph")
    made.add(
        "dtstamp", datetime(day.year, day.month, day.day, tzinfo=UTC)
    )  # fixed, so that a file is the same each time
    made.add("dtstart", day)
    made.add("dtend", day + timedelta(days=1))
    if on:
        made.add("rrule", on)
    # an obligation of a list of everybody's has no role: who owes it stands first
    role = text[entry.role] if entry.role else ""
    who = f"{owner} · {role}" if role else "、".join(dict.fromkeys(one["name"] for one in entry.partners))
    made.add("summary", "：".join(filter(None, (role or who, entry.summary or entry.text))))
    told = (entry.text, who, f"“{deadline['text']}”", entry.document["title"])
    made.add("description", "\n".join(filter(None, told)))
    if role:
        made.add("categories", [role])
    made.add("transp", "TRANSPARENT")
    return made


def ics_bytes(entries: Iterable[Entry], body: str, language: str) -> tuple[bytes, int]:
    """The calendar and the number of its events; an obligation owed in two roles is there once."""
    calendar = Calendar()
    calendar.add("prodid", "-//govgraph//obligations//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{body} · {words(language)['page_obligations']}")
    seen: set[str] = set()
    for entry in entries:
        for deadline in entry.deadlines:
            event = _event(entry, entry.collective or body, deadline, language)
            if event is not None and str(event["uid"]) not in seen:
                seen.add(str(event["uid"]))
                calendar.add_component(event)
    return calendar.to_ical(), len(seen)
