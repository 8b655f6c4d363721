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


OFFICE = re.compile(
    "[\u4e00-\u9fff]{1,16}(?:局|委|办|厅|部|委员会|办公室|中心|公司|集团|政府|管委会|街道|镇|乡)[；;、]?"
)
"""A line that is one office's name: 县财政局；"""


def cut_labelled(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The same, a label alone on its line (责任单位：) together with the line that is its value, or the lines of names that are."""
    label: int | None = None
    value = 0  # where the label's value ends so far
    for begin, stop in cut(text, start, end):
        if label is not None and (not value or OFFICE.fullmatch(text, begin, stop)):
            value = stop  # 责任单位： | 县教育局 | 县财政局
            continue
        if label is not None:
            yield label, value
            label, value = None, 0
        if text[stop - 1] in "：:":
            label = begin
        else:
            yield begin, stop
    if label is not None:
        yield label, value or end
