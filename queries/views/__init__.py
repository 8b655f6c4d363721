"""Statements behind the app's views: they return whole things, not a table for people, so they are no named questions."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def view(name: str) -> str:
    """The statement of `queries/views/NAME.cypher`."""
    return (Path(__file__).parent / f"{name}.cypher").read_text("utf-8")
