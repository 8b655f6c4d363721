"""What the user asked on this machine: the last statements and the ones kept, in the data folder, for the owner only."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from graph.home import data_folder

AT_MOST = 30


@dataclass(frozen=True, slots=True)
class Past:
    """One statement; `kept` ones stay when newer ones push the others out."""

    text: str
    kept: bool = False


def _file() -> Path:
    return data_folder().path / "queries.json"


def history() -> list[Past]:
    """Kept statements first, then the others, newest first."""
    try:
        rows = json.loads(_file().read_text("utf-8"))
    except FileNotFoundError:
        return []
    return sorted((Past(str(row["text"]), bool(row["kept"])) for row in rows), key=lambda one: not one.kept)


def _save(rows: list[Past]) -> None:
    file = _file()
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    kept = [one for one in rows if one.kept]
    others = [one for one in rows if not one.kept][:AT_MOST]
    fresh = file.with_suffix(".tmp")
    fresh.touch(mode=0o600)
    fresh.write_text(json.dumps([asdict(one) for one in (*kept, *others)], ensure_ascii=False), "utf-8")
    fresh.replace(file)


def remember(text: str) -> None:
    """Put a statement that was run in front."""
    text = text.strip()
    if text:
        there = history()
        known = next((one for one in there if one.text == text), Past(text))
        _save([known, *(one for one in there if one.text != text)])


def keep(text: str) -> None:
    """Keep a statement, or stop keeping it."""
    _save([Past(one.text, not one.kept) if one.text == text else one for one in history()])
