"""The lists behind the numbers of the first page: each holds what its number counts."""

from __future__ import annotations

from datetime import date

import pytest

from app.as_of import as_of
from app.screens.listing import bounds, caption
from app.screens.overview import numbers
from app.surroundings import cut
from graph.connection import Store
from queries.lists import LISTS, entries, listed


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("all", "obligations"),
        ("no_body", "without_body"),
        ("no_deadline", "without_deadline"),
        ("no_target", "without_target"),
    ],
)
def test_a_list_is_as_long_as_its_number_says(samples: Store, name: str, number: str) -> None:
    found = listed(samples, name)
    assert len(found) == numbers(samples)[number] == len({one.id for one in found})


def test_what_is_due_is_past_ahead_or_both(samples: Store) -> None:
    day = date(2024, 6, 30)
    past, ahead, dated = (
        listed(samples, "due", last=date(2024, 6, 29)),
        listed(samples, "due", first=day),
        listed(samples, "due"),
    )
    assert past and ahead
    assert all(one.due < "2024-06-30" for one in past) and all(one.due >= "2024-06-30" for one in ahead)
    assert {one.id for one in (*past, *ahead)} == {one.id for one in dated}


def test_a_list_is_in_order(samples: Store) -> None:
    dues = [one.due or "9999" for one in listed(samples, "all")]
    assert dues == sorted(dues)
    named = [one.body for one in listed(samples, "all", order="body")]
    assert named == sorted(named, key=lambda name: (name == "", -named.count(name), name)) and named[-1] == ""
    places = [one.document for one in listed(samples, "all", order="document")]
    assert places == sorted(places)


def test_words_find_tasks_bodies_and_documents(samples: Store) -> None:
    for words in ("财政局", "管网", "常务会议"):
        assert 0 < len(listed(samples, "all", words=words)) < len(listed(samples, "all"))
    assert listed(samples, "all", words="没有的字") == []


def test_entries_come_in_the_order_asked_with_all_who_owe_them(samples: Store) -> None:
    ids = [one.id for one in listed(samples, "all")][:40][::-1]
    found = entries(samples, [*ids, "obl-none"])
    assert [one.id for one in found] == ids
    assert {one.role for one in found} == {""}
    assert any(len(one.partners) > 1 for one in found)
    assert all(not one.partners for one in entries(samples, [one.id for one in listed(samples, "no_body")]))


def test_an_unknown_list_is_refused(samples: Store) -> None:
    with pytest.raises(ValueError, match="no_body"):
        listed(samples, "everything")


def test_a_list_of_days_is_named_by_them() -> None:
    day = date(2024, 6, 30)
    assert bounds("overdue", None, None, day) == ("due", None, date(2024, 6, 29))
    assert bounds("no_body", None, None, day) == ("no_body", None, None)
    for name in LISTS:
        assert caption(name, None, None, "zh")
    assert caption("due", day, day, "zh") == "2024-06-30 到期的任务"
    assert "及以前" in caption("due", None, day, "zh") and "起" in caption("due", day, None, "zh")


def test_the_day_that_counts() -> None:
    today = date(2026, 11, 28)
    assert as_of("2024-06-30", today, "2025-01-01", "2024-09-20", "zh").day == date(2024, 6, 30)
    assert as_of("去年", today, "2027-01-01", "2024-09-20", "zh").day == today
    old = as_of("", today, "2025-01-01", "2024-09-20", "zh")
    assert (old.usual, bool(old.why)) == ("2024-09-20", True)
    assert as_of("", today, "", "", "zh").day == today


def test_the_words_around_end_with_sentences() -> None:
    text = "甲县很好。乙县也好。丙县最好。丁县不好。"
    assert cut(text, 10, 15, 7) == ("……乙县也好。", "丁县不好。")
    assert cut(text, 0, 5, 100) == ("", text[5:])
    assert cut("没有标点的长长的一行字" * 9, 40, 44, 10)[1].endswith("……")
