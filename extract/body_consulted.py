"""Bodies that another consults, 商 + their name: 省民政厅 | 商 | 省财政厅."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.body_name import Name

_CONSULTS = re.compile(
    r"(?:(?<=[局委部厅署办院会府处])|(?<![\u4e00-\u9fff]))商(?=[省市县区州国]|有关|相关|同级|财政|发展|发改|人力|人社|自然|生态|住房|住建|卫生|公安|民政|教育|科技|农业|水利|交通|应急|税务|人民银行|中央|海关|市场监管)"
)


def consulted(text: str, found: list[Name]) -> list[Name]:
    """`found` with the names parted that 商 joins, or begins."""
    if "商" not in text:
        return found
    return [part for name in found for part in _parts(text, name)]


def _parts(text: str, name: Name) -> Iterator[Name]:
    low = name.start
    if text.find("商", low, name.end) < 0:
        yield name
        return
    for match in _CONSULTS.finditer(text, name.start, name.end):
        if match.start() > low + 1:
            yield Name(low, match.start(), name.kind, name.rule)
        low = match.end()
    if low == name.start:
        yield name
    else:
        yield Name(low, name.end, name.kind, name.rule)
