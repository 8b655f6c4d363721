"""What each sentence is: obligation, result, context, heading, noise, topic, lead-in, appeal, permission.

Form comes first (headings, furniture, signatures, responsible lines, table cells), then evidence is weighed: the region of the
document, cue words, what clauses begin with, bodies, times and numbers. `rule` and `cue` say what decided.
"""

from __future__ import annotations

import re

from extract.cells import judge_row
from extract.draft import Draft
from extract.evidence import MODAL, Evidence, gather
from extract.judge import grounds, weigh
from extract.leaders import judge_charges
from extract.margins import margin
from extract.model import Kind, Outline, Sentence
from extract.outline import ANNOUNCES
from extract.readings import awaited, cases, is_rule, is_scoring
from extract.regions import genre, regions
from extract.tables import looks

_TOPIC_LIMIT = 30
_SIGNATURE = 40
_ASPECT = re.compile(r"(?:方面|领域)[。：:]$|(?:问题|工作)[。：:]$")
_PHASE = re.compile(
    r"阶段[（(][^（）()]*\d[^（）()]*[）)][。：:]$"
)  # its time bounds the acts that follow (`deadlines.bind`)
_ROUTINE = re.compile(
    r"请[^。；，]{0,16}，?(?:认真|切实)?(?:遵照|贯彻|组织|抓好|参照|按照|严格)*(?:执行|落实|实施|办理)[。]?$"
)
_AGREED = re.compile(r"(?:经研究，)?(?:会议)?(?:原则上?|一致)?同意(?!由)[^，。；]{4,}")
_CHARGED = re.compile(r"负责(?![人同制])|(?<![主重必需])要(?![求素点件])|应(?![急用])|须|承担|不得|一经")
_APPOINTS = re.compile(
    r"(?:设立?|设置)[^，。；]{1,16}[，,][^。；]{0,6}由[^。；]{2,40}(?:担任|兼任)"
    r"|(?:组长|主任|召集人|指挥长|总指挥|联络员)由[^。；]{2,40}(?:担任|兼任)|"
    r"(?:成立|设立|组建)[^，。；]{2,30}[，,]由[^。；]{2,40}(?:任|担任|兼任)(?:[^，。；]{0,8})?(?:组长|指挥长|总指挥|召集人|主任)。?$|"
    r"(?:任|担任|兼任|为)(?:常务)?(?:副)?(?:组长|指挥长|总指挥|召集人|主任|成员)(?=[，。；、])[^。；]*?(?:任|担任|兼任|为)(?:常务)?(?:副)?(?:组长|指挥长|总指挥|召集人|主任|成员)(?=[，。；、])"
)
_LISTS_POINTS = re.compile(
    r"我(?:就|再|先|只|着重|重点|主要|简单|接着|想)*(?:讲|说|谈|提|强调|念)[^，。；]{0,8}?(?:[一二三四五六七八九十几两]|\d+)(?:件事|点(?!名)|条|个方面|个问题|句话|层意思|个意见|个要求|桩事)"
)
"""今年怎么干，我讲五件事: announces, orders nothing."""
_STAGE = re.compile(r"[^，。；]{2,28}[为是](?:[^，。；的]{2,8})?阶段。?\Z")
"""2022年6月—7月为启动阶段。: names a stage, orders nothing."""
_SUBMITS = re.compile(
    r"请予?(?:各位代表|大会|会议)?(?:审议|审查|审定)(?=[，。]|并)|我[受代][^。；]{2,30}报告(?:如下|工作|[^，。；]{0,16})，请"
)
"""现在，我代表县人民政府，向大会报告工作，请予审议…: the speaker's own formula."""
_LEAD = re.compile(r"(?:应当|必须|遵守|抓好|做好|落实|推进|要|负责|牵头)")
_GRANTS = re.compile(
    r"(?:给予|发放|予以|处(?=[^，。；]{1,24}罚)|责令|安排|免[收征除]|减[收征免]|加大|优先)[^，。；]{2,40}[，；](?![^，。；]{0,6}的，)"
)
_DRAFTS = re.compile(
    r"(?:研究|抓紧|尽快|及时)*(?:制定|制订|编制|出台|起草|修订|印发|拟定|拟订)[^，。；：]{2,}(?:政策|措施|办法|方案|规划|意见|细则|目录|清单|标准|条例|规定|制度|预案|规程|名录|指南)。$"
)
"""A line to be drafted is a task by itself, though more be said of it."""
_SETS_UP = re.compile(
    r"(?:进一步|全面|依法|统一|逐步|抓紧|及时)*(?:建立|建立健全|实施|实行|推行|制定|编制|设立|组建|出台)[^，。；]*(?:机制|制度|体系|办法|清单|台账|名录|平台|监管|标准|方案|规划|计划|试点)"
    r"|严格依法|对[^，。；]{2,30}(?:一查到底|依法处罚|依法查处|一律|依规处理|依法处理)"
)
_POINT = re.compile(r"第[一二三四五六七八九十]{1,2}(?:点|件(?:事)?|个(?:问题|方面)|条)?[，,、：:]")
"""第二点，把安全的底子兜牢。: a point of a speech, on a line of its own."""
_ARTICLE = re.compile(r"第[一二三四五六七八九十百\d]{1,5}条")
_SAYS_WHO = re.compile(r"第一责任人|责任主体|有条件的")
_CALLS = ("让我们", "希望大家", "同志们，让")
_CALL = frozenset(words[0] for words in _CALLS)
_GREETS = ("同志们", "各位代表", "各位委员", "各位领导")
_MANY = 5  # clauses
_COLUMNS, _HEAD = 3, 16
_FOLLOW, _FULL = 35, 100  # a sentence follows its forerunner in the paragraph by a third; weights are hundredths
_CHECKED = frozenset(("x:deadline", "x:target", "c:assign"))
_BUSY = _CHECKED | {"x:bodyfirst", "c:le", "c:already"}
_OVER = frozenset(("c:le", "c:already", "c:past", "c:lack", "x:done"))
_TELLS = frozenset(("x:target", "x:deadline", "h:lead"))
_ORDERS = frozenset(("must", "yao", "ban", "ensure", "goal", "will", "assign"))
_APPEAL = {"principle": 2, "front": 1}


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
    _rows(outline, evidence)
    leads = {one.leadin for one in outline.items if one.leadin is not None}
    names = _lists_of_names(outline, evidence)
    told = cases(draft.text, outline)
    before, paragraph, asked, aimed = 0, -1, False, False
    for index, (sentence, one) in enumerate(zip(outline.sentences, evidence, strict=True)):
        if sentence.rule or sentence.cell is not None:
            continue
        if sentence.paragraph != paragraph:
            before, paragraph, asked, aimed = 0, sentence.paragraph, False, False
        if asked and one.index and outline.sentences[index - 1].text[-1] in "；;" and "x:asked" not in one.features:
            one.features.append("x:asked")  # 你省请求…；尽快批复…
        asked = "x:asked" in one.features
        if aimed and "x:target" in one.features and "x:aim" not in one.features:
            one.features.append("x:aim")  # 预期目标是：甲增长8%；乙增长9%…
        aimed = "x:aim" in one.features and sentence.text[-1] in "；;"
        score = weigh(one) + _FOLLOW * before // _FULL
        if score > 0 and _tells_on(outline, index, one):
            sentence.kind, sentence.rule = Kind.RESULT, "past-result"
            continue
        if score <= 0 and (
            (before > 0 and _lists_on(outline, index, one)) or _timed(where[index], one) or awaited(sentence.text, one)
        ):
            score = 1
        lead = outline.items[sentence.item].leadin if sentence.item is not None else None
        if lead in told and lead != index and not _modal(one):
            sentence.kind, sentence.rule = Kind.CONTEXT, "list-case"
            continue
        if lead in names and lead != index and one.has("x:plain") and not one.has("x:target"):
            sentence.kind, sentence.rule = Kind.CONTEXT, "list-member"
            continue
        _prose(outline, index, one, score, where[index], index in leads and index not in names and index not in told)
        if sentence.kind is not Kind.TOPIC:
            before = _FULL if score > _FULL else -_FULL if score < -_FULL else score


