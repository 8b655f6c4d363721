"""`python -m extract.compiling.readied FOLDER`: keep in the folder of compiled rules what each process would work out again.

It imports all modules, reads the samples, and writes what was made on the way: `extract/ready.py` says what and why.
"""

from __future__ import annotations

import re
import sys
from array import array
from importlib import import_module
from pathlib import Path
from typing import Any

import extract
from extract import compiled, ready
from extract.compiling.build import names
from extract.compiling.facts import told


class _Code:
    """Stands for `_sre` within `re._compiler` and notes what it is given."""

    def __init__(self, sre: Any) -> None:
        self._sre = sre
        self.patterns: list[ready.Pattern] = []
        self.asked = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sre, name)

    def compile(
        self,
        source: Any,
        flags: int,
        code: list[int],
        groups: int,
        names: dict[str, int],
        numbers: tuple[str | None, ...],
    ) -> Any:
        if isinstance(source, str):
            self.patterns.append((source, self.asked, int(flags), array("I", code).tobytes(), groups, names, numbers))
        return self._sre.compile(source, flags, code, groups, names, numbers)


def watched() -> _Code:
    """From now on `re` notes each pattern that it compiles."""
    compiler: Any = import_module("re._compiler")
    code = _Code(compiler._sre)
    compile_pattern = compiler.compile

    def noted(source: Any, flags: int = 0) -> Any:
        code.asked = int(flags)
        return compile_pattern(source, flags)

    compiler._sre, compiler.compile = code, noted
    re.purge()
    return code


def main(words: list[str]) -> int:
    folder = Path(words[0])
    code, ready.making = watched(), {}
    compiled.take(extract.__path__, folder)
    if not compiled.running():
        print(compiled.why_not, file=sys.stderr)
        return 1
    for name in names():
        import_module(f"extract.{name}")
    for line in told(sorted((compiled.ROOT / "samples").glob("*.txt"))):
        print(line)
    (folder / ready.NAME).write_bytes(ready.packed(code.patterns, ready.making))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
