"""Names of bodies: specs/registry.yaml, every example and counter-example of the lists, and what holds for all names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from app.command import main
from extract.body_entries import FILES, LEVELS, EntryError, Stem, lists
from extract.registry import is_member, name_of, named, normalised, registry, resolve
from extract.resource import resource
from extract.source import Context
from extract.unlisted import kind_of
from graph.ids import body_id
from graph.schema import schema

SPECS = yaml.safe_load((Path(__file__).parent / "specs" / "registry.yaml").read_text("utf-8"))
CONTEXTS = {name: Context(**fields) for name, fields in SPECS["contexts"].items()}
LEVEL = {
    "national": CONTEXTS["national"],
    "province": CONTEXTS["province"],
    "city": CONTEXTS["city"],
    "county": CONTEXTS["county"],
    "township": CONTEXTS["town"],
}
ROWS = [pytest.param(row, id=row["key"]) for name in FILES for row in resource(f"bodies/{name}")]
CLASSES = resource("bodies/collectives")["classes"]


def by_level(example: object) -> list[tuple[str, str]]:
    """An example is a name in a county's document, or names by level."""
    if isinstance(example, str):
        return [("county", example)]
    assert isinstance(example, dict), f"an example is a name or {{level: [names]}}: {example}"
    return [(level, name) for level, names in example.items() for name in names]


@pytest.mark.parametrize("group", SPECS["same"], ids=lambda group: group["context"])
def test_one_body_under_many_names(group):
    context = CONTEXTS[group["context"]]
    keys: dict[str, list[str]] = {}
    for names in group["groups"]:
        found = {name: resolve(name, context).key for name in names}
        assert len(set(found.values())) == 1, f"these are one body: {found}"
        key = found[names[0]]
        assert key not in keys, f"{names} and {keys[key]} are two bodies"
        keys[key] = names


@pytest.mark.parametrize("case", SPECS["between"], ids=lambda case: f"{case['name']}-{'-'.join(case['contexts'])}")
def test_between_documents(case):
    one, other = (resolve(case["name"], CONTEXTS[name]).key for name in case["contexts"])
    assert (one == other) is case["same"], f"{one} and {other}"


@pytest.mark.parametrize("case", SPECS["cases"], ids=lambda case: f"{case['name']}-{case['context']}")
def test_spec(case):
    found = resolve(case["name"], CONTEXTS[case["context"]])
    wanted = {key: tuple(value) if isinstance(value, list) else value for key, value in case["result"].items()}
    assert {key: getattr(found, key) for key in wanted} == wanted
    assert found.kind in schema().sublabels["Body"]


@pytest.mark.parametrize("row", ROWS)
def test_entry(row):
    assert row["source"] in resource("bodies/sources")
    assert row["example"], "an entry shows what it finds"
    assert row["counter"], "an entry shows what it does not find"
    for level, name in (pair for example in row["example"] for pair in by_level(example)):
        assert resolve(name, LEVEL[level]).stem.split(":")[0] == row["key"], f"{name} in a document of a {level}"
    for name in row["counter"]:
        assert resolve(name, CONTEXTS["county"]).stem.split(":")[0] != row["key"], name
    for past in row.get("formerly", ()):
        names = [*past["words"], *past.get("whole", ())]
        found = {resolve(name, CONTEXTS["county"]).stem.split(":")[0] for name in names if name in lists().words}
        assert found <= {row["key"]}, f"former names of {row['key']} lead to {found}"


@pytest.mark.parametrize("row", CLASSES, ids=lambda row: row["key"])
def test_collective(row):
    for level, name in (pair for example in row["example"] for pair in by_level(example)):
        found = resolve(name, LEVEL[level])
        assert found.kind == "Collective"
        assert found.stem.removeprefix("*").split(":")[0] == row["key"].split(":")[0], name
    for name in row["counter"]:
        found = resolve(name, CONTEXTS["county"])
        assert not found.key.endswith(f"*{row['key']}"), name


@pytest.mark.parametrize("row", resource("bodies/suffixes")["kinds"], ids=lambda row: row["kind"])
def test_kind_by_end(row):
    assert kind_of(row["example"])[0] == row["kind"]
    assert kind_of(row["counter"])[0] != row["kind"]
    assert row["kind"] in schema().sublabels["Body"]


STEMS = [stem for stem in lists().stems.values() if not stem.until]


@pytest.mark.parametrize("level", LEVELS[:4])
def test_official_names_and_aliases_lead_back(level):
    """What the registry calls a body, and every alias it gives, is that body again."""
    context = LEVEL[level]
    names = 0
    for stem in STEMS:
        if level not in stem.names:
            continue
        body = resolve(named(stem, level, context.region), context)
        assert (body.stem, body.level) == (stem.key, level), named(stem, level, context.region)
        wrong = [alias for alias in body.aliases if resolve(alias, context).key != body.key]
        assert not wrong, f"aliases of {body.name} that mean something else: {wrong}"
        names += 1 + len(body.aliases)
    assert names > 2000, f"{level}: {names} names"


def test_names_lead_back_to_their_body():
    """name_of may stand in for a mention: it means the same body in the same document."""
    for case in SPECS["cases"]:
        context = CONTEXTS[case["context"]]
        name = name_of(case["name"], context)
        body = resolve(case["name"], context)
        if body.region == context.region or body.level == "national":
            assert resolve(name, context).key == body.key, f"{case['name']} → {name}"


