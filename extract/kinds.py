"""What each sentence is: obligation, result, context, heading, noise, topic, lead-in, appeal, permission.

Form comes first (headings, furniture, signatures, responsible lines, table cells), then evidence is weighed: the region of the
document, cue words, what clauses begin with, bodies, times and numbers. `rule` and `cue` say what decided.
"""

from __future__ import annotations

import re

from extract.draft import Draft
from extract.evidence import CHECKED, MODAL, Evidence
from extract.gather import gather
from extract.judge import weigh
from extract.leaders import judge_charges
from extract.margins import margin
from extract.prose import judge_prose
from extract.readings import awaited, cases, looked_at, names_a_state
from extract.regions import genre, regions
from extract.structure import Kind, Outline, Sentence
from extract.table_rows import judge_rows
from extract.topics import title_lines

_FOLLOW, _FULL = 35, 100  # a sentence follows its forerunner in the paragraph by a third; weights are hundredths
_DUTIES = re.compile(
    r"(?:其|各自|[\u4e00-\u9fff]{0,12}(?:指挥部|领导小组|办公室|委员会|联席会议|专班|组|局|科|中心))?(?:的)?"
    r"(?:主要|工作|具体|基本|岗位)*(?:职责|职责任务|工作任务|职能)(?:包括|有|是|为|如下)*[：:。]?"
)
_NOW = re.compile(
    r"(?:为此|经[^，。；]{2,30}|根据[^，。；]{2,30}|结合[^，。；]{2,20}|特)?[，,]?现(?:就|将|予|提出|印发|制定|转发|通知)[^。；]{0,80}(?:如下|以下|通知|印发|意见|方案|你们)"
)
"""现就有关事项通知如下：, behind what moved the writer."""
_HOLDS = re.compile(
    r"(?:应当?|须|必须|要|需)[^，。；：]{0,60}?(?:包括|包含|载明|明确|列明|写明|提交|提供|附具|出具|报送|携带)(?:但不限于)?[^，。；：]{0,6}?(?:以下|下列)[^，。；：]{0,4}(?:内容|事项|材料|信息|文件|要素|资料)[：:]$"
    r"|(?:内容|材料|事项|要素|条款)[^，。；：]{0,4}(?:应当?|须|必须)(?:主要)?(?:包括|包含|载明|写明)(?:但不限于)?[：:]$"
    r"|(?:清理|纠正|整治|查处|排查|检查|治理)[^，。；：]{0,12}(?:以下|下列)(?:问题|行为|情形|做法|现象|内容)[：:]$"
)
"""实施方案应包括以下内容：, 重点清理以下问题：: what is ordered; the items under it are what it speaks of."""
_AGENDA = re.compile("(?:会议|培训)(?:的)?(?:主要)?(?:内容|议程|议题)$")
_WILL = re.compile(
    r"(?:[局委部署院办厅会府]|银行|中心|总署|总局)将(?:共同|联合|会同[^，。；]{2,20}|继续|于[^，。；]{2,12})?(?:启动|开展|组织|实施|举办|召开|推进|建设|选择)"
)
"""国家发展改革委、商务部将启动第三批示范城市创建工作: what the writer is to do, told in the preamble."""
_UNDER_WAY = re.compile(
    r"(?:预计|(?<![原按])计划(?!项目)|(?<![原学])拟(?!建)|后将)(?:于|在)?[^，。；]{0,14}?(?:动工|开工|完工|竣工|建成|投产|投用|通车|投入使用)(?:建设|生产)?(?=[，。；]|\Z)"
)
"""预计2017年下半年动工建设: what is still to come of a work, in plans and answers."""
_BY_NOW = re.compile("原计划|已(?:全部|经)?(?:竣工|完工|建成|通车|投用)|目前已|未能|推迟|去年|上年")
_OVER = frozenset(("c:le", "c:already", "c:past", "c:lack", "x:done"))
_SUMS = frozenset(("累计", "总计", "合计", "共计"))
_SO_FAR = re.compile(r"目前|截[至止]|已|去年|上年|迄今|\d{4}年(?!度?[底末前内]|.*(?:力争|确保))")
_TOLD = _OVER | {"c:appoint", "c:define", "c:copula", "c:permit"}
_ORDERED = frozenset(("c:yao", "c:must", "x:bodyfirst"))
_CHARGES = frozenset(("x:target", "x:deadline", "x:bodyfirst"))
_SHARED = re.compile("负责(?!人|同志)|牵头")
_TELLS = frozenset(("x:target", "x:deadline", "h:lead"))
_PRESSES = frozenset(("must", "yao", "ban", "goal", "will", "quota"))
_AHEAD = frozenset(("plan", "mixed"))
_ORDERS = frozenset(("must", "yao", "ban", "ensure", "goal", "will", "assign"))


