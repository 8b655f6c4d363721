"""`govgraph obligations BODY`: everything one body owes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from app.output import say_csv, say_json, say_table
from app.speech import language, tell
from queries.ledger import Entry

ROLES = {"lead": "牵头", "responsible": "责任", "support": "配合", "supervise": "督办"}
FORMATS = ("table", "json", "csv", "xlsx", "docx", "ics")

SUFFIXED = {"xlsx": "责任清单", "docx": "任务分解表", "ics": "时限"}


def contract(entry: Entry) -> dict[str, Any]:
    """An entry as scripts rely on it."""
    section = f"{entry.section.get('label') or ''}{entry.section.get('heading') or ''}"
    return {
        "id": entry.id,
        "text": entry.text,
        "role": entry.role,
        "mention": entry.mention,
        "inherited": entry.inherited,
        "collective": entry.collective,
        "document": dict(entry.document),
        "section": section,
        "start": entry.start,
        "end": entry.end,
        "deadlines": [dict(one) for one in entry.deadlines],
        "targets": [dict(one) for one in entry.targets],
        "projects": [dict(one) for one in entry.projects],
        "programmes": [dict(one) for one in entry.programmes],
        "depends_on": [dict(one) for one in entry.depends_on],
        "evidence": dict(entry.evidence),
    }


def _write(target: Path, form: str, entries: Sequence[Entry], body: str) -> None:
    """Write an office's file and say where it lies."""
    if form == "csv":
        from app.sheet import csv_bytes, lines

        target.write_bytes(csv_bytes(lines(entries, body, language())))
    elif form == "xlsx":
        from app.sheet import lines, xlsx_bytes

        target.write_bytes(xlsx_bytes(lines(entries, body, language()), f"{body}{SUFFIXED[form]}"))
    elif form == "docx":
        from app.export.form import docx_bytes

        target.write_bytes(docx_bytes(entries, body, language()))
    else:
        from app.export.calendar import ics_bytes

        data, events = ics_bytes(entries, body, language())
        target.write_bytes(data)
        tell(
            f"已写入 {target}（{events} 个日程；没有定到日的时限不进日历）",
            f"wrote {target} ({events} events; deadlines without a fixed day are none)",
        )
        return
    tell(f"已写入 {target}（{len(entries)} 项）", f"wrote {target} ({len(entries)} obligations)")


@click.command()
@click.argument("body")
@click.option("--role", type=click.Choice(list(ROLES)), help="Only this role.")
@click.option("--due-before", type=click.DateTime(["%Y-%m-%d"]), help="Only what is due on or before this day.")
@click.option("--document", help="Only what this document says (title or id).")
@click.option(
    "--level",
    type=click.Choice(["national", "province", "city", "county", "township"]),
    help="Of several bodies, the one of this level.",
)
@click.option("--region", default="", help="Of several bodies, the one of this region.")
@click.option("--collectives", is_flag=True, help="Also what the collectives it belongs to owe (各部门, 各乡镇).")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write, in the format of its suffix; xlsx, docx and ics else take the body's name.",
)
def command(
    body: str,
    role: str | None,
    due_before: datetime | None,
    document: str | None,
    level: str | None,
    region: str,
    collectives: bool,
    form: str,
    as_json: bool,
    output: Path | None,
) -> None:
    """All obligations of BODY, by any of its names (住建, 住建部门, 县住房和城乡建设局, zhujian).

    Example: govgraph obligations 住建部门 --due-before 2024-12-31
    """
    if output is not None:
        suffix = output.suffix.lower()[1:]
        form = suffix if form == "table" and suffix in FORMATS else form
        if as_json or form in ("table", "json"):
            raise click.BadParameter(
                f"“{output}”：请用后缀 .csv、.xlsx、.docx 或 .ics；JSON 请用 > 重定向"
                if language() == "zh"
                else f"{str(output)!r}: give it the suffix .csv, .xlsx, .docx or .ics; redirect JSON with >",
                param_hint="--output",
            )
    from graph.connection import open_store
    from queries.find import bodies, the_one
    from queries.ledger import ledger, same_bodies

    with open_store() as store:
        taken = the_one(store, "body", body, level=level or "", region=region)
        others = [one for one in bodies(store, body, level=level or "", region=region) if one.id != taken.id]
        if others:
            names = "、".join(one.full_name for one in others[:5])
            tell(
                f"“{body}”也可能是：{names}（用 --level 或 --region 指定）",
                f"{body!r} could also be: {names} (say which by --level or --region)",
            )
        same = same_bodies(store, taken.id)
        if same:
            tell(f"含判定为同一单位的：{'、'.join(same)}", f"with what is judged the same body: {'、'.join(same)}")
        key = the_one(store, "document", document).id if document else ""
        entries = ledger(
            store,
            taken.id,
            role=role or "",
            due_before=due_before.date() if due_before else None,
            document=key,
            collectives=collectives,
        )
    if as_json or form == "json":
        who = {
            "id": taken.id,
            "name": taken.name,
            "kind": taken.label,
            "level": taken.level,
            "region": taken.region,
            "aliases": list(taken.aliases),
            "rule": taken.rule,
            "same_as": same,
        }
        say_json({"body": who, "obligations": [contract(one) for one in entries]})
        return
    if output is not None or form in SUFFIXED:
        _write(output or Path(f"{taken.name}{SUFFIXED[form]}.{form}"), form, entries, taken.name)
    elif form == "csv":
        from app.sheet import lines

        rows = lines(entries, taken.name, language())
        say_csv(rows[0], rows[1:])
    else:
        tell(f"{taken.name}：{len(entries)} 项", f"{taken.name}: {len(entries)} obligations")
        shown = [
            (
                f"{ROLES[one.role]}{'·承前' if one.inherited else ''}"
                if language() == "zh"
                else f"{one.role}{' (inherited)' if one.inherited else ''}",
                one.text,
                one.due or "；".join(d["text"] for d in one.deadlines),
                one.document["title"],
            )
            for one in entries
        ]
        head = ("角色", "工作任务", "完成时限", "文件") if language() == "zh" else ("Role", "Task", "Due", "Document")
        say_table(head, shown, wide=head[1:2])
