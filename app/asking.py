"""A query of the app on its way: run in a thread of its own so that the page can stop it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from app import proof
from graph.connection import Store
from graph.errors import GraphError, QuerySyntaxError
from graph.guard import Cancel, Table, run_guarded
from graph.schema import schema
from queries.neighbours import Edge, Node

# drawn at most; a table or the explorer shows more
NODES_AT_MOST = 150
TIMEOUT = 30.0
_WORKERS = ThreadPoolExecutor(8, "query")


@dataclass(slots=True)
class Asking:
    """A query under way: `future` gives its table, `cancel` ends it."""

    text: str
    future: Future[Table]
    cancel: Cancel

    @property
    def done(self) -> bool:
        return self.future.done()


def start(store: Store, text: str, values: Mapping[str, Any]) -> Asking:
    """Begin a guarded query."""
    cancel = Cancel()
    return Asking(text, _WORKERS.submit(run_guarded, store, text, values, timeout=TIMEOUT, cancel=cancel), cancel)


def outcome(asking: Asking, language: str) -> tuple[Table | None, dict[str, Any] | None, str]:
    """(table, mistake with line and column, refusal in words) of a query that is done; one of them is there."""
    try:
        return asking.future.result(), None, ""
    except QuerySyntaxError as error:
        return None, {"line": error.line, "column": error.column, "text": error.text(language)}, ""
    except GraphError as error:
        return None, None, error.text(language)


def _walk(value: Any, nodes: dict[str, Any], relations: dict[str, Any]) -> None:
    """Collect the nodes and relations in a JSON-able value, wherever they lie."""
    if isinstance(value, list):
        for one in value:
            _walk(one, nodes, relations)
    elif isinstance(value, dict):
        if value.get("kind") == "node" and "element_id" in value:
            nodes[value["element_id"]] = value
        elif value.get("kind") == "relation" and "element_id" in value:
            relations[value["element_id"]] = value
        else:
            for one in value.values():
                _walk(one, nodes, relations)


def drawing(table: Table, language: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Nodes and edges of a result as the graph component wants them; what leads to nodes not returned is left out."""
    found: dict[str, Any] = {}
    relations: dict[str, Any] = {}
    _walk(table.rows, found, relations)
    known = schema()
    nodes, names = [], {}
    for key, value in list(found.items())[:NODES_AT_MOST]:
        labels = value["labels"]
        label = next((one for one in labels if one in known.nodes), "")
        shown = str(value["properties"].get(known.nodes[label].shown) or "") if label else "、".join(labels)
        names[key] = shown
        sublabel = next((one for one in labels if one != label), "") if label == "Body" else ""
        evidence = proof.node_proof(Node(key, label, sublabel, value["properties"]), language) if label else {}
        nodes.append(
            {
                "id": key,
                "kind": label,
                "name": shown[:34],
                "note": "",
                "open": False,
                "anchor": "",
                "evidence": evidence,
            }
        )
    edges = []
    for key, value in relations.items():
        if value["start"] in names and value["end"] in names and value["type"] in known.relations:
            edge = Edge(key, value["type"], value["start"], value["end"], value["properties"])
            caption = known.relations[edge.type].caption(language)
            edges.append(
                {
                    "id": key,
                    "source": edge.source,
                    "target": edge.target,
                    "type": edge.type,
                    "label": caption,
                    "evidence": proof.edge_proof(edge, names, language),
                }
            )
    return nodes, edges


def cells(table: Table) -> list[list[Any]]:
    """Rows as a table shows them: numbers stay numbers, lists are joined, things show their name."""

    def cell(value: Any) -> Any:
        if value is None or isinstance(value, bool | int | float | str):
            return value
        if isinstance(value, list):
            return "、".join("" if one is None else str(cell(one)) for one in value)
        if isinstance(value, dict) and value.get("kind") == "node" and "element_id" in value:
            label = next((one for one in value["labels"] if one in schema().nodes), "")
            return (
                str(value["properties"].get(schema().nodes[label].shown, ""))
                if label
                else json.dumps(value["properties"], ensure_ascii=False)
            )
        return json.dumps(value, ensure_ascii=False)

    return [[cell(value) for value in row] for row in table.rows]
