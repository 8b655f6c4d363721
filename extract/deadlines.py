"""When: deadlines and periods of acts with the day they end on (`draft.deadlines`).

`periods.find` sees every expression of time, `dates.resolve` values it; here those that bound no act are left out
(past events, cited documents, conditions, what merely describes a thing) and the soft ones marked (力争, 原则上).
A `Deadline` keeps its words and its `anchor`, so `resolve(one.text, new_date, anchor=one.anchor)` values it anew when a
reader corrects the document's date.
"""

from __future__ import annotations

import re

from extract import bounds
from extract.clauses import Clauses
from extract.dates import resolve
from extract.draft import Draft
from extract.model import Deadline
from extract.periods import find
from extract.time_cells import TimeCells
from extract.time_value import RECURRING

_NAMED_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
_STOP = re.compile(r"[。；！？\n\t]")
_NAMED = re.compile(r"[一-龥]{0,6}”")
_SLOGAN = re.compile(r"“[一-龥]{1,6}$")  # “大干四季度”
_MONTH = re.compile(r"[\d一二三四五六七八九十]{1,2}\s?月")
_IN_MONTH = re.compile(r"[上中下]旬|(?:月|季度?)[底末]|[0-9一二三十]{1,3}[日号]")
_LABEL = re.compile(
    r"(?:^[ 　]*|(?<=[；;：:。，]))(?:[一二三四五六七八九十]{1,3}、(?=(?:\d{1,4}|[一二两三四五六七八九十]{1,3})个?[年月日天周季小工])|\d{1,2}[.．](?=\d{1,4}[年月日]))",
    re.M,
)
"""一、3月底前…, 2.6月底前…: the label is no part of the time. Few texts have such a line: others are read as they are."""
_COLON, _LINE = ("：", ":"), ("", "\n")
_NEXT_YEAR = ("次年", "翌年")
_LATEST = ("最迟", "最晚", "不晚", "不迟", "至迟")
_LINE_LIMIT, _NEXT_CLAUSE = 600, 40


