"""The data folder: one store, its password and its server's files; `GOVGRAPH_HOME`, else the platform's user data folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from graph.errors import StoreUnavailableError


@dataclass(frozen=True)
class Home:
    """A data folder and the names in it. Nothing is created by looking; `create()` makes it, for the owner only."""

    path: Path

    @property
    def neo4j(self) -> Path:
        """The folder Neo4j calls its home: conf, data, logs."""
        return self.path / "neo4j"

    @property
    def password(self) -> Path:
        """The store's random password, readable by the owner only."""
        return self.path / "password"

    @property
    def port_file(self) -> Path:
        """What runs here: port, process ids with their birth marks, state (graph/portfile.py)."""
        return self.path / "server.json"

    @property
    def server_lock(self) -> Path:
        """Held by the supervisor as long as it lives: never two servers on one folder."""
        return self.path / "server.lock"

    @property
    def start_lock(self) -> Path:
        """Held by the one command that starts or stops the server while the others wait."""
        return self.path / "start.lock"

    @property
    def writer_lock(self) -> Path:
        """Held by the one command that writes to the store."""
        return self.path / "writer.lock"

    @property
    def last_use(self) -> Path:
        """Touched by every user of the store; its time of change keeps the server from stopping as idle."""
        return self.path / "last-use"

    @property
    def supervisor_log(self) -> Path:
        return self.path / "supervisor.log"

    def create(self) -> Home:
        """Make the folder (mode 0700). Raises StoreUnavailableError when it cannot be written."""
        try:
            self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
            for name in ("conf", "logs"):
                (self.neo4j / name).mkdir(parents=True, exist_ok=True, mode=0o700)
            if not os.access(self.path, os.W_OK | os.X_OK):
                raise PermissionError(f"no permission to write in {self.path}")
        except OSError as error:
            raise StoreUnavailableError(
                f"The data folder {self.path} cannot be written: {error}. "
                "Correct its permissions or choose another by GOVGRAPH_HOME.",
                f"数据目录 {self.path} 不可写：{error}。请修改权限，或用 GOVGRAPH_HOME 指定别的目录。",
            ) from error
        return self


def data_folder() -> Home:
    """The data folder this process works on."""
    chosen = os.environ.get("GOVGRAPH_HOME")
    return Home(Path(chosen).expanduser().absolute() if chosen else platformdirs.user_data_path("govgraph"))
