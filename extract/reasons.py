"""Captions of the reasons why a sentence became no fact, from resources/reasons.yaml: `code: {zh: …, en: …}`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).parent / "resources" / "reasons.yaml"


@cache
def reasons() -> dict[str, dict[str, str]]:
    """All reasons by code."""
    found: dict[str, dict[str, str]] = yaml.load(_FILE.read_text("utf-8"), yaml.CSafeLoader) or {}
    return found


def reason(code: str, language: str) -> str:
    """Why a sentence was left out, in Chinese or English; the code itself where it has no caption."""
    entry = reasons().get(code)
    return entry["zh" if language.startswith("zh") else "en"] if entry else code
