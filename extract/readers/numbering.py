"""Word's automatic numbering, which no reader of plain text sees: 一、（一）1. ① worked out from numbering.xml.

Source: ECMA-376 part 1, 17.9 (numbering) and 17.18.59 (ST_NumberFormat).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from docx.oxml.ns import qn

_DIGITS = "零一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"


def chinese(number: int, digits: str = _DIGITS, ten: str = "十", hundred: str = "百") -> str:
    """1 to 999 as a Chinese numeral: 12 → 十二, 105 → 一百零五."""
    if number < 10:
        return digits[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return (digits[tens] if tens > 1 else "") + ten + (digits[ones] if ones else "")
    hundreds, rest = divmod(number, 100)
    tail = (
        ""
        if not rest
        else digits[0] + chinese(rest, digits, ten, hundred)
        if rest < 10
        else ((digits[1] if rest < 20 else "") + chinese(rest, digits, ten, hundred))
    )
    return digits[hundreds] + hundred + tail


def _roman(number: int) -> str:
    signs = (
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    )
    out = ""
    for value, sign in signs:
        count, number = divmod(number, value)
        out += sign * count
    return out


def _letter(number: int) -> str:
    return chr(65 + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _circle(number: int) -> str:
    if number <= 20:
        return chr(0x2460 + number - 1)
    return chr(0x3251 + number - 21) if number <= 35 else f"({number})"


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02d}",
    "decimalFullWidth": lambda n: str(n).translate({48 + d: 0xFF10 + d for d in range(10)}),
    "decimalEnclosedCircle": _circle,
    "decimalEnclosedCircleChinese": _circle,
    "decimalEnclosedParen": lambda n: chr(0x2474 + n - 1) if n <= 20 else f"({n})",
    "decimalEnclosedFullstop": lambda n: chr(0x2488 + n - 1) if n <= 20 else f"{n}.",
    "upperLetter": _letter,
    "lowerLetter": lambda n: _letter(n).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda n: _roman(n).lower(),
    "chineseLegalSimplified": lambda n: chinese(n, _LEGAL, "拾", "佰"),
    "ideographLegalTraditional": lambda n: chinese(n, _LEGAL, "拾", "佰"),
    "ideographEnclosedCircle": lambda n: chr(0x3280 + n - 1) if n <= 10 else chinese(n),
    "ideographTraditional": lambda n: "甲乙丙丁戊己庚辛壬癸"[(n - 1) % 10],
    "ideographZodiac": lambda n: "子丑寅卯辰巳午未申酉戌亥"[(n - 1) % 12],
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "japaneseDigitalTenThousand",
         "taiwaneseCounting", "taiwaneseCountingThousand", "taiwaneseDigital", "koreanDigital2"),
        chinese,
    ),
}  # fmt: skip


def _value(element: Any, tag: str, default: str = "") -> str:
    child = element.find(qn(tag)) if element is not None else None
    return child.get(qn("w:val"), default) if child is not None else default


class Numbering:
    """The running counters of one document; ask `label` for each paragraph in order."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        """`numbering` and `styles` are the roots of numbering.xml and styles.xml, or None."""
        abstract = {} if numbering is None else {
            one.get(qn("w:abstractNumId")): one for one in numbering.findall(qn("w:abstractNum"))
        }  # fmt: skip
        self.levels: dict[str, tuple[str, dict[int, Any]]] = {}
        self.starts: dict[tuple[str, int], int] = {}
        for num in [] if numbering is None else numbering.findall(qn("w:num")):
            number, base = num.get(qn("w:numId")), _value(num, "w:abstractNumId")
            levels = (
                {int(one.get(qn("w:ilvl"))): one for one in abstract[base].findall(qn("w:lvl"))}
                if base in abstract
                else {}
            )
            for override in num.findall(qn("w:lvlOverride")):
                level = int(override.get(qn("w:ilvl")))
                replacement = override.find(qn("w:lvl"))
                if replacement is not None:
                    levels[level] = replacement
                if start := _value(override, "w:startOverride"):
                    self.starts[number, level] = int(start)
            self.levels[number] = (base, levels)
        self.styles = {} if styles is None else {one.get(qn("w:styleId")): one for one in styles.findall(qn("w:style"))}
        self.counters: dict[str, dict[int, int]] = {}
        self.overridden: set[tuple[str, int]] = set()

    def _number(self, paragraph: Any) -> tuple[str, int] | None:
        """(numId, level) of a paragraph, its own or its style's; None where it has none."""
        properties = paragraph.find(qn("w:pPr"))
        numbered = None if properties is None else properties.find(qn("w:numPr"))
        number, level = _value(numbered, "w:numId"), _value(numbered, "w:ilvl")
        style, seen = _value(properties, "w:pStyle"), set()
        while not number and style in self.styles and style not in seen:
            seen.add(style)
            inherited = self.styles[style].find(qn("w:pPr"))
            inherited = None if inherited is None else inherited.find(qn("w:numPr"))
            number, level = _value(inherited, "w:numId"), level or _value(inherited, "w:ilvl")
            style = _value(self.styles[style], "w:basedOn")
        return (number, int(level or 0)) if number and number != "0" and number in self.levels else None

    def label(self, paragraph: Any) -> str:
        """The label Word shows before this paragraph, empty where there is none or it is a bullet."""
        found = self._number(paragraph)
        if found is None:
            return ""
        number, level = found
        base, levels = self.levels[number]
        if level not in levels:
            return ""
        counter = self.counters.setdefault(base, {})
        if (number, level) in self.starts and (number, level) not in self.overridden:
            self.overridden.add((number, level))
            counter[level] = self.starts[number, level] - 1
        counter[level] = counter.get(level, self._start(levels, level) - 1) + 1
        for deeper in [one for one in counter if one > level]:
            del counter[deeper]
        if _value(levels[level], "w:numFmt") in ("bullet", "none"):
            return ""

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            form = _value(levels.get(at), "w:numFmt", "decimal")
            return _FORMATS.get(form, str)(counter.get(at, self._start(levels, at)))

        text = re.sub(r"%(\d)", shown, _value(levels[level], "w:lvlText"))
        return text + (" " if text[-1:].isascii() and text else "")

    @staticmethod
    def _start(levels: dict[int, Any], level: int) -> int:
        return int(_value(levels.get(level), "w:start", "1") or 1)
