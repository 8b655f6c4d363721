"""The answer to a query as the page shows it: columns with captions, ids kept behind what they name, things to draw."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app import drawn, proof
from app.codes import COLUMNS, spoken
from app.surroundings import rows_of
from app.texts import words
from graph.guard import Table
from graph.schema import schema
from queries.acts import acts
from queries.find import Readable
from queries.neighbours import picture

ROWS_AT_MOST = 3_000
JSON_AT_MOST = 500
NODES_AT_MOST = 100
_NAMES_AT_MOST = 400
_ID = re.compile(r"(?:doc|sec|obl|body|proj|prog|tgt|due|pol|place|res|cond)-[0-9a-f]{8,}\Z")
_BY_NAME = """MATCH (n:Body|Project|Programme) WHERE n.name IN $names RETURN n.id AS id, n.name AS name
UNION MATCH (n:Document|Policy) WHERE n.title IN $names RETURN n.id AS id, n.title AS name"""
_BY_ELEMENT = "MATCH (n) WHERE elementId(n) IN $ids RETURN n.id"
# what questions answer in Chinese, for the English app
_VALUES = {"牵头": "lead", "配合": "support", "责任": "responsible", "督办": "supervise"}


def is_id(value: Any) -> bool:
    """Is this the id of a thing of the graph?"""
    return isinstance(value, str) and bool(_ID.match(value))


def _ids_in(value: Any) -> list[str]:
    """Ids in a value, wherever they lie: ids as text, and nodes."""
    if isinstance(value, list):
        return [one for part in value for one in _ids_in(part)]
    if isinstance(value, dict):
        if value.get("kind") == "node":
            key = value.get("properties", {}).get("id")
            return [key] if is_id(key) else []
        if value.get("kind") == "relation":
            return []  # its document is where it stands, not what it is about
        return [one for part in value.values() for one in _ids_in(part)]
    return [value] if is_id(value) else []


def _ends_in(value: Any) -> list[str]:
    """Element ids of the ends of the relations in a value."""
    if isinstance(value, list):
        return [one for part in value for one in _ends_in(part)]
    if isinstance(value, dict):
        if value.get("kind") == "relation":
            return [str(value["start"]), str(value["end"])]
        return [one for part in value.values() for one in _ends_in(part)]
    return []


def cell(value: Any) -> Any:
    """A value as a table shows it: numbers stay numbers, lists are joined, things show their name."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, list):
        return "、".join("" if one is None else str(cell(one)) for one in value)
    if isinstance(value, dict) and value.get("kind") == "node":
        label = next((one for one in value["labels"] if one in schema().nodes), "")
        name = str(value["properties"].get(schema().nodes[label].shown) or "") if label else ""
        return name or json.dumps(value["properties"], ensure_ascii=False)
    if isinstance(value, dict) and value.get("kind") == "relation" and value["type"] in schema().relations:
        return str(value["properties"].get("quote") or value["type"])
    return json.dumps(value, ensure_ascii=False)


def _translated(value: Any, language: str) -> Any:
    if isinstance(value, bool):
        return words(language)["yes" if value else "no"]
    if language != "zh" and isinstance(value, str) and value in _VALUES:
        return words(language)[_VALUES[value]]
    return value


@dataclass(frozen=True, slots=True)
class Answer:
    """`hidden`: numbers of columns that hold ids only; `links`: column → the hidden one that says which thing it names."""

    columns: tuple[str, ...]
    rows: list[list[Any]]
    hidden: tuple[int, ...]
    links: Mapping[int, int]
    keys: list[str]
    table: Table

    def things(self) -> list[str]:
        """Ids of all that the rows name, in their order."""
        return list(dict.fromkeys(one for row in self.table.rows for one in _ids_in(row)))


def answer(table: Table, captions: Mapping[str, str], language: str) -> Answer:
    """A table as the page shows it; `captions` gives the columns' English names."""
    rows = table.rows[:ROWS_AT_MOST]
    ids = [
        number
        for number in range(len(table.columns))
        if any(row[number] for row in rows) and all(_only_ids(row[number]) for row in rows)
    ]
    links = {}
    for number in ids:
        for suffix in ("编号", "_id", "Id", ".id"):
            stem = table.columns[number].removesuffix(suffix)
            if stem != table.columns[number] and stem in table.columns:
                links[table.columns.index(stem)] = number
    # the sole column of a table is shown whatever it holds
    hidden = tuple(ids) if len(ids) < len(table.columns) else ()
    named = tuple(captions.get(one, one) if language != "zh" else one for one in table.columns)
    coded = [bool(captions) and one in COLUMNS for one in table.columns]
    shown = [
        [
            _translated(cell(spoken(value, language) if code else value), language)
            for value, code in zip(row, coded, strict=True)
        ]
        for row in rows
    ]
    keys = [next(iter(_main(row, ids)), "") for row in rows]
    return Answer(named, shown, hidden, links, keys, table)


def _only_ids(value: Any) -> bool:
    return value is None or is_id(value) or (isinstance(value, list) and all(is_id(one) for one in value))


def _main(row: Sequence[Any], ids: Sequence[int]) -> list[str]:
    """Ids of a row, what it is about first: the last id column, as questions name their own thing there."""
    found = [one for number in reversed(ids) for one in _ids_in(row[number])]
    return found or _ids_in(list(row))


def sketch(store: Readable, shown: Answer, language: str) -> dict[str, Any]:
    """Nodes and edges of what the rows name: by their ids, else by the ends of relations, else by their names."""
    keys = shown.things()
    if not keys:
        ends = list(dict.fromkeys(one for row in shown.table.rows for one in _ends_in(row)))[: 2 * NODES_AT_MOST]
        keys = [str(row[0]) for row in store.read(_BY_ELEMENT, {"ids": ends}).rows] if ends else []
    if not keys:
        names = [one for row in shown.table.rows for one in row if isinstance(one, str) and 1 < len(one) < 40]
        wanted = list(dict.fromkeys(names))[:_NAMES_AT_MOST]
        found = {str(row[1]): str(row[0]) for row in store.read(_BY_NAME, {"names": wanted}).rows} if wanted else {}
        keys = [found[name] for name in wanted if name in found]
    known = acts(store, keys[:NODES_AT_MOST])
    # tasks alone are loose cards: who carries them ties them together
    bodies = [one["id"] for act in known.values() for one in act["bodies"]]
    made = picture(store, list(dict.fromkeys([*keys[:NODES_AT_MOST], *bodies])), [])
    # membership of bodies that came in only as carriers would tie all to all
    lines = [one for one in made.edges if one.type != "MEMBER_OF" or {one.source, one.target} <= set(keys)]
    nodes, edges = drawn.things(made.nodes, lines, known, language)
    return {"nodes": nodes, "edges": edges, "cut": len(keys) > NODES_AT_MOST}


def panel(store: Readable, key: str, language: str) -> dict[str, Any] | None:
    """The evidence panel of one thing by its id; None where the graph does not hold it."""
    made = picture(store, [key], []) if is_id(key) else None
    if made is None or not made.nodes:
        return None
    nodes, _ = drawn.things(made.nodes, [], rows_of(store, acts(store, [key])), language)
    evidence: dict[str, Any] = dict(nodes[0]["evidence"])
    see = {"label": words(language)["see_in_graph"], "href": proof.link("explorer", language, root=key, open=key)}
    return {**evidence, "links": [*evidence["links"], see]}
