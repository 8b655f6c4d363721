"""Sections that describe what one body does: “二、县水利局职责”, “专班办公室及其职责”, “主要职能” of the body the text is about."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from extract.bound import Bound
from extract.coordination import WEAK
from extract.draft import Draft, within
from extract.model import Role
from extract.sentence import OFFICE
from extract.structure import Kind, Section, Sentence

_DUTY = re.compile(
    r"(?:及其|的|等)?(?:主要|工作|具体|基本)*(?:职责任务|职责分工|工作职责|工作任务|责任分工|职责、任务|职责[与和]任务|任务[与和]职责|职责|职能|任务|责任|分工)[：:。]?"
)
_LEADS = re.compile(
    r"(?:牵头|主办|领办)(?:负责)?的?(?:工作|事项|任务|项目|目标)(?:任务)?(?:[（(][^（）()]{1,10}[）)])?[：:。]?"
)
"""一、县教育局牵头工作（8项）"""
_FUNCTIONS = re.compile(
    r"(?:主要|工作|基本|具体|机构)?(?:职责|职能|职责任务|职责分工|工作职责|职能职责|职责调整|职能转变)[：:]?$"
)
_SET_UP = re.compile(
    r"(?:设立|设置|组建|成立)(?P<named>[^，。；（）《》\d]{2,22}?(?:小组|工作组|专班|指挥部|委员会|办公室|办公厅|[局厅委]|中心))(?=[，（。])"
    r"|建立[^，。；]{0,24}?(?P<called>联席会议|领导小组|工作专班|指挥部|委员会)(?=(?:工作)?制度)"
)
"""设立国务院办公厅，…, 建立部际联席会议制度: what the text is about, where it does not say how it calls it."""
_ABOUT = 6  # sentences between the title that names a body and the heading of its functions
_CALLED = re.compile(r"（以下(?:统一)?简称[：:]?[“\"]?(?P<who>[^（）”\"，]{2,16}?)[”\"]?）")


_WHOSE = re.compile(
    r"(?:的|在)?[^，。；：、]{0,12}?(?:主要|工作|具体|基本|分工)*(?:职责|职责分工|责任分工)(?:是|为|如下)?[：:]"
)
"""乡镇人民政府消防工作职责： over the items that list them"""
_ARTICLE = re.compile(r"第[一二三四五六七八九十百\d]{1,5}条[\s\u3000]*")
_COLON = re.compile(
    "(?:(?:主要|工作|具体)?职责(?:及构成|及组成|分工)?)?[：:]|(?:主要|工作|具体)?职责(?:及构成|及组成|分工)?。"
)
_ROW_ACTS = re.compile(
    r"(?:等[^，。；：\s]{0,8}(?:部门|单位))?[ \u3000]+(?:负责|承担|按照?|牵头|配合|协助|指导|组织|做好|依法|加强|履行)"
)
"""2 | 市应急管理局 | 负责…: a row whose cells only blanks part."""
_EACH = ("成员单位", "各部门", "各单位", "各组", "工作组", "领导")
_GROUPS = ("指挥部", "领导小组", "办公室", "专班", "委员会", "联席会议")
_FRAMES = ("组织机构", "领导机构", "工作机构", "办事机构", "机构")
_NAMES_LIMIT = 60  # characters of a sentence that only names bodies


class Duties:
    """The bodies whose functions a section describes, by the section's index."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.starts = [one.start for one in draft.outline.sentences]
        self.called = [match.span("who") for match in _CALLED.finditer(draft.text)]
        self.by_item = self._items()
        self.titled = self._titled()
        self.by_paragraph = self._paragraphs()
        self.by_section = {section.index: self._of(section) for section in draft.outline.sections}

    def _of(self, section: Section) -> list[Bound]:
        if _FUNCTIONS.match(section.heading):
            place = bisect_right(self.called, (section.start, 0)) - 1
            if place >= 0:
                return [_bound(*self.called[place])]
            return self._about(bisect_left(self.starts, section.start))
        mentions = within(self.draft.bodies, section.start, section.heading_end)
        if mentions and mentions[-1].text.endswith((*_EACH, *_FRAMES)):
            return []  # 市防指成员单位职责: each of them has its own
        if not mentions or mentions[0].rule in WEAK or mentions[0].start - section.start > len(section.label) + 1:
            return []
        if _LEADS.fullmatch(self.draft.text, mentions[-1].end, section.heading_end):
            return [_bound(mention.start, mention.end, Role.LEAD) for mention in mentions]
        if mentions[-1].end < section.heading_end and not _DUTY.fullmatch(
            self.draft.text, mentions[-1].end, section.heading_end
        ):
            return []
        return [_bound(mention.start, mention.end) for mention in mentions]

    def _about(self, heading: int) -> list[Bound]:
        """The body that the text above a heading 主要职责 is about: of a title that names nothing else, or set up by it."""
        sentences = self.draft.outline.sentences
        for index in range(heading - 1, max(-1, heading - 1 - _ABOUT), -1):
            one = sentences[index]
            named = within(self.draft.bodies, one.start, one.end) if one.kind is Kind.HEADING else []
            if len(named) == 1 and (named[0].start, named[0].end) == (one.start, one.end):
                return [] if self._is_letterhead(index) else [_bound(one.start, one.end)]
            if match := _SET_UP.search(one.text):
                start, end = match.span(str(match.lastgroup))
                return [_bound(one.start + start, one.start + end)]
        return []

    def _is_letterhead(self, index: int) -> bool:
        """Does another office or the title of a paper stand beside the name: 县民政局 | 关于成立…的通知?"""
        sentences = self.draft.outline.sentences
        beside = [sentences[at].text for at in (index - 1, index + 1) if 0 <= at < len(sentences)]
        return any(words.startswith("关于") or OFFICE.fullmatch(words) for words in beside)

    def _titled(self) -> dict[int, list[Bound]]:
        """What a line 机构职责 without a number stands over, by sentence: all that is in no section."""
        found: dict[int, list[Bound]] = {}
        about: list[Bound] = []
        for one in self.draft.outline.sentences:
            if one.section is not None:
                about = []
            elif one.kind is Kind.HEADING:
                about = self._about(one.index) if _FUNCTIONS.fullmatch(one.text) else []
            elif about:
                found[one.index] = about
        return found

    def _paragraphs(self) -> dict[int, list[Bound]]:
        """Paragraphs that begin with the name of a group and a colon, or as a row between blanks: 排查整治组：组长由…担任。承担…, 2 县公安局 负责…"""
        text, found = self.draft.text, {}
        named = {one.start: one for one in self.draft.bodies if _COLON.match(text, one.end) is not None}
        rows = {
            one.start: one
            for one in self.draft.bodies
            if text[max(0, one.start - 1)] in " \u3000" and _ROW_ACTS.match(text, one.end) is not None
        }
        if named or rows:
            for one in self.draft.outline.sentences:
                if one.paragraph not in found and one.cell is None:
                    group = named.get(one.body) or rows.get(one.body)
                    found[one.paragraph] = (
                        [_bound(group.start, group.end)]
                        if group is not None and (group.rule not in WEAK or text[group.end] not in "：:")
                        else []
                    )
        return found

    def _items(self) -> dict[int, list[Bound]]:
        """Items whose first sentence names nothing but bodies: （五）县气象局、县水文局。加密监测…"""
        found: dict[int, list[Bound]] = {}
        text = self.draft.text
        for one in self.draft.outline.sentences:
            item = one.item
            if item is None or item in found or one.end - one.body > _NAMES_LIMIT or text[one.end - 1] not in "。：:":
                continue
            if self.draft.outline.items[item].start != one.start or one.cell is not None:
                continue
            if bounds := self.named(one):
                found[item] = bounds
        return found

    def named(self, one: Sentence) -> list[Bound]:
        """The bodies of a sentence that names nothing else: 县气象局、县水文局。"""
        opening = self._opening(one, "、，和及与 ")
        return opening if opening and opening[-1].end == one.end - 1 else []

    def whose(self, one: Sentence) -> list[Bound]:
        """The bodies whose duties the items under a line list: 乡镇人民政府消防工作职责：."""
        text, opening = self.draft.text, self._opening(one, "、和及与 ", of_groups=True)
        if not opening or any(text.endswith(_EACH, bound.start, bound.end) for bound in opening):
            return []
        return opening if _WHOSE.fullmatch(text, opening[-1].end, one.end) else []

    def _opening(self, one: Sentence, marks: str, *, of_groups: bool = False) -> list[Bound]:
        """The bodies that the sentence begins with, nothing but `marks` between them; `of_groups`: 指挥部 alone, too."""
        label = _ARTICLE.match(self.draft.text, one.body, one.end)
        found, at = [], label.end() if label else one.body
        for mention in within(self.draft.bodies, at, one.end):
            weak = mention.rule in WEAK and not (of_groups and mention.text.endswith(_GROUPS))
            if self.draft.text[at : mention.start].strip(marks) or weak:
                break
            found.append(_bound(mention.start, mention.end))
            at = mention.end
        return found

    def of(self, one: Sentence) -> list[Bound]:
        """The bodies of the item, else of the innermost such section the sentence stands in."""
        item = one.item
        while item is not None:
            if found := self.by_item.get(item):
                return found
            item = self.draft.outline.items[item].parent
        if found := self.by_paragraph.get(one.paragraph, []):
            return found
        if found := self.titled.get(one.index, []):
            return found
        section = one.section
        while section is not None:
            if found := self.by_section[section]:
                return found
            section = self.draft.outline.sections[section].parent
        return []


def _bound(start: int, end: int, role: Role = Role.RESPONSIBLE) -> Bound:
    return Bound(start, end, role, "duty", True)
