"""What is sent to the browser once, and what the pages keep of what they showed."""

from __future__ import annotations

import json
from collections import OrderedDict
from typing import Any

import pytest

from app import held, memory


def test_a_part_is_sent_once_and_again_when_it_changes_or_is_lost() -> None:
    session: dict[Any, Any] = {}

    def sent(rows: list[int], *, anew: bool = False) -> Any:
        one = held.light({"rows": rows}, ("rows",), session, anew=anew).get("rows")
        return one and one.text

    assert sent([1]) == "[1]"
    assert sent([1]) is None
    assert sent([2]) == "[2]"
    assert sent([1]) is None
    assert sent([1], anew=True) == "[1]"
    assert sent([2]) == "[2]", "all is forgotten when something was lost"


def test_what_is_kept_is_written_out_once_and_is_the_same() -> None:
    made = held.part(["县财政局", 1])
    session: dict[Any, Any] = {}
    assert held.light({"rows": made}, ("rows",), session)["rows"] is made
    assert "rows" not in held.light({"rows": ["县财政局", 1]}, ("rows",), session)
    assert json.loads(held.written({"rows": made, "day": "", "at": 1})) == {"rows": ["县财政局", 1], "day": "", "at": 1}


def test_what_comes_later_is_sent_when_it_is_asked_for_and_then_held() -> None:
    session: dict[Any, Any] = {}

    def sent(*asked: str, anew: bool = False) -> bool:
        made = held.light({"hints": [1]}, ("hints",), session, anew=anew, later=("hints",), asked=asked)
        assert made["held"]["hints"] and made["later"] == ["hints"]
        return "hints" in made

    assert [sent(), sent("hints"), sent(), sent("hints")] == [False, True, False, True], "an answer may be overtaken"
    assert not sent(anew=True), "what was lost is not asked for before it is needed again"


def test_a_session_remembers_fewer_than_the_browser_keeps() -> None:
    session: dict[Any, Any] = {}
    for number in range(30):
        held.light({"rows": [number]}, ("rows",), session)
    assert len(session[held.KEY]) == held.MOST < 32
    assert "rows" in held.light({"rows": [0]}, ("rows",), session)


def test_lines_are_kept_until_the_graph_changes_or_others_need_the_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_RECENT", OrderedDict())
    monkeypatch.setattr(memory, "MOST", 5)
    made: list[str] = []

    def lines(stamp: int, name: str) -> list[str]:
        def make() -> list[str]:
            made.append(name)
            return [name] * 3

        return memory.recent((stamp,), (name,), make)

    assert lines(1, "a") is lines(1, "a")
    lines(2, "a")
    assert made == ["a", "a"]
    lines(2, "b")  # six lines are more than five: the older goes
    lines(2, "b")
    lines(2, "a")
    assert made == ["a", "a", "b", "a"]
