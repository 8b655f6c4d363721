"""Text → sentences: ended by 。！？；; or a line end or a tab, closing quotes and brackets kept with them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SENTENCE = re.compile(r"[^。！？；;\n\t]+[。！？；;]*[”’」』）)]*")

_BLANK = frozenset(one for one in map(chr, range(0x10000)) if one.isspace())


_STOPS = frozenset("。！？；;")


def cut(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence of `text[start:end]`, white space trimmed."""
    for match in _SENTENCE.finditer(text, start, len(text) if end is None else end):
        begin, stop = match.span()
        while begin < stop and text[begin] in _BLANK:
            begin += 1
        while begin < stop and text[stop - 1] in _BLANK:
            stop -= 1
        if stop > begin and text[begin] not in _STOPS:  # nothing but white space before a stop is no sentence
            yield begin, stop
