"""What the cells of a table row are: the cell that states the task is the obligation, its bodies, times and names go with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extract.evidence import MODAL, Evidence
from extract.looks import looks
from extract.readings import is_rule
from extract.structure import Kind, Sentence
from extract.tables import column_kind

_CARRIES = {
    "number",
    "person",
    "deadline",
    "lead",
    "support",
    "responsible",
    "body",
    "value",
    "marks",
    "note",
    "name",
    "category",
    "result",
}
_CHARGED = {"lead", "responsible", "body"}
_WORK_HEAD = re.compile(r"(?:项目|工程|事项)(?:名称)?$")
_STILL = re.compile(r"尚[有未]|还有|仍有|积存|存在")
_STATES = {"task", "target"}
_DONE = frozenset(("c:already", "c:le", "c:past", "x:pastyear"))
Weigh = Callable[[Evidence], int]
_SUBJECT = frozenset(("h:verb", "x:bodyfirst", "x:deadline"))
_TASK_BONUS = 120  # hundredths, as the weights
_WORKS = re.compile("(?:项目|工程)(?:名称)?$")
"""A column of works: 浣江中学新校区 in it is one, whatever it looks like."""
_PLAINLY = 20  # characters of a cell that says more than when
_SURE = 100
_LONG, _BRIEF = 8, 5
_CLAUSE = 14
_SCORE = re.compile(r"^[（(]?\d+(?:\.\d+)?\s*分?[）)]?$|不得分|^否则")
_PART, _PART_CELLS = re.compile(r"[一二三四五六七八九十]{1,3}、?"), 4
_ITEMS = re.compile(r"考核(?:项目|事项|条目)")
_DIGIT = re.compile(r"\d")
_SHORT_TASK, _LONG_TASK = 6, 20
_MARKED = re.compile(
    r"的[，,]?\s*(?:每[^，。；]{1,8})?(?:分别|各|一次性|酌情|最高|视情|每次)?(?:奖励?|加|扣除?|减|计|得)(?:\d+分?[、，/])*\d+(?:\.\d+)?(?:[-—~至]\d+)?分"
    r"|(?:[未不少缺漏]|没有|低于|高于|超过|发现|迟报|瞒报|出现|每|一[所处例项次家人])[^。；]{0,24}?(?:扣除?|减)\d+(?:\.\d+)?分[。；，]?(?:[^。；]*(?:扣除?|减)\d+(?:\.\d+)?分)?[。；]?$"
    r"|每[项次个件][加奖]\d+(?:\.\d+)?分[。；]?$"
    r"|^[^，。；]*(?:每|凡|出现)[^，。；]{1,12}扣\d+(?:\.\d+)?分。?$"
)
"""What wins or costs how many marks is no task: 获省级表扬的，奖20、10分."""
_BY = re.compile(
    r"(?:[局委办部厅署院室处组站科]|部门|中心|政府|公司|单位)(?:负责|牵头|督办|督[查导]|抽[查审检]|复核|审[核批定]|核[实查定]|监督|验收|配合|协助|跟踪|兜底|实施|汇总|统筹)"
)
_ASSIGNS = re.compile(r"(?:负责|牵头|做好|承担)[\u4e00-\u9fff“]{3,}")
_TIMED = re.compile(
    r"[①-⑳\d（）().、．]{0,4}(?:(?:\d{4}年)?\d{1,2}(?:月)?(?:[-—－至~～]\d{1,2})?月(?:份|[上中下]旬|[底初末])?|第?[一二三四]季度|[上下]半年)(?:[底末]|之?前)*[，：:、 ]+(?=[\u4e00-\u9fff]{4,})"
)
"""①3月底前，完成图纸深化设计。 in a column of stages: what is to be done by then."""
_PAPERS = re.compile(r"《[^《》]+》[。；]?|[^，。；]{2,20}(?:资料|材料|台账|记录|文件|通知)等?[。；]?")
"""《信访工作条例》, 全年各类监督资料: what is shown to prove it."""
_STAYED = _DONE | {"c:lack"}
_HINDERED = re.compile("[因受][^，。]{2,12}|缓慢|滞后|反映|强烈")
_STAGES = re.compile("进度|时序|安排|计划|步骤|节点|阶段")


@dataclass(slots=True)
class _Part:
    sentence: Sentence
    evidence: Evidence
    column: str
    score: int


def judge_row(sentences: Sequence[Sentence], evidence: Sequence[Evidence], weigh: Weigh) -> None:
    """Set kind, rule and cue of the sentences of one row."""
    parts = [_Part(s, e, _column(s), 0) for s, e in zip(sentences, evidence, strict=True) if not s.rule]
    tasks: list[_Part] = []
    if _heads_part(sentences):
        for part in parts:
            part.sentence.kind, part.sentence.rule = Kind.HEADING, "table-part"
        return
    for part in parts:
        if _MARKED.search(part.sentence.text) and not _modal(part):
            part.sentence.kind, part.sentence.rule = Kind.CONTEXT, "table-marks"
            continue
        if is_rule(part.sentence.text, part.evidence):
            part.sentence.kind, part.sentence.rule = Kind.CONTEXT, "reading-rule"
            continue
        staged = _staged(part)
        if not staged and _states(part):
            part.sentence.kind, part.sentence.rule = Kind.CONTEXT, "problem"
            continue
        if staged or _assessed(part) or _joins(part):
            part.sentence.kind, part.sentence.rule, part.sentence.cue = (
                Kind.OBLIGATION,
                "table-task",
                part.evidence.head,
            )
            continue
        if _carried(part, weigh):
            part.sentence.kind, part.sentence.rule = _reason(part)
            continue
        part.score = weigh(part.evidence) + (_TASK_BONUS if part.column in _STATES else 0)
        tasks.append(part)
    if any(part.column in _STATES and not _schedule(part) for part in tasks):
        for part in [one for one in tasks if one.column == "content" and not _delivers(one)]:
            part.sentence.kind, part.sentence.rule = Kind.CONTEXT, "table-description"
            tasks.remove(part)
    phrases = [part for part in tasks if _phrase(part)]
    for part in tasks:
        if _is_name(part, phrases):
            part.sentence.kind, part.sentence.rule = Kind.TOPIC, "table-topic"
        else:
            _decide(part, phrases)
    if all(one.kind is not Kind.OBLIGATION for one in sentences):
        _named_works(parts)


def _is_name(part: _Part, phrases: Sequence[_Part]) -> bool:
    """任务名称 (加强组织领导) beside 任务内容, which says what to do."""
    header = _header(part)
    return (
        header.endswith("名称")
        and _DIGIT.search(part.sentence.text) is None
        and any(
            _header(one) != header and one.column in _STATES and len(one.sentence.text) > len(part.sentence.text)
            for one in phrases
        )
    )


def _header(part: _Part) -> str:
    return part.sentence.cell.header.replace(" ", "") if part.sentence.cell is not None else ""


def _named_works(parts: Sequence[_Part]) -> None:
    """A row that gives a work to somebody by a day, and says no more of it: the work's name is the task."""
    columns = {part.column for part in parts if looks(part.sentence.text) != "empty"}
    if "deadline" not in columns or columns.isdisjoint(_CHARGED):
        return
    for part in parts:
        cell = part.sentence.cell
        if part.column == "name" and cell is not None and _WORK_HEAD.search(cell.header):
            part.sentence.kind, part.sentence.rule = Kind.OBLIGATION, "table-task"