def _modal(evidence: Evidence) -> bool:
    return evidence.any(MODAL)


def _timed(region: str, evidence: Evidence) -> bool:
    """Where the text plans, what has a day to be done by is to be done, however it is said."""
    return region == "plan" and evidence.has("x:deadline") and not evidence.any(_OVER)


def _lists_on(outline: Outline, index: int, evidence: Evidence) -> bool:
    """Does the sentence go on a list of figures that an obligation began (…增长9%；固定资产投资增长12%)?"""
    last, this = outline.sentences[index - 1], outline.sentences[index]
    return (
        index > 0
        and last.paragraph == this.paragraph
        and last.kind is Kind.OBLIGATION
        and last.text[-1] in "；;"
        and evidence.has("x:target")
        and not evidence.any(_OVER)
    )


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


def _lists_of_names(outline: Outline, evidence: list[Evidence]) -> set[int]:
    """Lead-ins whose items are mere names (“下列地点禁止燃放：（一）车站；（二）医院。”): the lead-in itself is what is ordered."""
    first: dict[int, int] = {}
    for sentence in outline.sentences:
        lead = outline.items[sentence.item].leadin if sentence.item is not None else None
        if lead is not None and lead != sentence.index:
            first.setdefault(lead, sentence.index)
    return {lead for lead, index in first.items() if evidence[index].has("x:plain") and not evidence[index].any(_TELLS)}


