"""The extraction as a spaCy pipeline: character tokens, spans where the facts stand, pipelines that can be saved."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import spacy
from spacy.matcher import PhraseMatcher

from extract.language import GROUPS, language, pipeline
from extract.pipeline import extract_text

SAMPLES = Path(__file__).parents[1] / "samples"
TEXT = "一是财政部门牵头，住建部门配合，力争年底前化解债务3亿元。\n\n　　二是各乡镇要做好防汛备汛。"


@pytest.mark.parametrize("text", [TEXT, "", " \n\t ", "𠮷县财政局要在6月底前完成X项任务。", "a b  c"])
def test_a_token_for_each_character(text: str) -> None:
    doc = language().make_doc(text)
    assert doc.text == text
    assert [token.idx for token in doc] == list(range(len(text)))


def test_spans_stand_where_the_facts_stand() -> None:
    doc = pipeline(date(2024, 6, 28))(TEXT)
    assert {(span.text, span.label_) for span in doc.spans["bodies"]} == {
        ("财政部门", "lead"),
        ("住建部门", "support"),
        ("各乡镇", "responsible"),
    }
    assert [(span.text, span.start_char) for span in doc.spans["deadlines"]] == [("年底前", TEXT.index("年底前"))]
    assert [span.text for span in doc.spans["targets"]] == ["3亿元"]
    assert set(doc.spans) == set(GROUPS)
    assert doc._.extraction.context.date == date(2024, 6, 28)


def test_the_same_facts_as_without_spacy() -> None:
    text = (SAMPLES / "2023-03-县委农村工作会议讲话.txt").read_text("utf-8")
    doc = pipeline()(text)
    found = extract_text(text)
    assert [(span.start, span.end) for span in doc.spans["obligations"]] == [
        (one.start, one.end) for one in found.obligations
    ]
    spans = {(fact.start, fact.end) for one in found.obligations for fact in one.projects}
    assert {(span.start, span.end) for span in doc.spans["projects"]} == spans


def test_a_saved_pipeline_reads_the_same(tmp_path: Path) -> None:
    pipeline(date(2024, 6, 28)).to_disk(tmp_path / "model")
    doc = spacy.load(tmp_path / "model")(TEXT)
    assert [span.text for span in doc.spans["deadlines"]] == ["年底前"]


def test_word_tokens_are_refused() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("govgraph")
    with pytest.raises(ValueError, match="token for each character"):
        nlp("财政部门牵头 年底前完成")


def test_names_are_never_cut() -> None:
    nlp = language()
    matcher = PhraseMatcher(nlp.vocab)
    matcher.add("department", [nlp.make_doc(word) for word in ("工信厅", "发改委", "市发改委")])
    doc = nlp.make_doc("由省工信厅、市发改委牵头")
    assert {doc[start:end].text for _, start, end in matcher(doc)} == {"工信厅", "发改委", "市发改委"}
