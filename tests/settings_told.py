"""How the settings of a Neo4j stand in its `neo4j.conf` and in the environment of its container."""

from __future__ import annotations

import re
from collections.abc import Mapping


def read_conf(text: str) -> dict[str, str]:
    """Settings of a `neo4j.conf`: name → value. Raises ValueError with the line that is no setting."""
    found: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        name, sign, value = line.partition("=")
        if not sign:
            raise ValueError(f"line {number} is not a setting: {line.strip()!r}")
        found[name.strip()] = value.strip()
    return found


def environment_name(setting: str) -> str:
    """How the Neo4j container image spells a setting: `db.tx_log.x` → `NEO4J_db_tx__log_x`."""
    return "NEO4J_" + setting.replace("_", "__").replace(".", "_")


def read_environment(environment: Mapping[str, object]) -> dict[str, str]:
    """Settings among a container's environment variables: name → value; `NEO4J_AUTH` and the like are not settings."""
    found: dict[str, str] = {}
    for variable, value in environment.items():
        rest = variable.removeprefix("NEO4J_")
        if rest != variable and re.match(r"(internal|server|dbms|db|initial|client)_", rest):
            name = "_".join(part.replace("_", ".") for part in rest.split("__"))
            found[name] = str(value).lower() if isinstance(value, bool) else str(value)
    return found
