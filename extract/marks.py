"""Half-width marks in Chinese text, as web pages and converters leave them: read as full-width ones, quoted as they stand.

>>> even("(一)由县财政局负责,县审计局配合,10:30前报表(80%)")
'（一）由县财政局负责，县审计局配合，10:30前报表（80%）'
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from extract.edges import HALF
from extract.model import Extraction
from extract.source import Source

_CHINESE = "\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”‘’"
_MARK = re.compile(rf"(?<=[{_CHINESE}%)\]])[,;:!?]|[,;:!?](?=[{_CHINESE}])")
_HALF = re.compile(r"[一-龥][,;]|[一-龥]\([一-龥]|(?:^|\n)[ \u3000]*\([一二三四五六七八九十]")
_MASK = re.compile(r"(?<=[\u4e00-\u9fff])x{1,4}(?=[%％万亿元个家户名人亩公千年月日项])")
_WORDS = ("text", "mention")
_BEGINS, _ENDS = frozenset(("start", "date_start")), frozenset(("end", "heading_end", "date_end"))


def even(text: str) -> str:
    """The text with full-width marks and capital masks, of the same length; the text itself where its commas and brackets are full-width already."""
    if "x" in text:
        text = _MASK.sub(lambda mask: mask.group().upper(), text)  # 增长x%: a mask as XX is
    if not any(mark in text for mark in "(,;") or _HALF.search(text) is None:
        return text
    found = _MARK.sub(lambda mark: HALF[mark.group()], text)
    return found.replace("(", "（").replace(")", "）")


def exact(found: Extraction, source: Source, places: Sequence[int] | None = None) -> Extraction:
    """The facts of the evened text with their words as they stand in the source; `places`: where each character stood, if some were left out."""
    given: Extraction = _exact(replace(found, source=source), source.text, places)
    return given


def _exact(value: Any, text: str, places: Sequence[int] | None) -> Any:
    if isinstance(value, tuple):
        return tuple(_exact(one, text, places) for one in value)
    if not is_dataclass(value) or isinstance(value, (type, Source)):
        return value
    changed: dict[str, Any] = {}
    for one in fields(value):
        held = getattr(value, one.name)
        if one.name in _WORDS and isinstance(held, str):
            continue
        if places is not None and one.name in _BEGINS and held is not None:
            new: Any = places[held] if held < len(places) else len(text)
        elif places is not None and one.name in _ENDS and held is not None:
            new = places[held - 1] + 1 if held else 0
        else:
            new = _exact(held, text, places)
        if new is not held:
            changed[one.name] = new
    for name in _WORDS:
        if isinstance(getattr(value, name, None), str):
            start, end = (changed.get(at, getattr(value, at)) for at in ("start", "end"))
            if text[start:end] != getattr(value, name):
                changed[name] = text[start:end]
    return replace(value, **changed) if changed else value
