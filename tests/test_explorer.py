"""图谱 without a browser: what is opened, grouped, hidden; what the evidence panel of each thing says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.drawn import short
from graph.connection import Store
from graph.judgements import judge, withdraw
from queries import neighbours
from queries.acts import acts, first_due
from queries.neighbours import picture
from queries.same import heads
from tests.drawn import component, draw
from tests.loaded import load_samples

BUSIEST = "MATCH (b:Body) RETURN b.id ORDER BY COUNT { (b)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->() } DESC, b.id LIMIT 1"


@pytest.fixture(scope="module", autouse=True)
def samples(store: Store) -> None:
    load_samples(store)


@pytest.fixture
def busiest(store: Store) -> str:
    return str(store.read(BUSIEST).rows[0][0])


def test_pages_of_neighbours_and_what_is_left(store: Store, busiest: str) -> None:
    first = picture(store, [busiest], [busiest])
    second = picture(store, [busiest], [f"{busiest}~2"])
    assert len(first.nodes) == 1 + neighbours.PAGE and first.more[busiest] > 0 and not first.groups
    assert len(second.nodes) > len(first.nodes)
    assert {one.id for one in first.nodes} <= {one.id for one in second.nodes}
    shown = {one.id for one in second.nodes}
    assert all(edge.source in shown and edge.target in shown for edge in second.edges)


def test_above_the_limit_things_are_grouped(store: Store, busiest: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neighbours, "AT_MOST", 20)
    made = picture(store, [busiest], [f"{busiest}~9"])
    assert made.groups and len(made.nodes) <= 20
    all_of_it = store.read("MATCH (:Body {id: $id})-[r]-(m) RETURN count(DISTINCT m)", {"id": busiest}).rows[0][0]
    assert (
        sum(one.count for one in made.groups) + len(made.nodes) - 1 - sum(one.shown for one in made.groups) == all_of_it
    )
    largest = max(made.groups, key=lambda one: one.count)
    opened = picture(store, [busiest], [busiest, largest.id])
    (same,) = [one for one in opened.groups if one.id == largest.id]
    assert same.shown == min(neighbours.PAGE, largest.count)
    assert opened.more.get(largest.id, 0) == largest.count - same.shown
    filled = picture(store, [busiest], [busiest, f"{largest.id}~9"])
    assert len(filled.nodes) <= 20 and (filled.full or not filled.more)


def test_unknown_ids_are_left_out(store: Store, busiest: str) -> None:
    made = picture(store, [busiest, "body-none"], [busiest, "obl-none~2", "x~y~z"])
    assert [one.id for one in made.nodes if one.id == "body-none"] == []
    assert len(made.nodes) == 1 + neighbours.PAGE


def test_the_start_is_the_picture_and_its_tasks_say_when_and_who(busiest: str) -> None:
    data = component(draw("explorer"))
    assert data["root"] and data["open"] == [data["root"]]
    tasks = [one for one in data["nodes"] if one["kind"] == "Obligation"]
    assert tasks
    for one in tasks:
        labels = {fact["label"] for fact in one["evidence"]["facts"]}
        assert "完成时限" in labels and labels & {"牵头", "责任", "配合", "督办"}
        assert any(link["href"].startswith("/documents?doc=") for link in one["evidence"]["links"])
        words = one["evidence"]["text"]
        assert all(0 <= span["start"] < span["end"] <= len(words) for span in one["evidence"]["spans"])
    assert any(one["note"] for one in tasks)


def test_every_edge_that_a_text_says_opens_it() -> None:
    for edge in component(draw("explorer"))["edges"]:
        if edge["evidence"]["text"]:
            assert edge["evidence"]["links"][0]["href"].startswith("/documents?doc=")


def test_no_code_is_shown_as_a_property(busiest: str) -> None:
    (body,) = [one for one in component(draw("explorer", root=busiest))["nodes"] if one["id"] == busiest]
    values = {fact["label"]: fact["value"] for fact in body["evidence"]["facts"]}
    assert values["层级"] == "县级" and "名录条目" not in values


def test_groups_are_drawn_with_a_way_to_the_list(busiest: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neighbours, "AT_MOST", 20)
    data = component(draw("explorer", root=busiest, open=busiest))
    groups = [one for one in data["nodes"] if one["kind"] == "Group"]
    assert data["grouped"] and groups
    hrefs = [link["href"] for one in groups for link in one["evidence"]["links"]]
    assert any(f"body={busiest}&role=" in one for one in hrefs)


def test_an_unknown_start_is_said() -> None:
    data = component(draw("explorer", root="body-none", open="body-none"))
    assert not data["nodes"] and "没有“body-none”" in data["missing"]


def test_acts_by_id(store: Store) -> None:
    ids = [str(row[0]) for row in store.read("MATCH (o:Obligation) RETURN o.id ORDER BY o.id LIMIT 40").rows]
    found = acts(store, [*ids, "obl-none", "body-1"])
    assert sorted(found) == ids
    assert any(first_due(one) for one in found.values())
    assert acts(store, ["body-1"]) == {}


def test_names_fit_their_cards() -> None:
    assert short("甲" * 40) == "甲" * 33 + "…" and short("甲") == "甲"


@pytest.fixture
def judged(store: Store) -> Iterator[tuple[str, str, str]]:
    """Two bodies with tasks in common neighbourhood, judged to be one: (head, other, the other's name)."""
    rows = store.read(
        "MATCH (b:Body) WHERE b.registered AND NOT b:Collective "
        "RETURN b.id, b.name ORDER BY COUNT { (b)-[:LEADS|RESPONSIBLE_FOR]->() } DESC, b.id LIMIT 2"
    ).rows
    pair = [(str(key), str(name)) for key, name in rows]
    made = judge(store, pair[0], pair[1], same=True, by="张三")
    head, other = sorted(pair, key=lambda one: one[1])
    yield head[0], other[0], other[1]
    withdraw(store, made)


def test_judged_bodies_are_drawn_as_one(store: Store, judged: tuple[str, str, str]) -> None:
    head, other, name = judged
    drawn_as = {own: one for own, (one, _) in heads(store).items()}
    assert drawn_as == {head: head, other: head}
    for root in (head, other):
        made = picture(store, [root], [f"{root}~9"], drawn_as)
        ids = [one.id for one in made.nodes]
        assert head in ids and other not in ids and len(set(ids)) == len(ids)
        assert next(one.same for one in made.nodes if one.id == head) == (name,)
        assert all(edge.source in ids and edge.target in ids and edge.source != edge.target for edge in made.edges)
        assert not any(edge.type == "SAME_AS" for edge in made.edges)
    apart = [picture(store, [root], [f"{root}~9"]) for root in (head, other)]
    theirs = {one.id for each in apart for one in each.nodes} - {head, other}
    assert {one.id for one in made.nodes} - {head} == theirs  # what either owes hangs on the one


def test_a_link_to_a_judged_body_opens_the_one_and_apart_shows_both(judged: tuple[str, str, str]) -> None:
    head, other, name = judged
    data = component(draw("explorer", root=other, open=other))
    shown = {one["id"]: one for one in data["nodes"]}
    assert data["judged"] and data["root"] == head and other not in shown
    assert shown[head]["note"] == "已判为同一"
    assert {"已判为同一": name}.items() <= {
        one["label"]: one["value"] for one in shown[head]["evidence"]["facts"]
    }.items()
    data = component(draw("explorer", root=other, open=other, apart="1"))
    assert data["judged"] and {head, other} <= {one["id"] for one in data["nodes"]}
    assert any(edge["type"] == "SAME_AS" for edge in data["edges"])
