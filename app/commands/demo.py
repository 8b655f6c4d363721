"""`govgraph demo`: the samples in, the app up."""

from __future__ import annotations

import socket
from pathlib import Path

import click

from app.setup.words import Text
from app.speech import language, tell

SAMPLES = Path(__file__).parents[2] / "samples"
SAMPLES_MISSING = Text(
    "这里没有示例文件：请写出要读入的文件或目录，例如 govgraph demo samples",
    "the samples are not here: name files or folders to read, as in govgraph demo samples",
)
FIRST_PORT, LAST_PORT = 8501, 8600


def free_port(address: str = "127.0.0.1") -> int:
    """The first port from 8501 on that nobody listens on."""
    for port in range(FIRST_PORT, LAST_PORT):
        with socket.socket() as one:
            if one.connect_ex((address, port)) != 0:
                return port
    zh = f"{FIRST_PORT} 到 {LAST_PORT} 之间没有空闲的端口；请用 govgraph serve --port 另指定一个"
    en = f"no free port between {FIRST_PORT} and {LAST_PORT}; give one with `govgraph serve --port`"
    raise click.ClickException(zh if language() == "zh" else en)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--headless", is_flag=True, help="Do not open a browser.")
def command(paths: tuple[Path, ...], headless: bool) -> None:
    """Read the samples (or PATHS) into the graph and open the app.

    Example: govgraph demo
    """
    from app.commands.ingest import command as ingest
    from app.commands.serve import LOCAL, serve

    context = click.get_current_context()
    sources = [str(one) for one in paths] or [str(SAMPLES)]
    if not paths and not SAMPLES.is_dir():
        raise click.UsageError(SAMPLES_MISSING.say(language()))
    try:
        ingest.main(args=sources, standalone_mode=False, parent=context)
    except SystemExit as ended:
        if ended.code not in (0, 1, None):
            raise
    port = free_port()
    tell(f"打开 http://{LOCAL}:{port}（按 Ctrl-C 结束）", f"Open http://{LOCAL}:{port} (Ctrl-C ends it)")
    raise SystemExit(serve(port, LOCAL, open_browser=not headless))
