"""Common words as bodies (供水企业, 高风险地区, 各科室人员): only where they are the subject by what stands before."""

from __future__ import annotations

import re

from extract.body_name import Found
from extract.body_words import BodyWords

_PERSON = re.compile(r"[\u4e00-\u9fff][×X某]{1,2}(?:同志)?$|[\u4e00-\u9fff×X]{2,3}同志$")
_AND_SO_ON = re.compile(r"(?<![高中初同平上下特])等")
_SEVERAL = re.compile(r"[几两三四五六七八九][个家大]?$")
_NO_COUNTY = frozenset(
    "验社城园发辖景库地小校厂新矿牧林灾山郊街商港片湖湾高住居洪涝禁限试示服功保疫售杀市县区州各全我本该两几多个每贫困强大中上股都菜夜早超楼车债房门"
)
_NO_COUNTIES = re.compile(
    r".*(?:[的等是有为在对向由从把被将使让和与及以]|脱贫|贫困|重点|试点|示范|相关|有关|部分|沿线|所在|其他|所有)"
)
_ORDERED = ("，要", "，应", "，须", "，必须", "每周", "每月", "每年", "每天", "每季度", "每半年")
_BARE_AREA = frozenset("、和与要应须将")


class CommonNames:
    """Where common words that are bodies begin in one text; `opening`: spans that look like cuts and are none, 县（市、区）."""

    def __init__(self, text: str, words: BodyWords, opening: dict[int, int]) -> None:
        self.text, self.words, self.opening = text, words, opening

    def begin(self, cut: int, word: str, start: int, end: int, kind: str) -> Found | None:
        """A common word as subject: 供水企业, 符合条件的省份. Not after a governing verb, not with more before it."""
        text, words = self.text, self.words
        inner = text[cut:start]
        if kind == "people" and 2 < len(inner) <= 12 and inner[0] not in "的地" and "的" in inner[1:-1]:
            return cut + inner.rindex("的") + 1, "people"  # 参与 | 防控的 + 社区工作者
        if (word and words.cut_kinds[word] == "verb") or len(inner) > 12 or _AND_SO_ON.search(inner):
            return None
        several = _SEVERAL.search(inner) if kind == "generic" else None
        if several and words.stems.begin(text, cut + several.start(), cut) >= 0:
            return None  # 发改、文旅几个部门
        if "的" in inner:
            if inner[-1] == "的" and kind in ("area", "generic", "firm"):
                return cut, "clause"
            return (cut + inner.rindex("的") + 1, "people") if kind == "people" else None
        if kind == "area":
            return self._area(cut, word, start, end)
        if kind == "people" and _PERSON.match(text, cut, end):
            return cut, "person"
        if kind == "firm":
            return cut, "firm" if inner and text[start:end] in words.proper else "open"
        if kind in ("people", "post"):
            return cut, "people"
        return cut, "modifier" if text[cut] in "各每" else "open"

    def _area(self, cut: int, word: str, start: int, end: int) -> Found | None:
        """乡镇, 柳林镇, 高风险地区; a level alone (县, 市) only in a list or before 要."""
        text = self.text
        if end - start > 1:
            return cut, "area" if text[cut:end] in self.words.governs else "open"
        if cut == start:
            after = self.opening.get(end, end)
            ordered = text[after : after + 1] in _BARE_AREA or text.startswith(_ORDERED, after)
            return (cut, "open") if ordered or word == "由" else None
        if not 2 <= start - cut <= 4:
            return None
        if text[start] in "县市区州旗":  # 西山县要…: no 城区, 开发区, 上市
            if text[start - 1] in _NO_COUNTY or _NO_COUNTIES.match(text, cut, start):
                return None
            return (cut, "place")
        return (cut, "place") if text[start] in "镇乡村" else None
