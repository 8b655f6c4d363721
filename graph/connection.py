"""The store: the one way from this program to Neo4j.

    with open_store() as store:
        result = store.read("MATCH (b:Body {name: $name}) RETURN b.id AS id", {"name": "财政局"})
        store.write("UNWIND $rows AS row MERGE (b:Body {id: row.id}) SET b.name = row.name", {"rows": rows})
        store.transaction(lambda tx: ...)     # several statements that hold together, or none of them

`NEO4J_URI` set → that server (`NEO4J_USERNAME`, `NEO4J_PASSWORD` or `NEO4J_PASSWORD_FILE`, `NEO4J_DATABASE`), nothing is started. Not set → the
data folder's own server (graph/server.py), started when needed and waited for. Everything runs in managed
transactions, which the driver repeats when a deadlock, a restart or a leader change got in the way; so a work function
may be called more than once. What users type goes through graph/guard.py instead.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from graph.driver import neo4j
from graph.driver_errors import translate, unreachable
from graph.errors import StoreUnavailableError
from graph.home import Home, data_folder
from graph.server import Endpoint, Progress, ensure_server, touch
from graph.values import native

T = TypeVar("T")
CONNECT_SECONDS = 10.0
ATTEMPTS = 3
RETRY_SECONDS = 30.0
EMBEDDED_RETRY_SECONDS = 5.0


@dataclass(frozen=True)
class Result:
    """A table: names of the columns and rows in their order; dates and times are `datetime`'s."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


@dataclass
class Written:
    """What writing changed, as the server counts it."""

    nodes_created: int = 0
    nodes_deleted: int = 0
    relations_created: int = 0
    relations_deleted: int = 0
    properties_set: int = 0

    def add(self, counters: neo4j.SummaryCounters) -> None:
        self.nodes_created += counters.nodes_created
        self.nodes_deleted += counters.nodes_deleted
        self.relations_created += counters.relationships_created
        self.relations_deleted += counters.relationships_deleted
        self.properties_set += counters.properties_set


@dataclass
class Transaction:
    """An open managed transaction, handed to a work function."""

    tx: neo4j.ManagedTransaction
    written: Written = field(default_factory=Written)

    def read(self, query: str, parameters: Mapping[str, Any] | None = None) -> Result:
        found = self.tx.run(query, dict(parameters or {}))
        columns = tuple(found.keys())
        return Result(columns, [tuple(native(value) for value in record.values()) for record in found])

    def write(self, query: str, parameters: Mapping[str, Any] | None = None) -> None:
        """Run a statement for its effect; `written` sums up what all of them changed."""
        summary = self.tx.run(query, dict(parameters or {})).consume()
        self.written.add(summary.counters)


class Store:
    """A connected store. Threads may share it; each call uses a pooled connection of its own."""

    def __init__(self, endpoint: Endpoint, *, progress: Progress | None = None) -> None:
        self.endpoint = endpoint
        self._progress = progress
        self._moving = threading.Lock()
        self._driver = _connect(endpoint)
        self._left: list[neo4j.Driver] = []

    @property
    def database(self) -> str | None:
        return self.endpoint.database

    def read(self, query: str, parameters: Mapping[str, Any] | None = None, *, timeout: float | None = None) -> Result:
        """Run a read-only statement and fetch all of it. `timeout` in seconds (None: the server's, 30)."""
        return self.snapshot(lambda tx: tx.read(query, parameters), timeout=timeout)

    def write(
        self, query: str, parameters: Mapping[str, Any] | None = None, *, timeout: float | None = None
    ) -> Written:
        """Run one writing statement in a transaction of its own."""

        def work(tx: Transaction) -> Written:
            tx.write(query, parameters)
            return tx.written

        return self.transaction(work, timeout=timeout)

    def transaction(self, work: Callable[[Transaction], T], *, timeout: float | None = None) -> T:
        """Run `work` in one writing transaction: all of it or nothing. It may be called again after a retryable error."""
        return self._managed(neo4j.WRITE_ACCESS, work, timeout)

    def snapshot(self, work: Callable[[Transaction], T], *, timeout: float | None = None) -> T:
        """Run several reads in one read-only transaction; the server refuses writes in it."""
        return self._managed(neo4j.READ_ACCESS, work, timeout)

    def schema(self, statements: Iterable[str]) -> None:
        """Run schema statements (constraints, indexes), each in a transaction of its own, as Neo4j wants them."""
        for statement in statements:
            self.write(statement)

    def session(self, *, read_only: bool, fetch_size: int = 1000, warned: bool = False) -> neo4j.Session:
        """A driver session, for what this class does not do; close it. Nothing is repeated, errors are the driver's.

        `warned`: the server adds its warnings (a label that is not there) to what it answers.
        """
        self._have_server()
        access = neo4j.READ_ACCESS if read_only else neo4j.WRITE_ACCESS
        return self._driver.session(
            database=self.database,
            default_access_mode=access,
            fetch_size=fetch_size,
            notifications_min_severity="WARNING" if warned else "OFF",
        )

    def alive(self) -> None:
        """Have the embedded server running and known, so that what comes next waits for nothing else."""
        self._have_server()

    def verify(self) -> None:
        """Say at once, not after half a minute of retries, that a server of `NEO4J_URI` does not answer or let us in."""
        try:
            self._driver.verify_connectivity()
        except (neo4j.exceptions.Neo4jError, neo4j.exceptions.DriverError) as error:
            raise translate(self.endpoint, error) from error

    def close(self) -> None:
        for driver in (self._driver, *self._left):
            driver.close()

    def renew(self) -> None:
        """Connect anew. For after an interrupt: it may have left a connection in the middle of an answer, which the next
        question would read as its own, and a transaction open on the server, which ends with its connection. What other
        threads are asking ends in an error: only a command that is being interrupted calls it.
        """
        with self._moving:
            broken, self._driver = self._driver, _connect(self.endpoint)
        with suppress(Exception):  # any error may come of such a state; whether it closed in order matters to nobody
            broken.close()

    def _managed(self, access: str, work: Callable[[Transaction], T], timeout: float | None) -> T:
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self._once(access, work, timeout)
            except (neo4j.exceptions.ServiceUnavailable, neo4j.exceptions.SessionExpired) as error:
                # the embedded server died, longer than the driver's patience: `_once` waits until it is up again
                if self.endpoint.embedded is None or attempt == ATTEMPTS:
                    raise unreachable(self.endpoint, error) from error
            except (neo4j.exceptions.Neo4jError, neo4j.exceptions.DriverError) as error:
                raise translate(self.endpoint, error) from error
        raise AssertionError("unreachable")

    def _once(self, access: str, work: Callable[[Transaction], T], timeout: float | None) -> T:
        @neo4j.unit_of_work(timeout=timeout)
        def run(tx: neo4j.ManagedTransaction) -> T:
            return work(Transaction(tx))

        with self.session(read_only=access == neo4j.READ_ACCESS) as session:
            try:
                if access == neo4j.READ_ACCESS:
                    return session.execute_read(run)
                return session.execute_write(run)
            except KeyboardInterrupt:
                self.renew()  # before the session ends: it would wait for the rest of an answer, perhaps for ever
                raise

    def _have_server(self) -> None:
        """Keep the embedded server from idling out, and have it again when it did (or was killed, or moved)."""
        home = self.endpoint.embedded
        if home is None:
            return
        endpoint = ensure_server(home, progress=self._progress)
        with self._moving:
            if endpoint != self.endpoint:
                self._left.append(self._driver)  # another thread may be in it: closed at the end
                self.endpoint, self._driver = endpoint, _connect(endpoint)


