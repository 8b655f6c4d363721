"""`govgraph serve`: the app on this machine."""

from __future__ import annotations

import errno
import socket
import sys
import webbrowser
from pathlib import Path

import click

from graph.errors import GraphError

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
        # a collection of all the process's garbage after each answer took longer than the answer; Python collects when
        # there is some
        "runner.postScriptGC": "false",
        "client.toolbarMode": "minimal",
        "client.showErrorDetails": "none",
        **OPTIONS,
    }


class AddressError(GraphError):
    """The app cannot listen there."""


def free(port: int, address: str) -> None:
    """Can the app listen there?

    Raises:
        AddressError: another program listens there, or this machine has no such address, or it takes rights.
    """
    try:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        socket.create_server((address, port), family=family).close()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise AddressError(
                f"Port {port} is in use by another program. Choose another: --port {port % 65535 + 1}",
                f"端口 {port} 已被别的程序占用。请换一个端口：--port {port % 65535 + 1}",
            ) from error
        if isinstance(error, PermissionError):
            raise AddressError(
                f"Port {port} takes an administrator's rights. Choose one above 1023: --port 8501",
                f"使用端口 {port} 需要管理员权限。请换一个大于 1023 的端口：--port 8501",
            ) from error
        raise AddressError(
            f"This machine has no address {address!r} ({error.strerror or error}). "
            f"Use {LOCAL} for this machine only, 0.0.0.0 for all its networks.",
            f"本机没有地址“{address}”（{error.strerror or error}）。仅本机使用请写 {LOCAL}，供网内其他机器使用请写 0.0.0.0。",
        ) from error


def serve(port: int, address: str, *, open_browser: bool) -> int:
    """Run the app until it is stopped; returns Streamlit's exit code."""
    from streamlit.web import cli

    from app.warm import read_ahead, when_listening

    flags = [word for name, value in options(port, address).items() for word in (f"--{name}", value)]
    reached = LOCAL if address in ("0.0.0.0", "::") else address
    if open_browser:
        when_listening(reached, port, lambda: webbrowser.open(f"http://{reached}:{port}"))
    when_listening(reached, port, read_ahead)
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
    free(port, address)
    click.echo(f"http://{address}:{port}", err=True)
    raise SystemExit(serve(port, address, open_browser=not headless))
