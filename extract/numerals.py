"""Chinese and Arabic numerals → numbers: 二十三, 两千三百, 3.5万, 1,200, 三分之二, 六成, 3—5, X.

`NUMERAL` and `RANGE` are patterns without groups that a finder may build into its own; `read` gives the value of
what they matched. Both take linear time, and neither looks at the words around the numeral.

    >>> read("两千三百").value, read("3.5万").value, read("3—5").high, read("X亿").masked
    (2300.0, 35000.0, 5.0, True)
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.record import record

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％Ｘ", "0123456789.,%X")
_FULL_DIGITS = "０１２３４５６７８９"
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0, "○": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
_SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_UNITS = _SMALL | {"万": 10**4, "亿": 10**8}

MASK = r"(?:[XＸ×＊][XＸ×＊]{0,5}+|(?<![A-Za-z])x{1,3}+(?![A-Za-z])|\*{1,4}+|○{2,4}+)"
ARABIC = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,5}+(?![0-9])(?:\.[0-9]{1,6}+)?"
    r"|[0-9０-９]{1,16}+(?:[.．][0-9０-９]{1,8}+)?)(?:[十百千]?[万亿]{1,2}+|百(?!分)|千(?![分瓦米克伏卡]))?"
)
CHINESE = (
    r"(?:[零一二两三四五六七八九十百千万亿〇廿卅壹贰叁肆伍陆柒捌玖拾佰仟]{1,24}+(?:点[零一二三四五六七八九]{1,6}+)?)"
)
ABOUT = r"(?:[几数近上][十百千万亿]{1,3}+|十几)"
FRACTION = r"(?:百分之[百零一二两三四五六七八九十点]{1,8}+|(?:[二三四五六七八九十]|[0-9]{1,4}+)分之(?:[一二两三四五六七八九十]|[0-9]{1,4}+))"
NUMERAL = rf"(?:{MASK}[万亿]{{0,2}}+|{ARABIC}|{FRACTION}|{ABOUT}|{CHINESE})"
TO = r"(?:[-－—–~～至到]|——)"
RANGE = rf"(?:{NUMERAL}[%％]?{TO}{NUMERAL}|{NUMERAL})"

_MASK = re.compile(MASK)
_RANGE = re.compile(rf"(?P<low>{NUMERAL})(?P<percent>[%％]?){TO}(?P<high>{NUMERAL})")
_ARABIC = re.compile(r"(?P<digits>[0-9]+(?:\.[0-9]+)?)(?P<scale>[十百千万亿]*)")
_DECIMAL = re.compile(r"[0-9]{1,16}(?:\.[0-9]{1,8})?")
_FRACTION = re.compile(r"(?P<below>.+)分之(?P<above>.+)")
_TWO = re.compile(r"(?P<low>[一二两三四五六七八])(?P<high>[二两三四五六七八九])(?P<scale>[十百千万亿]*)")


@record
class Number:
    """`value` (the low end of a range), `high` its high end or None; both None when masked or only about (几十)."""

    value: float | None
    high: float | None = None
    masked: bool = False


def plain_digits(text: str) -> str:
    """The text with ０１２ as 012: the same length, so offsets stay."""
    return text.translate(_FULL_WIDTH) if any(digit in text for digit in _FULL_DIGITS) else text


@lru_cache(4096)
def read(numeral: str) -> Number | None:
    """The number an isolated numeral says, None where the words are none.

    Fractions are read as written: 三分之二 → 0.667, 百分之十 → 0.1, 一半 → 0.5, 六成 → 0.6.
    """
    words = numeral.strip().translate(_FULL_WIDTH).replace(",", "")
    if not words:
        return None
    if words[0] in "XxX×＊*○" and _MASK.match(words):
        return Number(None, masked=True)
    if simple := _DECIMAL.fullmatch(words):
        return Number(float(simple.group()))
    if both := _RANGE.fullmatch(words):
        return _range(both["low"], both["high"])
    if words in ("一半", "半", "半数", "过半"):
        return Number(0.5)
    if words in ("十几",) or words[0] in "几数近上":
        return Number(_about(words))
    if words[-1] == "成" or words[-2:-1] == "成":
        return _tenths(words)
    if part := _FRACTION.fullmatch(words):
        below, above = _plain(part["below"]), _plain(part["above"])
        return None if above is None or not below else Number(above / below)
    if (two := _TWO.fullmatch(words)) and _DIGITS[two["low"]] < _DIGITS[two["high"]]:
        scale = _scale(two["scale"])
        return Number(_DIGITS[two["low"]] * scale, _DIGITS[two["high"]] * scale)
    value = _plain(words)
    return None if value is None else Number(value)


def _range(low: str, high: str) -> Number | None:
    first, last = read(low), read(high)
    if first is None or last is None:
        return None
    if first.masked or last.masked:
        return Number(first.value, last.value, masked=True)
    if first.value is not None and last.value is not None and first.value < last.value:
        # 3—5万 means 3万—5万: the scale at the end holds for both
        scale = re.search(r"[十百千万亿]+$", high)
        if scale and low[-1] not in _UNITS and not re.match(r"[十百千]", high):
            first = Number(first.value * _scale(scale.group()))
    return Number(first.value, last.value)


def _about(words: str) -> float | None:
    """近百 and 上千 name their bound; 几十 and 数百 do not."""
    return float(_scale(words[1:])) if words[0] in "近上" else None


def _tenths(words: str) -> Number | None:
    whole, _, rest = words.partition("成")
    value = _plain(whole)
    half = 0.5 if rest == "半" else float(_DIGITS.get(rest, 0))
    return None if value is None else Number(round((value + (half if rest == "半" else half / 10)) / 10, 4))


def _scale(units: str) -> int:
    scale = 1
    for unit in units:
        scale *= _UNITS.get(unit, 1)
    return scale


def _plain(words: str) -> float | None:
    if words == "百":
        return 100.0
    if words == "半":
        return 0.5
    if arabic := _ARABIC.fullmatch(words):
        return round(float(arabic["digits"]) * _scale(arabic["scale"]), 6)
    whole, point, decimals = words.partition("点")
    value = _chinese(whole)
    if value is None:
        return None
    if not point:
        return float(value)
    digits = "".join(str(_DIGITS[c]) for c in decimals if c in _DIGITS)
    return float(f"{value}.{digits}") if len(digits) == len(decimals) > 0 else None


def _chinese(words: str) -> int | None:
    """二十三 → 23, 二〇二五 → 2025, 一万二 → 12000; None for anything else."""
    words = words.replace("廿", "二十").replace("卅", "三十")
    if not words or any(c not in _DIGITS and c not in _UNITS for c in words):
        return None
    if all(c in _DIGITS for c in words):
        return int("".join(str(_DIGITS[c]) for c in words))
    return _scaled(words)


def _scaled(words: str) -> int | None:
    """Split at 亿, then 万; what stands before a unit counts it, what stands behind is added (一万二 → 12000)."""
    for unit, scale in (("亿", 10**8), ("万", 10**4)):
        if unit in words:
            before, _, behind = words.rpartition(unit)
            count, rest = (_scaled(before) if before else 1), _rest(behind, scale)
            return None if count is None or rest is None else count * scale + rest
    return _section(words)


def _rest(behind: str, scale: int) -> int | None:
    """What follows a large unit: 一万零三百, or a single digit of the next unit (一万二)."""
    if len(behind) == 1 and behind in _DIGITS and behind not in "零〇○":
        return _DIGITS[behind] * scale // 10
    return _scaled(behind) if behind else 0


def _section(words: str) -> int | None:
    """A number below ten thousand: 三千零五, 三百五, 十五."""
    total, digit, unit, zero = 0, 0, 10**4, False
    for c in words:
        if c in _SMALL:
            if _SMALL[c] >= unit:
                return None
            unit = _SMALL[c]
            total += (digit or 1) * unit
            digit, zero = 0, False
        elif digit:
            return None
        else:
            digit, zero = _DIGITS[c], zero or c in "零〇○"
    if digit and not zero and 10 < unit < 10**4:
        digit *= unit // 10
    return total + digit
