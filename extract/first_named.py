"""“列第一位者为牵头单位”: the sentences that say so, and what it makes of the bodies they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.bound import Bound
from extract.model import Role

_ANCHOR = re.compile("第一|首位|最前面")
_BEFORE, _BEHIND = 5, 40  # characters round the anchor
FIRST = re.compile(
    r"第一责任单位为牵头单位|(?:列|排|名列|位列|排名|排序|排列)?(?:在)?(?:第一位|首位|第一|第一个|最前面?)(?:者|的|位)?(?:的)?(?:部门|单位|责任单位|科室|处室|股室)?[^，。；）)]{0,4}?(?:为|是|均为|即为|系)(?:总?牵头|责任|主办|主要责任|第一责任|主责)(?:单位|部门|科室|处室|股室|者|人)?"
)
_COLLECTIVE = re.compile(r"^(?:各|有关|相关|其他|全县|全市|全省|所有|省级有关|县直有关)")


REST = re.compile(
    r"(?:其余|其他|其它|后面|余下|之后)[^，。；）)]{0,8}?(?:为|是|均为|系)(?:主要)?(?:配合|协办|协助|参与|协作)"
)
"""其余为主要配合单位"""


def find_first(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Each “列第一位者为牵头单位” in text[start:end]."""
    for anchor in _ANCHOR.finditer(text, start, end):
        match = FIRST.search(text, max(start, anchor.start() - _BEFORE), min(end, anchor.end() + _BEHIND))
        if match is not None:
            yield match


def first_leads(text: str, bounds: list[Bound]) -> None:
    """列第一位者为牵头单位: the first named body leads; a collective (各乡镇) never does."""
    bounds = [one for one in bounds if one.role is not Role.SUPERVISE]  # …；县政府督查室督办
    if bounds and all(one.role in (Role.RESPONSIBLE, Role.SUPPORT) for one in bounds):
        first = bounds[0]
        person = first.kind == "person" or (
            first.kind == "listed" and first.end - first.start < 4 and text[first.end - 1] not in "科处股局办室所站院队"
        )
        if first.role is Role.RESPONSIBLE and not person and not _COLLECTIVE.match(text[first.start : first.end]):
            first.role, first.rule = Role.LEAD, "first-named"
