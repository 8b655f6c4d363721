"""Errors of the reading side: each says what, where, and what to do next.

ExtractError
└── UnreadableError      a file that cannot be turned into text (format, encoding, damage, size)
"""

from __future__ import annotations


class ExtractError(Exception):
    """Something in a document could not be handled."""


class UnreadableError(ExtractError):
    """The file cannot be turned into text; the message names the file, the reason and the remedy."""
