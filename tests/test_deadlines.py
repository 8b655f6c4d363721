"""Deadlines: specs/deadlines.yaml, the examples of the word lists, cells and lines of time, and properties of dates."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extract import calendar
from extract.dates import resolve
from extract.deadlines import deadlines
from extract.draft import Draft
from extract.outline import outline
from extract.periods import find
from extract.resource import resource
from extract.source import Context, Source
from extract.structure import Kind
from extract.times_beside import bind

SPECS = yaml.safe_load((Path(__file__).parent / "specs" / "deadlines.yaml").read_text("utf-8"))
CASES = [
    pytest.param(group["day"], group.get("title", ""), case["text"], case["results"], id=case["text"][:24])
    for group in SPECS
    for case in group["cases"]
]
DAY = date(2024, 2, 5)


def read(text: str, day: date | None = DAY, title: str = "") -> Draft:
    draft = Draft(Source(text), Context(title=title, date=day))
    outline(draft)
    draft.context = Context(title=title, date=day)
    deadlines(draft)
    return draft


@pytest.mark.parametrize(("day", "title", "text", "results"), CASES)
def test_spec(day, title, text, results):
    found = read(text, day, title).deadlines
    wanted = [{"text": one[0], "due": one[1]} if isinstance(one, list) else one for one in results]
    assert [one.text for one in found] == [one["text"] for one in wanted]
    for one, expected in zip(found, wanted, strict=True):
        assert {key: getattr(one, key) for key in expected} == expected
        assert one.firm == expected.get("firm", True)
        assert text[one.start : one.end] == one.text


@pytest.mark.parametrize("entry", resource("holidays"), ids=lambda entry: entry["name"])
def test_festival_examples(entry):
    assert read(entry["example"] + "。").deadlines[0].due is not None
    assert read(entry["counter"] + "。").deadlines == []


SEASONS = [(section, entry) for section, entries in resource("seasons").items() for entry in entries]


@pytest.mark.parametrize(("section", "entry"), SEASONS, ids=lambda value: value if isinstance(value, str) else "")
def test_season_examples(section, entry):
    found = read(entry["example"] + "。").deadlines
    assert found and found[0].due is None and any(word in found[0].text for word in entry["words"])
    assert read(entry["counter"] + "。").deadlines == []


CUES = [
    pytest.param(one, id=f"{key}-{which}")
    for key, entry in resource("time_cues").items()
    for which, one in (("example", entry["example"]), ("counter", entry["counter"]))
]


@pytest.mark.parametrize("case", CUES)
def test_cue_examples(case):
    """`times` are bounds that are firm and known, `soft` those that are not firm, `open` those without due day."""
    found = read(case["text"]).deadlines
    assert [one.text for one in found] == case.get("times", case.get("soft", case.get("open")))
    assert all(one.firm != ("soft" in case) and (one.due is None) == ("open" in case) for one in found)


def test_time_cells_belong_to_the_acts_of_their_row():
    text = (
        "序号\t工作任务\t责任单位\t完成时限\n1\t新建茶园2000亩。\t县农业农村局\t12月底\n"
        "2\t开展排查整治。\t县应急局\t首轮4月底前，全年滚动推进\n3\t宣传法规。\t县司法局\t长期坚持"
    )
    draft = read(text)
    for sentence in draft.outline.sentences:
        task = sentence.cell is not None and sentence.cell.header == "工作任务" and not sentence.cell.is_header
        sentence.kind = Kind.OBLIGATION if task else Kind.CONTEXT
    bind(draft)
    bound = {draft.outline.sentences[at].text: found for at, found in draft.times.items()}
    assert [(one.text, one.due) for one in bound["新建茶园2000亩。"]] == [("12月底", date(2024, 12, 31))]
    assert [one.text for one in bound["开展排查整治。"]] == ["4月底前", "全年"]
    assert [one.kind for one in bound["宣传法规。"]] == ["ongoing"]


def test_a_line_of_time_belongs_to_the_item_above():
    text = (
        "（一）新建公园。新建口袋公园3处。\n完成时限：2024年9月底前\n（二）修复道路。修复破损路面。\n完成时限：11月底"
    )
    draft = read(text)
    for sentence in draft.outline.sentences:
        sentence.kind = Kind.OBLIGATION if sentence.text.startswith(("新建口袋", "修复破损")) else Kind.CONTEXT
    bind(draft)
    bound = {draft.outline.sentences[at].text: [one.due for one in found] for at, found in draft.times.items()}
    assert bound == {"新建口袋公园3处。": [date(2024, 9, 30)], "修复破损路面。": [date(2024, 11, 30)]}


def test_corrected_date_needs_only_the_words():
    """What a reader does when the document's date was wrong: the same words, another day."""
    text = "年底前完成，自印发之日起10个工作日内报备，接到通知后3日内反馈，2025年3月底前设计，6月底前开工。"
    right = read(text, date(2023, 6, 1)).deadlines
    for one, corrected in zip(read(text, date(2022, 6, 1)).deadlines, right, strict=True):
        assert resolve(one.text, date(2023, 6, 1), anchor=one.anchor).due == corrected.due


