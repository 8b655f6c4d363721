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
_ENDS = re.compile(f"(?:{alternatives(word for word, key in _WORDS.items() if key != 'quoted')})(?:建设)?$")
_STRATEGY = re.compile(rf"[“\"](?:{alternatives(words('programmes', 'strategies'))})[”\"]$")
_POLICY = {key: re.compile(alternatives(words("programmes", "policy", key))) for key in ("words", "support")}
_PHYSICAL = re.compile(alternatives(words("programmes", "policy", "physical")))
_TITLE = re.compile(f"(?:{alternatives(words('programmes', 'titles'))})(?:[（(〔][^（）()]{{1,20}}[）)〕])?$")
_QUOTE = Sieve(rf"[“\"]([^“”\"\n]{{1,20}}(?:{alternatives(words('programmes', 'inside'))}))[”\"]")
_DATED = re.compile(r"[“\"]|第[一二三四五六七八九十\d]+届|[年月日周节届]$|[月日周节]宣传")
_CLOSING = '”"'
_SHORT = re.compile(r"以下(?:简|统)?称")
_PLACES = tuple(
    f"{place}{quote}"
    for place in ("银行", "特区", "园", "港", "城", "谷", "走廊", "平台", "大脑", "系统", "中心", "基地")
    for quote in '”"'
)
_SEEKING = frozenset(("纳入", "申报", "申请", "列入", "评选", "推荐", "遴选", "培育", "布局", "认定"))
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
    draft.programmes = [
        Programme(start, end, text[start:end], re.sub(r"[“”\"《》\s]", "", text[start:end]), rule)
        for start, end, rule in kept
    ]


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
        if (head.not_before.match(text, end) and not known) or _PLAN.match(text, end) or text.startswith("项目", end):
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
            for low, high in members:
                if _listable(head, text[low:high]):
                    yield low, high, rule
        elif _names(head, before, word, name, text[end : end + 2]):
            years = _YEARS.match(text, end)
            last = match.start() if head.quoted and word in ("建设", "创建") else years.end() if years else end
            yield name.start, last, rule


def _names(head: _Head, before: str, word: str, name: Phrase, after: str) -> bool:
    """Do the words before the head say which plan or campaign is meant?"""
    if head.whole and not before:
        return True
    if head.quoted:
        named = before.endswith(("”", '"')) and not before.endswith(_PLACES) and not _STRATEGY.search(before)
        return named and (bool(name.verb) or word == "整治")
    own = re.split("[的、]", before)[-1]
    if name.count and head.key in ("support", "works", "event", "designation") and "“" not in before:
        return False
    if (
        len(before) < 2
        or (len(before) + len(word) < head.own + 2 and not _DEFINITE.search(before))
        or verb_class(name.verb) == "ban"
        or before[-1] in "、和及与"
        or head.generic.fullmatch(own)
        or (head.not_after.search(before) and not (head.key == "plan" and _DEFINITE.search(before)))
        or (name.loose and not _DATED.search(before))
    ):
        return False
    if head.named:
        return bool(_DATED.search(before))
    if head.ordinal:
        return bool(_ORDINAL.search(before))
    if head.key == "pilot" and before.endswith(("相关", "有关", "的")):
        return False
    if head.sought:
        return name.verb in _SEEKING or after in _SEEKING or (word.endswith("试验区") and after == "建设")
    if head.policy:
        return bool(_POLICY[head.policy].search(before)) and not _PHYSICAL.search(before + word)
    return True


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
        return bool(_POLICY[head.policy].search(member)) and not _PHYSICAL.search(member)
    return len(member) >= 3 and not head.generic.fullmatch(member)


def _in_quotes(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _QUOTE.finditer(text):
        yield match.start(), match.end(), "programme-quoted"
