"""The app's words in Chinese and English, from texts.yaml."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

LANGUAGES = ("zh", "en")


@cache
def words(language: str) -> dict[str, str]:
    """All captions of a language by key."""
    entries = yaml.load((Path(__file__).parent / "texts.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return {key: str(entry[language]) for key, entry in entries.items()}


def say(language: str, key: str, **values: object) -> str:
    """One caption with its values filled in."""
    return words(language)[key].format(**values)
