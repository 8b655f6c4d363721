"""The one error of set-up: what went wrong, and what to do next."""

from __future__ import annotations


class SetupError(Exception):
    """A step could not be done. `what` says where it stopped, `mend` what the user can do; both in the user's language."""

    def __init__(self, what: str, mend: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.mend = mend
