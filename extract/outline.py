"""Text → outline (`draft.outline`): the tree of headings, the items that are scopes, and the sentences with their place.

Sections are headings: labelled (一、（一）1.), unlabelled short lines, annexes, later titles, and labelled first sentences that
head a paragraph. Items are scopes: a labelled paragraph or sentence with all that stands under it, an unlabelled paragraph
under a lead-in, a table row. An item ends where the next of its own or an outer rank begins, at the end of its paragraph
(where that holds more than its topic), or of its section; a line that only names bodies or a time (“（县财政局负责）”,
“责任单位：…”) still belongs to it. The intro under 一、 before （一） is in no item: its scope is the paragraph.
"""

from __future__ import annotations

import re

from extract.draft import Draft
from extract.headings import is_date, mark_headings
from extract.lines import Line, read_lines
from extract.numbering import Label, read_label
from extract.scopes import Reach, Scopes
from extract.sentence import cut, cut_labelled
from extract.stacked import stack
from extract.structure import Cell, Kind, Outline, Sentence
from extract.tables import Table, group_tables, read_row

ANNOUNCES = re.compile(
    r"(?:如下|下述)[^。；]{0,12}[：:。]$|(?:以下(?!简称|统称|统一简称)|下列|这么|这样)(?:[^。；，\d]{1,12}[：:。]|[：:])$"
    r"|[几两三四五六七八九十\d多](?:个|项|件|点|条|大)(?:方面|重点|具体|工作(?!日)|任务|措施|要求|意见|问题|行动|环节|关系|事)[^，。；：]{0,4}[：:。]$"
    r"|(?:要求|强调|指出|决定|明确|议定|职责|任务|重点|工作|措施|目标|做到|负责|抓好|做好|包括|分别)(?:是|为|有|包括)?[：:]$"
)
_ADDRESS = re.compile(
    r"(?:同志们|代表们?|委员们?|朋友们?|来宾们?|先生|女士|政府|委员会|委|办公室|办|单位|部门|机构|厅|局|部|院|校|公司|企业|街道|乡镇|处|区|会|中心|[）)])[：:]$"
)
_TAIL = 16  # characters, no announcement is longer
_ANNOUNCING = frozenset("：:。")
_PLAIN_RANK = 45
_ANNEX_RANK = 5
_ITEM_RANK = 41  # a heading of this rank or inner opens an item of its own


