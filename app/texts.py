"""The app's words in Chinese and English, from texts.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

_NUMBERED = re.compile(r"\{(\w+)\|([^|}]*)\|([^|}]*)\}")
LANGUAGES = ("zh", "en")


@cache
def words(language: str) -> dict[str, str]:
    """All captions of a language by key."""
    entries = yaml.load((Path(__file__).parent / "texts.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return {key: str(entry[language]) for key, entry in entries.items()}


def say(language: str, key: str, **values: object) -> str:
    """One caption with its values filled in: {n} is a value, {n|item|items} the word that goes with one or with more."""
    return _NUMBERED.sub(lambda found: _word(found, values), words(language)[key]).format(**values)


def _word(found: re.Match[str], values: Mapping[str, object]) -> str:
    name, one, more = found.groups()
    return one if str(values[name]) == "1" else more
