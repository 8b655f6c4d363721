"""Ingest: files and folders in, a report of each, the same graph however they come; failures leave nothing."""

from __future__ import annotations

import shutil
import threading
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import graph.load
from app.command import main
from extract.readers import SUFFIXES
from graph.check import Checked, check
from graph.connection import Store
from graph.discover import discover
from graph.errors import GraphError
from graph.ingest import Outcome, Report, ingest
from graph.remove import remove
from graph.watch import watching
from graph.writer import writing
from tests.papers import LETTER, PLAN, papers_in

pytestmark = pytest.mark.neo4j
SAMPLES = Path(__file__).parents[1] / "samples"


@pytest.fixture(autouse=True)
def _empty_graph(store: Store) -> None:
    store.write("MATCH (n) DETACH DELETE n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return papers_in(tmp_path)


def statuses(report: Report) -> list[tuple[str, str]]:
    return [(Path(one.path).name, one.status) for one in report.documents]


def sound(store: Store) -> Checked:
    found = check(store)
    assert found.problems == ()
    return found


def test_folders_are_walked_and_what_is_no_document_is_named(folder: Path) -> None:
    found = discover([folder, folder / "通知.txt"])
    assert [one.name for one in found.files] == ["通知.txt", "修路.txt"]
    reasons = {Path(one.path).name: one.reason for one in found.ignored}
    assert reasons == {
        "README.md": "about the folder",
        "~$通知.docx": "temporary",
        ".hidden.txt": "hidden",
        "图.bmp": "format",
    }


def test_a_file_named_itself_is_always_tried(folder: Path) -> None:
    assert [one.name for one in discover([folder / "图.bmp", "gone.txt"]).files] == ["图.bmp", "gone.txt"]
    assert ".txt" in SUFFIXES


def test_added_unchanged_replaced_failed(store: Store, folder: Path) -> None:
    report = ingest(store, [folder, folder / "图.bmp"])
    assert statuses(report) == [("通知.txt", "added"), ("修路.txt", "added"), ("图.bmp", "failed")]
    assert ".bmp is not supported" in report.documents[2].error.en
    first = sound(store)

    again = ingest(store, [folder])
    assert statuses(again) == [("通知.txt", "unchanged"), ("修路.txt", "unchanged")]
    assert [one.obligations for one in again.documents] == [one.obligations for one in report.documents[:2]]
    assert sound(store) == first

    (folder / "通知.txt").write_text(LETTER + "县应急局要值班。\n", "utf-8")
    assert statuses(ingest(store, [folder])) == [("通知.txt", "replaced"), ("修路.txt", "unchanged")]
    assert store.read("MATCH (d:Document) RETURN count(d)").rows == [(2,)]
    assert sound(store) != first

    (folder / "通知.txt").write_text(LETTER, "utf-8")
    assert statuses(ingest(store, [folder]))[0] == ("通知.txt", "replaced")
    assert sound(store) == first


def test_an_empty_graph_and_an_empty_folder_say_what_to_do(store: Store, tmp_path: Path) -> None:
    asked = CliRunner().invoke(main, ["--lang", "zh", "obligations", "财政"])
    assert asked.exit_code == 2 and "图谱还是空的" in asked.stderr
    done = CliRunner().invoke(main, ["--lang", "zh", "ingest", str(tmp_path)])
    assert done.exit_code == 0 and "没有可读的文件" in done.stderr


def test_a_failed_file_leaves_nothing_and_the_others_go_on(store: Store, folder: Path, tmp_path: Path) -> None:
    ingest(store, [folder])
    before = sound(store)
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "空.txt").write_text(" \n", "utf-8")
    (bad / "零.docx").touch()
    (bad / "零.txt").touch()
    (bad / "坏.txt").write_bytes(b"\x81\x30\xff\xff\x00\xff")
    (bad / "坏.docx").write_bytes(b"PK no zip")
    (bad / "坏.pdf").write_bytes(b"%PDF-1.4 cut")
    report = ingest(store, [bad, bad / "无.txt"])
    assert report.count("failed") == 7, statuses(report)
    for one in report.documents:  # each reason is the file's own, also where two hold the same bytes, in both languages
        assert not one.id
        assert one.error.en.startswith(f"{one.path}: ") and one.error.zh.startswith(f"{one.path}："), one
    assert sound(store) == before


@pytest.mark.parametrize("rows_at_once", [2, 16_000])
def test_what_the_store_refuses_fails_alone(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch, rows_at_once: int
) -> None:
    ingest(store, [folder / "方案"])
    before = sound(store)
    put = graph.load._put_relations

    def refuse(tx: Any, relations: Any) -> None:
        put(tx, relations)
        if any("水利" in str(one.properties.get("quote")) for one in relations):
            raise GraphError("the store will not have it")

    monkeypatch.setattr(graph.load, "_put_relations", refuse)
    monkeypatch.setattr(graph.load, "AT_ONCE", rows_at_once)
    (folder / "三.txt").write_text("县财政局要在6月底前完成决算。\n", "utf-8")
    report = ingest(store, [folder])
    assert sorted(statuses(report)) == [("三.txt", "added"), ("修路.txt", "unchanged"), ("通知.txt", "failed")]
    assert "the store will not have it" in next(one.error.en for one in report.documents if one.status == "failed")
    after = sound(store)
    with writing(store):
        remove(store, next(one.id for one in report.documents if one.status == "added"))
    assert (sound(store), after.nodes > before.nodes) == (before, True)


