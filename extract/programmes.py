"""Named plans, campaigns, actions, pilots (`draft.programmes`)."""

from __future__ import annotations

from extract.draft import Draft


def programmes(draft: Draft) -> None:
    """Not written yet: leaves the list empty."""
