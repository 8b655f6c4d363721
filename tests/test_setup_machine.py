"""What set-up does on machines that lack something: it names what is missing and how to get it, and installs nothing by itself."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.setup import packages, system
from app.setup.errors import SetupError
from app.setup.machine import ROOT
from app.setup.step import Progress

PROGRESS = Progress("head", "en", terminal=False)


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder for an environment of its own, so that the one that runs these tests is left alone."""
    venv = tmp_path / ".venv"
    monkeypatch.setattr(packages, "VENV", venv)
    monkeypatch.setattr(packages, "LOGS", tmp_path / "logs")
    monkeypatch.setattr(packages, "python", lambda: venv / "bin" / "python")
    return venv


def test_an_environment_is_made_kept_and_made_anew_when_it_is_broken(elsewhere: Path) -> None:
    own = elsewhere / "bin" / "python"
    packages.make_environment(PROGRESS)
    version = packages.version_of(own)
    assert version.split(".")[:2] == [str(one) for one in sys.version_info[:2]]
    assert packages.make_environment(PROGRESS) == f"kept the .venv that is there (Python {version})"
    (elsewhere / "stays").write_text("", encoding="utf-8")
    own.unlink()
    assert "made .venv anew" in packages.make_environment(PROGRESS)
    assert packages.version_of(own) == version and not (elsewhere / "stays").exists()


def test_a_package_that_a_killed_pip_left_half_there_is_installed_again(elsewhere: Path) -> None:
    packages.make_environment(PROGRESS)
    folder = next(elsewhere.glob("lib/python*/site-packages"))
    torn = folder / "half-1.0.dist-info"
    torn.mkdir()
    (torn / "METADATA").write_text("Metadata-Version: 2.1\nName: half\nVersion: 1.0\n", encoding="utf-8")
    assert packages.remove_torn() == ["half-1.0.dist-info"]
    assert packages.remove_torn() == [] and list(folder.glob("pip-*.dist-info"))


def test_a_python_without_ensurepip_is_told_what_to_install(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(packages, "may_install", lambda: False)
    with pytest.raises(SetupError) as error:
        packages.make_environment(PROGRESS)
    assert "no ensurepip" in error.value.what
    assert f"python{sys.version_info.major}.{sys.version_info.minor}-venv" in error.value.mend
    assert "PYTHON=" in error.value.mend and not elsewhere.exists()


@pytest.mark.parametrize(
    ("apt", "told"),
    [("/usr/bin/apt-get", "sudo apt-get install --no-install-recommends chromium"), (None, "Chromium or Chrome")],
)
def test_system_packages_are_named_and_not_installed_by_a_user(
    monkeypatch: pytest.MonkeyPatch, apt: str | None, told: str
) -> None:
    monkeypatch.setattr(system, "missing_packages", lambda: ["chromium", "fonts-noto-cjk"])
    monkeypatch.setattr(system, "may_install", lambda: False)
    monkeypatch.setattr(shutil, "which", lambda name: apt)
    monkeypatch.setattr(system, "run_tool", lambda *words, **options: pytest.fail("nothing may be installed"))
    with pytest.raises(SetupError) as error:
        system.make_system(PROGRESS)
    assert "chromium fonts-noto-cjk" in error.value.what and told in error.value.mend


@pytest.mark.parametrize(
    ("user", "ci", "sudo", "may"),
    [(0, "", False, True), (1000, "", True, False), (1000, "true", True, True), (1000, "true", False, False)],
)
def test_only_root_and_ci_install_system_packages(
    monkeypatch: pytest.MonkeyPatch, user: int, ci: str, sudo: bool, may: bool
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.setenv("CI", ci)
    tools = {"apt-get": "/usr/bin/apt-get", "sudo": "/usr/bin/sudo" if sudo else None}
    monkeypatch.setattr(shutil, "which", tools.get)
    assert system.may_install() is may


def test_system_packages_are_named_before_they_are_installed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[list[str]] = []
    said_before: list[str] = []

    def run(command: list[str], **_: object) -> None:
        said_before.append(capsys.readouterr().out)
        ran.append(command)

    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(system, "run_tool", run)
    system.apt_install(["chromium"], PROGRESS)
    assert "system packages to install: chromium" in said_before[0]
    assert [one[:2] for one in ran] == [["apt-get", "update"], ["apt-get", "install"]] and ran[1][-1] == "chromium"


def test_make_without_python_says_what_is_needed(tmp_path: Path) -> None:
    make = shutil.which("make")
    assert make
    done = subprocess.run(
        [make, "setup", "PYTHON=no-such-python"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert "Python 3.11" in done.stdout and "需要" in done.stdout


def test_settings_of_pip_that_break_an_environment_are_off_and_mirrors_stay() -> None:
    """PIP_USER and the like break an environment of its own; mirrors (PIP_INDEX_URL) stay the user's."""
    assert packages.PIP_ENVIRONMENT["PIP_USER"] == "0"
    assert (
        not {"PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_FIND_LINKS", "PIP_NO_INDEX"} & packages.PIP_ENVIRONMENT.keys()
    )
