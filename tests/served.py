"""The app served in a process of its own, for tests and pictures in a browser."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from graph.home import Home

STARTS_WITHIN = 90.0


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def served(home: Home, log: Path) -> Iterator[str]:
    """Address of the app over that data folder; stopped at the end by its own process."""
    port = free_port()
    command = [sys.executable, "-m", "app.command", "serve", "--port", str(port), "--headless"]
    environment = {**os.environ, "GOVGRAPH_HOME": str(home.path)}
    with log.open("wb") as out, subprocess.Popen(command, env=environment, stdout=out, stderr=out) as app:
        try:
            _wait(app, port, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            app.terminate()
            app.wait(20)


def _wait(app: subprocess.Popen[bytes], port: int, log: Path) -> None:
    began = time.monotonic()
    while time.monotonic() - began < STARTS_WITHIN:
        try:
            with urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2) as answer:
                answer.read()
            return
        except (URLError, OSError):
            assert app.poll() is None, f"the app ended: {log.read_text('utf-8', 'replace')[-2000:]}"
            time.sleep(0.25)
    raise TimeoutError(f"the app did not answer within {STARTS_WITHIN} s")
