"""Deadlines and periods with the day they end on (`draft.deadlines`)."""

from __future__ import annotations

from extract.draft import Draft


def deadlines(draft: Draft) -> None:
    """Not written yet: leaves the list empty."""
