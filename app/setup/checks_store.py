"""Doctor's look at the store: the data folder, the room it has, memory, the server that runs or would be asked."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

from app.setup.check import Check, Finding, State, fact
from app.setup.words import Text

GIGABYTE = 1e9
DISK_WARNING, DISK_NEEDED = 2.0, 0.5  # GB; a new store takes 70 MB, the jars 135
MEMORY_WARNING = 1.0  # GB; the server takes 350–430 MB, extraction of one long document up to 1 GB


def existing(path: Path) -> Path:
    """The path itself, or the nearest folder above it that is there."""
    return next(one for one in (path, *path.parents) if one.exists())


def look_folder() -> Finding:
    from graph.home import data_folder

    path = data_folder().path
    if not path.exists():
        above = existing(path)
        if not os.access(above, os.W_OK | os.X_OK):
            found = Text("{path} 无法建立：{above} 不可写", "{path} cannot be made: {above} is not writable")
            return Finding(State.MISSING, found.fill(path=path, above=above), fact("export GOVGRAPH_HOME=~/govgraph"))
        return Finding(State.OK, Text("{path}（首次使用时建立）", "{path} (made on first use)").fill(path=path))
    if not path.is_dir() or not os.access(path, os.R_OK | os.W_OK | os.X_OK):
        return Finding(
            State.MISSING,
            Text("{path} 不可写", "{path} is not writable").fill(path=path),
            fact(f"chmod u+rwx '{path}'"),
        )
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        found = Text("{path} 其他用户可读", "{path} can be read by other users").fill(path=path)
        return Finding(State.WARNING, found, fact(f"chmod 700 '{path}'"))
    return Finding(State.OK, fact(path))


def look_disk() -> Finding:
    from graph.home import data_folder

    folder = existing(data_folder().path)
    free = shutil.disk_usage(folder).free / GIGABYTE
    found = Text("{folder} 所在磁盘剩余 {free:.1f} GB", "{free:.1f} GB free at {folder}").fill(folder=folder, free=free)
    mend = Text(
        "请腾出空间，或用 GOVGRAPH_HOME 指定别的磁盘", "free some room, or name another disk: export GOVGRAPH_HOME=…"
    )
    state = State.MISSING if free < DISK_NEEDED else State.WARNING if free < DISK_WARNING else State.OK
    return Finding(state, found, mend if state is not State.OK else None)


def look_memory() -> Finding:
    import psutil

    free = psutil.virtual_memory().available / GIGABYTE
    found = Text("可用 {free:.1f} GB", "{free:.1f} GB available").fill(free=free)
    if free < MEMORY_WARNING:
        return Finding(State.WARNING, found, Text("请关闭其他程序", "close other programs"))
    return Finding(State.OK, found)


def look_server() -> Finding:
    """The embedded server's own word; it is not started, nor kept awake, by looking."""
    from graph.home import data_folder
    from graph.portfile import FAILED, STARTING, read_state

    state = read_state(data_folder().port_file)
    if state.usable:
        found = Text("运行中：127.0.0.1:{port}，进程 {pid}", "running: 127.0.0.1:{port}, process {pid}")
        return Finding(State.OK, found.fill(port=state.port, pid=state.java.pid))
    if state.state == FAILED:
        found = Text("上次启动失败：{zh}", "the last start failed: {en}")
        return Finding(State.WARNING, found.fill(zh=state.reason_zh, en=state.reason_en), fact("govgraph check"))
    if state.state == STARTING and state.supervisor.alive:
        return Finding(State.OK, Text("正在启动", "starting"))
    return Finding(State.OK, Text("未运行（首次使用时自动启动）", "not running (it starts on first use)"))


def look_remote() -> Finding:
    """The server that NEO4J_URI names, asked with the user and password of the environment."""
    from graph.connection import endpoint_from_environment
    from graph.driver import neo4j
    from graph.errors import StoreUnavailableError

    mend = Text(
        "请检查服务器与 NEO4J_URI、NEO4J_USERNAME、NEO4J_PASSWORD",
        "check the server and NEO4J_URI, _USERNAME, _PASSWORD",
    )
    try:
        endpoint = endpoint_from_environment()
        if endpoint is None:
            return Finding(State.MISSING, Text("NEO4J_URI 为空", "NEO4J_URI is empty"), mend)
        login = (endpoint.user, endpoint.password)
        with neo4j.GraphDatabase.driver(endpoint.uri, auth=login, connection_timeout=5) as driver:
            return Finding(State.OK, fact(f"{endpoint.uri} · {driver.get_server_info().agent}"))
    except StoreUnavailableError as error:
        return Finding(State.MISSING, Text(error.zh, error.en), mend)
    except (neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError, ValueError) as error:
        why = str(error).partition("\n")[0].rstrip(":")
        found = Text("{uri} 无法连接：{why}", "{uri} cannot be reached: {why}").fill(
            uri=os.environ["NEO4J_URI"], why=why
        )
        return Finding(State.MISSING, found, mend)


FOLDER = Check("folder", Text("数据目录", "data folder"), look_folder)
DISK = Check("disk", Text("磁盘空间", "disk space"), look_disk)
MEMORY = Check("memory", Text("内存", "memory"), look_memory)
SERVER = Check("server", Text("内置 Neo4j", "embedded Neo4j"), look_server)
REMOTE = Check("server", Text("Neo4j 服务器", "Neo4j server"), look_remote)
