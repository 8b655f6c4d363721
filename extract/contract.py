"""Extraction → the JSON object that `govgraph extract --json` prints (the extraction contract)."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from enum import Enum
from typing import Any

from extract.model import Extraction


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value


def to_json(extraction: Extraction) -> dict[str, Any]:
    """`document`, `sections`, `obligations`, `results`, `skipped`; offsets count code points of the document's text."""
    source, context = extraction.source, extraction.context
    document = {
        **asdict(context),
        "source": source.path,
        "format": source.format,
        "sha256": source.sha256,
        "characters": len(source.text),
        "warnings": source.warnings,
        "version": extraction.version,
        "seconds": round(extraction.seconds, 4),
    }
    found: dict[str, Any] = {
        "document": document,
        "sections": [asdict(one) for one in extraction.sections],
        "obligations": [asdict(one) for one in extraction.obligations],
        "results": [asdict(one) for one in extraction.results],
        "policies": [asdict(one) for one in extraction.policies],
        "skipped": [asdict(one) for one in extraction.skipped],
    }
    plain: dict[str, Any] = _plain(found)
    return plain
