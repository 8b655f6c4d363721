"""`govgraph same A B`: what people know about bodies and the registry does not."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Any

import click

from app.output import say_json
from app.speech import language, tell

if TYPE_CHECKING:
    from graph.connection import Store
    from graph.judgements import Judgement
    from queries.find import Thing


@click.command()
@click.argument("bodies", nargs=-1, metavar="[A B]")
@click.option("--different", is_flag=True, help="Judge that they are two, where the registry sees a succession.")
@click.option("--undo", is_flag=True, help="Take the judgement back.")
@click.option("--by", default="", help="Who judges; else the user of this machine.")
@click.option("--json", "as_json", is_flag=True, help='Print {"judgements": [...]}.')
def command(bodies: tuple[str, ...], different: bool, undo: bool, by: str, as_json: bool) -> None:
    """Judge that A and B are one and the same body: the obligations of either are then those of both. Without A and B:
    list what was judged.

    A judgement stays when documents are read again or removed, until --undo. A and B are whole names or ids.

    Example: govgraph same 县委农办 县农业农村局
    """
    from graph.connection import open_store
    from graph.judgements import judge, judgements, withdraw

    if bodies and len(bodies) != 2:
        raise click.UsageError(_pick("请给出两个单位，或一个也不给。", "Give two bodies, or none."))
    if different and undo:
        raise click.UsageError(_pick("--different 和 --undo 只能用一个。", "Give --different or --undo, not both."))
    if (different or undo) and not bodies:
        raise click.UsageError(_pick("请给出两个单位。", "Give two bodies."))
    with open_store() as store:
        if not bodies:
            made = judgements(store)
        elif undo:
            made = [_judged(store, *bodies)]
            withdraw(store, made[0])
        else:
            one, other = (_certain(store, words) for words in bodies)
            if one.id == other.id:
                tell(f"两者本来就是一个单位：{one.name}", f"both are one body already: {one.name}")
                raise SystemExit(2)
            by = by.strip() or getpass.getuser()
            made = [judge(store, (one.id, one.full_name), (other.id, other.full_name), same=not different, by=by)]
    if as_json:
        say_json({"judgements": [_contract(one) for one in made]})
        return
    for one_made in made:
        click.echo(_line(one_made) + (_pick("\t已撤回", "\twithdrawn") if undo else ""))
    if not made:
        tell("还没有判定。", "Nothing was judged yet.")


def _pick(zh: str, en: str) -> str:
    return zh if language() == "zh" else en


def _contract(one: Judgement) -> dict[str, Any]:
    return {
        "first": {"id": one.first, "name": one.names[0]},
        "second": {"id": one.second, "name": one.names[1]},
        "status": "same" if one.same else "different",
        "by": one.by,
        "at": one.at,
    }


def _line(one: Judgement) -> str:
    verdict = _pick("是同一单位", "same") if one.same else _pick("不是同一单位", "different")
    return f"{one.names[0]}\t{one.names[1]}\t{verdict}\t{one.by}\t{one.at}"


def _certain(store: Store, words: str) -> Thing:
    """The one body that the words name wholly; a part of a name is too little to judge by."""
    from queries.errors import UnknownThingError
    from queries.find import bodies, the_one

    first = the_one(store, "body", words)
    sure = bodies(store, words) if first.rule in ("id", "name") else []
    if len(sure) == 1:
        return first
    named = "、".join(f"{one.full_name} {one.id}" for one in (sure or bodies(store, words))[:5])
    raise UnknownThingError(
        f"{words!r} does not name one body only: {named}. Give its whole name or its id.",
        f"“{words}”不能确定是哪个单位：{named}。请给出全称或编号。",
    )


def _judged(store: Store, *words: str) -> Judgement:
    """The judgement of two bodies, by any of their names, or by the names it keeps where they have left the graph."""
    from graph.judgements import judgements
    from queries.errors import UnknownThingError
    from queries.find import bodies

    meant = [{one, *(body.id for body in bodies(store, one) if body.rule in ("id", "name"))} for one in words]
    for one in judgements(store):
        known = [{one.first, one.names[0]}, {one.second, one.names[1]}]
        if any(all(a & b for a, b in zip(meant, order, strict=True)) for order in (known, known[::-1])):
            return one
    raise UnknownThingError(
        f"Nothing was judged about {' and '.join(words)}. `govgraph same` lists the judgements with the names they keep.",
        f"没有关于{'和'.join(words)}的判定。用 govgraph same 可列出全部判定及其所用名称。",
    )
