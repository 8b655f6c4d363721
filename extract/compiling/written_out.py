"""Source → the source that is compiled: the same lines, with records as plain classes and constants marked as final.

mypyc makes a struct of a plain class, with an attribute at a fixed place; of a class behind a decorator it makes what
Python has, and every look at an attribute is a look-up. So `@record` and `@dataclass(slots=True)` are written out:

    @record                                   class Span(_Written):
    class Span:                                   start: int
        start: int                                end: int
        end: int = 0                              def __init__(self, start: int, end: int = 0) -> None: …

What is written stands on blank lines or at the end, so that line numbers in a traceback stay those of the file. Calls that
are many and short are made plain: a pattern's method is bound once (`NAME.match(…)` → `_bound_NAME_match(…)`), and what a
`@cache`d function without parameters made stands in a list.
"""

from __future__ import annotations

import ast
import re
from collections import Counter, defaultdict

_FUTURE = "from __future__ import annotations"
_IMPORTS = f"{_FUTURE}; from typing import Final as _Final; from extract.written import Written as _Written, told as _written_told"
_CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]+")
_DECORATORS = ("record", "dataclass")


class WriteOutError(ValueError):
    """A class or file that is not as the rules' are; it says which and why."""


def written_out(source: str, name: str) -> str:
    """The source to compile; `name` is the module's, for errors.

    Raises:
        WriteOutError: no line is free behind a record, or it has bases.
    """
    tree = ast.parse(source)
    lines = source.splitlines()
    if _FUTURE not in lines:
        raise WriteOutError(f"{name}: no line “{_FUTURE}”")
    lines[lines.index(_FUTURE)] = _IMPORTS
    _bind_methods(tree, lines)
    _finish_constants(tree, lines)
    told = [_write_record(one, lines, name) for one in tree.body if isinstance(one, ast.ClassDef) and _is_record(one)]
    told += _keep_made(tree, lines)
    return "\n".join([*lines, *told, ""])


def _is_record(node: ast.ClassDef) -> bool:
    return any(_called(one) in _DECORATORS for one in node.decorator_list)


def _called(node: ast.expr) -> str:
    node = node.func if isinstance(node, ast.Call) else node
    return node.id if isinstance(node, ast.Name) else ""


def _is_frozen(node: ast.ClassDef) -> bool:
    """`@record`, `@dataclass(frozen=True)`."""
    return any(
        _called(one) == "record" or (isinstance(one, ast.Call) and any(word.arg == "frozen" for word in one.keywords))
        for one in node.decorator_list
    )


def _write_record(node: ast.ClassDef, lines: list[str], module: str) -> str:
    """Change the class's lines; returns the line that tells dataclasses of it, for the end of the file."""
    where = f"{module}:{node.lineno} {node.name}"
    end = node.end_lineno or node.lineno
    if node.bases or node.keywords:
        raise WriteOutError(f"{where}: a record with bases")
    while len(lines) < end + 2:
        lines.append("")
    if lines[end].strip() or lines[end + 1].strip():
        raise WriteOutError(f"{where}: no two free lines behind it")
    for one in node.decorator_list:
        for line in range(one.lineno - 1, one.end_lineno or one.lineno):
            lines[line] = ""
    lines[node.lineno - 1] = f"class {node.name}(_Written):"
    fields = [one for one in node.body if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)]
    names = [ast.unparse(one.target) for one in fields]
    heads, sets = ["self"], []
    for name, field in zip(names, fields, strict=True):
        head, value = _parameter(name, field, set(names))
        heads.append(head)
        sets.append(f"self.{name} = {value}")
        if field.value is not None:
            _blank_value(field, lines)
    lines[end] = f"    def __init__({', '.join(heads)}) -> None: {'; '.join(sets)}"
    lines[end + 1] = (
        f"    def _values(self) -> tuple[object, ...]: return ({''.join(f'self.{one}, ' for one in names)})"
    )
    return f"_written_told({node.name}, {tuple(names)!r}, frozen={_is_frozen(node)})"


def _parameter(name: str, field: ast.AnnAssign, fields: set[str]) -> tuple[str, str]:
    """A field as the parameter of `__init__`, and what the attribute is set to."""
    kind = ast.unparse(field.annotation)
    # date: date | None = None: in the class the name is the field's, no longer the type's
    hidden = any(isinstance(one, ast.Name) and one.id in fields for one in ast.walk(field.annotation))
    colon = "" if hidden else f": {kind}"
    value, factory = field.value, ""
    if isinstance(value, ast.Call) and _called(value) == "field":  # field(default_factory=list), field(repr=False)
        said = {one.arg: one.value for one in value.keywords}
        factory = ast.unparse(said["default_factory"]) if "default_factory" in said else ""
        value = said.get("default")
    if value is None and not factory:
        return name + colon, name
    if value is not None:
        return f"{name}{colon} = {ast.unparse(value)}", name
    optional = "" if hidden else f": {kind} | None"
    return f"{name}{optional} = None", f"{factory}() if {name} is None else {name}"


