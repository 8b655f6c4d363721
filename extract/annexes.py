"""The list of annexes under a paper (附件：1.…): its numbers name papers, no items of the text."""

from __future__ import annotations

import re

from extract.lines import Line

_ANNEX_LIST = re.compile(r"附\s*件?\s*[：:]\s*1?\s*[.．、]?")
_ORDERS = re.compile(
    r"(?<![主重必需])要(?![求素点件])|应(?![急用])|须(?!知)|[新改扩][建造]\d*|\d+(?:[个所座户条家亩%％]|公里|[万亿]元)"
)


def unlabel_annexes(text: str, lines: list[Line]) -> None:
    """The numbered names after 附件： are a list of annexes, no items."""
    number, opened = 0, False
    for line in lines:
        alone = opened and line.label is not None and line.label.number == 1
        opened = False
        if listed := _ANNEX_LIST.match(text, line.start, line.end):
            opened = listed.end() == line.end  # 附件： | 1.…
            number = 0 if opened else 1
            line.listed = True
        elif (number or alone) and line.label is not None and line.label.family == "arabic" and not line.closed:
            if line.label.number != number + 1 or (alone and _ORDERS.search(text, line.label.end, line.end)):
                number = 0
                continue
            number += 1
            line.label = None
            line.listed = True
        elif not line.furniture:
            number = 0
