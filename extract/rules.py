"""Captions of the rules that found facts, from resources/rules.yaml: `code: {zh: …, en: …}`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).parent / "resources" / "rules.yaml"


@cache
def _captions() -> dict[str, dict[str, str]]:
    captions: dict[str, dict[str, str]] = yaml.load(_FILE.read_text("utf-8"), yaml.CSafeLoader) or {}
    return captions


def caption(rule: str, language: str) -> str:
    """What a rule does, in Chinese or English; the code itself where it has no caption."""
    entry = _captions().get(rule)
    return entry["zh" if language.startswith("zh") else "en"] if entry else rule
