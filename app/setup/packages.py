"""Steps that make `.venv`: the environment, the locked packages, govgraph itself."""

from __future__ import annotations

import importlib.util
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

from app.setup.errors import SetupError
from app.setup.machine import LOGS, ROOT, VENV, python
from app.setup.step import Progress, Step, run_tool
from app.setup.system import apt_install, may_install
from app.setup.words import Text

# Wheels only: nothing of a package runs while it is installed. jieba (the yardstick of the benchmark) has no wheel.
WHEELS = ("--only-binary", ":all:")
NO_WHEEL = ("--no-binary", "jieba", "--no-build-isolation")
PIP = ("-m", "pip", "--no-input", "--disable-pip-version-check")
PIP_ENVIRONMENT = {"PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0", "PYTHONPATH": "", "PIP_PROGRESS_BAR": "off"}
SIZE = re.compile(r"\(([\d.]+) (kB|MB|GB)\)")
MEGABYTES = {"kB": 0.001, "MB": 1.0, "GB": 1000.0}

NO_VENV = Text(
    "这个 Python（{python}）不能建立虚拟环境：缺少 ensurepip",
    "This Python ({python}) cannot make a virtual environment: it has no ensurepip",
)
NO_VENV_MEND = Text(
    "请运行 sudo apt-get install {package}，或用 PYTHON=… 指定另一个 Python",
    "Run: sudo apt-get install {package} — or name another Python with PYTHON=…",
)
KEPT = Text("沿用已有的 .venv（Python {version}）", "kept the .venv that is there (Python {version})")
MADE = Text("Python {version}", "Python {version}")
REPLACED = Text(
    "重建 .venv（原环境不可用）：Python {version}", "made .venv anew, the old one did not work: Python {version}"
)
COLLECTING = Text("{done}/{total} 个包，已下载 {size:.0f} MB", "{done} of {total} packages, {size:.0f} MB fetched")
INSTALLING = Text(
    "已下载 {size:.0f} MB，已安装 {done}/{total} 个包", "{size:.0f} MB fetched, {done} of {total} packages installed"
)
INSTALLED = Text("{total} 个包，下载 {size:.0f} MB", "{total} packages, {size:.0f} MB fetched")


def base_python() -> Path:
    """The Python outside any virtual environment that the one running now was made from."""
    return Path(getattr(sys, "_base_executable", sys.executable))


def version_of(interpreter: Path) -> str:
    """`3.11.7`, empty where it does not run or has no pip."""
    if not interpreter.is_file():
        return ""
    code = "import pip, platform; print(platform.python_version())"
    done = subprocess.run([str(interpreter), "-c", code], capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""


def make_environment(progress: Progress) -> str:
    own, version = python(), platform.python_version()
    there = version_of(own)
    running_own = Path(sys.prefix) == VENV
    if there and (running_own or there.split(".")[:2] == version.split(".")[:2]):
        return KEPT.say(progress.language, version=there)
    before = (VENV / "bin").exists()
    if before:
        shutil.rmtree(VENV)
    base = base_python()
    if importlib.util.find_spec("ensurepip") is None:
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if base.parent != Path("/usr/bin") or not may_install():
            raise SetupError(
                NO_VENV.say(progress.language, python=base), NO_VENV_MEND.say(progress.language, package=package)
            )
        apt_install([package], progress)
    run_tool([base, "-m", "venv", VENV], log=LOGS / "environment.log", progress=progress)
    return (REPLACED if before else MADE).say(progress.language, version=version)


def locked(lock: Path) -> list[str]:
    """Names of the packages in a lock file."""
    return re.findall(r"^([A-Za-z0-9][\w.-]*)==", lock.read_text(encoding="utf-8"), re.M)


def remove_torn() -> list[str]:
    """Forget packages that a killed pip left half there, which it would take for installed: RECORD is what it writes last."""
    torn = [one for one in VENV.glob("lib/python*/site-packages/*.dist-info") if not (one / "RECORD").is_file()]
    for one in torn:
        shutil.rmtree(one)
    return [one.name for one in torn]


def install(lock: Path, progress: Progress, *options: str) -> str:
    """Install a lock with pip, every file checked against its hash, and tell how far it is."""
    total, seen, size, before = len(locked(lock)), 0, 0.0, -1

    def read(line: str) -> None:
        nonlocal seen, size, before
        words = line.strip()
        if words.startswith(("Collecting ", "Requirement already satisfied", "Ignoring ")):
            seen += 1
        elif words.startswith("Downloading ") and (match := SIZE.search(words)):
            size += float(match[1]) * MEGABYTES[match[2]]
        elif words.startswith("Installing collected"):
            before = there()
        progress.say(COLLECTING, done=min(seen, total), total=total, size=size)

    def there() -> int:
        """pip is silent while it installs; what it has put into the environment can be counted."""
        return sum(1 for _ in VENV.glob("lib/python*/site-packages/*.dist-info"))

    def tick() -> None:
        if before < 0:
            progress.tick()
        else:
            progress.say(INSTALLING, done=there() - before, total=total, size=size)

    remove_torn()
    command: list[str | Path] = [
        python(),
        *PIP,
        "install",
        "--require-hashes",
        "--no-deps",
        *WHEELS,
        *options,
        "-r",
        lock,
    ]
    log = LOGS / f"{lock.stem}.log"
    run_tool(command, log=log, progress=progress, on_line=read, on_tick=tick, cwd=ROOT, env=PIP_ENVIRONMENT)
    return INSTALLED.say(progress.language, total=total, size=size)


def make_project(progress: Progress) -> str:
    command: list[str | Path] = [
        python(),
        *PIP,
        "install",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "-e",
        ROOT,
    ]
    run_tool(command, log=LOGS / "project.log", progress=progress, cwd=ROOT, env=PIP_ENVIRONMENT)
    return str(VENV.relative_to(ROOT) / "bin" / "govgraph")


def python_key() -> str:
    """Which environment the packages are in: its Python (home and version as venv wrote them) and its place."""
    settings = VENV / "pyvenv.cfg"
    return f"{ROOT} {settings.read_text(encoding='utf-8') if settings.is_file() else ''}"


def running_key() -> str:
    """The Python asked for; when the environment's own Python runs set-up, that is the one it was made from."""
    return ".".join(map(str, sys.version_info[:2]))


RUNTIME = ROOT / "requirements.lock"
DEVELOPMENT = ROOT / "requirements-dev.lock"

ENVIRONMENT = Step(
    "environment",
    Text("Python 环境 .venv", "Python environment .venv"),
    lambda: [str(ROOT), running_key()],
    lambda: python().is_file(),
    make_environment,
)
PACKAGES = Step(
    "packages",
    Text("Python 包与 Java（首次约 240 MB）", "Python packages and Java (about 240 MB the first time)"),
    lambda: [python_key(), RUNTIME],
    lambda: python().is_file(),
    lambda progress: install(RUNTIME, progress),
)
PROJECT = Step(
    "project",
    Text("govgraph 命令", "the command govgraph"),
    lambda: [python_key(), ROOT / "pyproject.toml"],
    (VENV / "bin" / "govgraph").is_file,
    make_project,
)
DEVELOPMENT_PACKAGES = Step(
    "development",
    Text("检查与测试用的 Python 包（约 120 MB）", "Python packages of checks and tests (about 120 MB)"),
    lambda: [python_key(), DEVELOPMENT, RUNTIME],
    (VENV / "bin" / "pytest").is_file,
    lambda progress: install(DEVELOPMENT, progress, *NO_WHEEL),
)
