"""任务分解表 as a Word document: the form an office files and sends round, one line an obligation."""

from __future__ import annotations

from collections.abc import Iterable

from app.export import paper
from app.texts import say, words
from queries.ledger import ROLES, Entry

COLUMNS = ("number", "task", "lead_bodies", "support_bodies", "due", "target")
_WIDTHS = (12, 98, 42, 46, 30, 33)
_IN_LEAD = ("lead", "responsible", "supervise")


def rows(entries: Iterable[Entry], body: str, language: str) -> list[list[str]]:
    """The head and a line an obligation, in the order given; one owed in two roles is one line.

    The form knows lead and support. A body the text names responsible, or as the one that supervises, stands in the
    column of leads with its role behind it, so that no role is lost.
    """
    text = words(language)
    lines: dict[str, tuple[Entry, dict[str, list[str]]]] = {}
    for entry in entries:
        _, named = lines.setdefault(entry.id, (entry, {role: [] for role in ROLES.values()}))
        if entry.role:  # an obligation of a list of everybody's has none: all who owe it are its partners
            named[entry.role].append(entry.collective or body)
        for one in entry.partners:
            named[ROLES[one["relation"]]].append(one["name"])
    made = [[text[one] for one in COLUMNS]]
    for number, (entry, named) in enumerate(lines.values(), 1):
        leads = [
            name if role == "lead" else f"{name}（{text[role]}）"
            for role in _IN_LEAD
            for name in dict.fromkeys(named[role])
        ]
        supports = dict.fromkeys(named["support"])
        targets = dict.fromkeys(one["text"] for one in entry.targets)
        made.append(
            [
                str(number),
                entry.text,
                "、".join(leads),
                "、".join(supports),
                entry.by_when or text["no_deadline"],
                "、".join(targets),
            ]
        )
    return made


def docx_bytes(entries: Iterable[Entry], body: str, language: str, title: str = "") -> bytes:
    """The form on A4 across, its head repeated on each page; `title` else names the body."""
    made = paper.paper(landscape=True, margins=(20, 18, 18, 18))
    paper.paragraph(made, title or say(language, "form_title", body=body), paper.TITLE, 22, align="center", line=40)
    paper.table(made, rows(entries, body, language), _WIDTHS, centred=(0, 4))
    return paper.saved(made)
