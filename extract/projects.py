"""Named or uniquely described works (`draft.projects`): built things, systems and platforms, what is done to them.

A head noun ends the name, the governing verb before it begins it (`noun_phrase`). A name must say which work is meant
(各类平台, 乡镇卫生院 do not), and the text must speak of building it: a verb before it (推进, 新建), a word or a
predicate behind it (…建设, …竣工), or a list that closes with 等项目. A number before it (建设3座变电站) makes it a target.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.draft import Draft, within
from extract.edges import full_width
from extract.model import Project
from extract.noun_phrase import COUNT, MANY, Phrase, phrase, verb_class
from extract.project_heads import ALONE, ENDS, FIND, HEADS, PHASE, UNIQUE, Found, Head, kind_of
from extract.project_lists import ENCOURAGED, members_of
from extract.project_names import RATED, acted, described, proper, says_which
from extract.project_speech import FOLLOW, INTO, is_built

_UNSAID = re.compile(
    r"(?:[加扣减得评]分|后续|后期|剩余|其余|收尾|备选|候选|重点|有关|相关|前期|续建|在建|签约|储备|考核|收费|检测|检查|评分|服务|支出|执法|许可|培训|比赛|招标)$"
)
_DRAWN_ON = frozenset(
    ("支持", "鼓励", "引导", "依托", "围绕", "利用", "充分利用", "通过", "结合", "对接", "协助", "参与", "用好", "使用")
)
_TOWARDS = re.compile(r"(?:[一二三四五六七八九十]+、|\d+[.、])?对(?:[^的]*|.*的)$")
_BANNED = re.compile("严禁|禁止|不得|不准|避免|防止(?!返贫)|杜绝|严控|暂停审批|停止审批|停建|叫停|查处")
_INVESTMENT = re.compile(r"总?投资(?:额|规模)?(?:约|达|为|近|超)?([\d.]+)\s?([万亿]?)元")
_SCALE = {"": 1.0, "万": 1e4, "亿": 1e8}


def projects(draft: Draft) -> None:
    text, even = draft.text, full_width(draft.text)
    here = draft.context.level != "national"
    kept: list[Found] = []
    for one in sorted(dict.fromkeys(_found(even)), key=lambda found: (found[0], -found[1])):
        if kept and one[0] < kept[-1][1]:
            if one[3] == "project-listed" and kept[-1][3] != "project-listed" and one[1] < kept[-1][1]:
                kept[-1] = one  # a list read as one name
            elif one[1] > kept[-1][1]:  # a longer name ends further right
                kept[-1] = (kept[-1][0], *one[1:])
            continue
        kept.append(one)
    draft.projects = [
        Project(start, end, text[start:end], _named(text[start:end]), kind, _investment(even, start, end), rule)
        for start, end, kind, rule in kept
        if not _is_programme(draft, start, end, rule)
        and (here or _OF_A_COUNTRY.search(even, start, end) or _proper(draft, start, end, rule))
    ]


def _is_programme(draft: Draft, start: int, end: int, rule: str) -> bool:
    """Do the words belong to a programme's name? A work may stand in the title of a plan (…项目实施方案) and is both."""
    for one in within(draft.programmes, start - 60, end):
        if one.end > start and not (one.rule in _PLANS and one.end > end and rule == "project-named"):
            return True
    return False


_OF_A_COUNTRY = re.compile(
    "(?:中心|研究院|研究所|实验室|装置|高标准农田)$"
)  # a country builds one, or all of them by plan
_OF_A_PLACE = frozenset(("project-facilities", "project-acts", "project-listed"))


def _proper(draft: Draft, start: int, end: int, rule: str) -> bool:
    """Does a name say which one of a whole country's works is meant: 川藏铁路, 洋山港区, not 山区高速公路, 内河航道?"""
    if rule not in _OF_A_PLACE or within(draft.places, start, end):
        return True
    return proper(draft.text[start:end])


_PLANS = frozenset(("programme-scheme", "programme-plan", "programme-outline", "programme-title"))


def _found(text: str) -> Iterator[Found]:
    for match in FIND.finditer(text):
        word, start, end = match.group(), match.start(), match.end()
        head = HEADS[word]
        if head.not_before.match(text, end):
            continue
        if text[end : end + 1] in _QUOTES and head.sort != "list_heads":  # “…平台”: the quotes are part of the name
            opening = text.rfind(_QUOTES[text[end]], max(0, start - 30), start)
            if opening < 0:
                continue
            start, end = opening, end + 1
            if text[end : end + 1] == "的":  # “公司+基地”的模式
                continue
        if head.sort != "named" and (phase := PHASE.match(text, end)):
            end, word = phase.end(), word + phase.group()
        if not FOLLOW.match(text, end):
            continue
        name = phrase(text, start, ENDS)
        before = text[name.start : start] + text[start : match.start()]
        if text[name.low - 1 : name.low] == "《" or _TOWARDS.match(text[name.low : name.start]):
            continue
        if many := MANY.search(text[name.start : match.start()]):
            if not name.loose and name.verb not in _PLANNED:
                yield from members_of(text, name, name.start + many.start(), end, head, many.group())
        elif head.sort != "list_heads" and _is_work(text, head, name, before, word, end):
            yield name.start, end, kind_of(head, before), f"project-{head.sort}"


_QUOTES = {"”": "“", '"': '"'}
_PLANNED = frozenset(("谋划", "储备", "包装"))


def _is_work(text: str, head: Head, name: Phrase, before: str, word: str, end: int) -> bool:
    if head.whole and not before:
        return not text[end : end + 1].isdigit()
    quoted = "“" in before or '"' in before
    if name.count or (name.loose and not quoted) or (not quoted and COUNT.search(before)) or COUNT.match(text, end):
        return False
    if (
        name.verb in _DRAWN_ON
        or _BANNED.search(text, name.low, name.start)
        or RATED.fullmatch(before)
        or described(text, name, before)
    ):
        return False
    if head.sort != "named" and ENCOURAGED.search(text, name.low, name.start):
        return False
    if not (before + word in ALONE or UNIQUE.fullmatch(before + word) or (before and PHASE.search(word))) and not (
        says_which(head, before)
    ):
        return False
    if head.sort == "named":
        return (verb_class(name.verb) != "" or name.verb in INTO) and not _UNSAID.search(before)
    if head.sort == "acts":
        return acted(before) and (verb_class(name.verb) not in ("", "take", "work") or name.verb in INTO)
    return is_built(text, head, name, before, end)


def _named(words_: str) -> str:
    return re.sub(r"[“”\"\s]", "", words_)


def _investment(text: str, start: int, end: int) -> float | None:
    """The total investment told beside a name, in yuan: in its sentence, at most 40 characters off."""
    low = max(text.rfind(mark, max(0, start - 40), start) for mark in "。；\n\t") + 1
    low = max(low, start - 40)
    window = re.split("[。；\n\t]", text[low : end + 40])[0]
    match = _INVESTMENT.search(window)
    return float(match.group(1).rstrip(".")) * _SCALE[match.group(2)] if match else None
