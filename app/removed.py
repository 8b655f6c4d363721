"""Removed documents, kept for a while in the data folder so that removing can be undone, also after a restart."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path

from graph.connection import Store
from graph.home import Home
from graph.rereading import keep, kept, put, take_out

MOST = 20
"""Removed documents that are kept; of more the oldest go for good."""
_NAME = re.compile(r"[A-Za-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Removed:
    """A document that can be put back."""

    id: str
    title: str
    path: Path


def folder(home: Home) -> Path:
    """Where removed documents lie: in the data folder, for the owner only."""
    return home.path / "removed"


def removed(home: Home) -> list[Removed]:
    """What can be put back, the last removed first."""
    found = []
    for path in sorted(folder(home).glob("*.json"), key=lambda one: one.stat().st_mtime_ns, reverse=True):
        title = json.loads(path.read_text("utf-8"))["title"]
        found.append(Removed(path.stem, title, path))
    return found


def remove_document(store: Store, home: Home, document: str) -> str:
    """Take a document out of the graph and keep what puts it back; returns its title.

    It is kept before it goes, so that a crash in between loses nothing. Raises UnknownDocumentError where there is none.
    """
    place = folder(home)
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = keep(store, document)
    if not _NAME.fullmatch(found.id):
        raise ValueError(f"{found.id!r} is no id of ours; nothing was removed.")
    path = place / f"{found.id}.json"
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(found.plain(), file, ensure_ascii=False)
    take_out(store, document)
    for old in removed(home)[MOST:]:
        old.path.unlink()
    return found.title


def put_back(store: Store, home: Home, document: str) -> str:
    """Undo the removal of a document; returns its title. Raises KeyError where it is not kept any more."""
    for one in removed(home):
        if one.id == document:
            put(store, kept(json.loads(one.path.read_text("utf-8"))))
            one.path.unlink()
            return one.title
    raise KeyError(document)
