"""docs/schema.md from the schema: `python -m graph.schema_page` writes it, a test holds it against the schema."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from graph.schema import Property, schema

PAGE = Path(__file__).parents[1] / "docs" / "schema.md"

_OWNERS = {
    "self": "the document itself",
    "document": "one document, removed with it",
    "shared": "whoever names it",
    "user": "a person, until taken back",
}
_HOW = {
    "union": "all values of",
    "first": "the smallest value of",
    "latest": "the newest document's value of",
}

_HEAD = """\
# The graph: nodes, relations, properties

Written from `graph/schema.yaml` by `python -m graph.schema_page`; change the schema, not this page.

- An id is a prefix and a hash of the fewest source values that identify the thing (`graph/ids.py`): the same input gives
  the same graph, in any order, however often.
- A relation that comes from text carries its evidence: the document, where the words stand in its text (code points, half
  open), the words themselves, the rule that found them, the extractor's version.
- Dates are Neo4j dates. What a text does not say is an empty string, or null where there could be a number or a date.
- A `Body` has a second label that says what it is. `Text` holds the documents' words in pieces of 32,768 code points.
"""


def page() -> str:
    """The whole page as Markdown."""
    known = schema()
    parts = [_HEAD, "## Nodes\n", _table(("label", "中文", "id of", "belongs to"), _nodes())]
    for label, second in known.sublabels.items():
        rows = ((f"`{name}`", one.zh, one.en) for name, one in second.items())
        parts += [f"### Second labels of `{label}`\n", _table(("label", "中文", "English"), rows)]
    for label, node in known.nodes.items():
        parts += [f"### `{label}` {node.zh}\n", _properties(known.properties[label])]
    parts += ["## Relations\n", _table(("relation", "中文", "evidence", "own properties"), _relations())]
    for kind, relation in known.relations.items():
        if relation.properties:
            parts += [f"### `{kind}` {relation.zh}\n", _properties(relation.properties)]
    parts += ["### Evidence\n", _properties(known.evidence)]
    parts += ["## Full-text search\n"]
    for name, one in known.fulltext.items():
        labels, fields = (", ".join(f"`{item}`" for item in items) for items in (one.labels, one.properties))
        parts += [
            f"`CALL db.index.fulltext.queryNodes('{name}', $words)` searches {labels} by {fields}; the analyzer is `cjk` "
            "(bigrams; words in double quotes are a phrase).\n"
        ]
    return "\n".join(parts)


def _nodes() -> Iterable[tuple[str, ...]]:
    for label, node in schema().nodes.items():
        yield f"`{label}`", node.zh, f"`{node.prefix}-…`: {', '.join(node.key)}", _OWNERS[node.owner]


def _relations() -> Iterable[tuple[str, ...]]:
    for kind, one in schema().relations.items():
        starts = list(dict.fromkeys(start for start, _ in one.ends))
        pairs = (f"(:{start})-[:{kind}]->(:{'|'.join(end for a, end in one.ends if a == start)})" for start in starts)
        evidence = "yes" if one.evidence else ("derived" if one.derived else "no")
        # a bar would end the cell
        patterns = "<br>".join(f"`{pair}`" for pair in pairs).replace("|", "\\|")
        yield patterns, one.zh, evidence, ", ".join(f"`{name}`" for name in one.properties)


def _properties(properties: Mapping[str, Property]) -> str:
    return _table(("property", "type", "中文", "English"), (_property(name, one) for name, one in properties.items()))


def _property(name: str, one: Property) -> tuple[str, ...]:
    notes = [one.en]
    if one.values:
        notes.append(", ".join(f"`{value}` {caption.zh}" for value, caption in one.values.items()))
    if one.derived:
        relations = ", ".join(f"`{kind}`" for kind in one.derived.relations)
        notes.append(f"{_HOW[one.derived.how]} `{one.derived.property}` on {relations}")
    if one.volatile:
        notes.append("no part of the graph's sha256")
    optional = "" if one.required or one.derived else ", may be null"
    return f"`{name}`", one.type + optional, one.zh, "; ".join(notes)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
