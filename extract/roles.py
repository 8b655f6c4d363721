"""Who owes each obligation and in which role, inherited ones included (`draft.roles`).

For each obligation, in this order: the bodies of its own words (subjects), those that brackets, lines and headings assign
(declared), those of its table row (columns), of the lead-in over its list, of the section that describes a body's duties, and
where it names none the subject it goes on with (inherit). Each body once in each role.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict

from extract.body_meant import meant
from extract.bound import Bound
from extract.columns import column_bodies
from extract.declared import Declared
from extract.draft import Draft
from extract.duties import Duties
from extract.founded import founded
from extract.free_bodies import no_titles, no_works, outside
from extract.group_members import IS_GROUP, GroupMembers
from extract.inherit import ITS_DUTIES, Scope, elided, elided_parts, ordered
from extract.leaders import charged, charges, lists_others
from extract.model import BodyMention, Role
from extract.registry import Resolution, resolve
from extract.structure import Kind, Sentence
from extract.subjects import own
from extract.tables import column_kind

_ITEM = re.compile(r"(?:[一二三四五六七八九十]+[是要、]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．]|[①-⑳])")
_GROUPS = ("组", "专班")
_FORMULA = re.compile(r"现(?:就|将|把|对)?[^。；]{0,30}(?:如下|以下[^。；]{0,8})[：:。]?\Z|现[^。；]{0,30}如下[：:。]")
"""经会同县财政局研究，现答复如下：: announces a text, charges nobody."""
_DIVIDES = re.compile(
    r"(?![^。；，]*(?:应(?!急)|须|(?<![主重])要|履行|承担|负有))[^。；，]{0,24}(?:职责|分工|任务)[^。；，]{0,8}(?:如下|如次|分别[为是]|[为是])?[：:。]?\Z"
)
"""各成员单位职责分工如下：: who does what comes below."""
_WHICH = re.compile(r"(?:它们|其中)?(?:分别|主要|具体)(?:是|为|有|包括|如下)[：:]\s*")
_IS = re.compile("[是为](?=[^，。；]{0,24}(?:单位|部门|机构|机关|主体))")
_SPACES = re.compile(r"[ \u3000]")
_WANTS_SUBJECT = ("要", "应", "须", "会同", "按照", "加强", "建立")


def _one(words: str, role: Role) -> list[Role]:
    return [elided(words, role)]


def roles(draft: Draft) -> None:
    """Fills `draft.roles` for every obligation that some body owes."""
    _Binder(draft).bind()


class _Binder:
    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.text = draft.text
        self.items = draft.outline.items
        self.declared = Declared(draft)
        self.columns = column_bodies(draft)
        self.duties = Duties(draft)
        self.members = GroupMembers(draft)
        self.leaders = charges(draft.outline.sentences)
        self.scope = Scope()
        self.lists: dict[int, list[int]] = defaultdict(list)  # lead-in sentence → where its items begin
        for item in self.items:
            if item.leadin is not None:
                self.lists[item.leadin].append(item.start)
        self.owned: dict[int, list[Bound]] = {}
        self.left: set[int] = set()  # items whose later sentences have left the list of their lead-in
        self.rows: set[tuple[int, int]] = set()  # table rows that name their own bodies
        self.resolutions: dict[str, Resolution] = {}
        self.keys: dict[str, str] = {}
        self.meant = meant(draft)
        self.mentioned: dict[tuple[int, int, Role, bool, str], BodyMention] = {}
        spans = self.declared.spans
        self.free = no_titles(self.text, no_works(draft, outside(draft.bodies, spans)))
        self.starts = [mention.start for mention in self.free]
        self.begins = {mention.start for mention in draft.bodies}

    def bind(self) -> None:
        for one in self.draft.outline.sentences:
            if one.kind is Kind.OBLIGATION and (bounds := self._bounds(one)):
                self.draft.roles[one.index] = [self._mention(bound, one) for bound in bounds]

    def _bounds(self, one: Sentence) -> list[Bound]:
        found = self._first_item(one, self._own(one))
        given = [*self._declared(one, found), *self._columns(one, found)]
        members = self.members.of(one.index)
        if members and all(self.text.endswith(IS_GROUP, bound.start, bound.end) for bound in found if bound.main):
            return self._distinct([*found, *given, *members])
        leads = self._leadin(one, found)
        elides = bool(found) and self._elides(one, found)
        duty = self._group(one, found) if given or (found and not elides) else self._duty(one)
        if found and not elides and any(bound.passes is not None for bound in found):
            self.scope.said(one, found)
        elif found and not elides:
            if not any(bound.main for bound in found) and ordered(self.text, one.body):
                self.scope.interrupt(one)
        elif not leads and not duty:
            inherited = self.scope.inherited(one, self.text, covered=bool(given), named=one.body in self.begins)
            if inherited and given:
                named = {self._key(bound) for bound in given}  # a bracket tells the role of its bodies better
                inherited = [bound for bound in inherited if self._key(bound) not in named]
            if found and any(
                bound.role is Role.LEAD for bound in found
            ):  # …，由主要负责同志挂帅: whoever acts is not the lead
                inherited = [bound.elsewhere(role=Role.RESPONSIBLE) for bound in inherited]
            given += inherited
        return self._distinct([*found, *given, *leads, *duty])

    # -- the sentence's own words

    def _own(self, one: Sentence) -> list[Bound]:
        if one.index not in self.owned:
            low = bisect_left(self.starts, one.body)
            mentions = self.free[low : bisect_left(self.starts, one.end, low)]
            bounds = founded(self.text, one.body, one.end, mentions, own(self.text, one.body, one.end, mentions))
            if one.index in self.leaders and lists_others(one.text):
                bounds = [bound for bound in bounds if bound.rule == "agent"]
            self.owned[one.index] = bounds
        return self.owned[one.index]

    def _first_item(self, one: Sentence, found: list[Bound]) -> list[Bound]:
        """专班办做好以下几件事：一是牵头拟订…: the first item's act decides the role here, not for the other items."""
        starts = [start for start in self.lists.get(one.index, ()) if one.start < start < one.end]
        if not starts:
            return found
        first = min(starts)
        words = _ITEM.sub("", self.text[first : one.end], count=1)
        return [bound.elsewhere(role=elided(words, bound.role)) if bound.end <= first else bound for bound in found]

    def _elides(self, one: Sentence, found: list[Bound]) -> bool:
        """Does the first clause want a subject, though an agent stands further on (要…，由…牵头)?"""
        if any(bound.main for bound in found):
            return False
        with_others = all(
            bound.rule in ("with", "gathered", "together") for bound in found
        )  # 牵头编制规划，会同有关部门实施
        return with_others or self.text.startswith(_WANTS_SUBJECT, one.body)

    # -- from elsewhere

    def _declared(self, one: Sentence, found: list[Bound]) -> list[Bound]:
        """What brackets and lines give; the members of a group in a heading not again where the sentence names them."""
        given = self.declared.of(one.index)
        if not found or all(bound.rule != "heading-bracket" for bound in given):
            return given
        named = {self._key(bound) for bound in found}
        return [
            bound
            for bound in given
            if bound.rule != "heading-bracket" or bound.role is Role.LEAD or self._key(bound) not in named
        ]

    def _columns(self, one: Sentence, found: list[Bound]) -> list[Bound]:
        """What the row's columns give; a cell that tells no role leaves it to the act (配合…, 督促…)."""
        given = self.columns.get(one.index, [])
        if given and one.cell is not None and found and column_kind(one.cell.header) == "note":
            return []  # a remark charges whom it names: 县财政局负责投入部分
        if not given or one.cell is None or given[0].rule == "table-column":
            return given
        if given[0].rule == "table-part":
            row = (one.cell.table, one.cell.row)
            if any(self.text[bound.start] == "各" for bound in found):
                self.rows.add(row)
            if row in self.rows:
                return []
        return self._acting(one, given)

    def _leadin(self, one: Sentence, found: list[Bound]) -> list[Bound]:
        """Bodies of the lead-ins over the items the sentence is in; a later sentence with a subject of its own leaves the list."""
        item = one.item
        if item is None or self.duties.by_paragraph.get(one.paragraph):  # 综合协调组：…: its own duties
            return []
        aside = self.text.startswith(("此外", "另外"), one.body)
        if self.items[item].start < one.start and (aside or any(bound.main for bound in found)):
            self.left.add(item)
        given: list[Bound] = []
        while item is not None and item not in self.left:
            lead = self.items[item].leadin
            if lead is not None and (lead != one.index or self._which(lead)):
                given += self._acting(one, self._announced(lead), "leadin")
            item = self.items[item].parent
        return given

    def _announced(self, lead: int) -> list[Bound]:
        """The bodies of a lead-in, those of a first item in the same sentence left out."""
        one = self.draft.outline.sentences[lead]
        if lead and (ITS_DUTIES.fullmatch(self.text, one.body, one.end) or self._which(lead)):
            before = self.draft.outline.sentences[lead - 1]  # 教务处是归口管理部门。主要职责有：
            copula = _IS.search(self.text, before.body, before.end)
            until = copula.start() if copula else before.end  # X是 | 行政主管单位
            return [
                bound.elsewhere(role=Role.RESPONSIBLE)
                for bound in self._own(before)
                if bound.main and bound.start < until
            ]
        if self.text.startswith("刚才", one.body):  # 刚才，县长传达了通知，下面，我再强调三点：
            return []
        if whose := self.duties.whose(one):
            return whose
        if _FORMULA.search(self.text, one.body, one.end) or _DIVIDES.match(self.text, one.body, one.end):
            return []
        if (named := self.duties.named(one)) and self.text[one.end - 1] in "：:":  # 县教育局： over its tasks
            return named
        inner = self._inner(one)
        return [bound.elsewhere(role=bound.passes or bound.role) for bound in self._own(one) if bound.end <= inner]

    def _which(self, lead: int) -> bool:
        """Does the lead-in only say that the items of the sentence before follow: 县政府要办好15件实事。分别是：（1）…?"""
        one = self.draft.outline.sentences[lead]
        return _WHICH.fullmatch(self.text, one.body, self._inner(one)) is not None

    def _inner(self, one: Sentence) -> int:
        """Where the first item inside a lead-in's own sentence begins, its end where none does."""
        return min((start for start in self.lists.get(one.index, ()) if one.start < start < one.end), default=one.end)

    def _group(self, one: Sentence, found: list[Bound]) -> list[Bound]:
        """抢险救援组。由县应急管理局牵头，…参加: the group that the item is about, beside its members."""
        if all(bound.role is Role.RESPONSIBLE for bound in found):
            return []
        groups = self.duties.by_item.get(one.item, []) if one.item is not None else []
        return [bound for bound in groups if self.text.endswith(_GROUPS, bound.start, bound.end)]

    def _duty(self, one: Sentence) -> list[Bound]:
        leader = self.leaders.get(one.index)
        if leader is not None:
            return [charged(leader, self.text[one.body : one.end])]
        return self._acting(one, self.duties.of(one))

    def _acting(self, one: Sentence, bounds: list[Bound], rule: str = "") -> list[Bound]:
        """The bodies as the elided subject of the sentence."""
        words = self.text[one.body : one.end] if bounds else ""
        return [
            bound.elsewhere(role=role, rule=rule or bound.rule, inherited=True)
            for bound in bounds
            for role in (elided_parts if one.cell is not None else _one)(words, bound.role)
        ]

    # -- what comes out

    def _distinct(self, bounds: list[Bound]) -> list[Bound]:
        """Each name once in each role, the sentence's own first; 财政部门 in it and 县财政局 in its bracket are two."""
        if len(bounds) < 2:
            return bounds
        found: dict[tuple[str, Role], Bound] = {}
        for bound in bounds:
            found.setdefault((self.text[bound.start : bound.end], bound.role), bound)
        return sorted(found.values(), key=lambda bound: (bound.inherited, bound.start))

    def _key(self, bound: Bound) -> str:
        """What tells bodies apart: the registry's key; collectives by their words (各乡镇, 乡镇)."""
        words = self.text[bound.start : bound.end]
        key = self.keys.get(words)
        if key is None:
            found = self._resolved(words)
            key = self.keys[words] = words if found.kind == "Collective" else found.key
        return key

    def _mention(self, bound: Bound, one: Sentence) -> BodyMention:
        inherited = bound.start < one.start or bound.end > one.end
        key = (bound.start, bound.end, bound.role, inherited, bound.rule)
        found = self.mentioned.get(key)
        if found is None:
            words = self.text[bound.start : bound.end]
            name = self._resolved(words).name
            found = BodyMention(bound.start, bound.end, words, name, bound.role, inherited, bound.rule)
            self.mentioned[key] = found
        return found

    def _resolved(self, words: str) -> Resolution:
        found = self.resolutions.get(words)
        if found is None:
            context = self.draft.context
            words_ = _SPACES.sub("", words)
            words_ = self.meant.get(words_, words_)
            named = context.issuer if words[0] in "我本" else ""  # 我局将…: the writer
            if words[0] in "你贵" and len(context.addressees) == 1:
                named = context.addressees[0]  # 你市要…: to whom it is written
            found = self.resolutions[words] = resolve(named or words_, self.draft.context)
        return found
