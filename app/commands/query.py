"""`govgraph query NAME|FILE|-`: a question of the library, or Cypher that a user typed, read-only."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from app.output import FORMATS, say_csv, say_json, say_table
from app.speech import language, tell

STDIN = "-"


def _values(pairs: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not sign or not name:
            raise click.BadParameter(
                f"“{pair}”：请写成 名称=值，如 body=住建部门"
                if language() == "zh"
                else f"{pair!r}: write NAME=VALUE, e.g. body=住建部门",
                param_hint="PARAMETERS",
            )
        found[name] = value
    return found


def _typed(value: str) -> Any:
    """A parameter of free Cypher: a number, true, a list … where it reads as JSON, else text."""
    try:
        return json.loads(value)
    except ValueError:
        return value


@click.command()
@click.argument("what")
@click.argument("parameters", nargs=-1)
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option(
    "--limit", type=click.IntRange(1, 100_000), default=10_000, show_default=True, help="At most this many rows."
)
@click.option(
    "--timeout", type=click.FloatRange(0.1, 300), default=30.0, show_default=True, help="At most this many seconds."
)
def command(what: str, parameters: tuple[str, ...], form: str, as_json: bool, limit: int, timeout: float) -> None:
    """Answer WHAT: a question's name (see `govgraph queries`), a .cypher file, or - to read Cypher from standard input.

    PARAMETERS are NAME=VALUE. Cypher runs read-only, within limits of time and rows.

    Examples: govgraph query due-within day=2024-06-01 days=30
              echo 'MATCH (b:Body) RETURN b.name LIMIT 5' | govgraph query -
    """
    from graph.connection import open_store
    from graph.guard import run_guarded

    given = _values(parameters)
    captions: Mapping[str, str] = {}
    path = Path(what)
    with open_store() as store:
        if what == STDIN or path.suffix == ".cypher":
            text = sys.stdin.read() if what == STDIN else _file(path)
            values = {name: _typed(value) for name, value in given.items()}
            title = ""
        else:
            from queries.library import question
            from queries.run import prepare

            asked = question(what)
            values, taken = prepare(store, asked, given)
            text, title = asked.text, asked.title[language()]
            captions = {} if language() == "zh" else asked.columns
            for name, thing in taken.items():
                if thing.name != given.get(name):
                    tell(f"{name}：{given.get(name)} → {thing.name}", f"{name}: {given.get(name)} → {thing.name}")
        table = run_guarded(store, text, values, timeout=timeout, max_rows=limit)
    rows: Sequence[Sequence[Any]] = table.rows
    if title and not as_json and form != "json":
        from app.codes import COLUMNS, spoken

        coded = [one in COLUMNS for one in table.columns]
        rows = [
            [spoken(one, language()) if code else one for one, code in zip(row, coded, strict=True)] for row in rows
        ]
    heads = [captions.get(one, one) for one in table.columns]  # JSON keeps the query's own names, for scripts
    if as_json or form == "json":
        say_json(
            {
                "columns": list(table.columns),
                "rows": [list(row) for row in table.rows],
                "truncated": table.truncated,
                "seconds": round(table.seconds, 4),
            }
        )
    elif form == "csv":
        say_csv(heads, rows)
    else:
        if title:
            tell(title, title)
        say_table(heads, rows, wide=[captions.get(one, one) for one in ("任务", "说法", "成效")])
    for one in table.unknown:
        tell(one.text("zh"), one.text("en"))
    if table.truncated:
        tell(
            f"只显示前 {len(table.rows)} 行；用 --limit 调大。",
            f"Only the first {len(table.rows)} rows; raise --limit for more.",
        )


def _file(path: Path) -> str:
    if not path.is_file():
        raise click.BadParameter(
            f"没有“{path}”这个文件" if language() == "zh" else f"{path}: no such file", param_hint="WHAT"
        )
    return path.read_text("utf-8")
