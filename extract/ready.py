"""What each process would else work out before it reads its first text: patterns as `re` has them ready, where they begin, resources.

Set-up keeps it beside the compiled rules (`extract/compiling/readied.py`): with it `govgraph extract` answers in under a
second, without it in several. All of it is only ever a copy: each value lies under what it was made from, so a changed
pattern or resource is worked out anew, and a file of another Python is not used.

`re` keeps the patterns it has compiled in a table of its own; what was kept is put there under the same keys.
"""

from __future__ import annotations

import hashlib
import marshal
import re
import sys
from array import array
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

NAME = "ready"
_SUM = 32  # bytes of a sha256
T = TypeVar("T")
Pattern = tuple[str, int, int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Source, flags asked for, flags as compiled, code (unsigned, 4 bytes each), groups, their names → numbers, numbers → names."""

_values: dict[tuple[str, str], Any] = {}
_MISSING = object()

why_not = ""
"""Why what is there could not be used; for doctor."""

making: dict[tuple[str, str], Any] | None = None
"""Where set-up gathers what was worked out."""


def python() -> str:
    """Of which Python the codes of patterns are: another may read them otherwise."""
    return f"{sys.version} {import_module('_sre').MAGIC} {array('I').itemsize} {sys.byteorder}"


def kept(kind: str, key: str, work: Callable[[], T]) -> T:
    """What `work` gives for `key`, from what was kept if it is there; do not change it.

    Plain values only are kept (`marshal`): a resource that holds a date is read anew.
    """
    value = _values.get((kind, key), _MISSING)
    if value is _MISSING:
        value = work()
        if making is not None and _plain(value):
            making[kind, key] = value
    return value  # type: ignore[no-any-return]


def _plain(value: Any) -> bool:
    try:
        marshal.dumps(value)
    except ValueError:
        return False
    return True


def packed(patterns: list[Pattern], values: dict[tuple[str, str], Any]) -> bytes:
    """What `take` reads: the sha256 of the rest, then the Python it is of, the patterns and the values."""
    data = marshal.dumps((python(), patterns, values))
    return hashlib.sha256(data).digest() + data


def take(folder: Path) -> None:
    """Use what was kept in the folder, all of it or none; where it cannot be used, all is worked out again."""
    global why_not
    why_not = ""
    try:
        raw = (folder / NAME).read_bytes()
        sum_, data = raw[:_SUM], memoryview(raw)[_SUM:]
        if hashlib.sha256(data).digest() != sum_:
            raise ValueError("damaged")
        of, patterns, values = marshal.loads(data)
        if of != python():
            raise ValueError("made by another Python")
        _offer(patterns)
    except (OSError, ValueError, EOFError, TypeError, RuntimeError, AttributeError, ImportError) as error:
        why_not = f"{NAME}: {error}"
        return
    _values.update(values)


def _offer(patterns: list[Pattern]) -> None:
    """Let `re.compile` find them, and leave it the room it had for all others."""
    compile_code = import_module("_sre").compile
    made = {
        (str, source, asked): compile_code(source, flags, array("I", code).tolist(), groups, names, numbers)
        for source, asked, flags, code, groups, names, numbers in patterns
    }
    table = re._cache  # type: ignore[attr-defined]
    re._MAXCACHE += len(made)  # type: ignore[attr-defined]
    table.update(made)
