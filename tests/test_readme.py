"""What the READMEs and docs say is so: commands, options, make's targets, files and steps exist, and none is left out."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from app.command import COMMANDS, main
from app.setup.steps import GOALS

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.zh-CN.md")
PAGES = (*READMES, "docs/installing.md", "docs/contributing.md")


def read(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def code(page: str) -> list[str]:
    """Everything set as code: indented blocks line by line (comments off) and what stands between backticks."""
    text = read(page)
    blocks = [line.strip().partition(" #")[0].strip() for line in text.splitlines() if line.startswith("    ")]
    return blocks + re.findall(r"`([^`]+)`", text)


def targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):.*##", read("Makefile"), re.M))


def subcommand(name: str) -> click.Command:
    found = main.get_command(click.Context(main), name)
    assert found is not None, f"govgraph has no command {name}"
    return found


def options(command: click.Command) -> set[str]:
    return {name for one in command.params for name in (*one.opts, *one.secondary_opts)}


@pytest.mark.parametrize("page", PAGES)
def test_commands_and_options_exist(page: str) -> None:
    calls = [one for one in code(page) if re.match(r"(\.venv/bin/)?govgraph [a-z-]", one)]
    assert calls or page == "docs/contributing.md"
    for call in calls:
        name, *words = re.sub(r"^\S+ (--lang \w+ )?", "", call).split()
        if name != "…":
            asked = {word for word in words if word.startswith("--")}
            assert asked <= options(subcommand(name)) | {"--help"}, call


@pytest.mark.parametrize("page", PAGES)
def test_targets_of_make_exist(page: str) -> None:
    named = {one.split()[1] for one in code(page) if one.startswith("make ")}
    assert named <= targets()


@pytest.mark.parametrize("page", PAGES)
def test_files_and_folders_exist(page: str) -> None:
    pattern = re.compile(r"[\w.-]*(/[\w.*-]+)*/?")
    known = ("app/", "extract/", "graph/", "queries/", "samples/", "tests/", "docs/")
    named = [one for one in code(page) if one.startswith(known) and pattern.fullmatch(one)]
    missing = [one for one in named if not list(ROOT.glob(one.rstrip("/")))]
    assert named or page == "docs/installing.md"
    assert missing == []


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", read(page))
    assert [one for one in links if not (ROOT / page).parent.joinpath(one).is_file()] == []


@pytest.mark.parametrize("page", READMES)
def test_every_command_is_described(page: str) -> None:
    table = set(re.findall(r"^\| `govgraph ([a-z-]+)", read(page), re.M))
    assert table == set(COMMANDS)


@pytest.mark.parametrize("page", READMES)
def test_options_named_beside_a_command_are_its_own(page: str) -> None:
    rows = re.findall(r"^\| `govgraph ([a-z-]+)[^`]*` \| (.*) \|$", read(page), re.M)
    assert len(rows) > 5
    wrong = {name: set(re.findall(r"`(--[a-z-]+)`", rest)) - options(subcommand(name)) for name, rest in rows}
    assert {name: found for name, found in wrong.items() if found} == {}


def test_both_readmes_say_the_same() -> None:
    english, chinese = map(read, READMES)

    def skeleton(text: str) -> list[str]:
        return re.findall(r"^\| (`[^`]+`)", text, re.M)

    assert skeleton(english) == skeleton(chinese)
    assert len(re.findall(r"^## ", english, re.M)) == len(re.findall(r"^## ", chinese, re.M))


def test_every_step_of_set_up_is_described() -> None:
    described = re.findall(r"^\| ([a-z]+)(?: \(.*\))? \|", read("docs/installing.md"), re.M)
    steps = {step.name for goal in GOALS.values() for step in goal}
    assert set(described) - {"step"} == steps


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str) -> None:
    command = subcommand(name)
    assert command.help and re.search(rf"Examples?:\s+.*govgraph {name}", command.help, re.S)
    silent = [
        one.name
        for one in command.params
        if isinstance(one, click.Option) and not one.help and not isinstance(one.type, click.Choice)
    ]
    assert silent == [], "options without help"


def test_ci_runs_what_the_readme_says() -> None:
    script = read(".ci/run")
    assert re.search(r"^make test\b", script, re.M) and "set -euo pipefail" in script
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111