def _rows(outline: Outline, evidence: list[Evidence]) -> None:
    """Judge the sentences of each table row; a task cell merged over several rows is one obligation, not one a row."""
    start = 0
    sentences = outline.sentences
    above: dict[int, str] = {}
    while start < len(sentences):
        cell = sentences[start].cell
        if cell is None:
            start, above = start + 1, {}
            continue
        end = start
        while (
            end < len(sentences)
            and (here := sentences[end].cell) is not None
            and (here.table, here.row) == (cell.table, cell.row)
        ):
            end += 1
        row = sentences[start:end]
        if _heads_figures(row, sentences[end : end + len(row)]):
            for one in row:
                one.kind, one.rule = Kind.HEADING, "table-head"
        else:
            judge_row(row, evidence[start:end], weigh)
            above = _unmerge(row, above)
        start = end


def _heads_figures(row: list[Sentence], below: list[Sentence]) -> bool:
    """Short words over a row of nothing but figures: the head of a statistical table, whatever it is called."""
    if len(row) < _COLUMNS or not below or any(len(one.text) > _HEAD or one.rule for one in row):
        return False
    here, next_ = row[0].cell, below[0].cell
    if here is None or next_ is None or next_.table != here.table:
        return False
    cells = [
        looks(one.text) for one in below if one.cell and (one.cell.table, one.cell.row) == (next_.table, next_.row)
    ]
    if len(cells) < len(row) - 1 or set(cells[1:]) != {"number"}:  # one short where a cell of the head spans two rows
        return False
    return all(looks(one.text) != "number" for one in row)


def _unmerge(row: list[Sentence], above: dict[int, str]) -> dict[int, str]:
    """Mark what a merged cell repeats from the row above, where the row has another act; returns the row's cells by column."""
    acts = [one for one in row if one.kind is Kind.OBLIGATION]
    cells: dict[int, str] = {}
    for one in row:
        if one.cell is not None:
            cells[one.cell.column] = cells.get(one.cell.column, "") + one.text
    repeated = [one for one in acts if one.cell is not None and above.get(one.cell.column) == cells[one.cell.column]]
    if len(repeated) < len(acts):
        for one in repeated:
            one.kind, one.rule = Kind.CONTEXT, "table-merged-cell"
    return cells


