"""The rows of a table of works: what stands under 项目名称 is a work, whatever words it is made of (青柳基金, 盛源二期)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from extract.draft import Draft
from extract.project_heads import Found

_NAME = re.compile(r"(?:项目|工程)名称$|^(?:重点|重大|建设|签约|在建|续建|新建|投资|工业|招商)(?:项目|工程)(?:名称)?$")
_PLAIN_NAME = re.compile(r"^(?:项\s*目|工\s*程|名\s*称)$")  # a work's only beside what is told of works
_OF_WORKS = re.compile(
    r"投资|建设(?:内容|规模|地点|性质|单位|工期|年限|起止|进度)|项目(?:内容|业主|法人|单位|地点|概况|进展)|开工|竣工|业主"
)
_LONGEST = 60
_NO_NAME = re.compile(
    r"[。；：！？]|^[一二三四五六七八九十\d]+$|^(?:合计|小计|总计|共计|合 计|总 计)|^[（(]?[一二三四五六七八九十]+[)）、]|类(?:项目)?$|^[\d.%—-]+$"
)


def named_cells(draft: Draft) -> Iterator[Found]:
    """Each cell of a column of names, from its first to its last character."""
    tables: dict[int, set[str]] = defaultdict(set)
    for one in draft.outline.sentences:
        if one.cell is not None and one.cell.header:
            tables[one.cell.table].add(one.cell.header)
    if not tables:
        return
    for one in draft.outline.sentences:
        cell = one.cell
        if cell is None or cell.is_header or not cell.header:
            continue
        named = _NAME.search(cell.header) or (
            _PLAIN_NAME.search(cell.header) and any(_OF_WORKS.search(head) for head in tables[cell.table])
        )
        if named and 3 < one.end - one.start <= _LONGEST and not _NO_NAME.search(one.text):
            yield one.start, one.end, "work", "project-cell"
