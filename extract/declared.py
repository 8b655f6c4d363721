"""For which sentences an assignment holds: 下同, 不再列出, brackets behind items, lines before and behind them, headings.

A bracket holds for the sentences since the bracket before it in the same item; one in a heading for all under the heading;
lines that only name bodies for the item they stand in, or, right under a task's title, for the title and what follows it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict

from extract.assignment import inside
from extract.body_words import body_words
from extract.bound import Bound, bind
from extract.draft import Draft
from extract.first_named import find_first, first_leads
from extract.gapped import gapped
from extract.model import Role
from extract.sieve import Sieve
from extract.spot import Spot
from extract.spot_reach import SpotReach
from extract.spots import find_spots
from extract.structure import Kind

_SAME = re.compile(r"下同|以下同|后同|以下类同|均同此")
_REST = Sieve(
    r"(?P<way>以下|以上|上述|下列)(?:各项)?(?:工作|任务|事项|内容|措施|条款|行动|举措|要求|工程)?[^，。；]{0,4}?(?:均|都|一律)[需由要应须请]?(?P<who>[^。；]{2,40}?)"
    r"(?P<act>配合|协助|参与|参加|督促检查|督办|督查|监督|负责|牵头|指导|落实|实施|执行|承担|办理)[^。；]{0,12}(?:不再|不另|不一一|恕不)[^。；]{0,6}(?:列|注|标|写|说明|重复)"
)
_ALL = re.compile(r"(?:以上|上述|本(?:方案|要点|意见|计划|清单|表))[^。；]*\Z")
_CONCERNS = re.compile(
    r"(?:具体|各项|以上|以下)?(?:任务|工作|事项)?[均都]涉及(?P<who>[^，。；]{2,30})[，,]?[^。；]{0,4}(?:不再|不另|不一一|恕不)[^。；]{0,10}"
)
"""具体任务均涉及相关市（州）人民政府，不再做分工，下同: of every task from there on."""
_UNMARKED = Sieve(
    r"(?:未标注|没有标注|未列明|未注明|未明确|没有注明|未作标注)(?:责任|牵头)?(?:单位|科室|处室|部门)?的(?:事项|任务|工作|条目)?[，,]?(?:均|一律|都)?由(?P<who>[^，。；]{2,20}?)(?:组织)?(?:落实|负责|承担|办理|牵头)"
)
"""…，未标注的由对应业务科室落实: what no bracket names."""
_NO_MORE = ("不再", "不另", "不一一", "恕不")
_REST_ROLES = {
    "配合": Role.SUPPORT,
    "协助": Role.SUPPORT,
    "参与": Role.SUPPORT,
    "参加": Role.SUPPORT,
    "负责": Role.RESPONSIBLE,
    "牵头": Role.LEAD,
    **dict.fromkeys(("落实", "实施", "执行", "承担", "办理"), Role.RESPONSIBLE),
}
_HEADED = re.compile(
    r"(?:(?P<first>[一-龥]{2,3})(?:同志|(?:常务)?副?(?:[省市县区州旗镇乡局厅部处科]长|书记|主任|主席)))(?:牵头|负责|领衔|主抓|分管)(?:的)?(?:重点|主要)?(?:工作|任务|事项|项目)?$"
)
"""一、王丹县长牵头重点工作: a heading over the tasks that a leader answers for."""
_LEADING = ("牵头", "领衔", "主抓")
_ANSWERS = ("工作", "任务", "事项", "项目", "牵头", "负责", "领衔", "主抓", "分管")


class Declared:
    """Assignments of a draft: `of(i)` are the bodies that hold for sentence i, `spans` what they cover in the text."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.text = draft.text
        self.sentences = draft.outline.sentences
        self.held: dict[int, list[Bound]] = defaultdict(list)
        self.spots = find_spots(draft)
        self.spans = [(spot.start, spot.end) for spot in self.spots]
        self._rows()
        self.reach = SpotReach(draft, self.spots)
        groups = self._groups()
        self._lead_first(groups)
        for number, group in enumerate(groups):
            self._hold(group, groups[number + 1] if number + 1 < len(groups) else None)
        self._rest()
        self._headed()

    def _rows(self) -> None:
        """The last cells of table rows that only blanks part."""
        for row in gapped(self.draft):
            self.spans.append((row.start, row.end))
            for index in range(row.first, row.last + 1):
                self.held[index] += [one.elsewhere(inherited=True, rule="line") for one in row.bounds]
        self.spans.sort()

    def of(self, index: int) -> list[Bound]:
        return self.held.get(index, [])

    def _groups(self) -> list[list[Spot]]:
        """Lines that follow each other (牵头单位：…, 配合单位：…) assign together."""
        groups: list[list[Spot]] = []
        for spot in self.spots:
            before = groups[-1][-1] if groups else None
            if (
                before is not None
                and before.place == spot.place == "own"
                and all(self.sentences[at].rule == "responsible-line" for at in range(before.last + 1, spot.first))
                and self.sentences[spot.first].kind
                is not Kind.OBLIGATION  # 以上工作由…牵头: of more than the line before
            ):
                groups[-1].append(spot)
            else:
                groups.append([spot])
        return groups

    # -- roles

    def _lead_first(self, groups: list[list[Spot]]) -> None:
        """列第一位者为牵头单位: for one bracket, or with 下同 for all from there on."""
        since = len(self.text)
        for match in find_first(self.text, 0, len(self.text)):
            if _SAME.search(self.text, match.end(), match.end() + 12) or not self._spotted(match.start()):
                since = match.start()
                if _ALL.search(self.text, max(0, since - 24), since) is not None:
                    since = 0  # 以上各项，括号内排在第一位的…
                break
        for group in groups:
            if group[-1].end > since or any(find_first(self.text, group[0].start, group[-1].end)):
                first_leads(self.text, [one for spot in group for one in spot.bounds if one.rule != "heading"])

    def _spotted(self, at: int) -> bool:
        place = bisect_right(self.spans, (at, len(self.text))) - 1
        return place >= 0 and at < self.spans[place][1]

    # -- scope

    def _hold(self, group: list[Spot], following: list[Spot] | None) -> None:
        spot = group[0]
        bounds = [one.elsewhere(inherited=True, rule=_rule(spot, one)) for each in group for one in each.bounds]
        acting = spot.place == "own" and self.sentences[spot.first].kind is Kind.OBLIGATION
        if acting or spot.place in ("tail", "heading", "inner", "title"):
            self.held[spot.first] += [one.elsewhere(inherited=False) for one in bounds]
        if spot.place == "inner":
            return
        for index in self.reach.of(group, following):
            self.held[index] += bounds

    def _rest(self) -> None:
        """“以下均需相关乡镇配合，不再列出”, “以上任务均由县政府办督促检查，不再列出”."""
        starts = [one.start for one in self.sentences]
        closed = any(word in self.text for word in _NO_MORE)  # most texts hold none of these, and the patterns are slow
        for match in _REST.finditer(self.text) if closed else ():
            mentions = inside(self.draft.bodies, match.start("who"), match.end("who"))
            role = _REST_ROLES.get(match.group("act"), Role.SUPERVISE)
            bounds = [bind(one, role, "rest", inherited=True) for one in mentions]
            at = bisect_right(starts, match.start()) - 1
            reached = range(at + 1, len(starts)) if match.group("way") in ("以下", "下列") else range(at)
            bare = match.group("way") == "以下" and not any(spot.start > match.end() for spot in self.spots)
            for index in reached:  # “不再列出” speaks of the lists: of tasks that have one, of all where none follows
                below = bare and self.sentences[index].kind is Kind.OBLIGATION
                if self.held[index] or below or not self.spots:
                    self.held[index] += bounds
        for match in _CONCERNS.finditer(self.text) if closed and "涉及" in self.text else ():
            mentions = inside(self.draft.bodies, match.start("who"), match.end("who"))
            bounds = [bind(one, Role.RESPONSIBLE, "rest", inherited=True) for one in mentions]
            for index in range(bisect_right(starts, match.start()), len(starts)):
                self.held[index] += bounds
        for match in _UNMARKED.finditer(self.text) if self.spots else ():
            bound = Bound(*match.span("who"), Role.RESPONSIBLE, "rest", True, kind="listed")
            at = bisect_right(starts, match.start()) - 1
            for index in range(at):
                if not self.held[index] and self.spots and self.sentences[index].kind is Kind.OBLIGATION:
                    self.held[index] += [bound]

    def _headed(self) -> None:
        """Headings that say which leader answers for the tasks under them."""
        starts = [one.start for one in self.sentences]
        for section in self.draft.outline.sections:
            match = _HEADED.search(section.heading) if section.heading.endswith(_ANSWERS) else None
            if match is None or match["first"][0] not in body_words().surnames:
                continue
            start = self.text.find(match["first"], section.start, section.heading_end)
            role = Role.LEAD if any(word in match.group() for word in _LEADING) else Role.RESPONSIBLE
            bound = Bound(start, start + len(match["first"]), role, "heading", True, kind="person")
            for index in range(bisect_left(starts, section.heading_end), bisect_left(starts, section.end)):
                self.held[index].append(bound.elsewhere())


def _rule(spot: Spot, one: Bound) -> str:
    if one.rule == "first-named":
        return one.rule
    return {"own": "line", "heading": "heading-bracket"}.get(spot.place, "bracket")
