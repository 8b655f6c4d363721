"""Why Neo4j did not start: what Java and Neo4j wrote, put into words with a remedy."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from graph.errors import StoreUnavailableError

PORT = "port"


@dataclass(frozen=True)
class Failure:
    """A known reason: `pattern` is searched in the logs, `examples` are lines it was seen in (a test runs them)."""

    kind: str
    pattern: str
    en: str
    zh: str
    examples: tuple[str, ...]


FAILURES = (
    Failure(
        PORT,
        r"Address already in use|BindException|PortBindException",
        "the port is in use by another program",
        "端口已被别的程序占用",
        ("java.net.BindException: Address already in use", "org.neo4j.bolt.PortBindException: Address localhost:7687"),
    ),
    Failure(
        "disk",
        r"No space left on device|not enough space on the disk|Disk quota exceeded|insufficient disk space",
        "the disk is full: free at least 200 MB where the data folder lies, or choose another by GOVGRAPH_HOME",
        "磁盘已满：请在数据目录所在磁盘腾出至少 200 MB 空间，或用 GOVGRAPH_HOME 指定别的目录",
        ("java.io.IOException: No space left on device", "Disk quota exceeded"),
    ),
    Failure(
        "memory",
        r"Could not reserve enough space|insufficient memory for the Java|Cannot allocate memory|OutOfMemoryError"
        r"|unable to allocate|Failed to allocate|Could not allocate|Not enough physical memory",
        "there is not enough free memory: about 600 MB are needed; close other programs and try again",
        "可用内存不足：约需 600 MB，请关闭其他程序后重试",
        (
            "Error occurred during initialization of VM\nCould not reserve enough space for 1048576KB object heap",
            "# There is insufficient memory for the Java Runtime Environment to continue.",
            "java.lang.OutOfMemoryError: Java heap space",
            "Could not allocate compressed class space: 1073741824 bytes",
        ),
    ),
    Failure(
        "locked",
        r"FileLockException|Lock file has been locked by another process|Unable to obtain lock on store lock file",
        "another Neo4j holds this data folder: stop it (govgraph stop), or choose another folder by GOVGRAPH_HOME",
        "该数据目录正被另一个 Neo4j 使用：请先停止它（govgraph stop），或用 GOVGRAPH_HOME 指定别的目录",
        ("org.neo4j.io.locker.FileLockException: Lock file has been locked by another process: /x/store_lock",),
    ),
    Failure(
        "permission",
        r"AccessDeniedException|Permission denied|Read-only file system|Operation not permitted",
        "a file of the data folder may not be read or written: correct its owner and permissions",
        "数据目录中有文件不可读写：请修改其属主和权限",
        ("java.nio.file.AccessDeniedException: /x/neo4j/data/databases", "error: Permission denied"),
    ),
    Failure(
        "java",
        r"UnsupportedClassVersionError|Could not create the Java Virtual Machine|Unable to access jarfile"
        r"|Could not find or load main class|error while loading shared libraries",
        "Java or a jar is damaged or of another version: run `govgraph doctor`",
        "Java 或 Neo4j 组件损坏或版本不符：请运行 govgraph doctor",
        (
            "Error: Could not find or load main class org.neo4j.server.CommunityEntryPoint",
            "java.lang.UnsupportedClassVersionError: org/neo4j/server/CommunityEntryPoint",
        ),
    ),
    Failure(
        "settings",
        r"Error evaluating value for setting|Unrecognized setting|Error declaring",
        "a setting of neo4j.conf is not accepted",
        "neo4j.conf 中有设置不被接受",
        ("java.lang.IllegalArgumentException: Error evaluating value for setting 'server.x'. '0s' is not a valid int",),
    ),
    Failure(
        "damaged",
        r"TransactionLogsChecksum|missing transaction logs|Store files .* (corrupt|missing)|UnderlyingStorageException"
        r"|Not a directory|Is a directory|Recovery failed|unexpected upgrading|StoreUpgrade|UnableToMigrate",
        "the store's files are damaged or of another version: remove the folder neo4j in the data folder and ingest again",
        "图库文件损坏或版本不符：请删除数据目录下的 neo4j 文件夹后重新导入文档",
        (
            "org.neo4j.exceptions.UnderlyingStorageException: cannot read",
            "database is missing transaction logs",
            "[Errno 20] Not a directory: 'x/neo4j/data/dbms/auth.ini'",
        ),
    ),
)


def explain(text: str) -> Failure | None:
    """The first known reason found in what was written, or None."""
    return next((one for one in FAILURES if re.search(one.pattern, text, re.IGNORECASE)), None)


def tail(path: Path, *, since: int = 0, size: int = 4000) -> str:
    """The last characters of a log, from byte `since` on; "" when there is none."""
    try:
        with path.open("rb") as stream:
            end = stream.seek(0, 2)
            stream.seek(max(min(since, end), end - size))
            return stream.read().decode("utf-8", errors="replace").strip()
    except OSError:
        return ""


def last_line(text: str) -> str:
    """The line that says most: the last one that names an error, else the last one."""
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.strip().startswith("at ")]
    telling = [line for line in lines if re.search(r"error|exception|caused by|fail", line, re.IGNORECASE)]
    return (telling or lines or [""])[-1][:400]


def did_not_start(reason: str, logs: Path) -> StoreUnavailableError:
    """What was written about a start that failed → the error that says it in words."""
    known, line = explain(reason), last_line(reason).rstrip(".")
    if known is None:
        return StoreUnavailableError(
            f"Neo4j did not start: {line}. See {logs}.", f"Neo4j 未能启动：{line}。详见 {logs}。"
        )
    return StoreUnavailableError(
        f"Neo4j did not start: {known.en}. ({line}) See {logs}.",
        f"Neo4j 未能启动：{known.zh}。（{line}）详见 {logs}。",
    )
