"""Who owes each obligation and in which role, inherited ones included (`draft.roles`)."""

from __future__ import annotations

from extract.draft import Draft


def roles(draft: Draft) -> None:
    """Not written yet: leaves the list empty."""
