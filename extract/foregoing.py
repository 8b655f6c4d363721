"""How the words before a group of bodies bear on it: it begins a clause, is the agent (由…), stands elsewhere, or is acted upon."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from extract.coordination import Group
from extract.formulas import AGREES
from extract.model import Mention
from extract.subject_words import subject_words

_FROM_TO = re.compile(
    r"[^，。；]{0,40}(?:提高|放宽|扩展|扩大|调整|下降|降低|增加|增长|上升|延长|缩短|变更?|转变?|提升|压减|压缩|减少|拓展|缩减|精简)(?:至|到|为|成)|[^，。；]{1,16}向[^，。；]{1,16}(?:转变|转型|延伸|拓展|过渡|集中)"
)
_IN_OFFICE = re.compile("，(?:我们|你们|大家)?(?:都|更|一定|还)*(?:要|应|须|必须)")
_LABELS = ("牵头单位", "牵头部门", "责任单位", "责任部门", "主管部门", "行业主管部门", "配合单位", "成员单位", "主体")
_WHOEVER = re.compile(r"凡是?|对于?|如|若|如果|除")
_OF_WHICH = re.compile(r"由[\u4e00-\u9fff]{1,8}\Z")
_PART_OF_WORD = frozenset("提报申邀恳聘宴理事缘")
_POSTS = re.compile(r"[^，。；：的]{2,60}(?:书记|主任|长|主席|委员|常委|员|助理|专员|政委|总师|工程师|总经理|主官)")
_TIMED = re.compile(r"[（(](?=\d)[^（）()]{2,24}[）)]")
"""（2022年3月—4月） | 县教育局组织…"""
_ASKED = re.compile(
    r"(?!按|根据|落实|对照|结合|遵照|依照|不|再|要|应|须)[^，。；]{2,30}?(?:还|又|再次|最后|明确|反复|特别)*要求"
)
_PROPOSED = re.compile(r"[^，。；]{0,40}?(?:提出|提交|拟定?|起草|上报|报送|制定|关于)(?:的|[^，。；]{2,80}?的)")
_AGREED = re.compile(AGREES)
_BY_DAY = re.compile(r"[，,](?:务必|要求|必须|抓紧|力争|确保)[^。；]*\d")
"""同意县交通局报送的方案，务必于6月底前开工: it is told to."""
_FOLLOWED = re.compile(r"(?:认真|参照|遵照|贯彻|组织|抓好|严格)*(?:贯彻|执行|落实|实施)")
_SHARED_HEAD = re.compile(r"(?:[\u4e00-\u9fff]{2,8}?、)*[\u4e00-\u9fff]{2,8}?[、和及与]")
_PROMISED = re.compile("[^，。；]{0,20}(?:承诺|确定|部署|要求|安排|交办|提出|下达|授予)的")
_PERSONS = frozenset(("titled", "person"))
_ACTED = frozenset("把将对向给")
_TO_NUMBER = re.compile("[向对给]“[^“”]{1,10}”$")  # 向“110” | 指挥中心通报
_MEMBER = re.compile(r"[\u4e00-\u9fff]+?(?=[、和及与])")
_DESCRIBES = re.compile(
    r"(?![凡对如若向为把将给要应须])[^，。；]{1,14}的|(?:所有|全部|凡是?)在?"
    r"|(?:(?:尚|仍|还)?(?:未|没有?)|已经?|正在|不?(?:具备|符合)|存在|列入|纳入|承担)[^，。；]{1,40}的"
)


def described(text: str, begin: int, group: Group) -> bool:
    """Nothing before the group in the sentence but what describes it: 提供上门服务的 + 医务工作者."""
    return _DESCRIBES.fullmatch(text, begin, group.start) is not None


class Foregoing:
    """The words before the groups of bodies of the sentence text[begin:end]; `stops` are where clauses of the text end."""

    def __init__(self, text: str, begin: int, end: int, stops: Sequence[int]) -> None:
        self.text, self.begin, self.end, self.stops = text, begin, end, stops
        self.words = subject_words()

    def clause(self, low: int, at: int) -> int:
        """Where the clause that holds `at` begins, not before `low`."""
        low = max(low, at - 40, self.begin)
        place = bisect_left(self.stops, at) - 1
        return self.stops[place] + 1 if place >= 0 and self.stops[place] >= low else low

    def left(self, group: Group, previous: int, bound_before: bool) -> str:
        """How the words before a group bear on it: "start" of a clause, "agent" (由), "loose" (other words),
        "made" (建立 [县政府办] 牵头的机制), "" acted upon."""
        text, words = self.text, self.words
        clause = self.clause(previous, group.start)
        if clause == previous > self.begin and not bound_before:
            clause = self.clause(self.begin, group.start)
        timed = _TIMED.match(text, clause, group.start)
        before = text[timed.end() if timed else clause : group.start].lstrip('“”"（( 　')
        if (
            not before
            or (before == "请" and text[group.start] in "各有相")
            or described(text, self.begin, group)
            or self._posts(group)
        ):
            return "start"
        if (
            before == "作为"
            and not text.endswith(_LABELS, group.start, group.end)
            and _IN_OFFICE.match(text, group.end)
        ):
            return "start"  # 作为 [教育厅]，我们要…
        if text[group.start - 1] == "”" and _TO_NUMBER.search(text, max(self.begin, group.start - 14), group.start):
            return ""
        if self._by(group, clause) or (group.members[0].rule in _PERSONS and "由" in before):
            return "agent"
        if text.endswith("要求", self.begin, group.start) and _ASKED.fullmatch(text, self.begin, group.start):
            return "agent"  # 会议要求 [各乡镇] 抓紧整改
        if text.endswith("同意", self.begin, group.start) and self._proposes(group):
            return ""
        if text.endswith(("印发", "转发", "下发"), self.begin, group.start) and _FOLLOWED.match(text, group.end):
            return "agent"  # 印发各单位贯彻执行
        at = group.start
        if text[at - 1] == "是" and _PROMISED.match(text, group.end, self.end):
            return ""  # 是 [县政府] 向群众承诺的实事
        if words.makes.begin(text, at, clause) >= 0:
            return "made"
        if len(before) > 1 and words.adverbial.begin(text, at, clause) == at - len(before):
            return "start"  # 所以 | 各地…
        acted = words.objects.begin(text, at, clause) >= 0
        if bound_before and clause == previous:
            if before.endswith("、") and len(before) <= 13:
                # 民政办把低保、[特困人员] 逐个核对; 教育局负责学校、[幼儿园] 管理
                charged = before.startswith("负责") and not text.startswith(("负责", "牵头", "具体", "配合"), group.end)
                return "" if before[0] in _ACTED or charged else "start"
            return "" if acted else "loose"
        if acted or before[0] in "对向给为把将与" or _WHOEVER.fullmatch(before):
            return ""
        verb = words.verb.match(before)
        if before[-1] == "、" and group.members[0].rule == "clause":
            return "start"
        if before[-1] in "、和及与或" or (before[-1] in "”）)" and verb):
            inner = clause + len(before.rstrip("、和及与或"))
            return "" if verb or words.objects.begin(text, inner, clause) >= 0 or "以" in before else "loose"
        if words.adverbial.begin(text, at, clause) >= 0 and not (verb and len(before) > 6):
            return "start"
        return "" if verb is not None and len(before) <= 24 and "由" not in before else "loose"

    def shared(self, group: Group, previous: int) -> str:
        """Members without a head of their own before the group: 中风险和 [高风险地区] 要…; "start" where they begin the clause."""
        text = self.text
        low = self.clause(previous, group.start)
        if not _SHARED_HEAD.fullmatch(text, low, group.start):
            return "loose"
        if self.words.verb.match(text, low) or not self.words.modal.match(text, group.end):
            return "loose"
        group.members[:0] = [
            Mention(match.start(), match.end(), match.group(), "listed", "body")
            for match in _MEMBER.finditer(text, low, group.start)
        ]
        group.start = low
        return "start"

    def _by(self, group: Group, clause: int) -> bool:
        """由 or the like before the group, describing words between allowed: 由所涉及的 [县财政局], 由贫困户 [所在乡镇党委]."""
        text, at = self.text, group.start
        begin = self.words.agent.begin(text, at, clause)
        if begin >= 0 and text[begin] == "由" and _FROM_TO.match(text, group.end, self.end):
            return False  # 由企业在职职工…放宽至…
        if begin >= 0:
            return begin == clause or text[begin - 1] not in _PART_OF_WORD
        if text[at - 1] == "的" or text.startswith("所在", at):
            return _OF_WHICH.search(text, max(clause, at - 10), at) is not None
        return False

    def _proposes(self, group: Group) -> bool:
        """会议原则同意 [县经发局] 关于…的意见，修改后报…: who proposed it, and who goes on with it is not said."""
        text = self.text
        return (
            _AGREED.fullmatch(text, self.begin, group.start) is not None
            and _PROPOSED.match(text, group.end, self.end) is not None
            and _BY_DAY.search(text, group.end, self.end) is None
        )

    def _posts(self, group: Group) -> bool:
        """Nothing before the person in the sentence but the posts he holds: 区委常委、副区长 + 张三."""
        return group.members[0].rule == "titled" and _POSTS.fullmatch(self.text, self.begin, group.start) is not None
