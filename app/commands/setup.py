"""`govgraph setup`: fetch what is missing again: in a clone every step of `make setup`, in an installed package the Neo4j jars."""

from __future__ import annotations

import subprocess
import sys

import click


@click.command()
@click.option(
    "--verify", is_flag=True, help="Only compare every Neo4j jar with its sha256 and fetch damaged ones anew."
)
@click.option("--tests", is_flag=True, help="In a clone: what `make test` needs as well.")
def command(*, verify: bool, tests: bool) -> None:
    """Install what is missing; run again, it does nothing.

    Example: govgraph setup --verify
    """
    from app.setup.machine import ROOT, is_checkout

    if verify or not is_checkout():
        fetch_jars(verify)
        return
    steps = [sys.executable, "-m", "app.setup", "test" if tests else "run"]
    sys.exit(subprocess.run(steps, cwd=ROOT, check=False).returncode)


def fetch_jars(verify: bool) -> None:
    from app.speech import language
    from graph.errors import JarsUnavailableError
    from graph.jars import ensure_jars

    try:
        with click.progressbar(length=1, label="Neo4j", file=sys.stderr) as bar:

            def tell(done: int, total: int, _: str) -> None:
                bar.length = total
                bar.update(done - bar.pos)

            paths = ensure_jars(progress=tell, verify=verify)
    except JarsUnavailableError as error:
        click.echo(error.text(language()), err=True)
        sys.exit(1)
    click.echo(f"Neo4j: {len(paths)} jars, sha256 ✓ · {paths[0].parent}")
