"""Tables that a text gives without tabs: one cell a line, cells parted by spaces or by bars, as copied from a web page or a PDF.

They are known by their head, 序号 and at least two more heads of columns, and by rows that count up; between bars any known
heads will do. Each row becomes one line.
"""

from __future__ import annotations

import re

from extract.lines import Line
from extract.looks import looks
from extract.tables import column_kind, is_head, parted

_HEAD = re.compile(r"(?:序号|编号|项次|顺序|序|No\.?)(?=[ \u3000]|$)")
_HEAD_BEGINS = frozenset("序编项顺N")
_RULED = re.compile(r"[|:\-\s]+")
_LONGEST = 80  # characters of a head in one line
_COLUMN = 12  # of the head of one column
_NUMBER = re.compile(r"(\d{1,3})(?:[ \u3000]+|$)")
_FEWEST, _WIDEST = 3, 12  # columns
_MOST_LINES = 6  # of a row, for each column
_AFTER = re.compile(r"附件|附表|注[：:\d]|说明[：:]|备注[：:]|序号")
_ORDERED = re.compile(r"(?<![主重需必])要(?![求素点])|必须|应当|务必|不得")
_CHARGED = ("lead", "support", "responsible", "body", "person")
_PARTS = 30  # rank of 一、 and what stands over it
_ENDS = ("body", "time", "person")
_BEGINS = ("act", "long")
_FILLED = ("act", *_ENDS)
_OVER = 3  # lines between two rows that head what follows
_HEADING_LIMIT = 40
_SAYS = re.compile("[，,；;：:]")
_PART = re.compile(
    r"行动[一二三四五六七八九十]+[：:]|第[一二三四五六七八九十]+[章节条部]|[（(][一二三四五六七八九十]+[）)]"
)


def stack(text: str, lines: list[Line], table: int) -> list[Line]:
    """The lines, with the rows of such tables as one line each (`apart`); their tables are numbered from `table`."""
    if "|" in text:
        table = _bars(text, lines, table)
    if not any(_HEAD.match(text, one.start, one.end) for one in lines if text[one.start] in _HEAD_BEGINS):
        return lines
    found: list[Line] = []
    index = 0
    while index < len(lines):
        width = _head(text, lines, index)
        if not width:
            found.append(lines[index])
            index += 1
            continue
        rows, index = _rows(text, lines, index, width)
        if len(rows) > 1:
            for row in rows:
                row.table = table if row.apart else None
            table += 1
        found += rows
    return found


def _bars(text: str, lines: list[Line], table: int) -> int:
    """Mark the rows between bars, of one table from each head on; returns the number of the next table."""
    inside = False
    for line in lines:
        if line.tabbed or text.count("|", line.start, line.end) < _FEWEST - 1:
            inside = False
            continue
        if not inside:
            if not is_head(_pieces(text, line.start, line.end, "|")):
                continue
            inside, table = True, table + 1
        if _RULED.fullmatch(text, line.start, line.end):
            line.furniture = True  # |---|---|
            continue
        line.apart, line.table, line.duty, line.label = "|", table - 1, False, None
    return table


def _pieces(text: str, start: int, end: int, mark: str = " ") -> list[str]:
    return [text[low:high] for low, high in parted(text, start, end, mark)]


def _head(text: str, lines: list[Line], index: int) -> int:
    """How many lines from this one make the head of a table, 0 where they make none."""
    line = lines[index]
    if line.tabbed or line.apart or line.end - line.start > _LONGEST or not _opens(text, lines, index):
        return 0
    words = _pieces(text, line.start, line.end)
    if len(words) >= _FEWEST:
        return 1 if is_head(words) else 0
    last = index + 1
    while last < len(lines) and len(words) < _WIDEST and not lines[last].tabbed:
        word = text[lines[last].start : lines[last].end]
        if word == "1":
            over = next(
                (n for n in range(_OVER + 1) if column_kind(words[-1 - n]) and len(words[-1 - n]) <= _COLUMN), 0
            )
            words = words[: len(words) - over]
            return last - index - over if len(words) >= _FEWEST and is_head(words) else 0
        words.append(word)
        last += 1
    return 0


def _opens(text: str, lines: list[Line], index: int) -> bool:
    """Is the line the first head of a table: 序号, or 任务类型 with 序号 under it?"""
    line = lines[index]
    if _HEAD.match(text, line.start, line.end):
        return True
    if index + 1 == len(lines) or line.end - line.start > _COLUMN:
        return False
    below = lines[index + 1]
    return (
        _HEAD.fullmatch(text, below.start, below.end) is not None
        and column_kind(text[line.start : line.end]) == "category"
    )


