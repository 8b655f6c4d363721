"""Cited laws, plans, notices, with document numbers (`draft.policies`)."""

from __future__ import annotations

from extract.draft import Draft


def policies(draft: Draft) -> None:
    """Not written yet: leaves the list empty."""
