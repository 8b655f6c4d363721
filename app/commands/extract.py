"""`govgraph extract FILE`: read one file and print its facts."""

from __future__ import annotations

import json
from datetime import datetime

import click


@click.command()
@click.argument("file", type=click.Path())
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The document's date; else read from its text.")
@click.option("--json", "as_json", is_flag=True, help="Print the extraction contract as one JSON object.")
def command(file: str, day: datetime | None, as_json: bool) -> None:
    """Read FILE and print who must do what by when.

    Example: govgraph extract samples/2024-06-县委全会讲话.txt --json
    """
    from extract.contract import to_json
    from extract.pipeline import extract_file

    found = extract_file(file, day.date() if day else None)
    if as_json:
        click.echo(json.dumps(to_json(found), ensure_ascii=False))
        return
    for one in found.obligations:
        click.echo(f"{one.order + 1}\t{one.text}")