def _rows(text: str, lines: list[Line], index: int, width: int) -> tuple[list[Line], int]:
    """The head at `index` and the rows behind it, each one line, headings between them as they are; where they end."""
    heads = lines[index : index + width]
    rows = [_joined(heads)]
    words = _pieces(text, heads[0].start, heads[-1].end)
    at, count, longest = index + width, 0, 0
    while at < len(lines):
        if not _counts(text, lines, at, count + 1):
            over = _heads(text, lines, at, count + 1)
            if not over:
                break
            rows += lines[at : at + over]
            at += over
            continue
        end = at + 1
        last = not _counted_later(text, lines, at + 1, count + 2)
        most = max(longest, len(words)) if last else len(words) * _MOST_LINES
        while end < len(lines) and end - at < most and _inside(text, lines, end, count + 2, last=last):
            end += 1
        if not last and width > 1 and column_kind(words[-1]) in _CHARGED:
            end = _row_end(text, lines, at, end)
        row = [one for one in lines[at:end] if not one.furniture or one is lines[at]]
        if width == 1 and not _fits(text, row, words):
            return lines[index : at + 1], at + 1  # spaces that part no cells: 新建 200 个
        rows += _cut(text, row)
        count, longest, at = count + 1, max(longest, end - at), end
    return (rows, at) if count > 1 or (count and width > 1) else (lines[index:at], at)


def _fits(text: str, row: list[Line], heads: list[str]) -> bool:
    """Are there as many pieces in the row as heads, more only where offices stand on several lines?"""
    looked = [looks(piece) for piece in _pieces(text, row[0].start, row[-1].end)]
    offices = sum(1 for look in looked if look == "body")
    charged = sum(1 for head in heads if column_kind(head) in _CHARGED)
    return len(looked) <= len(heads) or len(looked) - offices <= len(heads) - charged


def _heads(text: str, lines: list[Line], at: int, number: int) -> int:
    """How many lines from this one are headings over the row with the number: 一、主要目标; 行动二：重塑家园 | 旧区改造."""
    for over in range(1, _OVER + 1):
        if at + over >= len(lines) or not _divides(text, lines[at + over - 1]):
            return 0
        if _counts(text, lines, at + over, number):
            return over
    return 0


def _divides(text: str, line: Line) -> bool:
    """Is it a heading between the rows?"""
    if line.closed or line.tabbed:
        return False
    if line.label is not None:
        return line.label.section
    return line.end - line.start <= _HEADING_LIMIT


def _row_end(text: str, lines: list[Line], at: int, end: int) -> int:
    """Where the row ends of which lines[at:end] are all up to the next number, when offices stand in its last column.

    What stands behind them, or behind the task where they are merged with those above, heads the rows that follow.
    """
    part = [n for n in range(max(at + 2, end - _OVER), end) if _PART.match(text, lines[n].start, lines[n].end)]
    first = part[0] if part else end
    while first - 1 > at + 1 and end - first < _OVER and _divides(text, lines[first - 1]):
        line = lines[first - 1]
        words = text[line.start : line.end]
        if not _PART.match(words) and (looks(words) in _FILLED or _SAYS.search(words)):
            break
        first -= 1
    return first


def _counts(text: str, lines: list[Line], at: int, number: int) -> bool:
    """Does the row with this number begin here? A cell that holds a number (数量) has offices or a time behind it."""
    match = _NUMBER.match(text, lines[at].start, lines[at].end) if at < len(lines) else None
    if match is None or int(match[1]) != number:
        return False
    if match.end() < lines[at].end or at + 1 == len(lines):
        return True
    return looks(text[lines[at + 1].start : lines[at + 1].end]) not in _ENDS


def _counted_later(text: str, lines: list[Line], at: int, number: int) -> bool:
    """Does the row with this number come within reach? Then all before it is this row."""
    return any(_counts(text, lines, each, number) for each in range(at, min(len(lines), at + 40)))


def _inside(text: str, lines: list[Line], at: int, following: int, *, last: bool) -> bool:
    """Does the line belong to the row, and not to the next one or to the text behind the table?"""
    line = lines[at]
    if line.tabbed or _counts(text, lines, at, following) or _AFTER.match(text, line.start, line.end):
        return False
    if line.label is not None and line.label.section and line.label.rank <= _PARTS and not line.furniture:
        return False
    return not last or _ORDERED.search(text, line.start, line.end) is None


def _joined(lines: list[Line]) -> Line:
    return Line(lines[0].start, lines[-1].end, lines[0].paragraph, apart=" ")


def _cut(text: str, lines: list[Line]) -> list[Line]:
    """The lines of a row, cut anew where a further task begins behind the bodies or the time of one."""
    found, first, ended = [], 0, False
    for number, line in enumerate(lines):
        look = looks(text[line.start : line.end])
        if ended and look in _BEGINS:
            found.append(_joined(lines[first:number]))
            first, ended = number, False
        ended = ended or look in _ENDS
    return [*found, _joined(lines[first:])]
