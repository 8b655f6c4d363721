"""How much: numbers and idioms that an act must reach (`draft.targets`), with indicator, comparator and value.

`targets` keeps every quantity and marks in `rule` what speaks against it (past, condition, name, scope …); `trim` runs when
the kinds of sentences are known and leaves in obligations what must be reached, in results what was.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from extract.draft import Draft
from extract.measures import value
from extract.model import Target
from extract.objections import objection
from extract.quantities import Quantity, find
from extract.structure import Kind, Sentence
from extract.tables import column_kind

NOT = "quantity-"
"""Rules that begin so say why a quantity is no target: quantity-past, quantity-condition …"""

_REACHED = ("past", "has", "from", "forecast")
"""Reasons that leave a number one of a result."""


def targets(draft: Draft) -> None:
    """Fill `draft.targets` with every quantity that is no date or length of a deadline, judged by the words round it."""
    text, clauses = draft.text, draft.clauses
    starts = [one.start for one in draft.deadlines]
    found: list[Target] = []
    last, indicator = 0, ""
    for one in find(text):
        at = bisect_right(starts, one.end - 1) - 1
        time = draft.deadlines[at] if at >= 0 else None
        if time and time.end > one.start:
            continue
        low, high = clauses.around(one.start, one.end)
        before, after = text[low : one.start], text[one.end : high]
        against = "title" if clauses.titled(one.start) else objection(text, one, before, after)
        if against == "none":
            continue
        measure = value(one)
        named = ""
        if not against or against in _REACHED:
            named = _indicator(text, one, max(low, last, time.end if time else 0), high)
            if not named and time and time.start > max(low, last):
                # 覆盖率2019年达到50%: the words stand before the time
                named = _indicator(text, one, max(low, last), high, until=time.start)
            named = indicator = named or (indicator if last > low else "")
        found.append(
            Target(
                one.start,
                one.end,
                text[one.start : one.end],
                indicator=named,
                comparator=_change(before) if measure.comparator == "=" else measure.comparator,
                value=measure.value,
                value_max=measure.value_max,
                unit=measure.unit,
                masked=measure.masked,
                rule=f"{NOT}{against}" if against else f"target-{one.kind}",
            )
        )
        last = one.end
    draft.targets = found


def _goal_cell(sentence: Sentence) -> bool:
    return sentence.cell is not None and column_kind(sentence.cell.header) in ("target", "task")


def trim(draft: Draft) -> None:
    """When kinds are known: obligations keep what must be reached, results what was reached, other sentences nothing."""
    kept: list[Target] = []
    sentences = draft.outline.sentences
    starts = [one.start for one in sentences]
    for one in draft.targets:
        at = bisect_right(starts, one.start) - 1
        kind = sentences[at].kind if at >= 0 and one.start < sentences[at].end else Kind.CONTEXT
        against = one.rule.removeprefix(NOT) if one.rule.startswith(NOT) else ""
        if (kind is Kind.RESULT and (not against or against in _REACHED)) or (kind is Kind.OBLIGATION and not against):
            kept.append(one)
        elif kind is Kind.CONTEXT and not against and _goal_cell(sentences[at]):
            kept.append(one)  # “95%以上” in the column 目标: assemble gives it to the row's task
    draft.targets = kept


_STRIP = re.compile(
    r"^(?:其中|并|且|要|应|须|将|全面|加快|确保|力争|争取|努力|积极|今年|全年|年内|年底|到|使|把|对|再|另|进一步|切实|务必|基本|一是|二是|三是|四是|五是|（[一二三四五六七八九十]+）|\d+[.、．]|[\s　])+"
)
_REACH = re.compile(
    r"(?:总体|均|全部|分别|稳定|保持|控制|逐步|要|须|应|力争|不断|至少|原则上|累计|一般|都|也)*"
    r"(?:达到?|(?:提高|提升|增加|增长|扩大|降低?|下降|压减|压缩|缩短|缩减|减少)[到至]|控制在?|保持在?|稳定在?|不|超过|突破|为|占|至|到|在|由|从|自|完成|率先)+$"
)
_MORE = ("增长", "增加", "新增", "提高", "提升", "上升", "净增", "再增", "扩大")
_LESS = ("下降", "降低", "减少", "压减", "压缩", "缩减", "缩短", "削减")


def _change(before: str) -> str:
    """+ where the number says by how much more (增长8%, 新增20家), - by how much less, = where it is the value itself."""
    return "+" if before.endswith(_MORE) else "-" if before.endswith(_LESS) else "="


_NOUN = re.compile(r"(?![提增降压缩减扩到至以及和并要的])[^，。；、：！？（）\n\t\d]{1,16}")


def _indicator(text: str, one: Quantity, low: int, high: int, *, until: int | None = None) -> str:
    """What is measured: the words before the number in its clause (…率达到75%), else the noun after it (X户改造任务)."""
    before = text[low : one.start if until is None else until]
    cut = len(before)
    while cut and before[cut - 1] not in "、）；，：":
        cut -= 1
    words = before[cut:].removesuffix(one.lead).strip()
    words = _STRIP.sub("", _REACH.sub("", words)).strip('的：“”"（） ')
    after = _NOUN.match(text, one.end, high)
    noun = after.group() if after else ""
    if (
        one.kind in ("percent", "part", "multiple", "density", "grade", "rank", "ratio", "idiom")
        or len(words) > 4
        or not noun
        or noun.startswith(("，", "的"))
    ):
        return words[-24:] or noun[:16]
    return (words[-8:] + noun)[:24] if words else noun[:16]
