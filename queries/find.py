"""What people type → the node they mean: a body by any alias, a project, obligation or document by some of its words.

Names are tried from the surest to the loosest: id; name, alias, and what the registry makes of it in each region and
level the graph knows (so that every name of a body leads to the same one); pinyin and initials; part of a name. All hits
of the first kind that hits are given, the one with the most obligations first, so that a caller can say which one it
took and what else it could have been.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from queries.errors import UnknownThingError


class Table(Protocol):
    """Rows of a read, as the store gives them."""

    @property
    def columns(self) -> Sequence[str]: ...
    @property
    def rows(self) -> Sequence[Sequence[Any]]: ...


class Readable(Protocol):
    """A store that can be read: `graph.connection` gives one."""

    def read(self, query: str, parameters: dict[str, Any] | None = None) -> Table: ...


@dataclass(frozen=True, slots=True)
class Thing:
    """A node that answers to what was typed; `rule` says how it was found, `weight` how many obligations hang on it."""

    id: str
    name: str
    label: str
    rule: str
    weight: int = 0
    level: str = ""
    region: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def full_name(self) -> str:
        """With the region before it, where the name does not tell it itself."""
        return self.name if self.name.startswith(self.region) else f"{self.region}{self.name}"


_ROLES = "LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES"
_BODY = f"""
RETURN b.id, b.name, [l IN labels(b) WHERE l <> 'Body'][0], COUNT {{ (b)-[:{_ROLES}]->() }} AS weight,
  b.level, b.region, b.aliases
ORDER BY weight DESC, b.name, b.id LIMIT 50"""
_BODY_STEPS = (
    ("id", "MATCH (b:Body {id: $words})"),
    ("name", "MATCH (b:Body) WHERE b.name = $words OR $words IN b.aliases OR b.id IN $ids"),
    ("pinyin", "MATCH (b:Body) WHERE $lower IN b.search_keys"),
    ("part", "MATCH (b:Body) WHERE b.name CONTAINS $words OR any(a IN b.aliases WHERE a CONTAINS $words)"),
    ("pinyin part", "MATCH (b:Body) WHERE any(k IN b.search_keys WHERE k STARTS WITH $lower)"),
)
_OTHERS = {
    "project": ("Project", "name", "COUNT { (n)<-[:CONCERNS]-() }"),
    "obligation": ("Obligation", "text", "COUNT { (n)-[:DEPENDS_ON]-() }"),
    "document": ("Document", "title", "0"),
}
# kind → English, Chinese, the question that lists them
_CAPTIONS = {
    "body": ("body", "单位", "load-by-body"),
    "project": ("project", "项目", "projects"),
    "obligation": ("obligation", "任务", "documents"),
    "document": ("document", "文件", "documents"),
}


def _registry_ids(store: Readable, words: str) -> list[str]:
    """Ids that the registry gives these words in every region and level of the graph."""
    from extract.registry import registry
    from extract.source import Context
    from graph.ids import body_id

    places = store.read("MATCH (d:Document) RETURN DISTINCT d.level, d.region").rows
    known = registry()
    return sorted(
        {body_id(known.resolve(words, Context(level=level or "", region=region or "")).key) for level, region in places}
    )


def bodies(store: Readable, words: str, *, level: str = "", region: str = "") -> list[Thing]:
    """All bodies that answer to the words by the first step that hits, heaviest first; empty where none does."""
    words = words.strip()
    for rule, match in _BODY_STEPS:
        if not words:
            break
        values = {
            "words": words,
            "lower": words.lower(),
            "ids": _registry_ids(store, words) if rule == "name" else [],
        }
        found = [
            Thing(
                str(row[0]),
                str(row[1]),
                str(row[2] or "Body"),
                rule,
                row[3],
                row[4] or "",
                row[5] or "",
                tuple(row[6] or ()),
            )
            for row in store.read(match + _BODY, values).rows
        ]
        found = [one for one in found if (not level or one.level == level) and (not region or region in one.region)]
        if found:
            return found
    return []


def things(store: Readable, kind: str, words: str) -> list[Thing]:
    """Nodes of a kind (body, project, obligation, document) that answer to the words, best first."""
    words = words.strip()
    if kind == "body":
        return bodies(store, words)
    label, key, weight = _OTHERS[kind]
    extra = " OR $words IN n.sources OR n.number = $words" if kind == "document" else ""
    for rule, where in (
        ("id", "n.id = $words"),
        ("name", f"n.{key} = $words{extra}"),
        ("part", f"n.{key} CONTAINS $words"),
    ):
        rows = store.read(
            f"MATCH (n:{label}) WHERE {where} RETURN n.id, n.{key}, {weight} AS weight ORDER BY weight DESC, n.{key}, n.id LIMIT 50",
            {"words": words},
        ).rows
        if rows and words:
            return [Thing(str(row[0]), str(row[1]), label, rule, row[2]) for row in rows]
    return []


def the_one(store: Readable, kind: str, words: str, *, level: str = "", region: str = "") -> Thing:
    """The best of the things that answer to the words.

    Raises:
        UnknownThingError: none does.
    """
    found = bodies(store, words, level=level, region=region) if kind == "body" else things(store, kind, words)
    if not found:
        if not store.read("MATCH (d:Document) RETURN 1 LIMIT 1").rows:
            raise UnknownThingError(
                "The graph is empty. Read documents first: `govgraph ingest PATH…`.",
                "图谱还是空的。请先读入文件：govgraph ingest 文件或文件夹",
            )
        english, chinese, lists = _CAPTIONS[kind]
        what = {"load-by-body": "单位", "projects": "项目"}.get(lists, "文件")
        raise UnknownThingError(
            f"The graph holds no {english} that goes by {words!r}. `govgraph query {lists}` shows what is in it.",
            f"图谱中没有叫“{words}”的{chinese}。可用 govgraph query {lists} 查看图谱里有哪些{what}。",
        )
    return found[0]
