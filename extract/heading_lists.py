"""Numbered lines of one list are of one make: headings over what follows, or content."""

from __future__ import annotations

import re
from itertools import pairwise

from extract.lines import Line

LABELLED_LIMIT = 60  # characters of a heading with a number
_ORDER = re.compile(
    "(?<![主重需])要(?![求素点件])|应(?![急用对])|须|[月季年]底前|\\d日前|^[^，。]{2,10}(?:不得|严禁|不准)"
)
"""（四）县财政局要在6月底前拨付资金。 among titles is none."""
SENTENCE_END = re.compile(r"[。！？；;!?]")


def _lists(lines: list[Line]) -> list[list[Line]]:
    """The numbered lines that follow each other in one list; an outer label ends the lists inside it."""
    found: list[list[Line]] = []
    running: dict[int, list[Line]] = {}  # rank → the list that goes on
    numbers: dict[int, int] = {}
    for line in lines:
        label = line.label
        if label is None or line.table is not None or label.number is None:
            continue
        running = {rank: one for rank, one in running.items() if rank <= label.rank}
        if label.rank in running and label.number == numbers[label.rank] + 1:
            running[label.rank].append(line)
        else:
            running[label.rank] = [line]
            found.append(running[label.rank])
        numbers[label.rank] = label.number
    return found


def align(text: str, lines: list[Line]) -> None:
    """Lists are of one make: what looks like a topic is content where the line before is, or where it says two things
    (1.编制规划，明确分工。…) and most lines of the list are content."""
    lists = _lists(lines)
    for siblings in lists:
        for before, line in pairwise(siblings):
            if not before.heading and line.heading == "topic":
                line.heading = ""
        if 2 * sum(not one.heading for one in siblings) <= len(siblings):
            continue
        for line in siblings:
            stop = text.find("。", line.start, line.end)
            stop = stop if stop >= 0 else line.end
            if line.heading == "topic" and text.find("，", line.start, stop) >= 0:
                line.heading = ""
    _head_alike(text, lines, lists)


def _head_alike(text: str, lines: list[Line], lists: list[list[Line]]) -> None:
    """Where the other lines of a list head the paragraphs behind them, one alone on its line over such a paragraph does, too:
    （三）认真开展验收。 | …    （四）确保数据真实，通过验收后不得更改。 | …"""
    after = {id(one): follower for one, follower in pairwise(lines)}

    def heads(line: Line) -> bool:
        follower = after.get(id(line))
        alone = SENTENCE_END.search(text, line.start, line.end - 1) is None and line.end - line.start <= LABELLED_LIMIT
        return (
            alone
            and _ORDER.search(text, line.label.end if line.label is not None else line.start, line.end) is None
            and follower is not None
            and follower.label is None
            and follower.closed
            and not (follower.duty or follower.tabbed or follower.furniture)
            and follower.end - follower.start > line.end - line.start
        )

    for siblings in lists:
        content = [one for one in siblings if not one.heading]
        if content and 2 * len(content) < len(siblings) > 2 and all(map(heads, siblings)):
            for line in content:
                line.heading = "topic" if line.closed else "section"
