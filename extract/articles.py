"""The articles of rules (第三条) whose first line is no more than their title."""

from __future__ import annotations

import re

from extract.lines import Line

_IN_BRACKETS = re.compile(r"[\s　]*[（(【〔\[][^（）()【】〔〕\n]{1,24}[）)】〕\]]")
"""第三条 （管理部门职责）"""
_PLAIN = re.compile(
    r"[\s　]*(?![^\n]*(?:[应由每]|负责|不得|严禁|禁止|未经))[\u4e00-\u9fff、]{0,8}(?:范围|依据|目的|原则|职责|标准|程序|要求|定义|机制|对象|条件|保障|责任|方式|内容|期限|附则|日期|制度|流程|来源|罚则|解释权?)"
)
"""第四条 适用范围, over a line that says it"""


def entitles(text: str, line: Line, after: Line | None) -> bool:
    """Does the line hold an article's number and title alone: 第三条, 第三条 （管理部门职责）, 第四条 适用范围?"""
    label = line.label
    assert label is not None
    if label.end >= line.end or _IN_BRACKETS.fullmatch(text, label.end, line.end):
        return True
    said_below = after is not None and after.label is None and after.closed
    return said_below and _PLAIN.fullmatch(text, label.end, line.end) is not None