def _schedule(part: _Part) -> bool:
    """A column of stages to be reached (年度形象进度) stands beside what is to be built, not instead of it."""
    return part.sentence.cell is not None and "进度" in (part.sentence.cell.header or "")


def _delivers(part: _Part) -> bool:
    """Does the cell on what is built say how much of it is to be made (新建厂房6栋8.2万平方米)?"""
    return part.evidence.has("h:verb") and part.evidence.has("x:target")


def _column(sentence: Sentence) -> str:
    assert sentence.cell is not None
    return column_kind(sentence.cell.header) if sentence.cell.header else ""


def _heads_part(row: Sequence[Sentence]) -> bool:
    """“二、 | 加强宣传 | 10”: a row that heads a part of the table, with nothing but marks besides."""
    if not 1 < len(row) <= _PART_CELLS or not _PART.fullmatch(row[0].text):
        return False
    return sum(1 for one in row[1:] if looks(one.text) != "number") == 1 and row[1].text[-1] not in "。；"


def _modal(part: _Part) -> bool:
    return part.evidence.any(MODAL)


def _assessed(part: _Part) -> bool:
    """Does the cell under 考核项目 say what is to be done (完善“四个到位”), not only what it is about (组织领导)?"""
    header = part.sentence.cell.header if part.sentence.cell is not None else ""
    return (
        part.column == "category"
        and _ITEMS.search(header) is not None
        and part.evidence.has("h:verb")
        and len(part.sentence.text) >= _SHORT_TASK
        and not part.sentence.text.endswith(("情况", "工作", "部门"))
    )


def _staged(part: _Part) -> bool:
    """Does the cell under 进度安排 say what is done by when, and not only when?"""
    header = part.sentence.cell.header if part.sentence.cell is not None else ""
    return (
        (part.column in _STATES or part.column in ("", "deadline"))
        and (not header or _STAGES.search(header) is not None)
        and len(part.sentence.text) >= _LONG
        and _TIMED.match(part.sentence.text) is not None
        and not part.evidence.any(_STAYED)
        and _HINDERED.search(part.sentence.text) is None
    )


def _states(part: _Part) -> bool:
    """目前尚有19个县没有通过验收: how things are, beside the task."""
    e = part.evidence
    stands = e.has("c:now") or _STILL.search(part.sentence.text) is not None
    return stands and e.has("c:lack") and not (_modal(part) or e.has("h:verb") or e.has("x:deadline"))


