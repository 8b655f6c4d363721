"""Numbers and idioms that an act must reach (`draft.targets`)."""

from __future__ import annotations

from extract.draft import Draft


def targets(draft: Draft) -> None:
    """Not written yet: leaves the list empty."""
