"""Named plans, campaigns, actions, pilots, censuses, events (`draft.programmes`), as written, without 《》.

A head noun (行动, 规划, 试点, …: `programme_heads`) ends the name, the governing verb before it (`noun_phrase`) begins it, and
what stands between must say which one (`programme_names`): 工作方案 alone is nobody's name. Laws, policies and strategies are
no programmes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.body_name import Spans
from extract.draft import Draft, within
from extract.edges import full_width
from extract.lexicon import alternatives, words
from extract.model import Programme
from extract.noun_phrase import MANY, listed, phrase, verb_class
from extract.programme_heads import CITED, ENDS, FIND, HEADS, JOINTS, MADE, PLAN
from extract.programme_names import CLOSING, HELD, PHYSICAL, listable, of_its_own, says_which
from extract.project_heads import DIVERSION
from extract.sieve import Sieve
from extract.tables import in_time_column

_TITLE = re.compile(f"(?:{alternatives(words('programmes', 'titles'))})(?:[（(〔][^（）()]{{1,20}}[）)〕])?$")
_QUOTE = Sieve(  # “…行动”, “千乡万村驭风”
    rf"[“\"]([^“”\"\n]{{1,20}}(?:{alternatives(words('programmes', 'inside'))})"
    r"|(?!千家万户|千方百计)[^“”\"\n]{0,4}[十百千万双][\u4e00-\u9fff]{1,3}[百千万][\u4e00-\u9fff+]{1,6}|[百千万][\u4e00-\u9fff]{2,6}\+|[三四五六七八九十]大(?:改造|行动|战役|攻坚|提升|整治))[”\"]"
)
_DIVERSION = re.compile(rf"[“\"]?(?!引[资才智技外]){DIVERSION.pattern}[”\"]?(?:工程|项目)?")  # “引黄济宁”工程: built
_SERVES = re.compile("新?(?:产业|创新|服务|制造)?平台")  # “千亩百亿”新产业平台: built
_VERSION = re.compile(r"(?:[1-9]\.0)?升级版|[1-9]\.0版?")
_CLOSINGS = frozenset(CLOSING)
_HOW_OFTEN = re.compile(r"(?<=针对)性的?|(?:每[\u4e00-\u9fff]{1,2})?(?:组织|开展|举办|进行)(?:一|两|\d{1,2})[次场期]")
_UNNAMED = re.compile(r"[“”\"《》\s]")
_SHORT = re.compile(r"以下(?:简|统)?称")
_OVER = re.compile(r"[，。；：、！？）\s”\"]|$|和|及|与|工作|等|方面|的|活动|任务")
_LONG = re.compile(r"”?[\d.×X]+余?(?:公里|千米|米|条)")
_YEARS = re.compile(r"[（(](?:20\d\d|[X×]+)年?[—\-－–~至]{1,2}(?:20\d\d|[X×]+)年[）)]")
_FIVE_YEARS = re.compile('[一二三四五六]五[”"]?(?:时期)?$')
_TOLD = re.compile("正在|合理安排[^，。；]{0,8}计划")
_NO_NAME = re.compile(r"[\d.．、]*[\u4e00-\u9fff]{2}")
_NEXT_QUOTED = re.compile(r"[、 ]{0,2}(“[^“”\n]{2,12}”)")
_GOES_ON = re.compile(
    "(?<![动程划]”)(?![和及与或、])[一-龥]{2,8}(?:工程|行动|计划|活动)(?=[，。；、]|\\Z)"
)  # “百县千镇万村”高质量发展工程
_BY_DAY = re.compile(r"(?:\d{1,2}月(?:\d{1,2}日|底)?|[年月]底)(?:之?前)(?:报|完成|上报|报送)?[县市省区局]?")
_OFFICE_OF = re.compile("(?:工作)?(?:专班|领导小组|指挥部|联席会议)")
_SORT = re.compile("等[一-龥]{0,6}(?:项目|计划|工程|活动|行动|专项)")
_OF_FIELDS = re.compile("等[一-龥]{0,8}(?:领域|行为|现象|乱象|问题)$")  # 消防、道路交通等重点行业领域 | 专项整治
_THIS = re.compile("(?:[此本该]次|这次|此项|上述|(?:蓄意|恶意|故意)?(?:阻挠|妨碍|干扰|抗拒))")
_ONE_NAME = frozenset(("pilot", "outline", "scheme", "plan"))  # 文化、体育等专项规划: one name, not two


def programmes(draft: Draft) -> None:
    even = full_width(draft.text)
    found = sorted(
        dict.fromkeys([*_titled(draft), *_headed(draft, even), *_in_quotes(even)]), key=lambda one: (one[0], -one[1])
    )
    kept: list[tuple[int, int, str]] = []
    for one in found:
        if (
            kept and one[0] == kept[-1][1] and one[2] == "programme-quoted" and even[one[0] - 1] not in CLOSING
        ):  # 专项整治“百日行动”
            kept[-1] = (kept[-1][0], *one[1:])
            continue
        if kept and one[0] < kept[-1][1]:
            if one[1] > kept[-1][1]:  # the longer name ends further right
                kept[-1] = (kept[-1][0], one[1], one[2])
            continue
        if not _DIVERSION.fullmatch(even, one[0], one[1]) and not _told(even, *one):
            kept.append(one)
    text = draft.text
    kept = [part for one in kept for part in _side_by_side(even, *one)]
    kept = sorted({*kept, *_listed_beside(even, kept)})
    timed = Spans((one.start, one.end) for one in draft.outline.sentences if in_time_column(one))
    kept = [one for one in kept if not timed.cover(one[0])]
    kept = [_without_count(text, *one) for one in kept if not _built_zone(draft, *one)]
    draft.programmes = [
        Programme(start, end, text[start:end], _UNNAMED.sub("", text[start:end]), rule) for start, end, rule in kept
    ]


def _told(text: str, start: int, end: int, rule: str) -> bool:
    """Are these words of the clause, no name: 正在设计院做选址方案, 3.计划 | 部门, 在市水利局统筹规划 | 指导下?"""
    if _NO_NAME.fullmatch(text, start, end) or _THIS.match(text, start, end) or _TOLD.search(text, start, end):
        return True
    return text.endswith("统筹规划", start, end) and text.startswith(("指导", "下"), end)


def _built_zone(draft: Draft, start: int, end: int, rule: str) -> bool:
    """推进柳江跨境电商综合试验区 | 建设: a zone that bears a place is built."""
    return (
        rule == "programme-designation"
        and draft.text.startswith("建设", end)
        and bool(within(draft.places, start, end))
    )


def _without_count(text: str, start: int, end: int, rule: str) -> tuple[int, int, str]:
    """组织一次 | “回头看”, 每学期组织1次 | 家长开放日: how often is no part of the name."""
    count = _HOW_OFTEN.match(text, start, end)
    return (count.end() if count is not None and end - count.end() > 2 else start), end, rule


def _side_by_side(text: str, start: int, end: int, rule: str) -> Iterator[tuple[int, int, str]]:
    """“安全生产月”“安全生产万里行”活动: two names; 耕地“非农化”“非粮化”整治 is one."""
    if text[start] == "“":
        while (cut := text.find("”“", start, end)) >= 0:
            yield start, cut + 1, rule
            start = cut + 1
    yield start, end, rule


def _listed_beside(text: str, kept: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Quoted names in one list with a programme: “特岗计划”“三支一扶” + “大学生村官”等基层项目."""
    starts = {start for start, _, _ in kept}
    for start, end, _ in kept:
        at, more = end, []
        while text[start] == "“" and (one := _NEXT_QUOTED.match(text, at)) is not None:
            if one.start(1) not in starts:
                more.append(one.span(1))
            elif more:
                break  # the next programme looks on from itself
            at = one.end()
        if more and _SORT.match(text, at):
            yield from ((low, high, "programme-quoted") for low, high in more)


