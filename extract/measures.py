"""What a quantity says: comparator, value in base units, unit (不低于58.9万亩 → >= 589000 亩)."""

from __future__ import annotations

import re
from functools import cache

from extract.numerals import TO, Number, read
from extract.quantities import Quantity, idioms, units
from extract.record import record


@record
class Measure:
    """What a quantity says: `value` in base units (万, 亿 multiplied out, % as written), None where masked or not fixed."""

    comparator: str
    value: float | None
    value_max: float | None
    unit: str
    masked: bool


_BOUNDS = (
    (">=", re.compile(r"不[得应能可要]?再?(?:[少低小]|下)|至少|最[少低]|≥|>=|保")),
    ("<=", re.compile(r"不[得应能可要]?再?[超高多大突]|至多|最[多高]|≤|<=|控制")),
    (">", re.compile(r"超过?|突破|高于|大于|多于|逾|＞|>")),
    ("<", re.compile(r"低于|少于|小于|不足|未达|＜|<")),
)
_NEARLY = re.compile(r"[余多来几]|[%％]|大(?=半)")


def value(one: Quantity) -> Measure:
    """What the words of a quantity say."""
    if one.kind == "idiom":
        entry = idioms()[0][one.unit]
        fixed = entry.get("value")
        return Measure(entry["comparator"], None if fixed is None else float(fixed), None, entry["unit"], False)
    comparator = _comparator(one)
    if one.kind == "grade":
        return Measure(comparator, None, None, one.numeral, False)
    if one.kind == "ratio":
        part, _, whole = re.sub("[：∶]", ":", one.numeral).partition(":")
        share = round(float(part) / float(whole), 6) if float(whole) else None
        return Measure(comparator, share, None, ":1", False)
    number = _read(one)
    if number is None:
        return Measure(comparator, None, None, one.unit, False)
    low, high, unit = number.value, number.high, one.unit
    if one.kind == "part" or "分之" in one.numeral:
        low, high, unit = _hundredfold(low), _hundredfold(high), "%"
    else:
        unit = {"％": "%", "个亿": "元"}.get(unit, unit)
    return Measure(comparator, low, high, unit, number.masked)


def _hundredfold(part: float | None) -> float | None:
    return None if part is None else round(part * 100, 4)


def _read(one: Quantity) -> Number | None:
    many = 1e8 if one.unit == "个亿" else 1.0
    numeral = _NEARLY.sub("", one.numeral) if len(one.numeral) > 1 else one.numeral
    number = read(numeral)
    if number is None and (both := _twice().fullmatch(numeral)):
        number = read(both["low"] + both["to"] + both["high"])
    if number is None or many == 1.0 or number.value is None:
        return number
    return Number(number.value * many, number.high and number.high * many, number.masked)


@cache
def _twice() -> re.Pattern[str]:
    """3000元至5000元: the unit is written at both ends."""
    return re.compile(rf"(?P<low>.+?)(?:{units()[2]})(?P<to>{TO})(?P<high>.+)")


def _comparator(one: Quantity) -> str:
    lead, tail = one.lead, one.tail
    if one.kind == "rank":
        return "<="
    for comparator, pattern in _BOUNDS if lead else ():
        if pattern.match(lead):
            return comparator
    if "左右" in tail or tail == "上下" or lead.startswith(("约", "近", "大约")):
        return "~"
    if "以上" in tail or tail == "之上" or "余" in one.numeral or "多" in one.numeral:
        return ">="
    if tail:
        return "<="
    return "="
