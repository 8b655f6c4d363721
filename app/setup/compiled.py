"""Steps that compile the rules of `extract/`: beside what else is done (`make run`), or waited for (`make test`, `make bench`).

Compiled they read documents in half the time; nothing depends on it. Where there is no compiler, or it fails, the rules
run as Python, and set-up says so and goes on.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sysconfig
from pathlib import Path

from app.setup.errors import SetupError
from app.setup.machine import LOGS, ROOT, python, tool_version
from app.setup.packages import install, python_key
from app.setup.step import Progress, Step, run_tool
from app.setup.words import Text

COMPILE_LOCK = ROOT / "requirements-compile.lock"
CC_LOCK = ROOT / "requirements-cc.lock"
LOG = LOGS / "compile.log"
COMPILERS = ("cc", "gcc", "clang")
STATE = ("-m", "extract.compiling", "--state")

UNCOMPILED = Text(
    "规则不编译，以 Python 运行：结果相同，读文件慢约一半（{why}）",
    "the rules run uncompiled: the same results, documents are read at about half the speed ({why})",
)
NO_HEADERS = Text("这个 Python 没有 {path}", "this Python has no {path}")
NO_TOOLS = Text("取不到编译工具", "what compiles them cannot be had")
SEE_LOG = Text("见 {log}", "see {log}")
BEGUN = Text(
    "已在后台编译（约一分钟，低优先级），完成前以 Python 运行；日志 {log}",
    "compiling in the background (about a minute, low priority), till then they run as Python; log {log}",
)
READY = Text("规则已编译", "the rules are compiled")
FILES = Text("已编译 {done} 个文件", "{done} files compiled")


def headers() -> Path:
    """Where Python's own headers are, if they are."""
    return Path(sysconfig.get_path("include")) / "Python.h"


def system_compiler() -> list[str]:
    """`CC` if set, else the machine's own; empty where there is none that answers."""
    named = shlex.split(os.environ.get("CC", ""))
    for command in [named] if named else [[one] for one in COMPILERS]:
        path = shutil.which(command[0])
        if path and tool_version(path):
            return [path, *command[1:]]
    return []


def find_compiler(progress: Progress) -> list[str]:
    """The machine's compiler; where it has none, one from a package, with its own lock."""
    found = system_compiler()
    if not found:
        install(CC_LOCK, progress)
        found = [str(python()), "-m", "ziglang", "cc"]
    return found


def state() -> str:
    """there, running, failed, absent; empty where that cannot be asked yet."""
    if not python().is_file():
        return ""
    asked = subprocess.run([str(python()), *STATE], cwd=ROOT, capture_output=True, text=True, check=False)
    return asked.stdout.strip() if asked.returncode == 0 else ""


def settled(*, wait: bool) -> bool:
    """Is there nothing more to do: compiled, known to fail, not wanted, no headers; if we need not wait, also when it is being done?"""
    if os.environ.get("GOVGRAPH_COMPILED") == "0":
        return True
    return state() in ("there", "failed", *(() if wait else ("running",))) or not headers().is_file()


def prepare(progress: Progress) -> list[str]:
    """The command that compiles; what it needs is installed. Raises SetupError with the reason where it cannot be had."""
    if not headers().is_file():
        raise SetupError(NO_HEADERS.say(progress.language, path=headers()))
    try:
        install(COMPILE_LOCK, progress)
        return [str(python()), "-m", "extract.compiling", *find_compiler(progress)]
    except SetupError as error:
        raise SetupError(NO_TOOLS.say(progress.language)) from error


def uncompiled(why: str, progress: Progress) -> str:
    return UNCOMPILED.say(progress.language, why=why)


def begin(progress: Progress) -> str:
    """Start to compile and go on."""
    try:
        command = prepare(progress)
    except SetupError as error:
        return uncompiled(error.what, progress)
    LOG.parent.mkdir(parents=True, exist_ok=True)
    with LOG.open("w", encoding="utf-8") as log:
        subprocess.Popen(
            [*command[:3], "--low", *command[3:]],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # what is pressed in the terminal is not meant for it
        )
    return BEGUN.say(progress.language, log=LOG.relative_to(ROOT))


def compile_now(progress: Progress) -> str:
    """Compile, or wait for the process that does."""
    if state() == "there":
        return READY.say(progress.language)
    try:
        command = prepare(progress)
    except SetupError as error:
        return uncompiled(error.what, progress)

    def read(line: str) -> None:
        done, slash, _ = line.partition("/")
        if slash and done.isdigit():
            progress.say(FILES, done=line)

    log = LOG.with_name("compile-now.log")
    try:
        run_tool(command, log=log, progress=progress, on_line=read, cwd=ROOT)
    except SetupError:
        return uncompiled(SEE_LOG.say(progress.language, log=log.relative_to(ROOT)), progress)
    return READY.say(progress.language)


def inputs() -> list[str | Path]:
    """All that the compiled rules depend on."""
    sources = sorted((ROOT / "extract").glob("*.py")) + sorted((ROOT / "extract" / "compiling").glob("*.py"))
    return [python_key(), " ".join(system_compiler()), " ".join(one.name for one in sources), COMPILE_LOCK, *sources]


BEGIN_COMPILING = Step(
    "compile",
    Text("编译抽取规则（后台进行）", "compiling the rules of extraction, in the background"),
    inputs,
    lambda: settled(wait=False),
    begin,
)
COMPILED = Step(
    "compiled",
    Text("编译抽取规则（约一分钟）", "compiling the rules of extraction, about a minute"),
    inputs,
    lambda: settled(wait=True),
    compile_now,
)
