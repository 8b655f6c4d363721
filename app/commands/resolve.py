"""`govgraph resolve NAME`: which body a name means, and what told so."""

from __future__ import annotations

import click

from app.output import say_json
from app.speech import language, tell

_LEVELS = {"national": "国家", "province": "省级", "city": "市级", "county": "县级", "township": "乡镇"}


@click.command()
@click.argument("name")
@click.option(
    "--level",
    type=click.Choice(list(_LEVELS)),
    help="The level of the document that says the name; a county's where nothing tells.",
)
@click.option("--region", help="The region of the document, such as 清垣县 or 广东省.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(name: str, level: str | None, region: str | None, as_json: bool) -> None:
    """Say which body NAME means: 发改, 县发改局 and 县发展和改革委员会 of one county are one.

    Example: govgraph resolve 县发改局 --region 清垣县
    """
    from extract.registry import normalised, resolve
    from extract.source import Context
    from graph.ids import body_id

    if not normalised(name):
        tell("名称是空的，请给出单位名称。", "The name is empty; give the name of a body.")
        raise SystemExit(2)
    found = resolve(name, Context(), level=level, region=region)
    if as_json:
        say_json(
            {
                "id": body_id(found.key),
                "name": found.name,
                "kind": found.kind,
                "level": found.level,
                "region": found.region,
                "aliases": list(found.aliases),
                "rule": found.rule,
                "registered": found.registered,
            }
        )
        return
    from graph.schema import schema

    chinese = language() == "zh"
    caption = schema().sublabels["Body"][found.kind].caption(language())
    click.echo(
        f"{found.name}（{caption}，{_LEVELS[found.level]}）" if chinese else f"{found.name} ({caption}, {found.level})"
    )
    click.echo(f"{'编号' if chinese else 'id'}: {body_id(found.key)}")
    click.echo(f"{'依据' if chinese else 'rule'}: {found.rule}")
    if found.aliases:
        click.echo(f"{'又称' if chinese else 'also'}: {'、'.join(found.aliases)}")
    if not found.registered:
        tell("名录中没有这个单位，按名称自成一个。", "The lists do not know this body; its name alone makes it one.")
