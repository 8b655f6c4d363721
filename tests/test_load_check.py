"""What `check` finds, how documents are named, that one writer writes, and ids."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from extract.model import Extraction
from graph.check import check
from graph.connection import Store
from graph.documents import find_document
from graph.errors import UnknownDocumentError
from graph.ids import fold, fold_title, make_id
from graph.row import DocumentRows
from graph.rows import rows
from graph.writer import clear_leavings, name, writing
from tests.facts import Facts
from tests.load_facts import item, load, minutes, notice, report, sound

pytestmark = pytest.mark.neo4j


@pytest.fixture(autouse=True)
def _empty_graph(store: Store) -> None:
    store.write("MATCH (n) DETACH DELETE n")


# what check finds


@pytest.mark.parametrize(
    ("damage", "kind"),
    [
        ("MATCH ()-[r:LEADS]->() SET r.quote = '别的话'", "evidence"),
        ("MATCH ()-[r:LEADS]->() REMOVE r.start, r.quote", "evidence"),
        ("MATCH (o:Obligation) SET o.text = '别的话'", "evidence"),
        ("MATCH (o:Obligation) SET o.colour = 'red'", "schema"),
        ("MATCH (o:Obligation) SET o.order = 'first'", "schema"),
        ("MATCH (o:Obligation) SET o:Task", "schema"),
        ("CREATE (:Plan {id: 'plan-1'})", "schema"),
        ("MATCH (b:Body), (p:Project) MERGE (b)-[:OWNS]->(p)", "schema"),
        ("CREATE (:Project {id: 'proj-1', name: '无人提及', region: ''})", "orphan"),
        ("MATCH (d:Document) DETACH DELETE d", "dangling"),
        ("MATCH (b:Body) SET b.aliases = ['别名']", "derived"),
        ("MATCH (p:Project) REMOVE p.investment", "derived"),
        ("MATCH (:Policy)-[r:SAME_AS]->() DELETE r", "derived"),
    ],
)
def test_check_finds_damage(store: Store, damage: str, kind: str) -> None:
    load(store, item(report()), item(minutes()))
    before = sound(store)
    store.write(damage)
    found = check(store)
    assert kind in {one.kind for one in found.problems}
    assert not found.ok and found.sha256 != before.sha256


# names of documents


def test_a_document_is_found_by_what_people_call_it(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    load(store, item(report(), str(path)), item(notice()))
    for words in (item(report()).rows.id, str(path), "青禾县工作报告", "《青禾县工作报告》", "青禾县 工作报告"):
        assert find_document(store, words).title == "青禾县工作报告"
    with pytest.raises(UnknownDocumentError, match="Nearest: 青禾县工作报告"):
        find_document(store, "青禾县的工作报告")
    load(store, item(Facts("另一份通知", title="通知")))
    with pytest.raises(UnknownDocumentError, match="2 documents"):
        find_document(store, "通知")


def test_the_writer_is_one(store: Store) -> None:
    waited: list[bool] = []
    with writing(store) as writer:
        assert store.endpoint.embedded is not None
        assert writer == name(store.endpoint.embedded)
        assert clear_leavings(store) == 0
    with writing(store, waiting=lambda: waited.append(True)):
        assert waited == []


# rows, without a store


def test_ids_depend_on_where_parts_end() -> None:
    assert make_id("x", "ab", "c") != make_id("x", "a", "bc")
    assert make_id("x", "a", 1) == make_id("x", "a", "1")
    assert fold(" ＡＢ１ (东) ") == "AB1（东）"
    assert fold_title("《甲》和《乙》") == "《甲》和《乙》"


def shuffled(extraction: Extraction, seed: int) -> Extraction:
    mixed = list(extraction.policies)
    random.Random(seed).shuffle(mixed)
    return type(extraction)(
        extraction.source,
        extraction.context,
        extraction.sections,
        extraction.obligations,
        extraction.results,
        tuple(mixed),
        extraction.skipped,
    )


@pytest.mark.parametrize("seed", range(3))
def test_rows_do_not_depend_on_the_order_of_mentions(seed: int) -> None:
    def plain(made: DocumentRows) -> list[Any]:
        return [{k: v for k, v in one.properties.items() if k != "added"} for one in (*made.nodes, *made.relations)]

    extraction = minutes().extraction()
    assert plain(rows(extraction)) == plain(rows(shuffled(extraction, seed)))
