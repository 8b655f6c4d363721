"""What an act waits for (`draft.dependencies`)."""

from __future__ import annotations

from extract.draft import Draft


def dependencies(draft: Draft) -> None:
    """Not written yet: leaves the list empty."""
