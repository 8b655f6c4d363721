"""The rules compiled and as Python: the same facts, never a stale library, and Python wherever something is amiss."""

from __future__ import annotations

import hashlib
import marshal
import os
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.setup import compiled as step
from app.setup.step import Progress
from extract import compiled, ready
from extract.compiling.build import PYTHON_ONLY, names

ROOT = Path(__file__).parent.parent
GOLD = sorted((ROOT / "tests" / "gold").rglob("*.txt"))
ASK = "from extract import compiled, version; print(compiled.running(), bool(compiled.why_not))"


def python(*words: str, cwd: Path = ROOT, on: bool = True) -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if name != compiled.SWITCH}
    environment |= {"PYTHONDONTWRITEBYTECODE": "1"} | ({} if on else {compiled.SWITCH: "0"})
    return subprocess.run([sys.executable, *words], cwd=cwd, capture_output=True, check=False, env=environment)


@pytest.fixture(scope="module")
def folder() -> Path:
    """What set-up compiled; without set-up (pytest by itself after a change) it is done here."""
    there = compiled.fitting()
    if there is None:
        compiler = step.system_compiler() or [sys.executable, "-m", "ziglang", "cc"]
        done = python("-m", "extract.compiling", *compiler)
        assert done.returncode == 0, f"{done.stderr.decode()}\nrun `make test`, which fetches a compiler"
        there = compiled.fitting()
    assert there is not None
    return there


