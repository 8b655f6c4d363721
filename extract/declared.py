"""Bodies that the document assigns to whole stretches: brackets behind items, lines 责任单位：…, headings, 下同 and 不再列出.

A bracket holds for the sentences since the bracket before it in the same item; one in a heading for all under the heading;
a line that only names bodies for the item it stands in, before or behind.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.assignment import FIRST, LABEL, assigned, first_leads, inside
from extract.bound import Bound
from extract.draft import Draft
from extract.model import Kind, Role

_BRACKETS = re.compile(r"[（(【〔［\[）)】〕］\]\n]")
_OPEN = frozenset("（(【〔［[")
_LONGEST = 400
_ACTS_LAST = re.compile(
    r"(?:负责|牵头|配合|参与|落实|指导|督办|监督|协助|承办|协办|实施|执行|办理|推进|支持|抓落实)(?:落实|实施|推进|办理|工作)?[。；，、\s]*(?:等)?$"
)
_SAME = re.compile(r"下同|以下同|后同|以下类同|均同此")
_LISTED = re.compile(r"(?:等[^，；、。]{0,8}?(?:部门|单位|机构)?|[、，；和及与\s]|以及|（[^（）]{0,12}）)*")
_REST = re.compile(
    r"(?P<way>以下|以上|上述|下列)(?:各项)?(?:工作|任务|事项|内容|措施|条款)?[^，。；]{0,4}?(?:均|都|一律)[需由要应须请]?(?P<who>[^。；]{2,40}?)(?P<act>配合|协助|参与|督促检查|督办|督查|监督|负责|牵头|指导)[^。；]{0,12}(?:不再|不另|不一一|恕不)[^。；]{0,6}(?:列|注|标|写|说明|重复)"
)
_REST_ROLES = {
    "配合": Role.SUPPORT,
    "协助": Role.SUPPORT,
    "参与": Role.SUPPORT,
    "负责": Role.RESPONSIBLE,
    "牵头": Role.LEAD,
}
_DUTY = re.compile(
    r"(?:及其|的|等)?(?:主要|工作|具体|基本)*(?:职责|职能|职责任务|职责分工|任务|工作任务|责任|责任分工|工作职责)?[：:。]?"
)
_ALONE = re.compile(r"(?:此|该|以上|上述|这|本)(?:项|些|条)?(?:工作|任务|事项)?(?:统一|具体)?由")


@dataclass(slots=True)
class Spot:
    """One assignment: where it stands, whom it names, and which sentences it holds for is decided by `place`.

    own: alone in its sentence; head: before a sentence's words (holds for what came before); tail: behind them; heading: in a heading.
    """

    first: int
    last: int
    start: int
    end: int
    place: str
    bounds: list[Bound]


class Declared:
    """Assignments of a draft: `of(i)` are the bodies that hold for sentence i, `spans` what they cover in the text."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.text = draft.text
        self.sentences = draft.outline.sentences
        self.starts = [one.start for one in self.sentences]
        self.headings = {one.start: one for one in draft.outline.sections}
        self.held: dict[int, list[Bound]] = defaultdict(list)
        self.owners: dict[int, list[Bound]] = {}
        self.spots = sorted(self._find(), key=lambda spot: spot.start)
        self.spans = [(spot.start, spot.end) for spot in self.spots]
        self._lead_first()
        self._spread()
        self._rest()

    def of(self, index: int) -> list[Bound]:
        return self.held.get(index, [])

    # -- finding

    def _find(self) -> Iterator[Spot]:
        taken = -1
        for start, end in self._brackets():
            if start < taken:
                continue
            spot = self._bracket(start, end)
            if spot is not None:
                taken = end
                yield spot
        spans: list[tuple[int, int]] = []
        for index, one in enumerate(self.sentences):
            if one.cell is not None:
                continue
            begin = one.body
            label = LABEL.match(self.text, begin, one.end)
            if (label is not None and label.lastgroup != "other") or _ALONE.match(self.text, begin, one.end):
                if spans and spans[-1][1] > begin:
                    continue
                mentions = inside(self.draft.bodies, begin, one.end)
                bounds = assigned(self.text, begin, one.end, mentions, Role.RESPONSIBLE, persons=True)
                if bounds:
                    yield Spot(index, index, one.start, one.end, "own", bounds)

    def _brackets(self) -> Iterator[tuple[int, int]]:
        """(start, end) of outermost brackets on one line, their marks included."""
        stack: list[int] = []
        for match in _BRACKETS.finditer(self.text):
            mark = match.group()
            if mark == "\n":
                stack.clear()
            elif mark in _OPEN:
                stack.append(match.start())
            elif stack:
                start = stack.pop()
                if not stack and 3 < match.end() - start <= _LONGEST:
                    yield start, match.end()

    def _bracket(self, start: int, end: int) -> Spot | None:
        text = self.text
        index = bisect_right(self.starts, start) - 1
        if index < 0 or self.sentences[index].cell is not None:
            return None
        low, high = start + 1, end - 1
        label = LABEL.match(text, low, high)
        acts = _ACTS_LAST.search(text, max(low, high - 12), high)
        first = FIRST.search(text, low, high)
        mentions = inside(self.draft.bodies, low, high)
        if label is not None:
            if label.lastgroup == "other" and not mentions:
                return None
        elif (not mentions and not first) or (not acts and not first and not self._only(low, high, start)):
            return None
        one = self.sentences[index]
        last = index
        while last + 1 < len(self.sentences) and self.sentences[last + 1].start < end:
            last += 1
        before = text[one.body : start].strip() if start > one.body else ""
        after = text[end : self.sentences[last].end].strip(" 。；;，,、　")
        if before and after:
            return None
        place = "tail" if before else "head" if after else "own"
        if one.start in self.headings and before:
            place = "heading"
        until = first.start() if first is not None else high
        bounds = assigned(
            text, low, until, [one for one in mentions if one.end <= until], Role.RESPONSIBLE, persons=label is not None
        )
        if place == "heading":  # 综合协调组（县政府办、发改局）: the group itself is bound, too
            heads = [one for one in inside(self.draft.bodies, one.body, start) if one.end == start]
            bounds = [
                Bound(head.start, head.end, Role.RESPONSIBLE, "heading", kind=head.rule) for head in heads
            ] + bounds
        if not bounds:
            return None
        return Spot(index, last, start, end, place, bounds)

    def _only(self, low: int, high: int, start: int) -> bool:
        """Does the bracket hold nothing but names of bodies: several, or one behind a stop?"""
        mentions = inside(self.draft.bodies, low, high)
        at = low
        for one in mentions:
            if not _LISTED.fullmatch(self.text, at, one.start):
                return False
            at = one.end
        if not _LISTED.fullmatch(self.text, at, high):
            return False
        return len(mentions) > 1 or self.text[max(0, start - 1)] in "。；;\n" or start == 0

    # -- roles

    def _lead_first(self) -> None:
        """列第一位者为牵头单位: for one bracket, or with 下同 for all from there on."""
        since: int | None = None
        for match in FIRST.finditer(self.text):
            if _SAME.search(self.text, match.end(), match.end() + 12) or not self._spotted(match.start()):
                since = match.start()
                break
        for spot in self.spots:
            if (since is not None and spot.end > since) or FIRST.search(self.text, spot.start, spot.end):
                first_leads(self.text, [one for one in spot.bounds if one.rule != "heading"])

    def _spotted(self, at: int) -> bool:
        place = bisect_right(self.spans, (at, len(self.text))) - 1
        return place >= 0 and at < self.spans[place][1]

    # -- scope

    def _chain(self, index: int) -> list[int]:
        """Items that the sentence is in, the innermost first."""
        items, found = self.draft.outline.items, []
        item = self.sentences[index].item
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
            return holder.item in self._chain(index)
        if one.item is not None and spot.place != "own":
            return False
        return one.section == holder.section and (one.paragraph == holder.paragraph or spot.place == "own")

    def _spread(self) -> None:
        ended: dict[int, str] = {}
        for spot in self.spots:
            for index in range(spot.first, spot.last + 1):
                ended[index] = spot.place
        number = 0
        while number < len(self.spots):
            group = [self.spots[number]]
            while (
                group[-1].place == "own"
                and number + len(group) < len(self.spots)
                and self.spots[number + len(group)].place == "own"
                and self.spots[number + len(group)].first <= group[-1].last + 1
            ):
                group.append(self.spots[number + len(group)])
            number += len(group)
            self._hold(group, ended)

    def _hold(self, group: list[Spot], ended: dict[int, str]) -> None:
        spot = group[0]
        bounds = [replace(one, inherited=True, rule=_rule(spot, one)) for each in group for one in each.bounds]
        if spot.place == "heading":
            for index in self._under(spot.first):
                self.held[index] += bounds
            if self.sentences[spot.first].kind is Kind.OBLIGATION:
                self.held[spot.first] += [replace(one, inherited=False) for one in bounds]
            return
        reached = self._before(spot, ended)
        if spot.place == "tail":
            self.held[spot.first] += [replace(one, inherited=False) for one in bounds]
        elif not any(self.sentences[index].kind is Kind.OBLIGATION for index in reached) and spot.place == "own":
            reached = self._after(group[-1], ended)
        for index in reached:
            self.held[index] += bounds

    def _before(self, spot: Spot, ended: dict[int, str]) -> list[int]:
        found: list[int] = []
        index = spot.first - 1
        while index >= 0 and self._within(index, spot):
            place = ended.get(index)
            if place in ("own", "tail", "heading"):
                break
            one = self.sentences[index]
            found.append(index)
            if place == "head" or (
                one.start in self.headings
                and one.kind is not Kind.OBLIGATION
                and spot.place == "own"
                and one.item is None
            ):
                break
            index -= 1
        return found

    def _after(self, spot: Spot, ended: dict[int, str]) -> list[int]:
        found: list[int] = []
        index = spot.last + 1
        while index < len(self.sentences) and self._within(index, spot) and index not in ended:
            if self.sentences[index].start in self.headings and self.sentences[spot.first].item is None:
                break
            found.append(index)
            index += 1
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
        for match in _REST.finditer(self.text):
            mentions = inside(self.draft.bodies, match.start("who"), match.end("who"))
            role = _REST_ROLES.get(match.group("act"), Role.SUPERVISE)
            bounds = [Bound(one.start, one.end, role, "rest", True, kind=one.rule) for one in mentions]
            at = bisect_right(self.starts, match.start()) - 1
            reached = range(at + 1, len(self.sentences)) if match.group("way") in ("以下", "下列") else range(at)
            for index in reached:
                self.held[index] += bounds


def _rule(spot: Spot, one: Bound) -> str:
    if one.rule == "first-named":
        return one.rule
    return {"own": "line", "heading": "heading-bracket"}.get(spot.place, "bracket")
