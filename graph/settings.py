"""Neo4j's settings as data, for both servers: the embedded one (`neo4j.conf`) and docker-compose's (environment).

The embedded server's file is rendered from this table, and `problems()` holds any other set of settings against it, so
an office server cannot drift from what the guards rely on. An unknown or mistyped setting stops Neo4j's start: what is
not in the table is a problem here already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

EVERYWHERE = "everywhere"
EMBEDDED = "embedded"
SERVER = "server"

PROCEDURES = (
    "db.labels",
    "db.relationshipTypes",
    "db.propertyKeys",
    "db.schema.*",
    "db.index.fulltext.*",
    "db.awaitIndexes",
    "dbms.components",
)
"""What a user's query may call (`*` stands for any ending); the server loads no other, the guard refuses the rest."""


@dataclass(frozen=True)
class Setting:
    """One setting: Neo4j's name, the embedded server's value, the form of its values, and why it is so.

    `scope`: `everywhere` must be set on every server, `embedded` and `server` only there.
    `fixed`: another server has to have this very value; else any value of the form will do.
    """

    name: str
    value: str
    form: str
    why: str
    scope: str = EVERYWHERE
    fixed: bool = False


FORMS = {
    "size": r"\d+[kmgKMG]?",
    "duration": r"\d+(ms|s|m|h|d)",
    "bool": r"true|false",
    "count": r"\d+",
    "address": r"[\w.\-\[\]:]*:?\d*",
    "list": r"[\w.*:/]+(,[\w.*:/]+)*",
    "retention": r"true|false|keep_all|keep_none|\d+[kmgKMG]? (files|size|txs|entries|hours|days)( \d+[kmgKMG]?)?",
}

SETTINGS = (
    Setting("server.default_listen_address", "127.0.0.1", "address", "nobody outside this machine", EMBEDDED),
    Setting("server.bolt.listen_address", "127.0.0.1:{port}", "address", "a free port, chosen at the start", EMBEDDED),
    Setting("server.http.enabled", "false", "bool", "only Bolt is spoken", fixed=True),
    Setting("server.https.enabled", "false", "bool", "only Bolt is spoken", fixed=True),
    Setting("server.memory.heap.initial_size", "512m", "size", "the heap a container starts with", SERVER),
    Setting("server.memory.heap.max_size", "1g", "size", "the embedded server gets it as -Xmx", SERVER),
    Setting("server.memory.pagecache.size", "256m", "size", "half a million facts stay in memory"),
    Setting("dbms.usage_report.enabled", "false", "bool", "nothing calls home", fixed=True),
    Setting(
        "dbms.security.allow_csv_import_from_file_urls",
        "false",
        "bool",
        "LOAD CSV must not read the machine's files (guard.py refuses it as well)",
        fixed=True,
    ),
    Setting(
        "internal.dbms.cypher_ip_blocklist",
        "0.0.0.0/0,::/0",
        "list",
        "LOAD CSV must not open connections (guard.py refuses it as well)",
        fixed=True,
    ),
    Setting(
        "dbms.security.procedures.allowlist",
        ",".join(PROCEDURES),
        "list",
        "no procedure outside this list is loaded",
        fixed=True,
    ),
    Setting("db.transaction.timeout", "30s", "duration", "a query without a limit of its own ends too"),
    Setting("db.memory.transaction.max", "256m", "size", "one query cannot take the heap"),
    Setting("dbms.memory.transaction.total.max", "512m", "size", "all queries together cannot take the heap"),
    Setting("db.tx_log.rotation.retention_policy", "2 files", "retention", "no backlog of logs in a data folder"),
    Setting("db.tx_log.rotation.size", "32m", "size", "a new store takes 70 MB of disk, not 520", EMBEDDED),
    Setting("internal.dbms.bolt.netty_server_shutdown_quiet_period", "0", "count", "stops in 0.4 s, not 10", EMBEDDED),
    Setting("internal.dbms.bolt.netty_server_shutdown_timeout", "1", "count", "stops in 0.4 s, not 10", EMBEDDED),
)

BY_NAME = {one.name: one for one in SETTINGS}


def render(port: int) -> str:
    """The embedded server's `neo4j.conf`, each setting with its reason as a comment."""
    lines = ["# Written by govgraph at each start from graph/settings.py: changes here are lost.", ""]
    for one in SETTINGS:
        if one.scope != SERVER:
            lines += [f"# {one.why}", f"{one.name}={one.value.format(port=port)}"]
    return "\n".join(lines) + "\n"


def problems(settings: Mapping[str, str], *, scope: str) -> list[str]:
    """What is wrong with a server's settings (`scope`: `embedded` or `server`), one sentence each; empty when all is well."""
    return [*_unknown(settings), *_missing(settings, scope), *_wrong(settings)]


def _unknown(settings: Mapping[str, str]) -> Iterable[str]:
    for name in settings:
        if name not in BY_NAME:
            yield f"{name} is not in graph/settings.py: add it there with its reason, or correct the name"


def _missing(settings: Mapping[str, str], scope: str) -> Iterable[str]:
    for one in SETTINGS:
        if one.scope in (EVERYWHERE, scope) and one.name not in settings:
            yield f"{one.name} is not set; the embedded server has {one.value} ({one.why})"


def _wrong(settings: Mapping[str, str]) -> Iterable[str]:
    for name, value in settings.items():
        one = BY_NAME.get(name)
        if one is None:
            continue
        if one.fixed and value != one.value:
            yield f"{name} is {value}, it has to be {one.value} ({one.why})"
        elif not re.fullmatch(FORMS[one.form], value):
            yield f"{name} is {value!r}, which is not a {one.form}"
