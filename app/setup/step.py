"""A step of set-up: done once for the same inputs, told while it runs.

A step that is done leaves a stamp in `.venv/govgraph/` with the hash of its inputs. It runs again when an input changes
or what it made is gone; an interrupted step has no stamp and so starts anew, on what its tool keeps in its own cache.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from app.setup.errors import SetupError
from app.setup.words import Text

STAMPS = Path(".venv") / "govgraph"
TICK_SECONDS = 1.0
QUIET_SECONDS = 10.0  # how often a log (no terminal) gets a line of progress
TAIL_LINES = 25

FAILED = Text(
    "“{command}”失败（退出码 {code}），完整日志：{log}\n{tail}",
    "'{command}' failed (exit code {code}), whole log: {log}\n{tail}",
)


def cut(words: str, columns: int) -> str:
    """As much of `words` as fits into a terminal's columns; a Chinese character takes two."""
    room = columns
    for index, one in enumerate(words):
        room -= 2 if ord(one) > 0x2E7F else 1
        if room < 0:
            return words[:index]
    return words


@dataclass
class Progress:
    """Where a step says how far it is: one line that is rewritten on a terminal, one line now and then in a log."""

    head: str
    language: str
    terminal: bool = field(default_factory=sys.stdout.isatty)
    began: float = field(default_factory=time.monotonic)
    told: float = field(default_factory=time.monotonic)
    last: str = ""

    def begin(self) -> None:
        print(self.head, flush=True)

    def tell(self, words: str, *, now: bool = False) -> None:
        """Show `words` with the step's seconds; `now` writes a line to a log even if the last one is recent."""
        self.last = words
        seconds = time.monotonic() - self.began
        if self.terminal:
            line = cut(f"    {seconds:3.0f} s · {words}", shutil.get_terminal_size().columns - 1)
            print(f"\r\033[K{line}", end="", flush=True)
        elif now or time.monotonic() - self.told >= QUIET_SECONDS:
            self.told = time.monotonic()
            print(f"    {seconds:3.0f} s · {words}", flush=True)

    def say(self, text: Text, *, now: bool = False, **values: object) -> None:
        self.tell(text.say(self.language, **values), now=now)

    def tick(self) -> None:
        """Tell the last words again, with the seconds of now."""
        if self.last:
            self.tell(self.last)

    def end(self, words: str) -> None:
        seconds = time.monotonic() - self.began
        start = "\r\033[K" if self.terminal else ""
        print(f"{start}    {seconds:3.0f} s · {words}", flush=True)


@dataclass(frozen=True)
class Step:
    """`inputs` are texts, or files whose content counts; `make` does it and returns what it did in a few words."""

    name: str
    title: Text
    inputs: Callable[[], Iterable[str | Path]]
    present: Callable[[], bool]
    make: Callable[[Progress], str]

    def key(self) -> str:
        """Hash of all inputs; a missing file counts as such."""
        total = hashlib.sha256(self.name.encode())
        for one in self.inputs():
            content = one.encode() if isinstance(one, str) else one.read_bytes() if one.is_file() else b"missing"
            total.update(hashlib.sha256(content).digest())
        return total.hexdigest()

    def done(self, root: Path) -> bool:
        stamp = root / STAMPS / self.name
        return self.present() and stamp.is_file() and stamp.read_text(encoding="utf-8").strip() == self.key()

    def stamp(self, root: Path) -> None:
        folder = root / STAMPS
        folder.mkdir(parents=True, exist_ok=True)
        fresh = folder / f"{self.name}.new"
        fresh.write_text(self.key() + "\n", encoding="utf-8")
        fresh.replace(folder / self.name)


@contextmanager
def ticking(tick: Callable[[], None]) -> Iterator[None]:
    """Call `tick` each second while a tool is silent."""
    over = threading.Event()

    def run() -> None:
        while not over.wait(TICK_SECONDS):
            tick()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def run_tool(
    command: Sequence[str | Path],
    *,
    log: Path,
    progress: Progress,
    on_line: Callable[[str], None] = lambda _: None,
    on_tick: Callable[[], None] | None = None,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> None:
    """Run a tool with its output in `log`, each line given to `on_line`; SetupError with the log's tail when it fails."""
    log.parent.mkdir(parents=True, exist_ok=True)
    words = [str(one) for one in command]
    tail: list[str] = []
    with (
        log.open("w", encoding="utf-8") as out,
        ticking(on_tick or progress.tick),
        subprocess.Popen(
            words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            encoding="utf-8", errors="replace", cwd=cwd, env={**os.environ, **(env or {})},
        ) as child,
    ):  # fmt: skip
        for line in child.stdout or ():
            out.write(line)
            tail = [*tail[-TAIL_LINES + 1 :], line.rstrip()]
            on_line(line.rstrip())
        code = child.wait()
    if code != 0:
        short = " ".join(words[:6])
        end = "\n".join(f"    | {one}" for one in tail)
        raise SetupError(FAILED.say(progress.language, command=short, code=code, log=log, tail=end))
