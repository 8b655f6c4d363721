"""Times that come again: 每月, 每两周, 逐季, 一周一期."""

from __future__ import annotations

import re
from datetime import date

from extract.numerals import read
from extract.time_value import RECURRING, Value
from extract.timewords import COUNTS, CYCLE

_RECURRING = re.compile(
    rf"(?:[每逢隔逐双单]|按(?=[年季月旬周日])|(?=[一半两三][年季月旬周日天].?[一两]))\s?间?隔?(?P<count>{COUNTS})?个?(?P<unit>{CYCLE})"
)
_CYCLED = re.compile(rf"(?!(?:19|20)[0-9]{{2}}年)(?P<count>{COUNTS})个?(?P<unit>{CYCLE})为?(?:一|1次)")
_RECURRENCE = {
    "年": "yearly", "季": "quarterly", "月": "monthly", "旬": "every ten days", "周": "weekly", "星期": "weekly",
    "日": "daily", "天": "daily", "工作日": "daily", "小时": "hourly", "学期": "every term", "学年": "yearly",
    "半年": "half-yearly", "半月": "half-monthly", "月度": "monthly", "年度": "yearly", "季度": "quarterly",
}  # fmt: skip
_PLAIN_UNITS = {"yearly": "years", "quarterly": "quarters", "monthly": "months", "weekly": "weeks", "daily": "days"}


def recurring(words: str, day: date | None, anchor: str) -> Value | None:
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
