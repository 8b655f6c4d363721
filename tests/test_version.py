"""The extractor's version changes with any rule, so that known documents are read again."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from extract.version import RELEASE, extractor_version

EXTRACT = Path(__file__).parents[1] / "extract"


def version_of(folder: Path) -> str:
    code = "from extract.version import extractor_version; print(extractor_version())"
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_it_changes_with_a_word_and_with_nothing_else(tmp_path: Path) -> None:
    shutil.copytree(EXTRACT, tmp_path / "extract", ignore=shutil.ignore_patterns("__pycache__"))
    assert version_of(tmp_path) == extractor_version()
    words = tmp_path / "extract" / "resources" / "idioms.yaml"
    words.write_text(words.read_text("utf-8") + "# \n", "utf-8")
    assert version_of(tmp_path) != extractor_version()


def test_it_names_the_release() -> None:
    assert version("govgraph") == RELEASE == extractor_version().split("+")[0]
