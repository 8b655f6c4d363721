"""When: deadlines and periods of acts with the day they end on (`draft.deadlines`).

`periods.find` sees every expression of time, `dates.resolve` values it; here those that bound no act are left out
(past events, cited documents, conditions, what merely describes a thing) and the soft ones marked (力争, 原则上).
A `Deadline` keeps its words and its `anchor`, so `resolve(one.text, new_date, anchor=one.anchor)` values it anew when a
reader corrects the document's date.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from extract import bounds
from extract.clauses import Clauses
from extract.dates import resolve
from extract.draft import Draft, within
from extract.looks import looks
from extract.model import Deadline
from extract.periods import find
from extract.structure import Cell, Kind, Sentence
from extract.tables import column_kind
from extract.time_value import RECURRING

_NAMED_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
_STOP = re.compile(r"[。；！？\n\t]")
_NAMED = re.compile(r"[一-龥]{0,6}”")
_SLOGAN = re.compile(r"“[一-龥]{1,6}$")  # “大干四季度”
_MONTH = re.compile(r"[\d一二三四五六七八九十]{1,2}\s?月")
_IN_MONTH = re.compile(r"[上中下]旬|(?:月|季度?)[底末]|[0-9一二三十]{1,3}[日号]")
_LABEL = re.compile(
    r"(?:^[ 　]*|(?<=[；;：:]))(?:[一二三四五六七八九十]{1,3}、(?=(?:\d{1,4}|[一二两三四五六七八九十]{1,3})个?[年月日天周季小工])|\d{1,2}[.．](?=\d{1,4}[年月日]))",
    re.M,
)
"""一、3月底前…, 2.6月底前…: the label is no part of the time. Few texts have such a line: others are read as they are."""
_COLON, _LINE = ("：", ":"), ("", "\n")
_NEXT_YEAR = ("次年", "翌年")
_LATEST = ("最迟", "最晚", "不晚", "不迟", "至迟")
_LINE_LIMIT, _NEXT_CLAUSE = 600, 40
_ALWAYS = re.compile(
    r"长期(?:坚持|推进|实施|有效|任务)?|常态化?(?:推进|开展|坚持|实施|落实)?|日常工作|贯穿全年|经常性工作"
)
_TERM = re.compile(
    r"[（(【\[]?\s*(?:[^，。；：:]{0,12}[：:；，][^：:]{0,60}?[；，。]\s?)?[一-龥]{0,4}(?:时限|时间|期限)(?:要求|节点|安排|进度)?\s*[】\]]?\s*[：:]"
)
_DUTY = re.compile(r"负责|牵头|配合|责任|完成|落实|[底日月]前|时限")


def deadlines(draft: Draft) -> None:
    clauses, text, day = draft.clauses, draft.text, draft.context.date
    plan, cells = _plan_year(draft), _TimeCells(draft)
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
            bounds.unbound(one, words, before, after, value, day)
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


class _TimeCells:
    """Cells of a column such as 完成时限: every time in them is meant; 长期 and 常态化 alone are periods too."""

    def __init__(self, draft: Draft) -> None:
        self.cells = [one for one in draft.outline.sentences if one.cell and _is_time(one.cell, one.text)]
        self.starts = [one.start for one in self.cells]

    def hold(self, start: int) -> bool:
        at = bisect_right(self.starts, start) - 1
        return at >= 0 and start < self.cells[at].end

    def ongoing(self) -> Iterator[Deadline]:
        for one in self.cells:
            if _ALWAYS.fullmatch(one.text):
                yield Deadline(one.start, one.end, one.text, "ongoing", recurrence="ongoing", rule="time-ongoing")


def _is_time(cell: Cell, words: str) -> bool:
    if cell.is_header:
        return False
    kind = column_kind(cell.header) if cell.header else ""
    return kind == "deadline" or (not kind and looks(words) == "time")


def _hidden(label: re.Match[str]) -> str:
    return "□" * len(label.group())


def bind(draft: Draft) -> None:
    """Times that stand beside the acts they bound: in the row's time cell, in a line or bracket “完成时限：…” after the item.

    Fills `draft.times`: index of a sentence → deadlines that stand in another sentence. Runs when kinds are known.
    """
    rows: dict[tuple[int, int], list[Deadline]] = {}
    sentences = draft.outline.sentences
    for one in sentences:
        if one.cell and _is_time(one.cell, one.text):
            rows.setdefault((one.cell.table, one.cell.row), []).extend(within(draft.deadlines, one.start, one.end))
    for index, one in enumerate(sentences):
        if one.kind is Kind.OBLIGATION and not _closes_bracket(sentences, index):
            if one.cell and not _is_time(one.cell, one.text) and (found := rows.get((one.cell.table, one.cell.row))):
                draft.times.setdefault(index, []).extend(found)
        elif one.kind in _HEADS and (phase := _PHASE.search(one.text)):
            found = within(draft.deadlines, one.start + phase.start(1), one.start + phase.end(1))
            if found:
                for under in _phase(draft, index):
                    draft.times.setdefault(under, []).extend(found)
        elif (
            not one.cell
            and (_is_term(one.text) or _closes_bracket(sentences, index))
            and (found := within(draft.deadlines, one.start, one.end))
        ):
            for before in (*_governed(sentences, index), *_list_above(draft, index)):
                draft.times.setdefault(before, []).extend(found)


def _phase(draft: Draft, index: int) -> Iterator[int]:
    """Obligations of a phase of a plan (“（二）实施阶段（2024年7月至9月）”) that have no time of their own."""
    sentences, items = draft.outline.sentences, draft.outline.items
    head = sentences[index]
    section = None
    for at in range(index + 1, min(len(sentences), index + _LONGEST_PHASE)):
        one = sentences[at]
        if head.kind is Kind.TOPIC:
            if one.paragraph != head.paragraph and (
                one.item is None or (one.item != head.item and items[one.item].parent != head.item)
            ):
                return
        else:
            section = one.section if section is None else section
            if one.section != section or one.kind is Kind.HEADING:
                return
        if one.kind is Kind.OBLIGATION and not within(draft.deadlines, one.start, one.end):
            yield at


_HEADS = (Kind.TOPIC, Kind.HEADING)
_PHASE = re.compile(r"阶段[^（(]{0,8}([（(][^（）()]*\d[^（）()]*[）)])[。：:]?$")
_LONGEST_PHASE = 60  # sentences


def _is_term(words: str) -> bool:
    """A line or bracket that gives the time of what stands above it: 完成时限：…, （县发改局牵头，6月底前完成）."""
    if words[0] in "（([【" and words.rstrip("。；;")[-1] in "）)]】":
        return _DUTY.search(words) is not None
    return ("：" in words or ":" in words) and _TERM.match(words) is not None


def _governed(sentences: list[Sentence], index: int) -> Iterator[int]:
    """Obligations that a line “完成时限：…” speaks of: those of its item, else of its paragraph, else of the one before."""
    term = sentences[index]
    paragraph = None
    for at in range(index - 1, max(-1, index - 40), -1):
        one = sentences[at]
        if (term.item is not None and one.item is not None and one.item < term.item) or one.section != term.section:
            return
        if one.kind is not Kind.OBLIGATION:
            if _is_term(one.text):
                return
            continue
        paragraph = one.paragraph if paragraph is None else paragraph
        if term.item is None and one.paragraph != paragraph:
            return
        yield at


def _closes_bracket(sentences: list[Sentence], index: int) -> bool:
    """（责任单位：县住建局； | 9月底前完成）: the time behind the semicolon of a bracket of bodies."""
    one, before = sentences[index], sentences[index - 1] if index else None
    return (
        before is not None
        and one.paragraph == before.paragraph
        and one.text.rstrip("。；;")[-1:] in ("）", ")")
        and before.text[0] in "（("
        and before.text[-1] in "；;"
        and "）" not in before.text
        and ")" not in before.text
    )


def _list_above(draft: Draft, index: int) -> Iterator[int]:
    """整改措施：1.…2.…3.… | 整改时限：…: obligations of the items before the last, where no line of the list has a time of its own."""
    sentences, items = draft.outline.sentences, draft.outline.items
    term = sentences[index]
    if term.item is None or index == 0 or sentences[index - 1].paragraph == term.paragraph:
        return
    last, after = items[term.item], index + 1
    while after < len(sentences) and sentences[after].rule == "responsible-line":
        after += 1
    beyond = sentences[after].item if after < len(sentences) else None
    if beyond is not None and (items[beyond].parent, items[beyond].level) == (last.parent, last.level):
        return  # the list goes on
    found: list[int] = []
    own = True  # lines right behind the list
    for at in range(index - 1, max(-1, index - 40), -1):
        one = sentences[at]
        if one.item is None or (items[one.item].parent, items[one.item].level) != (last.parent, last.level):
            break
        if one.rule == "responsible-line":
            if not own:
                return  # others in the list have their own
            continue
        own = False
        if one.item != term.item and one.kind is Kind.OBLIGATION and not within(draft.deadlines, one.start, one.end):
            found.append(at)
    yield from found


def _plan_year(draft: Draft) -> str:
    """The year a plan is for, where its title says so and it was issued late in the year before (2025年工作要点, dated December)."""
    context = draft.context
    year = re.search(r"(?<![-－—–~～至到\d])(20\d\d)年(?![-－—–~～至到])", context.title)
    if year and context.date and int(year[1]) == context.date.year + 1 and context.date.month >= 10:
        return year[1]
    return ""
