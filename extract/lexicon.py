"""Closed lists of cases: read from `extract/resources/*.yaml`, turned into one fast pattern.

A resource is a mapping of sections; a section is a list of entries

    - key: road                      # what the words have in common
      words: [公路, 大桥]
      example: {text: 加快建设青石公路, finds: [青石公路]}
      counter: 公路部门要加强养护

so that each list shows what it finds and what it must not; tests run every example and counter-example.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from extract.ready import kept
from extract.resource import resource


class LexiconError(ValueError):
    """A resource that is not written as the module says; names the file, the section and the entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One group of words with what proves it. `example` and `counter` are texts, or mappings that say what is found."""

    key: str
    words: tuple[str, ...]
    example: Any = None
    counter: Any = None
    more: dict[str, Any] = field(default_factory=dict)


@cache
def sections(name: str) -> dict[str, tuple[Entry, ...]]:
    """The sections of `resources/<name>.yaml`; LexiconError where an entry has no key or no words."""
    raw = resource(name)
    if not isinstance(raw, dict):
        raise LexiconError(f"{name}.yaml: a mapping of sections is wanted, found {type(raw).__name__}")
    return {section: tuple(_entries(name, section, rows)) for section, rows in raw.items()}


def _entries(name: str, section: str, rows: Any) -> Iterator[Entry]:
    for number, row in enumerate(rows, 1):
        where = f"{name}.yaml: {section}, entry {number}"
        if not isinstance(row, dict) or "key" not in row or not row.get("words"):
            raise LexiconError(f"{where}: give it a key and words")
        words = tuple(str(word) for word in row["words"])
        more = {key: value for key, value in row.items() if key not in ("key", "words", "example", "counter")}
        yield Entry(str(row["key"]), words, row.get("example"), row.get("counter"), more)


def words(name: str, section: str, *keys: str) -> tuple[str, ...]:
    """All words of a section, or of its entries with the given keys."""
    found = sections(name)[section]
    return tuple(word for entry in found if not keys or entry.key in keys for word in entry.words)


def classes(name: str, section: str) -> dict[str, str]:
    """Word → key of its entry."""
    return {word: entry.key for entry in sections(name)[section] for word in entry.words}


def alternatives(phrases: Iterable[str]) -> str:
    """A pattern that matches the longest of the phrases, shared beginnings written once (a trie), so it stays fast.

    >>> alternatives(["公路", "公园", "桥"])
    '(?:公(?:园|路)|桥)'
    """
    listed = sorted(set(phrases))
    return kept("trie", hashlib.sha256("\0".join(listed).encode()).hexdigest(), lambda: _trie(listed))


def _trie(phrases: list[str]) -> str:
    root: dict[str, Any] = {}
    for phrase in phrases:
        node = root
        for character in phrase:
            node = node.setdefault(character, {})
        node[""] = {}
    if len(root) < _MANY or "" in root:
        return _branch(root)
    # So many first characters that trying one after the other costs: look in a set first, then in a smaller one.
    first = sorted(root)
    size = round(len(first) ** 0.5)
    chunks = [first[at : at + size] for at in range(0, len(first), size)]
    options = (
        f"(?<=[{_set(chunk)}])(?:{'|'.join(f'(?<={_escape(one)}){_branch(root[one])}' for one in chunk)})"
        for chunk in chunks
    )
    return f"[{_set(first)}](?:{'|'.join(options)})"


_MANY = 24  # first characters


def _set(characters: list[str]) -> str:
    return "".join("\\" + one if one in r"\]^-[&~|" else one for one in characters)


def _branch(node: dict[str, Any]) -> str:
    ends = "" in node
    options = [_escape(character) + _branch(child) for character, child in sorted(node.items()) if character]
    if not options:
        return ""
    inner = "|".join(options)
    if ends:
        return f"(?:{inner})?"
    return f"(?:{inner})" if len(options) > 1 else inner


def repeated(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for a text made of the phrases only, one after the other, the longest first; it never tries twice."""
    return re.compile(f"(?:{alternatives(phrases)})*+")


def _escape(character: str) -> str:
    return "\\" + character if character in r"\.^$*+?{}[]()|" else character
