"""`govgraph check`: is the graph whole, and what is the sum of it."""

from __future__ import annotations

from dataclasses import asdict

import click

from app.output import say_json
from app.speech import language

SHOWN = 20
KINDS = {
    "schema": "不合模式",
    "evidence": "依据不符",
    "orphan": "孤立",
    "dangling": "悬空",
    "derived": "汇总不符",
    "unfinished": "未写完",
    "more": "更多",
}


@click.command()
@click.option("--json", "as_json", is_flag=True, help='Print {"ok", "nodes", "relations", "sha256", "problems"}.')
def command(as_json: bool) -> None:
    """Compare the graph with its schema and every quote with its text; print the sha256 of the whole graph.

    The same documents in any order give the same sha256. Exit code 1 where there is a problem.

    Example: govgraph check --json
    """
    from graph.check import check
    from graph.connection import open_store

    with open_store() as store:
        found = check(store)
    if as_json:
        say_json(
            {
                "ok": found.ok,
                "nodes": found.nodes,
                "relations": found.relations,
                "sha256": found.sha256,
                "problems": [asdict(one) for one in found.problems],
            }
        )
        raise SystemExit(0 if found.ok else 1)
    zh = language() == "zh"
    click.echo(
        f"节点 {found.nodes}，关系 {found.relations}" if zh else f"{found.nodes} nodes, {found.relations} relations"
    )
    click.echo(f"sha256 {found.sha256}")
    for one in found.problems[:SHOWN]:
        click.echo(f"{KINDS[one.kind] if zh else one.kind}\t{one.where}\t{one.what}")
    rest = len(found.problems) - SHOWN
    if rest > 0:
        click.echo(
            f"……另有 {rest} 个问题（--json 列出全部）" if zh else f"… and {rest} more problems (--json lists all)"
        )
    if found.ok:
        click.echo("没有问题。" if zh else "No problems.")
    raise SystemExit(0 if found.ok else 1)
