"""When: deadlines and periods of acts with the day they end on (`draft.deadlines`).

`periods.find` sees every expression of time, `dates.resolve` values it; here those that bound no act are left out
(past events, cited documents, conditions, what merely describes a thing) and the soft ones marked (力争, 原则上).
A `Deadline` keeps its words and its `anchor`, so `resolve(one.text, new_date, anchor=one.anchor)` values it anew when a
reader corrects the document's date.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta

from extract.clauses import Clauses
from extract.dates import Value, resolve
from extract.draft import Draft, within
from extract.model import Cell, Deadline, Kind, Sentence
from extract.periods import Expression, find
from extract.tables import column_kind, looks
from extract.timewords import YEAR

_SOFT = re.compile(
    r"力争|力求|原则上|尽量|尽可能|争取(?!到?[^，。]{0,4}(?:上级|中央|国家|省|市|资金|专项|政策|支持|更多|项目|债券|补助|指标|额度))"
)
_FIRM = re.compile(r"确保|务必|必须|保证")
_CITED = re.compile(
    r"[^，。；：、]{0,14}?(?:印发|下发|出台|发布|公布|颁布|制定|建成|建设|确定|安排|形成|新增|到期|结转|查处|交办|反馈|认定|实施|签订|竣工"
    r"|投产|立项|下达|通过|批准|开工|启动|登记|收到|发现|存在|召开|举办|开展|发生|评选|表彰|申报|验收|欠|拖欠|遗留|入库|产生|参加|取得"
    r"|有其他|达成|签约|毕业|退役|退出|脱贫|排查|摸排|报送|提交|完成|未[^，。]{1,6})的(?!同时|基础|前提|要求|目标|原则|时限)"
)
_ATTRIBUTE = re.compile(
    r"度?(?:《|[^，。；：、]{0,18}?(?:要点|计划|规划|方案|预算|清单|报告|名单|目录|资金|指标|考核|决算|年报|台账|数据|情况|任务|工作|会议|讲话|精神|目标)"
    r"(?=$|[，。；：、（）》”]|的))"
)
_ACTS = re.compile(
    r"[，：]|要|将|应|须|底|末|内|前|全|力争|确保|争取|完成|建成|实现|达到|基本|初步|新[建增]|再|继续|拟|计划|组织|开展|实施|推进|启动|出台"
    r"|制定|印发|安排|培育|培养|引进|打造|建设|改造|投入|力|各|起|开始|必须|务必|由|在|对|以|把|将|不|只|定|纳入|投(?!资)|竣工|开工|形成|举办|召开"
)
_YEARLY = re.compile(r"(?:度|年终?|年底)?(?:考核|总结|评比|绩效|突击|述职|测评|评议|工作总结|结算|决算|关账|分红)")
_LATER = re.compile(r"以来|以后|[之过]?后(?!续)|以降|来(?=[，、])")
_PAST = re.compile(
    r"截[至止]到?|去年|上年|往年|前年|同年|预计|预期|早在|曾于|已于|已在|于(?=20\d\d年\d+月\d+日(?:以|经|由|第))"
)
_GONE = re.compile(r"[去前往同]年|上一?年|^上个?(?:季|月|周|学)")
_MAKES = re.compile(r"(?:编制|制定|下达|分解|申报|报送|提交|审议|落实|执行|调整|修订|印发|总结|统筹|安排|谋划)好?$")
_STILL = re.compile(r"[仍还尚]|已[^，]{0,6}|都?没有")
_CONDITION = re.compile(r"的(?:除外)?$")
_EVENTS = re.compile(
    r"后，|后$|接到|收到|发现|逾期|对[^，。；]{2,40}的[^，。；]{0,8}，|凡|每|之日|列[为入]|若|如[需遇有]|一旦|出现|申请|被[督约通]|的[，、]|被督办|涉[^，。]{1,6}(?:信访|案件|投诉)"
)
_STANDING = re.compile(
    r"答复|回复|办结|反馈|受理|送达|退还|告知|报告|处置(?!方案|办法|意见|预案|计划)|审批|审核|鉴定|上报|核查|补正|移交|移送|公示|备案|赔付|支付|拨付|缴|签收"
)
_REDUCE = re.compile(r"(?:压缩|压减|缩短|缩减|控制|减少|降低?|提速|精简|限定|限)(?:至|到|在|为|成)?[^，。；0-9]{0,4}$")
_LIMIT = re.compile(
    r"(?:时间|时限|周期|用时|时长|期限|环节)(?:由|从)?[^，。；]{0,10}(?:压缩|压减|缩短|缩减|减|降|提速|控制|不超过|不得超过)[^，。；]{0,6}$"
)
_RECENT = timedelta(days=62)
_ALWAYS = re.compile(
    r"长期(?:坚持|推进|实施|有效|任务)?|常态化?(?:推进|开展|坚持|实施|落实)?|持续(?:推进|开展|实施|用力)?|日常工作|贯穿全年|经常性工作"
)
_TERM = re.compile(
    r"[（(【\[]?\s*(?:[^，。；：:]{0,12}[：:；，][^：:]{0,60}?[；，。]\s?)?(?:完成|办理|整改|落实|办结|推进|工作|计划|目标)?(?:时限|时间|期限)(?:要求|节点|安排|进度)?\s*[】\]]?\s*[：:]"
)


def deadlines(draft: Draft) -> None:
    clauses = draft.clauses
    text, day = draft.text, draft.context.date
    plan = _plan_year(draft)
    year, year_sentence = "", -1
    cells = _TimeCells(draft)
    found: list[Deadline] = []
    for one in find(text):
        words = text[one.start : one.end]
        low, high = clauses.around(one.start, one.end)
        before, after = text[low : one.start], text[one.end : high]
        sentence = text.rfind("。", max(0, one.start - 200), one.start)
        if year and sentence != year_sentence:
            year = ""
        anchor = _anchor(text, one, clauses) if one.rule in ("within", "since") else year or plan
        value = resolve(words, day, anchor=anchor)
        named = re.search(r"(?:19|20)\d\d(?=年)", words)
        if named and day and int(named.group()) > day.year:
            year, year_sentence = named.group(), sentence
        if clauses.titled(one.start) or (not cells.hold(one.start) and _unbound(one, words, before, after, value, day)):
            continue
        if one.rule == "within" and (_REDUCE.search(before) or _LIMIT.search(before)):
            continue
        found.append(
            Deadline(
                one.start,
                one.end,
                words,
                value.kind,
                value.begin,
                value.due,
                value.recurrence,
                firm=_firm(text, one, low, high, clauses),
                rule=f"time-{one.rule}",
                note=value.note,
                anchor=anchor,
            )
        )
    found.extend(cells.ongoing())
    found.sort(key=lambda deadline: deadline.start)
    draft.deadlines = found


class _TimeCells:
    """Cells of a column such as 完成时限: every time in them is meant; 长期 and 常态化 alone are periods too."""

    def __init__(self, draft: Draft) -> None:
        self.cells = [one for one in draft.outline.sentences if one.cell and _is_time(one.cell, one.text)]
        self.starts = [one.start for one in self.cells]

    def hold(self, start: int) -> bool:
        at = bisect_right(self.starts, start) - 1
        return at >= 0 and start < self.cells[at].end

    def ongoing(self) -> Iterator[Deadline]:
        for one in self.cells:
            if _ALWAYS.fullmatch(one.text):
                yield Deadline(one.start, one.end, one.text, "ongoing", recurrence="ongoing", rule="time-ongoing")


def _is_time(cell: Cell, words: str) -> bool:
    if cell.is_header:
        return False
    kind = column_kind(cell.header) if cell.header else ""
    return kind == "deadline" or (not kind and looks(words) == "time")


def bind(draft: Draft) -> None:
    """Times that stand beside the acts they bound: in the row's time cell, in a line or bracket “完成时限：…” after the item.

    Fills `draft.times`: index of a sentence → deadlines that stand in another sentence. Runs when kinds are known.
    """
    rows: dict[tuple[int, int], list[Deadline]] = {}
    sentences = draft.outline.sentences
    for one in sentences:
        if one.cell and _is_time(one.cell, one.text):
            rows.setdefault((one.cell.table, one.cell.row), []).extend(within(draft.deadlines, one.start, one.end))
    for index, one in enumerate(sentences):
        if one.kind is Kind.OBLIGATION:
            if one.cell and not _is_time(one.cell, one.text) and (found := rows.get((one.cell.table, one.cell.row))):
                draft.times.setdefault(index, []).extend(found)
        elif not one.cell and _TERM.match(one.text) and (found := within(draft.deadlines, one.start, one.end)):
            for before in _governed(sentences, index):
                draft.times.setdefault(before, []).extend(found)


def _governed(sentences: list[Sentence], index: int) -> Iterator[int]:
    """Obligations that a line “完成时限：…” speaks of: those of its item, else of its paragraph, else of the one before."""
    term = sentences[index]
    paragraph = None
    for at in range(index - 1, max(-1, index - 40), -1):
        one = sentences[at]
        if (term.item is not None and one.item is not None and one.item < term.item) or one.section != term.section:
            return
        if one.kind is not Kind.OBLIGATION:
            if _TERM.match(one.text):
                return
            continue
        paragraph = one.paragraph if paragraph is None else paragraph
        if term.item is None and one.paragraph != paragraph:
            return
        yield at


def _plan_year(draft: Draft) -> str:
    """The year a plan is for, where its title says so and it was issued late in the year before (2025年工作要点, dated December)."""
    context = draft.context
    year = re.search(r"(20\d\d)年", context.title)
    if year and context.date and int(year[1]) == context.date.year + 1 and context.date.month >= 10:
        return year[1]
    return ""


def _anchor(text: str, one: Expression, clauses: Clauses) -> str:
    """ "event" where a length of time counts from something that has no date: 接到通知后2日内, 对…的，3日内."""
    if re.match(r"会|印发|下发|发", text[one.start : one.end]) or "之日起" in text[one.start : one.end]:
        return ""
    start = max(text.rfind(mark, max(0, one.start - 100), one.start) for mark in "。；！？\n\t")
    before = text[max(start + 1, one.start - 100) : one.start]
    _, high = clauses.around(one.start, one.end)
    if _EVENTS.search(before) or _STANDING.search(text[one.end : min(high, one.end + 16)]):
        return "event"
    return ""


def _unbound(one: Expression, words: str, before: str, after: str, value: Value, day: date | None) -> bool:
    """Does the expression bound no act: past, cited, a condition, or the attribute of a noun?"""
    if one.rule in ("recurring", "ongoing", "notice", "length"):
        return False
    if _GONE.search(words) or _LATER.match(after) or _PAST.search(before[-8:]):
        return True
    if words in ("年初", "月初", "年中", "季初"):
        return True
    if words.startswith("截") and not words.endswith("前"):
        return True
    if after.startswith("的") and one.rule not in ("season", "since") and not after.startswith(("的前提", "的基础")):
        return True
    if one.rule in ("season", "event") and (
        after.startswith("的") or _CITED.match(after) or (before.endswith("对") and "的" in after)
    ):
        return True
    if one.rule in ("within", "since", "season", "event"):
        return False
    if _CITED.match(after) or (_CONDITION.search(after) and len(after) < 30):
        return True
    bare = re.fullmatch(r".*年度?[底终末]?", words) is not None and words != "全年"
    if bare and (_YEARLY.match(after) or words == "当年"):
        return True
    if words.endswith("年度") and not re.match(r"[，内前]", after) and not before.endswith("在"):
        return True
    if _STILL.match(after) or (before.endswith("（") and after.startswith("）")):
        return True
    if bare and re.match(rf"、{YEAR}", after):
        return True
    if bare and re.search(r"年度?$", words) and _ATTRIBUTE.match(after):
        named = _ATTRIBUTE.match(after)
        if not _ACTS.match(after) or (
            named and named.end() <= 7 and not before.endswith("，") and _MAKES.search(before)
        ):
            return True
    return _past(words, value, day)


def _past(words: str, value: Value, day: date | None) -> bool:
    """Ended before the document began; a bound of the last two months stays (documents are dated late)."""
    if day is None or value.due is None or value.due >= day or value.kind == "from":
        return False
    return not (words.endswith("前") and day - value.due <= _RECENT) and re.search(r"\d{4}|年", words) is not None


def _firm(text: str, one: Expression, low: int, high: int, clauses: Clauses) -> bool:
    before, after = text[low : one.start], text[one.end : high]
    cues = list(_SOFT.finditer(before))
    soft = cues[-1] if cues else None
    if soft and not _FIRM.search(before, soft.end()):
        return False
    if (later := _SOFT.match(after, 0)) or (later := _SOFT.search(after[:18])):
        return bool(re.search(r"[、]|完成|建成|实现", after[: later.start()]))
    if not after and text[one.end : one.end + 1] == "，":
        _, stop = clauses.around(one.end + 1, one.end + 2)
        return _SOFT.search(text, one.end + 1, stop) is None
    return True