def _blank_value(node: ast.AnnAssign, lines: list[str]) -> None:
    """Take the default out of the class: it is the parameter's."""
    at, last = (node.annotation.end_lineno or 0) - 1, (node.end_lineno or 0) - 1
    lines[at] = lines[at].encode()[: node.annotation.end_col_offset].decode()
    for line in range(at + 1, last + 1):
        lines[line] = ""


def _finish_constants(tree: ast.Module, lines: list[str]) -> None:
    """`NAME = …` that is set once → `NAME: _Final = …`: no look-up by name where it is used."""
    bound = Counter(
        one.id for one in ast.walk(tree) if isinstance(one, ast.Name) and isinstance(one.ctx, (ast.Store, ast.Del))
    )
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name) as target], value=value):
                kind = "_Final"
            case ast.AnnAssign(target=ast.Name(id=name) as target, annotation=annotation, value=ast.expr() as value):
                kind = f"_Final[{ast.unparse(annotation)}]"
            case _:
                continue
        line = target.lineno - 1
        head = lines[line].encode()[: value.col_offset].decode()
        if (
            not _CONSTANT.fullmatch(name)
            or bound[name] != 1
            or value.lineno != target.lineno
            or _called(value) in ("TypeVar", "NewType")
            or "=" not in head
        ):
            continue
        lines[line] = f"{name}: {kind} = {lines[line].encode()[value.col_offset :].decode()}"


_METHODS = frozenset(("match", "search", "fullmatch", "finditer", "sub"))


def _bind_methods(tree: ast.Module, lines: list[str]) -> None:
    """`NAME.match(…)` of a pattern → `_bound_NAME_match(…)`, bound once: no look-up of the method at each of many short calls."""
    patterns: dict[str, ast.Call] = {}
    for node in tree.body:
        match node:
            case ast.Assign(
                targets=[ast.Name(id=name)],
                value=ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr="compile")) as value,
            ) if _CONSTANT.fullmatch(name):
                patterns[name] = value
    calls: list[tuple[int, int, int, str]] = []
    used: dict[str, set[str]] = defaultdict(set)  # the methods asked of each pattern
    for one in ast.walk(tree):
        match one:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=method) as asked) if (
                name in patterns and method in _METHODS and asked.lineno == asked.end_lineno
            ):
                calls.append((asked.lineno - 1, asked.col_offset, asked.end_col_offset or 0, f"_bound_{name}_{method}"))
                used[name].add(method)
    for line, begin, end, bound in sorted(calls, reverse=True):
        words = lines[line].encode()
        lines[line] = (words[:begin] + bound.encode() + words[end:]).decode()
    for name, value in patterns.items():
        line, end = (value.end_lineno or 0) - 1, value.end_col_offset or 0
        words = lines[line].encode()
        made = "".join(f"; _bound_{name}_{method}: _Final = {name}.{method}" for method in sorted(used[name]))
        lines[line] = (words[:end] + made.encode() + words[end:]).decode()


def _keep_made(tree: ast.Module, lines: list[str]) -> list[str]:
    """What a `@cache`d function without parameters made stands in a list: a look at it is no call of Python's."""
    told = []
    for node in tree.body:
        match node:
            case ast.FunctionDef(
                name=name,
                decorator_list=[ast.Name(id="cache") as decorator],
                args=ast.arguments(posonlyargs=[], args=[], vararg=None, kwonlyargs=[], kwarg=None),
                returns=ast.expr() as kind,
            ) if lines[node.lineno - 1].startswith(f"def {name}("):
                pass
            case _:
                continue
        lines[decorator.lineno - 1] = f"_kept_{name}: _Final[list[{ast.unparse(kind)}]] = []"
        lines[node.lineno - 1] = lines[node.lineno - 1].replace(f"def {name}(", f"def _made_{name}(", 1)
        told.append(
            f"def {name}() -> {ast.unparse(kind)}:\n    if not _kept_{name}: _kept_{name}.append(_made_{name}())\n    return _kept_{name}[0]"
        )
    return told
