"""Names of bodies in a text: from the word they end in back to where they begin.

A name ends in a head (局, 委员会, 部门, 乡镇, 负责人…). What stands before it tells where the name begins: the stem of a
department (财政, 农业农村…), levels and modifiers (各, 有关, 县直…), a place, else the last cut (a mark, a preposition, a
governing verb). Heads that are common words (企业, 地区, 人员) count only where something follows that follows a subject.
"""

from __future__ import annotations

import re
from functools import cache

from extract.body_begins import LABELS, OWN_LEVEL, Begins
from extract.body_edges import Edges
from extract.body_name import REACH, Name
from extract.body_whole import whole_name
from extract.body_words import ORGANS, body_words
from extract.heads import head_of
from extract.lexicon import classes

_OF_FIRMS = re.compile("融资|信用|职工|员工|协会|基金|名录|所得|登记|名称|债券|年金|文化|资质|贷款|主?管(?=[部单机])")
_SUFFERED = frozenset("灾益援访托影损")
_APART = re.compile("(?:财政部门|人民政府|领导|指挥部)$")  # 市、区财政部门: two
_SEVERAL = frozenset("两三四")  # 市、县两级财政部门: one
_SINGLE = re.compile(r"各?[省市州县区乡]、")
_OF_LEVELS = re.compile("的[省市州县区]、")
_AGENT = 12  # characters from 由 to the end of a name
_NOT_BY = frozenset("于此来衷浅")
_COMMON = frozenset(("open", "firm"))  # rules of names that are common words
_COMMON_KINDS = frozenset(("area", "firm", "people", "post"))
_OPEN = frozenset(("level", "head", "stem"))  # rules by which a name begins at the last cut
_NOT_HEAD = frozenset("会")
_LEVEL_ENDS = frozenset("省市县区州旗镇乡各")
_LEVEL_BEGINS = frozenset("省市县州镇乡")  # not 区: 开发区
_POST_ENDS = frozenset("长记任员席")
_APPOINTED = frozenset("任担兼为、和与及")
_REASONS = frozenset("理自缘事因案")
_CHARGED = re.compile("牵头|配合|责任|协办|主办|承办|参与|督办|实施|落实")


@cache
def _governing() -> frozenset[str]:
    """Verbs that take common names as objects: 厚植企业…"""
    return frozenset(word for word, key in classes("verbs", "verbs").items() if key in ("push", "build"))


def _places(text: str, mark: str) -> list[int]:
    """Where the character stands, in order."""
    found: list[int] = []
    at = text.find(mark)
    while at >= 0:
        found.append(at)
        at = text.find(mark, at + 1)
    return found


_ORGAN_AHEAD = re.compile(f"[\u4e00-\u9fff]{{0,8}}{ORGANS}")
"""市“两新” | 组织党工委"""


class Names:
    """Finds the names of one text, left to right, in linear time. `blocked`: spans that hold no names (titles)."""

    def __init__(self, text: str, blocked: list[tuple[int, int]]) -> None:
        self.text = text
        self.words = body_words()
        kept = [match.span() for match in self.words.kept.finditer(text)]
        self.opening = dict(kept)
        self.edges = Edges(text, kept)
        self.begins = Begins(text, self.words, self.edges, self.opening)
        self.blocked = sorted(kept + blocked)

    def headed(self) -> list[Name]:
        """The names that end in a head, sorted, not overlapping."""
        found: list[Name] = []
        blocked, block = self.blocked, 0
        text, words = self.text, self.words
        ends, certain = words.heads.ends, words.certain
        blocks = len(blocked)
        agents, by = [-_AGENT - 1, *_places(text, "由")], 0
        acts = len(agents) - 1
        for at in self.words.hit.places(text):
            pair, last = text[at - 1 : at + 1], text[at]
            if pair not in ends and last not in ends:
                continue
            followed = words.followed(text, at + 1)
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
            if name.kind != "area" and text[name.start] in OWN_LEVEL and text[name.start - 1 : name.start] == "、":
                if (
                    found
                    and _SINGLE.fullmatch(text, found[-1].start, name.start)
                    and not (
                        found[-1].end - found[-1].start == 1
                        and text[name.start + 1] not in _SEVERAL
                        and _APART.search(text, name.start, name.end)
                    )
                ):
                    name.start = found[-1].start  # 省、市有关部门
                elif _OF_LEVELS.match(text, max(0, name.start - 3)):
                    name.start -= 2  # 所在地的区、县文物行政管理部门
            while found and found[-1].start >= name.start:
                found.pop()
            if not found or found[-1].end <= name.start:
                found.append(name)
        return found

    def _behind_verbs(self, begin: int, head: int) -> int:
        """做大做强 | 县供销社: where the name begins behind governing verbs, if a level stands there."""
        at = begin
        while at < head:
            kind, verb = head_of(self.text, at, head)
            if kind != "verb":
                break
            at = self.text.index(verb, at) + len(verb)
        return at if at < head and self.text[at] in _LEVEL_BEGINS else begin

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
        if kind == "area" and words.kinds.get(text[start : end + 1]) == "area":
            return None  # 各乡 | 镇（街道）党委: the longer word, or what it belongs to
        if kind == "area" and text[end : end + 1] == "级" and text[end - 1] in _LEVEL_ENDS:
            return None  # 各省 | 级财政部门
        close = self.opening.get(end, end)
        if close != end:
            stands = words.followed(text, close) or (kind == "generic" and text[end - 2 : end] in words.certain)
            if not stands or (text[end] == "“" and _ORGAN_AHEAD.match(text, close)):
                return None
            if text[end] == "“":
                kind = "people"  # 村“第一书记”
        followed = followed or text[low:start] == "由"
        near = before if before is not None and low <= before.end <= start else None
        if end - start == 2 and text.startswith("政府采购", start):
            return None  # 政府采购应当…
        if kind == "firm" and _OF_FIRMS.match(text, end):
            return None  # 企业 | 融资担保基金
        if text[low] == "受" and text[low + 1] not in _SUFFERED and text.startswith("委托", end):
            return None  # 受县财政局委托
        found = self.begins.begin(low, start, end, kind, near, followed)
        if kind not in _COMMON_KINDS and (found is None or found[0] > low):
            whole = whole_name(text, self.edges, low, end)
            if whole >= 0 and (found is None or whole < found[0]):
                return Name(whole, end, kind, "head")
        if found is None:
            return None
        begin, rule = found
        if rule in _COMMON or rule == "place":
            opens, verb = head_of(text, begin, end)
            if opens == "verb" if rule == "place" else verb in _governing():
                return None  # 选取江州, 厚植 | 企业…
        if rule in _OPEN and text[start:end] not in words.long:
            begin = self._behind_verbs(begin, start)
        if kind in LABELS and text.startswith(("：", ":"), end) and (rule != "stem" or _CHARGED.match(text, start)):
            return None  # 责任单位：, also right behind a name
        whose = near is not None and near.end == begin and text[begin] == "各"
        if near is not None and whose and near.kind == "area" and text.startswith("各级", begin):
            begin = near.start  # 地方 + 各级人民政府
        elif (
            near is not None
            and whose
            and (
                (near.kind == "organ" and kind == "generic" and text[near.start] != "各")
                or text.endswith("机关", near.start, near.end)
            )
        ):
            begin = near.start  # 市政府 + 各有关部门
        joins = rule == "stem" and near is not None and near.end == begin and near.kind != "people"
        if joins and near is not None and text[begin] not in OWN_LEVEL:
            begin = near.start  # 县委 + 组织部
        return Name(begin, close, kind, rule)
