"""Cypher that a user typed, run so that it can only read, and ends.

    table = run_guarded(store, "MATCH (b:Body) RETURN b.name", timeout=10)

Four layers, each of which would be too little: the session's READ access mode · EXPLAIN, judged operator by operator,
with the text itself as a second witness (graph/plan.py, graph/cypher_text.py) · limits of time and memory that the
server keeps, and when it cannot (an expression that computes for hours asks nobody), the embedded server is started
again under the query · limits of rows and bytes that say when they cut. Nothing is repeated: a query that was ended by
a limit would be ended again.
"""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from graph.connection import Store
from graph.cypher_text import Typed, check_text, unprefixed
from graph.driver import neo4j
from graph.driver_errors import translate, unreachable
from graph.errors import GraphError, QueryLimitError, QueryUsageError
from graph.meter import Meter, metered
from graph.plan import check_plan, operators
from graph.process import Process
from graph.query_errors import cancelled, from_server, row_too_big, server_died, timed_out
from graph.server import kill_java, server_state
from graph.unknown import Unknown, unknown
from graph.values import plain

TIMEOUT_SECONDS = 30.0
GRACE_SECONDS = 5.0
MAX_ROWS = 10_000
MAX_BYTES = 20_000_000
_EXPLAIN = "EXPLAIN\n"
_TERMINATE = (
    "SHOW TRANSACTIONS YIELD transactionId AS id, metaData WHERE metaData.govgraph = $run "
    "TERMINATE TRANSACTIONS id YIELD message RETURN message"
)


@dataclass(frozen=True)
class Table:
    """An answer whose values `json.dumps` takes; `cut` says what truncated it: "", "rows" or "bytes";
    `unknown` names that the query uses and the graph does not have.
    """

    columns: tuple[str, ...]
    rows: list[list[Any]]
    seconds: float
    cut: str = ""
    unknown: tuple[Unknown, ...] = ()

    @property
    def truncated(self) -> bool:
        return self.cut != ""


class Cancel:
    """A stop button: hand it to `run_guarded`, press it from any thread."""

    def __init__(self) -> None:
        self.pressed = False
        self._listeners: list[Callable[[], None]] = []

    def press(self) -> None:
        """End the query on the server; the waiting `run_guarded` raises QueryLimitError."""
        self.pressed = True
        for listener in self._listeners:
            listener()

    def on_press(self, listener: Callable[[], None]) -> None:
        self._listeners.append(listener)
        if self.pressed:
            listener()


def run_guarded(
    store: Store,
    text: str,
    params: Mapping[str, Any] | None = None,
    *,
    timeout: float = TIMEOUT_SECONDS,
    max_rows: int = MAX_ROWS,
    max_bytes: int = MAX_BYTES,
    cancel: Cancel | None = None,
) -> Table:
    """Run what a user typed, read-only and within limits. `timeout` in seconds, `max_bytes` as sent by the server.

    A query with EXPLAIN or PROFILE before it answers with its plan as a table.
    Raises QueryRefusedError (not read-only, or off the lists), QuerySyntaxError (with line and column), QueryUsageError
    (a parameter is missing …), QueryLimitError (time, memory, stopped), StoreUnavailableError.
    """
    check_text(text)
    run = _Run(store, unprefixed(text), dict(params or {}), timeout, max_rows, max_bytes)
    return run.wait(cancel or Cancel())


