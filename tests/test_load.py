"""Loading: the graph as sets of tuples; the same in any order, however often; removing restores."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph.connection import Store
from graph.documents import read_document
from graph.errors import SchemaError
from graph.ids import document_id
from graph.load import Item, Placed, place, write
from graph.row import DocumentRows, NodeRow
from graph.writer import writing
from tests.facts import Facts
from tests.load_facts import ALL, ROLES, facts_of, item, load, minutes, notice, report, sound, take_away

pytestmark = pytest.mark.neo4j


@pytest.fixture(autouse=True)
def _empty_graph(store: Store) -> None:
    store.write("MATCH (n) DETACH DELETE n")


def test_who_must_do_what(store: Store) -> None:
    load(store, item(report()))
    assert facts_of(store, f"{ROLES} RETURN r.mention, type(r), r.inherited, r.quote, substring(o.text, 0, 6)") == {
        ("县住建局", "LEADS", False, "县住建局", "县住建局牵头"),
        ("县财政局", "SUPPORTS", False, "县财政局", "县住建局牵头"),
        ("县住建局", "LEADS", True, "县住建局", "待青禾大道贯"),
    }
    sound(store)


def test_what_it_is_about(store: Store) -> None:
    load(store, item(report()))
    query = "MATCH (o:Obligation)-[r]->(x) RETURN type(r), coalesce(x.name, x.title, x.text), r.quote"
    assert facts_of(store, query) == {
        ("CONCERNS", "青禾大道", "青禾大道"),
        ("CONCERNS", "城市更新行动", "城市更新行动"),
        ("HAS_TARGET", "3个标段", "3个标段"),
        ("DUE", "年底前", "年底前"),
        ("BASED_ON", "青禾县城市规划", "《青禾县城市规划》"),
        ("LOCATED_IN", "白石镇", "白石镇"),
        ("DEPENDS_ON", "青禾大道", "青禾大道贯通"),
        ("DEPENDS_ON", "资金到位", "资金到位"),
        ("PART_OF", report().obligations[0].text, "待青禾大道贯通后在白石镇建设客运站。"),
    }
    assert facts_of(store, "MATCH (t:Deadline) RETURN t.due, t.kind, t.firm") == {(date(2024, 12, 31), "by", True)}
    assert facts_of(store, "MATCH (t:Target) RETURN t.value, t.unit, t.masked") == {(3.0, "个", False)}


def test_outline_results_and_citations(store: Store) -> None:
    load(store, item(report()))
    assert facts_of(store, "MATCH (a)-[:CONTAINS]->(b) RETURN labels(a)[0], labels(b)[0], count(*)") == {
        ("Document", "Section", 1),
        ("Section", "Obligation", 3),
        ("Document", "Result", 1),
    }
    assert facts_of(store, "MATCH (r:Result)-[a:ABOUT]->(x) RETURN r.text, x.name, a.quote") == {
        ("去年青禾大道完成了一半。", "青禾大道", "青禾大道")
    }
    assert facts_of(store, "MATCH (:Document)-[c:CITES]->(p) RETURN p.title, c.quote") == {
        ("青禾县城市规划", "《青禾县城市规划》")
    }


def test_every_relation_from_text_has_evidence(store: Store) -> None:
    load(store, *map(item, (one() for one in ALL)))
    bare = "MATCH ()-[r]->() WHERE r.document IS NULL OR r.quote IS NULL OR r.rule IS NULL OR r.version IS NULL"
    assert facts_of(store, f"{bare} RETURN DISTINCT type(r)") == {("HAS_TEXT",), ("SAME_AS",)}


def test_the_text_comes_back(store: Store) -> None:
    facts = report()
    load(store, item(facts))
    reading = read_document(store, document_id(facts.extraction().source.sha256))
    assert reading.text == facts.text
    assert [facts.text[start:end] for start, end, *_ in reading.skipped] == ["感谢大家。"]
    assert reading.skipped[0][2:] == ["context", "context", ""]


def test_twice_changes_nothing(store: Store) -> None:
    assert load(store, *map(item, (one() for one in ALL))) == ["added"] * 3
    before = sound(store)
    assert load(store, *map(item, (one() for one in ALL))) == ["replaced"] * 3
    assert sound(store) == before


def test_any_order_gives_the_same(store: Store) -> None:
    seen = set()
    orders = [(0, 1, 2), (2, 1, 0), (1, 0, 2), (1, 2, 0)]
    for order in orders:
        store.write("MATCH (n) DETACH DELETE n")
        load(store, *(item(ALL[at]()) for at in order))
        seen.add(sound(store))
    store.write("MATCH (n) DETACH DELETE n")
    with writing(store) as writer:
        write(store, [item(one()) for one in ALL], writer)
    seen.add(sound(store))
    assert len(seen) == 1


def test_another_document_gives_another_sum(store: Store) -> None:
    load(store, item(report()))
    before = sound(store)
    load(store, item(notice()))
    assert sound(store).sha256 != before.sha256


@pytest.mark.parametrize("added", ALL)
def test_removing_restores(store: Store, added: Any) -> None:
    load(store, *(item(one()) for one in ALL if one is not added))
    before = sound(store)
    rows_of = item(added())
    load(store, rows_of)
    assert sound(store).sha256 != before.sha256
    assert take_away(store, rows_of.rows.id)
    assert sound(store) == before


def test_removing_everything_leaves_nothing(store: Store) -> None:
    items = [item(one()) for one in ALL]
    load(store, *items)
    for one in items:
        assert take_away(store, one.rows.id)
    assert store.read("MATCH (n) RETURN count(n)").rows == [(0,)]
    assert not take_away(store, items[0].rows.id)


def test_what_is_shared_is_joined(store: Store) -> None:
    load(store, *map(item, (one() for one in ALL)))
    assert facts_of(store, "MATCH (p:Project) RETURN p.name, p.investment, p.kind") == {("青禾大道", 3.2e8, "road")}
    known = {alias for (aliases,) in store.read("MATCH (b:Body) RETURN b.aliases").rows for alias in aliases}
    assert known == {"县住建局", "住建部门", "县财政局", "县农业局"}
    assert facts_of(store, "MATCH (p:Policy)-[:SAME_AS]->(d:Document) RETURN p.title, d.title") == {
        ("青禾县工作报告", "青禾县工作报告")
    }


def town_and_departments(collective: str) -> Facts:
    facts = Facts(
        f"{collective}要排查隐患。白石镇要上报。县财政局要审核。", title=f"{collective}的事", day=date(2024, 2, 1)
    )
    facts.owes(f"{collective}要排查隐患。", lead=[collective])
    facts.owes("白石镇要上报。", lead=["白石镇"])
    facts.owes("县财政局要审核。", lead=["县财政局"])
    return facts


def test_members_of_collectives_follow_from_the_registry(store: Store) -> None:
    query = "MATCH (b:Body)-[:MEMBER_OF]->(c:Collective) RETURN head([l IN labels(b) WHERE l <> 'Body']), c.name"
    towns, departments = item(town_and_departments("各乡镇")), item(town_and_departments("各部门"))
    elsewhere = item(Facts("无事"))
    load(store, towns, departments, elsewhere)
    assert facts_of(store, query) == {("Township", "青禾县各乡镇"), ("Department", "青禾县各部门")}
    both = sound(store)
    take_away(store, towns.rows.id)
    assert facts_of(store, query) == {("Department", "青禾县各部门")}
    sound(store)
    load(store, towns)
    assert sound(store) == both


def test_a_body_and_its_successor_are_linked(store: Store) -> None:
    old = Facts("县旅游局要登记。", title="旧事", day=date(2017, 3, 1))
    old.owes("县旅游局要登记。", lead=["县旅游局"])
    new = Facts("县文旅局要登记。", title="新事", day=date(2024, 3, 1))
    new.owes("县文旅局要登记。", lead=["县文旅局"])
    load(store, item(new), item(old))
    linked = facts_of(store, "MATCH (a:Body)-[r:SAME_AS]->(b:Body) RETURN a.stem, r.status, b.stem")
    assert linked == {("tourism", "succession", "culture-tourism")}
    sound(store)


def test_the_same_words_twice_are_one_relation_with_both_places(store: Store) -> None:
    facts = Facts("县住建局、住建局要建成青禾大道，青禾大道要美。")
    facts.owes("县住建局、住建局要建成青禾大道，青禾大道要美。", lead=["县住建局", "县住建局"], projects=["青禾大道"])
    found = facts.obligations[0]
    second = facts.text.rindex("青禾大道")
    again = type(found.projects[0])(second, second + 4, "青禾大道", "青禾大道", investment=5.0)
    object.__setattr__(found, "projects", (*found.projects, again))
    load(store, item(facts))
    assert facts_of(store, "MATCH ()-[r:CONCERNS]->() RETURN r.quote, r.investment") == {("青禾大道", 5.0)}
    assert store.read("MATCH ()-[r:CONCERNS]->() RETURN r.more").rows == [([second, second + 4],)]
    assert store.read("MATCH ()-[r:LEADS]->() RETURN r.mention, r.mentions, r.more").rows == [
        ("县住建局", ["县住建局"], None)
    ]
    sound(store)


def test_a_changed_file_replaces_its_former_version(store: Store) -> None:
    load(store, item(minutes()))
    former = item(report(), "/papers/report.txt")
    load(store, former)
    changed = Facts(report().text + "补充一句。", title="青禾县工作报告")
    now = item(changed, "/papers/report.txt", (former.rows.id,))
    assert load(store, now) == ["replaced"]
    titles = facts_of(store, "MATCH (d:Document) RETURN d.id")
    assert titles == {(now.rows.id,), (item(minutes()).rows.id,)}
    replaced = sound(store)
    store.write("MATCH (n) DETACH DELETE n")
    load(store, now, item(minutes()))
    assert sound(store) == replaced


def test_a_copy_keeps_a_document_when_its_other_file_changes(store: Store) -> None:
    first = item(report(), "/a.txt")
    load(store, first)
    with writing(store):
        assert place(store, [Placed(first.rows.id, "/b.txt")]) == [False]
    assert store.read("MATCH (d:Document) RETURN d.source, d.sources").rows == [("/a.txt", ["/a.txt", "/b.txt"])]
    load(store, item(notice(), "/a.txt", (first.rows.id,)))
    assert facts_of(store, "MATCH (d:Document) RETURN d.title, d.source") == {
        ("青禾县工作报告", "/b.txt"),
        ("通知", "/a.txt"),
    }


def test_files_may_change_places(store: Store) -> None:
    a, b = item(report(), "/a.txt"), item(notice(), "/b.txt")
    load(store, a, b)
    with writing(store):
        swapped = [Placed(a.rows.id, "/b.txt", (b.rows.id,)), Placed(b.rows.id, "/a.txt", (a.rows.id,))]
        assert place(store, swapped) == [False, False]
    assert facts_of(store, "MATCH (d:Document) RETURN d.title, d.source") == {
        ("青禾县工作报告", "/b.txt"),
        ("通知", "/a.txt"),
    }


def test_paths_and_times_are_no_part_of_the_sum(store: Store) -> None:
    load(store, item(report(), "/a.txt"))
    first = sound(store)
    store.write("MATCH (n) DETACH DELETE n")
    load(store, item(report(), "/elsewhere/b.txt"))
    assert sound(store) == first


def test_rows_the_schema_does_not_know_are_not_written(store: Store) -> None:
    good = item(report()).rows
    bad = DocumentRows(good.id, (*good.nodes, NodeRow("Plan", "", "plan-1", {"id": "plan-1"})), good.relations)
    with pytest.raises(SchemaError, match="'Plan'"):
        load(store, Item(bad))
    assert store.read("MATCH (n) RETURN count(n)").rows == [(0,)]
