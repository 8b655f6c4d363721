"""查询 without a browser: captions, ids behind what they name, things to draw, refusals in words, what was asked before."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from app import asking, history
from app.answer import answer, is_id, panel, sketch
from app.offered import choice_caption, groups
from app.refusal import guilty
from app.texts import words
from graph.connection import Store
from graph.guard import Table, run_guarded
from queries.library import library
from queries.run import prepare
from tests.drawn import component, draw
from tests.loaded import load_samples


@pytest.fixture(scope="module", autouse=True)
def samples(store: Store) -> None:
    load_samples(store)


def asked(store: Store, name: str, language: str = "zh", **given: str) -> Any:
    question = library()[name]
    values, _ = prepare(store, question, given)
    return answer(run_guarded(store, question.text, values), question.columns, language)


GIVEN = {
    "body": "住建",
    "other": "财政",
    "day": "2024-06-30",
    "words": "道路",
    "project": "青禾大道",
    "obligation": "道路",
    "document": "工作报告",
    "place": "青禾",
}


@pytest.mark.parametrize("name", sorted(library()))
def test_no_question_shows_an_id(store: Store, name: str) -> None:
    needed = {one.name: GIVEN.get(one.name, "青禾") for one in library()[name].parameters if one.required}
    shown = asked(store, name, **needed)
    seen = [column for column in range(len(shown.columns)) if column not in shown.hidden]
    assert seen
    for row in shown.rows:
        assert not any(is_id(row[column]) for column in seen), row
    assert all(to in shown.hidden for to in shown.links.values())


def test_a_row_opens_what_it_is_about_with_its_words(store: Store) -> None:
    shown = asked(store, "without-body")
    assert shown.rows and all(key.startswith("obl-") for key in shown.keys)
    evidence = panel(store, shown.keys[0], "zh")
    assert evidence is not None and evidence["text"] == shown.rows[0][0]
    assert any(link["href"].startswith("/documents?doc=") for link in evidence["links"])
    assert any(link["href"].startswith("/explorer?root=") for link in evidence["links"])
    assert panel(store, "obl-00000000000000000000", "zh") is None and panel(store, "nonsense", "zh") is None


def test_evidence_in_a_table_shows_its_row_lit(store: Store) -> None:
    ((key,),) = store.read(
        "MATCH (o:Obligation) WHERE o.text STARTS WITH '新增公办幼儿园学位' RETURN o.id LIMIT 1"
    ).rows
    evidence = panel(store, key, "zh")
    assert evidence is not None
    said = evidence["before"] + evidence["text"] + evidence["after"]
    assert "\t" not in said and "\n" not in said
    lit = {said[len(evidence["before"]) :][one["start"] : one["end"]] for one in evidence["spans"] if one["start"] >= 0}
    assert {"900个", "县教育局", "8月底前"} <= lit


def test_the_picture_of_tasks_shows_who_carries_them(store: Store) -> None:
    drawn = sketch(store, asked(store, "overdue", day="2024-12-31"), "zh")
    kinds = {one["kind"] for one in drawn["nodes"]}
    assert kinds == {"Obligation", "Body"} and drawn["edges"]
    ids = {one["id"] for one in drawn["nodes"]}
    assert all(edge["source"] in ids and edge["target"] in ids for edge in drawn["edges"])


def test_names_and_relations_are_drawn_too(store: Store) -> None:
    by_name = sketch(store, asked(store, "who-works-with-whom"), "zh")
    assert {one["kind"] for one in by_name["nodes"]} == {"Body"}
    table = run_guarded(store, "MATCH (:Body)-[r:LEADS]->() RETURN r LIMIT 3")
    assert {one["kind"] for one in sketch(store, answer(table, {}, "zh"), "zh")["nodes"]} == {"Body", "Obligation"}
    assert sketch(store, answer(Table(("n",), [[1], [2]], 0.0), {}, "zh"), "zh")["nodes"] == []


def test_english_has_english_heads_and_roles(store: Store) -> None:
    shown = asked(store, "obligations-of-body", "en", body="住建")
    assert not [one for one in shown.columns if re.search("[\u4e00-\u9fff]", one)]
    assert {row[0] for row in shown.rows} <= {"Lead", "Responsible", "Support", "Supervise"}


def test_closed_values_have_captions() -> None:
    for language in ("zh", "en"):
        for group in groups(language).value:
            for question in group["questions"]:
                for field in question["fields"]:
                    assert all(one["label"] != one["value"] or language == "en" for one in field["choices"])
    assert choice_caption("LEADS", "zh") == "牵头"


@pytest.mark.parametrize(("language", "kind", "label"), [("zh", "在…之后", "任务"), ("en", "after", "Obligation")])
def test_codes_are_said_in_words(store: Store, language: str, kind: str, label: str) -> None:
    shown = asked(store, "waits-for", language, obligation="完成用地组卷报批")
    assert list(shown.rows[0][2:4]) == [kind, label]


def test_nodes_and_lists_are_told_by_name(store: Store) -> None:
    shown = answer(run_guarded(store, "MATCH (b:Body) RETURN b, [1, null, 'x'] AS l, {a: 1} AS m LIMIT 1"), {}, "zh")
    assert isinstance(shown.rows[0][0], str) and "{" not in shown.rows[0][0]
    assert shown.rows[0][1] == "1、、x" and shown.rows[0][2] == '{"a": 1}'
    assert shown.hidden == () and shown.keys[0].startswith("body-")
    only = answer(run_guarded(store, "MATCH (b:Body) RETURN b.id LIMIT 2"), {}, "zh")
    assert only.hidden == ()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("MATCH (b)\nSET b.x = 1", [(2, "SET")]),
        ("match (b) detach delete b", [(1, "detach"), (1, "delete")]),
        ("MATCH (n:Set) WHERE n.set = 'delete' // merge\nRETURN n.create", []),
        ("LOAD CSV FROM 'x' AS row RETURN row", [(1, "LOAD")]),
    ],
)
def test_guilty_words(text: str, lines: list[tuple[int, str]]) -> None:
    assert [(line, word) for line, word, _ in guilty(text)] == lines


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "text",
    [
        "MATCH (b:Body) SET b.name = '甲' RETURN b",
        "CREATE (n:Body)",
        "MATCH (n) DETACH DELETE n",
        "MERGE (n:Body {id: 'x'})",
    ],
)
def test_a_refusal_says_which_step_and_what_instead(store: Store, text: str, language: str) -> None:
    running = asking.start(store, text, {})
    while not running.done:
        time.sleep(0.02)
    table, mistake, refused = asking.outcome(running, language)
    assert table is None and mistake is None and refused is not None
    assert len(refused["why"]) >= 2 and refused["instead"] == words(language)["refused_instead"]
    if language == "en":
        assert not re.search("[\u4e00-\u9fff]", refused["text"] + "".join(refused["why"]))


def test_every_caption_of_refusals_stands_in_both_languages() -> None:
    captions = yaml.safe_load((Path(asking.__file__).parent / "refusal.yaml").read_text("utf-8"))
    assert all(set(one) == {"zh", "en"} for part in captions.values() for one in part.values())


def test_what_was_asked_is_remembered_once_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVGRAPH_HOME", str(tmp_path))
    history.remember("RETURN 1")
    history.remember("", "overdue", {"day": "2024-01-01"})
    history.remember("RETURN 1")
    assert [(one.name, one.text) for one in history.history()] == [("", "RETURN 1"), ("overdue", "")]
    history.keep(history.history()[1].key)
    for number in range(60):
        history.remember(f"RETURN {number}")
    past = history.history()
    assert past[0].name == "overdue" and past[0].kept and len(past) == 1 + history.AT_MOST
    history.keep(past[0].key)
    assert not any(one.kept for one in history.history())


def test_the_page_offers_names_and_reads_its_address() -> None:
    data = component(draw("query", name="overdue", day="2024-12-31", view="json", sort="-单位", find="路"))
    assert (data["name"], data["values"], data["view"], data["sort"], data["find"]) == (
        "overdue",
        {"day": "2024-12-31"},
        "json",
        "-单位",
        "路",
    )
    assert data["names"]["body"] and data["names"]["project"] and data["names"]["document"]
    assert component(draw("query", name="nonsense", view="pie"))["view"] == "table"


def test_a_link_with_a_statement_is_answered() -> None:
    data = component(draw("query", text="MATCH (b:Body) RETURN b.name ORDER BY b.name LIMIT 3"))
    assert len(data["answer"]["rows"]) == 3
    refused = component(draw("query", text="MATCH (b:Body) SET b.x = 1 RETURN b"))["refused"]
    assert refused["why"]


def test_a_question_begins_with_the_day_that_counts_on_the_other_pages() -> None:
    # the samples are old: nothing is due any more, so the last document's day counts
    ahead, asked = component(draw("overview")), component(draw("query", name="overdue"))
    assert asked["today"] == ahead["today"] and asked["today_why"] == ahead["why"] != ""
