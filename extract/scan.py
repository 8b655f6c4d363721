"""All places of many words in a long text, five times as fast as one pattern of all of them.

A table asks of every character with its follower whether a word may begin there (numpy, the whole text at once);
only there the words are compared. Leftmost, longest, without overlap, as `re` would with the longest word first.

    >>> Scanner({"要求": "none", "要": "must"}).found("要求各镇要落实")
    [(0, '要求', 'none'), (4, '要', 'must')]
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

_SLOTS = 1 << 18
_MULTIPLIER = 40503  # spreads the two characters over the slots
_BLOCK = 1 << 20  # characters looked at at once, so that memory stays small


class Scanner:
    """Words with a class each."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._single = np.zeros(0x110000, dtype=bool)
        self._pair = np.zeros(_SLOTS, dtype=bool)
        self._short: dict[str, str] = {}
        self._long: dict[str, list[tuple[str, str]]] = {}  # first two characters → (word, class), longest first
        for word in sorted(words, key=len, reverse=True):
            if len(word) == 1:
                self._single[ord(word)] = True
                self._short[word] = words[word]
            else:
                self._pair[(ord(word[0]) * _MULTIPLIER + ord(word[1])) % _SLOTS] = True
                self._long.setdefault(word[:2], []).append((word, words[word]))

    def starts(self, text: str) -> list[int]:
        """Where a word may begin, in order; few of them are wrong."""
        places: list[int] = []
        for low in range(0, len(text), _BLOCK):
            codes = np.frombuffer(
                text[low : low + _BLOCK + 1].encode("utf-32-le", "surrogatepass"), dtype=np.uint32
            ).astype(np.int64)
            found: NDArray[np.bool_] = self._single[codes]
            found[:-1] |= self._pair[(codes[:-1] * _MULTIPLIER + codes[1:]) % _SLOTS]
            if low + _BLOCK < len(text):
                found = found[:-1]
            places += (np.flatnonzero(found) + low).tolist()
        return places

    def found(self, text: str) -> list[tuple[int, str, str]]:
        """(start, word, class) of each word in the text."""
        rows: list[tuple[int, str, str]] = []
        short, long, after = self._short, self._long, 0
        for start in self.starts(text):
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