def _prose(outline: Outline, index: int, evidence: Evidence, score: int, region: str, leads: bool) -> None:
    sentence = outline.sentences[index]
    if _is_topic(outline, index, evidence):
        sentence.kind, sentence.rule = Kind.TOPIC, "topic"
    elif leads and not _has_item(outline, index) and not (score > 0 and evidence.has("x:target")):
        order = _LEAD.search(sentence.text) is not None and score > 0
        sentence.kind, sentence.rule = (Kind.LEADIN, "lead-in") if order else (Kind.CONTEXT, "opening")
    elif _agrees(sentence.text, sentence.body - sentence.start, evidence):
        sentence.kind, sentence.rule, sentence.cue = Kind.CONTEXT, "agreed", "同意"
    elif evidence.has("c:appoint") and _APPOINTS.search(sentence.text) and not _CHARGED.search(sentence.text):
        sentence.kind, sentence.rule, sentence.cue = Kind.CONTEXT, "appointment", evidence.cue("appoint")
    elif "阶段" in sentence.text and _STAGE.match(sentence.text, sentence.body - sentence.start):
        sentence.kind, sentence.rule, sentence.cue = Kind.CONTEXT, "stage", "阶段"
    elif "c:speaker" in evidence.features and _LISTS_POINTS.search(sentence.text) and not evidence.has("x:bodyfirst"):
        sentence.kind, sentence.rule, sentence.cue = Kind.CONTEXT, "opening", "我"
    elif "请" in sentence.text and _SUBMITS.search(sentence.text):
        sentence.kind, sentence.rule, sentence.cue = Kind.CONTEXT, "formula", "请予审议"
    elif is_rule(sentence.text, evidence) or is_scoring(sentence.text, evidence):
        sentence.kind, sentence.rule = Kind.CONTEXT, "reading-rule"
    elif (evidence.has("c:formal") or "发给你们" in sentence.text) and _ROUTINE.search(sentence.text):
        sentence.kind, sentence.rule, sentence.cue = Kind.APPEAL, "routine-order", "请"
    elif _is_permission(sentence.text, sentence.start, evidence):
        sentence.kind, sentence.rule, sentence.cue = Kind.PERMISSION, "permission", evidence.cue("permit")
    elif (sentence.text[0] in _CALL and sentence.text.startswith(_CALLS)) or (
        sentence.text[-1] == "！" and sentence.text.startswith(_GREETS)
    ):
        sentence.kind, sentence.rule, sentence.cue = Kind.APPEAL, "appeal", sentence.text[:2]
    elif score > 0:
        if _is_appeal(sentence.text, evidence, region):
            sentence.kind, sentence.rule, sentence.cue = Kind.APPEAL, "appeal", evidence.cue("slogan")
        else:
            sentence.kind = Kind.OBLIGATION
            sentence.rule, sentence.cue = grounds(evidence)
    else:
        _passed(sentence, evidence, region)


def _is_topic(outline: Outline, index: int, evidence: Evidence) -> bool:
    """A short first sentence of an item that only announces what its next sentences say."""
    sentence = outline.sentences[index]
    text = sentence.text
    if sentence.end - sentence.body > _TOPIC_LIMIT or text[-1] not in "。：:":
        return False
    if text[0] == "第" and _POINT.match(text) and _CHECKED.isdisjoint(evidence.features) and _alone(outline, index):
        return True
    if index + 1 >= len(outline.sentences) or outline.sentences[index + 1].paragraph != sentence.paragraph:
        return False
    if _ASPECT.search(text) and len(text) < 16 and not evidence.cue("yao", "must") and not evidence.has("h:verb"):
        return True
    if sentence.item is None or sentence.body == sentence.start:
        return False
    if text[-1] == "。" and _ARTICLE.match(text):
        return False  # what an article says first is a rule already
    after = outline.sentences[index + 1]
    inside = after.item is not None and (
        after.item == sentence.item or outline.items[after.item].parent == sentence.item
    )
    first = outline.items[sentence.item].start == sentence.start
    if first and inside and "阶段" in text and _PHASE.search(text):
        return True
    busy = not _BUSY.isdisjoint(evidence.features)
    if _DRAFTS.match(text, sentence.body - sentence.start) or _SAYS_WHO.search(text):
        return False
    if not first or not inside or busy or after.rule == "responsible-line" or "，" in text[:-1]:
        return False
    return not (evidence.has("h:verb") and _follows_content(outline, sentence))


def _alone(outline: Outline, index: int) -> bool:
    """Is the sentence a paragraph by itself?"""
    sentences = outline.sentences
    here = sentences[index].paragraph
    before = index > 0 and sentences[index - 1].paragraph == here
    return not before and not (index + 1 < len(sentences) and sentences[index + 1].paragraph == here)


def _follows_content(outline: Outline, sentence: Sentence) -> bool:
    """Is the item before, of the same list, nothing but one order? Lists are of one make."""
    item = outline.items[sentence.item] if sentence.item is not None else None
    if item is None or item.index == 0:
        return False
    before = outline.items[item.index - 1]
    if (before.parent, before.level, before.end > item.start) != (item.parent, item.level, False):
        return False
    above = outline.sentences[sentence.index - 1]
    return above.start == before.start and above.kind is Kind.OBLIGATION


