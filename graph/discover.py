"""Paths as given → the files to read: folders are walked, what is no document is named as ignored, never dropped silently."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.readers import SUFFIXES


@dataclass(frozen=True, slots=True)
class Ignored:
    """A file of a folder that is not read, and why: hidden, temporary, about the folder, format."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """`files` are absolute paths, each once, in order of their names; files named one by one are always among them."""

    files: tuple[Path, ...]
    ignored: tuple[Ignored, ...]


def discover(paths: Iterable[str | Path]) -> Found:
    """The documents under `paths`. A path that does not exist stays in `files`: reading it says so."""
    files: dict[Path, None] = {}
    ignored: dict[str, Ignored] = {}
    for given in paths:
        path = Path(given).expanduser().absolute()
        if not path.is_dir():
            files[path] = None
            continue
        for one in _walk(path):
            reason = why_ignored(one)
            if reason:
                ignored[str(one)] = Ignored(str(one), reason)
            else:
                files[one] = None
    return Found(tuple(files), tuple(ignored.values()))


def why_ignored(path: Path) -> str:
    """Why a file met in a folder is no document; empty where it is one."""
    if path.name.startswith("."):
        return "hidden"
    if path.name.startswith("~$") or path.suffix.lower() in {".tmp", ".part", ".crdownload"}:
        return "temporary"
    if path.stem.lower().partition(".")[0] == "readme":
        return "about the folder"
    if path.suffix.lower() not in SUFFIXES:
        return "format"
    return ""


def _walk(folder: Path) -> Iterator[Path]:
    """Files below a folder in order of their names; hidden folders and links to folders are not entered."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            yield Path(root, name)
