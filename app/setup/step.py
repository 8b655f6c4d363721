"""A step of set-up: done once for the same inputs, told while it runs.

A step that is done leaves a stamp in `.venv/govgraph/` with the hash of its inputs. It runs again when an input changes
or what it made is gone; an interrupted step has no stamp and so starts anew, on what its tool keeps in its own cache.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.setup.errors import SetupError
from app.setup.words import Text

STAMPS = Path(".venv") / "govgraph"
QUIET_SECONDS = 10.0  # how often a log (no terminal) gets a line of progress
TAIL_LINES = 25

FAILED = Text(
    "“{command}”失败（退出码 {code}），完整日志：{log}\n{tail}",
    "'{command}' failed (exit code {code}), whole log: {log}\n{tail}",
)


@dataclass
class Progress:
    """Where a step says how far it is: one line that is rewritten on a terminal, one line now and then in a log."""

    head: str
    language: str
    terminal: bool = field(default_factory=sys.stdout.isatty)
    began: float = field(default_factory=time.monotonic)
    told: float = field(default_factory=time.monotonic)

    def tell(self, words: str, *, now: bool = False) -> None:
        """Show `words` after the step's head and seconds; `now` writes a log line even if the last one is recent."""
        seconds = time.monotonic() - self.began
        if self.terminal:
            line = f"{self.head} · {words} · {seconds:.0f} s"
            width = os.get_terminal_size().columns if sys.stdout.isatty() else 80
            print(f"\r\033[K{line[: width - 1]}", end="", flush=True)
        elif now or time.monotonic() - self.told >= QUIET_SECONDS:
            self.told = time.monotonic()
            print(f"    {words} · {seconds:.0f} s", flush=True)

    def say(self, text: Text, *, now: bool = False, **values: object) -> None:
        self.tell(text.say(self.language, **values), now=now)

    def begin(self) -> None:
        print(self.head, end="" if self.terminal else "\n", flush=True)

    def end(self, words: str) -> None:
        seconds = time.monotonic() - self.began
        start = f"\r\033[K{self.head}: " if self.terminal else "    "
        print(f"{start}{words} · {seconds:.1f} s", flush=True)


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


def run_tool(
    command: Sequence[str | Path],
    *,
    log: Path,
    progress: Progress,
    on_line: Callable[[str], None] = lambda _: None,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> None:
    """Run a tool with its output in `log`, each line given to `on_line`; SetupError with the log's tail when it fails."""
    log.parent.mkdir(parents=True, exist_ok=True)
    words = [str(one) for one in command]
    tail: list[str] = []
    with (
        log.open("w", encoding="utf-8") as out,
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
        shown = FAILED.say(
            progress.language,
            command=" ".join(words[:6]),
            code=code,
            log=log,
            tail="\n".join(f"    | {one}" for one in tail),
        )
        raise SetupError(shown)
