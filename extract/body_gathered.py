"""Departments by their stems alone behind 会同: 市发改委会同 + 统计、工信、商务，…"""

from __future__ import annotations

import re

from extract.body_name import Name
from extract.body_words import body_words
from extract.sieve import Sieve

_GATHERING = Sieve("(?:会同|联合(?!国|体|会|执法|发布|社))")
_STEMS = re.compile(r"([\u4e00-\u9fff]{2,8}?)([、和及与]|(?=[，。；]))")


def gathered(text: str, found: list[Name]) -> list[Name]:
    """`found` with departments by their stems alone behind 会同: 市发改委会同 + 统计、工信、商务，…"""
    words = body_words()
    starts = {name.start for name in found}
    more: list[Name] = []
    for match in _GATHERING.finditer(text):
        at, names = match.end(), []
        while (one := _STEMS.match(text, at)) is not None and one[1] in words.stems.words:
            names.append(Name(at, at + len(one[1]), "stem", "coordination"))
            at = one.end()
            if not one[2]:
                break
        if names and text[at : at + 1] in "，。；":
            more += [name for name in names if name.start not in starts]
    if not more:
        return found
    held = [name for name in found if not any(one.start < name.end and name.start < one.end for one in more)]
    return sorted([*held, *more], key=lambda name: name.start)
