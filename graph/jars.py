"""The jars of Neo4j: fetched once into a folder shared by every data folder, each compared with its locked sha256.

`jgo.toml` names what is wanted, `jgo.lock.toml` (made by `jgo --resolver python lock`) every jar with its sha256 and
no address. jgo fetches but does not compare, so this module does: a jar enters the folder only when it is the locked one.

Environment: `GOVGRAPH_CACHE` (the shared folder, else the platform's cache folder), `GOVGRAPH_MAVEN_REPO` (a mirror's
address, or a folder laid out as a Maven repository), `GOVGRAPH_JARS` (a plain folder of jars, looked into first: with
it an office without internet needs no repository).
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import tomllib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from filelock import FileLock

from graph.errors import JarsUnavailableError

THREADS = 8
ATTEMPTS = 3
TIMEOUT_SECONDS = 30
CHECKED = "checked.json"

Progress = Callable[[int, int, str], None]
"""Called with (jars done, jars in all, name of the jar just done)."""


@dataclass(frozen=True)
class Jar:
    """One locked jar; `sha256` in lower-case hex."""

    group: str
    artifact: str
    version: str
    classifier: str
    sha256: str

    @property
    def filename(self) -> str:
        return "-".join(part for part in (self.artifact, self.version, self.classifier) if part) + ".jar"


def lock_path() -> Path:
    """`jgo.lock.toml`: beside the packages in a clone, inside `graph/` in an installed wheel."""
    beside = Path(__file__).parent.parent / "jgo.lock.toml"
    return beside if beside.is_file() else Path(__file__).parent / "jgo.lock.toml"


def read_lock(path: Path | None = None) -> list[Jar]:
    """Every jar of the lock file, in its order. Raises JarsUnavailableError when the file is missing or damaged."""
    path = path or lock_path()
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["dependencies"]
        jars = [
            Jar(one["groupId"], one["artifactId"], one["version"], one.get("classifier", ""), one["sha256"].lower())
            for one in entries
        ]
    except (OSError, KeyError, TypeError, tomllib.TOMLDecodeError) as error:
        raise JarsUnavailableError(
            f"The list of Neo4j jars {path} cannot be read ({error}). Install govgraph again.",
            f"无法读取 Neo4j 组件清单 {path}（{error}）。请重新安装 govgraph。",
        ) from error
    names = {jar.filename for jar in jars}
    if not jars or len(names) != len(jars):
        raise JarsUnavailableError(
            f"The list of Neo4j jars {path} is empty or names a jar twice. Install govgraph again.",
            f"Neo4j 组件清单 {path} 为空或有重复。请重新安装 govgraph。",
        )
    return jars


def cache_folder() -> Path:
    """`GOVGRAPH_CACHE`, else the platform's cache folder for govgraph."""
    chosen = os.environ.get("GOVGRAPH_CACHE")
    return Path(chosen).expanduser().absolute() if chosen else platformdirs.user_cache_path("govgraph")


def jars_folder() -> Path:
    """Where the jars lie, one flat folder for all data folders."""
    return cache_folder() / "neo4j-jars"


def installed_jars() -> list[Path] | None:
    """The paths of all locked jars when the folder is known to hold them, else None; reads sizes and times only."""
    jars, folder = read_lock(), jars_folder()
    checked = _read_checked(folder)
    paths = [folder / jar.filename for jar in jars]
    known = all(checked.get(jar.filename) == _mark(path, jar) for jar, path in zip(jars, paths, strict=True))
    return paths if known else None


def ensure_jars(
    *,
    progress: Progress | None = None,
    source: Path | None = None,
    verify: bool = False,
) -> list[Path]:
    """Have every locked jar in the shared folder and return their paths, in the lock's order.

    `source`: a plain folder of jars to take from before asking a repository (default `GOVGRAPH_JARS`).
    `verify`: compare every jar again even when its size and time are those of the last comparison.
    A second run compares 216 sizes and times (milliseconds) and fetches nothing. Several processes may call it at once.
    Raises JarsUnavailableError: no connection, a jar that is not the locked one, no room.
    """
    if not verify and (paths := installed_jars()) is not None:
        return paths
    jars, folder = read_lock(), jars_folder()
    source = source or _folder_from_environment()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / ".lock"):
            checked = {} if verify else _read_checked(folder)
            _install(jars, folder, source, checked, progress or (lambda done, total, name: None))
    except OSError as error:
        raise JarsUnavailableError(
            f"The Neo4j jars cannot be stored in {folder}: {error}. Free some room (about 140 MB), "
            "or choose another folder by GOVGRAPH_CACHE.",
            f"无法把 Neo4j 组件存入 {folder}：{error}。请腾出约 140 MB 空间，或用 GOVGRAPH_CACHE 指定别的目录。",
        ) from error
    return [folder / jar.filename for jar in jars]


