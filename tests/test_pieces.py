"""Any piece of a text is read: cut in the middle of a word, blanks for stops, letters apart, letters in any order."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from extract.contract import to_json
from extract.pipeline import extract_text
from tests.quoted import assert_quoted

TEXTS = sorted((Path(__file__).parent / "gold").glob("*.txt"))
_EACH = 30
_SIZES = (1, 5, 30, 200, 800)


def _pieces(text: str, seed: int) -> list[str]:
    choose = random.Random(seed)
    found: list[str] = []
    for turn in range(_EACH):
        start = choose.randrange(max(1, len(text)))
        piece = text[start : start + choose.choice(_SIZES)]
        spoiled = (
            piece,
            piece.replace("，", " "),
            piece.replace("\n", " "),
            " ".join(piece),
            "".join(choose.sample(piece, len(piece))),
        )
        found.append(spoiled[turn % len(spoiled)])
    return found


@pytest.mark.parametrize("path", TEXTS, ids=[path.stem for path in TEXTS])
def test_any_piece_is_read(path: Path) -> None:
    for piece in _pieces(path.read_text(encoding="utf-8"), seed=len(path.stem)):
        found = extract_text(piece, date(2024, 3, 1))
        to_json(found)
        assert_quoted(found, piece)


@pytest.mark.parametrize("text", ["奋斗\n——", "扩大到", "（一）", "1.", "附件：\n1.", "周五、", "拟", "其委托的"])
def test_a_text_that_breaks_off(text: str) -> None:
    extract_text(text, date(2024, 3, 1))
