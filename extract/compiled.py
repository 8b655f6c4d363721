"""Whether the rules run as machine code (made by `extract/compiling/`, a step of set-up) or as Python; the facts are the same.

What was compiled lies in `build/compiled/KEY/`, and KEY is a hash of the sources, of how they are compiled, and of this
Python: after any change another folder would be the right one, and until that is made the rules run as Python.
`GOVGRAPH_COMPILED=0` in the environment switches it off.
"""

from __future__ import annotations

import hashlib
import os
import sys
from importlib.machinery import EXTENSION_SUFFIXES, ExtensionFileLoader, ModuleSpec
from importlib.util import module_from_spec
from pathlib import Path

from extract import ready

SWITCH = "GOVGRAPH_COMPILED"
LIBRARY = "extract_rules__mypyc"
SUFFIX = EXTENSION_SUFFIXES[0]
HERE = Path(__file__).parent
ROOT = HERE.parent
BUILDS = ROOT / "build" / "compiled"

why_not = ""
"""Why what is there could not be loaded; for doctor."""


def key() -> str:
    """The hash of all that the compiled rules depend on; a few milliseconds."""
    total = hashlib.sha256(f"{SUFFIX} {os.uname().machine}".encode())
    for folder in (HERE, HERE / "compiling"):
        for path in sorted(folder.glob("*.py")):
            total.update(f"\0{path.name}\0".encode())
            total.update(path.read_bytes())
    lock = ROOT / "requirements-compile.lock"
    total.update(lock.read_bytes() if lock.is_file() else b"")
    return total.hexdigest()[:24]


def fitting() -> Path | None:
    """The folder compiled from the sources as they are now, None where there is none."""
    if not BUILDS.is_dir():
        return None
    folder = BUILDS / key()
    return folder if folder.is_dir() else None


def use(path: list[str]) -> None:
    """Let `extract`, whose `__path__` this is, find its compiled modules first, where they fit."""
    if os.environ.get(SWITCH) == "0":
        return
    folder = fitting()
    if folder is not None:
        take(path, folder)


def take(path: list[str], folder: Path) -> None:
    """Load a folder's library; one that this machine cannot load is as none."""
    global why_not
    place = str(folder / f"{LIBRARY}{SUFFIX}")
    loader = ExtensionFileLoader(LIBRARY, place)
    try:
        spec = ModuleSpec(LIBRARY, loader, origin=place)
        spec.has_location = True
        library = module_from_spec(spec)
        loader.exec_module(library)
    except ImportError as error:
        why_not = str(error)
        return
    sys.modules[LIBRARY] = library
    path.insert(0, str(folder / "extract"))
    sys.meta_path.insert(0, _Readier(folder))


class _Readier:
    """Takes what is kept ready when the first rule is imported: what reads no text starts without it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find_spec(self, name: str, *_: object) -> None:
        """Finds nothing itself; Python asks the next finder."""
        module = name.removeprefix("extract.")
        if module != name and self in sys.meta_path and (self._folder / "extract" / f"{module}{SUFFIX}").exists():
            sys.meta_path[:] = [one for one in sys.meta_path if one is not self]
            ready.take(self._folder)


def running() -> bool:
    """Do the rules of this process run compiled?"""
    return LIBRARY in sys.modules
