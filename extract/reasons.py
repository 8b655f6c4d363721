"""Captions of the reasons why a sentence became no fact (resources/reasons.yaml)."""

from __future__ import annotations

from extract.resource import resource


def reasons() -> dict[str, dict[str, str]]:
    """All reasons by code, each with its caption in Chinese and English."""
    found: dict[str, dict[str, str]] = resource("reasons")["reasons"]
    return found


def reason(code: str, language: str) -> str:
    """Why a sentence was left out, in Chinese or English; the code itself where it has no caption."""
    entry = reasons().get(code)
    return entry["zh" if language.startswith("zh") else "en"] if entry else code
