"""Doctor's look at what only the tests need: a browser, a Chinese font, docker-compose."""

from __future__ import annotations

from pathlib import Path

from app.setup.check import Check, Finding, State, fact
from app.setup.machine import find_chinese_font, find_chromium, find_compose, tool_version
from app.setup.words import Text

MEND = "make test"  # names the packages first; installs them as root or in CI only


def there(path: Path | None) -> Finding:
    if path is None:
        return Finding(State.MISSING, Text("没有", "not there"), fact(MEND))
    return Finding(State.OK, fact(path))


def look_browser() -> Finding:
    path = find_chromium()
    return Finding(State.OK, fact(f"{tool_version(path)} · {path}")) if path else there(path)


def look_compose() -> Finding:
    found = find_compose()
    return Finding(State.OK, fact(" ".join(found))) if found else there(None)


BROWSER = Check("browser", Text("浏览器", "browser"), look_browser)
FONT = Check("font", Text("中文字体", "Chinese font"), lambda: there(find_chinese_font()))
COMPOSE = Check("compose", Text("docker-compose", "docker-compose"), look_compose)
