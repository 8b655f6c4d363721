"""The supervisor: one small process a data folder that owns the Java child and outlives the command that started it.

    python -m graph.supervisor FOLDER IDLE_SECONDS

It holds `server.lock` as long as it lives (the kernel lets go of it however it dies), writes the port file, starts Java
again when it dies, stops it when nobody has used the store for IDLE_SECONDS (0: never) and on
SIGTERM. Java ends with it: on Linux by the kernel's parent-death signal; elsewhere, and in the second that a clean stop
takes, the next supervisor finds what is left by its `--home-dir` and ends it first.

In use means: an established connection to Bolt, or `last-use` touched. A command touches it *before* it reads the port
file; the supervisor withdraws the port file *before* it looks at it a last time: so no command is left with a server
that goes away.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from types import FrameType

import psutil
from filelock import FileLock, Timeout

from graph.errors import GraphError, StoreUnavailableError
from graph.failures import PORT, did_not_start, explain, last_line, tail
from graph.home import Home
from graph.jars import ensure_jars
from graph.java import (
    ENTRY_POINT,
    dying_with_this_process,
    environment,
    error_log,
    have_password,
    server_command,
    write_class_path,
    write_conf,
)
from graph.portfile import FAILED, READY, STARTING, STOPPED, STOPPING, ServerState, read_state, write_state
from graph.process import NOBODY, identify

TICK_SECONDS = 0.2
START_SECONDS = 120.0
STOP_SECONDS = 20.0
RESTARTS = 5
RESTART_WINDOW_SECONDS = 600.0
PORT_TRIES = 3


class Supervisor:
    """Runs Neo4j in `home` until it is told to stop, nobody needs it, or it cannot be kept up."""

    def __init__(self, home: Home, idle_seconds: float) -> None:
        self.home = home
        self.idle_seconds = idle_seconds
        self.stopping = False
        self.java: subprocess.Popen[bytes] | None = None
        self.state = ServerState(supervisor=identify(os.getpid()))
        self.last_seen = time.time()
        self.deaths: list[float] = []

    def run(self) -> None:
        """Start, watch, stop. Leaves the port file saying `stopped`, or `failed` with the reason."""
        port = read_state(self.home.port_file).port
        try:
            self._say("ending what was left over", "清理残留进程")
            end_left_overs(self.home)
            self._say("checking the Neo4j jars", "检查 Neo4j 组件")
            write_class_path(self.home, ensure_jars())
            self._start(port)
            self._watch()
        except (GraphError, OSError) as error:
            self._end_java()
            failure = error if isinstance(error, GraphError) else did_not_start(str(error), self.home.neo4j / "logs")
            self._write(replace(self.state, state=FAILED, java=NOBODY, reason_en=failure.en, reason_zh=failure.zh))
        else:
            self._end_java()
            self._write(replace(self.state, state=STOPPED, java=NOBODY, step_en="", step_zh=""))

    def stop(self, _signal: int, _frame: FrameType | None) -> None:
        self.stopping = True

    def _start(self, port: int) -> None:
        for attempt in range(1, PORT_TRIES + 1):
            port = free_port(port)
            write_conf(self.home, port)
            if not self.home.password.is_file():
                self._say("setting up a new store", "建立新图库")
            have_password(self.home)
            reason = self._start_java(port)
            if reason is None or self.stopping:
                return
            known = explain(reason)
            if known is not None and known.kind == PORT and attempt < PORT_TRIES:
                port = 0  # somebody took it between our look and Java's
                continue
            raise did_not_start(reason, self.home.neo4j / "logs")

    def _start_java(self, port: int) -> str | None:
        """One start: None when Bolt answers, else what was written about why not."""
        self._say("starting Neo4j", "正在启动 Neo4j", port=port)
        log = self.home.neo4j / "logs" / "neo4j.log"
        log_start = log.stat().st_size if log.exists() else 0
        with error_log(self.home).open("wb") as stream:
            self.java = subprocess.Popen(
                server_command(self.home),
                cwd=self.home.neo4j,
                env=environment(self.home),
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=stream,
                preexec_fn=dying_with_this_process(),  # noqa: PLW1509 (there is one thread)
            )
        self._write(replace(self.state, java=identify(self.java.pid)))
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and not self.stopping:
            if self.java.poll() is not None:
                return f"{tail(error_log(self.home))}\n{tail(log, since=log_start)}".strip() or "it wrote nothing"
            if answers(port) and listens(self.java.pid, port):
                self.last_seen = time.time()
                self._write(replace(self.state, state=READY, since=time.time(), step_en="", step_zh=""))
                return None
            time.sleep(0.05)
        self._end_java()
        return None if self.stopping else f"no answer on port {port} within {START_SECONDS:.0f} seconds"

    def _watch(self) -> None:
        look = min(5.0, self.idle_seconds / 4) if self.idle_seconds else 5.0
        next_look = time.monotonic() + look
        while not self.stopping:
            time.sleep(TICK_SECONDS)
            if not self.home.path.is_dir():
                return  # somebody removed the data folder
            if not self.home.port_file.exists():
                self._write(self.state)
            if self.java is None or self.java.poll() is not None:
                self._start_again()
            elif time.monotonic() >= next_look:
                next_look = time.monotonic() + look
                if self._idle():
                    return

    def _start_again(self) -> None:
        code = "?" if self.java is None else self.java.returncode
        now = time.monotonic()
        self.deaths = [one for one in self.deaths if now - one < RESTART_WINDOW_SECONDS] + [now]
        print(f"{time.strftime('%F %T')} Neo4j ended unasked (exit code {code})", flush=True)
        if len(self.deaths) > RESTARTS:
            raise StoreUnavailableError(
                f"Neo4j died {len(self.deaths)} times within {RESTART_WINDOW_SECONDS / 60:.0f} minutes and was given up. "
                f"Last words: {last_line(tail(error_log(self.home)))} See {self.home.neo4j / 'logs'}.",
                f"Neo4j 在 {RESTART_WINDOW_SECONDS / 60:.0f} 分钟内异常退出 {len(self.deaths)} 次，已停止重启。"
                f"最后信息：{last_line(tail(error_log(self.home)))}。详见 {self.home.neo4j / 'logs'}。",
            )
        self.state = replace(self.state, restarts=self.state.restarts + 1)
        self._start(self.state.port)

    def _idle(self) -> bool:
        """Whether nobody has used the store for long enough; if so the port file is withdrawn already."""
        if self.idle_seconds == 0 or self._unused_for() < self.idle_seconds:
            return False
        self._write(replace(self.state, state=STOPPING, since=time.time()))
        if self._unused_for() < self.idle_seconds:  # a command came while we made up our mind
            self._write(replace(self.state, state=READY, since=time.time()))
            return False
        return True

    def _unused_for(self) -> float:
        """Seconds since a connection was seen or `last-use` was touched."""
        if self.java is not None and connections(self.java.pid, self.state.port):
            self.last_seen = time.time()
        try:
            touched = self.home.last_use.stat().st_mtime
        except FileNotFoundError:
            touched = 0.0
        return max(0.0, time.time() - max(self.last_seen, touched))

    def _end_java(self) -> None:
        if self.java is None:
            return
        if self.java.poll() is None:
            self._write(replace(self.state, state=STOPPING, since=time.time()))
            self.java.terminate()
            try:
                self.java.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self.java.kill()
                self.java.wait()
        self.java = None

    def _say(self, en: str, zh: str, port: int = 0) -> None:
        changed = replace(self.state, state=STARTING, java=NOBODY, port=port or self.state.port, since=time.time())
        self._write(replace(changed, step_en=en, step_zh=zh))

    def _write(self, state: ServerState) -> None:
        self.state = state
        if self.home.path.is_dir():
            write_state(self.home.port_file, state)


def free_port(wanted: int) -> int:
    """`wanted` when nobody listens there (so a restart keeps its address), else any free port of 127.0.0.1."""
    for port in (wanted, 0):
        with socket.socket() as probe:
            if (
                os.name == "posix"
            ):  # a port whose last connections fade is free; elsewhere the option means another thing
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            chosen: int = probe.getsockname()[1]
            return chosen
    raise StoreUnavailableError(
        "No port of 127.0.0.1 is free. Close other programs and try again.",
        "本机 127.0.0.1 没有空闲端口。请关闭其他程序后重试。",
    )


def answers(port: int) -> bool:
    """Whether something takes connections there."""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def listens(pid: int, port: int) -> bool:
    """Whether it is this process that listens there (true as well where the system does not tell)."""
    try:
        found = psutil.Process(pid).net_connections(kind="tcp")
    except psutil.Error:
        return True
    return any(one.status == psutil.CONN_LISTEN and one.laddr.port == port for one in found)


def connections(pid: int, port: int) -> int:
    """How many clients are connected to Bolt; 0 where the system does not tell (then `last-use` decides alone)."""
    try:
        found = psutil.Process(pid).net_connections(kind="tcp")
    except psutil.Error:
        return 0
    return sum(one.status == psutil.CONN_ESTABLISHED and one.laddr.port == port for one in found)


def end_left_overs(home: Home) -> None:
    """End every Neo4j that runs on this data folder without us: the child of a supervisor that was killed."""
    mark = f"--home-dir={home.neo4j}"
    found = [
        process
        for process in psutil.process_iter(["cmdline"])
        if (line := process.info["cmdline"] or []) and ENTRY_POINT in line and mark in line
    ]
    for process in found:
        print(f"{time.strftime('%F %T')} ending a left-over Neo4j, process {process.pid}", flush=True)
        _quietly(process.terminate)
    _, alive = psutil.wait_procs(found, timeout=STOP_SECONDS)
    for process in alive:
        _quietly(process.kill)
    psutil.wait_procs(alive, timeout=STOP_SECONDS)


def _quietly(action: object) -> None:
    try:
        action()  # type: ignore[operator]
    except psutil.NoSuchProcess:
        return  # it went by itself, which is what we want


def main(folder: str, idle_seconds: float) -> None:
    """Leave the caller's session, take the lock, run. A second supervisor on the same folder ends at once."""
    if hasattr(os, "fork") and os.fork():
        os._exit(0)  # the caller waits for this one only; the child is nobody's zombie
    home = Home(Path(folder)).create()
    lock = FileLock(home.server_lock)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return
    supervisor = Supervisor(home, idle_seconds)
    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), supervisor.stop)
    try:
        supervisor.run()
    finally:
        lock.release()


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
