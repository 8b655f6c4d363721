"""`govgraph queries`: the library of questions."""

from __future__ import annotations

import click

from app.output import say_json, say_table
from app.speech import language
from queries.library import GROUPS, MISSING, library


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the library as one JSON object.")
def command(as_json: bool) -> None:
    """List the questions that `govgraph query NAME` answers, with their parameters.

    Example: govgraph queries
    """
    chosen = language()
    found = library().values()
    if as_json:
        say_json(
            {
                "queries": [
                    {
                        "name": one.name,
                        "title": dict(one.title),
                        "group": one.group,
                        "columns": list(one.columns),
                        "parameters": [
                            {
                                "name": p.name,
                                "type": p.type,
                                "title": dict(p.title),
                                "required": p.required,
                                "default": None if p.default is MISSING else p.default,
                                "choices": list(p.choices),
                            }
                            for p in one.parameters
                        ],
                    }
                    for one in found
                ]
            }
        )
        return
    rows = [
        (
            GROUPS[one.group][chosen],
            one.name,
            one.title[chosen],
            " ".join(f"{p.name}{'' if p.required else '?'}" for p in one.parameters),
        )
        for one in found
    ]
    head = (
        ("类别", "名称", "问题", "参数（? 可不填）")
        if chosen == "zh"
        else ("Group", "Name", "Question", "Parameters (? optional)")
    )
    say_table(head, rows)
