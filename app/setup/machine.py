"""What this machine has: the tools that set-up and the tests look for, found in one place."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
LOGS = VENV / "govgraph" / "logs"
COMPONENTS = ROOT / "app" / "components"

OLDEST_NODE = 20
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
CHROMIUM_MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
FONT_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("/System/Library/Fonts"),
    Path("/Library/Fonts"),
    Path.home() / ".fonts",
    Path.home() / ".local" / "share" / "fonts",
)
CHINESE_FONTS = re.compile(r"noto.*cjk|source-?han|wqy|pingfang|heiti|simsun|simhei|msyh|fangsong|songti|sarasa", re.I)


def is_checkout() -> bool:
    """Whether this code lies in a clone (with its locks) and not in an installed wheel."""
    return (ROOT / "requirements.lock").is_file() and (ROOT / "pyproject.toml").is_file()


def python() -> Path:
    """The Python of the project's own environment; in a wheel the one that runs."""
    return VENV / "bin" / "python" if is_checkout() else Path(sys.executable)


def search_path() -> str:
    """PATH with the project's environment first, for tools that call each other (npm calls node)."""
    return f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"


def tool_version(command: Path | str) -> str:
    """First line of `command --version`, empty where it does not answer."""
    try:
        done = subprocess.run([str(command), "--version"], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    lines = (done.stdout or done.stderr).strip().splitlines()
    return lines[0].strip() if done.returncode == 0 and lines else ""


def node_version(command: Path | str) -> int:
    """Major version of a Node, 0 where there is none."""
    match = re.match(r"v(\d+)\.", tool_version(command))
    return int(match[1]) if match else 0


def find_node() -> tuple[Path, Path] | None:
    """`(node, npm)` of the machine where Node is new enough, else of the project's environment, else None."""
    machine = (shutil.which("node"), shutil.which("npm"))
    if all(machine) and VENV not in Path(str(machine[0])).parents and node_version(str(machine[0])) >= OLDEST_NODE:
        return Path(str(machine[0])), Path(str(machine[1]))
    own = (VENV / "bin" / "node", VENV / "bin" / "npm")
    return own if all(one.is_file() for one in own) else None


def find_chromium() -> Path | None:
    """The browser of the tests: `CHROMIUM` if set, else Chromium or Chrome as the machine has it."""
    named = os.environ.get("CHROMIUM", "")
    if named:
        return Path(named) if Path(named).is_file() else None
    found = next((path for path in map(shutil.which, CHROMIUM_NAMES) if path), None)
    if found:
        return Path(found)
    return CHROMIUM_MAC if CHROMIUM_MAC.is_file() else None


def find_chinese_font() -> Path | None:
    """A font that draws Chinese, so that pictures of pages show words and not boxes."""
    for folder in FONT_FOLDERS:
        if folder.is_dir():
            found = next((one for one in sorted(folder.rglob("*.[to]t[fc]")) if CHINESE_FONTS.search(one.name)), None)
            if found:
                return found
    return None


def find_compose() -> list[str] | None:
    """The command that reads docker-compose.yml: the plugin of docker, else docker-compose itself."""
    docker = shutil.which("docker")
    if docker:
        asked = subprocess.run([docker, "compose", "version"], capture_output=True, check=False)
        if asked.returncode == 0:
            return [docker, "compose"]
    alone = shutil.which("docker-compose")
    return [alone] if alone else None
