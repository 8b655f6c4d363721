"""What scripts rely on: the JSON of each command over the samples, its exit codes, and help with an example."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.command import COMMANDS, main
from graph.connection import Store
from tests.loaded import SAMPLES

Run = Callable[..., Result]


@pytest.fixture
def run(samples: Store) -> Run:
    """Call the command line in this process, with the samples in the store."""

    def call(*words: str, typed: str | None = None) -> Result:
        result = CliRunner().invoke(main, list(words), input=typed)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return call


def _json(result: Result) -> dict[str, object]:
    assert result.exit_code == 0, result.stderr
    found: dict[str, object] = json.loads(result.stdout)
    return found


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_with_an_example(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert f"govgraph {name}" in result.stdout
    assert "Example" in result.stdout


def test_extract_prints_the_contract(run: Run) -> None:
    path = SAMPLES / "2024-06-县委全会讲话.txt"
    found = _json(run("extract", str(path), "--json"))
    assert {"document", "sections", "obligations", "results", "skipped"} <= set(found)
    text = path.read_text("utf-8")
    for one in found["obligations"]:  # type: ignore[attr-defined]
        assert one["text"] == text[one["start"] : one["end"]]
        for name in ("deadlines", "targets", "projects", "programmes", "policies", "dependencies", "places"):
            for fact in one[name]:
                assert fact["text"] == text[fact["start"] : fact["end"]]
        for body in one["bodies"]:
            assert body["mention"] == text[body["start"] : body["end"]]


def test_extract_takes_the_date_it_is_given(run: Run) -> None:
    path = str(SAMPLES / "2024-06-县委全会讲话.txt")
    document = _json(run("extract", path, "--date", "2030-01-02", "--json"))["document"]
    assert document["date"] == "2030-01-02"  # type: ignore[index]
    assert document["date_source"] == "given"  # type: ignore[index]


def test_both_names_give_the_same_obligations_each_with_its_quote(run: Run) -> None:
    short, long = (_json(run("obligations", name, "--json")) for name in ("住建部门", "县住房和城乡建设局"))
    assert short["obligations"] == long["obligations"]
    assert short["body"]["id"] == long["body"]["id"]  # type: ignore[index]
    rows = short["obligations"]
    assert isinstance(rows, list)
    assert len(rows) >= 8
    for row in rows:
        assert {
            "id",
            "text",
            "role",
            "mention",
            "inherited",
            "document",
            "section",
            "start",
            "end",
            "deadlines",
            "targets",
        } <= set(row)
        assert {"start", "end", "quote", "rule"} <= set(row["evidence"])
        assert row["evidence"]["quote"]


def test_obligations_filter_by_role_day_and_document(run: Run) -> None:
    everything = _json(run("obligations", "住建", "--json"))["obligations"]
    led = _json(run("obligations", "住建", "--role", "lead", "--json"))["obligations"]
    assert {row["role"] for row in led} == {"lead"}  # type: ignore[attr-defined]
    due = _json(run("obligations", "住建", "--due-before", "2023-12-31", "--json"))["obligations"]
    assert 0 < len(due) < len(everything)  # type: ignore[arg-type]
    assert all(min(d["due"] for d in row["deadlines"] if d["due"]) <= "2023-12-31" for row in due)  # type: ignore[attr-defined]
    one = _json(run("obligations", "住建", "--document", "在县委十四届七次全会上的讲话", "--json"))["obligations"]
    assert {row["document"]["title"] for row in one} == {"在县委十四届七次全会上的讲话"}  # type: ignore[attr-defined]


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "docx", "ics"])
def test_obligations_go_to_the_file_in_the_format_of_its_suffix(run: Run, tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"清单.{suffix}"
    done = run("obligations", "财政", "-o", str(target))
    assert (done.exit_code, done.stdout) == (0, "")
    assert target.read_bytes()[:2] == {"csv": b"\xef\xbb", "ics": b"BE"}.get(suffix, b"PK")
    for words in (("-o", "清单.txt"), ("-o", str(target), "--json")):
        assert run("obligations", "财政", *words).exit_code == 2


def test_obligations_as_csv_and_workbook(run: Run, tmp_path: Path) -> None:
    lines = list(csv.reader(io.StringIO(run("--lang", "zh", "obligations", "住建", "--format", "csv").stdout)))
    assert lines[0][:2] == ["序号", "工作任务"]
    target = tmp_path / "a.xlsx"
    assert run("obligations", "住建", "--format", "xlsx", "-o", str(target)).exit_code == 0
    assert target.stat().st_size > 4000


def test_resolve_gives_the_graphs_own_id(run: Run, samples: Store) -> None:
    found = _json(run("resolve", "县财政局", "--region", "青禾县", "--json"))
    assert {"id", "name", "kind", "level", "aliases", "rule"} <= set(found)
    assert samples.read("MATCH (b:Body {id: $id}) RETURN b.name", {"id": found["id"]}).rows == [(found["name"],)]


def test_query_answers_named_questions_and_cypher(run: Run, tmp_path: Path) -> None:
    named = _json(run("query", "load-by-body", "limit=3", "--json"))
    assert set(named) == {"columns", "rows", "truncated", "seconds"}
    heads = [
        run("--lang", one, "query", "load-by-body", "--format", "csv").stdout.partition("\n")[0] for one in ("zh", "en")
    ]
    assert heads == [
        "单位,牵头,责任,配合,督办,合计,单位编号",
        "Body,Leads,Responsible,Supports,Supervises,Total,Body id",
    ]
    assert len(named["rows"]) == 3  # type: ignore[arg-type]
    free = _json(
        run("query", "-", "n=2", "--json", typed="MATCH (b:Body) RETURN b.name AS 名称 ORDER BY 名称 LIMIT $n")
    )
    assert free["columns"] == ["名称"]
    assert len(free["rows"]) == 2  # type: ignore[arg-type]
    file = tmp_path / "q.cypher"
    file.write_text("RETURN 1 AS one", "utf-8")
    assert _json(run("query", str(file), "--json"))["rows"] == [[1]]
    cut = _json(run("query", "-", "--limit", "5", "--json", typed="UNWIND range(1, 9) AS x RETURN x"))
    assert cut["truncated"] is True


@pytest.mark.parametrize(
    ("words", "typed", "code"),
    [
        (("query", "-"), "CREATE (n:Body) RETURN n", 3),
        (("query", "-"), "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line", 3),
        (("query", "-"), "MATCH (n RETURN n", 2),
        (("query", "-", "--timeout", "1"), "UNWIND range(1, 100000000000) AS x RETURN sum(x)", 4),
        (("query", "no-such-question"), None, 2),
        (("query", "overdue"), None, 2),
        (("query", "overdue", "day"), None, 2),
        (("obligations", "没有这个单位"), None, 2),
        (("extract", "/nowhere/a.txt"), None, 1),
        (("remove", "没有这份文件"), None, 1),
    ],
)
def test_exit_codes(run: Run, words: tuple[str, ...], typed: str | None, code: int) -> None:
    result = run(*words, typed=typed)
    assert result.exit_code == code, result.stderr
    assert result.stderr.strip()
    assert "Traceback" not in result.stderr


def test_queries_lists_the_library(run: Run) -> None:
    listed = _json(run("queries", "--json"))["queries"]
    assert len(listed) >= 25  # type: ignore[arg-type]
    assert "overdue" in run("queries").stdout


def test_path_shows_each_step_with_its_words(run: Run) -> None:
    found = _json(run("path", "县财政局", "县交通运输局", "--json"))
    assert len(found["nodes"]) == len(found["relations"]) + 1  # type: ignore[arg-type]
    assert found["nodes"][0]["name"].endswith("财政局")  # type: ignore[index]
    assert "→" in run("path", "县财政局", "县交通运输局").stdout


def test_codes_of_the_graph_are_said_in_words(run: Run) -> None:
    for language, kind, label in (("zh", "在…之后", "任务"), ("en", "after", "Obligation")):
        shown = run("--lang", language, "depends", "完成用地组卷报批").stdout
        asked = run("--lang", language, "query", "waits-for", "obligation=完成用地组卷报批").stdout
        assert f" · {kind} · {label}" in shown
        assert f"\t{kind}\t{label}\t" in asked
    for language, kind in (("zh", "会议纪要"), ("en", "Minutes")):
        assert f"\t{kind}\t" in run("--lang", language, "query", "documents").stdout
    plain = _json(run("query", "waits-for", "obligation=完成用地组卷报批", "--json"))
    assert "after" in {row[2] for row in plain["rows"]}  # type: ignore[attr-defined]


def test_depends_shows_both_directions(run: Run) -> None:
    found = _json(run("depends", "用地组卷报批", "--json"))
    assert found["waits_for"]
    assert "用地" in run("--lang", "zh", "depends", "用地组卷报批").stdout


def test_check_is_well_and_its_hash_stands(run: Run) -> None:
    first = _json(run("check", "--json"))
    assert first["ok"] is True
    assert first["problems"] == []
    assert _json(run("check", "--json")) == first


@pytest.mark.parametrize("name", ["a.graphml", "a.gexf", "a.jsonl", "a.cypher", "folder"])
def test_export_in_every_form(run: Run, samples: Store, tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    assert run("export", str(target)).exit_code == 0
    nodes = samples.read("MATCH (n) WHERE NOT n:Text RETURN count(n)").rows[0][0]
    if name == "a.graphml":
        import networkx

        assert networkx.read_graphml(target).number_of_nodes() == nodes
    elif name == "a.jsonl":
        assert sum("labels" in json.loads(line) for line in target.read_text("utf-8").splitlines()) == nodes
    elif name == "folder":
        assert len(list(csv.reader(io.StringIO((target / "nodes.csv").read_text("utf-8"))))) == nodes + 1
    else:
        assert target.stat().st_size > 10_000


def test_explain_says_why_and_why_not(run: Run) -> None:
    said = run("--lang", "zh", "explain", "财政部门牵头，年底前化解隐性债务3亿元。", "--date", "2024-06-28").stdout
    assert "牵头: 财政部门" in said
    assert "2024-12-31" in said
    left_out = run("--lang", "zh", "explain", str(SAMPLES / "2024-08-重点工作督查通报.txt"), "--left-out").stdout
    assert left_out.count("[未入图]") >= 5


def test_ingest_again_changes_nothing(run: Run) -> None:
    before = _json(run("check", "--json"))["sha256"]
    report = _json(run("ingest", str(SAMPLES), "--json"))
    assert {one["status"] for one in report["documents"]} == {"unchanged"}  # type: ignore[attr-defined]
    assert _json(run("check", "--json"))["sha256"] == before


def test_every_sentence_of_the_samples_is_a_fact_or_left_out_with_a_reason() -> None:
    from extract.pipeline import extract_file
    from extract.reasons import reasons
    from extract.sentence import cut

    for path in sorted(SAMPLES.iterdir()):
        if path.suffix in (".md", ".py"):
            continue
        found = extract_file(path)
        spans = {(one.start, one.end) for group in (found.obligations, found.results, found.skipped) for one in group}
        assert {(start, end) for start, end in cut(found.source.text)} <= spans, path.name
        assert {one.reason for one in found.skipped} <= set(reasons()), path.name


def test_every_rule_that_found_something_has_a_caption() -> None:
    from extract.pipeline import extract_file
    from extract.rules import rules

    for path in sorted(SAMPLES.iterdir()):
        if path.suffix in (".md", ".py"):
            continue
        found = extract_file(path)
        used = {one.rule for one in (*found.obligations, *found.results)}
        for one in found.obligations:
            for group in (
                one.bodies,
                one.deadlines,
                one.targets,
                one.projects,
                one.programmes,
                one.dependencies,
                one.places,
            ):
                used |= {fact.rule for fact in group}
        assert used <= set(rules()), (path.name, used - set(rules()))
