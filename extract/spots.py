"""Places that do nothing but assign bodies: brackets （甲牵头，乙配合）, lines 责任单位：…, sentences 此项工作由甲牵头."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from extract.assignment import assigned, inside
from extract.bound import bind
from extract.brackets import OPENING, outermost
from extract.draft import Draft, within
from extract.first_named import find_first
from extract.line_labels import LABEL
from extract.model import Mention, Role
from extract.numerals import read
from extract.only_assigns import assigns_only, bare, carries_out, may_assign, shares
from extract.spot import ALL, Spot
from extract.structure import Kind, Sentence

_ACTS_LAST = re.compile(
    r"(?:负责|牵头|配合|参与|参加|落实|指导|督办|监督|协助|承办|协办|实施|执行|办理|推进|支持|抓落实)(?:落实|实施|推进|办理|工作|单位|部门)?[。；，、\s]*(?:等)?$"
)
_ACTS_FIRST = re.compile(
    r"(?:按(?:照)?(?:各自)?职[责能](?:分工)?|分别|共同|各自|具体|统一|总)*(?:负责|牵头|主办|配合|参与|落实|抓好落实|承办|实施)(?:落实|实施|推进|办理)?[，,；;。]"
)
_LISTED = re.compile(r"(?:等[^，；、。]{0,8}?(?:部门|单位|机构)?|[、，；和及与\s]|以及|（[^（）]{0,12}）)*")
_LISTED_UNKNOWN = re.compile(
    rf"(?:{_LISTED.pattern[3:-2]}|[\u4e00-\u9fff]{{2,14}}(?:[处局办委院校社会站厅队部室科镇乡司]|中心|公司|集团|街道|银行|分行|支行)(?=[、，；和及与\s]|$))*"
)
"""The same with offices that no list knows; they count where the bracket stands alone and others in it are known."""
_LINE_BEGINS = frozenset("部任职工总县市省区主牵第配协参会督监指责承实落管担负分包挂联完项整执建经具直河林此该以上述这")
"""What a label (责任单位：) or 此项工作由… begins with."""
_REST = re.compile(r"[。；，,]?以下(?:各项)?(?:工作|任务|事项|内容|措施)?均[^（）]{0,40}不再")
_LISTS = re.compile(r"括号[内中里][^。；\n]{0,30}(?:为|是)(?:牵头|责任|承办|主办)")
"""The text says that its brackets name who is charged."""
_TIME_CLOSES = ("", "完成", "办结", "落实", "到位", "完成到位")
_DUTIES = re.compile("(?:其|具体)?(?:主要|工作|具体)*职责(?:任务)?(?:是|为)?[：:]")
_SHORT = 80
_TITLE = 40
_CLOSED = re.compile(r"[（(][^（）()，。；]{2,40}[）)](?=[，；。、]|$)")
_DASHES = frozenset("—－-·•●■◆◇※➢★ ")
_ALONE = re.compile(r"(?:此|该|以上|上述|这)(?:项|些|条|件|块)?(?:工作|任务|事项|事)?，?(?:统一|具体|均|都|就)?由")
_ABOVE = re.compile(
    r"(?:以上|上述)(?P<count>[一二两三四五六七八九十]{1,3}|\d{1,2}|[几各])(?:大?项|条|款|点|件|类|个方面|方面)(?:重点|具体|主要)?(?:工作|任务|事项|内容|措施|要求|项目|工程)?(?:[，：:]?(?:均|都|统一|具体)*由|(?=牵头|责任|配合|主办|协办|承办|督办|主责)|[：:](?!括)|(?=[\u4e00-\u9fff]{2,24}(?:牵头|负责|配合)))"
)
"""（以上三项由…牵头）, 以上各项责任单位：…: for how many items before it the assignment holds."""


def find_spots(draft: Draft) -> list[Spot]:
    """All assignments outside tables, sorted. A sentence that is one bracket is no obligation, whatever it looked like."""
    spots = sorted(_Finder(draft).spots(), key=lambda spot: spot.start)
    for spot in spots:
        if draft.text[spot.start] not in OPENING:
            continue
        last = spot.last if spot.place == "head" else spot.last + 1  # behind its bracket the last sentence goes on
        for index in range(spot.first if spot.place in ("own", "head") else spot.first + 1, last):
            one = draft.outline.sentences[index]
            if one.kind is Kind.OBLIGATION:
                one.kind, one.rule = Kind.CONTEXT, "responsible-line"
    return spots


class _Finder:
    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.text = draft.text
        self.sentences = draft.outline.sentences
        self.starts = [one.start for one in self.sentences]
        self.headings = {one.start for one in draft.outline.sections}
        self.closed: dict[int, int] = {}  # sentence → brackets of bodies behind its clauses, counted up to two
        self.listed = _LISTS.search(draft.text) is not None

    def spots(self) -> Iterator[Spot]:
        taken = 0
        for start, end in outermost(self.text):
            spot = self._bracket(start, end) if start >= taken else None
            if spot is not None:
                taken = end
                yield spot
        before: Spot | None = None
        for index, one in enumerate(self.sentences):
            spot = self._line(index, one) if one.cell is None else None
            if spot is None and before is not None and before.place == "own" and one.cell is None:
                spot = self._goes_on(index, one, before)
            before = spot
            if spot is not None:
                yield spot

    def _line(self, index: int, one: Sentence) -> Spot | None:
        """责任单位：…, or a sentence that only says who takes this task."""
        text, begin = self.text, one.body
        while begin < one.end and text[begin] in _DASHES:  # ——责任单位：…
            begin += 1
        if one.end - begin <= _SHORT and one.kind is not Kind.HEADING:
            leads = self._leads(index, one) if may_assign(text, begin, one.end) else None
            if leads is not None:
                return leads
        if one.rule == "responsible-line" and "职责" in text[one.end - 10 : one.end] and shares(text[begin : one.end]):
            return self._spot(index, begin, inside(self.draft.bodies, begin, one.end), "own")
        if text[begin : begin + 1] not in _LINE_BEGINS:
            return None
        above, begin = self._above(begin, one.end)
        label = LABEL.match(text, begin, one.end)
        alone = None if above or label is not None else _ALONE.match(text, begin, one.end)
        if alone is not None:
            begin = alone.end()
        elif not above and (label is None or label.lastgroup == "other"):
            return None
        mentions = inside(self.draft.bodies, begin, one.end)
        bounds = assigned(text, begin, one.end, mentions, Role.RESPONSIBLE, persons=label is not None)
        if above and bounds:
            one.kind, one.rule = Kind.CONTEXT, "responsible-line"
        return Spot(index, index, begin, one.end, "own", bounds, above) if bounds else None

    def _above(self, low: int, high: int) -> tuple[int, int]:
        """(how many items before it, where the words behind that begin) of an assignment that says 以上三项."""
        match = _ABOVE.match(self.text, low, high)
        if match is None:
            return 0, low
        number = read(match["count"]) if match["count"] not in "几各" else None
        return (int(number.value) if number is not None and number.value else ALL), match.end()

    def _goes_on(self, index: int, one: Sentence, before: Spot) -> Spot | None:
        """责任单位：流通司、规划司；| 农产集团参与: the same line goes on behind its semicolon."""
        if one.paragraph != self.sentences[before.last].paragraph or self.text[before.end - 1] not in "；;":
            return None
        mentions = inside(self.draft.bodies, one.body, one.end)
        return self._only_assigns(index, one, mentions, Kind.CONTEXT, "own")

    def _only_assigns(
        self, index: int, one: Sentence, mentions: Sequence[Mention], kind: Kind, place: str
    ) -> Spot | None:
        """The sentence as a spot, and of this kind, where it says who leads or helps, and nothing besides."""
        if not assigns_only(bare(self.text, one.body, one.end, mentions)):
            return None
        one.kind, one.rule = kind, "responsible-line"
        return self._spot(index, one.body, mentions, place)

    def _spot(self, index: int, begin: int, mentions: Sequence[Mention], place: str) -> Spot | None:
        """What the words of a sentence from `begin` on assign, None where that is nobody."""
        end = self.sentences[index].end
        bounds = assigned(self.text, begin, end, mentions, Role.RESPONSIBLE)
        return Spot(index, index, begin, end, place, bounds) if bounds else None

    def _leads(self, index: int, one: Sentence) -> Spot | None:
        """“组织部牵头。” says who leads what its paragraph tells, and nothing besides; a line of that, what the lines before tell."""
        beside = any(
            0 <= at < len(self.sentences) and self.sentences[at].paragraph == one.paragraph
            for at in (index - 1, index + 1)
        )
        above = self.sentences[index - 1] if index else None
        alone = not beside and above is not None and above.kind is Kind.OBLIGATION and one.item is None
        alone = alone or self._told_after(index)
        mentions = inside(self.draft.bodies, one.body, one.end) if beside or alone else []
        mentions = [each for each in mentions if self.text[each.start - 1] not in "为是"]  # …为牵头单位
        if (beside or alone) and self._carries_out(index, one, mentions):
            spot = self._spot(index, one.body, mentions, "paragraph" if beside else "own")
            if spot is not None:
                one.kind, one.rule = Kind.CONTEXT, "responsible-line"
                return spot
        if not mentions:
            return None
        kind, place = (Kind.LEADIN, "paragraph") if beside else (Kind.CONTEXT, "own")
        return self._only_assigns(index, one, mentions, kind, place)

    def _told_after(self, index: int) -> bool:
        """Do the duties of those that it names stand on the next line: 市公安局牵头，…等部门参加。 | 主要职责：…?"""
        return index + 1 < len(self.sentences) and _DUTIES.match(self.sentences[index + 1].text) is not None

    def _carries_out(self, index: int, one: Sentence, mentions: Sequence[Mention]) -> bool:
        """Is the sentence the last of its paragraph, behind what is to be done, and says only who carries that out?"""
        after = index + 1
        closes = after == len(self.sentences) or self.sentences[after].paragraph != one.paragraph
        if not index or not closes or one.body != one.start:
            return False
        ordered = [each for each in self._paragraph_before(index) if each.kind is Kind.OBLIGATION]
        if not ordered or any(self._begins_with_body(each) for each in ordered):
            return False  # 县教育局…。县住建局负责实施。: each has a task of its own
        return carries_out(bare(self.text, one.body, one.end, mentions))

    def _paragraph_before(self, index: int) -> Iterator[Sentence]:
        """The sentences of the paragraph that ends or goes on right before the sentence, the last first."""
        paragraph = self.sentences[index - 1].paragraph
        for at in range(index - 1, -1, -1):
            if self.sentences[at].paragraph != paragraph:
                return
            yield self.sentences[at]

    def _begins_with_body(self, one: Sentence) -> bool:
        return any(each.start == one.body for each in inside(self.draft.bodies, one.body, one.end))

    def _bracket(self, start: int, end: int) -> Spot | None:
        text = self.text
        index = bisect_right(self.starts, start) - 1
        if index < 0 or self.sentences[index].cell is not None:
            return None
        low, high = start + 1, end - 1
        above, low = self._above(low, high)
        label = LABEL.match(text, low, high)
        first = next(find_first(text, low, high), None) or _REST.search(text, low, high)
        mentions = inside(self.draft.bodies, low, high)
        if label is not None:
            if label.lastgroup == "other" and not mentions:
                return None
        elif not first:
            until = self._before_time(low, high)
            if not (mentions and (self._acts(low, until) or self._only(low, until, start, dated=until < high))):
                return None
        last = index
        while last + 1 < len(self.sentences) and self.sentences[last + 1].start < end:
            last += 1
        place = self._place(index, last, start, end)
        if place in ("", "inner") and label is not None and self._closes_title(index, start, end):
            place = "title"
        if not place or (place == "inner" and label is None and not (mentions and mentions[0].start == low)):
            return None
        until = first.start() if first is not None else high
        behind = [one for one in mentions if first is not None and one.start >= first.end()]
        mentions = [one for one in mentions if one.end <= until]
        bounds = assigned(text, low, until, mentions, Role.RESPONSIBLE, persons=label is not None)
        if first is not None and behind and first.re is not _REST:  # 列第一位者为牵头单位；县政府督查室督办
            bounds += [one for one in assigned(text, first.end(), high, behind, Role.RESPONSIBLE) if one.rule == "act"]
        if place == "heading":  # 综合协调组（县政府办、发改局）: the group itself is bound, too
            heads = [one for one in inside(self.draft.bodies, self.sentences[index].body, start) if one.end == start]
            bounds = [bind(one, Role.RESPONSIBLE, "heading") for one in heads] + bounds
        return Spot(index, last, start, end, place, bounds, above) if bounds else None

    def _acts(self, low: int, high: int) -> bool:
        """Does it end in 负责, 牵头, 配合 …?"""
        text = self.text
        if _ACTS_LAST.search(text, max(low, high - 12), high) is not None:
            return True
        at = low  # 甲牵头，乙配合，11月底前完成: begins with bodies and their act
        for one in inside(self.draft.bodies, low, high):
            if not _LISTED.fullmatch(text, at, one.start):
                break
            at = one.end
        return at > low and _ACTS_FIRST.match(text, at, high) is not None

    def _place(self, index: int, last: int, start: int, end: int) -> str:
        """How the bracket stands in its sentence; "" in the midst of its words."""
        one = self.sentences[index]
        before = self.text[one.body : start].strip() if start > one.body else ""
        after = self.text[end : self.sentences[last].end].strip(" 。；;，,、　")
        if before and after:
            return "inner" if self._closes_clause(start, end) else ""
        if before and one.start in self.headings:
            return "heading"
        return "tail" if before else "head" if after else "own"

    def _closes_title(self, index: int, start: int, end: int) -> bool:
        """Does the bracket stand between an item's title and its text: （一）抓项目（责任部门：发改局） 加快…?"""
        one = self.sentences[index]
        titled = one.item is not None and one.start == self.draft.outline.items[one.item].start
        return titled and start - one.body <= _TITLE and self.text.startswith((" ", "\u3000"), end)

    def _closes_clause(self, start: int, end: int) -> bool:
        """Does the bracket stand at the end of a clause and behind what is to be done: 新建公厕10座（县住建局），…?"""
        ends = {one.end for one in inside(self.draft.bodies, max(0, start - 40), start)}
        return self.text[end : end + 1] in ("，", "；") and start not in ends

    def _before_time(self, low: int, high: int) -> int:
        """Where the names end before the time that closes the bracket: （县住建局 | ，9月底前完成）."""
        times = within(self.draft.deadlines, low, high)
        if not times or self.text[times[-1].end : high].strip() not in _TIME_CLOSES:
            return high
        at = times[-1].start - 1
        return at if at > low and self.text[at] in "，,；; \u3000" else high

    def _only(self, low: int, high: int, start: int, *, dated: bool) -> bool:
        """Does the bracket hold nothing but names of bodies: several, or one behind a stop?"""
        mentions = inside(self.draft.bodies, low, high)
        alone = start == 0 or self.text[start - 1] in "。；;\n"
        listed = _LISTED_UNKNOWN if alone else _LISTED
        at = low
        for one in mentions:
            if not listed.fullmatch(self.text, at, one.start):
                return False
            at = one.end
        if not listed.fullmatch(self.text, at, high):
            return False
        return dated or len(mentions) > 1 or start == 0 or self.listed or alone or self._beside(start, high + 1)

    def _beside(self, start: int, end: int) -> bool:
        """Does the sentence close another clause with a bracket of bodies, too: …（县住建局），…（县财政局、各乡镇）?"""
        if not self._closes_clause(start, end):
            return False
        index = bisect_right(self.starts, start) - 1
        if index not in self.closed:
            one = self.sentences[index]
            self.closed[index] = sum(1 for _ in islice(_CLOSED.finditer(self.text, one.start, one.end), 2))
        return self.closed[index] > 1
