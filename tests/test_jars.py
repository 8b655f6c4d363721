"""The Neo4j jars: taken from a folder or a mirror, each compared with its sha256, checked again in no time."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import JarsUnavailableError
from graph.jars import ensure_jars, installed_jars, jars_folder, read_lock

NOBODY = "http://127.0.0.1:9/maven2"  # the discard port: nothing listens there


@pytest.fixture(scope="module")
def bundle() -> Path:
    """A plain folder with all jars: the one that set-up filled."""
    ensure_jars()
    return jars_folder()


@pytest.fixture
def cache(tmp_path: Path, bundle: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty cache of this test's own, with no way to any network."""
    assert bundle.is_dir()
    monkeypatch.setenv("GOVGRAPH_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("GOVGRAPH_MAVEN_REPO", NOBODY)
    monkeypatch.delenv("GOVGRAPH_JARS", raising=False)
    yield tmp_path / "cache"
    shutil.rmtree(tmp_path / "cache", ignore_errors=True)  # 135 MB each


def test_from_a_plain_folder_without_network(cache: Path, bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVGRAPH_JARS", str(bundle))
    seen: list[tuple[int, int]] = []
    assert installed_jars() is None
    paths = ensure_jars(progress=lambda done, total, name: seen.append((done, total)))
    assert {path.parent for path in paths} == {cache / "neo4j-jars"}
    assert [path.name for path in paths] == [jar.filename for jar in read_lock()]
    assert seen[-1] == (len(paths), len(paths))
    assert [done for done, _ in seen] == list(range(1, len(paths) + 1))
    monkeypatch.delenv("GOVGRAPH_JARS")
    began = time.process_time()
    assert ensure_jars(progress=lambda *_: pytest.fail("nothing is to be done")) == paths
    assert time.process_time() - began < 1.0
    _damaged_jars_are_noticed(paths, bundle, monkeypatch)


def _damaged_jars_are_noticed(paths: list[Path], bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cut jar, a missing one, and one of the same size and time: the last is found by `verify`."""
    paths[0].write_bytes(paths[0].read_bytes()[:-1])
    paths[1].unlink()
    assert installed_jars() is None
    with pytest.raises(JarsUnavailableError, match="2 of 216 Neo4j jars are missing") as caught:
        ensure_jars()
    assert "GOVGRAPH_JARS" in caught.value.en
    assert "GOVGRAPH_MAVEN_REPO" in caught.value.zh
    assert ensure_jars(source=bundle) == paths
    assert paths[0].read_bytes() == (bundle / paths[0].name).read_bytes()
    before = paths[2].stat()
    content = bytearray(paths[2].read_bytes())
    content[100] ^= 1
    paths[2].write_bytes(content)
    import os

    os.utime(paths[2], ns=(before.st_atime_ns, before.st_mtime_ns))
    assert installed_jars() is not None
    with pytest.raises(JarsUnavailableError, match="1 of 216"):
        ensure_jars(verify=True)
    assert ensure_jars(source=bundle, verify=True) == paths


def test_from_a_mirror_that_is_a_folder(cache: Path, bundle: Path, tmp_path: Path, monkeypatch) -> None:
    for jar in read_lock():
        place = tmp_path / "repo" / Path(*jar.group.split(".")) / jar.artifact / jar.version
        place.mkdir(parents=True, exist_ok=True)
        (place / jar.filename).hardlink_to(bundle / jar.filename)
    monkeypatch.setenv("GOVGRAPH_MAVEN_REPO", str(tmp_path / "repo"))
    assert len(ensure_jars()) == 216
    assert all(path.is_relative_to(cache) for path in ensure_jars())


def test_a_wrong_jar_of_a_bundle_is_not_taken(cache: Path, bundle: Path, tmp_path: Path) -> None:
    offered = tmp_path / "offered"
    offered.mkdir()
    first, *others = read_lock()
    for jar in others:
        (offered / jar.filename).hardlink_to(bundle / jar.filename)
    (offered / first.filename).write_bytes(b"not a jar")
    with pytest.raises(JarsUnavailableError, match=f"{first.filename} is not the locked jar"):
        ensure_jars(source=offered)
    assert not (cache / "neo4j-jars" / first.filename).exists()


def test_no_network_is_said_soon(cache: Path) -> None:
    began = time.perf_counter()
    with pytest.raises(JarsUnavailableError) as caught:
        ensure_jars()
    assert time.perf_counter() - began < 30
    assert NOBODY in caught.value.en
    assert "请检查网络" in caught.value.zh
    assert [path.name for path in (cache / "neo4j-jars").iterdir() if path.suffix == ".jar"] == []


def test_a_folder_that_is_none(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVGRAPH_JARS", str(tmp_path / "nowhere"))
    with pytest.raises(JarsUnavailableError, match="is not a folder"):
        ensure_jars()
    monkeypatch.delenv("GOVGRAPH_JARS")
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("GOVGRAPH_CACHE", str(tmp_path / "file" / "below"))
    with pytest.raises(JarsUnavailableError, match="cannot be stored"):
        ensure_jars()


def test_the_lock_is_whole(tmp_path: Path) -> None:
    jars = read_lock()
    assert len(jars) == 216
    assert all(len(jar.sha256) == 64 and set(jar.sha256) <= set("0123456789abcdef") for jar in jars)
    assert {"neo4j-5.26.30.jar", "neo4j-server-5.26.30.jar"} <= {jar.filename for jar in jars}
    for text in ("", "dependencies = 3", "[[dependencies]]\ngroupId = 'a'", "[["):
        (tmp_path / "lock").write_text(text)
        with pytest.raises(JarsUnavailableError):
            read_lock(tmp_path / "lock")
    with pytest.raises(JarsUnavailableError):
        read_lock(tmp_path / "missing")
