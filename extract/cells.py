"""What the cells of a table row are: the cell that states the task is the obligation, its bodies, times and names go with it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.cell_values import carried, reason
from extract.evidence import Evidence
from extract.looks import DITTO, looks
from extract.readings import is_rule
from extract.row_part import LONG, STATES, Part, Weigh
from extract.structure import Kind, Sentence
from extract.tables import column_kind

_CHARGED = {"lead", "responsible", "body"}
_WORK_HEAD = re.compile(r"(?:项目|工程|事项)(?:名称)?$")
_MILESTONE = re.compile(
    r"(?:全面|全部|基本|实现|完成|主体(?:工程|结构)?|年底前?|年内)*(?:开工(?:建设)?|封顶|竣工(?:验收|投用|投产)?|完工|建成(?:投用|投产|通车|运营)?|投产|投用|投运|通车|交付|试运行|并网)"
)
"""竣工验收, 建成投用: how far a work of the row is to be."""
_EMPTY = DITTO | frozenset(("无", "暂无", "/", "／", "\\", "-", "—", "——", "－", "√", "×", "○"))
_STILL = re.compile(r"尚[有未]|还有|仍有|积存|存在")
_DONE = frozenset(("c:already", "c:le", "c:past", "x:pastyear"))
_TASK_BONUS = 120  # hundredths, as the weights
_CLAUSE = 14
_PART, _PART_CELLS = re.compile(r"[一二三四五六七八九十]{1,3}、?"), 4
_ITEMS = re.compile(r"考核(?:项目|事项|条目)")
_DIGIT = re.compile(r"\d")
_NAME = 24  # characters of a cell that names a task
_BOUNDED = frozenset(("x:target", "x:deadline"))
_SHORT_TASK = 6
_BRIEF = 5
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
_TIMED = re.compile(
    r"[①-⑳\d（）().、．]{0,4}(?:(?:\d{4}年)?\d{1,2}(?:月)?(?:[-—－至~～]\d{1,2})?月(?:份|[上中下]旬|[底初末])?|第?[一二三四]季度|[上下]半年)(?:[底末]|之?前)*[，：:、 ]+(?=[\u4e00-\u9fff]{4,})"
)
"""①3月底前，完成图纸深化设计。 in a column of stages: what is to be done by then."""
_STAGE = re.compile(
    r"(?:(?:\d{4}年)?\d{1,2}月?(?:份|[上中下]旬|[底初末])?(?:\s*[-—－至~～]+\s*\d{1,2})?(?:月(?:份|[上中下]旬|[底初末])?)?(?<=[月份旬底初末])|第?[一二三四1-4]季度|[上下]半年|全年)(?:之?前)?\s*[：:]\s*[^\s\d：:]{2,}"
)
"""4月下旬：确定方案, 10月：验收: a step of the task and its time."""
_STAYED = _DONE | {"c:lack"}
_HINDERED = re.compile("[因受][^，。]{2,12}|缓慢|滞后|反映|强烈")
_STAGES = re.compile("进度|时序|安排|计划|步骤|节点|阶段")


def judge_row(sentences: Sequence[Sentence], evidence: Sequence[Evidence], weigh: Weigh) -> None:
    """Set kind, rule and cue of the sentences of one row."""
    parts = [Part(s, e, _column(s)) for s, e in zip(sentences, evidence, strict=True) if not s.rule]
    tasks: list[Part] = []
    if _heads_part(sentences):
        for part in parts:
            part.sentence.kind, part.sentence.rule = Kind.HEADING, "table-part"
        return
    for part in parts:
        if _MARKED.search(part.sentence.text) and not part.modal:
            part.sentence.kind, part.sentence.rule = Kind.CONTEXT, "table-marks"
            continue
        if is_rule(part.sentence.text, part.evidence):
            part.sentence.kind, part.sentence.rule = Kind.CONTEXT, "reading-rule"
            continue
        if part.sentence.text.strip(" \u3000") in _EMPTY:
            part.sentence.kind, part.sentence.rule = Kind.CONTEXT, "table-value-cell"
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
        if carried(part, weigh):
            part.sentence.kind, part.sentence.rule = reason(part)
            continue
        part.score = weigh(part.evidence) + (_TASK_BONUS if part.column in STATES else 0)
        tasks.append(part)
    if any(part.column in STATES and not _schedule(part) for part in tasks):
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


def _is_name(part: Part, phrases: Sequence[Part]) -> bool:
    """任务名称, or 工作任务 beside 具体措施: a cell (加强组织领导) that names what another says how to do."""
    header = _together(part.header)
    beside = [one for one in phrases if one.column in STATES and _together(one.header) != header]
    if header.endswith("名称"):
        return _DIGIT.search(part.sentence.text) is None and any(
            len(one.sentence.text) > len(part.sentence.text) for one in beside
        )
    return (
        part.column == "task"
        and not header.startswith("具体")
        and any(_together(one.header).startswith("具体") for one in beside)
        and len(part.sentence.text) <= _NAME
        and "，" not in part.sentence.text
        and not part.evidence.any(_BOUNDED)
    )


def _together(header: str) -> str:
    """任 务 名 称: letters set apart."""
    return header.replace(" ", "")


def _named_works(parts: Sequence[Part]) -> None:
    """A row that gives a work to somebody by a day, and says no more of it: the work's name is the task."""
    columns = {part.column for part in parts if looks(part.sentence.text) != "empty"}
    if "deadline" not in columns or columns.isdisjoint(_CHARGED):
        return
    for part in parts:
        if part.column == "name" and _WORK_HEAD.search(part.header):
            part.sentence.kind, part.sentence.rule = Kind.OBLIGATION, "table-task"


