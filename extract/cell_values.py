"""Cells that only carry what goes with a task: bodies, a time, a number, a name; and what they are."""

from __future__ import annotations

import re

from extract.looks import looks
from extract.row_part import LONG, STATES, Part, Weigh
from extract.structure import Kind

_CARRIES = {
    "number",
    "person",
    "deadline",
    "lead",
    "support",
    "responsible",
    "body",
    "value",
    "marks",
    "note",
    "source",
    "name",
    "category",
    "result",
}
_SUBJECT = frozenset(("h:verb", "x:bodyfirst", "x:deadline"))
_WORKS = re.compile("(?:项目|工程)(?:名称)?$")
"""A column of works: 浣江中学新校区 in it is one, whatever it looks like."""
_PLAINLY = 20  # characters of a cell that says more than when
_SURE = 100
_PHONE = re.compile(r"(?:(?:监督|联系|举报|咨询|投诉|办公)?电话[：:]?)?[\d\-—－\s（）()、；]{7,}")
_SCORE = re.compile(r"^[（(]?\d+(?:\.\d+)?\s*分?[）)]?$|不得分|^否则")
_LONG_TASK = 20
_SORTS = frozenset(("约束性", "预期性", "指导性", "导向性"))
"""How binding an indicator is."""
_ASSIGNS = re.compile(r"(?:负责|牵头|做好|承担)[\u4e00-\u9fff“]{3,}")
_PAPERS = re.compile(r"《[^《》]+》[。；]?|[^，。；]{2,20}(?:资料|材料|台账|记录|文件|通知)等?[。；]?")
"""《信访工作条例》, 全年各类监督资料: what is shown to prove it."""


def carried(part: Part, weigh: Weigh) -> bool:
    """Does the cell only carry bodies, a time, a number, a name?"""
    text = part.sentence.text
    if text in _SORTS or _PHONE.fullmatch(text):
        return True
    look = looks(text)
    if (_SCORE.search(text) and not (len(text) > _LONG_TASK and part.evidence.has("h:verb"))) or look in (
        "number",
        "person",
        "empty",
    ):
        return True
    if part.column in ("lead", "support", "responsible", "body", "person"):
        return not (_ASSIGNS.search(text) and part.evidence.has("c:assign"))
    bounded = part.column in STATES and (part.evidence.has("x:deadline") or part.evidence.has("x:target"))
    if look == "body" and not part.evidence.has("h:verb") and not bounded:
        return True
    if part.column == "target" and _PAPERS.fullmatch(text) and not part.evidence.any(_SUBJECT):
        return True
    if look == "time" and part.column not in STATES and not _says_more(part):
        return True
    return part.column in _CARRIES and not (part.column in ("note", "name", "result") and _ordered(part, weigh))


def _says_more(part: Part) -> bool:
    """6月底前上线，实现40项高频事项“一网通办” under 建设内容: what is to be done, with its time."""
    if part.column != "content":
        return False
    told = any(part.evidence.has(name) for name in ("x:target", "h:verb", "v:1", "v:2"))
    text = part.sentence.text
    return "，" in text and ((told and len(text) >= LONG) or len(text) >= _PLAINLY)


def _ordered(part: Part, weigh: Weigh) -> bool:
    """Is there an order even in a column that usually holds none?"""
    modal = part.modal
    plain = part.column == "note" and part.evidence.has("h:verb") and len(part.sentence.text) >= LONG
    return (modal or plain) and weigh(part.evidence) > _SURE


def reason(part: Part) -> tuple[Kind, str]:
    """Kind and rule of a cell that only carries."""
    if part.column == "category" and looks(part.sentence.text) != "body":
        return Kind.HEADING, "table-category"
    if part.column == "result":
        return Kind.RESULT if len(part.sentence.text) >= LONG else Kind.CONTEXT, "table-result"
    if part.column == "source":
        return Kind.CONTEXT, "table-source"
    look = looks(part.sentence.text)
    if part.column in ("lead", "support", "responsible", "body", "person") or (
        look in ("body", "person") and not _WORKS.search(part.header)
    ):
        return Kind.CONTEXT, "table-body-cell"
    if part.column == "deadline" or (look == "time" and not _says_more(part)):
        return Kind.CONTEXT, "table-deadline-cell"
    return Kind.CONTEXT, "table-value-cell"
