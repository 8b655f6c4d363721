"""Neo4j's own reading of a query, by EXPLAIN: what it would do, judged before it may do it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from graph.cypher_text import check_calls, load_csv, procedure_allowed, procedure_refused, tokens
from graph.driver import neo4j
from graph.errors import QueryRefusedError

SHOWS = frozenset({"ShowIndexes", "ShowConstraints", "ShowProcedures", "ShowFunctions"})
"""SHOW commands that say something about the graph; the rest (transactions, settings, users) is the keeper's business."""

_WRITES = {
    "w": ("It would write to the graph", "它会写入图库"),
    "rw": ("It would write to the graph", "它会写入图库"),
    "s": ("It would change or show the administration of the store", "它涉及图库的结构或管理"),
}


def check_plan(summary: neo4j.ResultSummary) -> None:
    """Raise QueryRefusedError unless the explained query only reads, and only what it may."""
    plan: dict[str, Any] = dict(summary.plan or {})
    calls_listed = False
    for operator in operators(plan):
        name = str(operator.get("operatorType", "")).partition("@")[0]
        details = str(operator.get("args", {}).get("Details", ""))
        if name == "LoadCSV":
            raise load_csv()
        if name == "ProcedureCall":
            procedure = details.partition("(")[0].strip()
            if not procedure_allowed(procedure):
                raise procedure_refused(procedure)
            calls_listed = True
        elif name == "TerminateTransactions" or (name.startswith("Show") and name not in SHOWS):
            raise _command(name)
        elif name in ("TransactionForeach", "TransactionApply"):
            raise QueryRefusedError(
                "CALL { … } IN TRANSACTIONS is not allowed here: a query runs in one read-only transaction. "
                "Leave IN TRANSACTIONS out.",
                "不允许使用 CALL { … } IN TRANSACTIONS：查询在一个只读事务中运行。请去掉 IN TRANSACTIONS。",
            )
        _check_nested(operator)
    kind = summary.query_type or "?"
    if kind != "r" and not (kind == "s" and calls_listed):  # dbms.components counts as s
        en, zh = _WRITES.get(kind, (f"Its kind is {kind!r}", f"语句类型为 {kind!r}"))
        raise QueryRefusedError(
            f"The query was refused: only reading is allowed here. {en}. Documents come in by `govgraph ingest`.",
            f"查询被拒绝：此处只允许只读查询。{zh}。导入文档请用 govgraph ingest。",
            steps=tuple(str(one.get("operatorType", "")).partition("@")[0] for one in operators(plan)),
        )


def operators(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The operator and all below it, top down."""
    waiting = [plan] if plan else []
    while waiting:
        operator = waiting.pop()
        yield operator
        waiting += reversed(operator.get("children", []))


def _check_nested(operator: dict[str, Any]) -> None:
    """A subquery inside an expression is no operator of the plan, but its text stands in the details as Neo4j reads it."""
    for value in operator.get("args", {}).values():
        if isinstance(value, str) and "{" in value:
            check_calls(tokens(value))
            for procedure in re.findall(r"(?:Unr|R)esolvedCall\(\s*([\w.`]+)", value):
                if not procedure_allowed(procedure.replace("`", "")):
                    raise procedure_refused(procedure)


def _command(name: str) -> QueryRefusedError:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).upper()
    return QueryRefusedError(
        f"{words} is not allowed here: it is for whoever keeps the server.",
        f"不允许使用 {words}：该命令仅供服务器管理人员使用。",
    )