def _has_item(outline: Outline, index: int) -> bool:
    """Does the sentence hold its list's first item as well?"""
    sentence = outline.sentences[index]
    return sentence.item is not None and sentence.start < outline.items[sentence.item].start < sentence.end


def _is_permission(text: str, begin: int, evidence: Evidence) -> bool:
    """Only allows: nothing is ordered, and no clause before the word of permission gives something."""
    at = -1
    for kind, where, _ in evidence.cues:
        if kind == "permit":
            at = where
            break
    if at < 0:
        return False
    if evidence.has("h:verb") or evidence.has("x:deadline") or evidence.has("1:quota"):
        return False
    if _GRANTS.search(text, 0, max(0, at - begin)):
        return False
    return not any(
        kind in ("must", "yao", "ban", "ensure") or (kind == "assign" and where < at)
        for kind, where, _ in evidence.cues
    )


def _is_appeal(text: str, evidence: Evidence, region: str) -> bool:
    """Exhortation without anything to check; not where half of the clauses say what to do besides."""
    missing = 2 - _APPEAL.get(region, 0)
    if len(evidence.cues) < missing or not _CHECKED.isdisjoint(evidence.features):
        return False
    slogans = 0
    for kind, _, _ in evidence.cues:
        slogans += kind == "slogan"
    if slogans < missing:
        return False
    if region == "principle" and not slogans and _concrete(text, evidence):
        return False
    clauses = text.count("，") + 1
    return not (clauses >= _MANY and slogans * 2 <= clauses)


def _agrees(text: str, begin: int, evidence: Evidence) -> bool:
    """同意拨付经费…: the meeting's consent; not where somebody is told what to do besides."""
    return (
        "同意" in text
        and _AGREED.match(text, begin) is not None
        and not any(evidence.has(name) for name in ("c:must", "c:yao", "c:assign", "x:deadline"))
    )


def _concrete(text: str, evidence: Evidence) -> bool:
    """Among principles: an order by its modal verb, or one that sets up or carries out something (建立…机制, 实施…监管)."""
    if evidence.has("c:yao") or evidence.has("c:must"):
        return True
    return _SETS_UP.match(text) is not None


def _passed(sentence: Sentence, evidence: Evidence, region: str) -> None:
    """Kind and reason of a sentence that is no obligation."""
    done = evidence.cue("le", "already", "past")
    if evidence.has("c:formal"):
        sentence.kind, sentence.rule, sentence.cue = Kind.CONTEXT, "formula", evidence.cue("formal")
    elif evidence.has("c:define"):
        sentence.kind, sentence.rule, sentence.cue = Kind.CONTEXT, "definition", evidence.cue("define")
    elif evidence.has("c:praise") and not evidence.has("x:target"):
        sentence.kind, sentence.rule, sentence.cue = Kind.CONTEXT, "praise", evidence.cue("praise")
    elif evidence.has("c:lack") and not done and region in ("review", "mixed", "lack", "plan"):
        sentence.kind, sentence.rule, sentence.cue = Kind.CONTEXT, "problem", evidence.cue("lack")
    elif region == "review" or (done and (evidence.has("x:number") or evidence.has("c:le")) and region != "front"):
        plain = evidence.has("c:copula") or evidence.has("c:contrast") or evidence.has("c:ask")
        sentence.kind, sentence.rule, sentence.cue = (
            (Kind.CONTEXT, "background", "") if plain and not done else (Kind.RESULT, "past-result", done)
        )
    elif evidence.has("c:lack") and region != "principle":
        sentence.kind, sentence.rule, sentence.cue = Kind.CONTEXT, "problem", evidence.cue("lack")
    elif region == "principle" or sum(1 for kind, _, _ in evidence.cues if kind == "slogan") >= 2:
        sentence.kind, sentence.rule, sentence.cue = Kind.APPEAL, "appeal", evidence.cue("slogan")
    elif evidence.has("c:appoint"):
        sentence.kind, sentence.rule, sentence.cue = Kind.CONTEXT, "appointment", evidence.cue("appoint")
    elif (
        evidence.has("e:open")
        and len(sentence.text) < _SIGNATURE
        and not evidence.cues
        and sentence.body == sentence.start
    ):
        sentence.kind, sentence.rule = Kind.CONTEXT, "signature"
    else:
        sentence.kind, sentence.rule = Kind.CONTEXT, "opening" if ANNOUNCES.search(sentence.text) else "background"
