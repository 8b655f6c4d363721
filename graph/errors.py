"""Errors of the graph side: each says what happened, where, and what to do next.

    GraphError
    ├── StoreUnavailableError    the store cannot be reached or started        (exit code 5)
    │   └── JarsUnavailableError     the Neo4j jars are not there and cannot be fetched
    ├── QueryRefusedError        a query that is not read-only                 (exit code 3)
    ├── QueryLimitError          a query ended by the time or memory limit     (exit code 4)
    ├── QueryUsageError          a query that cannot run as it stands          (exit code 2)
    │   └── QuerySyntaxError         with line and column, counted from 1
    ├── SchemaError              schema.yaml is wrong, or a row is not as it declares
    └── UnknownDocumentError     no document, or several, by that id, path, title or number

Every error carries its message in Chinese and in English: `str(error)` is the English one, `error.text("zh")` the
Chinese one, so that the command line and the app speak the user's language.
"""

from __future__ import annotations


class GraphError(Exception):
    """Something about the graph or its store went wrong; `en` and `zh` say what, where, and what to do next."""

    def __init__(self, en: str, zh: str = "") -> None:
        super().__init__(en)
        self.en = en
        self.zh = zh or en

    def text(self, language: str) -> str:
        """The message in `language` ("zh", anything else is English)."""
        return self.zh if language.startswith("zh") else self.en


class StoreUnavailableError(GraphError):
    """The store cannot be reached or started; the message names the cause and the remedy."""


class JarsUnavailableError(StoreUnavailableError):
    """A Neo4j jar is missing and could not be fetched, or is not the locked one."""


class QueryRefusedError(GraphError):
    """The query is not read-only (or asks for something off the list), and was not run.

    `steps`: the operators of Neo4j's plan, from the last to the first, where the plan was what refused it.
    """

    def __init__(self, en: str, zh: str = "", *, steps: tuple[str, ...] = ()) -> None:
        super().__init__(en, zh)
        self.steps = steps


class QueryLimitError(GraphError):
    """The query was ended by the server because it took too long or too much memory, or was cancelled."""


class QueryUsageError(GraphError):
    """The query cannot run as it stands: a parameter is missing, a value has the wrong type…"""


class QuerySyntaxError(QueryUsageError):
    """The text is not Cypher; `line` and `column` (from 1) say where, 0 when the server does not know."""

    def __init__(self, en: str, zh: str = "", *, line: int = 0, column: int = 0) -> None:
        super().__init__(en, zh)
        self.line = line
        self.column = column


class SchemaError(GraphError):
    """`schema.yaml` cannot be read, or a node or relation is not as it declares; nothing of it was written."""


class UnknownDocumentError(GraphError):
    """No document goes by that id, path, title or number, or several do; the message names the nearest or all."""
