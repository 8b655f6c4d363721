"""Places named in the text, from the official divisions (`draft.places`)."""

from __future__ import annotations

from extract.draft import Draft


def places(draft: Draft) -> None:
    """Not written yet: leaves the list empty."""