@contextmanager
def open_store(home: Home | None = None, *, progress: Progress | None = None) -> Iterator[Store]:
    """Connect to the store and close the connection at the end.

    `home`: the data folder (default `data_folder()`); with `NEO4J_URI` set it is not looked at. `progress` is called at
    each step of a server's start. Half a document that a killed writer left is taken out first.
    Raises StoreUnavailableError when there is no store to be had.
    """
    endpoint = endpoint_from_environment() or ensure_server(home or data_folder(), progress=progress)
    store = Store(endpoint, progress=progress)
    try:
        if endpoint.embedded is None:
            store.verify()
        _clear_leavings(store)
        yield store
    finally:
        store.close()
        if endpoint.embedded is not None:
            touch(endpoint.embedded)


def _clear_leavings(store: Store) -> None:
    """Nobody sees half a document of a writer that died: the next to open the store takes it out."""
    if store.read("MATCH (d:Unfinished) RETURN count(d)").rows[0][0]:
        from graph.writer import clear_leavings  # which needs this module

        clear_leavings(store)


def endpoint_from_environment() -> Endpoint | None:
    """The server of `NEO4J_URI`, or None when it is not set."""
    uri = os.environ.get("NEO4J_URI", "").strip()
    if not uri:
        return None
    user = os.environ.get("NEO4J_USERNAME", "neo4j")
    return Endpoint(uri, user, password_from_environment(), os.environ.get("NEO4J_DATABASE") or None)


def password_from_environment() -> str:
    """`NEO4J_PASSWORD`, else what the file of `NEO4J_PASSWORD_FILE` holds (the secret of a container)."""
    named = os.environ.get("NEO4J_PASSWORD_FILE", "")
    if "NEO4J_PASSWORD" in os.environ or not named:
        return os.environ.get("NEO4J_PASSWORD", "")
    try:
        return Path(named).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise StoreUnavailableError(
            f"NEO4J_PASSWORD_FILE names {named}, which cannot be read: {error}. Correct the path or its permissions.",
            f"NEO4J_PASSWORD_FILE 指定的 {named} 无法读取：{error}。请更正路径或权限。",
        ) from error


def _connect(endpoint: Endpoint) -> neo4j.Driver:
    try:
        return neo4j.GraphDatabase.driver(
            endpoint.uri,
            auth=(endpoint.user, endpoint.password) if endpoint.password else None,
            connection_timeout=CONNECT_SECONDS,
            max_transaction_retry_time=RETRY_SECONDS if endpoint.embedded is None else EMBEDDED_RETRY_SECONDS,
            liveness_check_timeout=60,
            notifications_min_severity="OFF",
            telemetry_disabled=True,
            user_agent="govgraph",
        )
    except (neo4j.exceptions.DriverError, ValueError) as error:
        raise StoreUnavailableError(
            f"NEO4J_URI is {endpoint.uri!r}, which the driver does not take: {error}. "
            "Write it like neo4j://host:7687 or neo4j+s://host.",
            f"NEO4J_URI 的值 {endpoint.uri!r} 无效：{error}。应形如 neo4j://主机:7687 或 neo4j+s://主机。",
        ) from error
