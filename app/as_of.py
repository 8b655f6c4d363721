"""The day at which things count as overdue: what the address says, else today, else the day of the last document."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Any

from app import address
from app.texts import say

_TYPED = re.compile(r"(\d{4})(?:\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?|(\d{2})(\d{2}))")
_KNOWN = """OPTIONAL MATCH (t:Deadline) WITH max(t.due) AS due
OPTIONAL MATCH (d:Document) RETURN toString(due), toString(max(d.date))"""


@dataclass(frozen=True, slots=True)
class AsOf:
    """`asked` is the day the address holds, empty where it holds none; then `usual` counts, and `why` tells where it is not today."""

    asked: str
    usual: str
    why: str = ""

    @property
    def day(self) -> date:
        """The day that counts."""
        return date.fromisoformat(self.asked or self.usual)


def parsed(text: str) -> date | None:
    """A day as the address has it, None where it is none."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def typed(text: str) -> date | None:
    """A day as offices write it (2024-6-3, 2024.6.3, 2024年6月3日, 20240603), None where it is none.

    >>> typed("2024年6月3日"), typed("去年")
    (datetime.date(2024, 6, 3), None)
    """
    found = _TYPED.fullmatch(unicodedata.normalize("NFKC", text).strip())
    try:
        return date(*(int(one) for one in found.groups() if one)) if found else None
    except ValueError:
        return None


def as_of(asked: str, today: date, last_due: str, last_document: str, language: str) -> AsOf:
    """Today, unless another day is asked for, or nothing at all is due any more: then documents are old and read as of the last."""
    day, last = parsed(asked), parsed(last_document)
    usual, why = today.isoformat(), ""
    if last and last < today and last_due and last_due < usual:
        usual, why = last.isoformat(), say(language, "as_of_last")
    return AsOf(day.isoformat() if day else "", usual, why)


def read(opened: Any, language: str) -> AsOf:
    """The day that counts on this page."""
    ((due, document),) = opened.read(_KNOWN).rows
    return as_of(address.text("day"), date.today(), due or "", document or "", language)
