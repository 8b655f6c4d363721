"""Text → outline: sections, items, sentences with their place in them."""

from __future__ import annotations

import re

from extract.draft import Draft
from extract.model import Sentence
from extract.sentence import cut

_LABEL = re.compile(r"\s*(?:[一二三四五六七八九十]+是|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、|\d+[.．、]\s?)")


def outline(draft: Draft) -> None:
    text = draft.text
    paragraph, seen = 0, 0
    for index, (start, end) in enumerate(cut(text)):
        paragraph += text.count("\n", seen, start)
        seen = start
        label = _LABEL.match(text, start, end)
        draft.outline.sentences.append(
            Sentence(index, start, end, text[start:end], paragraph, label.end() if label else start)
        )
