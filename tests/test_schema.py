"""The schema: consistent, complete, closed; what derives from it is current."""

from __future__ import annotations

import json
import re
import time
from dataclasses import replace
from datetime import date
from importlib.resources import files
from itertools import pairwise

import pytest
import yaml

from graph.connection import Store
from graph.errors import SchemaError
from graph.indexes import ensure, wanted
from graph.row import NodeRow, RelationRow, validate
from graph.rows import rows
from graph.schema import Schema, parse, schema
from graph.schema_page import PAGE, page
from tests.facts import Facts

DESIGN_NODES = {
    "Document": "id title kind issuer number date sha256 source",
    "Section": "id label heading level order start end",
    "Obligation": "id text summary start end modality recurrence firmness order",
    "Body": "id name aliases level region",
    "Project": "id name kind investment",
    "Programme": "id name",
    "Target": "id indicator comparator value unit value_max masked text",
    "Deadline": "id kind start due recurrence firm text",
    "Policy": "id title number",
    "Place": "id name code",
    "Result": "id text start end",
}
DESIGN_RELATIONS = {
    "LEADS SUPPORTS RESPONSIBLE_FOR SUPERVISES": {("Body", "Obligation")},
    "CONCERNS": {("Obligation", "Project"), ("Obligation", "Programme")},
    "HAS_TARGET": {("Obligation", "Target")},
    "DUE": {("Obligation", "Deadline")},
    "BASED_ON": {("Obligation", "Policy")},
    "DEPENDS_ON": {("Obligation", end) for end in ("Obligation", "Project", "Policy", "Condition")},
    "PART_OF": {("Obligation", "Obligation")},
    "CONTAINS": {("Document", "Section"), ("Section", "Obligation")},
    "CITES SUPERSEDES": {("Document", "Policy")},
    "ABOUT": {("Result", "Project"), ("Result", "Programme"), ("Result", "Target")},
    "MEMBER_OF SAME_AS": {("Body", "Body")},
    "LOCATED_IN": {("Project", "Place"), ("Obligation", "Place")},
}


def text() -> str:
    return files("graph").joinpath("schema.yaml").read_text("utf-8")


@pytest.mark.parametrize("label", DESIGN_NODES)
def test_the_design_s_nodes_are_there(label: str) -> None:
    assert set(DESIGN_NODES[label].split()) <= set(schema().properties[label])


@pytest.mark.parametrize("kinds", DESIGN_RELATIONS)
def test_the_design_s_relations_are_there(kinds: str) -> None:
    for kind in kinds.split():
        assert DESIGN_RELATIONS[kinds] <= set(schema().relations[kind].ends)


def test_every_relation_from_text_carries_its_evidence() -> None:
    bare = {kind for kind, one in schema().relations.items() if not one.evidence}
    assert bare == {"MEMBER_OF", "SAME_AS", "HAS_TEXT"}
    assert {"document", "start", "end", "quote", "rule", "version"} <= set(schema().evidence)


def test_everything_has_a_caption_in_both_languages() -> None:
    known = schema()
    captions = [*known.nodes.values(), *known.relations.values(), *known.evidence.values()]
    captions += [one for names in known.properties.values() for one in names.values()]
    captions += [one for names in known.sublabels.values() for one in names.values()]
    captions += [one for kind in known.relations for one in known.relation_properties(kind).values()]
    for one in captions:
        assert re.search(r"[\u4e00-\u9fff]", one.zh), one
        assert one.en.isascii() and one.en, one
        assert (one.caption("zh_CN"), one.caption("en")) == (one.zh, one.en)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("label", list(schema().nodes))
def test_colours_can_be_read_on_their_ground(label: str) -> None:
    node = schema().nodes[label]
    for colour, ground in ((node.light, "#FFFFFF"), (node.dark, "#0E1117")):
        low, high = sorted((luminance(colour), luminance(ground)))
        assert (high + 0.05) / (low + 0.05) >= 4.5, f"{label} {colour} on {ground}"


def test_prefixes_tell_labels_apart() -> None:
    prefixes = sorted(node.prefix for node in schema().nodes.values())
    assert all(a != b for a, b in pairwise(prefixes))


