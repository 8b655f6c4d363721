"""What Neo4j says of a query that cannot run, in Chinese; what it has no words for stays as the server said it."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_WORDS = Path(__file__).with_suffix(".yaml")
_LIST = re.compile(r",\s*|\s+or\s+")
_READING = (
    "MATCH", "OPTIONAL", "WHERE", "RETURN", "WITH", "UNWIND", "UNION", "CALL", "ORDER BY", "SKIP", "LIMIT", "DISTINCT",
    "AND", "OR", "NOT", "IN", "AS", "CASE", "WHEN", "THEN", "ELSE", "END", "CONTAINS", "STARTS WITH", "ENDS WITH", "COUNT",
)  # fmt: skip


@cache
def _known() -> tuple[list[tuple[re.Pattern[str], str]], dict[str, Any]]:
    read = yaml.load(_WORDS.read_text("utf-8"), yaml.CSafeLoader)
    return [(re.compile(one["said"], re.DOTALL), one["zh"]) for one in read["messages"]], read


def _types(said: str) -> str:
    """`Float, Integer or List<T>` in words, each once."""
    words = _known()[1]["types"]
    names = (re.split(r"[<({]", one)[0].strip() for one in _LIST.split(said))
    return "、".join(dict.fromkeys(words.get(one, one) for one in names if one))


def _options(said: str) -> str:
    words = _known()[1]["options"]
    return "、".join(
        words.get(one, one.strip("'")) for one in _LIST.split(said.replace("','", "'，'").rstrip(" …")) if one
    )


def chinese(message: str) -> str:
    """The first line of a message of Neo4j in Chinese."""
    for pattern, zh in _known()[0]:
        found = pattern.fullmatch(message)
        if found:
            said = {
                name: _types(text) if name.startswith("types") else _options(text) if name == "options" else text
                for name, text in found.groupdict().items()
            }
            return zh.format(**said)
    return message


def hint(message: str, before: str) -> str:
    """What was meant by a word that is none of Cypher's, empty where nothing is near; `before` stands before it."""
    found = re.match(r"Invalid input '([^']+)'", message)
    if not found:
        return ""
    word = found[1].upper()
    if word == "=" and before[-1:] in "=!":
        word = before[-1:] + word
    other: dict[str, str] = _known()[1]["instead"]
    if word in other:
        return other[word]
    near = get_close_matches(word, _READING, 1, 0.75) if len(word) > 3 else []
    return f"是不是 {near[0]}？" if near and near[0] != word else ""
