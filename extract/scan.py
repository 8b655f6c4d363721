"""All places of many words in a long text, five times as fast as one pattern of all of them.

A table asks of every character with its follower whether a word may begin there (numpy, the whole text at once);
only there the words are compared. Leftmost, longest, without overlap, as `re` would with the longest word first.

    >>> Scanner({"要求": "none", "要": "must"}).found("要求各镇要落实")
    [(0, '要求', 'none'), (4, '要', 'must')]
"""

from __future__ import annotations

from collections.abc import Mapping

from extract.sieve import Table


class Scanner:
    """Words with a class each."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._table = Table({word[:2] for word in words})
        self._short: dict[str, str] = {}
        self._long: dict[str, list[tuple[str, str]]] = {}  # first two characters → (word, class), longest first
        for word in sorted(words, key=len, reverse=True):
            if len(word) == 1:
                self._short[word] = words[word]
            else:
                self._long.setdefault(word[:2], []).append((word, words[word]))

    def found(self, text: str) -> list[tuple[int, str, str]]:
        """(start, word, class) of each word in the text."""
        rows: list[tuple[int, str, str]] = []
        short, long, after = self._short, self._long, 0
        for start in self._table.places(text):
            if start < after:
                continue
            for word, kind in long.get(text[start : start + 2], ()):
                if text.startswith(word, start):
                    rows.append((start, word, kind))
                    after = start + len(word)
                    break
            else:
                letter = text[start]
                if letter in short:
                    rows.append((start, letter, short[letter]))
                    after = start + 1
        return rows
