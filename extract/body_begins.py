"""From the head of a name of a body back to where the name begins: stem, level, modifier, or all since the last cut."""

from __future__ import annotations

import re

from extract.body_common_names import CommonNames
from extract.body_edges import LEVELLED, PLACE, Edges
from extract.body_name import Found, Name
from extract.body_official import official
from extract.body_words import HAN, BodyWords
from extract.heads import head_of

_SHARED = re.compile(r"[省市县区州](?:人民)?政府(?:督查|督察|办公|研究|政策)")
_LEVEL_BEGIN = re.compile(rf"(?:(?![和与及等由请对向会各])[{HAN}]){{0,3}}[省市县区州]|国家|全国|中央|国务院")
_MADE = re.compile("(?:成立|设立|组建|建立|调整|充实|撤销)")
_OF_A_FIRM = re.compile(r"要|应|须|牵头|配合|负责|会同|[、和及][\u4e00-\u9fff]{2,5}部")
_SIDES = frozenset("东西中南北内外上下全干顶底腰头")
_LINKS = re.compile(r"[等的、和与及]")
OWN_LEVEL = frozenset("省市县区州各")
_LEVEL_FIRST = frozenset(("省", "市", "县", "区", "州", "各", "国", "中央", "中国", "中共"))
_ANY = ("有关", "相关")
"""A head that begins so takes no stem: 组织有关部门 is no department of organisation."""
_SITUATIONS = frozenset("布格结全大开当时定变战破僵")
_ACT = 12  # characters behind a ministry in which its act stands
_SET_UP = frozenset(("成立", "设立", "组建"))
_HANDLES = frozenset("督承主协领帮交举兴创查催代包申补经自联网待快再急新难未已")
_OFFICE_ACTS = ("牵头", "会同", "负责", "要", "实行", "每", "把", "将", "配合", "具体")
_OWN = frozenset("局厅")
_HANDED = frozenset("报送呈")
_NOT_BEFORE = frozenset("为以把将被经向对在到")
_FIRST_PERSON = frozenset("我本")
_PERSONAL = frozenset({"people", "post", "unit", "generic"})
_AFTER_LEVELS = re.compile("[要须都均必、和一]|应(?!急)")
_DESCRIBED_KINDS = frozenset({"area", "firm", "generic"})
_DESCRIBED = re.compile(
    r"(?:(?:尚|仍|还)?(?:未|没有)|已经?|正在|不?(?:符合|具备)|存在|列入|纳入)(?!的)[^，。；：、的]{2,36}的[一-龥]{0,8}"
)
_ORDERED = re.compile(r"(?:（[^（）]{1,8}）)?[，、]?(?:要(?![求素点])|应|须|必须|一律|不得|务必|县)")
_TWO_PLACES = re.compile(rf"[{HAN}]{{2,4}}[省市州盟][{HAN}]{{2,4}}")
"""青石市白水 | 区委"""
_NAMES_BEFORE = frozenset("由和与及请是同")
LABELS = frozenset({"generic", "people", "post"})
_TOLD_OF = ("情况摸底", "情况调查", "情况统计", "情况汇总")
_OF_PEOPLE = frozenset("办营政间生族用宗")
_BUILT = frozenset({"学校", "医院", "学院"})
_HEADED = frozenset(("负责人", "负责同志", "主要负责人", "主要负责同志", "主要领导", "分管领导", "领导干部"))
_LONGEST_TASK = 24  # characters
_FIELD = 5  # characters between a government and its department
_NO_FIELD = frozenset("省市县区州各有相其所及和与或等对将应要负是均都为")
_OF_A_GOVERNMENT = re.compile("由?(?P<name>[^，。；：、由向报经]{2,24}的(?:人民)?政府[一-龥]{0,5})")
_IN_CHARGE = frozenset(("主管部门", "主管机关", "主管单位", "行政部门"))
_FIELD_OF = re.compile("(?:由|商|会同|报)?(?P<name>(?:[一-龥]{2,8}的)?(?:有关)?[一-龥]{2,4})")
_STEMMED = frozenset({"department", "organ", "generic", "unit"})


