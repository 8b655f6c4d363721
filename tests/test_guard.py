"""Guarded Cypher against the list of tests/specs/guard.yaml: what reads runs, what does not is refused with the reason."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.connection import Store
from graph.cypher_text import check_text, tokens, unprefixed
from graph.errors import (
    GraphError,
    QueryLimitError,
    QueryRefusedError,
    QuerySyntaxError,
    QueryUsageError,
)
from graph.guard import run_guarded
from graph.query_errors import position

SPECS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "specs" / "guard.yaml").read_text("utf-8"))
KINDS = {
    "refused": QueryRefusedError,
    "syntax": QuerySyntaxError,
    "usage": QueryUsageError,
    "limit": QueryLimitError,
}


@pytest.fixture(scope="module")
def graph(store: Store) -> Iterator[Store]:
    """Three nodes and a relation, which no query of the list may change."""
    store.write(
        "CREATE (:部门 {名称: '财政局'}), (:部门 {名称: '住建局'}), "
        "(:Body {name: '县政府'})-[:LEADS {rule: 'r'}]->(:Obligation {text: '完成修缮'})"
    )
    before = content(store)
    yield store
    assert content(store) == before


def content(store: Store) -> list[tuple[Any, ...]]:
    nodes = store.read(
        "MATCH (n) RETURN labels(n), properties(n), COUNT { (n)--() } ORDER BY labels(n)[0], properties(n).名称"
    ).rows
    names = store.read("SHOW INDEXES YIELD name RETURN name ORDER BY name").rows
    users = store.read("SHOW USERS YIELD user RETURN user").rows
    return [*nodes, *names, *users]


@pytest.mark.parametrize("spec", SPECS, ids=[spec["query"][:60] or "empty" for spec in SPECS])
def test_what_users_type(graph: Store, spec: dict[str, Any]) -> None:
    params = spec.get("params", {})
    if spec["result"] == "rows":
        table = run_guarded(graph, spec["query"], params, timeout=10)
        if "column" in spec:
            assert table.columns[0] == spec["column"]
            assert table.rows[0][0].startswith("ProduceResults")
        else:
            assert (table.rows[0] if table.rows else None) == spec["first"]
        json.dumps(table.rows, allow_nan=False)
        assert not table.truncated
        return
    kind = KINDS[spec["result"]]
    with pytest.raises(GraphError) as caught:
        # memory runs out within a second on a quiet machine; the clock must not be what ends it on a busy one
        run_guarded(graph, spec["query"], params, timeout=60 if spec.get("says") == "memory" else 2)
    assert isinstance(caught.value, kind), caught.value
    assert spec["result"] != "usage" or not isinstance(caught.value, QuerySyntaxError)
    assert str(spec.get("says", "")) in caught.value.en
    assert any("一" <= one <= "鿿" for one in caught.value.zh), "the message speaks Chinese as well"
    if "line" in spec:
        assert isinstance(caught.value, QuerySyntaxError)
        assert (caught.value.line, caught.value.column) == (spec["line"], spec["column"])


def test_nodes_relations_and_paths_become_json(graph: Store) -> None:
    query = (
        "MATCH p = (b:Body)-[r:LEADS]->(o) RETURN b, r, p, [b] AS list, {node: o} AS map, point({x: 1, y: 2}) AS point"
    )
    row = json.loads(json.dumps(run_guarded(graph, query).rows[0]))
    node, relation, path, listed, mapped, point = row
    assert node["kind"] == "node"
    assert (node["labels"], node["properties"]) == (["Body"], {"name": "县政府"})
    assert (relation["kind"], relation["type"], relation["properties"]) == ("relation", "LEADS", {"rule": "r"})
    assert relation["start"] == node["element_id"]
    assert relation["end"] == mapped["node"]["element_id"]
    assert [one["labels"] for one in path["nodes"]] == [["Body"], ["Obligation"]]
    assert path["relations"] == [relation]
    assert listed == [node]
    assert (point["kind"], point["coordinates"]) == ("point", [1.0, 2.0])


def test_a_parameter_of_a_foreign_type_is_wrong_use(graph: Store) -> None:
    with pytest.raises(QueryUsageError, match="parameter"):
        run_guarded(graph, "RETURN $x", {"x": object()})


def test_syntax_errors_point_at_the_place(graph: Store) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        run_guarded(graph, "MATCH (n:部门)\nRETRN n.名称")
    lines = caught.value.zh.splitlines()
    assert lines[0].startswith("查询语法有误，第 2 行第 1 列")
    assert lines[1:] == ["  RETRN n.名称", "  ^", "是不是 RETURN？"]
    assert "看不懂“RETRN”" in lines[0]


def test_deep_and_long_texts_do_not_reach_the_server(graph: Store) -> None:
    for text in ("RETURN " + "(" * 5000 + "1" + ")" * 5000, "RETURN " + "[" * 201 + "]" * 201):
        with pytest.raises(QueryRefusedError, match="deep"):
            run_guarded(graph, text)
    with pytest.raises(QueryRefusedError, match="characters"):
        run_guarded(graph, "RETURN 1" + " + 1" * 20_000)


@pytest.mark.parametrize(
    "text",
    [
        "RETURN " + "NOT " * 2000 + "true",
        "RETURN " + "+".join(["1"] * 2000),
        "RETURN " + " OR ".join(["true"] * 2000),
        "RETURN " + "[" * 190 + "]" * 190,
    ],
    ids=["not", "plus", "or", "lists"],
)
def test_what_would_overflow_a_small_stack_is_answered(graph: Store, text: str) -> None:
    assert len(run_guarded(graph, text, timeout=20).rows) == 1


@pytest.mark.parametrize(
    ("text", "body", "mode"),
    [
        ("EXPLAIN RETURN 1", "        RETURN 1", "explain"),
        ("// a\n profile RETURN 1", "// a\n         RETURN 1", "profile"),
        ("CYPHER 5 runtime=slotted PROFILE RETURN 1", "CYPHER 5 runtime=slotted         RETURN 1", "profile"),
        ("MATCH (explain) RETURN explain", "MATCH (explain) RETURN explain", ""),
        ("MATCH (n:explain) RETURN 1", "MATCH (n:explain) RETURN 1", ""),
    ],
)
def test_own_prefixes_are_taken_off_in_place(text: str, body: str, mode: str) -> None:
    found = unprefixed(text)
    assert (found.body, found.mode) == (body, mode)
    assert len(found.body) == len(text)


def test_tokens_skip_strings_and_comments_and_never_hang() -> None:
    row = tokens("MATCH (`a``b`) /* x */ WHERE n.x = 'it\\'s' // end\nRETURN 1")
    assert [one.text for one in row if one.kind in ("word", "name")] == ["match", "a`b", "where", "n", "x", "return"]
    began = time.perf_counter()
    for unit in ("'", '"', "/*", "`", "\\", '"\\', "'\\", "a.", "(", "\\u0027"):
        tokens(unit * 25_000)
    assert time.perf_counter() - began < 3


def test_positions_count_code_points() -> None:
    assert position("RETURN '𠮷𠮷' AS x, y", 19) == (1, 18)
    assert position("a\nb", 2) == (2, 1)
    assert position("a", -5) == (1, 1)


def test_a_list_of_two_thousand_parameters_is_no_reason_to_refuse() -> None:
    check_text("RETURN [" + ",".join(map(str, range(2000))) + "]")
