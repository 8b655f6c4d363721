"""One line of an evidence panel: who owes it, by when, how much, after what. The same wherever an obligation is shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.texts import say, words
from graph.schema import schema
from queries.ledger import ROLES

Fact = dict[str, str]


def fact(label: str, value: str, note: str = "", kind: str = "", href: str = "") -> Fact:
    """A caption and what it says; `kind` gives its colour, `href` where it leads."""
    return {"label": label, "value": value, "note": note, "kind": kind, "href": href}


def rule_caption(rule: str, language: str) -> str:
    """A rule's code with what it means, as far as the captions know it."""
    from extract.rules import caption

    return caption(rule, language)


def inherited(rule: str, elsewhere: bool) -> str:
    """The key of the words for a body that stands outside the obligation: in its table row, in a sentence before; empty for none."""
    if not elsewhere:
        return ""
    return "in_row" if rule.startswith("table-") else "inherited"


def owed(role: str, mention: str, name: str, rule: str, elsewhere: bool, language: str, href: str = "") -> Fact:
    """Who owes it, as which words say and by which rule."""
    text = words(language)
    how = inherited(rule, elsewhere)
    colon, stop = ("：", "；") if language == "zh" else (": ", "; ")
    why = f"{text[how]}{colon}{text[f'{how}_why']}" if how else ""
    note = stop.join(filter(None, (f"{text['rule']} {rule_caption(rule, language)}" if rule else "", why)))
    return fact(text[role], f"{mention} → {name}" if mention and mention != name else name, note, href=href)


def owed_by(body: Mapping[str, Any], language: str, href: str = "") -> Fact:
    """The same of a row that holds relation, mention, name, rule and inherited."""
    mention, name = body["mention"] or "", body["name"]
    return owed(ROLES[body["relation"]], mention, name, body["rule"], body["inherited"], language, href)


def due(deadline: Mapping[str, Any], document_date: str | None, language: str) -> Fact:
    """By when: the words, the day they come to, and what that was reckoned from."""
    text = words(language)
    said, day = deadline["text"], deadline["due"]
    reckoned = day and day != said
    note = deadline["note"] or ""
    if not note and reckoned and document_date:
        note = say(language, "as_of", date=document_date)
    return fact(
        text["due"], f"{said} → {day}" if reckoned else said, note or ("" if day else text["undated"]), "Deadline"
    )


def target(one: Mapping[str, Any], language: str) -> Fact:
    """How much, with what is measured."""
    return fact(words(language)["target"], one["text"], one["indicator"] or "", "Target")


def waits(one: Mapping[str, Any], language: str) -> Fact:
    """After what, and which kind of waiting that is."""
    kinds = schema().relations["DEPENDS_ON"].properties["kind"].values
    return fact(words(language)["waits_for"], f"{one['on']}（{kinds[one['kind']].caption(language)}）")
