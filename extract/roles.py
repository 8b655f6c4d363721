"""Who owes each obligation and in which role, inherited ones included (`draft.roles`)."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from extract.columns import column_bodies
from extract.declared import Declared
from extract.draft import Draft, within
from extract.inherit import Scope, elided
from extract.model import BodyMention, Kind, Mention, Role, Sentence
from extract.registry import Resolution, resolve
from extract.bound import Bound
from extract.subjects import own


def roles(draft: Draft) -> None:
    """Fills `draft.roles` for every obligation: its own bodies, those assigned to it, those it inherits."""
    _Binder(draft).bind()


class _Binder:
    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.text = draft.text
        self.sentences = draft.outline.sentences
        self.declared = Declared(draft)
        self.columns = column_bodies(draft)
        self.scope = Scope()
        self.leads: dict[int, list[Bound]] = {}
        self.owned: dict[int, list[Bound]] = {}
        self.duties = Duties(draft)
        self.resolutions: dict[str, Resolution] = {}
        self.rows: set[tuple[int, int]] = set()
        self.left: set[int] = set()  # items whose later sentences have left the list of their lead-in

    def bind(self) -> None:
        for one in self.sentences:
            if one.kind is not Kind.OBLIGATION:
                continue
            bounds = self._bounds(one)
            if bounds:
                self.draft.roles[one.index] = [self._mention(bound) for bound in bounds]

    def _bounds(self, one: Sentence) -> list[Bound]:
        found = list(self._own(one))
        given = [*self._declared(one, found), *self._columns(one, found)]
        if self._leads_itself(
            one
        ):  # 专班办做好以下几件事：一是牵头拟订…: its first item decides the role here, not for the others
            items = self.draft.outline.items
            first = min(each.start for each in items if each.leadin == one.index and one.start <= each.start < one.end)
            tail = _ITEM.sub("", self.text[first : one.end])
            found = [replace(bound, role=elided(tail, bound.role)) if bound.end <= first else bound for bound in found]
        leads = self._leadin(one, found)
        duty = [] if found or given else self._duty(one)
        if any(bound.passes is not None for bound in found) and not self._elides(one, found):
            self.scope.said(one.index, one, found)
        elif not leads and not duty and (not found or self._elides(one, found)):
            given += self.scope.inherited(
                one.index, one, self.text, covered=bool(given), begins_named=self._begins_named(one)
            )
        return self._distinct([*found, *given, *leads, *duty])

    def _own(self, one: Sentence) -> list[Bound]:
        if one.index not in self.owned:
            mentions = [
                mention for mention in within(self.draft.bodies, one.body, one.end) if not self._in_spot(mention)
            ]
            self.owned[one.index] = own(self.text, one.body, one.end, mentions)
        return self.owned[one.index]

    def _begins_named(self, one: Sentence) -> bool:
        mentions = within(self.draft.bodies, one.body, one.body + 1)
        return bool(mentions)

    def _elides(self, one: Sentence, found: list[Bound]) -> bool:
        """Does the first clause want a subject, though an agent stands further on (要…，由…牵头)?"""
        if any(bound.main for bound in found):
            return False
        return self.text[one.body] in "要应须会" or self.text.startswith(("按照", "加强", "建立"), one.body)

    def _in_spot(self, mention: Mention) -> bool:
        spans = self.declared.spans
        place = bisect_right(spans, (mention.start, len(self.text))) - 1
        return place >= 0 and mention.start < spans[place][1]

    def _declared(self, one: Sentence, found: list[Bound]) -> list[Bound]:
        """What brackets and lines give; the members of a group in a heading not again where the sentence itself names them."""
        given = self.declared.of(one.index)
        if not any(bound.rule == "heading-bracket" for bound in given):
            return given
        named = {self._key(bound) for bound in found}
        return [
            bound
            for bound in given
            if bound.rule != "heading-bracket"
            or bound.role is Role.LEAD
            or self._key(bound) not in named
        ]

    def _columns(self, one: Sentence, found: list[Bound]) -> list[Bound]:
        """What the row's columns give; a cell that tells no role leaves it to the act (配合…, 督促…)."""
        given = self.columns.get(one.index, [])
        words = self.text[one.body : one.end]
        if given and given[0].rule == "table-part" and one.cell is not None:
            row = (one.cell.table, one.cell.row)
            if any(self.text[bound.start] == "各" for bound in found):
                self.rows.add(row)  # the row names its own: 各单位
            if row in self.rows:
                return []
        return [
            replace(bound, role=elided(words, bound.role)) if bound.rule in ("table-cell", "table-part") else bound
            for bound in given
        ]

    def _leads_itself(self, one: Sentence) -> bool:
        items = self.draft.outline.items
        return one.item is not None and items[one.item].leadin == one.index and items[one.item].start > one.start

    def _leadin(self, one: Sentence, own_: list[Bound]) -> list[Bound]:
        """Bodies of the lead-ins over the items the sentence is in; a later sentence with a subject of its own leaves the list."""
        items = self.draft.outline.items
        found: list[Bound] = []
        item = one.item
        if item is not None and items[item].start < one.start and any(bound.main for bound in own_):
            self.left.add(item)
        if item in self.left:
            return []
        while item is not None:
            lead = items[item].leadin
            if lead is not None and lead != one.index:
                found += [
                    Bound(
                        bound.start,
                        bound.end,
                        elided(self.text[one.body : one.end], bound.passes or bound.role),
                        "leadin",
                        True,
                        kind=bound.kind,
                    )
                    for bound in self._of_leadin(lead, item)
                ]
            item = items[item].parent
        return found

    def _of_leadin(self, lead: int, item: int) -> list[Bound]:
        if lead not in self.leads:
            one = self.sentences[lead]
            bounds = self._own(one)
            items = self.draft.outline.items
            inner = [each.start for each in items if each.leadin == lead and one.start < each.start < one.end]
            self.leads[lead] = [bound for bound in bounds if not inner or bound.end <= min(inner)]
        return self.leads[lead]

    def _duty(self, one: Sentence) -> list[Bound]:
        return [
            Bound(
                bound.start, bound.end, elided(self.text[one.body : one.end], bound.role), "duty", True, kind=bound.kind
            )
            for bound in self.duties.of(one)
        ]

    def _distinct(self, bounds: list[Bound]) -> list[Bound]:
        """Each body once in each role; the sentence's own words first."""
        found: dict[tuple[str, Role], Bound] = {}
        for bound in bounds:
            found.setdefault((self._key(bound), bound.role), bound)
        return sorted(found.values(), key=lambda bound: (bound.inherited, bound.start))

    def _mention(self, bound: Bound) -> BodyMention:
        words = self.text[bound.start : bound.end]
        name = self._resolved(words).name
        return BodyMention(bound.start, bound.end, words, name, bound.role, bound.inherited, bound.rule)

    def _key(self, bound: Bound) -> str:
        """What tells bodies apart: the registry's key; collectives by their words (各乡镇, 乡镇)."""
        words = self.text[bound.start : bound.end]
        found = self._resolved(words)
        return words if found.kind == "Collective" else found.key

    def _resolved(self, words: str) -> Resolution:
        if words not in self.resolutions:
            self.resolutions[words] = resolve(words, self.draft.context)
        return self.resolutions[words]