def test_today_is_never_asked(monkeypatch):
    """Without the document's date nothing relative is fixed, whatever the day is."""
    text = "年底前、本周五前、下月底前、30日内、6月底前、春节前、今年、明天下班前完成。"
    assert [one.due for one in read(text, None).deadlines] == [None] * 8


def test_lunar_table_agrees_with_the_holiday_notices():
    names = {"Spring Festival": (1, 1), "Dragon Boat Festival": (5, 5), "Mid-autumn Festival": (8, 15)}
    compared = 0
    for year in range(2008, 2027):
        for name, (month, day) in names.items():
            found = calendar.lunar(year, month, day)
            assert found is not None
            rest, reason = chinese_calendar.get_holiday_detail(found)
            if rest and reason:
                assert reason in (name, "National Day", "Labour Day"), (year, name, found)
                compared += 1
    assert compared > 50


DAYS = st.dates(date(2005, 1, 1), date(2049, 12, 31))


@given(DAYS, st.integers(0, 60))
def test_working_days(day, count):
    end, note = calendar.add_working_days(day, count)
    assert end >= day + timedelta(days=count)
    assert note
    assert calendar.add_working_days(day, count + 1)[0] > end


@given(DAYS, st.integers(0, 240))
def test_months_keep_the_day_or_end_the_month(day, months):
    end = calendar.add_months(day, months)
    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == months
    assert end.day == day.day or end == calendar.month_end(end.year, end.month)


@given(DAYS, st.integers(1, 12))
def test_a_month_without_year_is_the_next_one(day, month):
    due = resolve(f"{month}月底前", day).due
    assert due is not None and due.month == month and day <= due <= day + timedelta(days=366)


@given(DAYS, DAYS)
def test_written_days_mean_themselves(day, other):
    words = f"{other.year}年{other.month}月{other.day}日前"
    assert resolve(words, day).due == other == resolve(words, None).due


@given(DAYS, st.sampled_from(sorted(calendar.festivals())))
def test_before_a_festival_means_its_eve(day, name):
    due = resolve(f"{name}前", day).due
    if due is not None:
        assert due >= day - timedelta(days=1)
        assert calendar.next_festival(day, name) == due + timedelta(days=1)


TIMES = st.text(
    alphabet="0123456789年月日底前末初上下旬季度半全每自从起至到—内个工作一二三十今明本春节国庆期间X×《》（），。之印发",
    max_size=60,
)


@given(TIMES, st.none() | DAYS)
def test_any_text_is_read(text, day):
    draft = read(text, day)
    last = 0
    for one in draft.deadlines:
        assert text[one.start : one.end] == one.text and last <= one.start < one.end
        assert one.begin is None or one.due is None or one.begin <= one.due
        last = one.end
    spans = [(one.start, one.end) for one in find(text)]
    assert spans == sorted(spans)


@given(st.text(max_size=12), st.none() | DAYS, st.sampled_from(["", "event", "2031"]))
def test_any_words_are_resolved(words, day, anchor):
    value = resolve(words, day, anchor=anchor)
    assert value.kind in ("by", "during", "from", "recurring", "ongoing")
