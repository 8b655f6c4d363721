"""The words before and after a passage: the document beside each fact, so that nobody has to open it to judge."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from threading import Lock
from typing import Any

from queries.acts import Act

BESIDE = 260
"""Characters shown on either side."""
MOST = 10_000_000
"""Characters of documents kept at hand."""
_EDGES = "。；！？\n\t"
_TEXTS = "MATCH (t:Text) WHERE t.document IN $ids RETURN t.document, t.text ORDER BY t.document, t.order"
_LOCK = Lock()
# a document's id is the hash of its file, so its text never changes under it
_kept: OrderedDict[str, str] = OrderedDict()


def texts(opened: Any, documents: Iterable[str]) -> dict[str, str]:
    """The texts of documents by id, all that are not at hand in one read."""
    wanted = set(documents)
    with _LOCK:
        found = {one: _kept[one] for one in wanted if one in _kept}
    missing = wanted - found.keys()
    if missing:
        parts: dict[str, list[str]] = {one: [] for one in missing}
        for document, text in opened.read(_TEXTS, {"ids": sorted(missing)}).rows:
            parts[document].append(text)
        read = {one: "".join(parts[one]) for one in missing}
        found |= read
        with _LOCK:
            _kept.update({one: text for one, text in read.items() if text})
            while len(_kept) > 1 and sum(map(len, _kept.values())) > MOST:
                _kept.popitem(last=False)
    return found


def cut(text: str, start: int, end: int, most: int = BESIDE) -> tuple[str, str]:
    """What stands before and after, whole sentences where they fit; … where more stands there.

    >>> cut("甲县很好。乙县也好。丙县最好。丁县不好。", 10, 15, 7)
    ('……乙县也好。', '丁县不好。')
    """
    before, after = text[max(0, start - most) : start], text[end : end + most]
    if start > most:
        edge = next((at for at, letter in enumerate(before) if letter in _EDGES), -1)
        before = f"……{before[edge + 1 :].lstrip()}"
    if end + most < len(text):
        edge = max(after.rfind(letter) for letter in _EDGES)
        after = f"{after[: edge + 1].rstrip() if edge >= 0 else after}……"
    return before.replace("\t", "　"), after.replace("\t", "　")


def rows_of(opened: Any, acts: Mapping[str, Act]) -> dict[str, Act]:
    """The acts, those that stand in a table with `around`: what stands before and after them in their row."""
    documents = {key: str((act["document"] or {}).get("id") or "") for key, act in acts.items()}
    held = texts(opened, filter(None, documents.values()))
    found = {}
    for key, act in acts.items():
        text = held.get(documents[key], "")
        before, after = row(text, act["obligation"]["start"], act["obligation"]["end"])
        found[key] = {**act, "around": (before, after)} if before or after else act
    return found


def row(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a passage in its row of a table, nothing where it stands in none.

    >>> row("序号\\t任务\\n1\\t修渠\\t年底前\\n以上。", 8, 10)
    ('1\u3000', '\u3000年底前')
    """
    left, right = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    before, after = text[left:start], text[end : right if right >= 0 else len(text)]
    if "\t" not in before + after:
        return "", ""
    return before[-BESIDE:].replace("\t", "\u3000"), after[:BESIDE].replace("\t", "\u3000")
