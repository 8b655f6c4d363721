"""A large document goes in pieces: the same graph, and what an end in the middle left is cleared."""

from __future__ import annotations

from typing import Any

import pytest

import graph.load
import graph.remove
from graph.check import check
from graph.connection import Store
from graph.remove import mark_unfinished, recover
from graph.writer import clear_leavings
from tests.load_facts import ALL, facts_of, item, load, minutes, notice, report, sound, take_away

pytestmark = pytest.mark.neo4j


@pytest.fixture(autouse=True)
def _empty_graph(store: Store) -> None:
    store.write("MATCH (n) DETACH DELETE n")


def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph.load, "AT_ONCE", 7)
    monkeypatch.setattr(graph.load, "BATCH", 3)
    monkeypatch.setattr(graph.remove, "AT_ONCE", 4)
    monkeypatch.setattr(graph.remove, "BATCH", 2)


def test_in_pieces_is_the_same_as_at_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    load(store, *map(item, (one() for one in ALL)))
    at_once = sound(store)
    store.write("MATCH (n) DETACH DELETE n")
    small_pieces(monkeypatch)
    load(store, *map(item, (one() for one in ALL)))
    assert sound(store) == at_once
    load(store, item(minutes()))
    assert sound(store) == at_once
    for one in ALL:
        assert take_away(store, item(one()).rows.id)
    assert store.read("MATCH (n) RETURN count(n)").rows == [(0,)]


def test_a_large_former_version_goes_too(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    former = item(report(), "/a.txt")
    load(store, former)
    small_pieces(monkeypatch)
    assert load(store, item(notice(), "/a.txt", (former.rows.id,))) == ["replaced"]
    assert facts_of(store, "MATCH (d:Document) RETURN d.title") == {("通知",)}
    sound(store)


class StoppedError(Exception):
    """Stands for whatever ends a command in the middle."""


def stop_after(monkeypatch: pytest.MonkeyPatch, relations: int) -> None:
    """End the writing when so many batches of relations are in."""
    real, calls = graph.load._put_relations, [0]

    def put(tx: Any, given: Any) -> None:
        calls[0] += bool(given)
        if calls[0] > relations:
            raise StoppedError
        real(tx, given)

    monkeypatch.setattr(graph.load, "_put_relations", put)


@pytest.mark.parametrize("batches", [0, 1, 2])
def test_what_a_crash_left_is_cleared(store: Store, monkeypatch: pytest.MonkeyPatch, batches: int) -> None:
    load(store, item(minutes()))
    before = sound(store)
    with monkeypatch.context() as patch:
        small_pieces(patch)
        stop_after(patch, batches)
        with pytest.raises(StoppedError):
            load(store, item(report()))
    assert [one.kind for one in check(store).problems if one.kind == "unfinished"] == ["unfinished"]
    assert clear_leavings(store) == 1
    assert sound(store) == before
    assert clear_leavings(store) == 0


def test_a_transaction_that_fails_leaves_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    load(store, item(minutes()))
    before = sound(store)
    with monkeypatch.context() as patch:
        stop_after(patch, 0)
        with pytest.raises(StoppedError):
            load(store, item(report()))
    assert sound(store) == before


def test_an_interrupted_removal_is_finished(store: Store) -> None:
    load(store, item(minutes()))
    before = sound(store)
    other = item(report())
    load(store, other)
    store.transaction(lambda tx: mark_unfinished(tx, other.rows.id, ""))
    assert clear_leavings(store) == 1
    assert sound(store) == before


def test_the_work_of_a_living_writer_elsewhere_is_left_alone(store: Store) -> None:
    other = item(report())
    load(store, other)
    store.transaction(lambda tx: mark_unfinished(tx, other.rows.id, "another-machine:/data"))
    assert recover(store, "this-machine:/data") == 0
    store.write("MATCH (d:Unfinished) SET d.beat = datetime() - duration({hours: 1})")
    assert recover(store, "this-machine:/data") == 1
    assert store.read("MATCH (n) RETURN count(n)").rows == [(0,)]
