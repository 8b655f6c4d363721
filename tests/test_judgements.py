"""Judgements: two bodies are one by a person's word, whatever is read, removed or read again."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from click.testing import CliRunner, Result

from app.command import main
from graph.check import check
from graph.connection import Store
from graph.ids import document_id
from queries.ledger import ledger
from queries.lists import entries, listed
from queries.views import view
from tests.facts import Facts
from tests.load_facts import facts_of, item, load, sound, take_away

pytestmark = pytest.mark.neo4j
SAME = "MATCH (a:Body)-[r:SAME_AS]->(b:Body) RETURN a.name, r.status, r.by, b.name"


@pytest.fixture(autouse=True)
def _empty_graph(store: Store) -> None:
    store.write("MATCH (n) DETACH DELETE n")


def said(words: str, lead: str) -> Facts:
    facts = Facts(words, title=words, day=date(2024, 3, 1))
    facts.owes(words, lead=[lead])
    return facts


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["--lang", "zh", *words], catch_exceptions=False)


def owed(name: str) -> list[str]:
    done = run("obligations", name, "--json")
    assert done.exit_code == 0, done.output
    return [one["text"] for one in json.loads(done.stdout)["obligations"]]


def asked(question: str, **values: str) -> list[list[object]]:
    done = run("query", question, *(f"{name}={value}" for name, value in values.items()), "--json")
    assert done.exit_code == 0, done.output
    rows: list[list[object]] = json.loads(done.stdout)["rows"]
    return rows


def test_questions_take_two_names_of_one_body_as_one(store: Store) -> None:
    town, centre = (
        said("县防汛中心要巡堤。", "县防汛中心"),
        Facts("县抗旱中心6月底前引水，县水务局配合。", title="引水", day=date(2024, 3, 1)),
    )
    centre.owes(
        "县抗旱中心6月底前引水，县水务局配合。",
        lead=["县抗旱中心"],
        support=["县水务局"],
        due={"6月底前": date(2024, 6, 30)},
    )
    load(store, item(town), item(centre))
    one, other = "县防汛中心", "县抗旱中心"
    assert asked("partners-of-body", body=one) == asked("overdue", body=one, day="2024-12-31") == []
    assert asked("compare-bodies", a=one, b="县水务局") == []
    alone = {str(row[0]): row[5] for row in asked("load-by-body")}
    assert sorted(alone.values()) == [1, 1, 1]  # type: ignore[type-var]
    assert run("same", one, other).exit_code == 0
    assert len(asked("partners-of-body", body=one)) == len(asked("compare-bodies", a=one, b="县水务局")) == 1
    assert len(asked("overdue", body=one, day="2024-12-31")) == len(asked("load-by-month", body=one)) == 1
    together = {str(row[0]): row[5] for row in asked("load-by-body")}
    assert sorted(together.values()) == [1, 2]  # type: ignore[type-var]
    assert asked("partners-of-body", body=other) == asked("partners-of-body", body=one)
    assert not [row for row in asked("partners-of-body", body=one) if str(row[0]) == other]


def test_a_judgement_makes_two_bodies_one_until_it_is_taken_back(store: Store) -> None:
    town, centre = said("县防汛中心要巡堤。", "县防汛中心"), said("县抗旱中心要引水。", "县抗旱中心")
    load(store, item(town), item(centre))
    before = sound(store)
    names = [str(name) for (name,) in store.read("MATCH (b:Body) RETURN b.name ORDER BY b.name").rows]
    assert len(names) == 2
    assert owed(names[0]) != owed(names[1])

    done = run("same", *names, "--by", "张三", "--json")
    assert done.exit_code == 0, done.output
    (made,) = json.loads(done.stdout)["judgements"]
    assert (made["status"], made["by"]) == ("same", "张三")
    assert sorted(owed(names[0])) == sorted(owed(names[1])) == ["县抗旱中心要引水。", "县防汛中心要巡堤。"]
    told = run("obligations", names[0])
    assert f"含判定为同一单位的：{names[1]}" in told.stderr
    asked = run("query", "obligations-of-body", f"body={names[1]}", "--json")
    assert len(json.loads(asked.stdout)["rows"]) == 2
    judged = sound(store)
    assert judged.sha256 != before.sha256

    assert take_away(store, document_id(centre.extraction().source.sha256))  # the body leaves, the judgement stays
    assert facts_of(store, SAME) == set()
    sound(store)
    load(store, item(centre))
    assert {row[1:3] for row in facts_of(store, SAME)} == {("same", "张三")}
    assert sound(store) == judged

    kept = [one["name"] for one in (made["second"], made["first"])]
    assert "已撤回" in run("same", *kept, "--undo").stdout
    assert sound(store) == before
    assert run("same", *kept, "--undo").exit_code == 2


def test_what_one_text_says_of_both_counts_once(store: Store) -> None:
    facts = Facts("县防汛中心、县抗旱中心要值班。", title="值班")
    facts.owes("县防汛中心、县抗旱中心要值班。", lead=["县防汛中心", "县抗旱中心"])
    load(store, item(facts))
    ids = [str(key) for (key,) in store.read("MATCH (b:Body) RETURN b.id").rows]
    assert run("same", *ids).exit_code == 0
    (entry,) = ledger(store, ids[0])
    assert entry.partners == ()


def test_a_judgement_goes_before_the_registrys_succession(store: Store) -> None:
    old, new = Facts("县旅游局要登记。", title="旧事", day=date(2017, 3, 1)), said("县文旅局要登记。", "县文旅局")
    old.owes("县旅游局要登记。", lead=["县旅游局"])
    load(store, item(old), item(new))
    by_registry = sound(store)
    assert {row[1] for row in facts_of(store, SAME)} == {"succession"}
    ids = [str(key) for (key,) in store.read("MATCH (b:Body) RETURN b.id").rows]
    assert run("same", *ids, "--different").exit_code == 0
    assert facts_of(store, SAME) == set()
    sound(store)
    assert run("same", *ids).exit_code == 0  # a later judgement gives the former's place
    assert {row[1] for row in facts_of(store, SAME)} == {"same"}
    sound(store)
    assert len(run("same").stdout.splitlines()) == 1
    assert run("same", "县旅游局", "县文旅局", "--undo").exit_code == 0
    assert sound(store) == by_registry
    assert "还没有判定" in run("same").stderr


def test_check_finds_a_relation_nobody_judged(store: Store) -> None:
    load(store, item(said("县防汛中心要巡堤。", "县防汛中心")), item(said("县抗旱中心要引水。", "县抗旱中心")))
    store.write(
        "MATCH (a:Body), (b:Body) WHERE a.id < b.id CREATE (a)-[:SAME_AS {status: 'same', by: 'x', at: ''}]->(b)"
    )
    assert {one.kind for one in check(store).problems} == {"derived"}


def test_uncertain_names_are_no_judgement(store: Store) -> None:
    load(store, item(said("县防汛中心要巡堤。", "县防汛中心")), item(said("县抗旱中心要引水。", "县抗旱中心")))
    done = run("same", "县防汛中心", "中心")
    assert done.exit_code == 2
    assert "不能确定是哪个单位" in done.stderr
    assert run("same", "县防汛中心", "县防汛中心").exit_code == 2
    assert run("same", "县防汛中心").exit_code == 2
    assert run("same", "县防汛中心", "县抗旱中心", "--different", "--undo").exit_code == 2
    assert store.read("MATCH (j:Judgement) RETURN count(j)").rows == [(0,)]


def test_what_was_judged_one_is_one_in_every_list(store: Store) -> None:
    town, centre = said("县防汛中心要巡堤。", "县防汛中心"), said("县抗旱中心要引水。", "县抗旱中心")
    both = Facts("县防汛中心、县抗旱中心、县财政局要值班。", title="值班")
    both.owes("县防汛中心、县抗旱中心、县财政局要值班。", lead=["县防汛中心", "县抗旱中心", "县财政局"])
    load(store, item(town), item(centre), item(both))
    rows = store.read("MATCH (b:Body) WHERE b.name ENDS WITH '中心' RETURN b.id, b.name ORDER BY b.name").rows
    (first, name), (second, other) = ((str(key), str(called)) for key, called in rows)

    def counted() -> int:
        table = store.read(view("overview"))
        return int(dict(zip(table.columns, table.rows[0], strict=True))["bodies"])

    def table(question: str, **given: str) -> list[Any]:
        words = [f"{key}={value}" for key, value in given.items()]
        return list(json.loads(run("query", question, *words, "--json").stdout)["rows"])

    assert counted() == 3
    assert len(table("who-works-with-whom", at_least="1")) == 3
    assert run("same", first, second).exit_code == 0
    assert counted() == 2
    assert other not in {one.body for one in listed(store, "all")}
    assert [one.id for one in listed(store, "all", words=name)] == [
        one.id for one in listed(store, "all", words="中心")
    ]
    duty = next(one.id for one in listed(store, "all", words="值班"))
    owners = [one["name"] for one in entries(store, [duty])[0].partners]
    assert len(owners) == 2 and name in owners and other not in owners
    (pair,) = table("who-works-with-whom", at_least="1")
    assert name in pair[:2] and pair[2] == 1
    (partner,) = table("partners-of-body", body="财政")
    assert partner[:3] == [name, "牵头", 1]
    ((_, leads, *_),) = table("several-leads")
    assert name in leads and other not in leads
    assert [row[0] for row in table("unregistered-bodies")] == [name]
    owners = [row[1] for row in table("without-target")]
    assert name in owners[0] and not any(other in one for one in owners)