def facts(place: str) -> list[str]:
    done = python("-W", "ignore", "-m", "extract.compiling.facts", place, *map(str, GOLD), on=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().splitlines()


def test_the_same_facts_in_both_forms(folder: Path) -> None:
    found = facts(str(folder))
    assert len(found) == len(GOLD) > 5
    assert found == facts("")


def test_facts_pass_between_processes_of_both_forms(folder: Path, tmp_path: Path) -> None:
    """The readers of `ingest` may start before the rules are compiled, and their master after."""
    text = "一、重点工作\n县财政局要在2025年10月底前建成3个标准化粮库。"
    make = f"import sys, pickle; from extract.pipeline import extract_text; sys.stdout.buffer.write(pickle.dumps(extract_text({text!r})))"
    read = (
        "import sys, pickle, json; from extract.contract import to_json; from extract import compiled; "
        "found = pickle.load(open(sys.argv[1], 'rb')); assert found == pickle.loads(pickle.dumps(found)); "
        "plain = to_json(found); plain['document']['seconds'] = 0; print(json.dumps(plain))"
    )
    told = set()
    for maker in (True, False):
        done = python("-c", make, on=maker)
        assert done.returncode == 0, done.stderr.decode()
        (tmp_path / "found").write_bytes(done.stdout)
        for reader in (True, False):
            answer = python("-c", read, str(tmp_path / "found"), on=reader)
            assert answer.returncode == 0, answer.stderr.decode()
            told.add(answer.stdout)
    assert len(told) == 1 and b"2025-10-31" in told.pop()
    assert pickle.loads(done.stdout).obligations


@pytest.fixture
def copy(folder: Path, tmp_path: Path) -> Path:
    """The package by itself, with its compiled modules."""
    shutil.copytree(ROOT / "extract", tmp_path / "extract", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "requirements-compile.lock", tmp_path)
    shutil.copytree(folder, tmp_path / "build" / "compiled" / folder.name, symlinks=True)
    return tmp_path


def asked(place: Path, *, on: bool = True) -> str:
    done = python("-c", ASK, cwd=place, on=on)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().strip()


def test_what_fits_is_used_and_can_be_switched_off(copy: Path) -> None:
    assert asked(copy) == "True False"
    assert asked(copy, on=False) == "False False"


@pytest.mark.parametrize("name", ["extract/kinds.py", "extract/compiling/written_out.py", "requirements-compile.lock"])
def test_after_a_change_the_rules_run_as_python(copy: Path, name: str) -> None:
    with (copy / name).open("a", encoding="utf-8") as stream:
        stream.write("# changed\n")
    assert asked(copy) == "False False"


def test_a_library_that_does_not_load_is_none(copy: Path, folder: Path) -> None:
    library = next((copy / "build" / "compiled" / folder.name).glob("*.so"))
    library.write_bytes(b"of another machine")
    assert asked(copy) == "False True"


COUNT = """
import re, sys
from importlib import import_module
compiler, asked = import_module("re._compiler"), []
made = compiler.compile
def counted(*words):
    asked.append(words)
    return made(*words)
compiler.compile = counted
from extract import ready
from extract.pipeline import extract_text
found = extract_text("县财政局要在2025年10月底前建成3个标准化粮库。")
print(len(asked), len(found.obligations), found.obligations[0].deadlines[0].due, ready.why_not)
"""


def counted(place: Path) -> tuple[int, str]:
    """How many patterns are compiled till a text is read, and what else is told."""
    done = python("-c", COUNT, cwd=place)
    assert done.returncode == 0, done.stderr.decode()
    number, rest = done.stdout.decode().strip().split(" ", 1)
    return int(number), rest


def test_a_process_starts_with_its_patterns_ready(copy: Path) -> None:
    number, told = counted(copy)
    assert told == "1 2025-10-31" and number < 40
    kept = next((copy / "build" / "compiled").glob(f"*/{ready.NAME}"))
    kept.unlink()
    number, told = counted(copy)
    assert told.startswith("1 2025-10-31 ready: ") and number > 500


def test_what_reads_no_text_starts_without_it(copy: Path) -> None:
    ask = "from extract import errors, ready; print(len(ready._values)); from extract import begins; print(len(ready._values) > 100)"
    assert python("-c", ask, cwd=copy).stdout == b"0\nTrue\n"


def signed(value: object) -> bytes:
    data = marshal.dumps(value)
    return hashlib.sha256(data).digest() + data


@pytest.mark.parametrize("how", ["short", "noise", "bytes", "python", "code"])
def test_what_is_ready_for_another_python_or_broken_is_not_used(copy: Path, how: str) -> None:
    kept = next((copy / "build" / "compiled").glob(f"*/{ready.NAME}"))
    whole = kept.read_bytes()
    of, patterns, values = marshal.loads(whole[32:])
    broken = [(*one[:3], b"\xff" * len(one[3]), *one[4:]) for one in patterns]
    kept.write_bytes(
        {
            "short": whole[:1000],
            "noise": b"of another machine",
            "bytes": whole[:5000] + b"damaged" + whole[5007:],
            "python": signed((f"{of}1", patterns, values)),
            "code": signed((of, broken, values)),
        }[how]
    )
    number, told = counted(copy)
    assert told.startswith("1 2025-10-31 ready: ") and number > 500


def test_a_changed_resource_is_read_anew(copy: Path) -> None:
    ask = "from extract.lexicon import words; print('风貌焕新' in words('verbs', 'verbs'))"
    assert python("-c", ask, cwd=copy).stdout == b"False\n"
    path = copy / "extract" / "resources" / "verbs.yaml"
    text = path.read_text(encoding="utf-8")
    assert "\nverbs:\n" in text
    entry = "  - key: fresh\n    words: [风貌焕新]\n"
    path.write_text(text.replace("\nverbs:\n", f"\nverbs:\n{entry}", 1), encoding="utf-8")
    done = python("-c", ask, cwd=copy)
    assert done.stdout == b"True\n", done.stderr.decode()


def test_every_module_is_compiled_or_named() -> None:
    modules = {one.stem for one in (ROOT / "extract").glob("*.py")}
    assert set(names()) == modules - PYTHON_ONLY and modules >= PYTHON_ONLY


def test_without_pythons_headers_set_up_says_so_and_goes_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(step, "headers", lambda: tmp_path / "Python.h")
    assert step.settled(wait=True) and step.settled(wait=False)
    assert "the same results" in step.begin(Progress("", "en")) and "Python.h" in step.begin(Progress("", "en"))
    assert "结果相同" in step.begin(Progress("", "zh"))


def test_a_compiler_that_fails_is_told_and_not_asked_again(monkeypatch: pytest.MonkeyPatch, copy: Path) -> None:
    """In a copy whose sources were changed, so that nothing fits."""
    with (copy / "extract" / "kinds.py").open("a", encoding="utf-8") as stream:
        stream.write("# changed\n")
    done = python("-m", "extract.compiling", str(copy / "no-such-cc"), cwd=copy)
    assert done.returncode == 1 and b"no-such-cc" in done.stderr
    assert python("-m", "extract.compiling", "--state", cwd=copy).stdout == b"failed\n"
    monkeypatch.setattr(step, "state", lambda: "failed")
    assert step.settled(wait=True)


def test_the_compiler_named_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    tool = tmp_path / "mycc"
    tool.write_text("#!/bin/sh\necho mycc 1.0\n", encoding="utf-8")
    tool.chmod(0o755)
    monkeypatch.setenv("CC", f"{tool} -m64")
    assert step.system_compiler() == [str(tool), "-m64"]
    monkeypatch.setenv("CC", "")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert step.system_compiler() == []
