"""Bodies in the columns of a table row hold for the tasks of the row; a missing cell takes the one above, as merged cells do."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from extract.assignment import assigned, inside
from extract.bound import Bound
from extract.draft import Draft
from extract.first_named import first_leads
from extract.looks import DITTO
from extract.model import Role
from extract.said_of_all import SaidOfAll, said_of_all
from extract.structure import Kind, Sentence
from extract.tables import column_kind

_LEAD = re.compile(r"牵头|主办|主责|主要责任|领衔|第一责任")
_SUPPORT = re.compile(r"配合|协办|协助|协作|协同|参与|参加|会办")
_SUPERVISE = re.compile(r"^(?!被|受).*?(?:督办|督导|督查|监督|督促|验收|考核|考评|评分|打分|评价|评估|核查|检查)")
_NOBODY = re.compile(r"联系|联络|填报|审核人|经办|电话|抄送|姓名")
_COLUMN = {"lead": Role.LEAD, "support": Role.SUPPORT, "responsible": Role.RESPONSIBLE, "body": Role.RESPONSIBLE}
_ALL = re.compile(r"[（(](?P<who>[^（）()]{2,20})[）)]$")
_EACH = re.compile(r"(?:按照?(?:各自)?职责(?:分工)?|各自|分别)负责[。；]?$")
_NAMED = frozenset({"stem", "head", "level", "coordination"})
_LIST = re.compile(
    r"(?:[、，,；;\s　/和及与]|以及|等|等[^，；、]{0,6}(?:部门|单位)|（[^（）]{0,12}）|\([^()]{0,12}\))*"
)


@dataclass(slots=True)
class _Row:
    sentences: list[int] = field(default_factory=list)
    bounds: list[Bound] = field(default_factory=list)
    filled: dict[str, list[Bound]] = field(default_factory=dict)
    group: bool = False


def column_role(header: str) -> Role | None:
    """The role of bodies under a column head; None where the column holds none."""
    kind = column_kind(header) if header else ""
    if kind in ("person", "lead", "support", "responsible", "body"):
        if _NOBODY.search(header):
            return None
        if _SUPERVISE.search(header):
            return Role.SUPERVISE
        if _LEAD.search(header):
            return Role.LEAD
        if _SUPPORT.search(header):
            return Role.SUPPORT
        return _COLUMN.get(kind, Role.RESPONSIBLE)
    return None


def column_bodies(draft: Draft) -> dict[int, list[Bound]]:
    """Sentence index → bodies that its row's columns give it."""
    tables: dict[int, dict[int, _Row]] = defaultdict(dict)
    for index, one in enumerate(draft.outline.sentences):
        if one.cell is not None and not one.cell.is_header:
            tables[one.cell.table].setdefault(one.cell.row, _Row()).sentences.append(index)
    held: dict[int, list[Bound]] = {}
    if tables:
        said = said_of_all(draft)
        for rows in tables.values():
            _table(draft, rows, held, said)
    return held


def _table(draft: Draft, rows: dict[int, _Row], held: dict[int, list[Bound]], said: SaidOfAll) -> None:
    sentences = draft.outline.sentences
    headed = any(
        column_role(sentences[index].cell.header) is not None and column_kind(sentences[index].cell.header) != "body"  # type: ignore[union-attr]
        for row in rows.values()
        for index in row.sentences
    )
    above: dict[str, list[Bound]] = {}
    general: list[Bound] = []
    for row in rows.values():
        cells = [sentences[index] for index in row.sentences]
        if headed:
            bounds = _headed(draft, cells, above, said)
        else:
            found = _plain(draft, cells)
            whole = _whole(draft, cells)
            if whole is not None:
                general, above = whole, {}
            if found:
                above = {"": found}
            bounds = above.get("", general)
        for index in row.sentences:
            cell = sentences[index].cell
            if (
                sentences[index].kind is Kind.OBLIGATION
                and bounds
                and not (headed and cell and column_role(cell.header))
            ):
                held[index] = bounds


