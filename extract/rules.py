"""Captions of the rules that found facts (resources/rules.yaml) and told what a sentence is (resources/reasons.yaml)."""

from __future__ import annotations

from functools import cache

from extract.resource import resource


@cache
def rules() -> dict[str, dict[str, str]]:
    """All rules by code, each with its caption in Chinese and English."""
    return {**resource("reasons")["reasons"], **resource("reasons")["rules"], **resource("rules")}


def caption(rule: str, language: str) -> str:
    """What a rule does, in Chinese or English; the code itself where it has no caption."""
    entry = rules().get(rule)
    return entry["zh" if language.startswith("zh") else "en"] if entry else rule
