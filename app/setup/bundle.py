"""One file with everything an office without internet needs: wheels, Java and Neo4j's jars, govgraph, samples, an installer.

What is in it was compared with the locks when it was made (pip: hashes of `requirements.lock`, jars: `jgo.lock.toml`) and is
compared again where it is installed: `SHA256SUMS` by the installer, the wheels by pip, the jars by `govgraph setup`.
It holds wheels of one system and one Python, those of the machine that makes it.
"""

from __future__ import annotations

import hashlib
import io
import platform
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from app.setup.errors import SetupError
from app.setup.machine import COMPONENTS, LOGS, ROOT, is_checkout, python
from app.setup.packages import COLLECTING, PIP, PIP_ENVIRONMENT, RUNTIME, WHEELS, locked
from app.setup.step import Progress, run_tool
from app.setup.words import Text

FOLDER = "govgraph"  # the folder in the archive
INSTALLER = Path(__file__).parent / "bundle_install.sh"
GUIDE = Path(__file__).parent / "bundle_guide.txt"

ONLY_CLONE = Text(
    "离线安装包要在 govgraph 源码目录中制作（这里没有 requirements.lock）",
    "an offline bundle is made in a clone of govgraph (no requirements.lock here)",
)
ONLY_CLONE_MEND = Text(
    "请在联网的机器上取得源码，运行 make setup，再运行 .venv/bin/govgraph bundle",
    "On a machine with internet: clone it, run make setup, then .venv/bin/govgraph bundle",
)
NO_BUNDLE = Text("界面组件还没有打包", "the app's components are not built yet")
NO_BUNDLE_MEND = Text("请先运行 make setup", "Run make setup first")
WHEELS_TITLE = Text("Python 包与 Java", "Python packages and Java")
OWN_TITLE = Text("govgraph 自身", "govgraph itself")
WRITING = Text("写入：{done}/{total} 个文件", "writing: {done} of {total} files")


def target_system() -> str:
    """For which machines a bundle made here is: `linux-x86_64-python3.11`."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return f"{platform.system().lower()}-{platform.machine().lower()}-{version}"


def default_name() -> str:
    from importlib.metadata import version

    return f"govgraph-{version('govgraph')}-{target_system()}.tar"


def make_bundle(target: Path, jars: list[Path], progress: Progress) -> int:
    """Write the archive to `target` and return its size in bytes; a broken run leaves no file of that name.

    `jars`: paths of all locked jars. Raises SetupError: not in a clone, nothing built, a package that cannot be had.
    """
    if not is_checkout():
        raise SetupError(ONLY_CLONE.say(progress.language), ONLY_CLONE_MEND.say(progress.language))
    if not any((COMPONENTS / "dist").glob("*.js")):
        raise SetupError(NO_BUNDLE.say(progress.language), NO_BUNDLE_MEND.say(progress.language))
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".bundle-") as scratch:
        wheels = Path(scratch) / "wheels"
        _fetch_wheels(wheels, progress)
        _build_own(wheels, progress)
        part = Path(scratch) / target.name
        _write(part, _files(wheels, jars), progress)
        size = part.stat().st_size
        part.replace(target)
    return size


def _fetch_wheels(folder: Path, progress: Progress) -> None:
    total, seen = len(locked(RUNTIME)), 0

    def read(line: str) -> None:
        nonlocal seen
        seen += line.strip().startswith(("Collecting ", "Ignoring "))
        progress.say(COLLECTING, done=min(seen, total), total=total, size=_megabytes(folder))

    command: list[str | Path] = [python(), *PIP, "download", "--require-hashes", "--no-deps", *WHEELS]
    progress.tell(WHEELS_TITLE.say(progress.language))
    run_tool(
        [*command, "-d", folder, "-r", RUNTIME],
        log=LOGS / "bundle-wheels.log",
        progress=progress,
        on_line=read,
        cwd=ROOT,
        env=PIP_ENVIRONMENT,
    )


def _build_own(folder: Path, progress: Progress) -> None:
    progress.tell(OWN_TITLE.say(progress.language))
    command: list[str | Path] = [python(), *PIP, "wheel", "--no-deps", "--no-build-isolation", "--no-index"]
    run_tool(
        [*command, "-w", folder, ROOT],
        log=LOGS / "bundle-own.log",
        progress=progress,
        cwd=ROOT,
        env=PIP_ENVIRONMENT,
    )


def _megabytes(folder: Path) -> float:
    return sum(one.stat().st_size for one in folder.glob("*.whl")) / 1e6 if folder.is_dir() else 0.0


def _files(wheels: Path, jars: list[Path]) -> Iterator[tuple[str, Path]]:
    """(name in the archive's folder, file), in a fixed order."""
    yield "install.sh", INSTALLER
    yield "安装说明.txt", GUIDE
    yield "requirements.lock", RUNTIME
    for name in ("README.md", "README.zh-CN.md", "LICENSE", "CHANGELOG.md"):
        yield name, ROOT / name
    for one in sorted(wheels.glob("*.whl")):
        yield f"wheels/{one.name}", one
    for one in sorted(jars):
        yield f"jars/{one.name}", one
    for one in sorted((ROOT / "samples").iterdir()):
        if one.is_file() and one.suffix != ".py":
            yield f"samples/{one.name}", one


def _write(part: Path, files: Iterator[tuple[str, Path]], progress: Progress) -> None:
    """The archive with the sums of all its files, each read once for its sum and once for the archive."""
    listed = list(files)
    sums: list[str] = []
    with tarfile.open(part, "w", format=tarfile.PAX_FORMAT) as archive:
        _add_text(archive, "PYTHON", f"{sys.version_info.major}.{sys.version_info.minor}\n")
        for done, (name, path) in enumerate(listed, 1):
            with path.open("rb") as stream:
                sums.append(f"{hashlib.file_digest(stream, 'sha256').hexdigest()}  {name}\n")
            member = archive.gettarinfo(path, f"{FOLDER}/{name}")
            member.mode = 0o755 if name.endswith(".sh") else 0o644
            member.uid = member.gid = 0
            member.uname = member.gname = ""
            with path.open("rb") as stream:
                archive.addfile(member, stream)
            progress.say(WRITING, done=done, total=len(listed))
        _add_text(archive, "SHA256SUMS", "".join(sums))


def _add_text(archive: tarfile.TarFile, name: str, text: str) -> None:
    data = text.encode()
    member = tarfile.TarInfo(f"{FOLDER}/{name}")
    member.size, member.mode, member.mtime = len(data), 0o644, int(time.time())
    archive.addfile(member, io.BytesIO(data))
