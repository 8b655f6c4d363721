"""What people type to find a name: the name, its aliases, their pinyin (caizhengju) and initials (czj)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_NOTHING = re.compile(r"[^0-9a-z]+")
_SHORT = 8
"""Aliases up to this length get pinyin of their own; nobody types the initials of longer ones."""


@lru_cache(maxsize=20_000)
def pinyin_keys(name: str) -> tuple[str, ...]:
    """Pinyin without tones and spaces, and its initials; nothing for a name without Chinese letters.

    >>> pinyin_keys("财政局")
    ('caizhengju', 'czj')
    """
    if not _CHINESE.search(name):
        return ()
    from pypinyin import Style, lazy_pinyin  # 0.1 s: only where something is written or searched

    # letters without pinyin (×, brackets) stay apart from the syllables, so that initials keep their order
    syllables = [_NOTHING.sub("", one.lower()) for one in lazy_pinyin(name, style=Style.NORMAL)]
    kept = [one for one in syllables if one]
    return tuple(dict.fromkeys(("".join(kept), "".join(one[0] for one in kept)))) if kept else ()


def search_keys(name: str, aliases: Iterable[str] = ()) -> tuple[str, ...]:
    """All keys a body is found by: its names in lower case, then pinyin and initials of the name and of its short aliases.

    Without double ones; the order depends on the names alone.

    >>> search_keys("青禾县财政局", ["财政"])
    ('青禾县财政局', '财政', 'qinghexiancaizhengju', 'qhxczj', 'caizheng', 'cz')
    """
    names = [one.lower() for one in dict.fromkeys((name, *aliases)) if one]
    spoken = [key for one in names if one == name.lower() or len(one) <= _SHORT for key in pinyin_keys(one)]
    return tuple(dict.fromkeys([*names, *spoken]))
