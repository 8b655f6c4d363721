"""Where a text names a quantity: number and unit (不低于58.9万亩, 3—5家, X%以上, 六成以上) or an idiom (清零, 应改尽改, 翻一番).

`find` says where and takes the words apart, `measures.value` reads them; whether an act must reach it is asked in `targets.py`.
Units and idioms are data (measures.yaml, idioms.yaml).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from extract.begins import begins_of
from extract.numerals import NUMERAL, TO, plain_digits
from extract.record import record
from extract.resource import resource
from extract.sieve import Table
from extract.tail import Tail


@record
class Quantity:
    """`text[start:end]` with the words that bound it (不低于…, …以上); `text[number:stop]` is number and unit alone.

    `kind` is the unit's in measures.yaml, "part" (一半, 六成), "rank" (前三), "ratio" (2.4∶1), "grade" (Ⅲ类), "scale" (50万, no unit),
    "idiom" with the idiom's key in `unit`, or "spec" (110千伏: describes a thing).
    """

    start: int
    end: int
    number: int
    stop: int
    numeral: str
    unit: str
    kind: str
    lead: str = ""
    tail: str = ""


_TAIL = r"(?:(?:及|或|\(含\)|（含）)?以[上下内]|之[内上下]|左右|上下(?!游)|内(?=[，。；、]))"
_ABOUT = r"[余多来]?(?:[十百千]?[万亿]{1,2})?余?"
_MORE = r"(?:(?:余|多|来|几)?)"
_LEAD = Tail(
    r"(?:不[得应能可要]?(?:再)?(?:[少低高多大小]于|超过|突破|超出|下于|超)|(?:至|最)[少多]|最[低高](?:为|不[超低]过?于?)?|≥|≤|＞|＜|>=|<=|>|<"
    r"|(?:确保|[保兜])底|突破|超过|超|高于|大于|多于|逾|低于|少于|小于|不足|未达到?|控制在|达到|达|(?<![签预条合违节公制契])约|(?<![最附就临])近|大约)(?:为|了|到|在)?\s?$"
)
_SPANNED = re.compile(r"不|至|最|≥|≤")
_RANK = re.compile(
    r"(?:(?P<head>[前后])(?P<number>[0-9]{1,3}|[一二两三四五六七八九十百]{1,3})(?P<unit>[位名列强]?)|第(?P<place>[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?P<of>[位名]))"
    r"(?![个年天月日季次届期代批轮步章条种类者方版线道点件课时分]|[位名](?:同志|领导))"
)
_RANK_LEAD = re.compile(
    r"(?:进入?|跻身|迈[进入]|挤[进入]|位[列居]|排名?在?|名列|居|保持|稳居|冲[进刺]|退出|达到|在|列)?(?:全[国省市县区州旗盟镇乡]|同[类级组]|[省市县区]内|上游)?(?:同类|同级|同组|排名|考核|考评|测评)?(?:[县市区城乡]{0,4})$"
)
_OVER = re.compile(r"[，。；、）\s的]|$")
_PUT = re.compile(r"[放摆置](?:在|到|于)(?:最?突出|首要)?(?:的)?$")
_RATIO = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,4})?[:：∶][0-9]{1,4}(?:\.[0-9]{1,4})?(?![0-9:：])")
_OF_RATIO = re.compile(r"的?(?:比例|配套|配比)")
_RATIO_OF = re.compile(r"比(?:例|重)?[^，。；]{0,6}$|配套[^，。；]{0,6}$")
_GRADE_FIRST = "ⅠⅡⅢⅣⅤIV劣"
_GRADE = re.compile(r"(?:劣于?(?:Ⅴ|[Vv五])|[ⅠⅡⅢⅣⅤ]{1,2}|I{1,3}|I?V)类(?:水质|标准|水)?(?:及?以上|标准)?")
_PART = re.compile(
    rf"(?:(?:[一二两三四五六七八九]成[一二三四五六七八九半]?|(?:过|一|大)?半(?:数)?(?![天年月日夜个小])|(?:[二三四五六七八九十]|[0-9]{{1,3}}|百|千)分之[一二两三四五六七八九十百零点0-9]+)(?P<tail>{_TAIL})?)"
)
_PART_WORDS = re.compile(
    r"[一二两三四五六七八九]成[一二三四五六七八九半]?(?![立果效本功熟长员品交绩才份套型片为分都活])|一半|过半(?!径)|半数|.+分之.+"
)


@cache
def units() -> tuple[dict[str, str], frozenset[str], str]:
    """Unit → kind, units that only describe, and the pattern of all, longest first."""
    measures = resource("measures")
    kinds = {word: entry["kind"] for entry in reversed(measures["units"]) for word in entry["words"]}
    spec = frozenset(measures["spec"])
    joined = measures["joined"]
    alike: dict[str, list[str]] = {}  # first character → the rest of the units that begin with it
    for word in sorted({*kinds, *spec}, key=lambda word: (-len(word), word)):
        alike.setdefault(word[0], []).append(re.escape(word[1:]) + _unjoined(joined.get(word, "")))
    firsts = (f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in sorted(alike.items()))
    # most that follows a numeral begins no unit
    return kinds, spec, f"(?=[{re.escape(''.join(sorted(alike)))}])(?:{'|'.join(firsts)})"


def _unjoined(follows: str | list[str]) -> str:
    """What must not follow a unit: any of the characters, or of the patterns of a list."""
    inside = f"[{follows}]" if isinstance(follows, str) else "|".join(follows)
    return f"(?!{inside})" if follows else ""


_JOINTS = Table("-－—–~～至到")  # what TO begins with
_FAR = 60  # characters; TO stands behind a numeral of at most 33 and its unit


@cache
def _number(*, ranged: bool) -> re.Pattern[str]:
    """A numeral or, with `ranged`, two of them joined, with their unit."""
    unit = units()[2]
    numeral = rf"{NUMERAL}(?:[%％]|{unit})?{TO}{NUMERAL}|{NUMERAL}" if ranged else NUMERAL
    return re.compile(
        rf"(?P<numeral>{numeral})(?P<about>{_ABOUT})\s?(?:(?P<unit>(?:{unit})(?:[/／](?:{unit}|年|月|日|天)){{0,2}})(?P<more>[余多])?(?P<tail>{_TAIL})?|(?P<bare>(?<=[万亿])(?P<end>{_TAIL})?(?=[，。；、：）\n]|$|名?(?:农村|城镇|农业|建档立卡)?(?:贫困|低收入|返乡|流动|转移|脱贫|城乡|困难)?(?:的(?:盘子|资金|投资|目标|订单|规模|大关|产值|额度)|[一-龥]{{0,4}}(?:资金|补助|经费|专款|投资|贷款)|人口|群众|农民|居民|劳动力|学生|职工|农户|贫困户|游客|党员|市民|农牧民|移民)(?!数|规模))))"
    )


@cache
def idioms() -> tuple[dict[str, dict[str, Any]], frozenset[str]]:
    """Key → entry, and words that only begin with 零."""
    entries = {entry["key"]: entry for entry in resource("idioms") if "pattern" in entry}
    return entries, frozenset(word for entry in resource("idioms") for word in entry.get("words", ()))


@cache
def _idiom_at() -> tuple[Table, dict[str, list[tuple[str, re.Pattern[str]]]]]:
    """Where idioms and grades may begin; their first two characters → idioms, first character → those that any may follow."""
    by_begin: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    compiled = [(key, entry["first"], re.compile(entry["pattern"])) for key, entry in idioms()[0].items()]
    begins = {key: begins_of(pattern) for key, _, pattern in compiled}
    for begin in set().union(*begins.values()):
        by_begin[begin] = [
            (key, pattern)
            for key, first, pattern in compiled
            if begin[0] in first and (begin in begins[key] or begin[0] in begins[key])
        ]
    return Table({*by_begin, *begins_of(_GRADE)}), by_begin


_DIGIT = frozenset("0123456789０１２３４５６７８９")
_LINE = ("", "\n")
_ITEM = re.compile(r"[0-9]{1,2}[.．](?=[0-9]{1,4}[个件项名户家所条座处起宗类])")
_ORDINAL = frozenset((("二", "次"), ("二", "轮"), ("二", "期")))
"""二次供水, 二次污染: the second; what is counted is 两次."""
_ROUND = re.compile(r"[十百千]?[百千万亿]|万亿")
_MANY = frozenset("名家场个人户项村件堂期")
"""With these a round number counts (邀请百名专家), where its clause delivers them; 千万元, 百亩 are sizes of a class."""

_DECIMAL = re.compile(rf"(?P<number>\d{{1,3}}\.\d{{1,4}})(?P<tail>{_TAIL})?(?=[，。；、）\n]|$)")
_COEFFICIENT = re.compile(
    r"(?:系数|指数)(?:要|力争|均|稳定)?(?:提高|提升|达|控制|保持|稳定|降|不[低高]于)[到至在为]?[^，。；\d]{0,4}$"
)
"""灌溉水有效利用系数不低于0.585: a number without unit."""
_FAR_OFF = 16
_FIRST = "0-9０-９XＸ×○一二两三四五六七八九十百千万亿几数近上半过第前后廿"
_FIRSTS = frozenset(_FIRST.replace("0-9０-９", "0123456789０１２３４５６７８９"))
_NO_ONE = frozenset("第统唯逐专同进某另这那哪任划如归纯")
_MARKS = frozenset("，。；：")
_PART_FAR = 4  # characters; 成, 半 or 分 stands in them in each part (六成, 过半, 三分之二)


@cache
def _may_begin() -> Table:
    first = re.compile(f"[{_FIRST}]")
    begins = begins_of(_number(ranged=False), _number(ranged=True), _RANK, _PART, _RATIO)
    return Table(begin for begin in begins if first.match(begin) and begin[1:] not in _MARKS)


def find(text: str) -> list[Quantity]:
    """Every quantity and idiom, in order, none overlapping another. Linear in the length of the text."""
    text = plain_digits(text)
    found = [*_numbers(text), *_words(text)]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Quantity] = []
    for one in found:
        if kept and one.start < kept[-1].end:
            if one.kind == "idiom" and kept[-1].kind != "idiom" and one.end >= kept[-1].end:
                kept[-1] = one
            continue
        if kept and one.kind == "idiom" and one.start == kept[-1].end and kept[-1].kind == "percent":
            continue  # 100%全覆盖 says it twice
        kept.append(one)
    return kept


def _numbers(text: str) -> Iterator[Quantity]:
    kinds, spec, _ = units()
    plain, joined, done = _number(ranged=False), _number(ranged=True), 0
    joints, at = _JOINTS.places(text), 0
    for place in _may_begin().places(text):
        start, first = place, text[place]
        if place < done or first not in _FIRSTS or text[place + 1 : place + 2] in _MARKS:
            continue
        digit = first in _DIGIT
        before = text[start - 1] if start else ""
        if first == "一" and before in _NO_ONE:
            continue
        if digit and (before.isdigit() or before in (".", "．", "-") or (before.isascii() and before.isalpha())):
            continue
        if first in "前后第":
            ranked = _rank(text, start)
            if ranked:
                done = ranked.end
                yield ranked
            elif (rank := _RANK.match(text, start)) and rank["unit"]:
                done = rank.end()  # 前三名的乡镇: says who, counts nobody
            continue
        near = text[start : start + _PART_FAR]
        part = _PART.match(text, start) if "成" in near or "半" in near or "分" in near else None
        if part and _PART_WORDS.match(part.group()):
            done = part.end()
            stop = part.end() - len(part["tail"] or "")
            yield _led(text, start, stop, done, text[start:stop], "", "part", part["tail"] or "")
            continue
        ratio = _RATIO.match(text, start) if digit else None
        if ratio and (_RATIO_OF.search(text, max(0, start - 10), start) or _OF_RATIO.match(text, ratio.end())):
            done = ratio.end()
            yield _led(text, start, done, done, ratio.group(), "", "ratio", "")
            continue
        if digit and before in _LINE and (numbered := _ITEM.match(text, start)):
            start = numbered.end()  # “2.10件实事” is item 2 of a list
        while at < len(joints) and joints[at] < start:
            at += 1
        match = (joined if at < len(joints) and joints[at] < start + _FAR else plain).match(text, start)
        if match is None:
            bare = _DECIMAL.match(text, start) if digit else None
            if bare is not None and _COEFFICIENT.search(text, max(0, start - _FAR_OFF), start):
                done = bare.end()
                yield _led(text, start, bare.end("number"), done, bare["number"], "", "density", bare["tail"] or "")
            continue
        done = match.end()
        if before == "第" or (match["numeral"], match["unit"]) in _ORDINAL:
            continue
        if _ROUND.fullmatch(match["numeral"]) and match["unit"] not in _MANY:
            continue
        unit, tail = match["unit"] or "", match["tail"] or match["end"] or ""
        numeral = match["numeral"] + match["about"]
        base = unit.replace("／", "/").partition("/")[0] if unit not in kinds else unit
        kind = "scale" if not unit else "spec" if base in spec else kinds[base]
        if tail == "以上" and unit and (upper := plain.match(text, done)) and _caps(upper, unit):
            done, numeral, tail = upper.end(), f"{numeral}{unit}至{upper['numeral']}{upper['about']}", ""
            yield Quantity(start, done, start, done, numeral, unit, kind)
            continue
        yield _led(text, start, match.end() - len(tail), match.end(), numeral, unit, kind, tail)


def _caps(upper: re.Match[str], unit: str) -> bool:
    """五千元以上三万元以下: the second number of a legal span."""
    return upper["unit"] == unit and (upper["tail"] or "").endswith("以下")


def _led(text: str, start: int, stop: int, end: int, numeral: str, unit: str, kind: str, tail: str) -> Quantity:
    lead = _LEAD.search(text, max(0, start - 8), start)
    words = lead.group() if lead else ""
    begin = start - len(words) if _SPANNED.match(words) or (kind == "part" and words == "超过") else start
    return Quantity(begin, end, start, stop, numeral, unit, kind, words, tail)


def _rank(text: str, start: int) -> Quantity | None:
    match = _RANK.match(text, start)
    if match is None:
        return None
    before = text[max(0, start - 12) : start]
    lead = _RANK_LEAD.search(before)
    if lead is None or not lead.group() or (match["place"] and _PUT.search(before)):
        return None
    if not match["place"] and not match["unit"] and not _OVER.match(text, match.end(), match.end() + 1):
        return None
    return Quantity(
        start, match.end(), start, match.end(), match["number"] or match["place"], match["unit"] or "位", "rank"
    )


def _words(text: str) -> Iterator[Quantity]:
    stop = idioms()[1]
    table, by_begin = _idiom_at()
    for start in table.places(text):
        for key, pattern in by_begin.get(text[start : start + 2]) or by_begin.get(text[start]) or ():
            match = pattern.match(text, start)
            if match and not (key == "none" and (match.group()[:2] in stop or match.group() in stop)):
                yield Quantity(start, match.end(), start, match.end(), "", key, "idiom")
                break
        else:
            if (
                text[start] in _GRADE_FIRST
                and text[start - 1 : start] not in ("—", "-", "～")
                and (grade := _GRADE.match(text, start))
            ):
                yield Quantity(start, grade.end(), start, grade.end(), grade.group(), "类", "grade")
