"""A query of the app on its way: run in a thread of its own so that the page can stop it."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from app.refusal import explained
from graph.connection import Store
from graph.errors import GraphError, QueryLimitError, QueryRefusedError, QuerySyntaxError
from graph.guard import Cancel, Table, run_guarded

TIMEOUT = 30.0
_WORKERS = ThreadPoolExecutor(8, "query")


@dataclass(slots=True)
class Asking:
    """A query under way: `future` gives its table, `cancel` ends it."""

    text: str
    future: Future[Table]
    cancel: Cancel

    @property
    def done(self) -> bool:
        return self.future.done()


def start(store: Store, text: str, values: Mapping[str, Any]) -> Asking:
    """Begin a guarded query."""
    cancel = Cancel()
    return Asking(text, _WORKERS.submit(run_guarded, store, text, values, timeout=TIMEOUT, cancel=cancel), cancel)


def _said(error: QuerySyntaxError, language: str) -> str:
    """The message without the line in question and its mark, which the editor draws itself."""
    first, *rest = error.text(language).split("\n")
    return "\n".join([first, *(rest[2:] if error.line else rest)])


def outcome(asking: Asking, language: str) -> tuple[Table | None, dict[str, Any] | None, dict[str, Any] | None]:
    """(table, mistake with line and column, refusal in words) of a query that is done; one of them is there."""
    try:
        return asking.future.result(), None, None
    except QuerySyntaxError as error:
        return None, {"line": error.line, "column": error.column, "text": _said(error, language)}, None
    except QueryRefusedError as error:
        return None, None, explained(error, asking.text, language)
    except QueryLimitError as error:
        return None, None, {"text": error.text(language), "why": [], "instead": "", "stopped": True}
    except GraphError as error:
        return None, None, {"text": error.text(language), "why": [], "instead": ""}
