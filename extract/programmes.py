"""Named plans, campaigns, actions, pilots, censuses, events (`draft.programmes`), as written, without 《》.

A head noun (行动, 规划, 试点, …) ends the name, the governing verb before it (`noun_phrase`) begins it, and what stands
between must say which one: 工作方案 alone is nobody's name. Laws, policies and strategies are no programmes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.draft import Draft
from extract.edges import full_width
from extract.lexicon import alternatives, repeated, sections, words
from extract.model import Programme
from extract.noun_phrase import MANY, Phrase, listed, phrase, verb_class
from extract.sieve import Sieve


@dataclass(frozen=True, slots=True)
class _Head:
    key: str
    generic: re.Pattern[str]
    not_before: re.Pattern[str]
    not_after: re.Pattern[str]
    named: bool
    quoted: bool
    ordinal: bool
    sought: bool
    whole: bool
    policy: str
    own: int  # characters that a name without place, year or quotes has before its head at least


def _head(key: str) -> _Head:
    entry = next(one for one in sections("programmes")["heads"] if one.key == key)
    more = entry.more
    generic = [
        *more.get("generic", ()),
        *(words("programmes", "generic") if more.get("shared") else ()),
        *words("noun_phrase", "filler"),
        "等",
        "和",
        "及",
        "、",
        "与",
        "的",
        *entry.words,
    ]
    return _Head(
        key,
        repeated(generic),
        re.compile(more.get("not_before", "(?!)")),
        re.compile(more.get("not_after", "(?!)") + "$"),
        named=bool(more.get("named")),
        quoted=bool(more.get("quoted")),
        ordinal=bool(more.get("ordinal")),
        sought=bool(more.get("sought")),
        whole=bool(more.get("whole")),
        policy=str(more.get("policy", "")),
        own=int(more.get("own", 2)),
    )


_WORDS = {word: entry.key for entry in sections("programmes")["heads"] for word in entry.words}
_HEADS = {key: _head(key) for key in set(_WORDS.values())}
_FIND = Sieve(alternatives(_WORDS))
_PLAN = re.compile(alternatives(words("programmes", "heads", "action", "plan", "outline", "scheme", "pilot")))
_ENDS = re.compile(
    f"(?:{alternatives(word for word, key in _WORDS.items() if key != 'quoted')}"
    f'|(?<=[”"])(?:{alternatives(word for word, key in _WORDS.items() if key == "quoted")}))(?:建设)?$'
)
_STRATEGY = re.compile(rf"[“\"](?:{alternatives(words('programmes', 'strategies'))})[”\"]$")
_POLICY = {key: re.compile(alternatives(words("programmes", "policy", key))) for key in ("words", "support")}
_NEUTRAL = re.compile(f"(?:{alternatives(words('programmes', 'policy', 'neutral'))})+$")
_PHYSICAL = re.compile(alternatives(words("programmes", "policy", "physical")))
_TITLE = re.compile(f"(?:{alternatives(words('programmes', 'titles'))})(?:[（(〔][^（）()]{{1,20}}[）)〕])?$")
_QUOTE = Sieve(rf"[“\"]([^“”\"\n]{{1,20}}(?:{alternatives(words('programmes', 'inside'))}))[”\"]")
_HELD = re.compile(
    r"评选|评比|寻找|最美|创建(?!$)|进(?:校园|社区|企业|农村|乡村|机关|军营|万家|课堂)|下乡|结对|帮扶|竞赛$"
)
_DATED = re.compile(r"[“\"]|第[一二三四五六七八九十\d]+届|[年月日周节届]$|[月日周节]宣传")
_CLOSING = '”"'
_SHORT = re.compile(r"以下(?:简|统)?称")
_PLACES = tuple(
    f"{place}{quote}"
    for place in ("窗口", "银行", "特区", "园", "港", "城", "谷", "走廊", "平台", "大脑", "系统", "中心", "基地")
    for quote in '”"'
)
_OVER = re.compile(r"[，。；：、！？）\s”\"]|$|和|及|与|工作|等|方面|的|活动|任务|，")
_LED_BY = frozenset(("根据", "依据", "按照", "对照", "参照", "结合", "遵循", "依照"))
_CITED = frozenset(("plan", "outline", "scheme"))
_EDGE_ONLY = repeated(words("noun_phrase", "edge"))
_LONG = re.compile(r"”?[\d.×X]+余?(?:公里|千米|米|条)")
_MADE = frozenset(("建设", "创建"))
_JOINTS = frozenset("、和及与")
_SEEKING = frozenset(
    (
        "纳入",
        "申报",
        "申请",
        "列入",
        "评选",
        "推荐",
        "遴选",
        "培育",
        "布局",
        "认定",
        "获批",
        "入选",
        "入围",
    )
)
_WON = frozenset(("创建", "争创", "创成"))  # a title of the whole place
_YEARS = re.compile(r"[（(](?:20\d\d|[X×]+)年?[—\-－–~至]{1,2}(?:20\d\d|[X×]+)年[）)]")
_FIVE_YEARS = re.compile('[一二三四五六]五[”"]?(?:时期)?$')
_DEFINITE = re.compile(  # whose, of which years: 清理方案 is nobody's, 全县清理方案 is one
    r"[“”\"A-Za-z\d×X]|全[国省市县区州]|国家|中央|我[国省市县区]|[省市州县区旗乡镇村](?![域别级场内外分间])|流域|年|期|届"
)
_ONE_NAME = frozenset(("pilot", "outline", "scheme", "plan"))  # 文化、体育等专项规划: one name, not two
_ORDINAL = re.compile(r"首届|第[一二三四五六七八九十百\d]+[届次]")


def programmes(draft: Draft) -> None:
    even = full_width(draft.text)
    found = sorted(
        dict.fromkeys([*_titled(draft), *_headed(even), *_in_quotes(even)]), key=lambda one: (one[0], -one[1])
    )
    kept: list[tuple[int, int, str]] = []
    for one in found:
        if (
            kept and one[0] == kept[-1][1] and one[2] == "programme-quoted" and even[one[0] - 1] not in _CLOSING
        ):  # 专项整治“百日行动”
            kept[-1] = (kept[-1][0], *one[1:])
            continue
        if kept and one[0] < kept[-1][1]:
            if one[1] > kept[-1][1]:  # the longer name ends further right
                kept[-1] = (kept[-1][0], one[1], one[2])
            continue
        kept.append(one)
    text = draft.text
    kept = [part for one in kept for part in _side_by_side(even, *one)]
    draft.programmes = [
        Programme(start, end, text[start:end], re.sub(r"[“”\"《》\s]", "", text[start:end]), rule)
        for start, end, rule in kept
    ]


def _side_by_side(text: str, start: int, end: int, rule: str) -> Iterator[tuple[int, int, str]]:
    """“安全生产月”“安全生产万里行”活动: two names; 耕地“非农化”“非粮化”整治 is one."""
    if text[start] == "“":
        while (cut := text.find("”“", start, end)) >= 0:
            yield start, cut + 1, rule
            start = cut + 1
    yield start, end, rule


def _titled(draft: Draft) -> Iterator[tuple[int, int, str]]:
    for policy in draft.policies:
        if policy.rule == "policy-title" and _TITLE.search(policy.title):
            inner = policy.text.rfind("《", 0, -1) if policy.text.endswith("》》") else 0
            start = policy.start + max(inner, 0) + 1
            yield start, policy.start + policy.text.rindex("》"), "programme-title"


def _headed(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _FIND.finditer(text):
        word, end = match.group(), match.end()
        head = _HEADS[_WORDS[word]]
        known = _FIVE_YEARS.search(text, max(0, match.start() - 5), match.start())
        if (
            (head.not_before.match(text, end) and not known)
            or _PLAN.match(text, end)
            or (text.startswith("项目", end) and not (head.key in _CITED and len(word) >= len("三年计划")))
        ):
            continue
        name = phrase(text, match.start(), _ENDS)
        if text[name.low - 1 : name.low] == "《" or _SHORT.search(text, name.low, match.start()):
            continue
        before = text[name.start : match.start()]
        rule = f"programme-{head.key}"
        if (many := MANY.search(before)) and not head.quoted:
            members = listed(text, name.start, name.start + many.start())
            if head.key in _ONE_NAME and not any(_of_its_own(text[low:high]) for low, high in members):
                if not name.loose and verb_class(name.verb) != "ban":
                    yield name.start, end, rule
                continue
            if (
                head.key == "event"
                and _HELD.search(before)
                and not any(_of_its_own(text[low:high]) for low, high in members)
            ):
                yield name.start, end, rule  # 好媳妇、好儿女等评选活动
                continue
            for low, high in members:
                if _listable(head, text[low:high]):
                    yield low, high, rule
        elif head.whole and (not before or before[-1] in _JOINTS):
            if _LONG.match(text, end):  # “四好农村路”80公里: roads
                continue
            quoted = text[match.start() - 1 : match.start()] == "“" and text[end : end + 1] == "”"
            yield match.start() - quoted, end + quoted, rule
        elif (
            head.quoted and word in _MADE and not (_OVER.match(text, end) and before[-4:-3] != "“")
        ):  # “五室”建设, “无废城市”建设指标体系
            continue
        elif _names(head, before, word, name, text[end : end + 2]):
            years = _YEARS.match(text, end)
            last = match.start() if head.quoted and word in _MADE else years.end() if years else end
            yield name.start, last, rule


def _names(head: _Head, before: str, word: str, name: Phrase, after: str) -> bool:
    """Do the words before the head say which plan or campaign is meant?"""
    if head.quoted:
        named = (
            before.endswith(("”", '"'))
            and (word == "创建" or not before.endswith(_PLACES))
            and not _STRATEGY.search(before)
        )
        return named and (bool(name.verb) or word == "整治")
    own = re.split("[的、]", before)[-1]
    if name.count and head.key in ("support", "works", "event", "designation") and "“" not in before:
        return False
    if (
        len(before) < 2
        or (len(before) + len(word) < head.own + 2 and not _DEFINITE.search(before))
        or verb_class(name.verb) == "ban"
        or before[-1] in _JOINTS
        or (_EDGE_ONLY.fullmatch(before) and not head.whole)
        or (head.key in _CITED and name.verb in _LED_BY and not _DEFINITE.search(before))
        or head.generic.fullmatch(own)
        or (head.not_after.search(before) and not (head.key == "plan" and _DEFINITE.search(before)))
        or (name.loose and not _DATED.search(before))
    ):
        return False
    if head.named:
        return bool(_DATED.search(before)) or (head.key == "event" and len(before) > 4 and bool(_HELD.search(before)))
    if head.ordinal:
        return bool(_ORDINAL.search(before))
    if head.key == "pilot" and before.endswith(("相关", "有关", "的")):
        return False
    if head.sought:
        if word.endswith(("市", "县")) and (name.verb in _WON or after == "建设"):
            return True
        return name.verb in _SEEKING or after in _SEEKING or (word.endswith("试验区") and after == "建设")
    if head.policy:
        return _for_people(head, before)
    return True


def _for_people(head: _Head, before: str) -> bool:
    """Is a 工程 or 项目 for people, skills, trades? What stands nearest to the head decides: 景区带动旅游扶贫, 扶贫园区改造."""
    if before[-1] in _CLOSING and head.key == "works":
        return not _STRATEGY.search(before) and not _PHYSICAL.search(before, max(before.rfind("“"), 0))
    core = _NEUTRAL.sub("", before) or before
    people = max((one.end() for one in _POLICY[head.policy].finditer(core)), default=0)
    return people > max((one.end() for one in _PHYSICAL.finditer(core)), default=0)


def _of_its_own(member: str) -> bool:
    return member[0] in '“"' or bool(_ENDS.search(member))


def _listable(head: _Head, member: str) -> bool:
    """Is a member of “A、B等工程” a name: quoted, ended by a head of its own, or long enough to tell."""
    if member[0] in '“"':
        return head.key != "support"
    if not head.policy and _ENDS.search(member):
        return True
    if head.named or head.quoted or head.ordinal or head.sought or head.whole:
        return False
    if head.policy:
        return len(member) > len("研究试验") and _for_people(head, member)
    return len(member) >= 3 and not head.generic.fullmatch(member)


def _in_quotes(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _QUOTE.finditer(text):
        if match.group(1).endswith("工程") and _PHYSICAL.search(match.group(1)):  # “数字青石·宽带工程”
            continue
        yield match.start(), match.end(), "programme-quoted"
