"""`.venv/bin/python -m app.setup.lock`: make the Python lock files anew from pyproject.toml, with hashes, for every platform.

No address gets into them: pip asks whatever index its own configuration names. Versions already locked are kept;
with `--upgrade` the newest ones are taken.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from app.setup.machine import ROOT, VENV
from app.setup.packages import locked

HEADER = """\
# Made by `make lock` from pyproject.toml: {what}.
# Every file is checked against its hash. No address stands here: pip's own configuration says where from.
"""
# lock → (what it is for, arguments of uv)
LOCKS: dict[str, tuple[str, tuple[str, ...]]] = {
    "requirements.lock": ("what govgraph runs on", ("pyproject.toml", "--group", "build")),
    "requirements-compile.lock": (
        "what the rules are compiled with, beside requirements.lock",
        ("--group", "compile", "--constraint", "requirements.lock"),
    ),
    "requirements-dev.lock": (
        "what checks and tests need, beside requirements.lock",
        ("--group", "dev", "--constraint", "requirements.lock", "--constraint", "requirements-compile.lock"),
    ),
    "requirements-cc.lock": ("a C compiler, for machines that have none", ("--group", "cc")),
    "requirements-node.lock": ("Node, for machines that have none", ("--group", "node")),
}
OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-header",
    "--no-annotate",
    "--quiet",
)


def main(words: Sequence[str]) -> int:
    for name, (what, arguments) in LOCKS.items():
        target = ROOT / name
        command: list[str | Path] = [
            VENV / "bin" / "uv",
            "pip",
            "compile",
            *arguments,
            *OPTIONS,
            *words,
            "--output-file",
            name,
        ]
        code = subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False).returncode
        if code:
            return code
        target.write_text(HEADER.format(what=what) + target.read_text(encoding="utf-8"), encoding="utf-8")
        print(f"{name}: {len(locked(target))} packages")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
