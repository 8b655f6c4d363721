"""A document read again from its own text: the same facts, a corrected date that stays, removal undone, uploads."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.removed import folder, put_back, remove_document, removed
from app.uploads import Upload, received, safe_name, take_in
from graph.check import check
from graph.connection import Store
from graph.documents import documents
from graph.errors import UnknownDocumentError
from graph.home import Home
from graph.ingest import ingest
from graph.rereading import correct, keep, kept
from tests.loaded import SAMPLES

SPEECH = "2024-06-县委全会讲话.txt"


def _sha(store: Store) -> str:
    return check(store).sha256


def _id(store: Store, name: str) -> str:
    return next(one.id for one in documents(store) if any(path.endswith(name) for path in one.sources))


@pytest.mark.parametrize("name", [SPEECH, "2023-02-重点任务分解表.docx", "2024-02-重点工作台账.xlsx"])
def test_a_removed_document_comes_back_the_same(samples: Store, home: Home, name: str) -> None:
    before, key = _sha(samples), _id(samples, name)
    sources = keep(samples, key).sources
    title = remove_document(samples, home, key)
    assert _sha(samples) != before
    assert key not in [one.id for one in documents(samples)]
    assert [(one.id, one.title) for one in removed(home)] == [(key, title)]
    assert put_back(samples, home, key) == title
    assert _sha(samples) == before
    assert keep(samples, key).sources == sources
    assert removed(home) == []


def test_what_is_kept_survives_json(samples: Store) -> None:
    found = keep(samples, _id(samples, "2024-02-重点工作台账.xlsx"))
    assert found.source.anchors
    assert kept(found.plain()) == found


def test_what_is_not_there_is_said(samples: Store, home: Home) -> None:
    with pytest.raises(UnknownDocumentError):
        remove_document(samples, home, "doc-none")
    with pytest.raises(KeyError):
        put_back(samples, home, "../../password")
    assert not list(folder(home).glob("doc-none*"))


def test_a_corrected_date_stays_and_can_be_taken_back(samples: Store) -> None:
    before, key = _sha(samples), _id(samples, SPEECH)
    due = "MATCH (t:Deadline {document: $id}) WHERE t.due IS NOT NULL RETURN max(t.due).year"
    correct(samples, key, day=date(2031, 3, 1), issuer="")
    assert samples.read("MATCH (d:Document {id: $id}) RETURN d.date.year", {"id": key}).rows[0][0] == 2031
    assert samples.read(due, {"id": key}).rows[0][0] >= 2031
    report = ingest(samples, [SAMPLES / SPEECH], workers=1)
    assert [one.status for one in report.documents] == ["unchanged"]
    assert samples.read("MATCH (d:Document {id: $id}) RETURN d.date.year", {"id": key}).rows[0][0] == 2031
    correct(samples, key, day=None, issuer="")
    assert _sha(samples) == before


def test_a_corrected_issuer_names_who_we_are_and_stays(samples: Store, home: Home, tmp_path: Path) -> None:
    path = tmp_path / "工作安排.txt"
    path.write_text("工作安排\n\n我局要在9月底前完成东溪清淤3公里。\n\n2024年3月1日\n", "utf-8")
    (outcome,) = ingest(samples, [path], workers=1).documents
    owes = "MATCH (b:Body)-[r:RESPONSIBLE_FOR|LEADS]->() WHERE r.document = $id RETURN DISTINCT b.name"
    issuer = "MATCH (d:Document {id: $id}) RETURN d.issuer"
    key = {"id": outcome.id}
    before = _sha(samples)
    assert samples.read(issuer, key).rows == [("",)]
    correct(samples, outcome.id, day=None, issuer=" 青石县财政局 ")
    assert samples.read(issuer, key).rows == [("青石县财政局",)]
    assert samples.read(owes, key).rows == [("青石县财政局",)]
    assert ingest(samples, [path], workers=1).documents[0].status == "unchanged"
    assert [one.status for one in ingest(samples, [path], workers=1, again=True).documents] != ["failed"]
    assert samples.read(issuer, key).rows == [("青石县财政局",)]
    remove_document(samples, home, outcome.id)
    put_back(samples, home, outcome.id)
    assert samples.read(issuer, key).rows == [("青石县财政局",)]
    correct(samples, outcome.id, day=None, issuer="")
    assert _sha(samples) == before
    remove_document(samples, home, outcome.id)
    for one in removed(home):
        one.path.unlink()


@pytest.mark.parametrize(
    "name",
    [
        "../../evil.txt",
        "/etc/passwd",
        "..\\..\\a.txt",
        "C:\\x\\b.txt",
        ".hidden",
        "a\x00b.txt",
        "长" * 500 + ".docx",
        "..",
        "",
    ],
)
def test_no_name_leaves_the_folder(home: Home, name: str) -> None:
    with received(home, [Upload(name, b"x"), Upload(name, b"y")]) as paths:
        for path in paths:
            assert path.resolve().is_relative_to((home.path / "uploads").resolve())
            assert not path.name.startswith(".") and len(path.name.encode()) < 255
        assert [path.read_bytes() for path in paths] == [b"x", b"y"]
    assert not any(path.exists() for path in paths)
    assert list((home.path / "uploads").iterdir()) == []


def test_the_suffix_of_a_long_name_stays() -> None:
    assert safe_name("关于" * 200 + ".docx").endswith(".docx")


def test_uploads_are_read_and_reported(samples: Store, home: Home) -> None:
    words = "南山县人民政府办公室通知\n\n县水务局要在9月底前完成东溪清淤3公里。\n\n2024年3月1日\n"
    seen: list[int] = []
    files = [
        Upload("通知.txt", words.encode()),
        Upload("通知.txt", words.replace("东溪", "西溪").encode()),
        Upload("画.png", b"\x89PNG"),
    ]
    report = take_in(samples, home, files, lambda so_far, _: seen.append(len(so_far.documents)))
    assert [(one.path, one.status) for one in report.documents] == [
        ("通知.txt", "added"),
        ("通知.txt", "added"),
        ("画.png", "failed"),
    ]
    assert seen[0] == 0 and seen[-1] == 3
    why = report.documents[2].error
    assert why.text("zh").startswith("不支持 .png")
    assert str(home.path) not in why.en + why.zh
    assert keep(samples, report.documents[0].id).sources == ("通知.txt",)
    again = take_in(samples, home, files[:1])
    assert [one.status for one in again.documents] == ["unchanged"]
    assert keep(samples, report.documents[0].id).sources == ("通知.txt",)
    for one in report.documents[:2]:
        remove_document(samples, home, one.id)
    assert list((home.path / "uploads").iterdir()) == []


def test_a_stopped_upload_leaves_no_file(samples: Store, home: Home) -> None:
    class StoppedError(Exception):
        pass

    def stop(*_: object) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        take_in(samples, home, [Upload("停.txt", "县水务局年底前完成清淤。".encode())], stop)
    assert list((home.path / "uploads").iterdir()) == []
