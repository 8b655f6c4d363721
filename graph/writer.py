"""One writer per store: the lock every command holds while it writes, and the clearing of what a crash left.

The lock is a file in the data folder, given back by the operating system even after kill −9, so whoever gets it knows
that no other writer of this folder lives. Writers of one server on several machines (`NEO4J_URI`) have folders of their
own: the marks they leave in the graph carry a name (`name`) and the time of their last sign of life.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from graph.connection import Store
from graph.home import Home, data_folder
from graph.indexes import ensure
from graph.remove import recover


def name(home: Home) -> str:
    """Who writes: this machine and this data folder."""
    return f"{socket.gethostname()}:{home.path}"


@contextmanager
def writing(store: Store, *, waiting: Callable[[], None] | None = None) -> Iterator[str]:
    """Hold the writer lock; constraints and indexes are there and a crash's leavings are cleared. Gives the writer's name.

    `waiting` is called once when another command writes and this one has to wait for it.
    """
    home = (store.endpoint.embedded or data_folder()).create()
    lock = FileLock(home.writer_lock)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        if waiting:
            waiting()
        lock.acquire()
    try:
        ensure(store)
        recover(store, name(home))
        yield name(home)
    except KeyboardInterrupt:
        store.renew()  # it may have struck while a session opened or closed, outside any transaction
        recover(store, name(home))
        raise
    finally:
        lock.release()


def clear_leavings(store: Store) -> int:
    """Clear what a crash left unless somebody is writing; returns how many documents that were.

    `open_store` calls it, so that no command sees half a document of a writer that died.
    """
    home = (store.endpoint.embedded or data_folder()).create()
    lock = FileLock(home.writer_lock)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        return 0
    try:
        return recover(store, name(home))
    finally:
        lock.release()
