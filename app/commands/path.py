"""`govgraph path A B`: how two things hang together."""

from __future__ import annotations

import click

from app.output import say_json
from app.speech import language, tell
from queries.find import Readable, Thing, things
from queries.paths import way


def find(store: Readable, words: str) -> Thing:
    """The thing of any kind that answers to the words.

    Raises:
        UnknownThingError: none does.
    """
    from queries.errors import UnknownThingError

    for kind in ("body", "project", "obligation", "document"):
        found = things(store, kind, words)
        if found:
            return found[0]
    raise UnknownThingError(
        f"The graph holds nothing that goes by {words!r}. `govgraph query search words={words}` looks in all texts.",
        f"图谱中没有叫“{words}”的东西。可用 govgraph query search words={words} 在全文里找。",
    )


@click.command()
@click.argument("a")
@click.argument("b")
@click.option("--json", "as_json", is_flag=True, help="Print the path as one JSON object.")
def command(a: str, b: str, as_json: bool) -> None:
    """The shortest path between A and B (bodies, projects, obligations, documents), with the words that prove each step.

    Example: govgraph path 县财政局 青禾大道
    """
    from graph.connection import open_store

    with open_store() as store:
        first, last = find(store, a), find(store, b)
        found = way(store, first.id, last.id)
    nodes, relations = list(found.nodes), list(found.relations)
    if as_json:
        say_json({"from": first.id, "to": last.id, "nodes": nodes, "relations": relations})
        return
    if not nodes:
        tell(
            f"{first.name} 与 {last.name} 之间没有八步以内的路径。",
            f"No path of eight steps or fewer between {first.name} and {last.name}.",
        )
        return
    from graph.schema import schema

    chosen = language()
    click.echo(nodes[0]["name"])
    for node, relation in zip(nodes[1:], relations, strict=True):
        arrow = "→" if relation["target"] == node["id"] else "←"
        quote = f"  “{relation['quote']}”" if relation["quote"] else ""
        click.echo(f"  {arrow} {schema().relations[relation['type']].caption(chosen)}{quote}")
        click.echo(node["name"])
