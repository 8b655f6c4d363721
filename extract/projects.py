"""Named or uniquely described works (`draft.projects`)."""

from __future__ import annotations

from extract.draft import Draft


def projects(draft: Draft) -> None:
    """Not written yet: leaves the list empty."""
