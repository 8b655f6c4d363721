"""Half-width marks in Chinese text, as web pages and converters leave them: read as full-width ones, quoted as they stand.

>>> even("(一)由县财政局负责,县审计局配合,10:30前报表(80%)")
'（一）由县财政局负责，县审计局配合，10:30前报表（80%）'
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

from extract.edges import HALF
from extract.model import Extraction
from extract.source import Source

_CHINESE = "\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”‘’"
_MARK = re.compile(rf"(?<=[{_CHINESE}%)\]])[,;:!?]|[,;:!?](?=[{_CHINESE}])")
_HALF = re.compile(r"[一-龥][,;]|[一-龥]\([一-龥]|(?:^|\n)[ \u3000]*\([一二三四五六七八九十]")
_MASK = re.compile(r"(?<=[\u4e00-\u9fff])x{1,4}(?=[%％万亿元个家户名人亩公千年月日项])")
_WORDS = frozenset(("text", "mention"))


def even(text: str) -> str:
    """The text with full-width marks and capital masks, of the same length; the text itself where its commas and brackets are full-width already."""
    if "x" in text:
        text = _MASK.sub(lambda mask: mask.group().upper(), text)  # 增长x%: a mask as XX is
    if not any(mark in text for mark in "(,;") or _HALF.search(text) is None:
        return text
    found = _MARK.sub(lambda mark: HALF[mark.group()], text)
    return found.replace("(", "（").replace(")", "）")


def exact(found: Extraction, source: Source) -> Extraction:
    """The facts of the evened text with their words as they stand in the source."""
    given: Extraction = _exact(replace(found, source=source), source.text)
    return given


def _exact(value: Any, text: str) -> Any:
    if isinstance(value, tuple):
        return tuple(_exact(one, text) for one in value)
    if not is_dataclass(value) or isinstance(value, (type, Source)):
        return value
    changed: dict[str, Any] = {}
    for one in fields(value):
        held = getattr(value, one.name)
        if one.name in _WORDS and isinstance(held, str):
            new: Any = text[value.start : value.end]  # type: ignore[attr-defined]
        else:
            new = _exact(held, text)
        if new is not held:
            changed[one.name] = new
    return replace(value, **changed) if changed else value
