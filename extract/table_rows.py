"""Rows of tables: their heads, the cell of each that states the task, and what a merged cell repeats."""

from __future__ import annotations

from extract.cells import judge_row
from extract.evidence import Evidence
from extract.judge import weigh
from extract.looks import looks
from extract.structure import Kind, Outline, Sentence

_COLUMNS, _HEAD = 3, 16


def judge_rows(outline: Outline, evidence: list[Evidence]) -> None:
    """Judge the sentences of each table row; a task cell merged over several rows is one obligation, not one a row."""
    start = 0
    sentences = outline.sentences
    above: dict[int, str] = {}
    while start < len(sentences):
        cell = sentences[start].cell
        if cell is None:
            start, above = start + 1, {}
            continue
        end = start
        while (
            end < len(sentences)
            and (here := sentences[end].cell) is not None
            and (here.table, here.row) == (cell.table, cell.row)
        ):
            end += 1
        row = sentences[start:end]
        if _heads_figures(row, sentences[end : end + len(row)]):
            for one in row:
                one.kind, one.rule = Kind.HEADING, "table-head"
        else:
            judge_row(row, evidence[start:end], weigh)
            above = _unmerge(row, above)
        start = end


def _heads_figures(row: list[Sentence], below: list[Sentence]) -> bool:
    """Short words over a row of nothing but figures: the head of a statistical table, whatever it is called."""
    if len(row) < _COLUMNS or not below or any(len(one.text) > _HEAD or one.rule for one in row):
        return False
    here, next_ = row[0].cell, below[0].cell
    if here is None or next_ is None or next_.table != here.table:
        return False
    cells = [
        looks(one.text) for one in below if one.cell and (one.cell.table, one.cell.row) == (next_.table, next_.row)
    ]
    if len(cells) < len(row) - 1 or set(cells[1:]) != {"number"}:  # one short where a cell of the head spans two rows
        return False
    return all(looks(one.text) != "number" for one in row)


def _unmerge(row: list[Sentence], above: dict[int, str]) -> dict[int, str]:
    """Mark what a merged cell repeats from the row above, where the row has another act; returns the row's cells by column."""
    acts = [one for one in row if one.kind is Kind.OBLIGATION]
    cells: dict[int, str] = {}
    for one in row:
        if one.cell is not None:
            cells[one.cell.column] = cells.get(one.cell.column, "") + one.text
    repeated = [one for one in acts if one.cell is not None and above.get(one.cell.column) == cells[one.cell.column]]
    if len(repeated) < len(acts):
        for one in repeated:
            one.kind, one.rule = Kind.CONTEXT, "table-merged-cell"
    return cells
