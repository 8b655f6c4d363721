"""A name of a body in a text."""

from __future__ import annotations

from dataclasses import dataclass

REACH = 26  # characters a name goes back at most
Found = tuple[int, str]
"""Where a name begins, and the rule that says so."""


@dataclass(slots=True)
class Name:
    """A name at [start, end); `kind` is the class of its head, `rule` says how its begin was found."""

    start: int
    end: int
    kind: str
    rule: str
