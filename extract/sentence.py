"""Text → sentences: ended by 。！？；; or a line end or a tab, closing quotes and brackets kept with them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SENTENCE = re.compile(r"[^。！？；;\n\t]+[。！？；;]*[”’」』）)]*")


def cut(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence, white space trimmed."""
    for match in _SENTENCE.finditer(text):
        raw = match.group()
        start = match.start() + len(raw) - len(raw.lstrip())
        end = match.end() - (len(raw) - len(raw.rstrip()))
        if end > start:
            yield start, end
