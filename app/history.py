"""What the user asked on this machine: the last statements and the ones kept, in the data folder, for the owner only."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from graph.home import data_folder

AT_MOST = 30


@dataclass(frozen=True, slots=True)
class Past:
    """A statement, or a question of the library (`name`) with its values; `kept` ones are not pushed out by newer ones."""

    text: str
    kept: bool = False
    name: str = ""
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Tells it from the others."""
        return json.dumps([self.name, self.text, sorted(self.values.items())], ensure_ascii=False)


def _file() -> Path:
    return data_folder().path / "queries.json"


def history() -> list[Past]:
    """Kept statements first, then the others, newest first."""
    try:
        rows = json.loads(_file().read_text("utf-8"))
    except FileNotFoundError:
        return []
    past = [Past(row["text"], bool(row["kept"]), row.get("name", ""), row.get("values", {})) for row in rows]
    return sorted(past, key=lambda one: not one.kept)


def _save(rows: list[Past]) -> None:
    file = _file()
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    kept = [one for one in rows if one.kept]
    others = [one for one in rows if not one.kept][:AT_MOST]
    fresh = file.with_suffix(".tmp")
    fresh.touch(mode=0o600)
    fresh.write_text(json.dumps([asdict(one) for one in (*kept, *others)], ensure_ascii=False), "utf-8")
    fresh.replace(file)


def remember(text: str, name: str = "", values: Mapping[str, str] | None = None) -> None:
    """Put what was asked in front."""
    fresh = Past(text.strip(), False, name, dict(values or {}))
    if fresh.text or fresh.name:
        there = history()
        known = next((one for one in there if one.key == fresh.key), fresh)
        _save([known, *(one for one in there if one.key != fresh.key)])


def keep(key: str) -> None:
    """Keep what was asked, or stop keeping it."""
    _save([replace(one, kept=not one.kept) if one.key == key else one for one in history()])
