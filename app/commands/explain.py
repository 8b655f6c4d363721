"""`govgraph explain FILE|TEXT`: why each fact is there and why each sentence that is left out is not."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from app.speech import language


@click.command()
@click.argument("what")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The document's date; else read from its text.")
@click.option("--left-out", is_flag=True, help="Only the sentences that became no fact.")
def command(what: str, day: datetime | None, left_out: bool) -> None:
    """Read a file, or a text given as WHAT, and print each fact with the rule that found it, each sentence left out with the reason.

    Example: govgraph explain "财政部门牵头，年底前化解债务3亿元。" --date 2024-06-28
    """
    from extract.pipeline import extract_file, extract_text
    from extract.readers import SUFFIXES
    from extract.reasons import reason
    from extract.rules import caption

    zh = language() == "zh"
    lang = "zh" if zh else "en"
    when = day.date() if day else None
    # a name that ends like a file's is one, so that a mistyped path is not explained as a text
    short = len(what) < 1000 and "\n" not in what
    is_file = short and (Path(what).exists() or Path(what).suffix.lower() in SUFFIXES)
    found = extract_file(what, when) if is_file else extract_text(what, when)
    context = found.context
    if not left_out:
        date = f"{context.date or '—'} ({context.date_source or '—'})"
        click.echo(
            " · ".join(
                filter(
                    None,
                    (context.title, context.kind, context.issuer, context.number, date, context.level, context.region),
                )
            )
        )
    lines: list[tuple[int, list[str]]] = []
    roles = {"lead": "牵头", "support": "配合", "responsible": "责任", "supervise": "督办"} if zh else {}
    for one in [] if left_out else found.obligations:
        said = [
            f"[{'任务' if zh else 'obligation'} {one.order + 1}] {one.text}",
            f"    {caption(one.rule, lang)}" + (f" “{one.cue}”" if one.cue else ""),
        ]
        for body in one.bodies:
            inherited = (" 承前" if zh else " inherited") if body.inherited else ""
            said.append(
                f"    {roles.get(body.role, body.role)}{inherited}: {body.mention} → {body.name}  [{caption(body.rule, lang)}]"
            )
        for due in one.deadlines:
            said.append(
                f"    {'时限' if zh else 'deadline'}: {due.text} → {due.due or due.recurrence or due.kind}{'' if due.firm else (' 力争' if zh else ' striven for')}  [{caption(due.rule, lang)}{' · ' + due.note if due.note else ''}]"
            )
        for target in one.targets:
            said.append(
                f"    {'目标' if zh else 'target'}: {target.indicator} {target.comparator} {target.text}  [{caption(target.rule, lang)}]"
            )
        for name, title in (("projects", "项目"), ("programmes", "行动"), ("policies", "文件"), ("places", "地点")):
            said += [
                f"    {title if zh else name[:-1]}: {fact.text}  [{caption(fact.rule, lang)}]"
                for fact in getattr(one, name)
            ]
        for wait in one.dependencies:
            said.append(f"    {'等待' if zh else 'waits for'}: {wait.text} ({wait.kind})  [{caption(wait.rule, lang)}]")
        lines.append((one.start, said))
    for result in [] if left_out else found.results:
        lines.append(
            (result.start, [f"[{'成效' if zh else 'result'}] {result.text}", f"    {caption(result.rule, lang)}"])
        )
    for skip in found.skipped:
        cue = f" “{skip.cue}”" if skip.cue else ""
        lines.append(
            (skip.start, [f"[{'未入图' if zh else 'left out'}] {skip.text}", f"    {reason(skip.reason, lang)}{cue}"])
        )
    for _, said in sorted(lines, key=lambda pair: pair[0]):
        click.echo("\n".join(said))
