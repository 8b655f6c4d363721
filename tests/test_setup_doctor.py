"""`govgraph doctor`: each thing that can be missing is told, with the command that mends it, and the exit code says so."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.setup import checks_install, checks_store, checks_tests, machine
from app.setup.check import Finding, State
from app.setup.machine import ROOT
from graph.home import Home
from graph.jars import jars_folder, read_lock
from graph.portfile import FAILED, ServerState, write_state


def govgraph(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command as a user runs it, in a process of its own."""
    env = {**os.environ, "LC_ALL": "C.UTF-8", **environment}
    command = [sys.executable, "-m", "app.command", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=env)


def doctor(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return govgraph("doctor", *words, **environment)


def states(done: subprocess.CompletedProcess[str]) -> dict[str, dict[str, Any]]:
    found = json.loads(done.stdout)
    assert found["ok"] == (done.returncode == 0)
    return {one["name"]: one for one in found["checks"]}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.delenv("NEO4J_URI", raising=False)
    monkeypatch.setenv("GOVGRAPH_HOME", str(tmp_path / "data"))
    return Home(tmp_path / "data")


def test_what_make_test_installed_is_all_there(home: Home) -> None:
    done = doctor("--tests", "--json")
    assert [one for one in states(done).values() if one["state"] == "missing"] == []
    assert list(states(done)) == [
        "python", "packages", "java", "jars", "memory", "server", "bundle", "rules", "folder", "disk", "text",
        "development", "browser", "font", "compose",
    ]  # fmt: skip
    assert not home.path.exists(), "looking makes nothing"


def test_the_table_is_in_the_language_asked_for(home: Home) -> None:
    chinese, english = govgraph("--lang", "zh", "doctor").stdout, doctor("--lang", "en").stdout
    assert "数据目录" in chinese and "首次使用时建立" in chinese
    assert "data folder" in english and not re.search(r"[一-鿿]", english.replace(str(ROOT), ""))


def test_missing_and_damaged_jars_are_named_and_the_exit_code_is_1(home: Home, tmp_path: Path) -> None:
    cache = tmp_path / "cache" / "neo4j-jars"
    cache.mkdir(parents=True)
    jars, there = read_lock(), jars_folder()
    for jar in jars[2:]:
        (cache / jar.filename).symlink_to(there / jar.filename)
    (cache / jars[1].filename).write_bytes(b"\0" + (there / jars[1].filename).read_bytes()[1:])
    done = doctor("--json", GOVGRAPH_CACHE=str(tmp_path / "cache"))
    found = states(done)["jars"]
    assert done.returncode == 1 and found["state"] == "missing"
    assert f"1 of {len(jars)} missing, 1 damaged: {jars[1].filename}, {jars[0].filename}" in found["found"]
    assert found["mend"] == "govgraph setup --verify"


def test_setup_verify_mends_the_jars(home: Home, tmp_path: Path) -> None:
    cache = tmp_path / "cache" / "neo4j-jars"
    shutil.copytree(jars_folder(), cache, ignore=shutil.ignore_patterns(".*"))
    damaged = cache / read_lock()[5].filename
    size = damaged.stat()
    damaged.write_bytes(b"\0" * size.st_size)
    os.utime(damaged, ns=(size.st_atime_ns, size.st_mtime_ns))  # same size and time: only the hash tells
    done = govgraph("setup", "--verify", GOVGRAPH_CACHE=str(tmp_path / "cache"), GOVGRAPH_JARS=str(jars_folder()))
    assert done.returncode == 0 and done.stdout.startswith(f"Neo4j: {len(read_lock())} jars"), done.stderr
    assert states(doctor("--json", GOVGRAPH_CACHE=str(tmp_path / "cache")))["jars"]["state"] == "ok"


def test_a_package_that_is_missing_or_other_is_named(tmp_path: Path) -> None:
    lock = tmp_path / "some.lock"
    lock.write_text(
        "click==0.1 \\\n    --hash=sha256:0\nno-such-package==1.0 ; sys_platform != 'win32' \\\n    --hash=sha256:0\n"
    )
    assert checks_install.compare(lock).state is State.MISSING
    assert checks_install.compare(lock).found.en == "1 packages missing: no-such-package"
    lock.write_text(
        "click==0.1 \\\n    --hash=sha256:0\nno-such-package==1.0 ; sys_platform == 'win32' \\\n    --hash=sha256:0\n"
    )
    found = checks_install.compare(lock)
    assert found.state is State.WARNING and re.fullmatch(
        r"1 packages differ from the lock: click .+ ≠ 0\.1", found.found.en
    )


def test_requirements_of_an_installed_package_are_met() -> None:
    assert checks_install.required().state is State.OK


def test_a_data_folder_that_others_can_read_or_nobody_can_make(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.create()
    assert checks_store.look_folder() == Finding(State.OK, checks_store.look_folder().found)
    home.path.chmod(0o755)
    found = checks_store.look_folder()
    assert found.state is State.WARNING and found.mend and found.mend.en == f"chmod 700 '{home.path}'"
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("GOVGRAPH_HOME", str(tmp_path / "file"))
    assert checks_store.look_folder().state is State.MISSING


@pytest.mark.parametrize(
    ("needed", "warning", "state"), [(0, 0, State.OK), (0, 1e9, State.WARNING), (1e9, 1e9, State.MISSING)]
)
def test_room_on_the_disk(
    home: Home, monkeypatch: pytest.MonkeyPatch, needed: float, warning: float, state: State
) -> None:
    monkeypatch.setattr(checks_store, "DISK_NEEDED", needed)
    monkeypatch.setattr(checks_store, "DISK_WARNING", warning)
    found = checks_store.look_disk()
    assert found.state is state and (found.mend is None) == (state is State.OK)


def test_a_start_that_failed_is_told_with_its_reason(home: Home) -> None:
    home.create()
    write_state(home.port_file, ServerState(FAILED, reason_en="port {1} in use", reason_zh="端口被占用"))
    found = checks_store.look_server()
    assert found.state is State.WARNING
    assert found.found.en == "the last start failed: port {1} in use" and found.found.zh == "上次启动失败：端口被占用"


def test_a_named_server_that_does_not_answer(home: Home) -> None:
    done = doctor("--json", NEO4J_URI="bolt://127.0.0.1:9", NEO4J_PASSWORD="x")
    found = states(done)
    assert done.returncode == 1 and found["server"]["state"] == "missing"
    assert "bolt://127.0.0.1:9 cannot be reached" in found["server"]["found"]
    assert found.keys().isdisjoint({"java", "jars", "memory"}), "what only the embedded server needs is not asked for"


def test_a_browser_named_by_hand(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "none"))
    found = checks_tests.look_browser()
    assert found.state is State.MISSING and found.mend and found.mend.en == "make test"
    (tmp_path / "none").write_text("", encoding="utf-8")
    assert machine.find_chromium() == tmp_path / "none"


def test_node_is_taken_from_the_machine_only_when_new_enough(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, said in (("node", "v18.2.0"), ("npm", "9.0.0")):
        tool = tmp_path / name
        tool.write_text(f"#!/bin/sh\necho {said}\n", encoding="utf-8")
        tool.chmod(0o755)
    monkeypatch.setattr(machine, "VENV", tmp_path / "none")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert machine.node_version(tmp_path / "node") == 18
    assert machine.find_node() is None
    (tmp_path / "node").write_text("#!/bin/sh\necho v22.1.0\n", encoding="utf-8")
    assert machine.find_node() == (tmp_path / "node", tmp_path / "npm")