def test_known_is_what_has_the_same_bytes_not_the_same_name(store: Store, folder: Path) -> None:
    ingest(store, [folder])
    before = sound(store)
    copy = folder / "通知的副本.txt"
    shutil.copy(folder / "通知.txt", copy)
    assert statuses(ingest(store, [copy])) == [("通知的副本.txt", "unchanged")]
    assert sound(store) == before
    rows = store.read("MATCH (d:Document) WHERE size(d.sources) = 2 RETURN d.source, d.sources").rows
    assert rows == [(str(folder / "通知.txt"), sorted([str(folder / "通知.txt"), str(copy)]))]


def test_two_equal_files_at_once_are_one_document(store: Store, folder: Path) -> None:
    shutil.copy(folder / "通知.txt", folder / "又.txt")
    assert sorted(status for _, status in statuses(ingest(store, [folder]))) == ["added", "added", "unchanged"]
    assert store.read("MATCH (d:Document) RETURN count(d)").rows == [(2,)]


def test_files_that_change_places_stay(store: Store, folder: Path) -> None:
    one, other = folder / "通知.txt", folder / "方案" / "修路.txt"
    ingest(store, [folder])
    before = sound(store)
    one.write_text(PLAN, "utf-8")
    other.write_text(LETTER, "utf-8")
    assert {status for _, status in statuses(ingest(store, [folder]))} == {"unchanged"}
    assert sound(store) == before
    assert dict(store.read("MATCH (d:Document) RETURN d.source, size(d.sources)").rows) == {str(one): 1, str(other): 1}


def test_any_order_and_pieces_and_workers_give_the_same(store: Store) -> None:
    files = discover([SAMPLES]).files[:6]
    ingest(store, files)
    whole = sound(store)
    for pieces in ([[one] for one in reversed(files)], [files[3:], files[:3], files]):
        store.write("MATCH (n) DETACH DELETE n")
        for piece in pieces:
            ingest(store, piece)
        assert sound(store) == whole
    store.write("MATCH (n) DETACH DELETE n")
    report = ingest(store, files, workers=2)
    assert report.count("added") == len(files)
    assert sound(store) == whole


def date_of(store: Store) -> Any:
    return store.read("MATCH (d:Document) RETURN d.date, d.given").rows[0]


def test_a_given_date_stays_until_another_is_given(store: Store, folder: Path) -> None:
    paper = folder / "方案" / "修路.txt"
    day, other = date(2024, 3, 1), date(2023, 2, 1)
    ingest(store, [paper], given=day)
    dated = sound(store)
    assert date_of(store) == (day, day)
    assert statuses(ingest(store, [paper])) == [("修路.txt", "unchanged")]
    assert statuses(ingest(store, [paper], given=other)) == [("修路.txt", "replaced")]
    assert date_of(store) == (other, other)
    store.write("MATCH (n) DETACH DELETE n")
    ingest(store, [paper])
    assert statuses(ingest(store, [paper], given=day)) == [("修路.txt", "replaced")]
    assert sound(store) == dated


def test_another_extractor_version_reads_again(store: Store, folder: Path) -> None:
    ingest(store, [folder])
    before = sound(store)
    store.write("MATCH (d:Document) SET d.version = '0.0.1'")
    assert {status for _, status in statuses(ingest(store, [folder]))} == {"replaced"}
    assert sound(store) == before
    assert {status for _, status in statuses(ingest(store, [folder], again=True))} == {"replaced"}
    assert sound(store) == before


def test_progress_counts_every_file(store: Store, folder: Path) -> None:
    seen: list[tuple[int, int, str]] = []

    def progress(report: Report, outcome: Outcome | None) -> None:
        seen.append((len(report.documents), report.total, outcome.status if outcome else ""))

    ingest(store, [folder], progress=progress)
    assert seen == [(0, 2, ""), (1, 2, "added"), (2, 2, "added")]


def test_what_comes_or_changes_is_seen_once_it_is_quiet(folder: Path) -> None:
    batches: list[list[str]] = []
    with watching([folder]) as changed:
        thread = threading.Thread(target=lambda: batches.append([one.name for one in next(changed)]), daemon=True)
        thread.start()
        time.sleep(0.2)
        (folder / "图二.bmp").write_bytes(b"BM")
        with (folder / "新.txt").open("w", encoding="utf-8") as stream:
            for _ in range(3):
                stream.write("县财政局要付款。\n")
                stream.flush()
                time.sleep(0.1)
        thread.join(timeout=20)
    assert batches == [["新.txt"]]
