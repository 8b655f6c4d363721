"""The graph as one web page that needs nothing else: things by kind, each with its properties and relations and their words.

For a colleague without govgraph: it opens in any browser, asks no server, and shows text as text only.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from app.output import plain
from app.texts import words
from graph.schema import schema

PAGE = Path(__file__).parent / "site.html"
FIRST = ("Body", "Obligation", "Project", "Programme", "Deadline", "Target", "Document")
EVIDENCE = ("quote", "rule")
TEXTS = {
    "zh": {
        "title": "政务责任图谱",
        "search": "搜名称、任务……",
        "all": "全部",
        "more": "还有 {n} 个，请缩小范围",
        "none": "没有符合的内容",
        "choose": "选中左边一项，这里显示它的内容和关系",
        "inherited": "承前句",
    },
    "en": {
        "title": "Graph of governance",
        "search": "Search names, obligations …",
        "all": "All",
        "more": "{n} more, narrow it down",
        "none": "Nothing matches",
        "choose": "Choose something on the left to see it and its relations",
        "inherited": "inherited",
    },
}
_HIDDEN = frozenset(
    [
        "id",
        "document",
        "start",
        "end",
        "order",
        "sha256",
        "version",
        "source",
        "sources",
        "search_keys",
        "registered",
        "stem",
        "characters",
        "added",
        "format",
    ]
)
YES_NO = {"zh": ("否", "是"), "en": ("no", "yes")}


def site(nodes: list[Any], relations: list[Any], language: str) -> str:
    """The page. `nodes`: (labels, properties) rows; `relations`: (type, source, target, properties) rows."""
    known = schema()
    data = {
        "language": language,
        "texts": TEXTS[language],
        "kinds": {
            name: {"caption": node.caption(language), "light": node.light, "dark": node.dark}
            for name, node in sorted(
                known.nodes.items(), key=lambda one: FIRST.index(one[0]) if one[0] in FIRST else len(FIRST)
            )
            if not node.internal
        },
        "relations": {name: one.caption(language) for name, one in known.relations.items()},
        "properties": {
            kind: {name: one.caption(language) for name, one in properties.items() if name not in _HIDDEN}
            for kind, properties in known.properties.items()
        },
        "nodes": [_node(labels, plain(properties), language) for labels, properties in nodes],
        "edges": [
            [kind, source, target, {name: values[name] for name in (*EVIDENCE, "inherited") if values.get(name)}]
            for kind, source, target, values in ((k, s, t, plain(p)) for k, s, t, p in relations)
        ],
    }
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # inside <script> only “</” and “<!--” could end it
    return PAGE.read_text(encoding="utf-8").replace("__DATA__", written.replace("<", "\\u003c"))


def _node(labels: list[str], values: dict[str, Any], language: str) -> dict[str, Any]:
    known = schema()
    kind = next(label for label in labels if label in known.nodes)
    name = str(values.get(known.nodes[kind].shown, "")) or str(values["id"])
    shown = {
        key: _said(kind, key, one, language)
        for key, one in values.items()
        if key not in _HIDDEN and one not in (None, "", [])
    }
    return {"id": values["id"], "kind": kind, "name": name, "values": shown}


def _said(kind: str, name: str, value: Any, language: str) -> Any:
    """A value in the reader's language, where the schema has words for it."""
    if isinstance(value, bool):
        return YES_NO[language][value]
    known = schema().properties[kind].get(name)
    if known and isinstance(value, str) and value in known.values:
        return known.values[value].caption(language)
    return words(language).get(f"level_{value}", value) if name == "level" else value