def kinds(draft: Draft) -> None:
    """Set `kind`, `rule` and `cue` of every sentence."""
    outline = draft.outline
    what = genre(outline)
    where = regions(draft.text, outline, what, draft.context.date)
    for sentence, region in zip(outline.sentences, where, strict=True):
        if not sentence.rule and sentence.cell is None:
            found = margin(sentence, region)
            if found is not None:
                sentence.kind, sentence.rule = found
    judge_charges(outline.sentences)
    evidence = gather(draft, where, what)
    judge_rows(outline, evidence)
    leads = {one.leadin for one in outline.items if one.leadin is not None}
    names = _lists_of_names(outline, evidence)
    held = {lead for lead in leads if _HOLDS.search(outline.sentences[lead].text)}
    told, titles = cases(draft.text, outline), title_lines(outline)
    announcing = leads - names - told - held  # what they say is told by their items
    agenda = {one.index for one in outline.sections if _AGENDA.search(one.heading)}
    inspected, moved = looked_at(outline), _preamble(outline, evidence)
    before, paragraph, asked, aimed = 0, -1, False, False
    for index, (sentence, one) in enumerate(zip(outline.sentences, evidence, strict=True)):
        if sentence.rule or sentence.cell is not None:
            continue
        if sentence.paragraph != paragraph:
            before, paragraph, asked, aimed = 0, sentence.paragraph, False, False
        if asked and one.index and outline.sentences[index - 1].text[-1] in "；;" and "x:asked" not in one.features:
            one.features.append("x:asked")  # 你省请求…；尽快批复…
        asked = "x:asked" in one.features
        if aimed and "x:aim" not in one.features:
            one.features.append("x:aim")  # 预期目标是：甲增长8%；乙与经济同步；丙增长9%…
        aimed = "x:aim" in one.features and sentence.text[-1] in "；;"
        score = weigh(one) + _FOLLOW * before // _FULL
        if index in moved:
            score = min(score, 0)
        elif score > 0 and (_tells_on(outline, index, one) or _told_of_the_past(one)):
            sentence.kind, sentence.rule = Kind.RESULT, "past-result"
            continue
        if (
            score <= 0
            and index not in moved
            and (
                (before > 0 and _lists_on(outline, index, one))
                or _timed(where[index], one)
                or awaited(sentence.text, one)
            )
        ):
            score = 1
        if (
            score <= 0
            and what != "sum"
            and where[index] in _AHEAD
            and _UNDER_WAY.search(sentence.text)
            and not _BY_NOW.search(sentence.text)
        ):
            score = 1
        lead = outline.items[sentence.item].leadin if sentence.item is not None else None
        if (
            score <= 0
            and lead is not None
            and lead != index
            and _duties(outline.sentences[lead])
            and not one.any(_OVER)
        ):
            score = 1  # 主要职责：1.进出人员管控
        if score <= 0 and where[index] == "duty" and one.has("x:bodyfirst") and not one.any(_TOLD):
            score = 1  # 网信办：收集分析舆情
        if sentence.section in inspected and sentence.item is not None and names_a_state(sentence.text, one):
            sentence.kind, sentence.rule = Kind.CONTEXT, "list-case"
            continue
        if sentence.section in agenda and sentence.item is not None and not _modal(one):
            sentence.kind, sentence.rule = Kind.CONTEXT, "list-member"
            continue
        if lead in told and lead != index:
            sentence.kind, sentence.rule = Kind.CONTEXT, "list-case"
            continue
        if lead in held and lead != index and not (one.any(_CHARGES) or _SHARED.search(sentence.text)):
            sentence.kind, sentence.rule = Kind.CONTEXT, "list-member"
            continue
        if lead in names and lead != index and one.has("x:plain") and not one.has("x:target"):
            sentence.kind, sentence.rule = Kind.CONTEXT, "list-member"
            continue
        if index in titles and CHECKED.isdisjoint(one.features):
            sentence.kind, sentence.rule = Kind.TOPIC, "topic"
            continue
        judge_prose(
            outline,
            index,
            one,
            max(score, 1) if index in held else score,
            where[index],
            index in announcing,
        )
        if sentence.kind is not Kind.TOPIC:
            before = _FULL if score > _FULL else -_FULL if score < -_FULL else score


