"""Does an extraction quote the text: every sentence, body and part in the very words that stand there?"""

from __future__ import annotations

from extract.model import Extraction


def assert_quoted(found: Extraction, text: str) -> None:
    for one in found.obligations:
        assert one.text == text[one.start : one.end]
        for body in one.bodies:
            assert body.mention == text[body.start : body.end]
        for part in (*one.deadlines, *one.targets, *one.projects, *one.programmes, *one.dependencies):
            assert part.text == text[part.start : part.end]
    for left in found.skipped:
        assert left.text == text[left.start : left.end]
