"""Errors of asking: each says what, where, and what to do next.

QuestionError
├── UnknownQuestionError     no `.cypher` file of that name
├── BadHeaderError           a file's header comment cannot be read
├── BadParameterError        a value is missing, unknown, or of the wrong type
└── UnknownThingError        a body, project, obligation or document that the graph does not hold
"""

from __future__ import annotations

from graph.errors import GraphError


class QuestionError(GraphError):
    """A question could not be asked as it was put; speaks Chinese and English like every GraphError."""


class UnknownQuestionError(QuestionError):
    """There is no question of that name; the message names the nearest ones."""


class BadHeaderError(QuestionError):
    """The header comment of a `.cypher` file is not what library.py describes; names file and field."""


class BadParameterError(QuestionError):
    """A parameter is missing, unknown, or its value is not of its type."""


class UnknownThingError(QuestionError):
    """No node of the graph goes by that name; the message names the nearest ones."""
