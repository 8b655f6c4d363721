"""Projects, programmes, policies, dependencies: their specs, the examples of their word lists, edges, and any text."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extract.dependencies import dependencies
from extract.draft import Draft
from extract.edges import clause_start, full_width, masked
from extract.lexicon import LexiconError, alternatives, repeated, sections
from extract.noun_phrase import phrase
from extract.places import places
from extract.policies import policies
from extract.programmes import programmes
from extract.projects import projects
from extract.resource import resource
from extract.source import Context, Source

KINDS = ("policies", "programmes", "projects", "dependencies")
SPECS = {kind: yaml.safe_load((Path(__file__).parent / "specs" / f"{kind}.yaml").read_text("utf-8")) for kind in KINDS}
CASES = [
    pytest.param(kind, case["text"], case["results"], case.get("level", ""), id=f"{kind}-{case['text'][:20]}")
    for kind in KINDS
    for case in SPECS[kind]
]
EXAMPLES = [
    pytest.param(name, entry, id=f"{name}-{section}-{entry.key}")
    for name in KINDS
    for section, entries in sections(name).items()
    for entry in entries
]
EDGES = [
    pytest.param(case["text"], case["finds"], id=f"{section}-{entry.key}-{which}")
    for section, entries in sections("noun_phrase").items()
    for entry in entries
    for which, case in (("example", entry.example), ("counter", entry.counter))
]


def read(text: str, level: str = "") -> Draft:
    draft = Draft(Source(text), Context(level=level))
    for component in (policies, places, programmes, projects, dependencies):
        component(draft)
    return draft


@pytest.mark.parametrize(("kind", "text", "results", "level"), CASES)
def test_spec(kind, text, results, level):
    found = getattr(read(text, level), kind)
    wanted = [{"text": one} if isinstance(one, str) else one for one in results]
    assert [one.text for one in found] == [one["text"] for one in wanted]
    for one, expected in zip(found, wanted, strict=True):
        assert {key: getattr(one, key) for key in expected} == expected
        assert text[one.start : one.end] == one.text


@pytest.mark.parametrize(("name", "entry"), EXAMPLES)
def test_examples(name, entry):
    found = [one.text for one in getattr(read(entry.example["text"]), name)]
    assert found == entry.example["finds"]
    assert [one.text for one in getattr(read(entry.counter), name)] == []


@pytest.mark.parametrize(("text", "name"), EDGES)
def test_edges(text, name):
    """The head is the last two characters of the name that is wanted, or of the text where none is left."""
    head = text.rindex(name) + max(len(name) - 2, 0) if name else len(text) - 2
    assert text[phrase(text, head).start :] == (name or text[head:])


def test_every_rule_has_a_caption():
    codes = {one.rule for case in CASES for kind in KINDS for one in getattr(read(case.values[1]), kind)}
    captions = resource("rules")
    assert codes and not [code for code in sorted(codes) if not {"zh", "en"} <= captions[code].keys()]
    heads = {f"programme-{entry.key}" for entry in sections("programmes")["heads"] if entry.key != "quoted"}
    assert heads <= captions.keys()


def test_a_project_knows_its_kind_and_investment():
    (one,) = read("新建青石至双塘公路，总投资约3.5亿元，年底前建成通车。").projects
    assert (one.name, one.kind, one.investment) == ("青石至双塘公路", "road", 3.5e8)
    (other,) = read("新建青石小学。县医院总投资2亿元。").projects
    assert (other.kind, other.investment) == ("school", None)


def test_a_work_in_the_title_of_its_plan_is_both():
    draft = read("编制青源湖补水工程项目实施方案。")
    assert [one.text for one in draft.projects] == ["青源湖补水工程项目"]
    assert [one.text for one in draft.programmes] == ["青源湖补水工程项目实施方案"]


@pytest.mark.parametrize(
    ("text", "at", "wanted"),
    [
        ("甲，乙丙", 4, 2),
        ("甲“乙，丙”丁", 7, 0),
        ("甲（乙，丙", 5, 4),
        ("甲。《乙、丙》丁", 8, 2),
        ("东岭—西岭公路", 7, 0),
        ("总则——东岭公路", 8, 4),
        ('推进"甲，乙"平台', 9, 0),
    ],
)
def test_clause_start(text, at, wanted):
    assert clause_start(text, at) == wanted


def test_masked_and_full_width():
    assert masked("开展“推进”行动", 0, 8) == "开展“□□”行动"
    assert full_width("a,b:c") == "a，b：c"


@given(st.lists(st.text(alphabet="公路园厂站桥[]^-\\|.*", min_size=1, max_size=3), min_size=1, max_size=60))
def test_alternatives_match_the_longest(phrases):
    import re

    pattern = re.compile(alternatives(phrases))
    for phrase_ in phrases:
        found = pattern.match(phrase_ + "。")
        assert found and found.group() == phrase_
    assert repeated(phrases).fullmatch("".join(max(phrases, key=len) for _ in range(3)))


@given(st.sets(st.characters(min_codepoint=0x4E00, max_codepoint=0x4F00), min_size=30, max_size=90))
def test_alternatives_of_many_beginnings(characters):
    import re

    words = [one + "项" for one in sorted(characters)]
    pattern = re.compile(alternatives(words))
    assert [one.group() for one in pattern.finditer("，".join(words))] == words
    assert not pattern.search("项，一〇")


def test_a_list_without_key_or_words_is_refused(monkeypatch):
    monkeypatch.setattr("extract.lexicon.resource", lambda name: {"heads": [{"key": "road"}]})
    sections.cache_clear()
    try:
        with pytest.raises(LexiconError, match=r"broken\.yaml: heads, entry 1"):
            sections("broken")
    finally:
        sections.cache_clear()


PIECES = st.lists(
    st.sampled_from(
        [
            "推进",
            "建设",
            "完成",
            "实施",
            "开展",
            "青石",
            "公路",
            "项目",
            "工程",
            "行动",
            "计划",
            "方案",
            "试点",
            "平台",
            "等",
            "、",
            "和",
            "的",
            "，",
            "。",
            "\n",
            "“",
            "”",
            "（",
            "）",
            "《",
            "》",
            '"',
            "待",
            "后",
            "经",
            "对",
            "按照",
            "要求",
            "资金",
            "用好",
            "争取",
            "在",
            "前提下",
            "X",
            "12",
            "个",
            "亿元",
            "总投资",
            "县",
            "医院",
            "改造",
            "年底前",
            "建成",
            "如",
            "以下简称",
            "国发〔2031〕5号",
            "条例",
            "—",
            "——",
            ",",
            "(",
            ")",
        ]
    ),
    max_size=40,
).map("".join)


@given(PIECES)
def test_any_text_is_read(text):
    draft = read(text)
    for kind in KINDS:
        last = 0
        for one in getattr(draft, kind):
            assert text[one.start : one.end] == one.text and last <= one.start < one.end
            last = one.end if kind in ("programmes", "projects") else one.start


HOSTILE = {
    "one line": "推进青石公路建设，待批复后实施",
    "no marks": "推进青石公路和柳江大桥及青源医院",
    "brackets": "（",
    "quotes": '"',
    "titles": "《",
    "lists": "青石公路、",
    "generic": "建设工程项目",
    "of": "的",
    "after": "后",
    "numbers": "第1条",
    "nested": "（一",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_length_only(piece):
    """Ten times the text takes about ten times the time (three times that is allowed for a shared machine)."""

    def seconds(characters: int) -> float:
        text = piece * (characters // len(piece))
        began = time.process_time()
        read(text)
        return time.process_time() - began

    seconds(1_000)
    small = min(seconds(4_000) for _ in range(3))
    large = seconds(40_000)
    print(f"{piece}: {small * 250:.2f} and {large * 25:.2f} µs a character")
    assert large < 30 * max(small, 0.002)
