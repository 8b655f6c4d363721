"""`govgraph depends ID`: what an obligation waits for and what waits for it."""

from __future__ import annotations

import click

from app.output import cell, say_json
from app.speech import language


@click.command()
@click.argument("obligation")
@click.option("--json", "as_json", is_flag=True, help="Print both directions as one JSON object.")
def command(obligation: str, as_json: bool) -> None:
    """Upstream and downstream of OBLIGATION (its id, or some of its words; a project works too).

    Example: govgraph depends 完成用地组卷报批
    """
    from app.commands.path import find
    from graph.connection import open_store
    from queries.find import things
    from queries.library import question

    with open_store() as store:
        found = things(store, "obligation", obligation)
        thing = found[0] if found else find(store, obligation)
        up = store.read(question("waits-for").text, {"obligation": thing.id})
        down = store.read(question("awaited-by").text, {"obligation": thing.id})
    if as_json:
        say_json(
            {
                "id": thing.id,
                "name": thing.name,
                "waits_for": [dict(zip(up.columns, row, strict=True)) for row in up.rows],
                "awaited_by": [dict(zip(down.columns, row, strict=True)) for row in down.rows],
            }
        )
        return
    from app.codes import spoken

    zh = language() == "zh"
    click.echo(thing.name)
    for head, rows in (("等待：" if zh else "waits for:", up.rows), ("被等待：" if zh else "awaited by:", down.rows)):
        click.echo(head)
        for row in rows:
            said = (cell(one) for one in (row[1], *(spoken(code, language()) for code in row[2:4])))
            click.echo("  " * row[0] + " · ".join(filter(None, said)))
        if not rows:
            click.echo("  （无）" if zh else "  (nothing)")
