"""`govgraph export FILE`: the whole graph as a file for other tools."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from app.output import plain
from app.speech import language, tell

FORMATS = ("graphml", "gexf", "jsonl", "csv", "cypher", "html")
_SUFFIXES = {".graphml": "graphml", ".gexf": "gexf", ".jsonl": "jsonl", ".cypher": "cypher", ".html": "html", "": "csv"}
NODES = "MATCH (n) WHERE NOT n:Text|Judgement RETURN labels(n) AS labels, properties(n) AS properties ORDER BY n.id SKIP $skip LIMIT $limit"
RELATIONS = """MATCH (a)-[r]->(b) WHERE NOT b:Text
RETURN type(r) AS type, a.id AS source, b.id AS target, properties(r) AS properties
ORDER BY source, target, type, r.start, r.document SKIP $skip LIMIT $limit"""
PAGE = 20_000


def _pages(store: Any, statement: str) -> Iterator[Any]:
    skip = 0
    while rows := store.read(statement, {"skip": skip, "limit": PAGE}).rows:
        yield from rows
        skip += PAGE


def _flat(values: dict[str, Any]) -> dict[str, Any]:
    """Properties as formats without lists hold them."""
    return {
        name: json.dumps(one, ensure_ascii=False) if isinstance(one, list) else one
        for name, one in plain(values).items()
        if one is not None
    }


def _networkx(nodes: list[Any], relations: list[Any]) -> Any:
    import networkx

    made: Any = networkx.MultiDiGraph()
    for labels, properties in nodes:
        made.add_node(
            properties["id"],
            labels=";".join(sorted(labels)),
            **{k: v for k, v in _flat(properties).items() if k != "id"},
        )
    for kind, source, target, properties in relations:
        made.add_edge(source, target, type=kind, **_flat(properties))
    return made


def _literal(value: Any) -> str:
    return json.dumps(plain(value), ensure_ascii=False)


def _map(values: dict[str, Any]) -> str:
    parts = []
    for name, value in values.items():
        if value is not None:
            shown = f"date({_literal(value)})" if type(value).__name__ in ("date", "Date") else _literal(value)
            parts.append(f"`{name}`: {shown}")
    return "{" + ", ".join(parts) + "}"


@click.command()
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), help="Else by TARGET's suffix; a folder gives csv.")
def command(target: Path, form: str | None) -> None:
    """Write the graph to TARGET: .graphml, .gexf, .jsonl, .cypher, .html, or a folder of CSV files as neo4j-admin imports them.

    The .html is one page that needs nothing else: things, their relations and the words that prove them, for any browser.

    Example: govgraph export graph.graphml
    """
    from graph.connection import open_store

    form = form or _SUFFIXES.get(target.suffix.lower())
    if form is None:
        raise click.BadParameter(
            f"不认识后缀 {target.suffix}，请用 --format 指定：{'、'.join(FORMATS)}"
            if language() == "zh"
            else f"{target.suffix}: give --format, one of {', '.join(FORMATS)}",
            param_hint="TARGET",
        )
    with open_store() as store:
        nodes, relations = list(_pages(store, NODES)), list(_pages(store, RELATIONS))
    if form in ("graphml", "gexf"):
        import networkx

        write: Any = networkx.write_graphml if form == "graphml" else networkx.write_gexf
        write(_networkx(nodes, relations), str(target))
    elif form == "html":
        from app.export.site import site

        target.write_text(site(nodes, relations, language()), encoding="utf-8")
    elif form == "csv":
        _write_csv(target, nodes, relations)
    else:
        with target.open("w", encoding="utf-8") as file:
            for labels, properties in nodes:
                file.write(
                    _jsonl_node(labels, properties)
                    if form == "jsonl"
                    else f"MERGE (n:{':'.join(f'`{one}`' for one in labels)} {{id: {_literal(properties['id'])}}}) SET n = {_map(properties)};\n"
                )
            for kind, source, end, properties in relations:
                file.write(
                    json.dumps(
                        {"type": kind, "source": source, "target": end, "properties": plain(properties)},
                        ensure_ascii=False,
                    )
                    + "\n"
                    if form == "jsonl"
                    else f"MATCH (a {{id: {_literal(source)}}}), (b {{id: {_literal(end)}}}) CREATE (a)-[:`{kind}` {_map(properties)}]->(b);\n"
                )
    tell(
        f"已写入 {target}：{len(nodes)} 个节点，{len(relations)} 条关系",
        f"wrote {target}: {len(nodes)} nodes, {len(relations)} relations",
    )


def _jsonl_node(labels: list[str], properties: dict[str, Any]) -> str:
    return (
        json.dumps(
            {"id": properties["id"], "labels": sorted(labels), "properties": plain(properties)}, ensure_ascii=False
        )
        + "\n"
    )


def _write_csv(folder: Path, nodes: list[Any], relations: list[Any]) -> None:
    """nodes.csv and relations.csv with neo4j-admin's header fields (:ID, :LABEL, :START_ID, :END_ID, :TYPE)."""
    folder.mkdir(parents=True, exist_ok=True)

    def listed(value: Any) -> Any:
        value = plain(value)
        return ";".join(map(str, value)) if isinstance(value, list) else value

    node_fields = sorted({name for _, properties in nodes for name in properties} - {"id"})
    with (folder / "nodes.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id:ID", ":LABEL", *node_fields])
        writer.writerows(
            [p["id"], ";".join(sorted(labels)), *(listed(p.get(name)) for name in node_fields)] for labels, p in nodes
        )
    fields = sorted({name for *_, properties in relations for name in properties})
    with (folder / "relations.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([":START_ID", ":END_ID", ":TYPE", *fields])
        writer.writerows(
            [source, end, kind, *(listed(p.get(name)) for name in fields)] for kind, source, end, p in relations
        )
