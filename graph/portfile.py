"""The port file `server.json`: what the supervisor says about itself, read by every command before it connects."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

from graph.process import NOBODY, Process

STARTING = "starting"
READY = "ready"
STOPPING = "stopping"
STOPPED = "stopped"
FAILED = "failed"


@dataclass(frozen=True)
class ServerState:
    """`state` is one of the names above; `port` is Bolt's on 127.0.0.1 (0: none yet); `since` in seconds since the epoch.

    `step_*` says what a start is at; `reason_*` why it failed, each in English and Chinese.
    """

    state: str = STOPPED
    port: int = 0
    supervisor: Process = NOBODY
    java: Process = NOBODY
    restarts: int = 0
    since: float = field(default_factory=time.time)
    step_en: str = ""
    step_zh: str = ""
    reason_en: str = ""
    reason_zh: str = ""

    @property
    def usable(self) -> bool:
        """A server answers at `port`, it is ours, and somebody will start it again when it dies."""
        return self.state == READY and self.java.alive and self.supervisor.alive


def read_state(path: Path) -> ServerState:
    """What the port file says; a missing, torn or foreign file counts as stopped."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        found["supervisor"] = Process(**found["supervisor"])
        found["java"] = Process(**found["java"])
        return ServerState(**found)
    except (OSError, ValueError, TypeError, KeyError):
        return ServerState()


def write_state(path: Path, state: ServerState) -> None:
    """Replace the port file in one step: a reader sees the old or the new one, never half of one."""
    part = path.with_name(path.name + ".part")
    part.write_text(json.dumps(asdict(state), ensure_ascii=False), encoding="utf-8")
    part.replace(path)
