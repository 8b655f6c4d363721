"""A limit on the bytes that one query's answer may bring into this process.

The driver hands out whole rows, and a single row can be huge (`RETURN range(0, 100000000)` costs the server nothing and
the client gigabytes). It offers no limit of its own, so the connection's socket is wrapped while one query runs. This
is the one place that looks into the driver; tests/test_guard_limits.py fails when a new driver moved the furniture.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from graph.driver import neo4j


class OversizeError(OSError):
    """Raised inside the driver, which takes it for a broken connection, closes it and raises its own error."""


class Meter:
    """Counts received `bytes` and refuses more than `limit`; everything else is the wrapped socket's."""

    def __init__(self, socket: Any, limit: int) -> None:
        self._wrapped = socket
        self.limit = limit
        self.bytes = 0

    @property
    def tripped(self) -> bool:
        return self.bytes > self.limit

    def recv_into(self, buffer: Any, size: int) -> int:
        received: int = self._wrapped.recv_into(buffer, size)
        self.bytes += received
        if self.tripped:
            raise OversizeError(f"more than {self.limit} bytes")
        return received

    def __getattr__(self, name: str) -> Any:
        return getattr(self._wrapped, name)


@contextmanager
def metered(transaction: neo4j.Transaction, limit: int) -> Iterator[Meter]:
    """Count, and limit, what the transaction's connection receives."""
    inbox = transaction._connection.inbox
    socket = inbox._socket
    meter = inbox._socket = Meter(socket, limit)
    try:
        yield meter
    finally:
        inbox._socket = socket
