"""Blanks inside words, as pages turned into text leave them (县人 社局, 发 展 改 革): read without them, quoted as they stand.

>>> tight("会议强调，各乡镇、各部门 单位 要抓好整改，县人 社局要牵头， 发 展 改 革部门配合。")[0]
'会议强调，各乡镇、各部门单位要抓好整改，县人社局要牵头，发展改革部门配合。'
"""

from __future__ import annotations

import re
from array import array

_INSIDE = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
_GAP = re.compile(
    r"(?<=[\u4e00-\u9fff，；：、（“《])(?<![条章节款])(?<![一二三四五六七八九十]、) (?=[\u4e00-\u9fff，。；：、）”》“《])(?![一二三四五六七八九十]{1,3}[、是]|第[一二三四五六七八九十]+[，、章条]|[\u4e00-\u9fff]{2,7}[：:]"
    r"|[省市县区镇乡各][\u4e00-\u9fff]{1,8}?(?:[局委办部厅院府]|乡镇|部门|单位|中心)(?:要|应|须|必须|负责|牵头))"  # stands for a stop
    r"|(?<=[\d年月]) (?=[年月日])|(?<=[年月]) (?=\d)"
)
_NUMBER_GAP = re.compile(
    r"(?<=[\u4e00-\u9fff，；：、（“]) (?=[\dX×])(?!\d{1,2}[.、．)）])|(?<=[\d%％X×]) (?=[%％，。；、）]|[年月日时个]|(?:万|亿|千|百)?(?:元|亩|人|户|家|名|所|座|条|处|项|辆|台|套|吨|公里|千米|米|平方|公顷|立方|头|只|株|批|次|场|期|件|岁|倍|度|种|类|层|栋|间|张|支|部|块|口|眼|盏|艘|架|位|级|届|周|天|小时|分钟|秒)|左右|以上|以下|以内)"
)
"""Beside a number: 新建公园 12 个，投资 3 亿元."""
_SPACED = re.compile(r"\s*(?P<label>(?:[\u4e00-\u9fff] ){2,5}[\u4e00-\u9fff]) ?(?=[：:])")
_EITHER = re.compile(f"{_GAP.pattern}|{_NUMBER_GAP.pattern}")
_LINE = re.compile(r"[^\n]+")
_FEWEST, _PROSE = 3, 40  # blanks of a text, characters of a line
_ROW = re.compile(r"\s*\d{1,3}[ \u3000](?!月[底末]?[前内，]|月底|日[前内，]|年[底前内，])")
"""A row of a table between blanks: there they part cells."""


def tight(text: str) -> tuple[str, array[int] | None]:
    """The text without blanks inside the words of its prose, and for each character its place in `text`; None where nothing is left out."""
    if text.count(" ") < _FEWEST:
        return text, None
    gaps: list[int] = []
    for line in _LINE.finditer(text):
        start, end = line.span()
        if (label := _SPACED.match(text, start, end)) is not None:  # 牵 头 单 位：
            gaps += [at for at in range(label.start("label"), label.end("label")) if text[at] == " "]
        if text.find(" ", start, end) < 0 or text.find("\t", start, end) >= 0:
            continue
        prose = text.find("，", start, end) >= 0 or text.find("。", start, end) >= 0
        if not prose or _ROW.match(text, start):
            continue
        if end - start < _PROSE or not _INSIDE.search(text, start, end):
            gaps += [gap.start() for gap in _NUMBER_GAP.finditer(text, start, end)]
        else:
            gaps += [gap.start() for gap in _EITHER.finditer(text, start, end)]
    if len(gaps) < _FEWEST:
        return text, None
    parts, places, since = [], array("l"), 0
    for gap in [*gaps, len(text)]:
        parts.append(text[since:gap])
        places.extend(range(since, gap))
        since = gap + 1
    return "".join(parts), places
