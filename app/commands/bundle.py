"""`govgraph bundle`: one file with everything an office without internet needs to install."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command()
@click.argument("target", required=False, type=click.Path(path_type=Path))
def command(target: Path | None) -> None:
    """Write a .tar to install from without internet to TARGET (a .tar file, or a folder to put it into; default: here).

    It is for machines of the same system and the same Python as this one; unpack it there and run install.sh.

    Example: govgraph bundle /media/usb
    """
    from app.setup.bundle import default_name, make_bundle
    from app.setup.errors import SetupError
    from app.setup.step import Progress
    from app.setup.words import Text
    from app.speech import language
    from graph.jars import ensure_jars

    path = target or Path()
    if path.suffix != ".tar":
        path = path / default_name()
    progress = Progress(f"govgraph bundle → {path}", language())
    progress.begin()
    try:
        size = make_bundle(path, ensure_jars(), progress)
    except SetupError as error:
        click.echo("\n".join(filter(None, (error.what, error.mend and f"→ {error.mend}"))), err=True)
        sys.exit(1)
    done = Text(
        "{path}，{size:.0f} MB；在目标机器上解开后运行 sh govgraph/install.sh",
        "{path}, {size:.0f} MB; unpack it there, then: sh govgraph/install.sh",
    )
    progress.end(done.say(language(), path=path, size=size / 1e6))
