"""All places of many words in a long text, five times as fast as one pattern of all of them.

Tables ask of every character with its follower, and of the follower with the next, whether a word may begin there (numpy,
the whole text at once); only there the words are compared. Leftmost, longest, without overlap, as `re` would with the longest word first.

    >>> Scanner({"要求": "none", "要": "must"}).found("要求各镇要落实")
    [(0, '要求', 'none'), (4, '要', 'must')]
"""

from __future__ import annotations

from collections.abc import Mapping

from extract.sieve import Table


class Scanner:
    """Words with a class each."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._short = Table({word[:2] for word in words if len(word) < 3})
        self._long = Table({word[:2] for word in words if len(word) > 2})
        self._next = Table({word[1:3] for word in words if len(word) > 2})
        self._words = dict(words)
        sizes: dict[str, set[int]] = {}  # first two characters (one where there are no more) → lengths of the words
        for word in words:
            sizes.setdefault(word[:2], set()).add(len(word))
        for begin, found in sizes.items():
            if begin[0] in words:
                found.add(1)
        self._sizes = {begin: tuple(sorted(found, reverse=True)) for begin, found in sizes.items()}

    def found(self, text: str) -> list[tuple[int, str, str]]:
        """(start, word, class) of each word in the text."""
        rows: list[tuple[int, str, str]] = []
        words, sizes, after = self._words, self._sizes, 0
        marks, long = self._short.marks(text), self._long.marks(text)
        long[:-1] &= self._next.marks(text)[1:]
        marks |= long
        for start in marks.nonzero()[0].tolist():
            if start < after:
                continue
            pair = text[start : start + 2]
            for size in sizes.get(pair) or sizes.get(pair[0]) or ():
                word = text[start : start + size]
                found = words.get(word)
                if found is not None:
                    rows.append((start, word, found))
                    after = start + size
                    break
        return rows