def _joins(part: _Part) -> bool:
    """市审计局抽审, 督查室负责督办 among the remarks: who does what besides."""
    if part.column != "note":
        return False
    if part.evidence.has("x:acts") and not (part.evidence.has("c:le") or part.evidence.has("c:already")):
        return True
    return part.evidence.has("x:bodyfirst") and _BY.search(part.sentence.text) is not None


def _carried(part: _Part, weigh: Weigh) -> bool:
    """Does the cell only carry bodies, a time, a number, a name?"""
    text = part.sentence.text
    look = looks(text)
    if (_SCORE.search(text) and not (len(text) > _LONG_TASK and part.evidence.has("h:verb"))) or look in (
        "number",
        "person",
        "empty",
    ):
        return True
    if part.column in ("lead", "support", "responsible", "body", "person"):
        return not (_ASSIGNS.search(text) and part.evidence.has("c:assign"))
    bounded = part.column in _STATES and (part.evidence.has("x:deadline") or part.evidence.has("x:target"))
    if look == "body" and not part.evidence.has("h:verb") and not bounded:
        return True
    if part.column == "target" and _PAPERS.fullmatch(text) and not part.evidence.any(_SUBJECT):
        return True
    if look == "time" and part.column not in _STATES and not _says_more(part):
        return True
    return part.column in _CARRIES and not (part.column in ("note", "name", "result") and _ordered(part, weigh))


def _says_more(part: _Part) -> bool:
    """6月底前上线，实现40项高频事项“一网通办” under 建设内容: what is to be done, with its time."""
    if part.column != "content":
        return False
    told = any(part.evidence.has(name) for name in ("x:target", "h:verb", "v:1", "v:2"))
    text = part.sentence.text
    return "，" in text and ((told and len(text) >= _LONG) or len(text) >= _PLAINLY)


def _ordered(part: _Part, weigh: Weigh) -> bool:
    """Is there an order even in a column that usually holds none?"""
    modal = _modal(part)
    plain = part.column == "note" and part.evidence.has("h:verb") and len(part.sentence.text) >= _LONG
    return (modal or plain) and weigh(part.evidence) > _SURE


def _reason(part: _Part) -> tuple[Kind, str]:
    if part.column == "category" and looks(part.sentence.text) != "body":
        return Kind.HEADING, "table-category"
    if part.column == "result":
        return Kind.RESULT if len(part.sentence.text) >= _LONG else Kind.CONTEXT, "table-result"
    look = looks(part.sentence.text)
    if part.column in ("lead", "support", "responsible", "body", "person") or (
        look in ("body", "person") and not _WORKS.search(part.sentence.cell.header if part.sentence.cell else "")
    ):
        return Kind.CONTEXT, "table-body-cell"
    if part.column == "deadline" or (look == "time" and not _says_more(part)):
        return Kind.CONTEXT, "table-deadline-cell"
    return Kind.CONTEXT, "table-value-cell"


def _phrase(part: _Part) -> bool:
    """A cell that says what to do, not only what it is about."""
    e, length = part.evidence, len(part.sentence.text)
    if part.score <= 0:
        return False
    if part.column == "task" and e.has("h:verb"):
        return length >= _BRIEF
    if part.column == "target" and length < _CLAUSE and not (e.has("h:verb") or e.has("c:ensure")):
        return False
    if part.column == "target" and e.has("h:verb") and length >= _BRIEF:
        return True
    acts = any(e.has(name) for name in ("h:verb", "h:adverb", "v:1", "v:2"))
    return length >= _LONG and (acts or not e.kinds.isdisjoint(("must", "yao", "ban", "assign")))


def _decide(part: _Part, phrases: Sequence[_Part]) -> None:
    sentence, evidence = part.sentence, part.evidence
    text = sentence.text
    done = sum(1 for name in _DONE if evidence.has(name))
    if done and part.score <= 0:
        sentence.kind, sentence.rule, sentence.cue = Kind.RESULT, "past-result", evidence.cue("already", "le", "past")
    elif part in phrases:
        sentence.kind, sentence.rule, sentence.cue = (
            Kind.OBLIGATION,
            "table-task",
            evidence.head or evidence.cue("must", "yao", "ban", "assign"),
        )
    elif part.column == "task" and not any(one.column in _STATES for one in phrases):
        sentence.kind, sentence.rule = Kind.OBLIGATION, "table-task"
    elif (part.score > 0 and (evidence.has("x:target") or evidence.has("x:deadline")) and len(text) >= _LONG) or (
        part.column == "target"
        and not done
        and len(text) >= _LONG
        and (evidence.has("x:deadline") or evidence.has("x:period"))
    ):
        sentence.kind, sentence.rule = Kind.OBLIGATION, "table-target"
    elif part.column in _STATES and len(text) < 16:
        sentence.kind, sentence.rule = (
            (Kind.TOPIC, "table-topic") if part.column == "task" else (Kind.CONTEXT, "table-value-cell")
        )
    elif part.score > 0:
        sentence.kind, sentence.rule = Kind.OBLIGATION, "table-task"
    else:
        sentence.kind, sentence.rule = Kind.CONTEXT, "table-description"
