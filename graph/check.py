"""Reads the whole graph: is everything as the schema declares it, is every quote what the text says, what is the sum of it.

check(store) → Checked(nodes, relations, sha256, problems)
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass, field
from typing import Any

from graph.canon import Canon
from graph.connection import Store
from graph.derive import expression
from graph.driver import neo4j
from graph.driver_errors import translate
from graph.kin import Kin, relatives
from graph.schema import Property, schema
from graph.values import native

FETCH = 2_000
TIMEOUT_SECONDS = 6 * 3600.0
"""Of one reading of all nodes of a label, or all relations of a type."""

TEXTS_KEPT = 50_000_000
"""Code points of document texts kept while quotes are compared."""

MOST = 1_000
"""Problems listed of one kind; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Problem:
    """`kind`: schema, evidence, orphan, dangling, derived, unfinished, more; `where` is an id or what has none."""

    kind: str
    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found; `ok` where there is no problem."""

    nodes: int
    relations: int
    sha256: str
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        return not self.problems


def check(store: Store) -> Checked:
    """Read everything once. Only reading; takes seconds per 100,000 nodes and relations."""
    return _Checker(store).run()


@dataclass
class _Checker:
    store: Store
    canon: Canon = field(default_factory=Canon)
    problems: list[Problem] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    documents: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.texts = _Texts(self.store)

    def run(self) -> Checked:
        self.documents = {identity for (identity,) in self.store.read("MATCH (d:Document) RETURN d.id").rows}
        for label in schema().nodes:
            for labels, properties in self._stream(f"MATCH (n:{label}) RETURN labels(n), properties(n)"):
                self._node(label, labels, properties)
        for kind in schema().relations:
            query = f"MATCH (a)-[r:{kind}]->(b) RETURN labels(a), a.id, labels(b), b.id, properties(r)"
            for row in self._stream(query):
                self._relation(kind, *row)
        self._unknown()
        self._lonely()
        self._derived()
        for kind, count in self.counts.items():
            if count > MOST:
                self.problems.append(Problem("more", kind, f"{count - MOST} more of this kind"))
        return Checked(self.canon.nodes, self.canon.relations, self.canon.sha256, tuple(self.problems))

    def _say(self, kind: str, where: str, what: str) -> None:
        self.counts[kind] = self.counts.get(kind, 0) + 1
        if self.counts[kind] <= MOST:
            self.problems.append(Problem(kind, where, what))

    def _stream(self, query: str) -> Iterator[tuple[Any, ...]]:
        try:
            with self.store.session(read_only=True, fetch_size=FETCH) as session:
                for record in session.run(neo4j.Query(query, timeout=TIMEOUT_SECONDS)):
                    yield tuple(native(value) for value in record.values())
        except (neo4j.exceptions.Neo4jError, neo4j.exceptions.DriverError) as error:
            raise translate(self.store.endpoint, error) from error

    def _node(self, label: str, labels: list[str], properties: Mapping[str, Any]) -> None:
        identity = str(properties.get("id", "?"))
        seconds = [one for one in labels if one != label]
        known = schema().sublabels.get(label, {})
        if len(seconds) > 1 or any(one not in known for one in seconds):
            self._say("schema", identity, f"labels {', '.join(sorted(labels))} do not go together")
        problem = schema().node_problem(label, "", properties)
        if problem:
            self._say("schema", identity, f"{label}: {problem}")
        if "Unfinished" in seconds:
            self._say(
                "unfinished", identity, "is being written, or was when a command died: the next `ingest` clears it"
            )
        document = properties.get("document")
        if document is not None and document not in self.documents:
            self._say("dangling", identity, f"belongs to document {document}, which is not there")
        elif label in {"Obligation", "Result"}:
            self._quote(identity, str(document), properties.get("start"), properties.get("end"), properties.get("text"))
        self.canon.node(labels, _lasting(schema().properties[label], properties))

    def _relation(
        self,
        kind: str,
        from_labels: list[str],
        start: str,
        to_labels: list[str],
        end: str,
        properties: Mapping[str, Any],
    ) -> None:
        where = f"{start} -{kind}-> {end}"
        problems = {
            schema().relation_problem(kind, a, b, properties)
            for a in from_labels
            for b in to_labels
            if a in schema().nodes and b in schema().nodes
        } or {"leads from or to something the schema does not know"}
        if "" not in problems:
            self._say("schema", where, min(problems))
        if schema().relations[kind].evidence:
            document = str(properties.get("document"))
            if document not in self.documents:
                self._say("dangling", where, f"its evidence is document {document}, which is not there")
            else:
                self._quote(where, document, properties.get("start"), properties.get("end"), properties.get("quote"))
        self.canon.relation(start, kind, end, _lasting(schema().relation_properties(kind), properties))

    def _quote(self, where: str, document: str, start: Any, end: Any, quote: Any) -> None:
        """The words kept are the document's [start:end]."""
        if not (isinstance(start, int) and isinstance(end, int) and quote):
            self._say("evidence", where, "has no words that prove it")
        elif self.texts.of(document)[start:end] != quote:
            self._say("evidence", where, f"{quote!r} is not what {document} says at {start}–{end}")

    def _unknown(self) -> None:
        """What the store holds besides the schema's labels and types; it is part of the sum."""
        known = "|".join(schema().nodes)
        for labels, properties in self._stream(f"MATCH (n) WHERE NOT n:{known} RETURN labels(n), properties(n)"):
            names = ", ".join(sorted(labels)) or "no label"
            self._say("schema", str(properties.get("id", "?")), f"{names}: none of the schema's labels")
            self.canon.node(labels, properties)
        for (kind,) in self._stream("MATCH ()-[r]->() RETURN DISTINCT type(r) AS kind ORDER BY kind"):
            if kind not in schema().relations:
                self._say("schema", kind, "a type of relation that the schema does not know")
                query = f"MATCH (a)-[r:`{kind.replace('`', '``')}`]->(b) RETURN a.id, b.id, properties(r)"
                for start, end, properties in self._stream(query):
                    self.canon.relation(str(start), kind, str(end), properties)

    def _lonely(self) -> None:
        """Shared nodes no text names, and nodes that hang on nothing."""
        said = "|".join(kind for kind, one in schema().relations.items() if one.evidence)
        for label in schema().shared():
            for (identity,) in self._stream(f"MATCH (n:{label}) WHERE NOT EXISTS {{ (n)-[:{said}]-() }} RETURN n.id"):
                self._say("orphan", identity, f"{label} that no document names")
        for label in schema().owned():
            for (identity,) in self._stream(f"MATCH (n:{label}) WHERE NOT EXISTS {{ (n)--() }} RETURN n.id"):
                self._say("orphan", identity, f"{label} that hangs on nothing")

    def _derived(self) -> None:
        """Derived properties and relations are what follows from the rest."""
        for label, name, rule in schema().derived():
            query = (
                f"MATCH (n:{label}) WITH n, {expression(rule)} AS v "
                f"WHERE coalesce(v <> n.{name}, (v IS NULL) <> (n.{name} IS NULL)) RETURN n.id"
            )
            for (identity,) in self._stream(query):
                self._say("derived", identity, f"{label}.{name} is not what its relations say")
        for policy, document in self._stream(
            "MATCH (p:Policy) CALL (p) { MATCH (d:Document {title: p.title}) RETURN d "
            "UNION MATCH (d:Document {number: p.title}) RETURN d } "
            "WITH p, d WHERE NOT EXISTS { (p)-[:SAME_AS]->(d) } RETURN p.id, d.id"
        ):
            self._say("derived", policy, f"is {document} by its title, but not linked to it")
        bodies = [identity for (identity,) in self.store.read("MATCH (b:Body) RETURN b.id").rows]
        wanted = set(self.store.snapshot(lambda tx: relatives(tx, bodies), timeout=TIMEOUT_SECONDS))
        drawn = {
            Kin(*row)
            for row in self._stream(
                "MATCH (a:Body)-[r:MEMBER_OF|SAME_AS]->(b:Body) RETURN a.id, type(r), b.id, "
                "coalesce(r.status, ''), coalesce(r.by, ''), coalesce(r.at, '')"
            )
        }
        for one in sorted(wanted ^ drawn, key=astuple):
            state = "is missing" if one in wanted else "follows neither from the registry nor from a judgement"
            self._say("derived", f"{one.start} -{one.type}-> {one.end}", state)


def _lasting(known: Mapping[str, Property], properties: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if name not in known or not known[name].volatile}


class _Texts:
    """Document texts, the last used kept."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: OrderedDict[str, str] = OrderedDict()

    def of(self, document: str) -> str:
        if document in self._kept:
            self._kept.move_to_end(document)
            return self._kept[document]
        found = self._store.read("MATCH (t:Text {document: $id}) RETURN t.text ORDER BY t.order", {"id": document})
        text = "".join(piece for (piece,) in found.rows)
        self._kept[document] = text
        while len(self._kept) > 1 and sum(map(len, self._kept.values())) > TEXTS_KEPT:
            self._kept.popitem(last=False)
        return text
