"""Lines that hold several numbered paragraphs, as a page copied without its line ends has: …如下： 一、重点 1.清运垃圾。 2.整治沿线。

>>> text = "现通知如下： 一、重点事项 1.清运垃圾，一日一清。 2.整治公路沿线的乱搭乱建。 二、几点要求 1.各乡镇要主动认领。 2.及时报送情况。"
>>> [text[low:high][:6] for low, high in paragraphs(text, 0, len(text))]
['现通知如下：', '一、重点事项', '1.清运垃圾', '2.整治公路', '二、几点要求', '1.各乡镇要', '2.及时报送']
"""

from __future__ import annotations

import re
from itertools import islice

from extract.numbering import value

_SHORTEST = 60  # characters of such a line
_LABEL = re.compile(
    r"(?<![ \u3000])[ \u3000]++(?:(?P<hanzi>[一二三四五六七八九十]{1,3})、|[（(](?P<paren>[一二三四五六七八九十]{1,3})[）)]|(?P<arabic>\d{1,2})[.．、](?!\d))"
    r"|(?<=[。；])(?P<joined>[二三四五六七八九十]{1,3})、"
)
_CHARGES = re.compile(
    r"(?<=[。；])[ \u3000]++(?=(?:牵头|责任|主办|承办|主责)(?:领导|单位|部门|人)[：:])"
    r"|(?<![ \u3000])[ \u3000]++(?=(?:实际|目前|工作)?(?:完成|进展|落实|推进)情况[：:])"
)
"""1.轨道交通投入试运营。 | 牵头领导：林国 责任单位：市指挥部 | 实际完成情况：已通车。"""
_MOST = 200  # such cuts of a line
_FIRST, _SECOND = "一、", ("。二、", "；二、")
_FEWEST = 3
_STOPS = "。；：！？.;:!?）)”"
"""What a numbered paragraph begins behind; 一、 may stand behind a heading."""


def paragraphs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """(start, end) of the paragraphs in the line text[start:end]: cut before labels behind a blank, or 二、 behind a stop, that count up."""
    first = text.startswith(_FIRST, start)
    blank = text.find(" ", start, end) >= 0 or text.find("\u3000", start, end) >= 0
    if end - start < _SHORTEST or not (blank or (first and any(text.find(mark, start, end) >= 0 for mark in _SECOND))):
        return [(start, end)]
    counted = {"hanzi": int(first), "paren": 0, "arabic": 0}
    cuts: list[tuple[int, int]] = []
    above = ""
    for match in _LABEL.finditer(text, start, end):
        named = match.lastgroup or ""
        number, family = value(match[named]), "hanzi" if named == "joined" else named
        if text[match.start() - 1] not in _STOPS and family != "hanzi" and not (number == 1 and above == "hanzi"):
            continue
        if number == counted[family] + 1 or (number == 1 and family != "hanzi"):
            counted[family], above = number, family
            if family == "hanzi":
                counted["paren"] = counted["arabic"] = 0
            elif family == "paren":
                counted["arabic"] = 0
            cuts.append((match.start(), match.start(named) - (family == "paren")))
    if len(cuts) + first < _FEWEST:
        cuts = []
    cuts = sorted(
        [
            *cuts,
            *(match.span() for match in islice(_CHARGES.finditer(text, start, end), _MOST) if match.start() > start),
        ]
    )
    begins, ends = [start, *(high for _, high in cuts)], [*(low for low, _ in cuts), end]
    return [(low, high) for low, high in zip(begins, ends, strict=True) if low < high]
