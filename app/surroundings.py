"""The words before and after a passage: the document beside each fact, so that nobody has to open it to judge."""

from __future__ import annotations

from typing import Any

import streamlit as st

from graph.documents import read_document

BESIDE = 260
"""Characters shown on either side."""
_EDGES = "。；！？\n\t"


# a document's id is the hash of its file, so its text never changes under it
@st.cache_data(max_entries=64, show_spinner=False)
def _text(_opened: Any, document: str) -> str:
    return read_document(_opened, document).text


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


def around(opened: Any, document: str, start: int, end: int) -> tuple[str, str]:
    """The words before and after a passage of a document."""
    return cut(_text(opened, document), start, end)
