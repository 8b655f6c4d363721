"""Ask a named question: parse the values, look up the names in them, read the rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from queries.find import Readable, Table, Thing, the_one
from queries.library import THINGS, Question


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a question, and for each name that was typed the node it was taken for."""

    question: Question
    table: Table
    taken: Mapping[str, Thing]


def prepare(store: Readable, question: Question, given: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Thing]]:
    """Typed values → the statement's parameters (ids for names), and what each name was taken for.

    Raises:
        BadParameterError: a value is missing, unknown or wrong.
        UnknownThingError: a name is not in the graph.
    """
    values = question.values(given)
    taken: dict[str, Thing] = {}
    for parameter in question.parameters:
        words = values[parameter.name]
        if parameter.type in THINGS and words is not None:
            taken[parameter.name] = the_one(store, parameter.type, words)
            values[parameter.name] = taken[parameter.name].id
    return values, taken


def ask(store: Readable, question: Question, given: Mapping[str, Any]) -> Answer:
    """Run a question of the library. Raises as `prepare` does."""
    values, taken = prepare(store, question, given)
    return Answer(question, store.read(question.text, values), taken)
