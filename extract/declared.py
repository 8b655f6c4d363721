"""For which sentences an assignment holds: 下同, 不再列出, brackets behind items, lines before and behind them, headings.

A bracket holds for the sentences since the bracket before it in the same item; one in a heading for all under the heading;
lines that only name bodies for the item they stand in, or, right under a task's title, for the title and what follows it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict

from extract.assignment import find_first, first_leads, inside
from extract.body_words import body_words
from extract.bound import Bound, bind
from extract.draft import Draft
from extract.model import Kind, Role, Sentence
from extract.sieve import Sieve
from extract.spots import ALL, Spot, find_spots

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
_ANSWERS = ("工作", "任务", "事项", "项目", "牵头", "负责", "领衔", "主抓", "分管")
_FARTHEST = 200  # items back of which an assignment may speak
_TITLE = 60  # characters of a task's title at most


class Declared:
    """Assignments of a draft: `of(i)` are the bodies that hold for sentence i, `spans` what they cover in the text."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.text = draft.text
        self.sentences = draft.outline.sentences
        self.headings = {one.start: one for one in draft.outline.sections}
        self.items = [one.start for one in draft.outline.items]
        self.held: dict[int, list[Bound]] = defaultdict(list)
        self.spots = find_spots(draft)
        self.counted = {spot.first for spot in self.spots if spot.above}  # none reaches past another
        self.spans = [(spot.start, spot.end) for spot in self.spots]
        self.places = {index: spot.place for spot in self.spots for index in range(spot.first, spot.last + 1)}
        groups = self._groups()
        self._lead_first(groups)
        for number, group in enumerate(groups):
            self._hold(group, groups[number + 1] if number + 1 < len(groups) else None)
        self._rest()
        self._headed()

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
                and spot.first <= before.last + 1
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
        if acting or spot.place in ("tail", "heading", "inner"):
            self.held[spot.first] += [one.elsewhere(inherited=False) for one in bounds]
        if spot.place == "inner":
            return
        if spot.above:
            reached = self._items_above(spot)
        elif spot.place == "paragraph":
            reached = self._paragraph(spot)
        elif spot.place == "heading":
            reached = self._under(spot.first)
        elif self._title(group) is not None:
            reached = [spot.first - 1, *self._after(group[-1], self._title(following))]
        else:
            reached = self._before(spot)
            if spot.place == "own":
                reached += self._list_above(group, reached)
            acts = any(self.sentences[index].kind is Kind.OBLIGATION for index in reached)
            if spot.place == "own" and not acts:
                reached = self._after(group[-1], None)
        for index in reached:
            self.held[index] += bounds

    def _title(self, group: list[Spot] | None) -> int | None:
        """The sentence right before lines of bodies, if it is a task's title: a short line of its own without a stop."""
        if group is None or group[0].place != "own" or group[0].first == 0:
            return None
        at = group[0].first - 1
        one, line = self.sentences[at], self.sentences[group[0].first]
        alone = at == 0 or self.sentences[at - 1].paragraph != one.paragraph
        titled = (
            alone and one.paragraph != line.paragraph and len(one.text) <= _TITLE and one.text[-1] not in "。；;！!，"
        )
        return at if titled and one.cell is None and at not in self.places else None

    def _chain(self, one: Sentence) -> list[int]:
        """Items that the sentence is in, the innermost first."""
        items, found, item = self.draft.outline.items, [], one.item
        while item is not None:
            found.append(item)
            item = items[item].parent
        return found

    def _within(self, index: int, spot: Spot) -> bool:
        """Is the sentence in the item of the spot, or, where the spot is in none, in the same stretch of text?"""
        one, holder = self.sentences[index], self.sentences[spot.first]
        if one.cell is not None:
            return False
        if holder.item is not None:
            return holder.item in self._chain(one)
        if one.item is not None and spot.place != "own":
            return False
        alone = spot.first == 0 or self.sentences[spot.first - 1].paragraph != holder.paragraph
        return one.section == holder.section and (one.paragraph == holder.paragraph or (spot.place == "own" and alone))

    def _before(self, spot: Spot) -> list[int]:
        """Back to the assignment before, the item's begin, or the heading."""
        found: list[int] = []
        index = spot.first - 1
        while index >= 0 and self._within(index, spot):
            place = self.places.get(index)
            if place in ("own", "tail", "heading"):
                break
            one = self.sentences[index]
            found.append(index)
            heading = one.start in self.headings and one.kind is not Kind.OBLIGATION
            if place == "head" or (heading and spot.place == "own" and one.item is None):
                break
            index -= 1
        return found

    def _after(self, spot: Spot, until: int | None) -> list[int]:
        """On to the next assignment, or the title `until`, inside the item or section."""
        found: list[int] = []
        index = spot.last + 1
        loose = self.sentences[spot.first].item is None
        while index < len(self.sentences) and index != until and index not in self.places and self._within(index, spot):
            if loose and self.sentences[index].start in self.headings:
                break
            found.append(index)
            index += 1
        return found

    def _items_above(self, spot: Spot) -> list[int]:
        """以上三项: the sentences of so many items that end before it, of the innermost level that has so many."""
        at = self.sentences[spot.first].item
        if at is None:  # a line of its own behind the items
            before = bisect_left(self.items, spot.start) - 1
            at = before if before >= 0 else None
        if at is None:
            return self._before(spot)
        low = self._section(spot) if spot.above == ALL else self._item_above(at, spot.above)
        found: list[int] = []
        index = spot.first - 1
        while index >= 0 and self.sentences[index].start >= low and index not in self.counted:
            if index not in self.places:
                found.append(index)
            index -= 1
        return found

    def _list_above(self, group: list[Spot], reached: list[int]) -> list[int]:
        """The items before the last one of a list, where lines that assign stand behind the whole list and nowhere in it.

        整改措施：1.…2.…3.… | 责任单位：…: of all measures, the next heading follows.
        """
        spot, items, sentences = group[0], self.draft.outline.items, self.sentences
        item = sentences[spot.first].item
        after = group[-1].last + 1
        if item is None or not reached or sentences[spot.first].start in self.headings:
            return []
        one = items[item]
        if after < len(sentences) and sentences[after].item is not None:
            following = items[sentences[after].item or 0]
            if following.parent == one.parent and following.level == one.level:
                return []  # the list goes on
        if sentences[spot.first].paragraph == sentences[spot.first - 1].paragraph:
            return []
        low = self._item_above(item, _FARTHEST) if one.parent is None else items[one.parent].start
        low = max(low, self._section(spot))
        found: list[int] = []
        index = min(reached) - 1
        while index >= 0 and sentences[index].start >= low:
            place = self.places.get(index)
            if place is not None or sentences[index].cell is not None:
                return []  # others in the list have their own
            found.append(index)
            index -= 1
        return found

    def _item_above(self, at: int, count: int) -> int:
        """Where the first of `count` items begins that end with item `at`, else with the items it is in."""
        items = self.draft.outline.items
        while True:
            one, first, left = items[at], at, count - 1
            for index in range(at - 1, max(-1, at - 1 - _FARTHEST), -1):
                if left == 0 or items[index].level < one.level:
                    break
                if items[index].level == one.level and items[index].parent == one.parent:
                    first, left = index, left - 1
            if left == 0 or one.parent is None:
                return items[first].start
            at = one.parent

    def _section(self, spot: Spot) -> int:
        """Where the section begins that holds the items."""
        sections, section = self.draft.outline.sections, self.sentences[spot.first].section
        while section is not None:
            start = sections[section].start
            place = bisect_left(self.items, start)
            if place == len(self.items) or self.items[place] != start:
                return start
            section = sections[section].parent
        return 0

    def _paragraph(self, spot: Spot) -> list[int]:
        """The sentences behind it in its paragraph, else those before."""
        paragraph = self.sentences[spot.first].paragraph
        found: list[int] = []
        for step, first in ((1, spot.last + 1), (-1, spot.first - 1)):
            at = first
            while 0 <= at < len(self.sentences) and self.sentences[at].paragraph == paragraph and at not in self.places:
                found.append(at)
                at += step
            if found:
                break
        return found

    def _under(self, heading: int) -> list[int]:
        """Sentences under a heading."""
        section = self.headings[self.sentences[heading].start]
        found: list[int] = []
        index = heading + 1
        while index < len(self.sentences) and self.sentences[index].start < section.end:
            found.append(index)
            index += 1
        return found

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
            role = Role.RESPONSIBLE if "牵头" not in match.group() and "领衔" not in match.group() else Role.LEAD
            bound = Bound(start, start + len(match["first"]), role, "heading", True, kind="person")
            for index in range(bisect_left(starts, section.heading_end), bisect_left(starts, section.end)):
                self.held[index].append(bound.elsewhere())


def _rule(spot: Spot, one: Bound) -> str:
    if one.rule == "first-named":
        return one.rule
    return {"own": "line", "heading": "heading-bracket"}.get(spot.place, "bracket")
