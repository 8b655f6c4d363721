"""Each page drawn by Streamlit itself over the samples: many results, in both languages."""

from __future__ import annotations

from collections import OrderedDict

import pytest

from graph.connection import Store
from tests.conftest import empty
from tests.drawn import PAGES, component, draw, said
from tests.loaded import load_samples


@pytest.fixture(scope="class")
def many(store: Store) -> None:
    """The samples."""
    empty(store)
    load_samples(store)


@pytest.mark.usefixtures("many")
class TestMany:
    @pytest.mark.parametrize("page", PAGES)
    def test_every_page_draws(self, page: str, language: str) -> None:
        draw(page, lang=language)

    @pytest.mark.parametrize("alias", ["住建", "住建部门", "县住建局", "zhujian"])
    def test_any_alias_is_the_same_body(self, alias: str) -> None:
        test = draw("obligations", body=alias)
        assert len(component(test)["rows"]) >= 8
        assert test.query_params["body"] == draw("obligations", body="住建").query_params["body"]

    def test_an_unknown_body_is_said(self) -> None:
        test = draw("obligations", body="不存在的单位")
        assert "没有找到“不存在的单位”" in said(test)
        assert component(test)["rows"] == []

    def test_the_address_decides_what_is_shown(self) -> None:
        test = draw("obligations", body="住建", role="lead", by="timeline", find="管网")
        data = component(test)
        assert (data["role"], data["grouping"], data["filter"]) == ("lead", "timeline", "管网")
        assert {"role", "by", "find"} <= set(test.query_params)

    def test_nonsense_in_the_address_is_no_error(self) -> None:
        data = component(draw("obligations", body="住建", role="boss", by="colour", picked="nothing"))
        assert (data["role"], data["grouping"]) == ("all", "deadline")
        draw("documents", doc="x", part="-1", at="z", side="up")

    @pytest.mark.parametrize("name", ["all", "no_body", "no_deadline", "undated", "no_target", "due"])
    def test_every_list_draws(self, name: str, language: str) -> None:
        data = component(draw("obligations", list=name, lang=language))
        assert data["rows"] and [one["on"] for one in data["lists"]].count(True) == (0 if name == "due" else 1)
        assert data["evidence"] == {}, "it comes for the lines one looks at"
        for row in data["rows"]:
            assert all(0 <= span["start"] < span["end"] <= len(row["text"]) for span in row["spans"])
        last = data["rows"][-1]
        ((key, panel),) = component(draw("obligations", list=name, lang=language, picked=last["id"]))[
            "evidence"
        ].items()
        assert key == last["id"] and panel["text"] == last["text"] and panel["facts"]
        if name == "no_body":
            assert not any(row["owners"] for row in data["rows"])

    def test_a_long_list_comes_in_pages(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("app.screens.listing.PAGE", 50)
        first = component(draw("obligations", list="all"))
        assert len(first["rows"]) == 50 and first["pager"]["at"] == 1
        test = draw("obligations", list="all", page="2")
        second = component(test)
        assert second["pager"]["at"] == 2 and test.query_params["page"] == "2"
        assert not {row["id"] for row in first["rows"]} & {row["id"] for row in second["rows"]}
        assert component(draw("obligations", list="all", page="99"))["pager"]["at"] == second["pager"]["all"]

    def test_a_long_body_s_evidence_comes_for_the_chosen_line(self, monkeypatch: pytest.MonkeyPatch) -> None:
        every = {row["id"]: row["evidence"] for row in component(draw("obligations", body="住建"))["rows"]}
        monkeypatch.setattr("app.screens.obligations.EVERY", 3)
        monkeypatch.setattr("app.memory._RECENT", OrderedDict())
        picked = list(every)[-1]
        data = component(draw("obligations", body="住建", picked=picked))
        assert len(every) > 3 and [row["evidence"] for row in data["rows"]] == [None] * len(every)
        assert data["evidence"] == {picked: every[picked]}

    def test_what_the_browser_holds_is_not_sent_again(self) -> None:
        test = draw("obligations", body="住建")
        first = component(test)
        second = component(test.run())
        assert first["words"] and first["rows"] and not {"words", "rows"} & set(second)
        assert second["held"] == first["held"]
        assert "hints" not in first and first["later"] == ["hints"], "they come when one searches"

    def test_a_link_to_a_question_brings_the_answer(self, language: str) -> None:
        data = component(draw("query", name="load-by-body", lang=language))
        assert data["name"] == "load-by-body" and data["answer"]["rows"]
        assert component(draw("query", name="overdue", lang=language))["answer"] is None, "it needs a day"
        assert component(draw("query", name="overdue", day="2030-01-01", lang=language))["answer"]["rows"]

    def test_what_is_past_hangs_on_the_day_of_the_address(self) -> None:
        test = draw("obligations", body="住建", day="2024-09-01")
        assert component(test)["day"] == "2024-09-01" and test.query_params["day"] == "2024-09-01"
        assert component(draw("obligations", body="住建", day="morgen"))["day"] == ""
        assert component(draw("overview", day="2024-09-01", load="lead"))["load_by"] == "lead"

    def test_two_bodies_are_compared(self) -> None:
        test = draw("obligations", **{"body": "住建", "with": "财政"})
        data = component(test)
        assert {row["side"] for row in data["rows"]} == {"a", "b", "both"}
        for row in data["rows"]:
            assert len({one["name"] for one in row["owners"]}) == (2 if row["side"] == "both" else 1)
        assert not any(row["collective"] for row in data["rows"])
        assert test.query_params["with"]

    def test_a_body_is_not_compared_with_itself_or_with_nobody(self) -> None:
        assert component(draw("obligations", **{"body": "住建", "with": "住建部门"}))["other"] == ""
        test = draw("obligations", **{"body": "住建", "with": "没有的"})
        assert component(test)["other"] == "" and "没有的" in said(test)

    def test_what_a_collective_owes_says_why_it_is_there(self) -> None:
        rows = [row for row in component(draw("obligations", body="住建"))["rows"] if row["collective"]]
        assert rows
        for row in rows:
            assert any(fact["label"] == "为何在此" for fact in row["evidence"]["facts"])

    def test_a_link_to_the_words_opens_the_document_at_them(self) -> None:
        row = component(draw("obligations", body="住建"))["rows"][0]
        address = dict(part.split("=") for part in row["evidence"]["links"][0]["href"].partition("?")[2].split("&"))
        data = component(draw("documents", **address))
        ((_, start, end),) = [one for one in data["blocks"] if one[0] == data["picked"]]
        assert data["text"][start:end] == row["text"]
        assert data["evidence"][data["picked"]]["facts"]
        bodies = data["marks"]["Body"]
        named = {data["text"][a:b] for a, b in zip(bodies[::2], bodies[1::2], strict=True)}
        assert any(one in row["text"] for one in named)
        assert sum(count for *_, count in data["outline"]) >= len(data["blocks"]), (
            "each stands under a heading at least"
        )

    def test_a_long_document_s_evidence_comes_for_the_chosen_and_those_about_it(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        row = component(draw("obligations", body="住建"))["rows"][0]
        address = dict(part.split("=") for part in row["evidence"]["links"][0]["href"].partition("?")[2].split("&"))
        every = component(draw("documents", **address))
        monkeypatch.setattr("app.screens.documents.EVERY", 3)
        monkeypatch.setattr("app.screens.documents.NEAR", 1)
        data = component(draw("documents", **address))
        ids = [one[0] for one in every["blocks"]]
        at = ids.index(data["picked"])
        assert set(every["evidence"]) == set(ids) and len(ids) > 3
        near = ids[max(0, at - 1) : at + 2]
        assert data["evidence"] == {one: every["evidence"][one] for one in near}

    def test_what_was_left_out_has_readable_reasons(self) -> None:
        href = component(draw("documents"))["rows"][0][1]["href"]
        data = component(draw("documents", doc=href.partition("doc=")[2], side="left"))
        assert data["side"] == "left" and data["left"]
        for start, end, reason, _ in data["left"]:
            assert data["text"][start:end].strip()
            assert any("\u4e00" <= letter <= "\u9fff" for letter in reason), reason

    def test_a_document_is_removed_and_put_back(self) -> None:
        before = component(draw("documents"))["rows"]
        test = draw("documents", doc=before[0][1]["href"].partition("doc=")[2])
        next(one for one in test.button if one.label == "移除").click().run()
        assert not test.exception
        listed = draw("documents")
        assert len(component(listed)["rows"]) == len(before) - 1
        next(one for one in listed.button if one.label.startswith("撤销移除")).click().run()
        assert component(draw("documents"))["rows"] == before

    def test_a_wrong_date_is_refused_and_a_right_one_kept(self) -> None:
        href = component(draw("documents"))["rows"][0][1]["href"]
        test = draw("documents", doc=href.partition("doc=")[2])
        save = next(one for one in test.button if one.label == "保存")
        field = next(one for one in test.text_input if one.label == "日期")
        field.set_value("去年")
        save.click().run()
        assert "2024-03-01" in said(test)
        next(one for one in test.text_input if one.label == "日期").set_value("2022-01-05")
        next(one for one in test.button if one.label == "保存").click().run()
        assert not test.exception
        test = draw("documents", doc=href.partition("doc=")[2])
        assert "2022-01-05" in said(test) and "手工指定" in said(test)
        next(one for one in test.button if one.label == "都改回文中所写").click().run()
        assert "手工指定" not in said(draw("documents", doc=href.partition("doc=")[2]))

    def test_the_issuer_is_given_by_hand_and_the_date_stays_the_text_s(self) -> None:
        href = component(draw("documents"))["rows"][0][1]["href"]
        test = draw("documents", doc=href.partition("doc=")[2])
        next(one for one in test.text_input if one.label == "发文机关").set_value("青石县人民政府")
        next(one for one in test.button if one.label == "保存").click().run()
        assert not test.exception
        test = draw("documents", doc=href.partition("doc=")[2])
        assert "青石县人民政府" in said(test)
        assert said(test).count("手工指定") == 1 and said(test).count("取自文中") == 1
        next(one for one in test.button if one.label == "都改回文中所写").click().run()
        assert "手工指定" not in said(draw("documents", doc=href.partition("doc=")[2]))
