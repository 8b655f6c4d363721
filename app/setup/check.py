"""One line of `govgraph doctor`: what was looked at, what is there, and the command that mends it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from app.setup.words import Text


class State(StrEnum):
    """`missing` makes doctor end with 1; `warning` works now, but may not for long."""

    OK = "ok"
    WARNING = "warning"
    MISSING = "missing"


@dataclass(frozen=True)
class Finding:
    """`found` says what is there, `mend` is a command or one sentence; both are filled in, and picked by language only."""

    state: State
    found: Text
    mend: Text | None = None


@dataclass(frozen=True)
class Check:
    """`name` is for scripts and stays; `title` is for readers; `look` may take a second and changes nothing."""

    name: str
    title: Text
    look: Callable[[], Finding]


def fact(words: object) -> Text:
    """A fact or a command: the same in both languages."""
    return Text(str(words), str(words))