class _Walk:
    def __init__(self, text: str, lines: list[Line]) -> None:
        self.text = text
        self.lines = lines
        self.sentences: list[Sentence] = []
        self.scopes = Scopes()
        self.announced: int | None = None  # the sentence just before, if it announces a list
        self.listing: int | None = None  # the lead-in whose list of unlabelled paragraphs is running
        self.tables: dict[int, Table] = {}
        self.begun = False  # has the text itself begun, after its title?

    def outline(self) -> Outline:
        owed = _owed(self.lines)
        titled: Line | None = None
        for index, line in enumerate(self.lines):
            if line.furniture or line.heading == "noise":
                self._cut(
                    line,
                    line.start,
                    line.end,
                    None,
                    None,
                    (Kind.NOISE, "page-furniture" if line.furniture and not line.catalogue else "contact-or-furniture"),
                )
                continue
            if line.table is not None:
                self._row(line)
            elif line.duty:
                self.scopes.close_inside(Reach.INLINE)
                self._cut(line, line.start, line.end, None, None, (Kind.CONTEXT, "responsible-line"))
            elif line.heading == "title":
                self._title(line, titled)
            elif line.heading:
                self._heading(line, owed[index])
            else:
                self._paragraph(line)
            titled = line if line.heading in ("title", "annex") else None
        sections, items = self.scopes.finish()
        return Outline(sections, items, self.sentences)

    def _title(self, line: Line, before: Line | None) -> None:
        """A title after the first is a part of its own; one over several lines, or under 附件, is one heading."""
        scopes = self.scopes
        if before is not None and scopes.open_sections and scopes.open_sections[-1].rank == _ANNEX_RANK:
            section = scopes.open_sections[-1]
            section.heading += self.text[line.start : line.end]
            section.heading_end = line.end
        elif self.begun and before is None:
            scopes.close_for(None, 0)
            scopes.open_section("", self.text[line.start : line.end], _ANNEX_RANK, line.start, line.end)
        self.announced = self.listing = None
        self._cut(line, line.start, line.end, None, None, (Kind.HEADING, "title"))

    def _heading(self, line: Line, owed: bool) -> None:
        label, text, scopes = line.label, self.text, self.scopes
        self.begun = self.begun or label is not None
        if line.heading == "annex":
            rank = _ANNEX_RANK
        else:
            rank = label.rank if label is not None else line.rank or self._inside()
        leadin = scopes.close_for(label, rank)
        leadin = self.announced if self.announced is not None and label is not None else leadin
        begin = label.end if label is not None else line.start
        stop = text.index("。", begin, line.end) if line.heading == "topic" else line.end
        words = text[line.start : begin].strip()
        if line.heading == "annex":
            scopes.open_section(text[line.start : stop].rstrip("：: "), "", rank, line.start, stop)
        else:
            scopes.open_section(words, text[begin:stop].strip("：: \u3000"), rank, line.start, stop)
        alone = stop >= line.end - 1
        if owed or (label is not None and (rank >= _ITEM_RANK or label.family == "article")):
            scope = label or Label("plain", rank, None, line.start, line.start, True)
            scopes.open_item(scope, words, Reach.BLOCK if alone or owed else Reach.PARAGRAPH, line.start, leadin)
        self.listing = None
        first = len(self.sentences)
        self._cut(
            line, line.start, line.end, label, None, None if line.heading == "topic" else (Kind.HEADING, "heading")
        )
        if line.heading == "topic":
            self.sentences[first].kind, self.sentences[first].rule = Kind.TOPIC, "topic"
        self._announce(line)

    def _inside(self) -> int:
        """Rank of an unlabelled heading over plain text: just inside the innermost labelled heading."""
        return max((one.rank // 10 * 10 for one in self.scopes.open_sections if one.words), default=_PLAIN_RANK - 5) + 3

    def _paragraph(self, line: Line) -> None:
        label, scopes = line.label, self.scopes
        begun = self.begun
        self.begun = self.begun or line.closed or self.text[line.end - 1] in "：:"
        if label is not None:
            goes_on = scopes.close_for(label, label.rank)
            scopes.close_sections(label.rank)
            self.listing = None
            leadin = self.announced if self.announced is not None else goes_on
            scopes.open_item(label, self.text[label.start : label.end].strip(), Reach.PARAGRAPH, line.start, leadin)
        else:
            if not line.closed and is_date(self.text, line):
                scopes.close_for(None, 0)
                self.listing = None
            scopes.close_inside(Reach.INLINE, Reach.PARAGRAPH)
            if self.announced is not None and self.sentences[self.announced].text[-1] in "：:":
                self.listing = self.announced
            if self.listing is not None:
                plain = Label("plain", _PLAIN_RANK, None, line.start, line.start, False)
                scopes.open_item(plain, "", Reach.PARAGRAPH, line.start, self.listing)
        self._cut(line, line.start, line.end, label, None, (Kind.CONTEXT, "annex-list") if line.listed else None)
        self._announce(line)
        if (
            begun
            and self.announced is None
            and self.text[line.end - 1] in "：:"
            and _ADDRESS.search(self.text, line.start, line.end)
        ):
            self.announced = self.sentences[-1].index  # 县教育局： over its tasks; no address once the text has begun

    def _row(self, line: Line) -> None:
        assert line.table is not None
        scopes = self.scopes
        scopes.close_inside(Reach.INLINE, Reach.PARAGRAPH)
        self.announced = self.listing = None
        cells = read_row(self.text, line, self.tables.setdefault(line.table, Table()))
        for number, (start, end, cell) in enumerate(cells):
            if cell.is_header:
                self._cut(line, start, end, None, cell, (Kind.HEADING, "table-head"))
                continue
            if number == 0:
                words = self.text[start:end] if end - start <= 6 else ""
                row = Label("row", _PLAIN_RANK, None, line.start, line.start, False)
                item = scopes.open_item(row, words, Reach.PARAGRAPH, line.start, None)
                item.table, item.row = cell.table, cell.row
            self._cut(line, start, end, read_label(self.text, start, end, inside=True), cell)
            scopes.close_inside(Reach.INLINE)

    def _cut(
        self,
        line: Line,
        start: int,
        end: int,
        label: Label | None,
        cell: Cell | None,
        sure: tuple[Kind, str] | None = None,
    ) -> None:
        """Add the sentences of `text[start:end]`; `label` stands at its start, `sure` is their kind where the form tells it."""
        text, scopes, sentences = self.text, self.scopes, self.sentences
        for begin, stop in (cut_labelled if line.duty else cut)(text, start, end):
            body = begin
            if begin == start:
                if label is not None:
                    body = label.end if label.end < stop else begin  # “——” alone
                    if cell is not None and body < stop:
                        scopes.open_inline(label, text[label.start : label.end].strip(), begin, None)
            elif not (line.duty or line.listed):
                inner = read_label(text, begin, stop, inside=True)
                if inner is not None and inner.end < stop:
                    body = inner.end
                    scopes.open_inline(inner, text[inner.start : inner.end].strip(), begin, self._said_before())
            words = text[begin:stop]
            if not (line.duty or line.listed) and ("：" in words or "，首先" in words or "，一是" in words):
                first = self._first_item(body, stop)
                if first is not None:
                    scopes.open_inline(first, text[first.start : first.end].strip(), first.start, len(sentences))
            found = Sentence(
                len(sentences), begin, stop, words, line.paragraph, body, scopes.section, scopes.item, cell
            )
            if sure is not None:
                found.kind, found.rule = sure
            sentences.append(found)
            scopes.at = stop

    def _first_item(self, start: int, end: int) -> Label | None:
        """The label of a first item that follows its lead-in in the same sentence: “…抓好以下工作：一是…”."""
        text = self.text
        for mark in ("：", "，首先", "，一是"):
            at = text.find(mark, start, end)
            while at >= 0:
                begin = at + 1
                while begin < end and text[begin] in " \u3000":
                    begin += 1
                found = read_label(text, begin, end, inside=True)
                if found is not None and found.number == 1 and found.end < end:
                    return found
                at = text.find(mark, at + 1, end)
        return None

    def _said_before(self) -> int | None:
        """Index of the sentence before, if it announces a list."""
        before = self.sentences[-1] if self.sentences else None
        return before.index if before is not None and announces(before.text) else None

    def _announce(self, line: Line) -> None:
        self.announced = None
        last = self.sentences[-1].text if self.sentences else ""
        if last and (last[-1] in "：:" or announces(last)) and not _ADDRESS.search(last):
            self.announced = self.sentences[-1].index


def announces(words: str) -> bool:
    """Does a sentence say that a list follows?"""
    return words[-1] in _ANNOUNCING and ANNOUNCES.search(words[-_TAIL:]) is not None


def _owed(lines: list[Line]) -> list[bool]:
    """For each line: does a line that names bodies or a time follow before the next heading or label?"""
    found = [False] * len(lines)
    ahead = False
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        found[index] = ahead
        if line.heading or line.label is not None:
            ahead = False
        elif line.duty:
            ahead = True
    return found


def outline(draft: Draft) -> None:
    """Fill `draft.outline`."""
    lines = read_lines(draft.text)
    lines = stack(draft.text, lines, group_tables(draft.text, lines))
    mark_headings(draft.text, lines)
    draft.outline = _Walk(draft.text, lines).outline()
