"""Names of bodies in a text: from the word they end in back to where they begin.

A name ends in a head (局, 委员会, 部门, 乡镇, 负责人…). What stands before it tells where the name begins: the stem of a
department (财政, 农业农村…), levels and modifiers (各, 有关, 县直…), a place, else the last cut (a mark, a preposition, a
governing verb). Heads that are common words (企业, 地区, 人员) count only where something follows that follows a subject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.body_edges import LEVELLED, PLACE, Edges
from extract.body_words import HAN, body_words

REACH = 26  # characters a name goes back at most
_PERSON = re.compile(r"[\u4e00-\u9fff][×X某]{1,2}(?:同志)?$|[\u4e00-\u9fff×X]{2,3}同志$")
_SHARED = re.compile(r"[省市县区州](?:人民)?政府(?:督查|督察|办公|研究|政策)")
_LEVEL_BEGIN = re.compile(rf"(?:(?![和与及等由请对向会各])[{HAN}]){{0,3}}[省市县区州]|国家|全国|中央|国务院")
_OF_FIRMS = re.compile("融资|信用|职工|员工|协会|基金|名录|所得|登记|名称|债券|年金|文化|资质|贷款")
_MADE = re.compile("(?:成立|设立|组建|建立|调整|充实|撤销)")
_OF_A_FIRM = re.compile(r"要|应|须|牵头|配合|负责|会同|[、和及][\u4e00-\u9fff]{2,5}部")
_SIDES = frozenset("东西中南北内外上下全干顶底腰头")
_SINGLE = re.compile(r"各?[省市州县区乡]、")
_AND_SO_ON = re.compile(r"(?<![高中初同平上下特])等")
_SEVERAL = re.compile(r"[几两三四五六七八九][个家大]?$")
_LINKS = re.compile(r"[等的、和与及]")
_OWN_LEVEL = frozenset("省市县区州各")
_LEVEL_FIRST = re.compile(r"[省市县区州各国]|中[央国共]")
_AGENT = 12  # characters from 由 to the end of a name
_NOT_BY = frozenset("于此来衷浅")
_NO_COUNTY = frozenset(
    "验社城园发辖景库地小校厂新矿牧林灾山郊街商港片湖湾高住居洪涝禁限试示服功保疫市县区州各全我本该两几多个每贫困强大中上股都菜夜早超楼车债房门"
)
_NO_COUNTIES = re.compile(
    r".*(?:[的等是有为在对向由从把被将使让和与及以]|脱贫|贫困|重点|试点|示范|相关|有关|部分|沿线|所在|其他|所有)"
)
_NOT_HEAD = frozenset("会")
_LEVEL_ENDS = frozenset("省市县区州旗镇乡各")
_POST_ENDS = frozenset("长记任员席")
_APPOINTED = frozenset("任担兼为、和与及")
_REASONS = frozenset("理自缘事因案")
_ANY = ("有关", "相关")
"""A head that begins so takes no stem: 组织有关部门 is no department of organisation."""
_CHARGED = re.compile("牵头|配合|责任|协办|主办|承办|参与|督办|实施|落实")
_SITUATIONS = frozenset("布格结全大开当时定变战破僵")
_NOT_BEFORE = frozenset("为以把将被经向对在到")
_FIRST_PERSON = frozenset("我本")
_BARE_AREA = frozenset("、和与要应须将")
_PERSONAL = frozenset({"people", "post", "unit", "generic"})
_LABELS = frozenset({"generic", "people", "post"})
_STEMMED = frozenset({"department", "organ", "generic", "unit"})

Found = tuple[int, str]
"""Where a name begins, and the rule that says so."""


@dataclass(slots=True)
class Name:
    """A name at [start, end); `kind` is the class of its head, `rule` says how its begin was found."""

    start: int
    end: int
    kind: str
    rule: str


def _places(text: str, mark: str) -> list[int]:
    """Where the character stands, in order."""
    found: list[int] = []
    at = text.find(mark)
    while at >= 0:
        found.append(at)
        at = text.find(mark, at + 1)
    return found


class Names:
    """Finds the names of one text, left to right, in linear time. `blocked`: spans that hold no names (titles)."""

    def __init__(self, text: str, blocked: list[tuple[int, int]]) -> None:
        self.text = text
        self.words = body_words()
        kept = [match.span() for match in self.words.kept.finditer(text)]
        self.opening = dict(kept)
        self.edges = Edges(text, kept)
        self.blocked = sorted(kept + blocked)

    def headed(self) -> list[Name]:
        """The names that end in a head, sorted, not overlapping."""
        found: list[Name] = []
        blocked, block = self.blocked, 0
        text, ends, certain, follow = self.text, self.words.heads.ends, self.words.certain, self.words.follow
        begins, always = self.words.follow_begins, self.words.follows
        blocks = len(blocked)
        agents, by = [-_AGENT - 1, *_places(text, "由")], 0
        acts = len(agents) - 1
        for at in self.words.hit.places(text):
            pair, last = text[at - 1 : at + 1], text[at]
            if pair not in ends and last not in ends:
                continue
            behind = text[at + 1 : at + 3]
            one = behind[:1]
            followed = one in always or ((one in begins or behind in begins) and follow.match(text, at + 1) is not None)
            if not followed and last not in _NOT_HEAD:
                while by < acts and agents[by + 1] < at:
                    by += 1
                followed = agents[by] >= at - _AGENT and self._agent(at, agents[by])
            if not followed and last not in certain and pair not in certain:
                continue
            while block < blocks and blocked[block][1] <= at:
                block += 1
            if block < blocks and blocked[block][0] <= at:
                continue
            name = self._name(self.edges.stretch(at, REACH), at + 1, found[-1] if found else None, followed)
            if name is None:
                continue
            if found and name.kind != "area" and text[name.start] in _OWN_LEVEL and text[name.start - 1] == "、":
                single = _SINGLE.fullmatch(text, found[-1].start, name.start)
                name.start = found[-1].start if single else name.start  # 省、市有关部门
            while found and found[-1].start >= name.start:
                found.pop()
            if not found or found[-1].end <= name.start:
                found.append(name)
        return found

    def _agent(self, at: int, place: int) -> bool:
        """Does the 由 at `place` stand in the same stretch, so that a name of whoever acts ends at `at`?"""
        text = self.text
        if text[place + 1] in _NOT_BY or text[place - 1 : place] in _REASONS:
            return False
        if text[at] in _LEVEL_ENDS and text[at - 1] not in _LEVEL_ENDS:  # 由省 | 级主管部门
            return False
        behind = text[at + 1 : at + 2]
        if text[at] in _POST_ENDS and (behind in _APPOINTED or behind in self.words.surnames):
            return False  # 由区水务局局长 | 刘×, 由县长任组长
        return self.edges.stretch(at, REACH) <= place and "的" not in text[place:at]

    def _name(self, low: int, end: int, before: Name | None, followed: bool) -> Name | None:
        """The name in whose head text[end-1] is the last character; `low` is the begin of the stretch between marks."""
        text, words = self.text, self.words
        start = words.heads.begin(text, end, low)
        if start < 0:
            return None
        kind = words.kinds[text[start:end]]
        close = self.opening.get(end, end)
        if close != end:
            if not words.follow.match(text, close):
                return None
            if text[end] == "“":
                kind = "people"  # 村“第一书记”
        followed = followed or text[low:start] == "由"
        near = before if before is not None and low <= before.end <= start else None
        if kind == "firm" and _OF_FIRMS.match(text, end):
            return None  # 企业 | 融资担保基金
        found = self._begin(low, start, end, kind, near, followed)
        if found is None:
            return None
        begin, rule = found
        if kind in _LABELS and text.startswith(("：", ":"), end) and (rule != "stem" or _CHARGED.match(text, start)):
            return None  # 责任单位：, also right behind a name
        if near is not None and near.end == begin and near.kind == "area" and text.startswith("各级", begin):
            begin = near.start  # 地方 + 各级人民政府
        joins = rule == "stem" and near is not None and near.end == begin and near.kind != "people"
        if joins and near is not None and text[begin] not in _OWN_LEVEL:
            begin = near.start  # 县委 + 组织部
        return Name(begin, close, kind, rule)

    def _begin(self, low: int, start: int, end: int, kind: str, near: Name | None, followed: bool) -> Found | None:
        """Where the name of the head text[start:end] begins; `near`: the name before it in the same stretch."""
        text, words = self.text, self.words
        if kind in ("department", "organ") and self._other_word(end):
            return None
        if near is not None and kind != "area" and (joined := self._join(near, start, end, kind)) is not None:
            return joined
        if text[end - 2 : end] == "部署":
            return None
        if kind in _STEMMED and not _LEVEL_FIRST.match(text, start) and not text.startswith(_ANY, start):
            stem = self._stem(low, start, end)
            if stem >= 0:
                whole = kind in ("generic", "organ") and followed and near is None
                low = max(low, near.end) if near is not None and near.end <= stem else low  # 区财政局 | 区规划局
                if text[end - 1] in "局厅委" and text[stem - 1 : stem] in ("与", "和"):  # 区交通与建设局
                    other = words.stems.begin(text, stem - 1, low)
                    stem = other if other >= 0 and self.edges.outward(low, other) < other else stem
                return (self._whole(low, stem, start) if whole else self.edges.outward(low, stem)), "stem"
        if near is not None:
            low = near.end
        cut, word = self.edges.cut(low, start)
        if kind == "department" and text[start - 1] in "）)" and self.edges.back(low, start, whole=False) == cut:
            return cut, "level"  # 各县（市、区）委
        if kind == "department":
            return self._department(cut, low, start, end) if followed else None
        if kind == "organ":
            return self._organ(cut, word, low, start, end, near, followed)
        modified = self.edges.back(low, start, whole=True)
        if text[modified] in "各每" or (cut == modified and text.startswith(_ANY, modified)):
            return modified, "modifier"
        if not followed or (near is not None and cut == low):
            return None
        if kind == "area" and words.elsewhere.begin(text, end, low) >= 0:
            return None
        if kind == "post" and modified == cut + 1 and text[cut] in words.surnames:
            return cut, "person"  # 张副县长
        if kind == "post" and text[modified - 2 : modified - 1] == "的" and text[modified - 1] in words.surnames:
            return modified - 1, "person"  # 分管农业的 | 刘副县长
        if modified < start and modified <= max(cut, low + 6):
            return (
                None
                if kind == "area" and text[modified] in _FIRST_PERSON
                else (self.edges.place(low, modified), "modifier")
            )
        return self._open(cut, word, start, end, kind) if kind != "unit" else None

    def _other_word(self, end: int) -> bool:
        """Does the last character of the head begin another word: 部 in 部分, 委 in 委托?"""
        if end >= len(self.text) or self.text[end] not in self.words.wrong.get(self.text[end - 1], ""):
            return False
        return not self.text.startswith(("会同", "会商", "事先", "理应", "实施"), end)

    def _stem(self, low: int, start: int, end: int) -> int:
        """Begin of the stem before the head; for 监管部门 also of the stem before 部门 (市场监管)."""
        for place in (end - 2, end - 1, start) if end - start > 2 else (start,):
            if place > low:
                found = self.words.stems.begin(self.text, place, low)
                if 0 <= found < start:
                    return found
        return -1

    def _whole(self, low: int, stem: int, start: int) -> int:
        """机构, 协会 and the like take all that stands before the stem too: 未成年人 + 救助 + 保护机构."""
        begin = self.edges.outward(low, stem)
        cut = self.edges.cut(low, begin)[0]
        plain = (
            cut < begin <= cut + 8 and "的" not in self.text[cut:begin] and "部门" not in self.text[start : start + 6]
        )
        return cut if plain else begin

    def _join(self, near: Name, start: int, end: int, kind: str) -> Found | None:
        """The name goes on with the one before it: 县公安局 + 交警大队, 县扶贫局 + 主要负责人, 县委 + 农办."""
        text, words = self.text, self.words
        joined = near.start, near.rule
        if near.kind in ("people", "post") or near.end > start:
            return None
        if kind in _LABELS and text.startswith(("：", ":"), end):
            return None  # 牵头单位：县教育局配合单位：…
        if near.end == start:
            return joined if text[start] != "各" else None
        if kind == "organ" and text[near.end - 1] == "委" and _SHARED.match(text, near.end, start + 8):
            return joined  # 县委县政府督查室
        if text[near.end] in _OWN_LEVEL:
            return None
        if kind in _PERSONAL and self.edges.back(near.end, start, whole=True) == near.end:
            return joined
        reach = 6 if kind == "department" and text[near.end - 1] in "委府" else 4 if kind in ("unit", "organ") else 0
        if start - near.end > reach or _LINKS.search(text, near.end, start) or words.follow.match(text, near.end):
            return None
        return joined if not words.cut.pattern.search(text, near.end, start) else None

    def _department(self, cut: int, low: int, start: int, end: int) -> Found | None:
        """A department with no known stem: 县营商办, 国际合作局; 部 alone where a ministry speaks of itself (部将…)."""
        text = self.text
        if start == low and text[start:end] == "部" and text[end : end + 1] in "将要":
            return start, "ministry"
        if text[start - 1] in _SITUATIONS or text.startswith("社会", start - 1):  # 布局, 格局, 经济社 | 会
            return None
        if LEVELLED.fullmatch(text, cut, start):
            return cut, "level"
        if text[start:end] == "局" and text[cut - 1] in "与和" and LEVELLED.fullmatch(text, low, start):
            return low, "level"  # 区经济与发展局
        if text[start:end] == "部" and cut == low and 2 <= start - cut <= 6 and _OF_A_FIRM.match(text, end):
            return (cut, "level") if text[start - 1] not in _SIDES else None  # 安全管理部要…
        plain = text[start:end] in ("局", "厅", "总局", "总社") and cut == low and 2 <= start - cut <= 8
        return (cut, "level") if plain and "的" not in text[cut:start] else None

    def _organ(
        self, cut: int, word: str, low: int, start: int, end: int, near: Name | None, followed: bool
    ) -> Found | None:
        """A committee, office, firm, school …: all since the last cut, where something follows that tells a subject."""
        text, words = self.text, self.words
        modified = self.edges.back(low, start, whole=False)
        if near is not None and cut == low:
            return (self.edges.place(low, modified), "modifier") if modified < start else None
        if near is None and followed and cut > low:
            if word in words.inside and LEVELLED.fullmatch(text, low, start):
                return low, "head"  # 国务院教育督导委员会
            if (text[start:end] == "组" or text[start:end] in words.long) and self.edges.grouped(low, start):
                return low, "head"  # 违建查处组, 村务监督委员会
            while (made := _MADE.match(text, low)) is not None:
                low = made.end()  # 成立 | 市工业强市工作领导小组
            if text[start:end] in words.long and _LEVEL_BEGIN.match(text, low) and self.edges.verbs_only(low, start):
                return low, "head"  # 县优化营商环境工作领导小组
        if text[start:end] == "组" and (start - cut < 2 or text[start - 1] in "机分"):
            return None  # 水泵机组
        if cut < start and _LEVEL_FIRST.match(text, start):  # 改革 | 中央财政
            place = start - cut < 4 and PLACE.fullmatch(text, cut, start)
            return (cut if place else max(modified, cut)), "head"
        if cut == start and text[start:end] in words.common:
            acted = word in _NOT_BEFORE or (word and words.cut_kinds[word] == "verb")
            return (start, "open") if followed and not acted else None
        cut = min(cut, modified)  # 中央和国家 + 机关工委
        if start - cut <= 14 and "的" not in text[cut:start] and (followed or modified == cut or word in ("由", "请")):
            return cut, "head"
        return (self.edges.place(low, modified), "modifier") if modified < start else None

    def _open(self, cut: int, word: str, start: int, end: int, kind: str) -> Found | None:
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
            return (cut, "open") if text[after : after + 1] in _BARE_AREA or word == "由" else None
        if not 2 <= start - cut <= 4:
            return None
        if text[start] in "县市区州旗":  # 西山县要…: no 城区, 开发区, 上市
            if text[start - 1] in _NO_COUNTY or _NO_COUNTIES.match(text, cut, start):
                return None
            return (cut, "place")
        return (cut, "place") if text[start] in "镇乡村" else None
