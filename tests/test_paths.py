"""Ways between things: around collectives where that is hardly longer."""

from __future__ import annotations

import pytest

from graph.connection import Store
from queries.paths import way

GRAPH = """CREATE (a:Body {id: 'a', name: '青石县财政局'}), (b:Body {id: 'b', name: '青石县水利局'}), (c:Body {id: 'c', name: '青石县教育局'}),
 (all:Body:Collective {id: 'all', name: '青石县各部门'}), (o:Obligation {id: 'o', text: '修渠'}), (p:Obligation {id: 'p', text: '拨款'}),
 (x:Project {id: 'x', name: '青石渠'}), (a)-[:MEMBER_OF]->(all), (b)-[:MEMBER_OF]->(all), (c)-[:MEMBER_OF]->(all),
 (a)-[:LEADS]->(p), (p)-[:CONCERNS]->(x), (o)-[:CONCERNS]->(x), (b)-[:LEADS]->(o)"""


@pytest.fixture
def small(store: Store) -> Store:
    store.write("MATCH (n) DETACH DELETE n")
    store.write(GRAPH)
    return store


def test_a_way_around_a_collective_is_taken_where_it_is_hardly_longer(small: Store) -> None:
    found = way(small, "a", "b")
    assert [one["id"] for one in found.nodes] == ["a", "p", "x", "o", "b"]
    assert [one["type"] for one in found.relations] == ["LEADS", "CONCERNS", "CONCERNS", "LEADS"]


def test_where_there_is_no_other_it_runs_through_the_collective(small: Store) -> None:
    assert [one["id"] for one in way(small, "a", "c").nodes] == ["a", "all", "c"]


def test_a_much_longer_way_is_not_taken(small: Store) -> None:
    small.write(
        "MATCH (x {id: 'x'})<-[r:CONCERNS]-(o {id: 'o'}) DELETE r CREATE (x)<-[:CONCERNS]-(:Obligation {id: 'q'})-[:DEPENDS_ON]->(o)"
    )
    assert [one["id"] for one in way(small, "a", "b").nodes] == ["a", "all", "b"]


def test_a_collective_may_be_an_end_of_a_way(small: Store) -> None:
    assert [one["id"] for one in way(small, "all", "o").nodes] == ["all", "b", "o"]
    assert way(small, "a", "a").nodes == ()