def _headed(draft: Draft, cells: list[Sentence], above: dict[str, list[Bound]], said: SaidOfAll) -> list[Bound]:
    found: dict[str, list[Bound]] = {}
    task = False
    for one in cells:
        assert one.cell is not None
        role = column_role(one.cell.header)
        if role is None:
            task = task or one.kind is Kind.OBLIGATION
            continue
        if one.text.strip(" 　。") in DITTO:
            continue  # as a cell that is missing: the one above holds
        persons = column_kind(one.cell.header) == "person" or one.cell.header.endswith(("人", "领导", "人）"))
        if role is Role.LEAD and _EACH.search(one.text):
            role = Role.RESPONSIBLE  # 甲、乙按职责分工负责: none leads
        bounds = _cell(draft, one, role, persons=persons)
        if _LEAD.search(one.cell.header) and _SUPPORT.search(one.cell.header):  # 牵头单位/配合单位: the first leads
            for place, bound in enumerate(bounds):
                bound.role = Role.SUPPORT if place else Role.LEAD
        elif said.first_leads and (role is Role.RESPONSIBLE or (role is Role.LEAD and "责任" in one.cell.header)):
            for bound in bounds if role is Role.LEAD else ():
                bound.role = Role.RESPONSIBLE  # 主要责任单位: of several only the first leads
            first_leads(draft.text, bounds)
            for bound in bounds[1:] if said.rest_support else ():
                bound.role = Role.SUPPORT
            bounds = [each.elsewhere(rule="table-column") for each in bounds]
        found.setdefault(one.cell.header, []).extend(bounds)
    if not task and not found:
        return []
    for header, bounds in above.items():
        if header not in found and not all(one.role is Role.SUPPORT for one in bounds):
            found[header] = bounds
    above.clear()
    above.update(found)
    if not task:
        return []
    return [one for bounds in [*found.values(), said.also] for one in bounds]


def _cell(draft: Draft, one: Sentence, role: Role, *, persons: bool) -> list[Bound]:
    mentions = inside(draft.bodies, one.start, one.end)
    bounds = assigned(draft.text, one.start, one.end, mentions, role, persons=persons)
    return [each.elsewhere(inherited=True, rule="table-column") for each in bounds]


def _plain(draft: Draft, cells: list[Sentence]) -> list[Bound]:
    """A table whose head tells no roles: a cell that holds nothing but bodies names those of its row."""
    for one in cells:
        mentions = inside(draft.bodies, one.start, one.end)
        if not any(mention.rule in _NAMED for mention in mentions) or one.kind is Kind.OBLIGATION:
            continue
        at = one.start
        for mention in mentions:
            if not _LIST.fullmatch(draft.text, at, mention.start):
                break
            at = mention.end
        else:
            if _LIST.fullmatch(draft.text, at, one.end):
                return [
                    each.elsewhere(rule="table-cell") for each in _cell(draft, one, Role.RESPONSIBLE, persons=False)
                ]
    return []


def _whole(draft: Draft, cells: list[Sentence]) -> list[Bound] | None:
    """A row that heads a part of the table: “通用考核项目（全部责任单位）” names the bodies of the rows under it, “二、…” ends that."""
    if (
        any(one.kind is Kind.OBLIGATION for one in cells)
        or len(cells) > 4
        or not re.match(r"[一二三四五六七八九十]+、?$", cells[0].text)
    ):
        return None
    for one in cells:
        match = _ALL.search(one.text)
        if match is not None:
            low, high = one.start + match.start("who"), one.start + match.end("who")
            mentions = inside(draft.bodies, low, high)
            bounds = assigned(draft.text, low, high, mentions, Role.RESPONSIBLE)
            if bounds:
                return [each.elsewhere(inherited=True, rule="table-part") for each in bounds]
    return []
