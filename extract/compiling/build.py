"""Sources → a folder of `build/compiled/`, whole or not at all; one build at a time, a second waits for the first."""

from __future__ import annotations

import fcntl
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from extract import compiled
from extract.compiling.written_out import WriteOutError, written_out

PYTHON_ONLY = frozenset(
    (
        "__init__",
        "compiled",
        "contract",
        "errors",
        "language",
        "make_divisions",
        "ready",
        "record",
        "resource",
        "version",
    )
)
"""Modules that stay Python: what is asked once a document or for every process, and what only Python can do."""

# -O2 takes twice as long to compile and is no faster by what can be measured: the time goes into calls of Python's own
FLAGS = ("-O1", "-g0", "-w", "-fPIC", "-DNDEBUG", "-fwrapv", "-fno-strict-aliasing")
LINKED = ("-shared", "-undefined", "dynamic_lookup") if sys.platform == "darwin" else ("-shared", "-Wl,-s")
KEPT = 3  # folders; a program that started before the last change may still load from its own


class CompileError(RuntimeError):
    """The compiler or mypyc refused; the words are theirs."""


def names() -> list[str]:
    """The modules that are compiled."""
    return sorted(one.stem for one in compiled.HERE.glob("*.py") if one.stem not in PYTHON_ONLY)


def failed() -> Path:
    """Holds why the sources as they are could not be compiled; where it is, nobody tries again."""
    return compiled.BUILDS / f"{compiled.key()}.failed"


def build(compiler: Sequence[str], *, jobs: int) -> Path:
    """The folder that fits the sources, compiled if need be; says how far it is.

    Raises:
        CompileError: it failed; `failed()` says why.
    """
    with alone():
        key, there = compiled.key(), compiled.fitting()
        if there is not None:
            return there
        for one in compiled.BUILDS.glob(".new-*"):  # of a build that was killed
            shutil.rmtree(one, ignore_errors=True)
        with tempfile.TemporaryDirectory(dir=compiled.BUILDS, prefix=".new-") as scratch:
            made = Path(scratch) / "made"
            try:
                _compile(Path(scratch), made, compiler, jobs)
                _compare(made)
            except (CompileError, WriteOutError) as error:
                (compiled.BUILDS / f"{key}.failed").write_text(f"{error}\n", encoding="utf-8")
                raise CompileError(str(error)) from error
            if compiled.key() != key:
                raise CompileError("the sources were changed meanwhile")
            folder = compiled.BUILDS / key
            made.rename(folder)
        _forget_old()
        return folder


