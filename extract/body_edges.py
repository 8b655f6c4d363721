"""Where a name begins: what may stand before its head or stem, and the words that cannot (cuts)."""

from __future__ import annotations

import re
from bisect import bisect_left

from extract.body_official import bare, official
from extract.body_words import HAN, STOPS, body_words
from extract.sieve import Table

PLACE = re.compile(r"(?:[\u4e00-\u9fff×ＸX]{1,7}(?:自治[省区州县]|[省市州县区镇乡盟旗]))?[\u4e00-\u9fff×ＸX]{1,4}")
_NOT_PLACE = re.compile(
    r"分管|主管|协管|联系|领导|[我你他她它本该各这那其某每和与及的了在是有为要将把对向由请从等]|全国|什么|大家|同志"
)
LEVELLED = re.compile(
    rf"(?:(?:(?![和与及等由请对向会各])[{HAN}]){{0,4}}[省市县区州盟旗镇乡]|国家|中央|中国|全国|国务院)"
    r"(?:(?![的要应须将向由把])[\u4e00-\u9fff]){1,10}"
)
_STOPS = Table(set(STOPS.replace("\\", "")))
_WORDS = {
    "区": "社园城片校景库小灾牧林矿湖山郊厂地辖",
    "市": "城超股都菜夜早",
    "村": "农乡山",
    "乡": "城下返家",
    "镇": "城集小",
}
"""A level's character that ends another word before it: 社区, 城市, 农村."""
_LEVEL = frozenset("省市县区州盟旗镇乡村")
_LONGEST_BARE = 4


def _outside(places: list[int], spans: list[tuple[int, int]]) -> list[int]:
    """Those of the places that stand in none of the spans, both sorted."""
    found: list[int] = []
    done = 0
    for start, end in spans:
        found += places[done : bisect_left(places, start, done)]
        done = bisect_left(places, end, done)
    return found + places[done:] if spans else places


class Edges:
    """Looks back in one text. `kept`: spans that look like cuts and are none, 县（市、区）."""

    def __init__(self, text: str, kept: list[tuple[int, int]]) -> None:
        self.text = text
        self.words = body_words()
        self.closing = {end: start for start, end in kept}
        self._stops = _outside(_STOPS.places(text), kept)
        self._cuts = self.words.cut.places(text)

    def stretch(self, at: int, reach: int) -> int:
        """Where the stretch between marks begins in which `at` stands (in no kept span), at most `reach` characters back."""
        before = bisect_left(self._stops, at) - 1
        begin = self._stops[before] + 1 if before >= 0 else 0
        return begin if begin > at - reach else at - reach

    def cut(self, low: int, at: int) -> tuple[int, str]:
        """Where the last cut before `at` ends, and its word ("" for a mark)."""
        place, word, cuts = low, "", self._cuts
        for index in range(bisect_left(cuts, low), len(cuts)):
            start = cuts[index]
            if start >= at:
                break
            if start >= place and (match := self.words.cut.match(self.text, start, at)) is not None:
                place, word = match.end(), match.group()
        return place, word

    def back(self, low: int, at: int, *, whole: bool) -> int:
        """As far back from `at` as there are levels (各, 县直…), with `whole` also 主要, 分管…, or kept brackets."""
        phrases = self.words.modifiers if whole else self.words.levels
        text, closing, ends = self.text, self.closing, phrases.ends
        while at > low:
            begin = closing.get(at, -1) if closing else -1
            if begin < low:
                if text[at - 2 : at] not in ends and text[at - 1] not in ends:
                    return at
                begin = phrases.begin(text, at, low)
                if begin < 0 or (begin > low and text[begin - 1] in _WORDS.get(text[begin:at], "")):
                    return at
            at = begin
        return at

    def outward(self, low: int, at: int) -> int:
        """Levels before a stem, and the place they name (青石县 + 财政局)."""
        begin = self.place(low, self.back(low, at, whole=False))
        if begin == at and (named := official(self.text, low, at)) < at:
            return named  # 赫山区 + 教育局
        if begin == at and low < at <= low + _LONGEST_BARE and self.text[low:at] in bare():
            return low  # 厦门 + 海关
        if self.text[begin] == "全" and begin > low and self.text[begin - 1] == "安":
            begin += 1
        if low < begin <= low + 8:  # 县经济技术 + 开发区管委会: the whole stretch, where it begins with a level
            cut = self.cut(low, begin)[0]
            if cut < begin and LEVELLED.fullmatch(self.text, cut, begin):
                return cut
        return begin

    def place(self, low: int, at: int) -> int:
        """Begin of the place whose last character stands at `at` (青石 + 县…), where the stretch holds nothing else."""
        text = self.text
        if low < at <= low + 12 and at < len(text) and text[at] in _LEVEL:
            cut = self.cut(low, at)[0]
            if PLACE.fullmatch(text, cut, at) and not _NOT_PLACE.search(text, cut, at):
                return cut
        return at

    def verbs_only(self, low: int, start: int) -> bool:
        """Is every cut in the stretch a verb, as in the names of groups: 推进, 优化?"""
        kinds = self.words.cut_kinds
        return all(kinds[match.group()] == "verb" for match in self.words.cut.pattern.finditer(self.text, low, start))

    def grouped(self, low: int, start: int) -> bool:
        """Is all since the mark the name of a task group, verbs in it included, none before it?"""
        first = self.words.cut.pattern.search(self.text, low, start)
        if "的" in self.text[low:start]:
            return False  # 解决不了的 | 提交县项目指挥部
        return start - low <= 10 and first is not None and first.start() > low and self.verbs_only(low, start)
