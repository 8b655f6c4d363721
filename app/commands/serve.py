"""`govgraph serve`: the app on this machine."""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path
from threading import Timer

import click

LOCAL = "127.0.0.1"


def options(port: int, address: str) -> dict[str, str]:
    """Streamlit's settings for the app: nothing calls out, nothing but the app is served."""
    from app.theme import OPTIONS

    return {
        "server.port": str(port),
        "server.address": address,
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "server.runOnSave": "false",
        "server.enableStaticServing": "false",
        "browser.gatherUsageStats": "false",
        "client.toolbarMode": "minimal",
        "client.showErrorDetails": "none",
        **OPTIONS,
    }


def serve(port: int, address: str, *, open_browser: bool) -> int:
    """Run the app until it is stopped; returns Streamlit's exit code."""
    from streamlit.web import cli

    flags = [word for name, value in options(port, address).items() for word in (f"--{name}", value)]
    if open_browser:
        Timer(2.0, webbrowser.open, (f"http://{address}:{port}",)).start()
    sys.argv = ["streamlit", "run", str(Path(__file__).parents[1] / "main.py"), *flags]
    return int(cli.main(standalone_mode=False) or 0)


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8501, show_default=True, help="Where the app listens.")
@click.option(
    "--address", default=LOCAL, show_default=True, help="Who may reach it: this machine only, unless changed."
)
@click.option("--headless", is_flag=True, help="Do not open a browser.")
def command(port: int, address: str, headless: bool) -> None:
    """Start the app: browse the graph and the obligations of each department.

    Example: govgraph serve --port 8600 --headless
    """
    click.echo(f"http://{address}:{port}", err=True)
    raise SystemExit(serve(port, address, open_browser=not headless))
