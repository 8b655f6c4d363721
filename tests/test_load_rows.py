"""Extraction → rows, without a store: ids, evidence, what a dependency means, what is put out of force."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from extract.model import Policy
from extract.repeals import repeals
from extract.source import Anchor
from graph.bodies import search_keys
from graph.ids import NAME_LIMIT, fold, fold_title
from graph.links import core
from graph.row import DocumentRows, RelationRow, validate
from graph.rows import rows
from graph.texts import PIECE, texts
from tests.facts import Facts


def waits(facts: Facts) -> set[tuple[str, str, str]]:
    """(words waited for, label of what is meant, how it was found)"""
    found = rows(facts.extraction())
    validate(found.nodes, found.relations)
    return {
        (str(one.properties["on"]), one.end_label, str(one.properties["linked"]))
        for one in found.relations
        if one.type == "DEPENDS_ON"
    }


def test_a_dependency_on_another_act_of_the_document() -> None:
    facts = Facts("完成用地预审后报批立项。抓紧办理用地预审。")
    facts.owes("完成用地预审后报批立项。", waits={"用地预审": "after"})
    facts.owes("抓紧办理用地预审。")
    assert waits(facts) == {("用地预审", "Obligation", "words")}


def test_two_acts_that_wait_for_each_other() -> None:
    facts = Facts("取得用地预审批复后办理立项。立项完成后申请用地预审。")
    facts.owes("取得用地预审批复后办理立项。", waits={"取得用地预审批复": "after"})
    facts.owes("立项完成后申请用地预审。", waits={"立项完成": "after"})
    assert waits(facts) == {("取得用地预审批复", "Obligation", "words"), ("立项完成", "Obligation", "words")}


def test_an_act_named_with_its_body_is_that_bodys() -> None:
    facts = Facts("县林业局批复选址。县文旅局批复选址。待县林业局批复选址后开工。")
    facts.owes("县林业局批复选址。", lead=["县林业局"])
    facts.owes("县文旅局批复选址。", lead=["县文旅局"])
    facts.owes("待县林业局批复选址后开工。", waits={"县林业局批复选址": "after"})
    assert waits(facts) == {("县林业局批复选址", "Obligation", "words")}


def test_a_dependency_that_two_acts_could_mean_is_a_condition() -> None:
    facts = Facts("待规划修编完成后开工。县局负责规划修编。各乡镇配合规划修编。")
    facts.owes("待规划修编完成后开工。", waits={"规划修编完成": "after"})
    facts.owes("县局负责规划修编。")
    facts.owes("各乡镇配合规划修编。")
    assert waits(facts) == {("规划修编完成", "Condition", "")}


def test_its_own_words_are_not_what_an_act_waits_for() -> None:
    facts = Facts("环评批复后抓紧做环评公示。")
    facts.owes("环评批复后抓紧做环评公示。", waits={"环评批复": "after"})
    assert waits(facts) == {("环评批复", "Condition", "")}


def test_money_and_documents_are_not_brought_about_by_an_act() -> None:
    facts = Facts("用专项债券资金修路。申报专项债券资金。")
    facts.owes("用专项债券资金修路。", waits={"专项债券资金": "funding"})
    facts.owes("申报专项债券资金。")
    assert waits(facts) == {("专项债券资金", "Condition", "")}


@pytest.mark.parametrize("words", ["资金到位", "条件成熟", "手续完成"])
def test_words_that_fit_anything_stay_conditions(words: str) -> None:
    facts = Facts(f"{words}后开工。筹集资金，办理手续，创造条件。")
    facts.owes(f"{words}后开工。", waits={words: "condition"})
    facts.owes("筹集资金，办理手续，创造条件。")
    assert waits(facts) == {(words, "Condition", "")}


def test_a_dependency_on_a_project_or_a_policy() -> None:
    facts = Facts("待青禾大道通车后迁建客运站。依据《路网规划》修路。今年修青禾大道。")
    facts.owes("待青禾大道通车后迁建客运站。", waits={"青禾大道通车": "project"})
    facts.owes("依据《路网规划》修路。", policies=["《路网规划》"], waits={"《路网规划》": "basis"})
    facts.owes("今年修青禾大道。", projects=["青禾大道"])
    assert waits(facts) == {("青禾大道通车", "Project", "name"), ("《路网规划》", "Policy", "title")}


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("取得用地预审批复后", "用地预审"),
        ("立项完成", "立项"),
        ("待项目竣工验收合格后", "项目"),
        ("资金到位", "资金"),
        ("完成", ""),
    ],
)
def test_the_thing_in_the_words_of_a_condition(words: str, thing: str) -> None:
    assert core(words) == thing


# policies


def cited(text: str, title: str) -> Policy:
    start = text.index(f"《{title}》")
    return Policy(start, start + len(title) + 2, f"《{title}》", title)


@pytest.mark.parametrize(
    "text",
    [
        "《甲办法》同时废止。",
        "本办法自印发之日起施行，《甲办法》（青政办发〔2015〕9号）同时废止。",
        "《甲办法》、《乙规定》（青政发〔2012〕3号）自本意见施行之日起停止执行。",
        "《甲办法》《乙规定》等文件即行废止。",
        "废止《乙规定》《甲办法》。",
        "原《甲办法》不再执行。",
    ],
)
def test_put_out_of_force(text: str) -> None:
    assert repeals(text, cited(text, "甲办法"))


@pytest.mark.parametrize(
    "text",
    [
        "按照《甲办法》执行。",
        "《甲办法》实施后，其他规定与本办法不符的以本办法为准。",
        "严格落实《甲办法》，违反的停止拨款。",
        "依据《甲办法》，废止的文件要公布。",
        "《丙规定》同时废止。\n贯彻《甲办法》。",
    ],
)
def test_not_put_out_of_force(text: str) -> None:
    assert not repeals(text, cited(text, "甲办法"))


def test_superseded_policies_are_told_apart() -> None:
    facts = Facts("依据《甲办法》办理。《乙规定》同时废止。")
    facts.owes("依据《甲办法》办理。", policies=["《甲办法》"])
    facts.policies.append(cited(facts.text, "乙规定"))
    found = {
        (one.type, one.properties["quote"]) for one in rows(facts.extraction()).relations if one.end_label == "Policy"
    }
    assert found == {("CITES", "《甲办法》"), ("SUPERSEDES", "《乙规定》"), ("BASED_ON", "《甲办法》")}


# names and keys


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        (" 县 人民医院\n(东院) ", "县人民医院（东院）"),
        ("青政发[2024] 5号", "青政发〔2024〕5号"),
        ("青政发［２０２４］5号", "青政发〔2024〕5号"),
        ("AI Park 二期", "AI Park二期"),
        ("一—三期–四期", "一—三期—四期"),
        ("长" * 999, "长" * NAME_LIMIT),
    ],
)
def test_names_have_one_form(written: str, folded: str) -> None:
    assert fold(written) == folded
    assert fold(folded) == folded
    assert fold_title(f"《{folded}》") in {folded, fold(f"《{folded}》")}


def test_search_keys_hold_pinyin_and_initials() -> None:
    keys = search_keys(["青禾县财政局", "财政局", "AB办", "×"])
    assert {"青禾县财政局", "qinghexiancaizhengju", "qhxczj", "caizhengju", "czj", "ab办", "abban"} <= set(keys)
    assert len(keys) == len(set(keys)) and "" not in keys


# rows


def county() -> Facts:
    facts = Facts("县住建局要在年底前建成白石镇客运站。", title="要点", day=date(2024, 1, 5))
    facts.owes(
        "县住建局要在年底前建成白石镇客运站。",
        lead=["县住建局"],
        projects=["白石镇客运站"],
        places=["白石镇"],
        due={"年底前": None},
    )
    return facts


def relations(made: DocumentRows, kind: str) -> list[RelationRow]:
    return [one for one in made.relations if one.type == kind]


def test_a_place_within_a_project_s_name_is_where_it_lies() -> None:
    made = rows(county().extraction())
    assert {one.start_label for one in relations(made, "LOCATED_IN")} == {"Obligation", "Project"}


def test_every_quote_is_the_text_s() -> None:
    extraction = county().extraction()
    for one in rows(extraction).relations:
        if "quote" in one.properties:
            start, end = one.properties["start"], one.properties["end"]
            assert isinstance(start, int) and isinstance(end, int)
            assert one.properties["quote"] == extraction.source.text[start:end] != ""


def test_the_same_project_of_two_counties_is_two() -> None:
    def projects(region: str) -> set[str]:
        facts = Facts("建成客运站。", region=region)
        facts.owes("建成客运站。", projects=["客运站"])
        return {one.id for one in rows(facts.extraction()).nodes if one.label == "Project"}

    assert projects("青禾县") == projects("青禾县") and projects("青禾县").isdisjoint(projects("白水县"))


def test_a_document_without_title_is_called_by_its_first_line() -> None:
    assert rows(Facts("\n  第一行 \n正文").extraction()).nodes[0].properties["title"] == "第一行"
    assert rows(Facts("《甲办法》解读").extraction()).nodes[0].properties["title"] == "《甲办法》解读"


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 5])
def test_a_text_in_pieces_is_the_text(size: int) -> None:
    extraction = Facts("文" * size).extraction()
    places = tuple(Anchor(at, at + 1, paragraph=at) for at in range(0, size, 10_000))
    extraction = replace(extraction, source=replace(extraction.source, anchors=places))
    pieces = list(texts(extraction))
    assert "".join(one.text for one in pieces) == extraction.source.text
    assert [one.order for one in pieces] == list(range(len(pieces)))
    assert [anchor[3] for one in pieces for anchor in json.loads(one.anchors)] == [one.paragraph for one in places]
    assert all(one.start <= anchor[0] < one.end for one in pieces for anchor in json.loads(one.anchors))


SUM_OF_SAMPLES = """
from graph.canon import Canon
from graph.discover import discover
from graph.reading import Task, read

canon = Canon()
for file in discover(["samples"]).files:
    made = read(Task(str(file))).rows
    for one in made.nodes:
        canon.node([one.label, one.sublabel], {k: v for k, v in one.properties.items() if k != "added"})
    for one in made.relations:
        canon.relation(one.start, one.type, one.end, one.properties)
print(canon.sha256)
"""


def test_no_order_of_sets_shows() -> None:
    """Python orders sets anew in every process: the samples' rows must not tell which."""
    root = Path(__file__).parents[1]
    started = [
        subprocess.Popen(
            [sys.executable, "-c", SUM_OF_SAMPLES],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
        )
        for seed in ("1", "2", "3")
    ]
    sums = {process.communicate()[0] for process in started}
    assert all(process.returncode == 0 for process in started)
    assert len(sums) == 1
