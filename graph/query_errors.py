"""What Neo4j says about a user's query → our errors, in words, with line and column."""

from __future__ import annotations

import re
import unicodedata

from graph.driver import neo4j
from graph.errors import GraphError, QueryLimitError, QueryRefusedError, QuerySyntaxError, QueryUsageError
from graph.query_words import chinese, hint

_POSITION = re.compile(r"\(line (\d+), column (\d+) \(offset: (\d+)\)\)")

TIME_CODES = ("TransactionTimedOut", "LockClientStopped", "ExecutionTimeout")
MEMORY_CODES = ("MemoryPoolOutOfMemory", "OutOfMemory", "StackOverFlow", "TransactionOutOfMemory")


def from_server(error: neo4j.exceptions.Neo4jError, text: str, *, timeout: float, ahead: int = 0) -> GraphError:
    """The error for `text`, of which `ahead` characters were put before it when it was sent (`EXPLAIN` and a line end)."""
    code, message = error.code or "", (error.message or str(error)).strip()
    if any(part in code for part in TIME_CODES):
        return timed_out(timeout)
    if any(part in code for part in MEMORY_CODES):
        return too_big()
    if ".Terminated" in code or "TransactionMarkedAsFailed" in code:
        return cancelled()
    if code.endswith(".ParameterMissing"):
        names = message.partition(":")[2].strip() or message
        return QueryUsageError(
            f"The query needs a value for: {names}. Give it as a parameter.",
            f"查询缺少参数：{names}。请提供参数值；在编辑器里可把 $ 开头的参数直接换成值，文字加引号。",
        )
    if "AccessMode" in code or ".Security." in code or "UnsupportedAdministration" in code or "NotSystem" in code:
        return QueryRefusedError(
            f"The query was refused: only reading is allowed here. ({first_line(message)})",
            f"查询被拒绝：此处只允许只读查询。（{first_line(message)}）",
        )
    if code.endswith((".SyntaxError", ".SemanticError")):
        return _syntax(message, text, ahead)
    if code.startswith("Neo.ClientError."):
        return QueryUsageError(
            f"The query cannot run: {first_line(message)}", f"查询无法执行：{chinese(first_line(message))}"
        )
    return GraphError(
        f"The store answered with an error: {message} ({code})",
        f"图库返回错误：{chinese(first_line(message))}（{code}）",
    )


def _syntax(message: str, text: str, ahead: int) -> QuerySyntaxError:
    """Line and column are counted from the offset: the server's own count the line that was put before the text."""
    said = _shortened(first_line(_POSITION.sub("", message)))
    found = _POSITION.search(message)
    if found is None:
        return QuerySyntaxError(f"The query is not valid Cypher: {said}", f"查询语法有误：{chinese(said)}")
    line, column = position(text, int(found.group(3)) - ahead)
    en, zh = _wide(text, line, column)
    meant = "" if zh else hint(said, _before(text, line, column))
    zh = zh or (f"\n{meant}" if meant else "")
    return QuerySyntaxError(
        f"The query is not valid Cypher, line {line}, column {column}: {said}\n{_pointed(text, line, column)}{en}",
        f"查询语法有误，第 {line} 行第 {column} 列：{chinese(said)}\n{_pointed(text, line, column)}{zh}",
        line=line,
        column=column,
    )


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset in UTF-16 units (Java's characters), brought into the text."""
    units = text.encode("utf-16-le")[: max(0, offset) * 2]
    before = units.decode("utf-16-le", errors="ignore")
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def _before(text: str, line: int, column: int) -> str:
    lines = text.split("\n")
    return lines[line - 1][: column - 1] if line <= len(lines) else ""


_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "。": ".", "、": ",", "【": "[", "】": "]"})


def _wide(text: str, line: int, column: int) -> tuple[str, str]:
    """A hint where the place holds a sign as a Chinese keyboard types it: it looks right and is none of Cypher's."""
    lines = text.split("\n")
    sign = lines[line - 1][column - 1 : column] if line <= len(lines) else ""
    narrow = unicodedata.normalize("NFKC", sign.translate(_QUOTES))
    if not sign or sign.isascii() or not narrow.isascii():
        return "", ""
    return (
        f"\n'{sign}' is a full-width character; type '{narrow}' instead.",
        f"\n这里的 {sign} 是全角字符，请改用半角的 {narrow}",
    )


def _pointed(text: str, line: int, column: int) -> str:
    """The line in question with a mark under the place; wide characters take two columns."""
    lines = text.split("\n")
    shown = lines[line - 1] if line <= len(lines) else ""
    start = max(0, column - 60)
    before = shown[start : column - 1]
    return f"  {shown[start : start + 100]}\n  {''.join('　' if ord(one) > 0x2E7F else ' ' for one in before)}^"


# what a query here may not hold is no help
_WRITING = frozenset(
    {"FOREACH", "CREATE", "LOAD CSV", "DELETE", "DETACH", "MERGE", "SET", "REMOVE", "INSERT", "NODETACH", "ALTER", "DROP",
     "GRANT", "DENY", "REVOKE", "START DATABASE", "STOP DATABASE", "USING PERIODIC COMMIT", "RENAME", "ENABLE SERVER",
     "DEALLOCATE", "REALLOCATE", "DRYRUN", "TERMINATE", "USE"}
)  # fmt: skip


def _shortened(message: str) -> str:
    """“expected a, b, c …” with dozens of keywords helps nobody: the first eight that read do."""
    head, sign, tail = message.partition(": expected ")
    if not sign or not head.startswith("Invalid input"):
        return message
    every = re.findall(r"'[^']+'|[a-z][\w ]*(?<! or)", tail)
    options = [one for one in every if one.strip("'") not in _WRITING]
    if len(every) <= 8 or not options:
        return message
    return f"{head}: expected {', '.join(options[:8])} …"


def first_line(message: str) -> str:
    return message.splitlines()[0].strip() if message else ""


def timed_out(seconds: float) -> QueryLimitError:
    return QueryLimitError(
        f"The query was ended after {seconds:g} seconds, the limit. Narrow it down (a label, a WHERE, a LIMIT), "
        "or allow it more time.",
        f"查询超过 {seconds:g} 秒时限，已被终止。请缩小范围（加标签、WHERE 或 LIMIT），或放宽时限。",
    )


def too_big() -> QueryLimitError:
    return QueryLimitError(
        "The query was ended because it took too much memory. Collect less, or add a LIMIT before sorting or collecting.",
        "查询占用内存过多，已被终止。请减少汇集的数据，或在排序、汇集之前加 LIMIT。",
    )


def server_died() -> QueryLimitError:
    return QueryLimitError(
        "The query was ended: the store's server ran out of memory (or was stopped) while it answered, and is started "
        "again. Collect less, or add a LIMIT before sorting or collecting.",
        "查询被终止：图库服务在执行时内存耗尽（或被停止），正在自动重启。请减少汇集的数据，或在排序、汇集之前加 LIMIT。",
    )


def row_too_big(limit: int) -> QueryLimitError:
    return QueryLimitError(
        f"One row of the answer is larger than {limit / 1e6:g} MB. Return fewer values, or shorter lists.",
        f"结果中单行数据超过 {limit / 1e6:g} MB。请减少返回的值，或缩短列表。",
    )


def cancelled() -> QueryLimitError:
    return QueryLimitError("The query was stopped.", "查询已停止。")
