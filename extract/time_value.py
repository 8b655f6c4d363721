"""What a time expression bounds."""

from __future__ import annotations

from datetime import date

from extract.record import record

BY, DURING, FROM, RECURRING, ONGOING = "by", "during", "from", "recurring", "ongoing"


@record
class Value:
    """`begin` and `due` are the first and last day, None where the words or the document do not fix them."""

    kind: str
    begin: date | None = None
    due: date | None = None
    recurrence: str = ""
    note: str = ""
