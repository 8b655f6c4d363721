"""OFD, the national format for electronic documents (GB/T 33190): pieces of text with positions, joined as in a PDF."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import ofdkit

from extract.errors import UnreadableError
from extract.readers.builder import Builder
from extract.readers.pages import Line, write
from extract.readers.radicals import letters
from extract.source import Source

_SAME_LINE = 0.5  # of the letters' height: pieces whose baselines differ by less stand on one line
_GAP = 0.6  # of the letters' height: a wider gap is a space


def _lines(page: Any, number: int) -> Iterator[Line]:
    """The lines of a page in reading order, in millimetres from its top left."""
    runs = sorted((run for run in page.runs if run.text.strip()), key=lambda run: (run.y, run.x))
    line: list[Any] = []
    for run in runs:
        if line and abs(run.y - line[-1].y) > max(run.size, line[-1].size) * _SAME_LINE:
            yield _joined(line, page, number)
            line = []
        line.append(run)
    if line:
        yield _joined(line, page, number)


def _joined(runs: list[Any], page: Any, number: int) -> Line:
    runs = sorted(runs, key=lambda run: run.x)
    text = runs[0].text
    for before, run in pairwise(runs):
        text += (" " if run.x - (before.x + before.width) > run.size * _GAP else "") + run.text
    size = max(run.size for run in runs)
    right = max(run.x + run.width for run in runs)
    return Line(letters(text).strip(), number, runs[0].x, right, runs[0].y - size, runs[0].y, size, float(page.height))


def read(path: Path) -> Source:
    """An .ofd file → its text.

    Raises:
        UnreadableError: damaged, protected, or pictures without text.
    """
    data = path.read_bytes()
    try:
        with ofdkit.open(path) as document:
            lines = [line for number, page in enumerate(document.pages, 1) for line in _lines(page, number)]
            pages = len(document.pages)
    except (ofdkit.OFDError, zipfile.BadZipFile, ValueError, KeyError) as error:
        raise UnreadableError(
            f"{path}: not a readable OFD document ({error}). Save it again, or use the Word file.",
            f"{path}：不是可读的 OFD 文件，可能已损坏（{error}）。请重新导出，或改用 Word 文件。",
        ) from error
    if not lines:
        raise UnreadableError(
            f"{path}: {pages} pages without text. If it is a scan, run it through text recognition (OCR) first.",
            f"{path}：共 {pages} 页，没有文字。若是扫描件，请先做文字识别（OCR）。",
        )
    builder = Builder(path, "ofd", data)
    write(builder, lines, pages)
    return builder.source()
