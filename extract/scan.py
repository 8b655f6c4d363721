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
        self._rows: dict[str, list[tuple[str, int, str]]] = {}  # first one or two characters → words, longest first
        for word in sorted(words, key=len, reverse=True):
            self._rows.setdefault(word[:2], []).append((word, len(word), words[word]))
        for begin, longer in self._rows.items():  # a word of one character where no longer one stands
            if len(begin) == 2:
                longer.extend(self._rows.get(begin[0], ()))

    def found(self, text: str) -> list[tuple[int, str, str]]:
        """(start, word, class) of each word in the text."""
        rows: list[tuple[int, str, str]] = []
        known, after = self._rows, 0
        for start in self._table.places(text):
            if start < after:
                continue
            pair = text[start : start + 2]
            for word, size, kind in known.get(pair) or known.get(pair[0]) or ():
                if size < 3 or text.startswith(word, start):  # the pair is the word, or begins with it
                    rows.append((start, word, kind))
                    after = start + size
                    break
        return rows