_ITEM = re.compile(r"^(?:[一二三四五六七八九十]+[是要、]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．]|[①-⑳])")
_HEADED = re.compile(r"(?:职责|职能|任务|责任|分工|工作)")
_CALLED = re.compile(r"（以下(?:统一)?简称[：:]?[“\"]?(?P<who>[^（）”\"，]{2,16}?)[”\"]?）")
_DUTY = re.compile(
    r"(?:及其|的|等)?(?:主要|工作|具体|基本)*(?:职责任务|职责分工|工作职责|工作任务|责任分工|职责|职能|任务|责任|分工)[：:。]?"
)
_FUNCTIONS = re.compile(r"^(?:主要|工作|基本)?(?:职责|职能|职责任务|职责分工|工作职责)$")


class Duties:
    """Sections that describe one body: “二、专班办公室及其职责”, “（一）综合协调组（…）”, “主要职能” of the body the text is about."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.by_section: dict[int, list[Bound]] = {}
        for section in draft.outline.sections:
            self.by_section[section.index] = self._of(section.start, section.heading_end, section.heading)

    def _of(self, start: int, end: int, heading: str) -> list[Bound]:
        if _FUNCTIONS.match(heading):
            called = None
            for match in _CALLED.finditer(self.draft.text, 0, start):
                called = match
            if called is not None:
                return [Bound(called.start("who"), called.end("who"), Role.RESPONSIBLE, "duty", True)]
            return []
        if not _HEADED.search(heading):
            return []
        mentions = within(self.draft.bodies, start, end)
        if not mentions or mentions[0].rule in ("open", "clause") or mentions[0].start - start > 8:
            return []
        if not _DUTY.fullmatch(self.draft.text, mentions[-1].end, end):
            return []
        return [Bound(mention.start, mention.end, Role.RESPONSIBLE, "duty", True) for mention in mentions]

    def of(self, one: Sentence) -> list[Bound]:
        section = one.section
        while section is not None:
            found = self.by_section.get(section)
            if found:
                return found
            section = self.draft.outline.sections[section].parent
        return []
