"""Words of a text that speak of time, before they are valued."""

from __future__ import annotations

from extract.record import record


@record
class Expression:
    """`text[start:end]` speaks of time; `rule` says as what (see `RULES` and rules.yaml)."""

    start: int
    end: int
    rule: str
