"""`govgraph ingest PATH…`: files and folders into the graph."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.exit_codes import INTERRUPTED
from app.interrupt import noticed
from app.speech import tell

if TYPE_CHECKING:
    from graph.connection import Store
    from graph.ingest import Report


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The documents' date; else read from their texts."
)
@click.option("--workers", type=click.IntRange(1, 256), help="Reading processes; else one a core where that pays.")
@click.option("--watch", is_flag=True, help="Stay, and read what comes or changes (Ctrl-C ends it).")
@click.option("--again", is_flag=True, help="Read files again that are known and unchanged.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as one JSON object (one a round with --watch).")
def command(
    paths: tuple[Path, ...], day: datetime | None, workers: int | None, watch: bool, again: bool, as_json: bool
) -> None:
    """Read files and folders (PATHS) into the graph: who must do what by when, with the words that prove it.

    A known file is skipped, a changed one replaces its former version, one that cannot be read is reported and leaves
    nothing behind. Files taken from the disk stay in the graph until `govgraph remove`.

    Example: govgraph ingest 文件/ --workers 2
    """
    from graph.connection import open_store

    given = day.date() if day else None
    with open_store(progress=lambda step: tell(step.zh, step.en)) as store:
        if not watch:
            raise SystemExit(_round(store, paths, given, workers, again=again, as_json=as_json))
        _stay(store, paths, given, workers, as_json=as_json)


def _round(
    store: Store,
    paths: Sequence[Path],
    given: date | None,
    workers: int | None,
    *,
    again: bool = False,
    as_json: bool,
    quiet: bool = False,
) -> int:
    """Ingest once and say what was done (`quiet`: only if something was); the exit code."""
    from app.ingest_report import shown
    from graph.errors import StoreUnavailableError
    from graph.ingest import Report, ingest
    from graph.writer import clear_leavings

    report = Report()
    with noticed() as pressed:
        try:
            with shown() as progress:
                ingest(
                    store,
                    paths,
                    given=given,
                    workers=workers,
                    again=again,
                    report=report,
                    progress=pressed.before(progress),
                    waiting=lambda: tell(
                        "另一个命令正在写入，等待它结束……", "Another command is writing; waiting for it…"
                    ),
                )
        except (KeyboardInterrupt, Exception) as error:  # a library may make any error of the interrupt
            if not pressed:
                raise
            if not isinstance(error, KeyboardInterrupt):
                with suppress(StoreUnavailableError):  # if the store is gone, whoever opens it next does so
                    store.renew()
                    clear_leavings(store)  # nothing is left half
    if pressed:
        _say(report, as_json=as_json)
        rest = report.total - len(report.documents)
        tell(
            f"已中断，{rest} 个文件未读；再次运行即可继续。",
            f"Interrupted, {rest} files not read; run it again to go on.",
        )
        return INTERRUPTED
    if not quiet or report.count("unchanged") < len(report.documents):
        _say(report, as_json=as_json)
    return 1 if report.count("failed") else 0


def _say(report: Report, *, as_json: bool) -> None:
    from app.ingest_report import contract, say
    from app.output import say_json

    if as_json:
        say_json(contract(report))
    else:
        say(report)


def _stay(store: Store, paths: Sequence[Path], given: date | None, workers: int | None, *, as_json: bool) -> None:
    from graph.watch import watching

    with watching(paths) as batches:
        if _round(store, paths, given, workers, as_json=as_json) == INTERRUPTED:
            raise SystemExit(INTERRUPTED)
        tell("正在监视，按 Ctrl-C 结束。", "Watching; Ctrl-C ends it.")
        try:
            for changed in batches:
                if _round(store, changed, given, workers, as_json=as_json, quiet=True) == INTERRUPTED:
                    raise SystemExit(INTERRUPTED)
        except KeyboardInterrupt:
            tell("监视结束。", "No longer watching.")
