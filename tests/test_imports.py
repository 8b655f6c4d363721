"""Imports point one way: extract ← graph ← queries ← app; only app imports streamlit."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# what each package may import of ours
MAY = {
    "extract": {"extract"},
    "graph": {"graph", "extract"},
    "queries": {"queries", "graph", "extract"},
    "app": {"app", "queries", "graph", "extract"},
}
HEAVY = ("spacy", "streamlit", "pandas", "neo4j", "networkx", "lxml", "openpyxl", "docx")


def sources(package: str) -> list[Path]:
    return sorted(one for one in (ROOT / package).rglob("*.py") if "node_modules" not in one.parts)


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """`(line, module)` of every import of a file, those inside functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: write imports whole, `from extract.model import …`"
            yield node.lineno, node.module or ""


def wrong(path: Path, package: str) -> list[str]:
    found = []
    for line, module in imported(path):
        top = module.partition(".")[0]
        if top in MAY and top not in MAY[package]:
            found.append(f"{path.name}:{line}: {package} must not import {module}")
        if top == "streamlit" and package != "app":
            found.append(f"{path.name}:{line}: only app imports streamlit")
        if top == "tests":
            found.append(f"{path.name}:{line}: the product must not import its tests")
    return found


@pytest.mark.parametrize("package", MAY)
def test_imports_point_one_way(package: str) -> None:
    paths = sources(package)
    assert paths, f"no source in {package}/"
    assert [one for path in paths for one in wrong(path, package)] == []


def test_the_check_sees_a_wrong_import(tmp_path: Path) -> None:
    """The check itself: imports in a function, of a submodule, and of streamlit are found."""
    path = tmp_path / "bad.py"
    path.write_text("def f():\n    from graph.ids import key\n    import streamlit as st\n", encoding="utf-8")
    assert [one.partition(": ")[2] for one in wrong(path, "extract")] == [
        "extract must not import graph.ids",
        "only app imports streamlit",
    ]
    assert wrong(path, "app") == []


def test_set_up_needs_no_package() -> None:
    """What runs before anything is installed imports the standard library and itself only (words of doctor excepted)."""
    early = [one for one in sources("app/setup") if not one.name.startswith(("check", "fetch_jars"))]
    others = {
        module
        for path in early
        for _, module in imported(path)
        if not module.startswith("app.setup") and module.partition(".")[0] not in sys.stdlib_module_names
    }
    assert early and others == set()


def test_help_imports_nothing_heavy() -> None:
    """A warm command answers fast because nothing heavy is imported that it does not use."""
    code = "import sys; from app.command import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, env={**os.environ}
    )
    modules = set(done.stdout.splitlines()[-1].split())
    assert "click" in modules
    assert modules.isdisjoint(HEAVY)
