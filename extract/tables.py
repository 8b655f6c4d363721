"""Rows of tables (lines with tabs): which lines make one table, its head, and the head that each cell stands under.

In text files merged cells may be missing, so that a row is shifted against the head; a row is then laid against the head
by what its cells look like (a number, bodies, a time, words of a task), in order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from extract.lines import Line
from extract.looks import BODY, PERSON, looks
from extract.resource import resource
from extract.structure import Cell, Sentence

_GAP = 2
_BROKEN = 6  # lines of a cell that stand alone
_HEAD_LIMIT = 16
_WIDEST = 64
_DIVIDER, _COLUMNS, _TITLE = 2, 4, 24  # cells of a row between others, of a table with such rows; characters
_WORDS = 12  # characters of a cell that says what to do
_LEAST = 3  # columns of a table that a line parts into groups
_STOP = re.compile(r"[。；;！？]")
_DUTY = re.compile("[要应须由请]|负责|牵头|配合|(?<!布)局|[厅各]|部门|单位|[月年日]")
_TITLES = 2  # lines between two rows of a table that head those that follow: of a part and of a chapter in it
_PARTS = re.compile(r"[，。；：！？,;:]")


@dataclass(slots=True)
class Table:
    """`kinds[i]` is the sort of column i (resources/columns.yaml), "" where its head says nothing known."""

    heads: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    rows: int = 0
    cells: int = 0
    """Cells of the row that may go on in the next line, 0 where the last row is whole."""


@cache
def _columns() -> list[tuple[str, re.Pattern[str]]]:
    return [(one["kind"], re.compile(one["pattern"])) for one in resource("columns")["columns"]]


@cache
def column_kind(head: str) -> str:
    """What a column with this head holds: number, task, target, lead, support, responsible, person, deadline, result…; "" unknown."""
    head = head.replace(" ", "").replace("\u3000", "")
    for kind, pattern in _columns():
        if pattern.search(head):
            return kind
    return ""


def in_time_column(sentence: Sentence) -> bool:
    """Does the sentence stand in a column of days (完成时限, 时间节点)?"""
    return sentence.cell is not None and column_kind(sentence.cell.header) == "deadline"


def group_tables(text: str, lines: list[Line]) -> int:
    """Give the rows of each table its number (`Line.table`), short lines inside it none; returns how many tables."""
    table, last = -1, -1
    width = cells = 0  # of the table's widest row, of the row before
    for index, line in enumerate(lines):
        if not line.tabbed:
            continue
        near = last >= 0 and index - last - 1 <= _GAP and all(_bridges(one) for one in lines[last + 1 : index])
        here = text.count("\t", line.start, line.end) + 1
        if cells < width and cells - 1 + here == width and index - last - 1 <= _BROKEN:
            near = True  # a cell of several lines stands between: both rows fill one
            for one in lines[last + 1 : index]:
                one.table = table
        titles = lines[last + 1 : index] if not near and last >= 0 and here == width else []
        if titles and len(titles) <= _TITLES and all(_spans(text, one, line) for one in titles):
            near = True
            for one in titles:
                one.spanning = True
        if not near:
            following = lines[index + 1] if index + 1 < len(lines) else None
            several = text.count("\t", line.start, line.end) > 1
            if not several and not (following and following.tabbed):
                continue
            table, width = table + 1, 0
        width, cells = max(width, here), here
        line.table = table
        last = index
    return table + 1


def _bridges(line: Line) -> bool:
    return line.furniture or (line.label is not None and line.label.section and not line.closed)


def _spans(text: str, line: Line, after: Line) -> bool:
    """Is a short line between two rows as wide as their table a title over those that follow, its cells merged into one?"""
    if line.duty or line.end - line.start > _TITLE or _PARTS.search(text, line.start, line.end - 1):
        return False
    if line.closed and _DUTY.search(text, line.start, line.end):
        return False  # 县财政局负责资金保障。
    row = [text[low:high] for low, high in parted(text, after.start, after.end, "\t")]
    if len(row) < _LEAST or is_head(row):
        return False
    told = max(map(len, row)) > _WORDS and any(looks(cell) in ("body", "time", "person") for cell in row[1:])
    return told or row[0].isdigit()  # not 姓名 | 职务 | 电话


def read_row(text: str, line: Line, table: Table) -> list[tuple[int, int, Cell]]:
    """(start, end, cell) of each non-empty cell of the row, in order."""
    assert line.table is not None
    spans = parted(text, line.start, line.end, line.apart or "\t")
    words = [text[start:end] for start, end in spans]
    if not (line.tabbed or line.apart) and table.cells:  # a paragraph inside the last cell
        cell = Cell(line.table, table.rows - 1, table.cells - 1, table.heads[table.cells - 1], False)
        return [(*spans[0], cell)]
    shift = table.cells - 1 if _goes_on(words, table) else 0
    if shift:  # a cell of several lines has broken the row
        table.cells = 0
        return [
            (start, end, Cell(line.table, table.rows - 1, shift + column, table.heads[shift + column], False))
            for column, (start, end) in enumerate(spans)
            if end > start
        ]
    row, table.rows = table.rows, table.rows + 1
    table.cells = len(words) if 1 < len(words) < len(table.heads) else 0
    if is_head(words) and (not table.heads or [*filter(None, words)] == [*filter(None, table.heads)]):
        table.heads, table.kinds = words, [column_kind(word) for word in words]
        heads, is_header = words, True
    elif _divides(words, table):
        heads, is_header = words, True
    else:
        heads, is_header = _under(words, table), False
    return [
        (start, end, Cell(line.table, row, column, heads[column], is_header))
        for column, (start, end) in enumerate(spans)
        if end > start
    ]


_PARTED = {
    "\t": re.compile("\t"),
    # no blank parts letters set apart: 工 作 任 务
    " ": re.compile(
        r"[ \u3000]*\n[ \u3000\n]*|(?:(?<![\u4e00-\u9fff])|(?<=[^\s][\u4e00-\u9fff]))[ \u3000]+"
        r"|[ \u3000]+(?![\u4e00-\u9fff](?:[ \u3000\n]|\Z))"
    ),
    "|": re.compile(r"\|"),
}


def parted(text: str, start: int, end: int, mark: str) -> list[tuple[int, int]]:
    """(start, end) of the cells of a row, white space trimmed: between tabs, bars, or lines and spaces (" ")."""
    spans, at = [], start
    for match in _PARTED[mark].finditer(text, start, end):
        spans.append((at, match.start()))
        at = match.end()
    spans.append((at, end))
    if mark == "|":  # bars may open and close a row
        spans = [span for place, span in enumerate(spans) if 0 < place < len(spans) - 1 or span[0] < span[1]]
    return [_trimmed(text, *span) for span in spans]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _divides(words: list[str], table: Table) -> bool:
    """Do one or two short cells stand over the rows that follow, where each row begins with its number?"""
    return (
        len(words) <= _DIVIDER < _COLUMNS <= len(table.heads)
        and table.kinds[0] == "number"
        and words[0] != ""
        and all(
            len(word) <= _TITLE and looks(word) not in ("number", "count", "body", "time", "person") for word in words
        )
    )


def _goes_on(words: list[str], table: Table) -> bool:
    """Do these cells fill up the row before, whose last cell goes on with the first of them?"""
    if not table.cells or table.cells - 1 + len(words) != len(table.heads) or looks(words[0]) in ("number", "empty"):
        return False
    return all(_fit(word, kind) != _CLASH for word, kind in zip(words, table.kinds[table.cells - 1 :], strict=True))


def is_head(words: list[str]) -> bool:
    """Are these the cells of a head: short, without stops, at least two of them known column heads?"""
    filled = [word for word in words if word]
    if len(filled) < 2 or any(len(word) > _HEAD_LIMIT or _STOP.search(word) for word in filled):
        return False
    known = sum(1 for word in filled if column_kind(word) and not BODY.search(word.replace(" ", "")))
    return known * 2 >= len(filled) and known >= 2


_FITS: dict[str, dict[str, int]] = {
    "number": {"number": 2, "value": 2, "target": -1},
    "count": {
        "target": 2,
        "value": 2,
        "content": 1,
        "result": 1,
        "marks": 1,
        "task": 0,
        "name": 0,
        "category": 0,
        "person": 0,
        "note": 0,
        "deadline": -1,
    },
    "person": {"person": 3, "name": 0, "note": 0},
    "body": {"lead": 2, "support": 2, "responsible": 2, "body": 2, "category": 0, "name": 0, "person": -1, "note": 0},
    "act": {"task": 3, "content": 2, "target": 2, "marks": 2, "result": 1, "note": 0, "name": 0, "category": 0},
    "time": {"deadline": 2, "result": 0, "target": 0, "note": 0, "name": 0},
    "long": {"task": 2, "content": 2, "target": 2, "marks": 2, "result": 1, "note": 0, "name": 0, "deadline": -1},
    "short": {
        "category": 1,
        "task": 1,
        "content": 1,
        "target": 1,
        "marks": 1,
        "name": 1,
        "person": 0,
        "note": 0,
        "value": 0,
        "deadline": -1,
    },
}
_CLASH = -2
_IN_PLACE = 2
_TWICE = 2  # two cells under one head


def _fit(word: str, kind: str) -> int:
    look = looks(word)
    if kind == "person" and PERSON.fullmatch(word):
        look = "person"
    return 0 if look == "empty" or not kind else _FITS[look].get(kind, _CLASH)


def _under(words: list[str], table: Table) -> list[str]:
    """The head for each cell; where places and looks disagree, the best monotone fit (cells × heads, both small)."""
    heads, kinds = table.heads, table.kinds
    if not heads:
        return [""] * len(words)
    if not words[0] and len(words) <= len(heads):
        return heads[: len(words)]  # its first cells are empty: merged with those above, it is as wide as the table
    same = len(words) == len(heads)
    straight = [_fit(word, kind) for word, kind in zip(words, kinds, strict=False)]
    clashes = straight.count(_CLASH)
    few = 1 + len(words) // 6 if same else 0  # as many cells as heads: hardly one is missing
    if (len(words) <= len(heads) and clashes <= few) or max(len(words), len(heads)) > _WIDEST:
        return [heads[column] if column < len(heads) else "" for column in range(len(words))]
    bonus = [
        [_fit(word, kind) + (_IN_PLACE if same and i == j else 0) for j, kind in enumerate(kinds)]
        for i, word in enumerate(words)
    ]
    return [heads[column] for column in _monotone(bonus)]


def _monotone(fits: list[list[int]]) -> list[int]:
    """For each row of `fits` a column, never going back, with the largest sum."""
    width = len(fits[0])
    best = [0] * width
    choices: list[list[int]] = []
    for row in fits:
        upto, top = [], 0
        for column in range(width):
            if best[column] > best[top]:
                top = column
            upto.append(top)
        choices.append(upto)
        best = [
            best[upto[column]] + row[column] - (_TWICE if upto[column] == column and choices[:-1] else 0)
            for column in range(width)
        ]
    at = max(range(width), key=lambda column: best[column])
    path = [at]
    for upto in reversed(choices[1:]):
        at = upto[at]
        path.append(at)
    return path[::-1]
