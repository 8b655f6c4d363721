"""PDF: lines joined to paragraphs, tables as rows, two columns in reading order, headers, footers and page numbers removed.

A page is lines with positions; pages.py makes paragraphs of them.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfparser import PDFSyntaxError
from pdfplumber.utils.exceptions import PdfminerException

from extract.errors import UnreadableError
from extract.readers.builder import Builder
from extract.readers.pages import Grid, Line, tidy, write
from extract.readers.radicals import letters
from extract.source import Source

# a font without a bounding box is no matter of the reader's; pdfminer says so for every letter
logging.getLogger("pdfminer").setLevel(logging.ERROR)


def _lines(area: Any, page: Any) -> list[Line]:
    found = []
    for one in area.extract_text_lines(return_chars=True, x_tolerance_ratio=0.6):
        size = Counter(round(char["size"], 1) for char in one["chars"]).most_common(1)[0][0]
        found.append(
            Line(
                letters(one["text"]).strip(),
                page.page_number,
                one["x0"],
                one["x1"],
                one["top"],
                one["bottom"],
                size,
                float(page.height),
            )
        )
    return [one for one in found if one.text]


def _gutter(page: Any, lines: list[Line], words: list[Any]) -> float | None:
    """Where the gap between two columns lies; None for a page in one column."""
    width = float(page.width)
    crossed = {
        step: sum(1 for word in words if word["x0"] < width * step / 200 + 2 and word["x1"] > width * step / 200 - 2)
        for step in range(80, 121)
    }
    least = min(crossed.values())
    if least > len(words) * 0.1:
        return None
    free = [step for step, count in crossed.items() if count == least]
    runs = [[step for _, step in run] for _, run in groupby(enumerate(free), key=lambda pair: pair[1] - pair[0])]
    widest = max(runs, key=len)
    best = width * (widest[0] + widest[-1]) / 400
    both = sum(1 for line in lines if line.left < best - 20 and line.right > best + 20)
    return best if both >= 4 and both >= len(lines) * 0.3 else None


def _columns(page: Any) -> list[Line]:
    """The page's lines in reading order."""
    lines = _lines(page, page)
    words = page.extract_words(x_tolerance_ratio=0.6)
    gutter = _gutter(page, lines, words)
    if gutter is None:
        return lines
    # a line with a word across the gutter stands over both columns: a title, or the page's head and foot
    crossing = {round(word["top"]) for word in words if word["x0"] < gutter - 3 and word["x1"] > gutter + 3}
    whole = [line for line in lines if any(abs(line.top - top) < line.size / 2 for top in crossing)]
    tops = [line.top for line in whole]
    halves = [
        line
        for left, right in ((0, gutter), (gutter, page.width))
        for line in _lines(page.crop((left, 0, right, page.height)), page)
        if not any(abs(line.top - top) < line.size / 2 for top in tops)
    ]
    first = min((line.top for line in halves), default=0.0)
    return [line for line in whole if line.top < first] + halves + [line for line in whole if line.top >= first]


def _grid(table: Any, page: Any) -> Grid | None:
    cells = table.extract(x_tolerance_ratio=0.6)
    if len(cells) < 2 or max(len(row) for row in cells) < 2:
        return None
    edges = sorted({box[0] for row in table.rows for box in row.cells if box})
    rows: list[list[str | None]] = []
    for words, row in zip(cells, table.rows, strict=True):
        line: list[str | None] = []
        reach = 0.0
        for column, (word, area) in enumerate(zip(words, row.cells, strict=True)):
            if area is not None:
                reach = area[2]
                line.append(tidy(re.sub(r"\s*\n\s*", "", word or "")))
            else:
                # covered by the cell to the left, or continues the cell above
                covered = column < len(edges) and edges[column] < reach - 1
                line.append("" if covered else None)
        rows.append(line)
    return Grid(rows, page.page_number, table.bbox[1], table.bbox[3], float(page.height))


def _pieces(page: Any) -> Iterator[Line | Grid]:
    """Lines and tables of a page from top to bottom."""
    grids = [(table, grid) for table in page.find_tables() if (grid := _grid(table, page)) is not None]
    outside = page
    for table, _ in grids:
        left, top, right, bottom = table.bbox
        outside = outside.outside_bbox(
            (max(0, left), max(0, top), min(page.width, right), min(page.height, bottom)), strict=False
        )
    waiting = [grid for _, grid in sorted(grids, key=lambda pair: pair[0].bbox[1])]
    for line in _columns(outside) if not grids else _lines(outside, page):
        while waiting and waiting[0].top < line.top:
            yield waiting.pop(0)
        yield line
    yield from waiting


def read(path: Path) -> Source:
    """A .pdf file with a text layer → its text.

    Raises:
        UnreadableError: damaged, protected by a password, or a scan without text.
    """
    data = path.read_bytes()
    try:
        with pdfplumber.open(path) as document:
            pages = len(document.pages)
            pieces: list[Line | Grid] = []
            empty = []
            for page in document.pages:
                found = list(_pieces(page.dedupe_chars()))
                if not found and page.images:
                    empty.append(page.page_number)
                pieces += found
                page.close()
    except (
        PDFPasswordIncorrect,
        PDFSyntaxError,
        PdfminerException,
        ValueError,
        KeyError,
        TypeError,
        AssertionError,
    ) as error:
        locked = "Password" in f"{type(error).__name__}{error!r}"
        what = error or type(error).__name__
        why = "protected by a password" if locked else f"damaged ({what})"
        raise UnreadableError(
            f"{path}: {why}. Save it again as PDF without protection, or use the Word file.",
            f"{path}：{'有密码保护' if locked else f'已损坏（{what}）'}。请另存为不带保护的 PDF，或改用 Word 文件。",
        ) from error
    if not pieces:
        raise UnreadableError(
            f"{path}: a scan of {pages} pages without text. Run it through text recognition (OCR) first.",
            f"{path}：{pages} 页都是扫描图片，没有文字层。请先做文字识别（OCR）。",
        )
    builder = Builder(path, "pdf", data)
    if empty:
        builder.warnings.append(f"第 {'、'.join(map(str, empty))} 页是图片，没有文字，未读入。")
    write(builder, pieces, pages)
    return builder.source()
