"""Two ledgers side by side."""

from __future__ import annotations

from dataclasses import replace

from app.compare import Owner, compared
from app.ledger_rows import row, shown
from tests.test_export import ENTRY

A, B = "甲局", "乙局"
OTHER = replace(ENTRY, id="obl-2", start=200, end=226, role="support")


def test_each_obligation_is_there_once_on_its_side() -> None:
    found = compared([ENTRY, OTHER], A, [replace(ENTRY, role="support"), replace(ENTRY, id="obl-3", start=1)], B)
    assert [(one.entry.id, one.side, one.owner) for one in found] == [
        ("obl-3", "b", B),
        ("obl-1", "both", A),
        ("obl-2", "a", A),
    ]
    assert found[1].owners == (Owner(A, "lead"), Owner(B, "support"))


def test_what_a_collective_owes_is_left_out() -> None:
    assert compared([replace(ENTRY, collective="各部门")], A, [], B) == []
    assert compared([], A, [], B) == []


def test_an_export_holds_what_the_chip_and_the_filter_leave() -> None:
    rows = [row(one, "zh") for one in (ENTRY, OTHER, replace(ENTRY, collective="各部门"))]
    assert [one["role"] for one in shown(rows, "all", "")] == ["lead", "support"]
    assert [one["role"] for one in shown(rows, "support", "")] == ["support"]
    assert [one["collective"] for one in shown(rows, "collective", "")] == ["各部门"]
    assert shown(rows, "all", "没有的字") == []
    assert len(shown(rows, "all", "东溪治理方案")) == 2


def test_a_side_is_a_filter_where_two_are_compared() -> None:
    rows = [row(one.entry, "zh", one.side, one.owners) for one in compared([ENTRY, OTHER], A, [ENTRY], B)]
    assert [one["side"] for one in shown(rows, "both", "")] == ["both"]
    assert len(shown(rows, "all", "")) == 2
