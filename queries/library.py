"""The library of questions, read from the header comments of `queries/*.cypher`.

A file starts with comment lines that hold YAML, then the statement, which takes `$parameters` only:

    // title: {zh: 某日已逾期的任务, en: Obligations overdue at a date}
    // group: deadline
    // params:
    //   day: {type: date, zh: 截至日期, en: Date, help: {zh: …, en: …}}
    // columns: {任务: Obligation, 完成时限: Due}
    MATCH …

The file's stem is the question's name. `columns` gives each returned column its English caption, in order; the
statement returns the Chinese names. A parameter without `default` must be given; `default: null` means “any”.
Types: text, int, date, choice (with `choices`), and body, project, obligation, document: names that are looked up
in the graph and passed on as ids.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from queries.errors import BadHeaderError, BadParameterError, UnknownQuestionError

FOLDER = Path(__file__).parent
THINGS = frozenset({"body", "project", "obligation", "document"})
TYPES = THINGS | {"text", "int", "date", "choice"}
GROUPS = {
    "body": {"zh": "单位与责任", "en": "Bodies and duties"},
    "deadline": {"zh": "时限", "en": "Deadlines"},
    "gap": {"zh": "缺项与风险", "en": "Gaps and risks"},
    "dependency": {"zh": "依赖", "en": "Dependencies"},
    "project": {"zh": "项目与目标", "en": "Projects and targets"},
    "document": {"zh": "文件与依据", "en": "Documents and evidence"},
}
MISSING = object()


@dataclass(frozen=True, slots=True)
class Parameter:
    """One value a question asks for. `default` is MISSING where it must be given."""

    name: str
    type: str
    title: Mapping[str, str]
    help: Mapping[str, str]
    default: Any = MISSING
    choices: tuple[str, ...] = ()

    @property
    def required(self) -> bool:
        return self.default is MISSING

    def parse(self, value: Any) -> Any:
        """A value as typed or given by a form → the value of its type (names of things stay text here).

        Raises:
            BadParameterError: the value is not of the parameter's type.
        """
        if value is None or value == "":
            if self.required:
                raise BadParameterError(
                    f"{self.name}: a value is needed ({self.title['en']}).",
                    f"{self.name}：请填写{self.title['zh']}。",
                )
            return self.default
        if self.type == "int":
            try:
                return int(value)
            except (TypeError, ValueError):
                raise BadParameterError(
                    f"{self.name}: {value!r} is not a whole number.",
                    f"{self.title['zh']}：{value} 不是整数。",
                ) from None
        if self.type == "date":
            if isinstance(value, date):
                return value
            try:
                return date.fromisoformat(str(value).strip())
            except ValueError:
                raise BadParameterError(
                    f"{self.name}: {value!r} is not a date like 2024-06-30.",
                    f"{self.title['zh']}：{value} 不是日期，请写成 2024-06-30 的样子。",
                ) from None
        if self.type == "choice" and value not in self.choices:
            raise BadParameterError(
                f"{self.name}: {value!r} is none of {', '.join(self.choices)}.",
                f"{self.title['zh']}：{value} 不在可选值之内（{'、'.join(self.choices)}）。",
            )
        return str(value)


@dataclass(frozen=True, slots=True)
class Question:
    """A named query: what it asks, what it needs, what it returns."""

    name: str
    title: Mapping[str, str]
    group: str
    text: str
    columns: Mapping[str, str]
    parameters: tuple[Parameter, ...] = field(default=())

    def values(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """All parameters with their parsed values, defaults filled in.

        Raises:
            BadParameterError: one is unknown, missing or wrong.
        """
        known = {parameter.name for parameter in self.parameters}
        for name in given:
            if name not in known:
                raise BadParameterError(
                    f"{self.name} has no parameter {name!r}; it takes {', '.join(sorted(known)) or 'none'}.",
                    f"{self.name} 没有参数 {name}；可用的参数：{'、'.join(sorted(known)) or '无'}。",
                )
        return {parameter.name: parameter.parse(given.get(parameter.name)) for parameter in self.parameters}


def _captions(value: Any, where: str) -> Mapping[str, str]:
    if not isinstance(value, dict) or set(value) != {"zh", "en"}:
        raise BadHeaderError(f"{where}: needs {{zh: …, en: …}}, has {value!r}.")
    return {key: str(item) for key, item in value.items()}


def _parameter(name: str, entry: Any, where: str) -> Parameter:
    if not isinstance(entry, dict) or entry.get("type") not in TYPES:
        raise BadHeaderError(f"{where}: type must be one of {', '.join(sorted(TYPES))}.")
    if entry["type"] == "choice" and not entry.get("choices"):
        raise BadHeaderError(f"{where}: a choice needs choices.")
    title = _captions({key: entry.get(key) for key in ("zh", "en") if key in entry}, where)
    text = _captions(entry["help"], f"{where}.help") if "help" in entry else title
    default = entry.get("default", MISSING)
    return Parameter(name, entry["type"], title, text, default, tuple(map(str, entry.get("choices", ()))))


def read(path: Path) -> Question:
    """One file → its question.

    Raises:
        BadHeaderError: the header is not as described above.
    """
    lines = path.read_text("utf-8").splitlines()
    size = next((n for n, line in enumerate(lines) if not line.startswith("//")), len(lines))
    try:
        header = yaml.load("\n".join(line[2:].removeprefix(" ") for line in lines[:size]), yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise BadHeaderError(f"{path.name}: {error}") from error
    if not isinstance(header, dict):
        raise BadHeaderError(f"{path.name}: the header comment is missing.")
    extra = set(header) - {"title", "group", "params", "columns"}
    if extra:
        raise BadHeaderError(f"{path.name}: unknown field {', '.join(sorted(extra))}.")
    if header.get("group") not in GROUPS:
        raise BadHeaderError(f"{path.name}: group must be one of {', '.join(GROUPS)}.")
    columns = header.get("columns")
    if not isinstance(columns, dict):
        raise BadHeaderError(f"{path.name}: columns are missing.")
    parameters = tuple(
        _parameter(name, entry, f"{path.name}: params.{name}") for name, entry in (header.get("params") or {}).items()
    )
    return Question(
        path.stem,
        _captions(header.get("title"), f"{path.name}: title"),
        header["group"],
        "\n".join(lines[size:]).strip(),
        {str(key): str(value) for key, value in columns.items()},
        parameters,
    )


@cache
def library() -> dict[str, Question]:
    """All questions by name, in the order of their groups."""
    found = [read(path) for path in sorted(FOLDER.glob("*.cypher"))]
    order = list(GROUPS)
    return {one.name: one for one in sorted(found, key=lambda one: (order.index(one.group), one.name))}


def question(name: str) -> Question:
    """The question of that name, read alone so that a warm command stays fast.

    Raises:
        UnknownQuestionError: there is none.
    """
    path = FOLDER / f"{name}.cypher"
    if path.parent != FOLDER or not path.is_file():
        near = difflib.get_close_matches(name, [one.stem for one in FOLDER.glob("*.cypher")], 3, 0.4)
        raise UnknownQuestionError(
            f"No question is called {name!r}.{' Nearest: ' + ', '.join(near) + '.' if near else ''}"
            " `govgraph queries` lists them all.",
            f"没有名为 {name} 的查询。{'相近的：' + '、'.join(near) + '。' if near else ''}用 govgraph queries 查看全部。",
        )
    return read(path)
