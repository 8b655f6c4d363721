"""The command line speaks the user's language: help and what is said of wrong use."""

from __future__ import annotations

import re

import click
import pytest
from click.testing import CliRunner, Result

from app.command import COMMANDS, main
from app.spoken import help_texts

CHINESE = re.compile(r"[\u4e00-\u9fff]")


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def subcommand(name: str) -> click.Command:
    found = main.get_command(click.Context(main), name)
    assert found is not None
    return found


def test_the_chinese_help_holds_every_command_and_no_other() -> None:
    assert set(help_texts()) == {*COMMANDS, "govgraph"}


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_chinese_help_of_a_command_says_what_the_english_does(name: str) -> None:
    texts = help_texts()[name]
    options = [one for one in subcommand(name).params if isinstance(one, click.Option)]
    names = {flag for one in options for flag in one.opts if flag.startswith("--")}
    assert set(texts["options"]) | {"--lang"} == names
    shown = run("--lang", "zh", name, "--help").stdout
    assert f"例：govgraph {name}" in shown and "Show this message" not in shown and "Options" not in shown
    for text in (texts["line"], texts["help"], *texts["options"].values()):
        assert CHINESE.search(text)
    english = run("--lang", "en", name, "--help").stdout
    assert "Example" in english and "例：" not in english  # the Chinese is a copy, nothing of it stays


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_examples_run(name: str) -> None:
    """What an example gives is taken by the command: its options are known, its samples are there."""
    for line in re.findall(rf"govgraph {name}\b(.*)", str(help_texts()[name]["help"])):
        for flag in re.findall(r"--[a-z-]+", line):
            assert any(flag in one.opts for one in subcommand(name).params), line
        for sample in re.findall(r"samples/\S+", f"{line} {subcommand(name).help}"):
            assert click.Path(exists=True).convert(sample, None, None), line


@pytest.mark.parametrize(
    ("words", "zh", "en"),
    [
        (
            ("obligatons", "x"),
            "没有命令“obligatons”。相近的：obligations。",
            "No such command 'obligatons'. Did you mean",
        ),
        (("obligations", "x", "--rolle", "y"), "没有选项 --rolle。相近的：", "No such option"),
        (("obligations", "x", "--role", "y"), "--role 的值不对：“y”不在可选值之内", "is not one of"),
        (("obligations", "x", "--role"), "选项 --role 后面要给出值。", "requires an argument"),
        (("obligations",), "缺少 BODY。", "Missing argument 'BODY'"),
        (("serve", "--port", "99999"), "99999 不在范围 1<=x<=65535 之内。", "is not in the range"),
        (("ingest", "a", "--date", "2024-13-01"), "“2024-13-01”不是日期，请写成 2024-06-30 的样子。", "does not match"),
        (("stop", "a", "b"), "多出的参数：a b。", "unexpected extra argument"),
        (("demo", "没有"), "没有“没有”这个文件或文件夹。", "does not exist"),
    ],
)
def test_wrong_use_is_said_in_the_users_language(words: tuple[str, ...], zh: str, en: str) -> None:
    for language, says, other in (("zh", zh, "Usage"), ("en", en, "用法")):
        done = run("--lang", language, *words)
        assert done.exit_code == 2
        assert says in done.stderr and other not in done.stderr, done.stderr


def test_the_language_may_stand_behind_the_command() -> None:
    assert "用法：" in run("obligations", "--lang", "zh", "--help").stdout
    assert "Usage:" in run("--lang", "zh", "obligations", "--lang", "en", "--help").stdout
