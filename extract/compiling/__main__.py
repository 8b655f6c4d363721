"""`python -m extract.compiling COMPILER …`: compile the rules as they are; with `--state` only say how it stands.

`--state` prints one word: there, running (another process is at it), failed, absent.
COMPILER and its words are a C compiler's command: `cc`, or `python -m ziglang cc`. `--low` leaves the machine to others.
"""

from __future__ import annotations

import os
import sys

from extract import compiled
from extract.compiling.build import CompileError, alone, build, failed


def state() -> str:
    if compiled.fitting() is not None:
        return "there"
    if failed().is_file():
        return "failed"
    with alone(wait=False) as free:
        return "absent" if free else "running"


def main(words: list[str]) -> int:
    if words == ["--state"]:
        print(state())
        return 0
    if words[:1] == ["--low"]:
        words = words[1:]
        os.nice(10)
    if not words:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        print(build(words, jobs=os.cpu_count() or 1))
    except CompileError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