class _Run(threading.Thread):
    """One query in a thread of its own, so that its caller is never left waiting for a server that does not answer."""

    def __init__(
        self, store: Store, typed: Typed, params: dict[str, Any], timeout: float, max_rows: int, max_bytes: int
    ) -> None:
        super().__init__(name="guarded-query", daemon=True)
        self.store, self.typed, self.params = store, typed, params
        self.timeout, self.max_rows, self.max_bytes = timeout, max_rows, max_bytes
        self.mark = {"govgraph": uuid.uuid4().hex}
        self.wake = threading.Event()
        self.table: Table | None = None
        self.error: Exception | None = None
        self.began = time.perf_counter()

    def wait(self, cancel: Cancel) -> Table:
        """Start, wait for the end, the stop button or the deadline, whichever is first."""
        cancel.on_press(self.wake.set)
        self.store.alive()  # a server that has to be started first is not the query's time
        java = self._java()
        self.began = time.perf_counter()
        self.start()
        try:
            self.wake.wait(self.timeout + GRACE_SECONDS)
        except KeyboardInterrupt:
            self._terminate()
            raise
        if cancel.pressed and self.is_alive():
            self._terminate()
            self.join(GRACE_SECONDS)
            self._give_up()
            raise cancelled()
        if self.table is not None:
            return self.table
        if self.error is None:
            self._give_up()
            raise timed_out(self.timeout)
        judged = self._judged(self.error, java)
        raise judged from (None if judged is self.error else self.error)

    def run(self) -> None:
        try:
            self.table = self._answer()
        except Exception as error:  # noqa: BLE001 (handed over to the caller's thread, which raises it)
            self.error = error
        finally:
            self.wake.set()

    def _answer(self) -> Table:
        summary = self._explain()
        check_plan(summary)
        if self.typed.mode == "explain":
            return self._plan_table(dict(summary.plan or {}))
        with self.store.session(read_only=True, fetch_size=200) as session:
            remaining = max(0.1, self.timeout - (time.perf_counter() - self.began))
            with (
                session.begin_transaction(timeout=remaining, metadata=self.mark) as transaction,
                metered(transaction, 2 * self.max_bytes) as meter,
            ):
                table = self._fetch(transaction, meter)
        return replace(table, unknown=unknown(summary.gql_status_objects, ahead=_EXPLAIN.count("\n")))

    def _explain(self) -> neo4j.ResultSummary:
        """Ask for the plan; a pooled connection that died meanwhile is forgiven once, as nothing has run yet."""
        query = neo4j.Query(_EXPLAIN + self.typed.body, timeout=self.timeout, metadata=self.mark)
        for attempt in (1, 2):
            try:
                with self.store.session(read_only=True, warned=True) as session:
                    return session.run(query, self.params).consume()
            except (neo4j.exceptions.ServiceUnavailable, neo4j.exceptions.SessionExpired):
                if attempt == 2:
                    raise
            except neo4j.exceptions.Neo4jError as error:
                raise from_server(error, self.typed.body, timeout=self.timeout, ahead=len(_EXPLAIN)) from error
        raise AssertionError("unreachable")

    def _fetch(self, transaction: neo4j.Transaction, meter: Meter) -> Table:
        profile = "PROFILE\n" if self.typed.mode == "profile" else ""
        rows: list[list[Any]] = []
        cut = ""
        try:
            result = transaction.run(profile + self.typed.body, self.params)
            columns = tuple(result.keys())
            for record in result:
                if profile:
                    continue
                if len(rows) >= self.max_rows or (rows and meter.bytes > self.max_bytes):
                    cut = "rows" if len(rows) >= self.max_rows else "bytes"
                    break
                rows.append([plain(value) for value in record.values()])
            if profile:
                return self._plan_table(dict(result.consume().profile or {}))
        except neo4j.exceptions.Neo4jError as error:
            raise from_server(error, self.typed.body, timeout=self.timeout, ahead=len(profile)) from error
        except neo4j.exceptions.DriverError as error:
            if not meter.tripped:
                raise
            if not rows:
                raise row_too_big(self.max_bytes) from error
            cut = "bytes"
        transaction.close()  # a roll-back: the server stops at once; a commit would have it compute the rest
        return Table(columns, rows, time.perf_counter() - self.began, cut)

    def _plan_table(self, plan: dict[str, Any]) -> Table:
        """A plan as a table, one operator a row, indented as they nest."""
        rows = []
        depths = {id(plan): 0}
        for operator in operators(plan):
            depth = depths[id(operator)]
            depths.update({id(child): depth + 1 for child in operator.get("children", [])})
            args = operator.get("args", {})
            name = "  " * depth + str(operator.get("operatorType", "")).partition("@")[0]
            found = [name, str(args.get("Details", "")), plain(args.get("EstimatedRows"))]
            rows.append([*found, plain(args.get("Rows")), plain(args.get("DbHits"))])
        columns = ("operator", "details", "estimated_rows", "rows", "db_hits")
        return Table(columns, rows, time.perf_counter() - self.began)

    def _judged(self, error: Exception, java: Process | None) -> Exception:
        """The error as the user should see it."""
        if isinstance(error, GraphError):
            return error
        if isinstance(error, (TypeError, ValueError)):
            return QueryUsageError(
                f"A parameter has a value that Neo4j does not know: {error}", f"参数值不被 Neo4j 支持：{error}"
            )
        if isinstance(error, (neo4j.exceptions.ServiceUnavailable, neo4j.exceptions.SessionExpired)):
            if java is not None and _ends(java):
                return server_died()
            return unreachable(self.store.endpoint, error)
        if isinstance(error, (neo4j.exceptions.Neo4jError, neo4j.exceptions.DriverError)):
            return translate(self.store.endpoint, error)
        return error

    def _terminate(self) -> None:
        """Ask the server to end our transaction; what it does not heed is `_give_up`'s business."""
        try:
            with self.store.session(read_only=False) as session:
                session.run(_TERMINATE, {"run": self.mark["govgraph"]}).consume()
        except (neo4j.exceptions.Neo4jError, neo4j.exceptions.DriverError) as error:
            self.error = self.error or QueryLimitError(f"The query could not be stopped: {error}")

    def _give_up(self) -> None:
        """The server did not end the query when it should have: end the server, its supervisor starts it again."""
        home = self.store.endpoint.embedded
        if self.is_alive() and home is not None:
            kill_java(home)

    def _java(self) -> Process | None:
        home = self.store.endpoint.embedded
        return None if home is None else server_state(home).java


def _ends(process: Process, within: float = 2.0) -> bool:
    """Whether the process is gone or going: its connections break before it has left."""
    deadline = time.monotonic() + within
    while process.alive and time.monotonic() < deadline:
        time.sleep(0.05)
    return not process.alive
