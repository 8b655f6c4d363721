"""A line that is taken for one that only says who is charged binds whom it names."""

from __future__ import annotations

import re
from itertools import product

import pytest

from extract.line_labels import LABEL, ONLY_SAYS

_ROLES = (
    "责任",
    "牵头",
    "主办",
    "承办",
    "配合",
    "协办",
    "协同",
    "协助",
    "参与",
    "落实",
    "实施",
    "督办",
    "验收",
    "考核",
)


@pytest.mark.parametrize("role", _ROLES)
def test_what_is_a_line_of_responsibility_charges_somebody(role: str) -> None:
    for rank, who in product(("", "主要", "其他", "相关"), ("单位", "部门", "领导", "人")):
        label = f"{rank}{role}{who}："
        if re.match(ONLY_SAYS, label) is None:
            continue
        found = LABEL.match(f"{label}县财政局")
        assert found is not None and found.lastgroup != "other", label


@pytest.mark.parametrize(
    "text",
    ["工作分工：县教育局要于6月底前完成招标。", "职责分工：县发改局负责统筹，县审计局负责监督。", "完成情况：良好"],
)
def test_what_says_more_is_none(text: str) -> None:
    assert re.match(ONLY_SAYS, text) is None