class Begins:
    """Where the names of one text begin, by what stands before their heads; `opening`: spans that look like cuts and are none."""

    def __init__(self, text: str, words: BodyWords, edges: Edges, opening: dict[int, int]) -> None:
        self.text, self.words, self.edges = text, words, edges
        self.common = CommonNames(text, words, opening)

    def begin(self, low: int, start: int, end: int, kind: str, near: Name | None, followed: bool) -> Found | None:
        """Where the name of the head text[start:end] begins; `near`: the name before it in the same stretch."""
        text, words = self.text, self.words
        if (kind in ("department", "organ") and self._other_word(end)) or text[end - 2 : end] == "部署":
            return None
        if kind == "area" and text.startswith(_TOLD_OF, end):
            return None  # 各村 | 情况摸底调查表
        if text.startswith("全市民", end - 3) and text[end : end + 1] in _OF_PEOPLE:
            return None  # 全市 | 民办医疗机构
        if near is not None and kind != "area" and (joined := self._join(near, start, end, kind)) is not None:
            return joined
        if kind in _STEMMED and not self._level_first(start) and not text.startswith(_ANY, start):
            stem = self._stem(low, start, end)
            if stem >= 0:
                if text[stem:start] in ("建设", "改革") and text[start:end] in _BUILT:
                    return None  # a task, no school of 建设
                whole = kind in ("generic", "organ") and followed and near is None
                if text[stem - 1] == "部" and (above := words.stems.begin(text, stem - 1, low)) >= 0:
                    stem = above  # 工业和信息化部 + 中小企业局
                low = max(low, near.end) if near is not None and near.end <= stem else low  # 区财政局 | 区规划局
                if text[end - 1] in "局厅委" and text[stem - 1 : stem] in ("与", "和"):  # 区交通与建设局
                    other = words.stems.begin(text, stem - 1, low)
                    stem = other if other >= 0 and self.edges.outward(low, other) < other else stem
                return (self._whole(low, stem, start) if whole else self.edges.outward(low, stem)), "stem"
        if near is not None:
            low = near.end
        if (
            kind == "area"
            and followed
            and (named := official(text, low, end)) <= start
            and ((named == low and near is None) or text[named - 1] in _NAMES_BEFORE)
        ):
            return named, "place"  # 请 | 益阳市赫山区
        if kind == "area" and text[start:end] == "盟":
            return None  # 联盟
        if text[start:end] == "各级" and not _AFTER_LEVELS.match(text, end):
            return None  # 各级 + 各部门, 各级 + 领导干部
        if kind == "generic" and followed and (told := _OF_A_GOVERNMENT.fullmatch(text, low, start)) is not None:
            return told.start("name"), "clause"  # 有审批权的人民政府水行政 | 主管部门
        if kind == "generic" and followed and text[start:end] in _IN_CHARGE and near is None:
            told = _FIELD_OF.fullmatch(text, low, start)
            if told is not None and not words.cut.pattern.search(text, told.start("name"), start):
                return told.start("name"), "clause"  # 就读学校的学籍 | 主管部门
        if (
            kind in _DESCRIBED_KINDS
            and text[start:end] != "地"
            and _DESCRIBED.fullmatch(text, low, start)
            and _ORDERED.match(text, end)
        ):
            return low, "clause"  # 尚未出台办法的 | 省份，要…
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
        return self.common.begin(cut, word, start, end, kind) if kind != "unit" else None

    def _level_first(self, start: int) -> bool:
        return self.text[start] in _LEVEL_FIRST or self.text[start : start + 2] in _LEVEL_FIRST

    def _of_government(self, near: Name, start: int, end: int) -> bool:
        """Does the government before it and a field of no known stem make the name: 人民政府 + 水行政 + 主管部门?"""
        text = self.text
        return (
            text[near.end - 1] == "府"
            and text.endswith(("部门", "机关", "机构"), start, end)
            and 0 < start - near.end <= _FIELD
            and text[near.end] not in _NO_FIELD
            and not _LINKS.search(text, near.end, start)
            and head_of(text, near.end, start)[0] == ""
        )

    def _task_before(self, low: int, start: int) -> bool:
        """Is all before the head of a group the work it is there for, called by a noun?"""
        text = self.text
        return (
            text.endswith("工作", low, start)
            and start - low <= _LONGEST_TASK
            and "的" not in text[low:start]
            and head_of(text, low, start)[0] == ""
        )

    def _acts(self, end: int) -> bool:
        """Does a ministry's act stand behind its name: 部 | 选择12个县开展试点?"""
        kind, verb = head_of(self.text, end, min(len(self.text), end + _ACT))
        return kind == "verb" and verb not in _SET_UP

    def _other_word(self, end: int) -> bool:
        """Does the last character of the head begin another word: 部 in 部分, 委 in 委托?"""
        if end >= len(self.text) or self.text[end] not in self.words.wrong.get(self.text[end - 1], ""):
            return False
        return not self.text.startswith(("会同", "会商", "事先", "理应", "实施", "长江"), end)

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
        if kind in LABELS and text.startswith(("：", ":"), end):
            return None  # 牵头单位：县教育局配合单位：…
        if near.end == start:
            return joined if text[start] != "各" else None
        if kind == "generic" and self._of_government(near, start, end):
            return joined  # 县级以上人民政府 | 水行政主管部门
        if (
            near.end == start - 1
            and text[near.end] == "的"
            and text[start:end] in _HEADED
            and words.followed(text, end)
        ):
            return joined  # 防汛抗旱指挥机构的 | 主要负责同志
        if kind == "organ" and text[near.end - 1] == "委" and _SHARED.match(text, near.end, start + 8):
            return joined  # 县委县政府督查室
        if text[near.end] in OWN_LEVEL:
            return None
        if kind in _PERSONAL and self.edges.back(near.end, start, whole=True) == near.end:
            return joined
        reach = 6 if kind == "department" and text[near.end - 1] in "委府" else 4 if kind in ("unit", "organ") else 0
        if start - near.end > reach or _LINKS.search(text, near.end, start) or words.followed(text, near.end):
            return None
        return joined if not words.cut.pattern.search(text, near.end, start) else None

    def _department(self, cut: int, low: int, start: int, end: int) -> Found | None:
        """A department with no known stem: 县营商办, 国际合作局; 部 alone where a ministry speaks of itself (部将…)."""
        text = self.text
        if start == low and text[start:end] == "部" and (text[end : end + 1] in "将要" or self._acts(end)):
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
        if (
            text[cut] in _OWN
            and cut == low
            and text[start:end] in ("办", "科", "处", "股", "室")
            and 2 < start - cut <= 8
        ):
            return cut, "level"  # 局安全办, 厅办公室
        if text[start:end] == "办" and cut == low and 2 <= start - cut <= 5 and text[start - 1] not in _HANDLES:
            plain = text.startswith(_OFFICE_ACTS, end)  # 人居办牵头
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
            if text[low] in _HANDED and start - low > 2:
                low += 1  # 报 | 县指挥部办公室备案
            called = text[start:end] in words.long and (_LEVEL_BEGIN.match(text, low) or self._task_before(low, start))
            if called and self.edges.verbs_only(low, start):
                return low, "head"  # 县优化营商环境工作领导小组, 土地执法检查工作领导小组
        if text[start:end] == "组" and (start - cut < 2 or text[start - 1] in "机分"):
            return None  # 水泵机组
        if cut < start and self._level_first(start):  # 改革 | 中央财政
            named = start - cut < 4 or _TWO_PLACES.fullmatch(text, cut, start) or official(text, cut, start + 1) == cut
            place = named and PLACE.fullmatch(text, cut, start)
            return (cut if place else max(modified, cut)), "head"
        if cut == start and text[start:end] in words.common:
            acted = word in _NOT_BEFORE or (word and words.cut_kinds[word] == "verb")
            return (start, "open") if followed and not acted else None
        cut = min(cut, modified)  # 中央和国家 + 机关工委
        if start - cut <= 14 and "的" not in text[cut:start] and (followed or modified == cut or word in ("由", "请")):
            return cut, "head"
        return (self.edges.place(low, modified), "modifier") if modified < start else None
