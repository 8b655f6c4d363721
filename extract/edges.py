"""Where a clause begins and ends, seen from a place inside it: to the next comma, stop or line end, quotes and brackets whole."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from extract.sieve import Table

HARD = frozenset("，。；：！？,;:!?\n\t…　")
_OPEN = {
    "”": "“",
    "’": "‘",
    "）": "（",
    ")": "(",
    "》": "《",
    "」": "「",
    "』": "『",
    "】": "【",
    "〉": "〈",
    "］": "［",
    "]": "[",
}
_CLOSE = {opening: closing for closing, opening in _OPEN.items()}
_OPENING = frozenset(_CLOSE)
_MARK = Table({*HARD, *_OPEN, *_OPENING, '"', "—"})
_QUOTES = Table({*_OPENING, '"'})
_QUOTE = re.compile("[" + "".join(re.escape(one) for one in (*_OPENING, '"')) + "]")

_LABEL = re.compile(r"[（(][一二三四五六七八九十\d]{1,3}[）)]\s*|第[一二三四五六七八九十百零\d]{1,5}条\s+")
_LABELLED = frozenset("（(第")
"""A clause begins behind its label: （二）项目…, 第八条 有下列情形之一的."""
HALF = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}


@lru_cache(maxsize=1)
def full_width(text: str) -> str:
    """The text with half-width marks made full-width, so that one pattern reads both; every offset stays what it was.

    >>> full_width("年底前完成,并报备(县级)")
    '年底前完成，并报备（县级）'
    """
    for half, full in HALF.items():
        text = text.replace(half, full)
    return text


REACH = 120  # characters; no clause of interest is longer, and a text without punctuation stays cheap


def clause_start(text: str, at: int, low: int = 0) -> int:
    """The first place of the clause that holds `at`, at most REACH back, not before `low`.

    A bracket or quote closed before `at` belongs to the clause with all it holds; one still open begins the clause.
    """
    low = max(low, at - REACH)
    marks, place = _marks(text), at
    for index in range(bisect_left(marks, at) - 1, -1, -1):
        where = marks[index]
        if where < low:
            break
        character = text[where]
        if where >= place:  # within a bracket or quote passed over
            continue
        opening = _OPEN.get(character)
        if opening or character == '"':
            start = text.rfind(opening or character, low, where)
            if start < 0 or "\n" in text[start:where] or (not opening and _opens(text, where)):
                return where + 1
            place = start
        elif character == "—" and text[where - 1 : where] != "—":
            continue
        else:
            label = _LABEL.match(text, where + 1, at) if text[where + 1 : where + 2] in _LABELLED else None
            return where + 1 if label is None else label.end()
    return min(low, place)


@lru_cache(maxsize=2)
def _marks(text: str) -> list[int]:
    return _MARK.places(text)


@lru_cache(maxsize=2)
def _quotes(text: str) -> list[int]:
    return _QUOTES.places(text)


def _opens(text: str, at: int) -> bool:
    """Is the straight quote at `at` an opening one: the first, third… of its line (2,000 characters of it at most)."""
    low = max(0, at - 2000)
    return text.count('"', text.rfind("\n", low, at) + 1 or low, at) % 2 == 0


def masked(text: str, start: int, end: int) -> str:
    """text[start:end] with the insides of quotes and brackets blanked, so that words in names are not read as verbs."""
    piece = text[start:end]
    quotes = _quotes(text)
    place = bisect_left(quotes, start)
    if place == len(quotes) or quotes[place] >= end:
        return piece
    done = 0
    for match in _QUOTE.finditer(piece):
        at = match.start()
        if at < done:
            continue
        stop = piece.find(_CLOSE.get(piece[at], '"'), at + 1)
        if stop >= 0:
            done = stop + 1
            piece = piece[: at + 1] + "□" * (stop - at - 1) + piece[stop:]  # as long as before
    return piece
