"""The graph's own codes (`after`, `Obligation`, `work-report`) in the user's words."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from extract.resource import resource
from graph.schema import Caption, schema

COLUMNS = frozenset({"种类", "是什么", "周期"})
"""Columns of named questions that hold codes."""
_OPEN = Path(__file__).parent / "code_words.yaml"
_EVERY = re.compile(r"every (\d+(?:\.5)?) (\S+)")
_UNITS = {"years": "年", "quarters": "个季度", "months": "个月", "weeks": "周", "days": "天"}


@cache
def _captions(language: str) -> dict[str, str]:
    known = schema()
    pairs: list[tuple[str, Caption]] = list(known.nodes.items())
    pairs += [pair for second in known.sublabels.values() for pair in second.items()]
    for properties in (*known.properties.values(), *(one.properties for one in known.relations.values())):
        pairs += [pair for one in properties.values() for pair in one.values.items()]
    written = yaml.load(_OPEN.read_text("utf-8"), yaml.CSafeLoader)
    found = {code: str(one[language]) for code, one in written.items()}
    found |= {code: one.caption(language) for code, one in pairs}
    return found | {one["key"]: one[language] for one in resource("document_kinds")}


def spoken(value: Any, language: str) -> Any:
    """A code, or each of a list, in words ("zh" or "en"); what is no code stays as it is."""
    if isinstance(value, list | tuple):
        return [spoken(one, language) for one in value]
    if not isinstance(value, str):
        return value
    every = _EVERY.fullmatch(value)
    if every and language == "zh":
        return f"每{every[1]}{_UNITS.get(every[2], every[2])}"
    return _captions(language).get(value, value)
