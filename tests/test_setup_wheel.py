"""The wheel holds all that a command needs besides Python packages, and nothing of the workshop."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from app.setup.machine import COMPONENTS, ROOT

PACKAGES = ("extract", "graph", "queries", "app")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built as `make setup` builds: without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    options = [
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "--disable-pip-version-check",
        "-q",
        "-w",
        str(folder),
    ]
    done = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", *options, str(ROOT)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_every_module_question_and_resource_is_in_it(names: set[str]) -> None:
    done = subprocess.run(["git", "ls-files", "-z", *PACKAGES], cwd=ROOT, capture_output=True, text=True, check=True)
    tracked = {one for one in done.stdout.split("\0") if one and (ROOT / one).is_file()}
    workshop = {one for one in tracked if one.startswith("app/components/") and not one.endswith((".py", ".css"))}
    assert len(tracked - workshop) > 50
    assert tracked - workshop - names == set()


def test_the_bundle_and_the_list_of_jars_are_in_it(names: set[str]) -> None:
    built = {f"app/components/dist/{one.name}" for one in (COMPONENTS / "dist").glob("*.*")}
    assert built and built <= names
    assert "graph/jgo.lock.toml" in names
    assert "govgraph-0.1.0.dist-info/licenses/LICENSE" in names


def test_nothing_of_the_workshop_is_in_it(names: set[str]) -> None:
    foreign = ("node_modules", "tests/", "package.json", "package-lock.json", ".test.ts", "main.ts", "requirements")
    assert [one for one in names if any(part in one for part in foreign)] == []


def test_doctor_runs_from_it(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    env = {**os.environ, "GOVGRAPH_HOME": str(tmp_path / "data"), "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-m", "app.command", "doctor", "--json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, env=env)
    found = {one["name"]: one for one in json.loads(done.stdout)["checks"]}
    assert [one for one in found.values() if one["state"] == "missing"] == [], done.stderr
    assert "requirements met" in found["packages"]["found"], "a wheel has no lock, its requirements are looked at"
    assert found["jars"]["state"] == found["bundle"]["state"] == "ok"