def _preamble(outline: Outline, evidence: list[Evidence]) -> set[int]:
    """What stands in a paragraph before 现就…通知如下: it says why and upon whose word, and orders nothing yet."""
    found: set[int] = set()
    for sentence in outline.sentences:
        if sentence.text[0] not in "现为经根结特" or sentence.item is not None or not _NOW.match(sentence.text):
            continue
        at = sentence.index - 1
        while (
            at >= 0
            and outline.sentences[at].paragraph == sentence.paragraph
            and not _NOW.match(outline.sentences[at].text)
        ):
            if not evidence[at].any(_ORDERED) and not _WILL.search(outline.sentences[at].text):
                found.add(at)
            at -= 1
    return found


def _duties(lead: Sentence) -> bool:
    """Does a lead-in announce what somebody has to do: 主要职责：, 其主要任务是："""
    return _DUTIES.fullmatch(lead.text, lead.body - lead.start) is not None


def _modal(evidence: Evidence) -> bool:
    return evidence.any(MODAL)


def _timed(region: str, evidence: Evidence) -> bool:
    """Where the text plans, what has a day to be done by is to be done, however it is said."""
    return region in _AHEAD and evidence.has("x:deadline") and not evidence.any(_OVER)


def _lists_on(outline: Outline, index: int, evidence: Evidence) -> bool:
    """Does the sentence go on a list of figures that an obligation began (…增长9%；固定资产投资增长12%)?"""
    last, this = outline.sentences[index - 1], outline.sentences[index]
    return (
        index > 0
        and last.paragraph == this.paragraph
        and last.kind is Kind.OBLIGATION
        and last.text[-1] in "；;"
        and evidence.has("x:target")
        and (not evidence.any(_OVER) or (_sums_up(evidence) and _SO_FAR.search(this.text) is None))
    )


def _sums_up(evidence: Evidence) -> bool:
    """累计建成阵地7000个, 总计达20条: of figures to be reached it says how they are counted, and no past."""
    return all(word in _SUMS for kind, _, word in evidence.cues if f"c:{kind}" in _OVER or kind == "count")


def _tells_on(outline: Outline, index: int, evidence: Evidence) -> bool:
    """Does the sentence go on a list of what was reached (去年…31.2万吨；建成3.8万亩；…)?"""
    last, this = outline.sentences[index - 1], outline.sentences[index]
    return (
        index > 0
        and last.paragraph == this.paragraph
        and last.kind is Kind.RESULT
        and last.text[-1] in "；;"
        and evidence.kinds.isdisjoint(_ORDERS)
        and not evidence.has("x:deadline")
    )


def _told_of_the_past(evidence: Evidence) -> bool:
    """去年…发布预警4.2万条，…争取了时间: begins in the past and ends there, where no word orders."""
    return evidence.has("1:past") and evidence.has("c:le") and evidence.kinds.isdisjoint(_PRESSES)


def _lists_of_names(outline: Outline, evidence: list[Evidence]) -> set[int]:
    """Lead-ins whose items are mere names (“下列地点禁止燃放：（一）车站；（二）医院。”): the lead-in itself is what is ordered."""
    first: dict[int, int] = {}
    for sentence in outline.sentences:
        lead = outline.items[sentence.item].leadin if sentence.item is not None else None
        if lead is not None and lead != sentence.index:
            first.setdefault(lead, sentence.index)
    return {lead for lead, index in first.items() if evidence[index].has("x:plain") and not evidence[index].any(_TELLS)}
