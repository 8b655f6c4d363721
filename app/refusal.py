"""Why a query was refused, in words: which of its words and which step of Neo4j's plan would have changed the graph."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from app.texts import say, words
from graph.cypher_text import tokens
from graph.errors import QueryRefusedError


@cache
def _captions() -> dict[str, dict[str, dict[str, str]]]:
    made: dict[str, dict[str, dict[str, str]]] = yaml.load(
        Path(__file__).with_suffix(".yaml").read_text("utf-8"), yaml.CSafeLoader
    )
    return made


def guilty(text: str) -> list[tuple[int, str, dict[str, str]]]:
    """(line from 1, the word as typed, what it does) of each word that changes or leaves the graph, once a line.

    A word after a colon or dot is a name (a label, a property), not a command.
    """
    found: list[tuple[int, str, dict[str, str]]] = []
    row = tokens(text)
    for place, token in enumerate(row):
        caption = _captions()["words"].get(token.text) if token.kind == "word" else None
        if caption is None or (place and row[place - 1].text in (":", ".", "|", "&", "$")):
            continue
        line = text.count("\n", 0, token.start) + 1
        if not any(one[0] == line and one[1].casefold() == token.text for one in found):
            found.append((line, text[token.start : token.end], caption))
    return found


def explained(error: QueryRefusedError, text: str, language: str) -> dict[str, Any]:
    """The refusal as the page shows it: what was said, why line by line, what to do instead."""
    why = [
        say(language, "refused_word", line=line, word=word, does=does[language]) for line, word, does in guilty(text)
    ]
    steps = _captions()["steps"]
    writing = dict.fromkeys(one for one in error.steps if one in steps)
    if writing:
        named = "、".join(f"{one}（{steps[one][language]}）" for one in writing)
        why.append(say(language, "refused_step", steps=named))
    return {"text": error.text(language), "why": why, "instead": words(language)["refused_instead"]}
