"""The commands `ingest`, `check` and `remove`: their JSON and their reports in both languages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.command import main
from graph.connection import Store
from tests.papers import papers_in

pytestmark = pytest.mark.neo4j


@pytest.fixture(autouse=True)
def _empty_graph(store: Store) -> None:
    store.write("MATCH (n) DETACH DELETE n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return papers_in(tmp_path)


def run(*args: str) -> Result:
    return CliRunner().invoke(main, list(args))


def test_the_command_s_json(folder: Path, store: Store) -> None:
    done = run("ingest", str(folder), "--json")
    assert done.exit_code == 0, done.output
    said = json.loads(done.stdout)
    assert set(said) >= {"documents", "totals"}
    assert [set(one) for one in said["documents"]] == [
        {"path", "id", "status", "obligations", "seconds", "skipped", "error"}
    ] * 2
    text = (folder / "通知.txt").read_text("utf-8")
    left = next(one["skipped"] for one in said["documents"] if one["path"].endswith("通知.txt"))
    assert left and all(text[one["start"] : one["end"]] == one["text"] and one["reason"] for one in left)
    assert said["totals"]["added"] == 2 and said["totals"]["failed"] == 0
    assert said["totals"]["obligations"] == store.read("MATCH (o:Obligation) RETURN count(o)").rows[0][0]

    checked = run("check", "--json")
    assert checked.exit_code == 0, checked.output
    assert set(json.loads(checked.stdout)) == {"ok", "nodes", "relations", "sha256", "problems"}

    missing = run("ingest", str(folder), str(folder / "无.txt"), "--json")
    assert missing.exit_code == 1
    assert [one["status"] for one in json.loads(missing.stdout)["documents"]] == ["unchanged", "unchanged", "failed"]


def test_the_command_s_report_in_both_languages(folder: Path) -> None:
    said = run("--lang", "zh", "ingest", str(folder)).output
    assert "文件 2：新增 2，未变 0，替换 0，失败 0" in said and "未入图" in said and "另有 4 个文件未读" in said
    said = run("--lang", "en", "ingest", str(folder)).output
    assert "2 files: 0 added, 2 unchanged" in said and "4 files of folders not read" in said


def test_remove_and_check(folder: Path, store: Store) -> None:
    run("ingest", str(folder / "通知.txt"))
    before = json.loads(run("check", "--json").stdout)["sha256"]
    run("ingest", str(folder))
    gone = run("--lang", "en", "remove", str(folder / "方案" / "修路.txt"), "没有这份文件")
    assert gone.exit_code == 1 and "removed" in gone.stdout and "No document" in gone.stderr
    assert json.loads(run("check", "--json").stdout)["sha256"] == before
    store.write("MATCH (o:Obligation) SET o.text = 'x'")
    broken = run("--lang", "zh", "check")
    assert broken.exit_code == 1 and "依据不符" in broken.output
