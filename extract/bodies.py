"""Names of bodies in the text, in any short form, each member of a coordination on its own (`draft.bodies`)."""

from __future__ import annotations

from extract.draft import Draft


def bodies(draft: Draft) -> None:
    """Not written yet: leaves the list empty."""