def test_merged_bodies_have_their_own_life_before():
    for stem in lists().stems.values():
        if stem.until:
            name = named(stem, "county", "青石县")
            assert stem.successor in lists().stems
            assert resolve(name, Context(level="county", region="青石县", date=stem.until)).stem == stem.successor
            before = Context(level="county", region="青石县", date=stem.until.replace(year=stem.until.year - 1))
            assert resolve(name, before).stem == stem.key


def test_members_of_collectives():
    county = CONTEXTS["county"]
    townships, departments = resolve("各乡镇", county), resolve("各部门", county)
    everyone, police = resolve("各乡镇、各部门", county), resolve("各级公安机关", county)
    town, finance, station = resolve("柳河镇", county), resolve("县财政局", county), resolve("县公安局", county)
    pairs = {
        (body.name, collective.name)
        for body in (
            town,
            finance,
            station,
            resolve("省财政厅", county),
            resolve("财政局", CONTEXTS["other"]),
            everyone,
        )
        for collective in (townships, departments, everyone, police, resolve("有关部门", county))
        if is_member(body, collective)
    }
    assert pairs == {
        (town.name, townships.name),
        (town.name, everyone.name),
        (finance.name, departments.name),
        (finance.name, everyone.name),
        (station.name, departments.name),
        (station.name, everyone.name),
        (station.name, police.name),
    }


def test_options_replace_the_document():
    assert resolve("财政局", Context(), level="city", region="澜川市").name == "澜川市财政局"
    assert resolve("财政", CONTEXTS["county"], level="national").name == "财政部"
    assert resolve("财政", CONTEXTS["county"], region="广东省").name == "广东省财政厅"
    with pytest.raises(ValueError, match="village is no level; take one of national"):
        resolve("财政", Context(), level="village")
    with pytest.raises(ValueError, match="empty"):
        resolve(" 　", Context())


def test_words_are_a_lexicon():
    words = registry().words()
    assert words["发改"] == "development-reform"
    assert words["纪委监委"] == "discipline"
    assert len(lists().stems) > 500
    assert len(words) > 3000


def test_an_entry_may_not_claim_what_another_has(monkeypatch):
    from extract import body_entries

    rows = [
        {
            "key": "one",
            "words": ["甲"],
            "names": {"county": "甲局"},
            "source": "usage",
            "example": ["甲"],
            "counter": ["乙"],
        },
        {
            "key": "two",
            "words": ["甲"],
            "names": {"county": "乙局"},
            "source": "usage",
            "example": ["乙"],
            "counter": ["甲"],
        },
    ]
    monkeypatch.setattr(body_entries, "FILES", ("stems",))
    monkeypatch.setattr(
        body_entries, "resource", lambda name: rows if name.endswith("stems") else resource("bodies/suffixes")
    )
    with pytest.raises(EntryError, match="甲 stands under one and two"):
        body_entries.read_lists()


names = st.text(
    st.sampled_from("县市省区镇乡各有关部门单位财政公安局委办公室青石云溪国家中共领导小组张×X（）、 　长书记副的"),
    min_size=1,
    max_size=24,
)


@given(names, st.sampled_from(sorted(CONTEXTS)))
def test_every_name_is_some_body(name, context):
    """No name is dropped or breaks the reading; spaces do not matter; the answer depends on its key alone."""
    if not normalised(name):
        return
    found = resolve(name, CONTEXTS[context])
    assert found.name
    assert found.level in LEVELS
    assert found.kind in schema().sublabels["Body"]
    assert resolve(f" {name}　", CONTEXTS[context]).key == found.key
    assert found.key.split("|")[0] == found.level


@given(
    st.lists(
        st.sampled_from([name for group in SPECS["same"] for names in group["groups"] for name in names]), max_size=20
    )
)
def test_what_a_body_is_follows_from_its_key(mentions):
    """Two names of one key say the same of it: name, kind, level, region, aliases."""
    said: dict[str, tuple[object, ...]] = {}
    for context in ("county", "other", "national", "province"):
        for mention in mentions:
            found = resolve(mention, CONTEXTS[context])
            facts = (found.name, found.kind, found.level, found.region, found.aliases, found.registered, found.members)
            assert said.setdefault(found.key, facts) == facts


def test_command():
    runner = CliRunner()
    answer = runner.invoke(main, ["resolve", "县发展和改革委员会", "--region", "青石县", "--json"])
    assert answer.exit_code == 0, answer.output
    found = json.loads(answer.stdout)
    assert {"id", "name", "kind", "level", "aliases", "rule"} <= found.keys()
    assert found["id"] == body_id(resolve("发改", CONTEXTS["county"]).key)
    assert (found["name"], found["kind"], found["level"]) == ("青石县发展和改革局", "Department", "county")
    plain = runner.invoke(main, ["--lang", "zh", "resolve", "石头记协调办", "--level", "city"])
    assert plain.exit_code == 0
    assert "市级" in plain.stdout
    assert "名录中没有" in plain.stderr
    assert runner.invoke(main, ["resolve", "  "]).exit_code == 2
    assert runner.invoke(main, ["resolve", "财政", "--level", "village"]).exit_code == 2


def test_stem_of_every_kind_is_known():
    kinds = {stem.kind for stem in lists().stems.values()}
    assert kinds <= set(schema().sublabels["Body"])
    assert isinstance(lists().words["财政"][0], Stem)
