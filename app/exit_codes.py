"""Exit codes that scripts rely on, and how an error reaches the person at the terminal.

0 done · 1 some inputs failed · 2 wrong use · 3 refused · 4 time or memory limit reached · 5 the store cannot be reached
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from app.speech import language
from extract.errors import ExtractError
from graph.errors import (
    GraphError,
    QueryLimitError,
    QueryRefusedError,
    QueryUsageError,
    StoreUnavailableError,
)

DONE, FAILED, WRONG_USE, REFUSED, LIMIT, NO_STORE = range(6)

_CODES: tuple[tuple[type[Exception], int], ...] = (
    (StoreUnavailableError, NO_STORE),
    (QueryLimitError, LIMIT),
    (QueryRefusedError, REFUSED),
    (QueryUsageError, WRONG_USE),
)


def exit_code(error: GraphError | ExtractError) -> int:
    """The code of the nearest class that has one; a question asked wrongly is wrong use, everything else a failure."""
    for kind, code in _CODES:
        if isinstance(error, kind):
            return code
    from queries.errors import BadHeaderError, QuestionError

    if isinstance(error, QuestionError) and not isinstance(error, BadHeaderError):
        return WRONG_USE
    return FAILED


def message(error: GraphError | ExtractError) -> str:
    """What to tell, in the user's language where the error speaks it."""
    return error.text(language()) if isinstance(error, GraphError) else str(error)


@contextmanager
def reported() -> Iterator[None]:
    """Turn our own errors into a message on standard error and an exit code; a bug keeps its traceback."""
    try:
        yield
    except (GraphError, ExtractError) as error:
        head = "错误：" if language() == "zh" else "Error: "
        click.echo(head + message(error), err=True)
        raise click.exceptions.Exit(exit_code(error)) from error
