"""Every question of the library has golden rows over the samples, and says clearly what it was asked wrongly."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.connection import Store
from queries.errors import BadHeaderError, BadParameterError, UnknownQuestionError, UnknownThingError
from queries.find import bodies, things
from queries.library import library, question, read
from queries.run import ask
from tests.golden import CASES, FOLDER, asked


def test_there_are_at_least_25_and_each_has_a_case() -> None:
    assert len(library()) >= 25
    assert set(CASES) == set(library())
    assert {path.stem for path in FOLDER.glob("*.tsv")} == set(library())


@pytest.mark.parametrize("name", sorted(CASES))
def test_golden_rows(samples: Store, name: str) -> None:
    assert asked(samples, name) == (FOLDER / f"{name}.tsv").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(CASES))
def test_columns_are_as_the_header_says(samples: Store, name: str) -> None:
    answer = ask(samples, library()[name], CASES[name])
    assert list(answer.table.columns) == list(library()[name].columns)


@pytest.mark.parametrize("alias", ["住建部门", "住建", "县住建局", "县住房和城乡建设局", "zhujian", "zj"])
def test_any_name_finds_the_body(samples: Store, alias: str) -> None:
    assert bodies(samples, alias)[0].name.endswith("住房和城乡建设局")


def test_things_are_found_by_id_name_and_part(samples: Store) -> None:
    (project, *_) = things(samples, "project", "青禾大道")
    assert things(samples, "project", project.id)[0] == things(samples, "project", project.name)[0].__class__(
        project.id, project.name, "Project", "id", project.weight
    )
    assert things(samples, "project", "") == []
    assert bodies(samples, "   ") == []


@pytest.mark.parametrize(
    ("name", "given", "error"),
    [
        ("overdue", {}, BadParameterError),
        ("overdue", {"day": "31.12.2023"}, BadParameterError),
        ("due-within", {"day": date(2024, 6, 1), "days": "many"}, BadParameterError),
        ("waiting", {"kind": "never"}, BadParameterError),
        ("documents", {"colour": "red"}, BadParameterError),
        ("obligations-of-body", {"body": "没有这个单位"}, UnknownThingError),
    ],
)
def test_wrong_values_are_refused_in_both_languages(
    samples: Store, name: str, given: dict[str, object], error: type[Exception]
) -> None:
    with pytest.raises(error) as raised:
        ask(samples, library()[name], given)
    assert raised.value.text("zh") != raised.value.text("en")  # type: ignore[attr-defined]


def test_an_unknown_question_names_the_nearest() -> None:
    with pytest.raises(UnknownQuestionError, match="overdue"):
        question("overdu")
    with pytest.raises(UnknownQuestionError):
        question("../queries/overdue")


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("MATCH (n) RETURN n", "header"),
        ("// title: {zh: 甲}\n// group: body\n// columns: {a: b}\nRETURN 1 AS a", "title"),
        ("// title: {zh: 甲, en: A}\n// group: nowhere\n// columns: {a: b}\nRETURN 1 AS a", "group"),
        ("// title: {zh: 甲, en: A}\n// group: body\nRETURN 1 AS a", "columns"),
        (
            "// title: {zh: 甲, en: A}\n// group: body\n// params: {x: {type: odd}}\n// columns: {a: b}\nRETURN 1 AS a",
            "type",
        ),
        ("// title: {zh: [\nRETURN 1", "bad.cypher"),
    ],
)
def test_a_bad_header_is_said(tmp_path: Path, header: str, said: str) -> None:
    path = tmp_path / "bad.cypher"
    path.write_text(header, "utf-8")
    with pytest.raises(BadHeaderError, match=said):
        read(path)


def test_every_name_leads_to_the_same_body_where_two_counties_have_one(samples: Store, tmp_path: Path) -> None:
    """县住房和城乡建设局 is the whole name of a body in a county without a name, and a short one of 青禾县's."""
    from datetime import date as day

    from graph.ingest import ingest
    from graph.remove import remove
    from graph.writer import writing

    path = tmp_path / "讲话.txt"
    path.write_text("在县委全会上的讲话\n一、重点工作\n一是住建部门牵头，年底前完成3个老旧小区改造。\n", "utf-8")
    ingest(samples, [path], given=day(2024, 1, 5), workers=1)
    names = ("住建部门", "县住房和城乡建设局", "县住建局", "住建")
    assert len({tuple(one.id for one in bodies(samples, name)) for name in names}) == 1
    assert len(bodies(samples, "县住房和城乡建设局")) == 2
    assert [one.region for one in bodies(samples, "青禾县住房和城乡建设局")] == ["青禾县"]
    with writing(samples):
        remove(samples, things(samples, "document", "在县委全会上的讲话")[0].id)
