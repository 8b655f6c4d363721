"""Runs the steps of a goal, each once, and says how far it is."""

from __future__ import annotations

import fcntl
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from app.setup.errors import SetupError
from app.setup.machine import ROOT
from app.setup.step import Progress, Step
from app.setup.steps import GOALS
from app.setup.words import Text, locale_language

NEWEST_TESTED = (3, 13)

READY = Text(
    "一切就绪（{total} 步均已完成，{seconds:.1f} 秒）", "everything is in place ({total} steps, {seconds:.1f} s)"
)
PLAN = Text(
    "安装到本目录的 .venv：共 {total} 步，其中 {todo} 步要做；每步只做一次",
    "setting up in .venv of this folder: {total} steps, {todo} to do; each is done once",
)
DONE = Text("安装完成，用时 {seconds:.0f} 秒", "set-up done in {seconds:.0f} s")
STOPPED = Text("已中断：再次运行同一命令即从此处继续", "interrupted: run the same command again, it goes on from here")
WAITING = Text(
    "另一个安装进程正在本目录运行，等待其完成……", "another set-up is at work in this folder, waiting for it …"
)
UNTESTED = Text(
    "注意：未在 Python {version} 上测试过，个别包可能没有现成版本；可用 PYTHON=python3.13",
    "note: not tested with Python {version}, a package may have no wheel for it; PYTHON=python3.13 is safe",
)
USAGE = Text("用法：python3 -m app.setup [{goals}]", "usage: python3 -m app.setup [{goals}]")


@contextmanager
def alone(root: Path, language: str) -> Iterator[None]:
    """Only one set-up at a time in one folder: the lock is on the folder itself and goes with the process."""
    folder = os.open(root, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(WAITING.say(language), flush=True)
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def run_steps(steps: Sequence[Step], root: Path, language: str) -> int:
    """Do what is not done yet, in order; returns how many steps ran. A step's key may depend on the steps before it."""
    began, ran = time.monotonic(), 0
    todo = sum(not step.done(root) for step in steps)
    if todo:
        print(PLAN.say(language, total=len(steps), todo=todo), flush=True)
    for number, step in enumerate(steps, 1):
        if step.done(root):
            continue
        progress = Progress(f"[{number}/{len(steps)}] {step.title.say(language)}", language)
        progress.begin()
        progress.end(step.make(progress))
        step.stamp(root)
        ran += 1
    seconds = time.monotonic() - began
    print((DONE if ran else READY).say(language, total=len(steps), seconds=seconds), flush=True)
    return ran


def main(words: Sequence[str]) -> int:
    language = locale_language()
    goal = words[0] if words else "run"
    if goal not in GOALS or len(words) > 1:
        print(USAGE.say(language, goals="|".join(GOALS)), file=sys.stderr)
        return 2
    if sys.version_info[:2] > NEWEST_TESTED:
        print(UNTESTED.say(language, version=".".join(map(str, sys.version_info[:2]))), flush=True)
    try:
        with alone(ROOT, language):
            run_steps(GOALS[goal], ROOT, language)
    except SetupError as error:
        print(f"\n{error.what}", file=sys.stderr)
        if error.mend:
            print(f"→ {error.mend}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"\n{STOPPED.say(language)}", file=sys.stderr)
        return 130
    return 0
