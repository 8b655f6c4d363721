"""The rows of a table of works: what stands under 项目名称 is a work, whatever words it is made of (青柳基金, 盛源二期)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from extract.draft import Draft
from extract.project_heads import Found
from extract.structure import Sentence

_NAME = re.compile(r"(?:项目|工程)名称$|^(?:重点|重大|建设|签约|在建|续建|新建|投资|工业|招商)(?:项目|工程)(?:名称)?$")
_PLAIN_NAME = re.compile(r"^(?:项\s*目|工\s*程|名\s*称)$")  # a work's only beside what is told of works
_OF_WORKS = re.compile(
    r"投资|建设(?:内容|规模|地点|性质|单位|工期|年限|起止|进度)|项目(?:内容|业主|法人|单位|地点|概况|进展)|开工|竣工|业主"
)
_LONGEST = 60
_SHORTEST = 4  # characters of one of several works in a cell
_OPEN = re.compile(r"[（(“][^）)”]*、|、(?:等|其他)")
_NO_NAME = re.compile(
    r"[。；：！？]|^[一二三四五六七八九十\d]+$|^(?:合计|小计|总计|共计|合 计|总 计)|^[（(]?[一二三四五六七八九十]+[)）、]|类(?:项目)?$|^[\d.%—-]+$"
)


def named_cells(draft: Draft) -> Iterator[Found]:
    """Each cell of a column of names, from its first to its last character."""
    heads: dict[int, dict[int, str]] = defaultdict(dict)  # of a table: column → head
    for one in draft.outline.sentences:
        if one.cell is not None and one.cell.is_header:
            heads[one.cell.table][one.cell.column] = one.cell.header
    if not heads:
        return
    before: Sentence | None = None
    for one in draft.outline.sentences:
        cell = one.cell
        left: Sentence | None = before
        before = one
        if cell is None or cell.is_header or not 3 < one.end - one.start <= _LONGEST or _NO_NAME.search(one.text):
            continue
        head = heads[cell.table].get(
            cell.column, ""
        )  # where a row is read as shifted, a name behind its number stands in place
        numbered = (
            left is not None and left.cell is not None and left.cell.column == cell.column - 1 and left.text.isdigit()
        )
        if any(
            _names(each, heads[cell.table].values()) for each in ({cell.header, head} if numbered else {cell.header})
        ):
            for start, end in _works(one, head or cell.header):
                yield start, end, "work", "project-cell"


def _works(one: Sentence, head: str) -> list[tuple[int, int]]:
    """The works of a cell: several under 重点项目 (青石水库、柳林机场二期), one under 项目名称 (供水、排水管网改造)."""
    parts = one.text.split("、")
    if head.endswith("名称") or len(parts) < 2 or min(map(len, parts)) < _SHORTEST or _OPEN.search(one.text):
        return [(one.start, one.end)]
    spans: list[tuple[int, int]] = []
    at = one.start
    for part in parts:
        spans.append((at, at + len(part)))
        at += len(part) + 1
    return spans


def _names(head: str, heads: Iterable[str]) -> bool:
    """Is a column's head one of works' names?"""
    return bool(_NAME.search(head) or (_PLAIN_NAME.search(head) and any(map(_OF_WORKS.search, heads))))
