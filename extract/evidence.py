"""What speaks for and against a sentence being an obligation: cue words, clause beginnings, region, bodies, times, numbers.

One scan of the whole text finds the cue words (resources/cues.yaml) and shares them out to the sentences; each clause is asked
what it begins with (resources/verbs.yaml). The names of the features are those of resources/weights.yaml.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

from extract.draft import Draft, S
from extract.heads import head_of
from extract.lexicon import alternatives, classes
from extract.model import Deadline, Mention, Sentence
from extract.scan import Scanner
from extract.sieve import Table

_CLAUSES = Table("，,：:")
_FIGURES = Table("0123456789０１２３４５６７８９X×")
_FIGURE = re.compile(r"[\dX×]")
_DAY = re.compile(r"[\dX×]{1,2}月(?:\d{1,2}|[X×]{1,2})日(?!前|之前|起|以前|至|止|底|内|下班|\d*[时点])")
_YEAR = re.compile(
    r"(20\d\d)年(?!度?\d{0,2}月?\d{0,2}日?(?:起|底|末|以前|之前|前|以后|之后|内|开始|结转|建成的|新增的|计划|目标|任务|工作要点))"
)
_OPENS_YEAR = re.compile(r"[“（(]?(20\d\d)年(?!度?[\d一-龥]{0,12}的)")
_ERAS = "一二三四五"
_ERA = re.compile(r"“?十([一二三四五])五”?(?:规划)?(?:时期|期间|以来)")
_NUMBER = re.compile(r"\d|[X×](?=[万亿个名户家%％])")
_BARE_DAY = re.compile(r"[\dX×]{1,2}月[\dX×]{1,2}日$")
_BEFORE = re.compile(r"[前之起至内止下]|以前|\d*[时点]")
_PAST = frozenset(("le", "already", "past", "count"))
_MODAL = frozenset(("must", "yao", "ban", "ensure", "will", "assign"))
_TALE = frozenset(("le", "already", "past", "count", "lack", "formal", "effect", "praise"))
_ORDERS = frozenset(("must", "yao", "assign"))
_ASIDE = frozenset(("past", "speaker", "copula", "count"))  # a remark behind an order takes nothing from it
_SAYS = frozenset(("must", "yao", "ban", "ensure", "assign", "steady", "will", "permit", "goal", "quota"))
_TOLD = frozenset(("le", "already", "past", "lack", "copula", "effect", "contrast"))
_BEGINS = ("verb", "lead")
_ENDS = {"？": "e:question", "?": "e:question", "！": "e:cry", "”": "e:quote", "：": "e:colon", ":": "e:colon"}
_DUTY = re.compile(
    r"[，：；](?:主要|具体|并|同时|全面)?(?:负责|承担|统筹|协调|指导|督促|督导|牵头)(?=[\u4e00-\u9fff“、]{4})(?!人|制|同志|单位|部门)"
)
_REPORTED = re.compile(
    r"(?:会议|会上|调研|讲话|批示|指示|通报|函》?|市长|书记|县长|省长|主席|总理)[^。；，]{0,24}，[^。；，]{0,16}(?:明确|并|还)?(?:要求|强调|指出)(?![，：:])"
)
_SAID_BY = re.compile(
    r"经[^，。；]{0,10}(?:测算|核算|估算|推算)[^，。；]{0,4}，|据[^，。；]{0,16}(?:预测|预报|预计|分析|监测|研判|统计|反映|了解|介绍|报告)[^，。；]{0,4}，"
)
_ASKED = re.compile(
    r"(?:[^。；]{0,40}问题。)?[你贵您](?:[省市县区州旗厅局委单院校]|单位|们)?(?:人民政府|政府)?[^，。；]{0,16}(?:请求|建议|提出|反映|希望|来函|来信|询问|申请)"
)
_THIS = ("这", "它", "即", "比如", "例如", "此外，我们", "那是", "其目的", "其中的")
_THIS_FIRST = frozenset(word[0] for word in _THIS)
_CONTRAST = re.compile(r"[，。]?(?:但|却|不过|然而|反而)")
_OF_BY = frozenset("的担任兼、和与及")
_OPENERS = frozenset("，；：。！？\n　、和及与由请让")
_ACTS_NEXT = re.compile(
    r"(?:今天|明天|后天|今晚|今夜|会后|汛后|散会|明年|近期|照着|代建|派专人|派人|一人|每人|一分钟)|按(?![说理照])|再(?=[压降减增查排核梳过干抓推筛])|连夜|一分钱|接着|分头|[一半]个?(?:月|周|季度|天)[^，。；]{1,6}一次|来协调|把|要(?![求素点])|应(?![急用对])|须|将(?!军)|来(?=[办抓管牵做])|去(?=[跑盯谈办要查看抽])|负责(?!人|解释)|牵头(?!单位|部门)|主抓|具体[干抓管]|抓紧|提前|马上|立即|立刻|尽快|督着|盯着|管好|管住|办好|守好"
    r"|挂牌督办|跟踪督办|会同(?![^，。；]{0,30}了)|拿出|出面|出钱|兜底|接管|算清|全程|自己|亲自|一次性|限期|逐"
    r"|(?:从(?:这个|本|下|今)|每|今年|年内|年底|这周|本周|下周|这个月|月底|[\d一二三四五六七八九十]+月|(?:\d+|[一两二三四五六七八九十半]+)(?:个月|周|天|日|个工作日)(?:之?内|前|一))(?![^，。；]{0,30}(?:了|过的?)[，。；])"
)
MODAL = frozenset(("c:must", "c:yao", "c:ban"))
CHECKED = frozenset(("x:deadline", "x:target", "c:assign"))
"""What makes a sentence more than an exhortation: a day, a figure, somebody to do it."""
_AFTER, _NEAR = 12, 60  # how many cues behind a tale, how many characters before one, are looked at
_CLOSED = frozenset("。！？；;!?：:”’）)」』")


@dataclass(slots=True)
class Evidence:
    """Of one sentence: `cues` are (class, start, word), `kinds` their classes, `head` the word its first clause begins with."""

    index: int
    cues: list[tuple[str, int, str]] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    features: list[str] = field(default_factory=list)
    head: str = ""

    def cue(self, *kinds: str) -> str:
        """The first word of one of these classes, "" if there is none."""
        if self.kinds.isdisjoint(kinds):
            return ""
        return next(word for kind, _, word in self.cues if kind in kinds)

    def has(self, feature: str) -> bool:
        return feature in self.features

    def any(self, features: frozenset[str]) -> bool:
        """Is one of these there?"""
        return not features.isdisjoint(self.features)


@cache
def scanner() -> Scanner:
    """All cue words with their class; "none" marks a word that only looks like a cue."""
    return Scanner(classes("cues", "cues"))


@cache
def _acts() -> re.Pattern[str]:
    return re.compile(alternatives(classes("cues", "acts")))


@cache
def _where(region: str, genre: str) -> tuple[str, str]:
    return f"r:{region}", f"g:{genre}"


@cache
def _heads(kind: str, genre: str) -> tuple[str, str]:
    return f"h:{kind}", f"h:{kind}|g:{genre}"


@cache
def _names(kind: str) -> tuple[str, str, str]:
    return f"c:{kind}", f"1:{kind}", f"2:{kind}"


def read_cues(text: str, sentences: Sequence[Sentence]) -> list[Evidence]:
    """The cue words of each sentence, those in its label left out."""
    found = [Evidence(index) for index in range(len(sentences))]
    if not sentences:
        return found
    at, last = 0, len(sentences) - 1
    body, end, cues = sentences[0].body, sentences[0].end, found[0].cues
    for where, word, kind in scanner().found(text):
        if kind == "none":
            continue
        while where >= end and at < last:
            at += 1
            body, end, cues = sentences[at].body, sentences[at].end, found[at].cues
        if body <= where < end:
            cues.append((kind, where, word))
    return found


def gather(draft: Draft, regions: Sequence[str], genre: str) -> list[Evidence]:
    """The evidence of every sentence whose form has not yet told its kind, in order."""
    text, sentences = draft.text, draft.outline.sentences
    found = read_cues(text, sentences)
    year = draft.context.date.year if draft.context.date else 0
    done = [-1] * len(sentences)
    marks, figures = _CLAUSES.places(text), _FIGURES.places(text)
    mark = figure = 0
    for sentence, evidence, region in zip(sentences, found, regions, strict=True):
        if not sentence.rule:
            evidence.features += _where(region, genre)
            done[sentence.index] = _words(text, sentence, evidence, genre)
            mark = bisect_left(marks, sentence.body, mark)
            _form(text, sentence, evidence, genre, islice(marks, mark, bisect_left(marks, sentence.end - 1, mark)))
            figure = bisect_left(figures, sentence.body, figure)
            if figure < len(figures) and figures[figure] < sentence.end:
                _figures(text, sentence, evidence, year)
    _share(draft.deadlines, sentences, found, lambda at, one: _deadline(text, one, done[at]))
    _share(draft.targets, sentences, found, lambda at, one: "x:target" if one.start > done[at] else "x:done")
    first = [one.body + 1 for one in sentences]
    _share(draft.bodies, sentences, found, lambda at, one: "x:bodyfirst" if one.start <= first[at] else "x:body")
    _share(
        [one for one in draft.bodies if _acts_now(text, one)],
        sentences,
        found,
        lambda at, one: "x:acts" if one.start > first[at] else "x:acts1",
    )
    return found


def _acts_now(text: str, mention: Mention) -> bool:
    """Does a clause begin with the body, and its act right behind (…，县交通局把路口让出来)?"""
    before = text[mention.start - 1 : mention.start]
    if before == "由":
        return text[mention.end : mention.end + 1] not in _OF_BY and not text.startswith("负责解释", mention.end)
    return before in _OPENERS and _ACTS_NEXT.match(text, mention.end) is not None


def _deadline(text: str, deadline: Deadline, done: int) -> str:
    """A day without 前 is when something was; a time before a word of the past belongs to that past."""
    if deadline.start < done:
        return "x:done"
    if _BARE_DAY.search(deadline.text) and not _BEFORE.match(text, deadline.end):
        return "x:day"
    return "x:deadline" if deadline.kind in ("by", "recurring") else "x:period"


def _words(text: str, sentence: Sentence, evidence: Evidence, genre: str) -> int:
    """c: every class of cue, 1: those of the first clause, 2: those that stand twice, z: orders after the last comma.

    What a case says (“已经办理的，…”) is left out: it only tells whom the rule is for. Returns where the last word of the
    past stands, -1 if there is none or an order stands beside it.
    """
    begin, end, features, words = sentence.body, sentence.end, evidence.features, sentence.text
    if ("的，" in words or "的；" in words) and (
        text.find("的，", begin, end) >= 0 or text.find("的；", begin, end) >= 0
    ):
        _leave_case(text, sentence, evidence)
    past = -1
    if evidence.cues:
        past = _classes(text, sentence, evidence)
    if text[begin] == "“" and text[end - 1] == "”":
        features.append("x:quoted")
    if genre == "reply" and _ASKED.match(text, begin, end):
        features.append("x:asked")
    if text[begin] in _THIS_FIRST and text.startswith(_THIS, begin):
        features.append("x:this")
    elif text[begin] in "据经" and evidence.kinds.isdisjoint(_ORDERS) and _SAID_BY.match(text, begin, end):
        features.append("x:forecast")  # 据县气象局预测，下旬有强降雨
    if ("assign" in evidence.kinds or "steady" in evidence.kinds) and _DUTY.search(text, begin, end):
        features.append("x:duty")
    if ("quote" in evidence.kinds or "，要求" in words) and _REPORTED.search(text, begin, end):
        features.append("x:reported")
    return past if evidence.kinds.isdisjoint(_MODAL) else -1


def _classes(text: str, sentence: Sentence, evidence: Evidence) -> int:
    """Features of the cue words; returns where the last word of the past stands."""
    begin, end, kinds = sentence.body, sentence.end, evidence.kinds
    comma = text.find("，", begin, end)
    first = comma if comma >= 0 else end
    last = text.rfind("，", begin, end)
    tale = _tale(text, evidence, begin)
    opening = {kind for kind, where, _ in evidence.cues if where < first}
    ordered = not opening.isdisjoint(_ORDERS) and opening.isdisjoint(_TALE)
    names: dict[str, None] = {}  # in order: sums and explanations come out the same each time
    past = -1
    for kind, where, _ in evidence.cues:
        if where < tale and kind in _TALE:
            names["z:tale"] = None
            continue
        if ordered and where > first and kind in _ASIDE:
            continue
        any_, early, twice = _names(kind)
        if kind in kinds:
            names[twice] = None
        else:
            kinds.add(kind)
            names[any_] = None
        if where < first or (kind == "copula" and where == first + 1):
            names[early] = None
        if kind in ("must", "yao"):
            if where > last >= 0:
                names["z:order"] = None
            if kind == "yao" and where - begin <= 1:
                names["x:yaofirst"] = None
        elif kind in _PAST:
            past = where
        elif kind == "goal" and _FIGURE.search(text, where, end):
            names["x:aim"] = None
        elif kind == "quote" and where - begin <= 1:
            names["x:quotefirst"] = None
    evidence.features += names
    return past


def _tale(text: str, evidence: Evidence, begin: int) -> int:
    """Where a sentence that first tells and then orders begins to order (“有的没有完工，请…月底前验收”); -1 if it does not.

    A word of duty opens the order in a clause of its own after the last word of the tale; 由, 负责 only after a formula.
    """
    told = max((where for kind, where, _ in evidence.cues if kind in _TALE), default=-1)
    if told < 0:
        return -1
    formula = any(kind == "formal" for kind, _, _ in evidence.cues)
    after = (cue for cue in evidence.cues if cue[1] > told)
    for kind, where, _ in islice(after, _AFTER):
        if kind == "will" and text[where - 1] in "：:":
            return where - 1  # 研究提出了办理意见：将…
        if kind in ("must", "yao", "goal") or (formula and kind == "assign"):
            clause = text.rfind("，", begin, where)
            if clause < told or _CONTRAST.search(text, max(clause, where - _NEAR), where):
                continue
            return clause
    return -1


def _leave_case(text: str, sentence: Sentence, evidence: Evidence) -> None:
    begin, end = sentence.body, sentence.end
    upto = max(text.rfind("的，", begin, end), text.rfind("的；", begin, end))
    if upto + 2 >= end:
        return
    evidence.features.append("x:case")
    several = text.find("的，", begin, upto) >= 0 or text.find("的；", begin, upto) >= 0
    since = begin if several else text.rfind("，", begin, upto)
    evidence.cues = [cue for cue in evidence.cues if cue[0] not in _TOLD or not since < cue[1] <= upto]


def _form(text: str, sentence: Sentence, evidence: Evidence, genre: str, marks: Iterable[int]) -> None:
    """What its clauses begin with; `marks` are the commas and colons in it."""
    features, begin, end = evidence.features, sentence.body, sentence.end
    kind, evidence.head = head_of(text, begin, end)
    features += _heads(kind, genre)
    if kind == "verb" and text.startswith("了", text.find(evidence.head, begin, end) + len(evidence.head)):
        features.append("x:verble")  # 完成了移民搬迁
    verbs = others = 0
    for mark in marks:
        later, _ = head_of(text, mark + 1, end)
        if later == "verb":
            verbs += 1
        elif later != "lead":
            others += 1
        if verbs > 1 and (others or kind not in _BEGINS):
            break
    if verbs:
        features.append("v:2" if verbs > 1 else "v:1")
    if not others and kind in _BEGINS:
        features.append("v:all")
    if sentence.item is not None:
        features.append("p:item")
    if kind != "verb" and not verbs and evidence.kinds.isdisjoint(_SAYS) and not _acts().search(text, begin, end):
        features.append("x:plain")
    last = text[end - 1]
    if last in _ENDS:
        features.append(_ENDS[last])
    elif last not in _CLOSED and sentence.cell is None and sentence.start == begin:
        features.append("e:open")


def _figures(text: str, sentence: Sentence, evidence: Evidence, year: int) -> None:
    begin, end, features, words = sentence.body, sentence.end, evidence.features, sentence.text
    if "月" in words and _DAY.search(text, begin, end):
        features.append("x:day")
    if year and "五" in words:
        era = _ERA.match(text, begin, end)
        if era is not None and _ERAS.index(era[1]) * 5 + 2010 < year:
            features.append("1:pastyear")
    if year and "年" in words:
        opening = _OPENS_YEAR.match(text, begin, end)
        if opening and int(opening[1]) != year:
            features.append("1:pastyear" if int(opening[1]) < year else "1:nextyear")
        if any(int(mark[1]) < year for mark in _YEAR.finditer(text, begin, end)):
            features.append("x:pastyear")
    if _NUMBER.search(text, begin, end):
        features.append("x:number")


def _share(
    spans: Sequence[S], sentences: Sequence[Sentence], found: Sequence[Evidence], name: Callable[[int, S], str]
) -> None:
    """Add a feature to each sentence in which a span begins, after its label."""
    if not sentences:
        return
    at, last = 0, len(sentences) - 1
    sentence = sentences[0]
    for span in spans:
        start = span.start
        while sentence.end <= start and at < last:
            at += 1
            sentence = sentences[at]
        if sentence.body <= start < sentence.end and not sentence.rule:
            feature, features = name(at, span), found[at].features
            if feature not in features:
                features.append(feature)
