"""Set-up: steps run once for the same inputs, tell how far they are, and an interrupted run goes on where it stopped."""

from __future__ import annotations

import ast
import os
import signal
import stat
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from app.setup.components import source_names
from app.setup.errors import SetupError
from app.setup.machine import ROOT
from app.setup.main import main, run_steps
from app.setup.password import write_env, write_password
from app.setup.step import Progress, Step, cut, run_tool
from app.setup.steps import GOALS
from app.setup.words import Text, locale_language


def step(root: Path, name: str, made: list[str], source: Path) -> Step:
    """A step that writes `NAME.out` from a source file and notes that it ran."""
    target = root / f"{name}.out"

    def make(_: Progress) -> str:
        made.append(name)
        target.write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
        return f"made {name}"

    return Step(name, Text(f"步骤 {name}", f"step {name}"), lambda: [source], target.is_file, make)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "lock"
    path.write_text("one", encoding="utf-8")
    return path


def test_a_step_runs_once_and_again_when_its_input_changes(tmp_path: Path, source: Path) -> None:
    made: list[str] = []
    steps = [step(tmp_path, "a", made, source), step(tmp_path, "b", made, source)]
    assert run_steps(steps, tmp_path, "en") == 2
    assert run_steps(steps, tmp_path, "en") == 0
    source.write_text("two", encoding="utf-8")
    assert run_steps(steps, tmp_path, "en") == 2
    assert made == ["a", "b", "a", "b"]


def test_a_step_runs_again_when_what_it_made_is_gone(tmp_path: Path, source: Path) -> None:
    made: list[str] = []
    steps = [step(tmp_path, "a", made, source), step(tmp_path, "b", made, source)]
    run_steps(steps, tmp_path, "en")
    (tmp_path / "a.out").unlink()
    assert run_steps(steps, tmp_path, "en") == 1
    assert made == ["a", "b", "a"]


def test_a_failed_step_leaves_no_stamp_and_those_before_it_are_kept(tmp_path: Path, source: Path) -> None:
    made: list[str] = []
    first = step(tmp_path, "a", made, source)

    def fail(_: Progress) -> str:
        raise SetupError("no network")

    with pytest.raises(SetupError, match="no network"):
        run_steps([first, Step("b", Text("乙", "b"), list, lambda: True, fail)], tmp_path, "en")
    assert run_steps([first, step(tmp_path, "b", made, source)], tmp_path, "en") == 1
    assert made == ["a", "b"]


@pytest.mark.parametrize(("language", "told"), [("en", "[2/2] step b"), ("zh", "[2/2] 步骤 b")])
def test_each_step_says_what_it_does_and_how_far_it_is(
    tmp_path: Path, source: Path, capsys: pytest.CaptureFixture[str], language: str, told: str
) -> None:
    made: list[str] = []
    run_steps([step(tmp_path, name, made, source) for name in "ab"], tmp_path, language)
    out = capsys.readouterr().out
    assert told in out and "0 s · made b" in out


def test_a_tool_that_fails_shows_the_end_of_its_log(tmp_path: Path) -> None:
    log = tmp_path / "logs" / "tool.log"
    code = "import sys; [print('line', n) for n in range(60)]; print('the reason', file=sys.stderr); sys.exit(3)"
    seen: list[str] = []
    with pytest.raises(SetupError) as error:
        run_tool([sys.executable, "-c", code], log=log, progress=Progress("head", "en"), on_line=seen.append)
    assert "exit code 3" in error.value.what and "the reason" in error.value.what and str(log) in error.value.what
    assert "line 5\n" not in error.value.what, "only the end is shown"
    assert len(log.read_text(encoding="utf-8").splitlines()) == 61 == len(seen)


