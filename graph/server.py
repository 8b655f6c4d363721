"""The embedded server as its users see it: have it running, know where it is, stop it.

    ensure_server(home) → Endpoint     starts it when needed, waits until it answers, shared by all processes
    server_state(home)  → ServerState  what the port file says
    stop_server(home)                  ends supervisor and Java, whoever started them

The way of a warm command is one read of the port file and one of /proc: no process, no lock, under a millisecond.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from graph.errors import StoreUnavailableError
from graph.home import Home
from graph.portfile import FAILED, STARTING, STOPPED, ServerState, read_state, write_state
from graph.process import NOBODY, Process

WAIT_SECONDS = 180.0
POLL_SECONDS = 0.05
IDLE_SECONDS = 1800.0
SPAWNS = 3
SPAWN_SECONDS = 15.0


@dataclass(frozen=True)
class Step:
    """One step of a start, to be shown; `seconds` since the caller began to wait."""

    en: str
    zh: str
    seconds: float

    def text(self, language: str) -> str:
        return self.zh if language.startswith("zh") else self.en


Progress = Callable[[Step], None]


@dataclass(frozen=True)
class Endpoint:
    """Where a store answers and how to log in; `embedded` is its data folder, None for a server of `NEO4J_URI`."""

    uri: str
    user: str
    password: str
    database: str | None
    embedded: Home | None = None

    def __repr__(self) -> str:
        return f"Endpoint({self.uri!r}, {self.user!r}, database={self.database!r})"  # never the password


def ensure_server(home: Home, *, progress: Progress | None = None) -> Endpoint:
    """Have the data folder's own server running and say where it answers.

    Starts it when it does not run, waits when another command is starting it; `progress` is called at each new step.
    Raises StoreUnavailableError with the cause: Java, jars, port, disk, memory, permissions.
    """
    if touch(home) and (state := read_state(home.port_file)).usable:
        return _endpoint(home, state.port)
    home.create()
    touch(home, create=True)
    waiter = _Waiter(home, progress or (lambda step: None))
    return _endpoint(home, waiter.wait().port)


def server_state(home: Home) -> ServerState:
    """What runs in the data folder now; a server that was killed counts as stopped, whatever the port file says."""
    state = read_state(home.port_file)
    if state.java.alive or state.supervisor.alive or state.state == FAILED:
        return state
    return ServerState(port=state.port, since=state.since)


def stop_server(home: Home, *, timeout: float = 40.0) -> bool:
    """End the data folder's server, cleanly; True when one ran. Raises StoreUnavailableError when it will not end."""
    import psutil
    from filelock import FileLock, Timeout

    if not home.path.is_dir():
        return False
    try:
        with FileLock(home.start_lock).acquire(timeout=timeout):
            state = read_state(home.port_file)
            ran = False
            for process in (state.supervisor, state.java):  # the supervisor first: it would start Java again
                if process.alive:
                    ran = True
                    psutil.Process(process.pid).terminate()
                    _wait_for_end(process, timeout)
            if ran:
                write_state(home.port_file, ServerState(STOPPED, state.port))
            return ran
    except (Timeout, psutil.Error) as error:
        raise StoreUnavailableError(
            f"The server of {home.path} could not be stopped: {error}. Try again in a minute.",
            f"无法停止 {home.path} 的图库服务：{error}。请稍后再试。",
        ) from error


def kill_java(home: Home) -> None:
    """End the server under a query that will not end; the supervisor starts it again within seconds."""
    java = read_state(home.port_file).java
    if java.alive:
        import psutil

        with contextlib.suppress(psutil.NoSuchProcess):
            psutil.Process(java.pid).kill()


def touch(home: Home, *, create: bool = False) -> bool:
    """Say that the store is in use, before the port file is read; False when there is no data folder yet."""
    try:
        os.utime(home.last_use)
    except FileNotFoundError:
        if create:
            home.last_use.touch()
        return create
    except OSError:
        return False  # another user's folder: the way through `create()` says so in words
    return True


def idle_seconds() -> float:
    """`GOVGRAPH_IDLE_SECONDS`: after how many unused seconds the server stops; 0 is never, default 1800."""
    chosen = os.environ.get("GOVGRAPH_IDLE_SECONDS", "")
    try:
        seconds = float(chosen or IDLE_SECONDS)
    except ValueError:
        seconds = -1.0
    if seconds < 0:
        raise StoreUnavailableError(
            f"GOVGRAPH_IDLE_SECONDS is {chosen!r}: give a number of seconds, 0 for never.",
            f"GOVGRAPH_IDLE_SECONDS 的值 {chosen!r} 无效：请填秒数，0 表示永不停止。",
        )
    return seconds