@contextmanager
def alone(*, wait: bool = True) -> Iterator[bool]:
    """Hold the lock of builds; without `wait`, yields whether it was free."""
    compiled.BUILDS.mkdir(parents=True, exist_ok=True)
    lock = os.open(compiled.BUILDS / ".lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield True
    except BlockingIOError:
        if wait:
            raise
        yield False
    finally:
        os.close(lock)


def _compile(scratch: Path, made: Path, compiler: Sequence[str], jobs: int) -> None:
    sources, c = scratch / "sources", scratch / "c"
    modules = names()
    shutil.copytree(compiled.HERE, sources / "extract", ignore=shutil.ignore_patterns("__pycache__", "resources"))
    for name in modules:
        path = sources / "extract" / f"{name}.py"
        if name != "written":
            path.write_text(written_out(path.read_text(encoding="utf-8"), path.name), encoding="utf-8")
    say(f"{len(modules)} modules written out")
    files = _translate(sources, c, modules)
    say(f"{len(files)} C files")
    from mypyc.build import include_dir

    (c / "entry.c").write_text(_entries(modules), encoding="utf-8")
    folders = [f"-I{one}" for one in (sysconfig.get_path("include"), include_dir(), c)]
    objects = [scratch / f"{number}.o" for number in range(len(files) + 1)]
    sized = sorted(
        (c / "entry.c", *files), key=lambda one: -one.stat().st_size
    )  # the longest first: no core waits at the end
    with ThreadPoolExecutor(jobs) as pool:
        commands = [
            [*compiler, *FLAGS, *folders, "-c", str(one), "-o", str(out)]
            for one, out in zip(sized, objects, strict=True)
        ]
        for number, _ in enumerate(pool.map(_run, commands), 1):
            say(f"{number}/{len(objects)}")
    (made / "extract").mkdir(parents=True)
    library = made / f"{compiled.LIBRARY}{compiled.SUFFIX}"
    _run([*compiler, *LINKED, *map(str, objects), "-o", str(library)])
    for name in modules:
        (made / "extract" / f"{name}{compiled.SUFFIX}").symlink_to(Path("..") / library.name)


def _translate(sources: Path, c: Path, modules: Sequence[str]) -> list[Path]:
    """mypyc, in a process of its own: it ends the process where it finds a fault."""
    code = (
        "import sys; from mypyc.build import mypyc_build; from mypyc.options import CompilerOptions; "
        "mypyc_build(['--ignore-missing-imports', '--config-file=', *sys.argv[2:]], "
        f"CompilerOptions(multi_file=True, target_dir=sys.argv[1], group_name={compiled.LIBRARY.removesuffix('__mypyc')!r}))"
    )
    _run([sys.executable, "-c", code, str(c), *(f"extract/{one}.py" for one in modules)], cwd=sources)
    from mypyc.build import include_dir
    from mypyc.common import RUNTIME_C_FILES

    runtime = [Path(include_dir()) / one for one in (*RUNTIME_C_FILES, "str_extra_ops.c")]
    return [*sorted(c.glob("*.c")), *runtime]


def _entries(modules: Sequence[str]) -> str:
    """Python asks a library for `PyInit_NAME`; all are in one library, of which each module is another name."""
    from mypyc.namegen import exported_name

    lines = ["#include <Python.h>"]
    for name in modules:
        init = f"CPyInit_{exported_name(f'extract.{name}')}"
        lines.append(f"extern PyObject *{init}(void);\nPyMODINIT_FUNC PyInit_{name}(void) {{ return {init}(); }}")
    return "\n".join([*lines, ""])


def _run(command: Sequence[str], *, cwd: Path | None = None) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd)
    except OSError as error:
        raise CompileError(f"{command[0]}: {error}") from error
    if done.returncode:
        words = shlex.join(command)
        raise CompileError(f"{words[:500]}\nexit code {done.returncode}\n{done.stdout[-4000:]}{done.stderr[-4000:]}")


def _compare(made: Path) -> None:
    """Read the samples in both forms: a folder that does not give the same facts is none."""
    say("comparing")
    told = [_facts(one) for one in ("", str(made))]
    if told[0] != told[1]:
        raise CompileError("the compiled rules do not give the same facts of the samples")
    say("making ready")
    try:
        _python("extract.compiling.readied", str(made))
    except CompileError as error:  # the rules are as fast without it; only each process starts some seconds later
        say(f"not made ready: {error}")


def _facts(folder: str) -> str:
    return _python("extract.compiling.facts", folder)


def _python(module: str, folder: str) -> str:
    environment = {**os.environ, compiled.SWITCH: "0"}
    command = [sys.executable, "-W", "ignore", "-m", module, folder]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=compiled.ROOT, env=environment)
    if done.returncode:
        raise CompileError(f"it does not run:\n{done.stderr[-4000:]}")
    return done.stdout


def _forget_old() -> None:
    folders = [one for one in compiled.BUILDS.iterdir() if one.is_dir() and not one.name.startswith(".")]
    for one in sorted(folders, key=lambda one: -one.stat().st_mtime)[KEPT:]:
        shutil.rmtree(one, ignore_errors=True)
    for one in compiled.BUILDS.glob("*.failed"):
        one.unlink(missing_ok=True)


def say(words: str) -> None:
    print(words, flush=True)