def _schedule(part: Part) -> bool:
    """A column of stages to be reached (年度形象进度) stands beside what is to be built, not instead of it."""
    return "进度" in part.header


def _delivers(part: Part) -> bool:
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


def _assessed(part: Part) -> bool:
    """Does the cell under 考核项目 say what is to be done (完善“四个到位”), not only what it is about (组织领导)?"""
    header = part.header
    return (
        part.column == "category"
        and _ITEMS.search(header) is not None
        and part.evidence.has("h:verb")
        and len(part.sentence.text) >= _SHORT_TASK
        and not part.sentence.text.endswith(("情况", "工作", "部门"))
    )


def _staged(part: Part) -> bool:
    """Does the cell under 进度安排 say what is done by when, and not only when?"""
    header = part.header
    return (
        (part.column in STATES or part.column in ("", "deadline"))
        and (
            _STAGE.match(part.sentence.text) is not None
            or (
                (not header or _STAGES.search(header) is not None)
                and len(part.sentence.text) >= LONG
                and _TIMED.match(part.sentence.text) is not None
            )
        )
        and not part.evidence.any(_STAYED)
        and _HINDERED.search(part.sentence.text) is None
    )


def _states(part: Part) -> bool:
    """目前尚有19个县没有通过验收: how things are, beside the task."""
    e = part.evidence
    stands = e.has("c:now") or _STILL.search(part.sentence.text) is not None
    return stands and e.has("c:lack") and not (part.modal or e.has("h:verb") or e.has("x:deadline"))


def _joins(part: Part) -> bool:
    """市审计局抽审, 督查室负责督办 among the remarks: who does what besides."""
    if part.column != "note":
        return False
    if part.evidence.has("x:acts") and not (part.evidence.has("c:le") or part.evidence.has("c:already")):
        return True
    return part.evidence.has("x:bodyfirst") and _BY.search(part.sentence.text) is not None


def _phrase(part: Part) -> bool:
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
    return length >= LONG and (acts or not e.kinds.isdisjoint(("must", "yao", "ban", "assign")))


def _decide(part: Part, phrases: Sequence[Part]) -> None:
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
    elif part.column == "task" and not any(one.column in STATES for one in phrases):
        sentence.kind, sentence.rule = Kind.OBLIGATION, "table-task"
    elif (
        (part.score > 0 and (evidence.has("x:target") or evidence.has("x:deadline")) and len(text) >= LONG)
        or (
            part.column == "target"
            and not done
            and len(text) >= LONG
            and (evidence.has("x:deadline") or evidence.has("x:period"))
        )
        or (part.column == "target" and _MILESTONE.fullmatch(text))
    ):
        sentence.kind, sentence.rule = Kind.OBLIGATION, "table-target"
    elif part.column in STATES and len(text) < 16:
        sentence.kind, sentence.rule = (
            (Kind.TOPIC, "table-topic") if part.column == "task" else (Kind.CONTEXT, "table-value-cell")
        )
    elif part.score > 0:
        sentence.kind, sentence.rule = Kind.OBLIGATION, "table-task"
    else:
        sentence.kind, sentence.rule = Kind.CONTEXT, "table-description"
