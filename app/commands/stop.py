"""`govgraph stop`: end the data folder's server now instead of when it has been idle."""

from __future__ import annotations

import os

import click

from app.speech import tell


@click.command()
def command() -> None:
    """Stop the store's server. The data stays; the next command starts it again.

    Example: govgraph stop
    """
    from graph.home import data_folder
    from graph.server import stop_server

    if os.environ.get("NEO4J_URI"):
        tell(
            "已设置 NEO4J_URI：该服务器不由 govgraph 启动，也不由它停止。",
            "NEO4J_URI is set: govgraph did not start that server and does not stop it.",
        )
        return
    if stop_server(data_folder()):
        tell("图库服务已停止。", "The store's server is stopped.")
    else:
        tell("图库服务未在运行。", "The store's server was not running.")