def _install(jars: list[Jar], folder: Path, source: Path | None, checked: dict[str, str], progress: Progress) -> None:
    failures: list[str] = []
    done = 0
    with tempfile.TemporaryDirectory(dir=folder, prefix=".fetch-") as scratch, ThreadPoolExecutor(THREADS) as pool:
        fetch = _fetcher(Path(scratch))
        tasks = {pool.submit(_place, jar, folder, source, checked, fetch): jar for jar in jars}
        try:
            for task in as_completed(tasks):
                jar = tasks[task]
                if (failure := task.result()) is not None:
                    failures.append(failure)
                    if len(failures) >= THREADS:  # no network: one reason is enough, not 216
                        break
                    continue
                checked[jar.filename] = _mark(folder / jar.filename, jar)
                done += 1
                progress(done, len(jars), jar.filename)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
            _write_checked(folder, checked)
    if failures:
        repository = os.environ.get("GOVGRAPH_MAVEN_REPO") or "Maven Central"
        raise JarsUnavailableError(
            f"{len(jars) - done} of {len(jars)} Neo4j jars are missing and could not be had from {repository}. "
            f"First reason: {failures[0]}. Check the network, name a mirror by GOVGRAPH_MAVEN_REPO, "
            "or give a folder of jars by GOVGRAPH_JARS; then run the same command again, it goes on where it stopped.",
            f"{len(jars)} 个 Neo4j 组件中有 {len(jars) - done} 个缺失，且无法从 {repository} 取得。首个原因：{failures[0]}。"
            "请检查网络，或用 GOVGRAPH_MAVEN_REPO 指定镜像，或用 GOVGRAPH_JARS 指定组件目录；然后重新运行同一命令，会从中断处继续。",
        )


def _place(
    jar: Jar, folder: Path, source: Path | None, checked: dict[str, str], fetch: Callable[[Jar], Path]
) -> str | None:
    """Have one jar in the folder; returns why not, or None."""
    target = folder / jar.filename
    if checked.get(jar.filename) == _mark(target, jar) or (target.is_file() and _sha256(target) == jar.sha256):
        return None
    if source is not None and (offered := source / jar.filename).is_file():
        found = _sha256(offered)
        if found != jar.sha256:
            return f"{offered} is not the locked jar (sha256 {found}, expected {jar.sha256})"
        part = target.with_suffix(".part")
        shutil.copyfile(offered, part)
        part.replace(target)
        return None
    reason = ""
    for _ in range(ATTEMPTS):
        try:
            fetched = fetch(jar)
        except (
            RuntimeError,
            OSError,
        ) as error:  # requests' errors are OSErrors; jgo raises RuntimeError for “not found”
            reason = f"{jar.filename}: {error}"
            continue
        found = _sha256(fetched)
        if found == jar.sha256:
            fetched.replace(target)
            return None
        fetched.unlink()
        reason = f"{jar.filename}: what came is not the locked jar (sha256 {found}, expected {jar.sha256})"
    return reason


def _fetcher(scratch: Path) -> Callable[[Jar], Path]:
    """jgo's own fetching, into a scratch folder that a broken download cannot outlive."""
    from jgo.maven import MavenContext

    repository = os.environ.get("GOVGRAPH_MAVEN_REPO", "").rstrip("/")
    local = [Path(repository)] if repository and "://" not in repository else None
    context = MavenContext(
        repo_cache=scratch,
        local_repos=local,
        remote_repos={"mirror": repository} if repository and not local else None,
        timeout=TIMEOUT_SECONDS,
        offline=bool(local),
    )

    def fetch(jar: Jar) -> Path:
        component = context.project(jar.group, jar.artifact).at_version(jar.version)
        artifact = component.artifact(classifier=jar.classifier, packaging="jar")
        if artifact.cached_path is not None:  # what an attempt that broke off left: jgo would take it for the jar
            artifact.cached_path.unlink(missing_ok=True)
        path: Path = artifact.resolve()
        if path.is_relative_to(scratch):
            return path
        copied = scratch / jar.filename  # a local repository is only read
        shutil.copyfile(path, copied)
        return copied

    return fetch


def _folder_from_environment() -> Path | None:
    chosen = os.environ.get("GOVGRAPH_JARS")
    if not chosen:
        return None
    folder = Path(chosen).expanduser().absolute()
    if not folder.is_dir():
        raise JarsUnavailableError(
            f"GOVGRAPH_JARS names {folder}, which is not a folder. Correct it or unset it.",
            f"GOVGRAPH_JARS 指定的 {folder} 不是目录。请更正或取消该设置。",
        )
    return folder


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _mark(path: Path, jar: Jar) -> str:
    """What stays equal as long as nobody touched the file: locked sha256, size, time of change; "" when it is not there."""
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{jar.sha256} {found.st_size} {found.st_mtime_ns}"


def _read_checked(folder: Path) -> dict[str, str]:
    try:
        found = json.loads((folder / CHECKED).read_text(encoding="utf-8"))
    except (OSError, json.JSONDecodeError):
        return {}  # never compared, or the writer was killed: everything is compared again
    return {str(name): str(mark) for name, mark in found.items()} if isinstance(found, dict) else {}


def _write_checked(folder: Path, checked: dict[str, str]) -> None:
    part = folder / f"{CHECKED}.part"
    part.write_text(json.dumps(checked, indent=0, sort_keys=True), encoding="utf-8")
    part.replace(folder / CHECKED)
