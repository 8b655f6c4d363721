"""Errors of the reading side: each says what, where, and what to do next.

ExtractError
└── UnreadableError      a file that cannot be turned into text (format, encoding, damage, size)
"""

from __future__ import annotations


class ExtractError(Exception):
    """Something in a document could not be handled; `en` and `zh` say what, where, and what to do next."""

    def __init__(self, en: str, zh: str = "") -> None:
        super().__init__(en)
        self.en = en
        self.zh = zh or en

    def text(self, language: str) -> str:
        """The message in `language` ("zh", anything else is English)."""
        return self.zh if language.startswith("zh") else self.en


class UnreadableError(ExtractError):
    """The file cannot be turned into text; the message names the file, the reason and the remedy."""
