"""Each page drawn by Streamlit itself without a browser: with none and one result, in both languages (many: `test_app_samples`)."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import app
from app.screens.library import exported, progress_html
from app.texts import say, words
from graph.connection import Store
from graph.errors import StoreUnavailableError
from graph.ingest import Outcome, Report, ingest
from graph.reading import Reason
from tests.conftest import empty
from tests.drawn import PAGES, component, draw, said

ONE = "南山县人民政府办公室关于清淤工作的通知\n\n县水务局要在9月底前完成东溪清淤3公里。\n\n2024年3月1日\n"


@pytest.fixture(scope="class")
def nothing(store: Store) -> None:
    """An empty graph."""
    empty(store)


@pytest.fixture(scope="class")
def one(store: Store, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A graph of one document with one obligation."""
    empty(store)
    path = tmp_path_factory.mktemp("one") / "通知.txt"
    path.write_text(ONE, "utf-8")
    assert [each.status for each in ingest(store, [path], workers=1).documents] == ["added"]


def test_a_store_that_is_gone_is_said_with_what_to_do(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    def gone() -> Store:
        raise StoreUnavailableError(
            "The store is gone. Run `govgraph doctor`.", "连不上图数据库。请运行 govgraph doctor。"
        )

    monkeypatch.setattr("app.store.opened", gone)
    test = AppTest.from_file(str(Path(app.__file__).parent / "main.py"), default_timeout=60)
    test.query_params["lang"] = language
    test.run()
    assert not test.exception
    assert "govgraph doctor" in test.error[0].value
    assert any(one.label == words(language)["again"] for one in test.button)


def test_each_file_on_its_way_is_shown_and_escaped() -> None:
    report = Report(total=3)
    report.documents.append(Outcome("/tmp/x/0/通知.txt", "added", obligations=2))
    report.documents.append(
        Outcome("/tmp/x/1/a&b.txt", "failed", error=Reason("a&b.txt: holds no text", "a&b.txt：没有文字"))
    )
    shown = progress_html(report, ["通知.txt", "a&b.txt", "还没读.docx"], "zh")
    assert "新增" in shown and "2 项任务" in shown and "a&amp;b.txt" in shown and "/tmp" not in shown
    assert "等待" in shown and "还没读.docx" in shown and shown.count("<tr>") == 3


def test_documents_are_exported_as_they_are_shown() -> None:
    rows = [
        ["2024-01-02", {"text": "乙", "href": "#"}, "通知", "", "", 3],
        ["", {"text": "甲讲话", "href": "#"}, "讲话", "县委", "", 12],
    ]
    assert [row[1] for row in exported(rows, "", "", "zh").rows] == ["乙", "甲讲话"]
    assert [row[1] for row in exported(rows, "-任务", "", "zh").rows] == ["甲讲话", "乙"]
    assert [row[1] for row in exported(rows, "日期", "", "zh").rows] == ["乙", "甲讲话"]
    assert [row[1] for row in exported(rows, "", "讲话", "zh").rows] == ["甲讲话"]


@pytest.mark.usefixtures("nothing")
class TestNone:
    @pytest.mark.parametrize("page", PAGES)
    def test_an_empty_graph_is_said_and_what_to_do(self, page: str, language: str) -> None:
        test = draw(page, lang=language)
        key = {"query": "query_hint"}.get(page, "empty_graph")
        assert words(language)[key] in html.unescape(said(test))
        if page not in ("query", "documents"):
            assert f'href="/documents{"" if language == "zh" else "?lang=en"}"' in said(test)

    def test_an_unknown_document_is_said(self) -> None:
        assert "没有这份文档" in said(draw("documents", doc="doc-none"))


@pytest.mark.usefixtures("one")
class TestOne:
    @pytest.mark.parametrize("page", PAGES)
    def test_every_page_draws(self, page: str, language: str) -> None:
        draw(page, lang=language)

    def test_the_one_obligation(self) -> None:
        data = component(draw("obligations"))
        (row,) = data["rows"]
        assert row["due"] == "2024-09-30" and row["role"] == "responsible"
        assert row["evidence"]["text"] == row["text"]
        for span in row["spans"]:
            assert 0 <= span["start"] < span["end"] <= len(row["text"])

    def test_the_one_document(self) -> None:
        (row,) = component(draw("documents"))["rows"]
        assert row[0] == "2024-03-01" and row[2] == "通知" and row[5] == 1

    def test_dates_are_named_beside_the_count(self) -> None:
        assert "1 份文档 · 2024-03-01 至 2024-03-01" in said(draw("overview"))


def test_documents_without_a_date_name_none(store: Store, tmp_path: Path) -> None:
    empty(store)
    path = tmp_path / "讲话.txt"
    path.write_text("在全县农村工作会议上的讲话\n\n县水务局要抓紧完成东溪清淤3公里。\n", "utf-8")
    assert [each.status for each in ingest(store, [path], workers=1).documents] == ["added"]
    shown = said(draw("overview"))
    assert "<span>1 份文档</span>" in shown


def test_one_is_said_in_the_singular() -> None:
    assert [say("en", "items", n=n) for n in (0, 1, 2)] == ["0 items", "1 item", "2 items"]
    assert say("en", "hit_order", n=1, bodies="1", names="X") == "1 obligation waits for it, of 1 body: X"
    assert say("zh", "items", n=1) == "1 项"
