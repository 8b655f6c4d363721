"""`python3 -m app.setup.password` (make password): the secret that docker-compose.yml gives to Neo4j and the app.

Writes `secrets/neo4j_password` for the app and `secrets/neo4j_auth` (`neo4j/PASSWORD`, as Neo4j's image wants it), both
readable by their owner only, and `.env` with the user and group that both containers run as, so that they can read them.
Root's containers run as 10001, never as root.
"""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path

from app.setup.machine import ROOT
from app.setup.words import Text, locale_language

CONTAINER_USER = 10001  # also the user of the image, see Dockerfile
FORMS = {"neo4j_password": "{password}", "neo4j_auth": "neo4j/{password}"}
THERE = Text(
    "{path} 已存在，保留不动。要换密码请先删除它和 Neo4j 的数据卷",
    "{path} is there already and was kept. For a new password remove it and Neo4j's volume first",
)
WRITTEN = Text(
    "已写入 {path} 与 {env}。下一步：docker compose up -d", "wrote {path} and {env}. Next: docker compose up -d"
)


def write_password(folder: Path) -> bool:
    """Make the files in `folder`; False (and nothing changed) when there is a password already."""
    kept = folder / "secrets"
    if any((kept / name).exists() for name in FORMS):
        return False
    kept.mkdir(mode=0o700, exist_ok=True)
    root = os.geteuid() == 0
    user, group = (CONTAINER_USER, CONTAINER_USER) if root else (os.geteuid(), os.getegid())
    password = secrets.token_hex(24)
    for name, form in FORMS.items():
        handle = os.open(kept / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(form.format(password=password) + "\n")
            if root:
                os.fchown(out.fileno(), user, group)
    write_env(folder / ".env", {"GOVGRAPH_UID": user, "GOVGRAPH_GID": group})
    return True


def write_env(path: Path, values: dict[str, int]) -> None:
    """Set `values` in an env file and keep its other lines."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    kept = [line for line in lines if line.partition("=")[0] not in values]
    path.write_text("\n".join([*kept, *(f"{name}={value}" for name, value in values.items())]) + "\n", encoding="utf-8")


def main() -> int:
    language = locale_language()
    message = WRITTEN if write_password(ROOT) else THERE
    print(message.say(language, path="secrets/", env=".env"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
