"""System packages that only the tests need: named first, installed as root or in CI, never otherwise."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence

from app.setup.errors import SetupError
from app.setup.machine import LOGS, find_chinese_font, find_chromium, find_compose
from app.setup.step import Progress, Step, run_tool
from app.setup.words import Text

WANTED = Text("需要安装系统软件包：{packages}", "system packages to install: {packages}")
FETCHING = Text("apt-get：{packages}", "apt-get: {packages}")
HERE = Text("已有：{names}", "there already: {names}")
REFUSED = Text(
    "测试还需要：{packages}。安装系统软件须由管理员进行",
    "The tests also need: {packages}. Only an administrator may install system packages",
)
REFUSED_MEND = Text(
    "请运行 sudo apt-get install --no-install-recommends {packages}，再运行同一命令",
    "Run: sudo apt-get install --no-install-recommends {packages} — then the same command again",
)
NO_APT = Text(
    "请用本机的软件管理器安装：Chromium 或 Chrome、中文字体（如 Noto CJK）、docker-compose",
    "Install with this machine's package manager: Chromium or Chrome, a Chinese font (such as Noto CJK), docker-compose",
)


def may_install() -> bool:
    """Root may, and CI may (with sudo where it is not root)."""
    return bool(shutil.which("apt-get")) and (os.geteuid() == 0 or bool(os.environ.get("CI") and shutil.which("sudo")))


def missing_packages() -> list[str]:
    """Debian packages for what the tests need and this machine lacks."""
    found = {"chromium": find_chromium(), "fonts-noto-cjk": find_chinese_font(), "docker-compose": find_compose()}
    return [package for package, there in found.items() if not there]


def apt_install(packages: Sequence[str], progress: Progress) -> None:
    progress.say(WANTED, now=True, packages=" ".join(packages))
    if progress.terminal:
        print()  # the names stay to be read
    asker = [] if os.geteuid() == 0 else ["sudo", "-n"]
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}

    def read(_: str) -> None:
        progress.say(FETCHING, packages=" ".join(packages))

    run_tool([*asker, "apt-get", "update"], log=LOGS / "apt-update.log", progress=progress, on_line=read, env=quiet)
    command = [*asker, "apt-get", "install", "-y", "--no-install-recommends", *packages]
    run_tool(command, log=LOGS / "apt-install.log", progress=progress, on_line=read, env=quiet)


def make_system(progress: Progress) -> str:
    missing = missing_packages()
    if missing and not may_install():
        mend = REFUSED_MEND if shutil.which("apt-get") else NO_APT
        packages = " ".join(missing)
        raise SetupError(
            REFUSED.say(progress.language, packages=packages), mend.say(progress.language, packages=packages)
        )
    if missing:
        apt_install(missing, progress)
    return HERE.say(
        progress.language, names=f"{find_chromium()}, {find_chinese_font()}, {' '.join(find_compose() or [])}"
    )


SYSTEM = Step(
    "system",
    Text("测试用的浏览器、中文字体、docker-compose", "browser, Chinese font and docker-compose for the tests"),
    list,
    lambda: not missing_packages(),
    make_system,
)