class _Waiter:
    """Waits for a usable server and starts one when it is this process's turn."""

    def __init__(self, home: Home, progress: Progress) -> None:
        self.home = home
        self.progress = progress
        self.began = time.monotonic()
        self.said = ""

    def wait(self) -> ServerState:
        from filelock import FileLock, Timeout

        lock = FileLock(self.home.start_lock)
        while True:
            try:
                lock.acquire(timeout=0)
            except Timeout:  # another command starts or stops the server: look on
                state = read_state(self.home.port_file)
                if state.usable:
                    return state
                self._show(state)
                self._check_patience(state)
                time.sleep(POLL_SECONDS)
                continue
            try:
                return self._start()
            finally:
                lock.release()

    def _start(self) -> ServerState:
        before = read_state(self.home.port_file)
        if before.usable:
            return before
        while (
            before.state == FAILED and before.supervisor.alive
        ):  # on its way out; whether it still fails is asked anew
            self._check_patience(before)
            time.sleep(POLL_SECONDS)
        if not before.supervisor.alive:
            self._have_jars()
            self._spawn()
        replaced = before.supervisor if not before.supervisor.alive else NOBODY
        spawned, spawns = time.monotonic(), 1
        while True:
            state = read_state(self.home.port_file)
            if state.usable:
                return state
            fresh = state.supervisor != replaced
            if fresh and state.state == FAILED:
                raise StoreUnavailableError(state.reason_en, state.reason_zh)
            if fresh and not state.supervisor.alive and spawns < SPAWNS:  # a clean stop we ran into, or it was killed
                self._spawn()
                replaced, spawned, spawns = state.supervisor, time.monotonic(), spawns + 1
            elif not state.supervisor.alive and time.monotonic() - spawned > SPAWN_SECONDS:
                raise self._silent()
            self._show(state)
            self._check_patience(state)
            time.sleep(POLL_SECONDS)

    def _have_jars(self) -> None:
        from graph.jars import ensure_jars

        def show(done: int, total: int, name: str) -> None:
            self._say(f"fetching Neo4j: {done} of {total} jars", f"下载 Neo4j 组件：{done}/{total}")

        ensure_jars(progress=show)

    def _spawn(self) -> None:
        with self.home.supervisor_log.open("ab") as log:
            done = subprocess.run(
                [sys.executable, "-P", "-m", "graph.supervisor", str(self.home.path), str(idle_seconds())],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                check=False,
                cwd=self.home.path,
            )
        if done.returncode != 0:
            raise self._silent()

    def _silent(self) -> StoreUnavailableError:
        from graph.failures import last_line, tail

        said = last_line(tail(self.home.supervisor_log)) or "-"
        return StoreUnavailableError(
            f"The server's supervisor ended at once: {said} See {self.home.supervisor_log}.",
            f"图库服务的守护进程启动即退出：{said}。详见 {self.home.supervisor_log}。",
        )

    def _check_patience(self, state: ServerState) -> None:
        if time.monotonic() - self.began > WAIT_SECONDS:
            raise StoreUnavailableError(
                f"The server of {self.home.path} was not ready within {WAIT_SECONDS:.0f} seconds (it is {state.state}). "
                f"Run `govgraph stop` and try again; its logs are in {self.home.neo4j / 'logs'}.",
                f"{self.home.path} 的图库服务在 {WAIT_SECONDS:.0f} 秒内未就绪（状态：{state.state}）。"
                f"请运行 govgraph stop 后重试；日志见 {self.home.neo4j / 'logs'}。",
            )

    def _show(self, state: ServerState) -> None:
        if state.state == STARTING and state.step_en:
            self._say(state.step_en, state.step_zh)

    def _say(self, en: str, zh: str) -> None:
        if en != self.said:
            self.said = en
            self.progress(Step(en, zh, time.monotonic() - self.began))


def _endpoint(home: Home, port: int) -> Endpoint:
    try:
        password = home.password.read_text(encoding="ascii")
    except OSError as error:
        raise StoreUnavailableError(
            f"The store's password file {home.password} cannot be read: {error}.",
            f"无法读取图库密码文件 {home.password}：{error}。",
        ) from error
    return Endpoint(f"bolt://127.0.0.1:{port}", "neo4j", password, "neo4j", home)


def _wait_for_end(process: Process, timeout: float) -> None:
    import psutil

    deadline = time.monotonic() + timeout
    while process.alive:
        if time.monotonic() > deadline:
            psutil.Process(process.pid).kill()
            deadline += 10
        time.sleep(POLL_SECONDS)
