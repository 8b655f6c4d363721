"""Members of a group that the text sets up: 抢险救援组：由县消防队牵头，县公安局参加。负责…: whoever makes up a group owes its tasks with it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from extract.assignment import inside
from extract.bound import Bound
from extract.draft import Draft, first_from
from extract.model import Role
from extract.structure import Kind, Sentence

IS_GROUP = ("组", "专班", "分队")
_BEHIND = re.compile(r"(?:及(?:其)?(?:组成|成员)|(?:主要|工作)?职责(?:分工)?)*(?P<mark>[：:。；]|[（(]|\Z)")
_MADE_OF = re.compile(
    r"(?P<lead>由?[^。；：]{2,160}?牵头(?:负责|组建)?[，,])(?P<others>[^。；：]{2,300}?)(?:等[^，。；、]{0,8})?(?:参加|参与|配合|协助|组成|协同)(?=[，,。；）)\n]|\Z)"
    r"|由(?P<all>(?:(?!组织)[^。；：]){2,300}?)(?:等[^，。；、]{0,8})?(?:(?:共同|联合)?组成|组建)(?=[，,。；）)\n]|\Z)"
)
"""由县应急局牵头，县公安局、县水利局等单位参加; 由县公安局、各乡镇派出所组成"""
_LINE = re.compile(
    r"(?P<lead>(?:牵头|组长|主责|主办)(?:单位|部门)[：:])|(?P<others>(?:副组长|成员|组成|配合|参加|参与|协助|协办)(?:单位|部门)[：:]|成员[：:])"
    r"|(?P<person>(?:常务)?(?:副?组长|召集人|联络员)[：:])"
)
_POST = re.compile(r"(?:长|主任|书记|领导|同志|人|员|副职)\Z")
_MARKS = frozenset("：:。（(，, \u3000")
_AHEAD = 4  # sentences behind a group's name in which its members are told


class GroupMembers:
    """`of(i)`: the group and its members, for the tasks that stand behind what says who they are."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.text = draft, draft.text
        self.sentences = draft.outline.sentences
        self.held: dict[int, list[Bound]] = defaultdict(list)
        for index, one in enumerate(self.sentences):
            if one.cell is None and (group := self._group(one)) is not None:
                self._read(index, group)

    def of(self, index: int) -> list[Bound]:
        return self.held.get(index, [])

    def _group(self, one: Sentence) -> Bound | None:
        """The group that the sentence begins with and that stands there as a title: 抢险救援组：, 抢险救援组。, a heading."""
        at, bodies = one.body, self.draft.bodies
        place = first_from(bodies, at)
        named = bodies[place] if place < len(bodies) else None
        if named is None or named.start != at or named.end > one.end or not named.text.endswith(IS_GROUP):
            return None
        behind = _BEHIND.match(self.text, named.end, one.end)
        return Bound(at, named.end, Role.RESPONSIBLE, "duty", True) if behind is not None else None

    def _scope(self, index: int) -> Iterator[int]:
        """The sentences about the group from its name on: of its item, of the section it heads, else of its paragraph."""
        first, outline = self.sentences[index], self.draft.outline
        item = first.item if first.item is not None and outline.items[first.item].start == first.start else None
        section = None if item is not None or first.kind is not Kind.HEADING else first.section
        for at in range(index, len(self.sentences)):
            one = self.sentences[at]
            if at > index and self._group(one) is not None:
                return
            if item is not None:
                if item not in outline.chain(one):
                    return
            elif section is not None:
                if one.section != section:
                    return
            elif one.paragraph != first.paragraph:
                return
            yield at

    def _read(self, index: int, group: Bound) -> None:
        members: list[Bound] = []
        told = -1
        scope = list(self._scope(index))
        for at in scope[:_AHEAD]:
            one = self.sentences[at]
            if at == index and group.end >= one.end - 1:
                continue  # 抢险救援组。
            low = group.end if at == index else one.body
            found, end = self._members(low, one.end)
            if end == low:
                if at > index and one.kind is Kind.OBLIGATION:
                    break
                continue
            members += found
            told = at
            rest = self.text[end : one.end].strip("，,。；;：:）) \u3000")
            if not rest and one.kind in (Kind.OBLIGATION, Kind.LEADIN):
                one.kind, one.rule = Kind.CONTEXT, "members"
            elif rest and one.kind is Kind.OBLIGATION:
                self.held[at] += [*found, group]
                break
        if told < 0:
            return
        if not any(one.role is Role.LEAD for one in members):
            members = []  # led by a person: its members are told, and no more
        title = self.sentences[index]
        if group.end >= title.end - 1 and title.kind is Kind.OBLIGATION:
            title.kind, title.rule = Kind.TOPIC, "topic"
        whole = [one.elsewhere(inherited=True, rule="members") for one in (*members, group)]
        for at in scope:
            if at > told and self.sentences[at].kind is Kind.OBLIGATION:
                self.held[at] += whole

    def _members(self, low: int, high: int) -> tuple[list[Bound], int]:
        """The members told in text[low:high] and where that ends."""
        text = self.text
        at = low
        while at < high and text[at] in _MARKS:
            at += 1
        if (made := _MADE_OF.match(text, at, high)) is not None:
            if made["all"]:
                return self._named(made.start("all"), made.end("all"), Role.RESPONSIBLE), made.end()
            found = self._named(made.start("lead"), made.end("lead"), Role.LEAD)
            return ([*found, *self._named(*made.span("others"), Role.SUPPORT)] if found else []), made.end()
        found, end = [], low
        marks = list(_LINE.finditer(text, low, high))
        if not marks or at < marks[0].start():
            return [], low
        for mark, until in zip(marks, [*(each.start() for each in marks[1:]), high], strict=True):
            stop = text.find("。", mark.end(), until)
            end = until if stop < 0 else stop
            found += self._named(mark.end(), end, Role.LEAD if mark.lastgroup == "lead" else Role.SUPPORT)
        return found, end

    def _named(self, low: int, high: int, role: Role) -> list[Bound]:
        mentions = [one for one in inside(self.draft.bodies, low, high) if not _POST.search(one.text)]
        return [Bound(one.start, one.end, role, "members", kind=one.rule) for one in mentions]