def _titled(draft: Draft) -> Iterator[tuple[int, int, str]]:
    for policy in draft.policies:
        if policy.rule == "policy-title" and _TITLE.search(policy.title):
            inner = policy.text.rfind("《", 0, -1) if policy.text.endswith("》》") else 0
            start = policy.start + max(inner, 0) + 1
            yield start, policy.start + policy.text.rindex("》"), "programme-title"


def _headed(draft: Draft, text: str) -> Iterator[tuple[int, int, str]]:
    for at, word, key in draft.within_kept(FIND.found(text)):
        end = at + len(word)
        head = HEADS[key]
        if head.quoted and text[at - 1 : at] not in _CLOSINGS:
            continue
        known = _FIVE_YEARS.search(text, max(0, at - 5), at)
        if (
            (head.not_before.match(text, end) and not known)
            or PLAN.match(text, end)
            or (text.startswith("项目", end) and not (head.key in CITED and len(word) >= len("三年计划")))
        ):
            continue
        name = phrase(text, at, ENDS)
        if text[name.low - 1 : name.low] == "《" or _SHORT.search(text, name.low, at):
            continue
        if (timed := _BY_DAY.search(text, name.start, at)) is not None:
            name = replace(name, start=timed.end(), member=timed.end())  # 5月20日前报县 | 集中整治行动
        if _OFFICE_OF.match(text, end):
            continue  # 集中整治行动 | 工作专班: the name of a body
        before = text[name.start : at]
        rule = f"programme-{head.key}"
        if (many := MANY.search(before)) and not head.quoted:
            members = listed(text, name.start, name.start + many.start())
            if _OF_FIELDS.search(before):
                if not name.loose:
                    yield members[0][0] if members else name.start, end, rule
                continue
            if head.key in _ONE_NAME and not any(of_its_own(text[low:high]) for low, high in members):
                if not name.loose and verb_class(name.verb) != "ban":
                    yield name.start, end, rule
                continue
            if (
                head.key == "event"
                and HELD.search(before)
                and not any(of_its_own(text[low:high]) for low, high in members)
            ):
                yield name.start, end, rule  # 好媳妇、好儿女等评选活动
                continue
            for low, high in members:
                if listable(head, text[low:high]):
                    yield low, high, rule
        elif head.whole and (not before or before[-1] in JOINTS):
            if _LONG.match(text, end):  # “四好农村路”80公里: roads
                continue
            quoted = text[at - 1 : at] == "“" and text[end : end + 1] == "”"
            yield at - quoted, end + quoted, rule
        elif (
            head.quoted and word in MADE and not (_OVER.match(text, end) and before[-4:-3] != "“")
        ):  # “五室”建设, “无废城市”建设指标体系
            continue
        elif says_which(head, before, word, name, text[end : end + 2]):
            longer = _YEARS.match(text, end) or _VERSION.match(text, end)
            last = at if head.quoted and word in MADE else longer.end() if longer else end
            yield name.start, last, rule


def _in_quotes(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _QUOTE.finditer(text):
        built = match.group(1).endswith("工程") and PHYSICAL.search(match.group(1))  # “数字青石·宽带工程”
        if not built and not text.startswith("奖", match.end()) and not _SERVES.match(text, match.end()):
            more = _GOES_ON.match(text, match.end())
            yield match.start(), more.end() if more else match.end(), "programme-quoted"
