"""Names in a typed query that are nowhere in the graph are told, with the nearest that is."""

from __future__ import annotations

import pytest

from graph.connection import Store
from graph.guard import run_guarded


def test_labels_relations_and_properties_that_are_not_there(store: Store) -> None:
    table = run_guarded(store, "MATCH (n:Bodyy)-[:LEADZ]->(m)\nWHERE n.nam = 'x' RETURN m.summry")
    assert [(one.kind, one.name, one.line, one.column) for one in table.unknown] == [
        ("label", "Bodyy", 1, 10),
        ("relation", "LEADZ", 1, 19),
        ("property", "nam", 2, 9),
        ("property", "summry", 2, 28),
    ]
    assert table.unknown[0].text("zh") == "第 1 行第 10 列：图谱中没有“Bodyy”这个标签，是不是 Body？"
    assert table.unknown[1].text("en").endswith("there is no relation LEADZ; did you mean LEADS?")


@pytest.mark.parametrize("text", ["MATCH (n:Programme) RETURN n.name", "MATCH (b:Body)-[:SAME_AS]->(c) RETURN b, c"])
def test_what_the_schema_knows_is_not_unknown_in_an_empty_graph(store: Store, text: str) -> None:
    assert run_guarded(store, text).unknown == ()