def test_a_silent_tool_is_told_to_be_at_work(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress("head", "en", terminal=True)
    progress.tell("thinking")
    run_tool([sys.executable, "-c", "import time; time.sleep(1.5)"], log=tmp_path / "log", progress=progress)
    assert capsys.readouterr().out.count("thinking") >= 2


@pytest.mark.parametrize(
    ("words", "columns", "shown"), [("abc", 3, "abc"), ("abcd", 3, "abc"), ("图谱a", 4, "图谱"), ("图谱", 3, "图")]
)
def test_a_line_fits_the_terminal(words: str, columns: int, shown: str) -> None:
    assert cut(words, columns) == shown


def test_a_tool_gets_no_standard_input(tmp_path: Path) -> None:
    """A question of a package manager must end the step, not hang it."""
    code = "import sys; print(repr(sys.stdin.read()))"
    seen: list[str] = []
    run_tool([sys.executable, "-c", code], log=tmp_path / "log", progress=Progress("head", "en"), on_line=seen.append)
    assert seen == ["''"]


def test_two_set_ups_of_one_folder_take_turns(tmp_path: Path) -> None:
    code = textwrap.dedent(
        """
        import sys, time
        from pathlib import Path
        from app.setup.main import alone
        with alone(Path(sys.argv[1]), "en"):
            print("in", flush=True)
            time.sleep(float(sys.argv[2]))
        """
    )
    words = [sys.executable, "-c", code, str(tmp_path)]
    first = subprocess.Popen([*words, "30"], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert first.stdout and first.stdout.readline() == "in\n"
    with subprocess.Popen([*words, "0"], cwd=ROOT, stdout=subprocess.PIPE, text=True) as second:
        assert second.stdout and "waiting" in second.stdout.readline()
        assert second.poll() is None
        first.kill()  # the lock goes with the process, however it ends
        assert second.stdout.readline() == "in\n"
    first.wait()
    first.stdout.close()
    assert second.returncode == 0


def test_an_interrupted_run_says_so_and_leaves_no_child(tmp_path: Path) -> None:
    code = textwrap.dedent(
        """
        import signal, sys
        from pathlib import Path
        from app.setup import main as m
        from app.setup.step import Step, run_tool
        from app.setup.words import Text
        signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background is started with it ignored
        def slow(progress):
            run_tool([sys.executable, "-c", "import os, time; print(os.getpid(), flush=True); time.sleep(60)"],
                     log=Path(sys.argv[1]) / "log", progress=progress, on_line=lambda line: print(line, flush=True))
            return ""
        m.GOALS["run"] = (Step("slow", Text("慢", "slow"), list, lambda: False, slow),)
        m.ROOT = Path(sys.argv[1])
        sys.exit(m.main(["run"]))
        """
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, text=True, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    assert process.stdout and process.stderr
    child = 0
    while not child:
        line = process.stdout.readline().strip()
        child = int(line) if line.isdigit() else 0
    os.killpg(process.pid, signal.SIGINT)  # as Ctrl-C does
    _, told = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "run the same command again" in told
    deadline = time.monotonic() + 5
    while Path(f"/proc/{child}").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def test_wrong_use_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["everything"]) == 2
    assert "run|lint|test" in capsys.readouterr().err


def test_an_old_python_can_read_what_it_meets_first() -> None:
    """`python3 -m app.setup` on a Python of 2016 must reach the sentence that says which one is needed."""
    for name in ("app/__init__.py", "app/setup/__main__.py", "app/setup/__init__.py"):
        ast.parse((ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 6))


def test_every_step_of_the_app_is_a_step_of_the_tests() -> None:
    beside = {"compile"}  # for the tests it is waited for
    assert {one.name for one in GOALS["run"]} - beside < {one.name for one in GOALS["test"]}
    assert GOALS["test"][0].name == "system", "what an administrator must do is said first"
    names = [one.name for one in GOALS["test"]]
    assert len(names) == len(set(names))


def test_a_new_component_makes_the_bundle_anew() -> None:
    names = str(source_names()[0]).split()
    assert "package.json" in names and "build.mjs" in names
    assert not [one for one in names if one.startswith(("node_modules", "dist"))]


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.GB18030"}, "zh"),
        ({}, "en"),
    ],
)
def test_the_language_is_the_locales(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], language: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert locale_language() == language


def test_the_password_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("GOVGRAPH_PORT=80\nGOVGRAPH_UID=3\n", encoding="utf-8")
    assert write_password(tmp_path)
    files = [tmp_path / "secrets" / name for name in ("neo4j_password", "neo4j_auth")]
    before = [one.read_text(encoding="utf-8") for one in files]
    assert {stat.S_IMODE(one.stat().st_mode) for one in files} == {0o400}
    assert not write_password(tmp_path)
    assert [one.read_text(encoding="utf-8") for one in files] == before
    env = (tmp_path / ".env").read_text(encoding="utf-8").splitlines()
    assert env[0] == "GOVGRAPH_PORT=80"
    assert env[1] == f"GOVGRAPH_UID={files[0].stat().st_uid}" != "GOVGRAPH_UID=0"


def test_an_env_file_keeps_its_other_lines(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_text("# office\nA=1\nB=2\n", encoding="utf-8")
    write_env(path, {"B": 3, "C": 4})
    assert path.read_text(encoding="utf-8") == "# office\nA=1\nB=3\nC=4\n"
