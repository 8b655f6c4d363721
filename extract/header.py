"""What the document says of itself: title, kind, issuer, number, date, level, region, addressees (`draft.context`)."""

from __future__ import annotations

from extract.draft import Draft


def header(draft: Draft) -> None:
    """Not written yet: leaves the list empty."""