def deadlines(draft: Draft) -> None:
    clauses, text, day = draft.clauses, draft.text, draft.context.date
    plan, cells = _plan_year(draft), TimeCells(draft)
    year, ends = "", -1  # a year named before holds to the end of its sentence
    since, heads_line = 0, False
    month, stops = "", -1  # and a month: 3月上旬摸底，下旬整改
    cycle = yearly = -1  # where the sentence ends that has a 每月, a 每年6月
    found: list[Deadline] = []
    for one in find(_LABEL.sub(_hidden, text)):
        if clauses.titled(one.start) or (one.rule == "weekday" and _NAMED.match(text, one.end)):
            continue
        if text[one.end : one.end + 1] == "”" and _SLOGAN.search(text, max(0, one.start - 8), one.start):
            continue
        words = text[one.start : one.end]
        if one.start > ends or (year and not heads_line and _own_words(text, since, one.start)):
            year = ""
        counts = one.rule in ("within", "since")
        against = bounds.anchor(text, one, clauses) if counts else year or plan
        if words.startswith(_NEXT_YEAR):
            against = _year_before(text, found, one.start)
        value = resolve(words, day, anchor=against)
        if one.rule == "recurring" and value.kind != RECURRING:
            against, value = "cycle", resolve(words, day, anchor="cycle")  # 一周一期
        elif one.start < yearly and value.due and _MONTH.match(words):
            against, value = "cycle", resolve(words, day, anchor="cycle")  # 每年6月底前和12月底前
        if _IN_MONTH.match(words):
            if month and one.start < stops:
                within_month = resolve(words, day, anchor=month)
                if within_month.due and found[-1].due and within_month.due >= found[-1].due:
                    value, against = within_month, month
            if value.due and one.start < cycle and words.startswith(("月", "季度末", "季末")):
                against, value = "cycle", resolve(words, day, anchor="cycle")  # 每月外出招商…，月底报备
            if one.rule == "part" and (not month or against != month):
                continue
        low, high = clauses.around(one.start, one.end)
        before, after = text[low : one.start], text[one.end : high]
        named = _NAMED_YEAR.search(words)
        heads = named is not None and text[one.end : one.end + 1] in _COLON and text[one.start - 1 : one.start] in _LINE
        if named and heads:
            year, ends, since, heads_line = named.group(), _line_end(text, one.end), one.end, True
        if not cells.hold(one.start) and (
            (not bounds.of_phase(text, one.start) and bounds.unbound(one, words, before, after, value, day))
            or (found and found[-1].end > low and bounds.object_of(words, before))
        ):
            continue
        if named and not heads and day and int(named.group()) > day.year:
            year, ends, since, heads_line = named.group(), _sentence_end(text, one.end), one.end, False
        if value.due and one.rule in ("point", "range") and _MONTH.search(words):
            month, stops = f"{value.due.year}年{value.due.month}月", _sentence_end(text, one.end)
        if value.recurrence == "monthly":
            cycle = _sentence_end(text, one.end)
        elif value.recurrence == "yearly" and _MONTH.search(words):
            yearly = _sentence_end(text, one.end)
        is_firm = bounds.firm(text, one, clauses)
        if (
            is_firm
            and not before
            and found
            and not words.startswith(_LATEST)
            and one.rule not in ("event", "season")
            and _soft_goes_on(text, found[-1], one.start, clauses)
        ):
            is_firm = False
        found.append(
            Deadline(
                one.start,
                one.end,
                words,
                value.kind,
                value.begin,
                value.due,
                value.recurrence,
                firm=is_firm,
                rule=f"time-{one.rule}",
                note=value.note,
                anchor=against,
            )
        )
    found.extend(cells.ongoing())
    found.sort(key=lambda deadline: deadline.start)
    draft.deadlines = found


def _soft_goes_on(text: str, last: Deadline, start: int, clauses: Clauses) -> bool:
    """力争6月开工，年底建成: the word before the first time holds for the clause that begins with the next one."""
    between = text[last.end : start]
    if last.firm or len(between) > _NEXT_CLAUSE or between.count("，") != 1 or _STOP.search(between):
        return False
    low, _ = clauses.around(last.start, last.end)
    return bounds.softened(text[low : last.start]) and not bounds.hardened(between)


def _own_words(text: str, since: int, start: int) -> bool:
    """Has the time a subject of its own behind a semicolon (2026年6月底前…；燃气报警装置11月底前…)? Then no year holds for it."""
    at = max(text.rfind(mark, since, start) for mark in "；;")
    return at >= 0 and start - at > 1


def _year_before(text: str, found: list[Deadline], start: int) -> str:
    """The year that 次年 follows: that of the last day named before it in the sentence; none where that one recurs."""
    last = found[-1] if found else None
    if last is None or last.due is None or _STOP.search(text, last.end, start):
        return ""
    return str(last.due.year)


def _line_end(text: str, start: int) -> int:
    at = text.find("\n", start, start + _LINE_LIMIT)
    return at if at >= 0 else start + _LINE_LIMIT


def _sentence_end(text: str, start: int) -> int:
    ends = [at for mark in "。\n" if (at := text.find(mark, start, start + 300)) >= 0]
    return min(ends, default=start + 300)


def _hidden(label: re.Match[str]) -> str:
    return "□" * len(label.group())


def _plan_year(draft: Draft) -> str:
    """The year a plan is for, where its title says so and it was issued late in the year before (2025年工作要点, dated December)."""
    context = draft.context
    year = re.search(r"(?<![-－—–~～至到\d])(20\d\d)年(?![-－—–~～至到])", context.title)
    if year and context.date and int(year[1]) == context.date.year + 1 and context.date.month >= 10:
        return year[1]
    return ""
