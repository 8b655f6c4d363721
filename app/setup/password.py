"""`python3 -m app.setup.password` (make password): the secret that docker-compose.yml gives to Neo4j and the app.

Writes `secrets/neo4j_auth` (`neo4j/PASSWORD`, readable by its owner only) and `.env` with the user and group that both
containers run as, so that they can read it. Root's containers run as 10001, never as root.
"""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path

from app.setup.machine import ROOT
from app.setup.words import Text, locale_language

CONTAINER_USER = 10001  # also the user of the image, see Dockerfile
THERE = Text(
    "{path} 已存在，保留不动。要换密码请先删除它和 Neo4j 的数据卷",
    "{path} is there already and was kept. For a new password remove it and Neo4j's volume first",
)
WRITTEN = Text(
    "已写入 {path} 与 {env}。下一步：docker compose up -d", "wrote {path} and {env}. Next: docker compose up -d"
)


def write_password(folder: Path) -> bool:
    """Make the two files in `folder`; False (and nothing changed) when there is a password already."""
    path = folder / "secrets" / "neo4j_auth"
    path.parent.mkdir(mode=0o700, exist_ok=True)
    root = os.geteuid() == 0
    user, group = (CONTAINER_USER, CONTAINER_USER) if root else (os.geteuid(), os.getegid())
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
    except FileExistsError:
        return False
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(f"neo4j/{secrets.token_urlsafe(24)}\n")
        if root:
            os.fchown(out.fileno(), user, group)
    (folder / ".env").write_text(f"GOVGRAPH_UID={user}\nGOVGRAPH_GID={group}\n", encoding="utf-8")
    return True


def main() -> int:
    language = locale_language()
    path, env = ROOT / "secrets" / "neo4j_auth", ROOT / ".env"
    message = WRITTEN if write_password(ROOT) else THERE
    print(message.say(language, path=path.relative_to(ROOT), env=env.relative_to(ROOT)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