def test_it_loads_in_30_milliseconds() -> None:
    def seconds() -> float:
        began = time.perf_counter()
        parse(text())
        return time.perf_counter() - began

    assert min(seconds() for _ in range(5)) < 0.030


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("nodes: [", "schema.yaml"),
        (text().replace("owner: shared", "owner: nobody", 1), "owner"),
        (text().replace("indexes:\n  Document: [title", "indexes:\n  Document: [titel"), "Document.titel"),
        (text().replace("ends: [[Obligation, Target]]", "ends: [[Obligation, Goal]]"), "Goal"),
        (text().replace("property: mentions", "property: words"), "words"),
        (text().replace("key: [kind]", "key: [sort]"), "DEPENDS_ON.sort"),
        (text() + "\nextra: 1\n", "extra"),
    ],
)
def test_a_wrong_schema_says_what_is_wrong(wrong: str, message: str) -> None:
    with pytest.raises(SchemaError, match=re.escape(message)):
        parse(wrong)


def test_the_read_model_is_json_without_internal_things() -> None:
    model = json.loads(json.dumps(schema().read_model(), ensure_ascii=False))
    assert "Text" not in model["labels"] and "HAS_TEXT" not in model["relations"]
    assert model["labels"]["Body"]["sublabels"]["Township"] == {"zh": "乡镇街道", "en": "Township"}
    assert model["labels"]["Obligation"]["caption"] == "summary"
    assert model["relations"]["LEADS"]["ends"] == [["Body", "Obligation"]]
    assert model["relations"]["LEADS"]["properties"]["quote"]["zh"] == "原文"


def test_the_docs_page_is_current() -> None:
    assert PAGE.read_text("utf-8") == page(), "run `python -m graph.schema_page`"


def county() -> Facts:
    facts = Facts("县住建局要在年底前建成青禾大道。", title="工作要点", day=date(2024, 1, 5))
    facts.owes(
        "县住建局要在年底前建成青禾大道", lead=["县住建局"], due={"年底前": date(2024, 12, 31)}, projects=["青禾大道"]
    )
    return facts


def test_rows_of_a_document_pass() -> None:
    made = rows(county().extraction())
    validate(made.nodes, made.relations)


NODE = NodeRow("Programme", "", "prog-1", {"id": "prog-1", "name": "行动"})


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (replace(NODE, label="Plan"), "'Plan' is not in the schema"),
        (replace(NODE, sublabel="Department"), "no second label"),
        (replace(NODE, properties={"id": "prog-1"}), "'name' is missing"),
        (replace(NODE, properties={**NODE.properties, "size": 1}), "'size' is not in the schema"),
        (replace(NODE, properties={**NODE.properties, "name": 1}), "is int, not string"),
        (replace(NODE, properties={**NODE.properties, "name": None}), "'name' is missing"),
    ],
)
def test_no_node_passes_that_the_schema_does_not_know(row: NodeRow, message: str) -> None:
    with pytest.raises(SchemaError, match=message):
        validate([row], [])


def lead() -> RelationRow:
    return next(one for one in rows(county().extraction()).relations if one.type == "LEADS")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"type": "OWES"}, "'OWES' is not in the schema"),
        ({"end_label": "Project"}, "does not lead from Body to Project"),
        ({"properties": {}}, "'document' is missing"),
        ({"properties": {**lead().properties, "weight": 1.0}}, "'weight' is not in the schema"),
        ({"properties": {**lead().properties, "start": True}}, "is bool, not int"),
        ({"properties": {**lead().properties, "more": ["a"]}}, "not int"),
    ],
)
def test_no_relation_passes_that_the_schema_does_not_know(change: dict[str, object], message: str) -> None:
    with pytest.raises(SchemaError, match=message):
        validate([], [replace(lead(), **change)])  # type: ignore[arg-type]


def test_closed_lists_are_closed() -> None:
    property_of = schema().properties["Obligation"]["modality"]
    assert property_of.problem("must") == ""
    assert "none of" in property_of.problem("perhaps")


def test_a_schema_of_its_own_derives_its_own_indexes() -> None:
    small = yaml.safe_load(text())
    small["indexes"] = {"Place": ["name"]}
    names = {index.name for index in wanted(Schema.model_validate(small))}
    assert "place_name" in names and "deadline_due" not in names


@pytest.mark.neo4j
def test_indexes_are_made_once_and_mended(store: Store) -> None:
    assert ensure(store) == len(wanted())
    assert ensure(store) == 0
    store.schema(["DROP INDEX search", "CREATE FULLTEXT INDEX search FOR (n:Place) ON EACH [n.name]"])
    assert ensure(store) == 1
    there = store.read("SHOW INDEXES YIELD name, state WHERE name = 'search' RETURN state").rows
    assert there == [("ONLINE",)]
    unique = store.read("SHOW CONSTRAINTS YIELD name, type RETURN name, type").rows
    assert {name for name, _ in unique} == {f"{label.lower()}_id" for label in schema().nodes}
