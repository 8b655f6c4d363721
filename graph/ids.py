"""Ids: hashes of the fewest source values that identify a thing, so the same words give the same node in any order.

Each id is a prefix (from the schema, so a reader sees what it names) and 80 bits in hex: `obl-3f9c…`.
Names are folded first (`fold`), because 《县志（修订）》 and 《县志(修订) 》 are one thing.
"""

from __future__ import annotations

import re
from hashlib import blake2b

NAME_LIMIT = 300
"""Code points of a name that is kept; Neo4j refuses index keys over 8 kB, and nothing real is called by more."""

_SPACE = re.compile(r"[\s\u200b\u200c\u200d\ufeff]+")
_NEEDLESS = re.compile(r"(?<![!-~]) | (?![!-~])")
_WIDTH = str.maketrans(
    {
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF10, 0xFF1A)},  # ０ → 0
        **{chr(code): chr(code - 0xFEE0) for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))},  # Ａ → A
        **dict(zip("():;,?!", "（）：；，？！", strict=True)),
        **dict.fromkeys("[［〖【", "〔"),  # document numbers are written 〔2024〕
        **dict.fromkeys("]］〗】", "〕"),
        **dict.fromkeys("–―－", "—"),
        "﹒": "·",
        "•": "·",
        "％": "%",
    }
)


def fold(name: str) -> str:
    """A name in the one form it has in the graph: full-width brackets, half-width letters and digits, no spaces but
    between Latin words.

    >>> fold("县人民医院 (东院区) Phase  2 项目")
    '县人民医院（东院区）Phase 2项目'
    """
    return _NEEDLESS.sub("", _SPACE.sub(" ", name).translate(_WIDTH))[:NAME_LIMIT]


def fold_title(title: str) -> str:
    """A title as `fold` gives it, without the 《》 round it.

    >>> fold_title("《青禾县志(修订) 》")
    '青禾县志（修订）'
    """
    folded = fold(title)
    if folded.startswith("《") and folded.endswith("》") and folded.count("《") == 1:
        return folded[1:-1]
    return folded


def make_id(prefix: str, *parts: str | int) -> str:
    """The id of the thing that `parts` identify; lengths are hashed too, so ("ab", "c") and ("a", "bc") differ."""
    text = "".join(f"{len(part)}:{part}" for part in map(str, parts))
    return f"{prefix}-{blake2b(text.encode(), digest_size=10).hexdigest()}"


def document_id(sha256: str) -> str:
    """A document is its bytes: the same file under two paths is one, a changed file another."""
    return make_id("doc", sha256)


def section_id(document: str, start: int, level: int) -> str:
    return make_id("sec", document, start, level)


def span_id(prefix: str, document: str, start: int, end: int) -> str:
    """Obligation (obl), Target (tgt), Deadline (due), Result (res), Condition (cond): a span of a document."""
    return make_id(prefix, document, start, end)


def text_id(document: str, order: int) -> str:
    return make_id("text", document, order)


def body_id(key: str) -> str:
    """`key` is the registry's (`Resolution.key`)."""
    return make_id("body", key)


def project_id(name: str, region: str) -> str:
    """`name` folded; works of two counties may bear one name, so the region belongs to it."""
    return make_id("proj", name, region)


def programme_id(name: str) -> str:
    return make_id("prog", name)


def policy_id(title: str) -> str:
    return make_id("pol", title)


def place_id(name: str, code: str, region: str) -> str:
    """By the division's code where it is known, else by the document's region."""
    return make_id("place", name, code or region)
