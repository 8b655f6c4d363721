"""What a user typed, read as a row of tokens: enough to see what is asked for, never enough to trust alone.

Neo4j's own reading (graph/plan.py) is the judge. This one is the second layer: a plan shows LOAD CSV and procedure
calls inside a CASE or a list comprehension as text only, and a query that digs too deep should not reach the parser.
Strings and comments are skipped, `\\u004C` is read both as written and as the letter it stands for (Neo4j 5 reads
the letter), what is neither word nor ASCII mark counts as space, and words are compared without case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from itertools import pairwise

from graph.errors import QueryRefusedError, QueryUsageError
from graph.settings import PROCEDURES

MAX_CHARACTERS = 50_000
MAX_DEPTH = 200

NAMESPACES = frozenset(
    "date time datetime localtime localdatetime duration point vector.similarity db.nameFromElementId".casefold().split()
)
"""Of functions with a dot in their name only these, which are Neo4j's own: a plug-in's may run text as a query."""

_TOKEN = re.compile(
    r"""(?P<skip>//[^\n\r]*|/\*.*?(?:\*/|\Z)|'(?:[^'\\]|\\.)*+(?:'|\\?\Z)|"(?:[^"\\]|\\.)*+(?:"|\\?\Z))
    |(?P<name>`(?:[^`]|``)*+(?:`|\Z))
    |(?P<word>[^\W\d]\w*)
    |(?P<number>\d\w*)
    |(?P<mark>[!-/:-@\[-^{-~])""",
    re.DOTALL | re.VERBOSE,
)


@dataclass(frozen=True)
class Token:
    """`kind` is name (in backticks), word, number or mark; `text` without backticks, words case-folded; from `start`."""

    kind: str
    text: str
    start: int
    end: int
    written: str


@dataclass(frozen=True)
class Typed:
    """A query without the user's own EXPLAIN or PROFILE (blanks stand in their place, so positions stay true).

    `mode` is "" or the word that was taken out: "explain", "profile".
    """

    body: str
    mode: str = ""


def tokens(text: str) -> list[Token]:
    """The tokens that are neither comment nor string."""
    found = []
    for match in _TOKEN.finditer(text):
        kind, written = match.lastgroup or "", match.group()
        if kind == "skip":
            continue
        plain = written.strip("`").replace("``", "`") if kind == "name" else written.casefold()
        found.append(Token(kind, plain, match.start(), match.end(), written.strip("`")))
    return found


def unprefixed(text: str) -> Typed:
    """Take the user's own EXPLAIN or PROFILE off, also behind `CYPHER 5 runtime=slotted`."""
    row = tokens(text)
    for place, token in enumerate(row):
        if token.text in ("explain", "profile"):
            return Typed(text[: token.start] + " " * len(token.text) + text[token.end :], token.text)
        option = token.text == "cypher" or (token.kind in ("number", "mark") and token.text not in "({")
        named = place + 1 < len(row) and row[place + 1].text == "="  # runtime = …
        valued = place > 0 and row[place - 1].text == "="
        if not (option or named or valued):
            break
    return Typed(text)


def check_text(text: str) -> None:
    """Raise QueryUsageError for what is no query at all, QueryRefusedError for what may not run here."""
    if not tokens(text):
        raise QueryUsageError(
            "There is no query: the text is empty. Write one, e.g. MATCH (b:Body) RETURN b.name LIMIT 10",
            "没有查询语句：内容为空。请输入查询，例如 MATCH (b:Body) RETURN b.name LIMIT 10",
        )
    if re.search("[\ud800-\udfff]", text):
        raise QueryUsageError(
            "The query is not UTF-8 text. Save or send it as UTF-8 (a terminal: LANG=C.UTF-8).",
            "查询语句不是 UTF-8 编码。请以 UTF-8 保存或输入（终端可设 LANG=C.UTF-8）。",
        )
    if len(text) > MAX_CHARACTERS:
        raise QueryRefusedError(
            f"The query has {len(text):,} characters, {MAX_CHARACTERS:,} are allowed. Pass long lists as parameters.",
            f"查询语句有 {len(text):,} 个字符，超过上限 {MAX_CHARACTERS:,}。长列表请用参数传入。",
        )
    for reading in {text, re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match.group(1), 16)), text)}:
        row = tokens(reading)
        _check_depth(row)
        check_calls(row)
        _check_functions(row)


def check_calls(row: Sequence[Token]) -> None:
    """Raise QueryRefusedError for LOAD CSV and for procedures off the list."""
    for first, second in pairwise(row):
        if first.kind == second.kind == "word" and (first.text, second.text) == ("load", "csv"):
            raise load_csv()
    for name in called_procedures(row):
        if not procedure_allowed(name):
            raise procedure_refused(name)


def _check_functions(row: Sequence[Token]) -> None:
    for name in _called_functions(row):
        folded = name.casefold()
        if folded not in NAMESPACES and not any(folded.startswith(f"{space}.") for space in NAMESPACES):
            raise QueryRefusedError(
                f"The function {name} is not allowed here: only Neo4j's own functions are.",
                f"不允许调用函数 {name}：仅可使用 Neo4j 自带函数。",
            )


def called_procedures(row: Sequence[Token]) -> Iterator[str]:
    """Names after CALL; `CALL {` and `CALL (x) {` are subqueries and give none."""
    for place, token in enumerate(row):
        after_dot = place > 0 and row[place - 1].text == "."
        if token.kind != "word" or token.text != "call" or after_dot:
            continue
        name, end = _dotted(row, place + 1)
        if "." in name or (name and end < len(row) and row[end].text == "("):
            yield name


def _called_functions(row: Sequence[Token]) -> Iterator[str]:
    place = 0
    while place < len(row):
        name, end = _dotted(row, place)
        before = row[place - 1].text if place else ""
        if "." in name and before not in (".", "call") and end < len(row) and row[end].text == "(":
            yield name
        place = max(end, place + 1)


def _dotted(row: Sequence[Token], place: int) -> tuple[str, int]:
    """The name `a.b.c` that begins at `place`, as written, and the place behind it."""
    parts = []
    while place < len(row) and row[place].kind in ("word", "name"):
        parts.append(row[place].written)
        place += 1
        if place + 1 < len(row) and row[place].text == "." and row[place + 1].kind in ("word", "name"):
            place += 1
        else:
            break
    return ".".join(parts), place


def _check_depth(row: Sequence[Token]) -> None:
    depth = 0
    for token in row:
        if token.kind == "mark":
            depth += (token.text in "([{") - (token.text in ")]}")
        if depth > MAX_DEPTH:
            raise QueryRefusedError(
                f"The query nests its brackets more than {MAX_DEPTH} deep. Write it flatter.",
                f"查询语句的括号嵌套超过 {MAX_DEPTH} 层，请改写。",
            )


def procedure_allowed(name: str) -> bool:
    """Whether the list of graph/settings.py has it."""
    return any(fnmatchcase(name, pattern) for pattern in PROCEDURES)


def procedure_refused(name: str) -> QueryRefusedError:
    return QueryRefusedError(
        f"The procedure {name} is not allowed here. Allowed are: {', '.join(PROCEDURES)}.",
        f"不允许调用过程 {name}。可用的有：{'、'.join(PROCEDURES)}。",
    )


def load_csv() -> QueryRefusedError:
    return QueryRefusedError(
        "LOAD CSV is not allowed here: a query reads the graph, not files or the network. Use `govgraph ingest`.",
        "不允许使用 LOAD CSV：查询只能读图，不能读文件或访问网络。导入请用 govgraph ingest。",
    )
