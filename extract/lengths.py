"""Lengths of time: 30日内, 15个工作日内; as many days, weeks or months after the document's day."""

from __future__ import annotations

import re
from datetime import date, timedelta

from extract import calendar
from extract.numerals import read
from extract.time_value import BY, DURING, Value
from extract.timewords import COUNTS, INSIDE, UNIT

_WITHIN = re.compile(
    rf"(?:[^0-9]*?后|未来|今后|近|接下来)?(?P<count>{COUNTS}|半)(?P<half>个半|半)?(?P<unit>{UNIT}|个?月)半?"
    rf"(?:左右)?的?(?:时间)?(?P<inside>{INSIDE})?"
)


def within(words: str, day: date | None, anchor: str) -> Value | None:
    """30日内, 15个工作日内; 为期X个月, 三年 and other lengths bound nothing by themselves."""
    if re.match(
        r"为期|经过?|用|提前|限[期时]|公示|公告|间隔|不(?:得|应|能|可)?(?:[少低短多]于|超过)|最[低少长短]|最[迟晚]不得?超过[0-9一二两三四五六七八九十]{1,3}(?:个工作日|个月|日|天|年)\Z|至少",
        words,
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
