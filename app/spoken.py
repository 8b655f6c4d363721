"""The command line in the user's language: click speaks English, and here it learns Chinese.

Help comes from help.yaml; headings and what click says of wrong use are translated. English is left as click has it.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import click

from app.speech import choose, language

HEADINGS = {"Options": "选项", "Commands": "命令"}
_VALUES = (
    (r"'(.*)' is not one of (.*)\.", "“{0}”不在可选值之内：{1}"),
    (r"'(.*)' does not match the format '%Y-%m-%d'\.", "“{0}”不是日期，请写成 2024-06-30 的样子"),
    (r"(.*) is not in the range (.*)\.", "{0} 不在范围 {1} 之内"),
    (r"'(.*)' is not a valid (?:integer|float).*", "“{0}”不是数"),
    (r"(?:File|Path|Directory) '(.*)' does not exist\.", "没有“{0}”这个文件或文件夹"),
    (r"File '(.*)' is a directory\.", "“{0}”是文件夹，请给出文件名"),
)
_WRONG = (
    (r"Missing command\.", "请给出命令"),
    (r"Got unexpected extra arguments? \((.*)\)", "多出的参数：{0}"),
    (r"Option '(.*)' requires (?:an argument|\d+ arguments)\.", "选项 {0} 后面要给出值"),
    (r"Option '(.*)' does not take a value\.", "选项 {0} 后面不带值"),
)


@cache
def help_texts() -> dict[str, dict[str, Any]]:
    """help.yaml, read only where somebody asks for help in Chinese."""
    import yaml

    texts: dict[str, dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "help.yaml").read_text("utf-8"))
    return texts


class Formatter(click.HelpFormatter):
    """Help with Chinese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        said = args.replace("[OPTIONS]", "[选项]").replace("COMMAND [ARGS]...", "命令 [参数]...")
        super().write_usage(prog, said, "用法：" if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        self.write(f"{'':>{self.current_indent}}{HEADINGS.get(heading, heading)}：\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        said = [
            (name, text.replace("Show this message and exit.", "显示本说明。").replace("default: ", "默认 "))
            for name, text in rows
        ]
        super().write_dl(said, col_max, col_spacing)


class Spoken(click.Context):
    """A context whose help is in the user's language."""

    def make_formatter(self) -> click.HelpFormatter:
        if language() != "zh":
            return super().make_formatter()
        return Formatter(width=self.terminal_width, max_width=self.max_content_width)

    def get_help(self) -> str:
        command = in_chinese(self.command) if language() == "zh" else self.command
        return command.get_help(self)


def in_chinese(command: click.Command) -> click.Command:
    """A copy of a command with its help in Chinese."""
    # a command's module-level name is `command`; its place in the package says which it is
    name = command.callback.__module__.rsplit(".", 1)[-1] if command.callback else ""
    texts = help_texts()["govgraph" if isinstance(command, click.Group) else name]
    made = copy.copy(command)
    made.help = texts["help"]
    made.params = [copy.copy(one) for one in command.params]
    for one in made.params:
        if isinstance(one, click.Option):
            said = {**help_texts()["govgraph"]["options"], **texts["options"]}
            one.help = next((said[flag] for flag in one.opts if flag in said), one.help)
    return made


def prepared(command: click.Command) -> click.Command:
    """The command as `govgraph` offers it: it speaks the user's language, and takes --lang after its name too."""
    command.context_class = Spoken
    if not any("--lang" in one.opts for one in command.params):
        command.params.append(
            click.Option(
                ["--lang"],
                type=click.Choice(["zh", "en"]),
                expose_value=False,
                is_eager=True,
                callback=lambda _, __, value: choose(value) if value else None,
                help="Language of messages; else the locale's.",
            )
        )
    return command


class WrongUseError(click.UsageError):
    """A usage error that is shown in Chinese."""

    def show(self, file: Any = None) -> None:
        if self.ctx is not None:
            click.echo(f"{self.ctx.get_usage()}\n用 {self.ctx.command_path} --help 查看说明。\n", err=True)
        click.echo(f"错误：{self.message}", err=True)


@contextmanager
def translated() -> Iterator[None]:
    """Turn what click says of wrong use into Chinese where the user speaks it."""
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        if language() != "zh" or isinstance(error, WrongUseError):
            raise
        raise WrongUseError(said_of(error), error.ctx) from error


def said_of(error: click.UsageError) -> str:
    """What a usage error says, in Chinese; own messages are so already."""
    if isinstance(error, click.NoSuchOption | click.exceptions.NoSuchCommand):
        near = f"相近的：{'、'.join(error.possibilities)}。" if error.possibilities else ""
        if isinstance(error, click.NoSuchOption):
            return f"没有选项 {error.option_name}。{near}"
        return f"没有命令“{error.command_name}”。{near}"
    if isinstance(error, click.MissingParameter):
        return f"缺少 {_hint(error)}。"
    if isinstance(error, click.BadParameter):
        return f"{_hint(error)} 的值不对：{_match(_VALUES, error.message)}。"
    return f"{_match(_WRONG, error.message).removesuffix('。')}。"


def _hint(error: click.BadParameter) -> str:
    hint = error.param_hint or (
        error.param.get_error_hint(error.ctx or click.get_current_context()) if error.param else ""
    )
    return (hint if isinstance(hint, str) else " / ".join(hint or ())).replace("'", "")


def _match(table: Sequence[tuple[str, str]], message: str) -> str:
    for pattern, chinese in table:
        found = re.fullmatch(pattern, message, re.S)
        if found:
            return chinese.format(*found.groups())
    return message
