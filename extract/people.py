"""Names of persons that stand together without a mark, as cells of tables lose them: 邓连生孙树群."""

from __future__ import annotations

import re
from functools import cache

from extract.resource import resource

_LONGEST = 24  # characters


@cache
def _surnames() -> frozenset[str]:
    return frozenset(resource("bodies/surnames")["surnames"])


@cache
def spaced() -> re.Pattern[str]:
    """A name of two characters set apart, as in columns of names: 李 明."""
    return re.compile(
        rf"(?<![\u4e00-\u9fff])[{''.join(sorted(one for one in _surnames() if len(one) == 1))}][ \u3000]{{1,3}}[\u4e00-\u9fff](?![\u4e00-\u9fff])"
    )


def names_of(words: str) -> list[tuple[int, int]]:
    """The names that `words` is made of, as (start, end); empty where it is not made of names alone.

    >>> names_of("邓连生孙树群"), names_of("王天军祝芸"), names_of("县财政局")
    ([(0, 3), (3, 6)], [(0, 3), (3, 5)], [])
    """
    if not 2 <= len(words) <= _LONGEST or not all("\u4e00" <= one <= "\u9fff" or one == "×" for one in words):
        return []
    ways: list[list[tuple[int, int]] | None] = [None] * (len(words) + 1)  # how words[at:] is made of names
    ways[len(words)] = []
    for at in range(len(words) - 2, -1, -1):
        for size in (3, 2, 4):  # a given name of two characters is the rule
            rest = ways[at + size] if at + size <= len(words) else None
            surname = 2 if size == 4 else 1
            if rest is not None and words[at : at + surname] in _surnames():
                ways[at] = [(at, at + size), *rest]
                break
    return ways[0] or []
