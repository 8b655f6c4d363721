"""Names of bodies in a text: from the word they end in back to where they begin.

A name ends in a head (局, 委员会, 部门, 乡镇, 负责人…). What stands before it tells where the name begins: the stem of a
department (财政, 农业农村…), modifiers (各, 有关, 县直…), a place, else the last cut (a mark, a preposition, a governing verb).
Heads that are common words (企业, 地区, 人员) count only where something follows that a subject is followed by.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from extract.body_words import HAN, BodyWords, body_words, longest

REACH = 26  # characters a name goes back at most
_PLACE = re.compile(r"(?:[\u4e00-\u9fff×ＸX]{1,7}(?:自治[省区州县]|[省市州县区镇乡盟旗]))?[\u4e00-\u9fff×ＸX]{1,4}")
_LEVEL = frozenset("省市县区州盟旗镇乡村")
_NOT_PLACE = re.compile(r"[我你他她它本该各这那其某每和与及的了在是有为要将把对向由请从等]|全国|什么|大家|同志")
_LEVELLED = re.compile(
    rf"(?:(?:(?![和与及等由请对向会各])[{HAN}]){{0,4}}[省市县区州盟旗镇乡]|国家|中央|中国|全国|国务院)(?:(?![的要应须将向由把])[\u4e00-\u9fff]){{1,10}}"
)
_NOT_AREA = frozenset(
    {
        "城乡",
        "中村",
        "农村",
        "乡村",
        "山村",
        "下乡",
        "返乡",
        "家乡",
        "全县",
        "全市",
        "全省",
        "全区",
        "全州",
        "全地",
        "城市",
        "当地",
        "大地",
    }
)
_WRONG = {
    "部": re.compile(r"[分署队位件落族首长级]|门(?!户)"),
    "会": re.compile(r"[议计上后前场期员见面谈商]"),
    "处": re.compile(r"[理置罚境于分在级]"),
    "办": re.compile(r"[公法理学事好结案证实成会班医企节刊得]"),
    "委": re.compile(r"[托员派任屈书常以]"),
    "局": re.compile(r"[面部势限长域]"),
    "院": re.compile(r"[落士校长]"),
    "科": re.compile(r"[技学研普目]"),
    "社": re.compile(r"[会区保]"),
    "站": re.compile(r"[位稳]"),
    "所": re.compile(r"[有在需以属]"),
}
_OWN = frozenset("省市县区州各")
_COMMON = frozenset(
    [
        "政府",
        "人民政府",
        "党委",
        "党组",
        "党支部",
        "支部",
        "中心",
        "公司",
        "集团",
        "银行",
        "学校",
        "医院",
        "中学",
        "小学",
        "大学",
        "学院",
        "幼儿园",
        "协会",
        "学会",
        "商会",
        "合作社",
        "大队",
        "中队",
        "支队",
        "村委会",
        "居委会",
        "法院",
        "机构",
        "组织",
        "办公室",
        "专班",
        "工作组",
        "领导小组",
        "指挥部",
        "理事会",
        "董事会",
        "委员会",
    ]
)
"""Organs that are common nouns when they stand alone: subjects only where the sentence makes them so."""
_FIRST_PERSON = frozenset("我本")
_SHOPS = re.compile(r"(?:[夜早超股都门上菜城集]市|[城小集]镇)$")
_JOINT = re.compile(r"[、，]|以及|[和及与]")
_PROPER = frozenset(
    ["财险", "寿险", "米业", "果业", "酒业", "药业", "矿业", "乳业", "茶业集团", "电厂", "水厂", "农场", "林场"]
)
_PERSON = re.compile(r"[\u4e00-\u9fff][×X某]{1,2}(?:同志)?$|[\u4e00-\u9fff×X]{2,3}同志$")
_STEMMED = frozenset({"department", "organ", "generic", "unit"})
_LEVELS_FIRST = frozenset("省市县区州中国各")
_NOMINAL = frozenset("督导 监督 指导 检查 建设 保障 协调 推进 考核 编制 统筹".split())
_GOVERNED = frozenset("乡镇 镇乡 镇街 街道 园区 经开区 高新区 开发区 市县 县区 县市区 市州 区县 村组".split())
_SHARED = re.compile(r"[省市县区州](?:人民)?政府(?:督查|督察|办公|研究|政策)")
_BARE_AREA = frozenset("、和与要应须将")
_LINKS = re.compile(r"[等的、和与及]")
_PERSONAL = frozenset({"people", "post", "unit"})
_LABELS = frozenset({"generic", "people", "post"})


@dataclass(slots=True)
class Name:
    """A name at [start, end); `kind` is the class of its head, `rule` says how its begin was found."""

    start: int
    end: int
    kind: str
    rule: str


class Scanner:
    """Finds the names of one text, left to right, in linear time. `blocked`: sorted spans that hold no names (titles)."""

    def __init__(self, text: str, blocked: list[tuple[int, int]]) -> None:
        self.text = text
        self.words: BodyWords = body_words()
        self.kept = [match.span() for match in self.words.kept.finditer(text)]
        self.opening = dict(self.kept)
        self.closing = {end: start for start, end in self.kept}
        self.blocked = sorted(self.kept + blocked)
        starts = [start for start, _ in self.kept]
        self.stops = [
            at
            for at in (match.start() for match in self.words.stop.finditer(text))
            if not starts or not _inside(self.kept, starts, at)
        ]

    def names(self) -> list[Name]:
        """All names, sorted, not overlapping."""
        found = self._headed()
        alone = self._alone(found)
        return sorted([*found, *alone], key=lambda name: name.start) if alone else found

    def _headed(self) -> list[Name]:
        found: list[Name] = []
        stops, index, low = self.stops, 0, 0
        blocked, block = self.blocked, 0
        for match in self.words.hit.finditer(self.text):
            at = match.start()
            while block < len(blocked) and blocked[block][1] <= at:
                block += 1
            if block < len(blocked) and blocked[block][0] <= at:
                continue
            while index < len(stops) and stops[index] < at:
                low = stops[index] + 1
                index += 1
            name = self._name(max(low, at - REACH), at + 1, found[-1] if found else None)
            if name is None:
                continue
            while found and found[-1].start >= name.start:
                found.pop()
            if not found or found[-1].end <= name.start:
                found.append(name)
        return found

    def _name(self, low: int, end: int, before: Name | None) -> Name | None:
        """The name that ends in the head whose last character is text[end-1]; `low` is the begin of the stretch between marks."""
        text, words = self.text, self.words
        start = longest(text, end, low, words.head_lengths, words.heads)
        if start < 0:
            return None
        kind = words.heads[text[start:end]]
        close = self.opening.get(end)
        followed = words.follow.match(text, end if close is None else close) is not None or text[low:start] == "由"
        if close is not None and not followed:
            return None
        if kind in _LABELS and text[end : end + 1] in "：:":
            return None
        if close is not None and text[end] == "“":
            kind = "people"  # 村“第一书记”
        near = before if before is not None and low <= before.end <= start else None
        found = self._begin(low, start, end, kind, near, followed)
        if found is None:
            return None
        begin, rule = found
        if (
            near is not None
            and near.end == begin
            and near.kind != "people"
            and text[begin] not in _OWN
            and kind != "area"
        ):
            begin, rule = near.start, near.rule
        return Name(begin, end if close is None else close, kind, rule)

    def _begin(
        self, low: int, start: int, end: int, kind: str, near: Name | None, followed: bool
    ) -> tuple[int, str] | None:
        text, words = self.text, self.words
        head = text[start:end]
        if near is not None and kind != "area":
            joined = self._join(near, start, kind)
            if joined is not None:
                return joined
        if kind == "department":
            wrong = _WRONG.get(head)
            if (wrong is not None and wrong.match(text, end)) or text[end - 2 : end] == "部署":
                return None
        if kind in _STEMMED and text[start] not in _LEVELS_FIRST:
            stem = self._stem(low, start, end)
            if stem >= 0:
                return self._stemmed(low, stem, start, kind, near, followed), "stem"
        if near is not None:
            low = near.end
        cut, word = self._cut(low, start)
        if kind == "department":
            return self._department(cut, low, start, end) if followed else None
        if kind == "organ":
            modified = self._back(low, start, whole=False)
            if near is not None and cut == low:
                return (self._place(low, modified), "modifier") if modified < start else None
            if followed and word in _NOMINAL and _LEVELLED.fullmatch(text, low, start):  # 国务院教育督导委员会
                return low, "head"
            if text[start] in _LEVELS_FIRST and cut < start:  # 改革 | 中央财政
                return (cut if _PLACE.fullmatch(text, cut, start) and start - cut < 4 else max(modified, cut)), "head"
            if cut == start and head in _COMMON:
                return (start, "open") if followed else None
            if (
                start - cut <= 14
                and "的" not in text[cut:start]
                and (followed or modified == cut or word in ("由", "请"))
            ):
                return cut, "head"
            return (self._place(low, modified), "modifier") if modified < start else None
        modified = self._back(low, start, whole=True)
        if modified < start and text[modified] == "各":
            return modified, "modifier"
        if not followed or (near is not None and cut == low):
            return None
        if kind == "area" and text[end - 2 : end] in _NOT_AREA:
            return None
        if modified < start and modified <= max(cut, low + 6):
            return (
                None if kind == "area" and text[modified] in _FIRST_PERSON else (self._place(low, modified), "modifier")
            )
        return self._open(cut, word, start, end, kind)

    def _stemmed(self, low: int, stem: int, start: int, kind: str, near: Name | None, followed: bool) -> int:
        """Where a name with a known stem begins; 机构, 协会 and the like take the whole stretch (未成年人救助保护机构)."""
        begin = self._outward(low, stem)
        if (
            kind in ("generic", "organ")
            and followed
            and near is None
            and not self.text.startswith("部门", start - 2 + 2)
        ):
            cut = self._cut(low, begin)[0]
            if (
                cut < begin
                and begin - cut <= 8
                and "的" not in self.text[cut:begin]
                and "部门" not in self.text[start : start + 6]
            ):
                return cut
        return begin

    def _join(self, near: Name, start: int, kind: str) -> tuple[int, str] | None:
        """The name goes on with the one before it: 县公安局 + 交警大队, 县扶贫局 + 主要负责人."""
        text, words = self.text, self.words
        if near.kind == "people":
            return None
        if near.end == start and text[start] != "各":
            return near.start, near.rule
        if near.end > start:
            return None
        if kind == "organ" and text[near.end - 1] == "委" and _SHARED.match(text, near.end, start + 8):
            return near.start, near.rule  # 县委县政府督查室
        if text[near.end] in _OWN:
            return None
        if kind == "department" and text[near.end - 1] in "委府" and start - near.end <= 6:
            if not words.follow.match(text, near.end) and not _LINKS.search(text, near.end, start):
                return near.start, near.rule  # 县委 + 农办
        if kind in _PERSONAL or kind == "generic":
            if self._back(near.end, start, whole=True) == near.end:
                return near.start, near.rule
            if kind != "unit":
                return None
        if kind in ("unit", "organ") and start - near.end <= 4 and not _LINKS.search(text, near.end, start):
            if not words.cut.search(text, near.end, start) and not words.follow.match(text, near.end):
                return near.start, near.rule
        return None

    def _department(self, cut: int, low: int, start: int, end: int) -> tuple[int, str] | None:
        """A department with no known stem: 县营商办, 国际合作局; 部 alone where a ministry speaks of itself (部将…)."""
        text = self.text
        if start == low and text[start:end] == "部" and text[end : end + 1] in "将要":
            return start, "ministry"
        if _LEVELLED.fullmatch(text, cut, start):
            return cut, "level"
        plain = text[start:end] in ("局", "厅", "总局", "总社") and cut == low and 2 <= start - cut <= 8
        return (cut, "level") if plain and "的" not in text[cut:start] else None

    def _stem(self, low: int, start: int, end: int) -> int:
        """Begin of the stem before the head; for 监管部门 also of the stem before 部门 (市场监管)."""
        text, words = self.text, self.words
        for place in (end - 2, end - 1, start) if end - start > 2 else (start,):
            if place > low:
                found = longest(text, place, low, words.stem_lengths, words.stems)
                if 0 <= found < start:
                    return found
        return -1

    def _back(self, low: int, at: int, *, whole: bool) -> int:
        """As far back from `at` as there are levels (各, 县直…), with `whole` also 牵头, 主要…, or kept brackets."""
        text, words = self.text, self.words
        lengths, phrases = (words.modifier_lengths, words.modifiers) if whole else (words.level_lengths, words.levels)
        while at > low:
            if at in self.closing and self.closing[at] >= low:
                at = self.closing[at]
                continue
            begin = longest(text, at, low, lengths, phrases)
            if begin < 0:
                return at
            at = begin
        return at

    def _outward(self, low: int, at: int) -> int:
        """Modifiers before a stem, and the place they name (青石县 + 财政局)."""
        begin = self._place(low, self._back(low, at, whole=False))
        if (
            begin > low and begin - low <= 8
        ):  # 县经济技术 + 开发区管委会: the whole stretch, where it begins with a level
            cut = self._cut(low, begin)[0]
            if cut < begin and _LEVELLED.fullmatch(self.text, cut, begin):
                return cut
        return begin

    def _place(self, low: int, at: int) -> int:
        """Begin of the place whose last character stands at `at` (青石 + 县…), where the stretch holds nothing else."""
        text = self.text
        if low < at < len(text) and text[at] in _LEVEL and at - low <= 12:
            cut, _ = self._cut(low, at)
            if _PLACE.fullmatch(text, cut, at) and not _NOT_PLACE.search(text, cut, at):
                return cut
        return at

    def _cut(self, low: int, at: int) -> tuple[int, str]:
        """Where the last cut before `at` ends, and its word ("" for a mark)."""
        place, word = low, ""
        if at > low:
            for match in self.words.cut.finditer(self.text, low, at):
                place, word = match.end(), match.group()
        return place, word

    def _open(self, cut: int, word: str, start: int, end: int, kind: str) -> tuple[int, str] | None:
        """A common word as subject: 供水企业, 符合条件的省份. Not after a governing verb, not with more before it."""
        text = self.text
        if (word and self.words.cut_kinds[word] == "verb") or start - cut > 12:
            return None
        inner = text[cut:start]
        if "等" in inner:
            return None
        if "的" in inner:
            if inner[-1] == "的" and kind in ("area", "generic", "firm"):
                return cut, "clause"
            return (cut + inner.rindex("的") + 1, "people") if kind == "people" else None
        if kind == "people" and _PERSON.match(text, cut, end):
            return cut, "person"
        if kind == "area" and end - start == 1:
            if not inner:
                after = self.opening.get(end, end)
                return (cut, "open") if text[after : after + 1] in _BARE_AREA or word == "由" else None
            if not 2 <= len(inner) <= 4 or text[start] not in "镇乡村" or _SHOPS.search(text[cut:end]):
                return None
            return cut, "place"
        if kind == "firm" and inner and text[start:end] in _PROPER:
            return cut, "firm"
        if kind == "area" and text[cut:end] in _GOVERNED:
            return cut, "area"
        return cut, "people" if kind in ("people", "post") else "open"

    def _alone(self, headed: list[Name]) -> list[Name]:
        """Stems without a head: 应急、住建等部门, 财政牵头. Right to left, so that the end of a coordination carries its members."""
        text, words = self.text, self.words
        taken = {name.start for name in headed}
        ends = [name.end for name in headed]
        starts = [name.start for name in headed]
        tails = {match.start() for match in words.tail.finditer(text)}
        found: list[Name] = []
        for match in reversed(list(words.bare.finditer(text))):
            end = match.end()
            low = max(0, end - REACH)
            begin = longest(text, end, low, words.stem_lengths, words.stems)
            if begin < 0:
                continue
            place = bisect_left(starts, end) - 1
            if place >= 0 and ends[place] > begin:
                continue
            before = (
                headed[place]
                if place >= 0 and ends[place] == begin and headed[place].kind in ("organ", "area")
                else None
            )
            begin = self._outward(max(low, ends[place]) if place >= 0 else low, begin)
            if self._carried(end, taken, tails):
                rule = "coordination"
            elif (
                self._acts(end)
                and self._open_left(begin)
                and (text[begin:end] not in words.nouns or self._chained(begin))
            ):
                rule = "stem-alone"
            else:
                continue
            if before is not None and before.end == begin:  # 县委 + 编办, 各地 + 民政
                before.end, before.kind, before.rule = end, "stem", rule
                ends[place] = end
                continue
            taken.add(begin)
            found.append(Name(begin, end, "stem", rule))
        return found

    def _carried(self, end: int, taken: set[int], tails: set[int]) -> bool:
        if end in tails:
            return True
        joint = _JOINT.match(self.text, end)
        return joint is not None and joint.end() in taken

    def _acts(self, end: int) -> bool:
        return self.text[end : end + 1] not in "、，；。）)和及与等 \n\t"

    def _chained(self, begin: int) -> bool:
        """Another stem, joined, before it: 市监、消防每季度…"""
        words = self.words
        return (
            begin > 2
            and self.text[begin - 1] in "、和及与"
            and (at := longest(self.text, begin - 1, max(0, begin - 10), words.stem_lengths, words.stems)) >= 0
            and self._open_left(at)
        )

    def _open_left(self, begin: int) -> bool:
        if begin == 0 or self.words.stop.match(self.text, begin - 1):
            return True
        return self._cut(max(0, begin - 4), begin)[0] == begin


def _inside(spans: list[tuple[int, int]], starts: list[int], at: int) -> bool:
    place = bisect_left(starts, at + 1) - 1
    return place >= 0 and at < spans[place][1]
