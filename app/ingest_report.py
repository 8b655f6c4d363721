"""What `ingest` says: a bar while it works, a report at the end, one object for scripts."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from app.speech import language, tell
from graph.ingest import Outcome, Progress, Report

STATUS = {"added": "新增", "unchanged": "未变", "replaced": "替换", "failed": "失败"}
REASONS = {"hidden": "隐藏文件", "temporary": "临时文件", "about the folder": "文件夹说明", "format": "格式不支持"}
MOST_UNCHANGED = 20
"""Unchanged files that are listed one by one; more are only counted."""
KINDS = {
    "result": "成效",
    "context": "背景",
    "heading": "标题",
    "noise": "页眉页脚等",
    "topic": "主题句",
    "leadin": "领起句",
    "appeal": "一般号召",
    "permission": "许可",
    "obligation": "任务",
}


def contract(report: Report) -> dict[str, Any]:
    """The report as scripts rely on it."""
    return {
        "documents": [
            {
                "path": one.path,
                "id": one.id or None,
                "status": one.status,
                "obligations": one.obligations,
                "seconds": one.seconds,
                "skipped": [
                    {
                        "start": left.start,
                        "end": left.end,
                        "text": left.text,
                        "kind": left.kind.value,
                        "reason": left.reason,
                        "cue": left.cue,
                    }
                    for left in one.skipped
                ],
                "error": one.error.text(language()) or None,
            }
            for one in report.documents
        ],
        "ignored": [{"path": one.path, "reason": one.reason} for one in report.ignored],
        "totals": report.totals(),
    }


def say(report: Report) -> None:
    """The report for a reader, on standard output: each file, then the sums, then why sentences were left out."""
    zh = language() == "zh"
    few = report.count("unchanged") <= MOST_UNCHANGED
    for one in (one for one in report.documents if few or one.status != "unchanged"):
        status = STATUS[one.status] if zh else one.status
        facts = f"任务 {one.obligations}" if zh else f"{one.obligations} obligations"
        # a reason names the file itself
        click.echo(f"{status}\t" + (one.error.text(language()) or f"{facts}\t{one.path}"))
    totals = report.totals()
    counts = "，".join(f"{STATUS[key]} {totals[key]}" for key in STATUS)
    plain = ", ".join(f"{totals[key]} {key}" for key in STATUS)
    click.echo(
        f"文件 {totals['files']}：{counts}。任务 {totals['obligations']}，成效 {totals['results']}，用时 {report.seconds:.1f} 秒。"
        if zh
        else f"{totals['files']} files: {plain}. {totals['obligations']} obligations, {totals['results']} results, {report.seconds:.1f} s."
    )
    if not report.documents:
        tell("没有可读的文件。请检查路径和文件格式。", "Nothing to read there. Check the path and the files' formats.")
    left = Counter(one.kind.value for document in report.documents for one in document.skipped)
    if left:
        reasons = (f"{KINDS[kind] if zh else kind} {count}" for kind, count in left.most_common())
        click.echo(
            f"未入图 {left.total()} 句：{'，'.join(reasons)}（govgraph explain 文件 可看每句的原因）。"
            if zh
            else f"{left.total()} sentences left out: {', '.join(reasons)} (`govgraph explain FILE` says why for each)."
        )
    if report.ignored:
        why = Counter(one.reason for one in report.ignored)
        tell(
            f"文件夹中另有 {why.total()} 个文件未读："
            + "，".join(f"{REASONS[reason]} {count}" for reason, count in why.most_common()),
            f"{why.total()} files of folders not read: "
            + ", ".join(f"{reason} {count}" for reason, count in why.most_common()),
        )


@contextmanager
def shown() -> Iterator[Progress | None]:
    """A progress bar on a terminal, nothing on a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.description}"))
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def progress(report: Report, outcome: Outcome | None) -> None:
            name = Path(outcome.path).name if outcome else ""
            bar.update(task, total=report.total, completed=len(report.documents), description=name)

        yield progress
