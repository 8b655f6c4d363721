"""What speaks against taking an idiom for a target (清零行动, “零投资”接电, 一户不漏地找): the reason, or ""."""

from __future__ import annotations

import re

from extract.past import past
from extract.quantities import Quantity

_CALLED = re.compile(r"(?:工程|行动|计划|活动|机制|项目|村|乡镇|社区|家庭|企业|服务|模式|改革)")
_DEED = re.compile(r"[接办审服出开准通报过申入用供退](?:电|证|批|务|生|件|办|入|水|气|网|险|医|货|税)")
_WORK = re.compile(r"家庭|工程|行动|计划|制度|企业|项目")
_EACH_NAME = re.compile(r"”|[^”，。；]{0,4}”(?:项目|工程|行动|计划|公路)")
_EACH_WORK = re.compile(r"^(?:[、和及][\u4e00-\u9fff]{3})*工程")  # 村村通、屯屯通、户户通工程
_TREND = re.compile("(?:增长)?(?:趋势|态势|现象|问题|局面)")
_ENTERS = re.compile(r"(?:进入?|跻身|入围|冲[进刺]|迈[进入]|挤[进入]|创[建成]|争创|列入?|位居)[^，。；]{0,12}$")
_NAMED = re.compile(r"[”\"]?(?:专项)?(?:行动|计划|工程|方案|制度|机制|攻坚)")
_ATTRIBUTED = re.compile(r"的(?:[，。；]|$)")


def objection(text: str, one: Quantity, before: str, after: str) -> str:
    """The reason why the idiom is no target, or ""; `before` and `after` are the rest of its clause."""
    if one.unit == "none" and _WORK.match(after):
        return "none"
    if one.unit == "hundred" and before.endswith("个"):
        return "name"  # “六个百分百”
    if _of_name(text, one):
        return "name"  # “县县全覆盖”工程, “零投资”接电
    if one.unit in ("none_left", "none_missed") and after.startswith("地"):
        return "name"  # 一户不漏地找出来: says how
    if one.unit == "each" and (_EACH_NAME.match(after) or _EACH_WORK.search(after)):
        return "name"
    if one.unit == "best_hundred" and not _ENTERS.search(before):
        return "name"
    if _NAMED.match(after):
        return "name"
    if past(before, after):
        return "past"
    if _TREND.match(after):
        return "describes"  # 人口负增长趋势
    return "condition" if _ATTRIBUTED.match(after) else ""


def _of_name(text: str, one: Quantity) -> bool:
    """Does the idiom stand in quotes that only name the thing behind them?"""
    end = text.find("”", one.end, one.end + 14)
    if end < 0 or text.rfind("“", max(0, one.start - 14), one.start) <= text.rfind(
        "”", max(0, one.start - 14), one.start
    ):
        return False
    if _CALLED.match(text, end + 1):
        return True
    return (
        one.unit == "none" and text[one.start - 1] == "“" and end == one.end and _DEED.match(text, end + 1) is not None
    )
