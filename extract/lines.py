"""Text → lines: where each begins and ends without white space, its label, and what it plainly is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.flattened import paragraphs
from extract.line_labels import ONLY_SAYS
from extract.numbering import Label, read_label
from extract.only_assigns import shares
from extract.sentence import OFFICE

_LINE = re.compile(r"[^\n]+")
_FURNITURE = re.compile(
    r"[—\-－–―·•.\s]*(?:第?\s*\d{1,4}\s*页?(?:\s*[/／,，、]?\s*共?\s*\d{1,4}\s*页?)?|[IVXivx]{1,5})[—\-－–―·•.\s]*"
)
_CATALOGUE = re.compile(
    r"[•·●\s]*(?:索\s*引\s*号|发布机构|公开范围|生成日期|公开日期|公开形式|公开方式|公开目录|公开责任部门|发文机关|成文日期|发文日期|文件名称|内容概述|主题分类|主\s*题\s*词|信息分类|有\s*效\s*性|浏览量|浏览次数|点击数|字\s*体|字\s*号|文\s*号|来\s*源|发布时间|发布日期)\s*[：:|]"
    r"|分享到(?:[：:]|\s|\Z)|【(?:字体|打印|关闭)"
)
"""What a site says of a paper over and under it: • 索引号：…, 文件名称 | … |"""
_CATALOGUED = frozenset("•·●索发生公成文内主信有浏点字名来分【")
_CATALOGUE_LIMIT = 120
_CLOSED = "。！？；;!?"
_RESPONSIBLE = re.compile(rf"(?:(?:[—－\-]{{1,3}}|[·•●■◆◇※➢★])\s*)?{ONLY_SAYS}")
_BRACKET = re.compile(
    r"负责|牵头|配合|参与|落实|督办|指导|监督|按职责分工|下同|完成时限|(?:[局委办部厅署院镇乡区科处室股司站所队]|中心|公司|集团|街道|银行|分行)[、，,；;等）)]|单位[）)]|部门[）)]|政府[）)]"
)
_BRACKET_LIMIT = 400


@dataclass(slots=True)
class Line:
    """`text[start:end]`, white space trimmed. `paragraph` is the line's number in the text, `table` the table it is a row of,
    `apart` what parts the cells of a row without tabs: " " (lines, spaces), "|", "" where it is none.

    `heading`: "" no heading, "title" the document's or an annex's title, "section" a heading alone on its line (labelled or not),
    "topic" a labelled first sentence that heads its own paragraph or the paragraphs that follow, "annex" the word 附件 alone, "noise" a short line before the title. `rank` is the heading's (0: inside the heading above), `listed` marks a name in a list of annexes, `spanning` a
    title over the rows of a table that follow.
    """

    start: int
    end: int
    paragraph: int
    label: Label | None = None
    furniture: bool = False
    catalogue: bool = False
    tabbed: bool = False
    apart: str = ""
    closed: bool = False
    duty: bool = False
    table: int | None = None
    heading: str = ""
    rank: int = 0
    listed: bool = False
    spanning: bool = False


def read_lines(text: str) -> list[Line]:
    """The lines that hold anything, in order."""
    found: list[Line] = []
    paragraph, seen = 0, 0
    for match in _LINE.finditer(text):
        raw = match.group()
        body = raw.strip()
        if not body:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        end = start + len(body)
        paragraph += text.count("\n", seen, start)
        seen = start
        if "\t" in body or (found and found[-1].tabbed and _one_cell(text, raw, start, end)):
            if "\t" in raw[: start - match.start()]:
                start = match.start() + raw.index("\t")  # cells that are empty, merged with those above
            found.append(Line(start, end, paragraph, tabbed=True))
            continue
        if found and (
            (_awaits_value(text, found[-1], paragraph) and _is_value(text, start, end))
            or _goes_on(text, found[-1], start, end)
        ):
            found[-1].end = end
            continue
        found += [_line(text, low, high, paragraph) for low, high in paragraphs(text, start, end)]
    return found


_VALUE_LIMIT = 120
_ORDERS = re.compile("要(?![求素点件])|应当|应(?!急)|必须|不得|确保|请")
_DATED = re.compile(r"\s*(?:20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年[^\n。]{2,12}[日号]\s*(?:\n|\Z)")
"""An office over the date of the paper signs it."""
_CELL_LIMIT = 60


def _one_cell(text: str, raw: str, start: int, end: int) -> bool:
    """Is the line behind a row one with a single cell that is not empty, and no paragraph that a tab indents?"""
    tabs = raw.count("\t")
    if not tabs or read_label(text, start, end) is not None:
        return False
    return tabs > 1 or (end - start <= _CELL_LIMIT and not (text[end - 1] == "。" and _ORDERS.search(text, start, end)))


def _awaits_value(text: str, line: Line, paragraph: int) -> bool:
    """责任单位： | 县教育局、县财政局: a label alone on its line, its value is the next line."""
    return line.duty and text[line.end - 1] in "：:" and paragraph - line.paragraph <= 2


def _is_value(text: str, start: int, end: int) -> bool:
    """Can the line be what a label above it waits for: short, no label of its own, no order, no signature, no page number?"""
    return (
        end - start <= _VALUE_LIMIT
        and _ORDERS.search(text, start, end) is None
        and _FURNITURE.fullmatch(text, start, end) is None
        and _DATED.match(text, end) is None
        and text[end - 1] not in "：:"
        and read_label(text, start, end) is None
        and not _is_duty(text[start:end])
    )


def _goes_on(text: str, line: Line, start: int, end: int) -> bool:
    """责任单位： | 县教育局 | 县财政局: one more name below a label and its value."""
    below = line.duty and "\n" in text[line.start : line.end] and _DATED.match(text, end) is None
    return below and OFFICE.fullmatch(text, start, end) is not None


def _line(text: str, start: int, end: int, paragraph: int) -> Line:
    line, body = Line(start, end, paragraph), text[start:end]
    if end - start < 16 and _FURNITURE.fullmatch(body):
        line.furniture = True
    elif (
        body[0] in _CATALOGUED and end - start < _CATALOGUE_LIMIT and body[-1] not in _CLOSED and _CATALOGUE.match(body)
    ):
        line.furniture = line.catalogue = True
    else:
        line.label = read_label(text, start, end)
        line.closed = body[-1] in _CLOSED
        line.duty = (line.label is None or line.label.number is None) and _is_duty(body)
        if line.duty:
            line.label = None  # ——责任单位：县教育局
    return line


_LAST_BRACKET = re.compile(r"[（(【〔\[][^（(）)\n]{2,}(?:[（(][^（）()]*[）)][^（(）)\n]*)*[）)】〕\]]\Z")


def duty_begin(text: str, start: int, end: int) -> int:
    """Where in the line text[start:end] begins what only says who and by when, behind other words; `end` where nothing does.

    1.完成年度审计。 | （县审计局）      一、加强项目建设 | （牵头单位：县发改局；配合单位：各乡镇）      3.建设学校。 | ——责任单位：县教育局
    """
    if text[end - 1] in "）)】〕]":
        bracket = _LAST_BRACKET.search(text, max(start + 1, end - _BRACKET_LIMIT), end)
        if bracket is not None and bracket.start() > start and _BRACKET.search(text, bracket.start(), end):
            return bracket.start()
        return end
    at = text.find("。", start, end) + 1
    return at if 0 < at < end and _RESPONSIBLE.match(text, at, end) is not None else end


def _is_duty(body: str) -> bool:
    """Does the line only say who is to do what stands above it, or by when?"""
    if body[0] in "（(":
        return len(body) < _BRACKET_LIMIT and body.rstrip("。；;")[-1] in "）)" and _BRACKET.search(body) is not None
    return _RESPONSIBLE.match(body) is not None or ("职责" in body[-10:] and shares(body))
