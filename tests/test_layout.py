"""What stands in the repository: no path of a machine, no registry, the licence it names, files one can read."""

from __future__ import annotations

import re
import subprocess
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# in pieces, so that this file does not hold what it looks for
MACHINE_PATHS = ["/" + one for one in ("work/", "root/", "farm/", "home/[a-z]", "Users/[A-Za-z]")]
HOSTS = (
    ("pypi", "org"),
    ("pythonhosted", "org"),
    ("npmjs", "org"),
    ("npmmirror", "com"),
    ("yarnpkg", "com"),
    ("maven", "org"),
    ("maven", "apache", "org"),
    ("debian", "org"),
    ("tsinghua", "edu", "cn"),
)
REGISTRIES = [re.escape(".".join(one)) for one in HOSTS]
LONGEST = 500  # lines of a Python file; at 300 one looks for the noun to split by, here one has to


@cache
def tracked() -> list[Path]:
    """Files git knows of; a file about to be added counts when it is staged."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / one for one in done.stdout.split("\0") if one and (ROOT / one).is_file()]


def text_of(path: Path) -> str | None:
    """A text file's content, None for pictures, documents and the like."""
    content = path.read_bytes()
    return (
        None if b"\0" in content[:4000] or path.suffix in {".pdf", ".png"} else content.decode("utf-8", errors="ignore")
    )


def hits(patterns: list[str]) -> list[str]:
    wanted = re.compile("|".join(patterns))
    found = []
    for path in tracked():
        for number, line in enumerate((text_of(path) or "").splitlines(), 1):
            if wanted.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:120]}")
    return found


def test_no_path_of_a_machine() -> None:
    assert hits(MACHINE_PATHS) == []


def test_no_registry_is_named() -> None:
    assert hits(REGISTRIES) == []


@pytest.mark.parametrize(
    "line", ["cd /" + "work/main", "see /" + "root/x", "https://pypi" + ".org/simple", "/" + "home/li/govgraph"]
)
def test_the_patterns_find_what_they_should(line: str) -> None:
    assert re.search("|".join(MACHINE_PATHS + REGISTRIES), line)


def test_locks_hold_no_address() -> None:
    locks = [one for one in tracked() if one.name.endswith((".lock", ".lock.toml", "-lock.json"))]
    assert {one.name for one in locks} >= {
        "requirements.lock",
        "requirements-dev.lock",
        "requirements-node.lock",
        "jgo.lock.toml",
        "package-lock.json",
    }
    assert [one.name for one in locks if "://" in one.read_text(encoding="utf-8")] == []


def test_licence() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "Apache License" in text and "Version 2.0, January 2004" in text and "END OF TERMS AND CONDITIONS" in text
    assert project["license"] == "Apache-2.0"


def test_python_files_stay_readable() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in tracked()
        if path.suffix == ".py" and (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST
    }
    assert long == {}, f"longer than {LONGEST} lines, split by noun"


def test_no_file_of_leftovers() -> None:
    names = {path.name for path in tracked()}
    assert names.isdisjoint({"utils.py", "helpers.py", "misc.py", "common.py"})
    assert [path for path in tracked() if "pages" in path.parts] == [], "streamlit takes a folder `pages` for its own"


def test_nothing_built_is_tracked() -> None:
    built = ("node_modules", "dist", "__pycache__", ".venv", "secrets")
    assert [path for path in tracked() if set(path.relative_to(ROOT).parts) & set(built)] == []


def test_no_quantifier_was_read_as_a_place_to_fill() -> None:
    """`{2,6}` in an rf-string is the tuple (2, 6), and the pattern asks for its text; the formatter shows it as `{2, 6}`."""
    spaced = re.compile(r"\{\d+, \d*\}")
    assert [
        str(one)
        for one in tracked()
        if one.suffix == ".py" and one.is_relative_to(ROOT / "extract") and spaced.search(text_of(one) or "")
    ] == []
