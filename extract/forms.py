"""Forms of tasks in lines: 问题… | 责任单位：… | 整改时限：… | 整改目标：… | 整改措施：（一）…（二）…: who and by when stand before the tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.structure import Kind, Outline

_WORK = "(?:整改|工作|具体|主要|办理|落实|推进|完成)*"
_LINE = re.compile(
    rf"(?P<who>(?:整改|县级|市级|省级|区级|主要|具体)*(?:责任|牵头|配合|主办|协办|承办|督导|督办|验收|包保|分管)(?:责任)?(?:单位|部门|领导|人|主体)+(?:及[^：:]{{1,8}})?)\s*[：:]"
    rf"|(?P<when>{_WORK}(?:时限|期限|时间|时间节点))\s*[：:]"
    rf"|(?P<what>{_WORK}(?:目标|措施|举措|任务|要求|事项)(?:及[^：:]{{1,8}})?)\s*[：:]"
)
_NEAR = 6  # sentences between the title of a form and its first line
_LEAST = 2  # lines of a form


class Forms:
    """Forms where who and when come before what; `at[i]`: the sentences of the one in which sentence `i` stands."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.at = {index: block for block in self._blocks() for index in block}

    def obligations(self, index: int) -> list[int]:
        """Those of the form in which sentence `index` stands."""
        return [at for at in self.at.get(index, ()) if self.outline.sentences[at].kind is Kind.OBLIGATION]

    def _blocks(self) -> Iterator[range]:
        lines = [(one.index, match) for one in self.outline.sentences if (match := self._line(one.index)) is not None]
        cycles: list[list[tuple[int, re.Match[str]]]] = []
        for index, match in lines:
            if not cycles or self._anew(cycles[-1], index, match.group()):
                cycles.append([])
            cycles[-1].append((index, match))
        starts = [self._begin(cycle[0][0]) for cycle in cycles]
        for (start, end), cycle in zip(pairwise([*starts, len(self.outline.sentences)]), cycles, strict=True):
            kinds = [match.lastgroup for _, match in cycle]
            if len(cycle) < _LEAST or "what" not in kinds or kinds[0] == "what":
                continue
            yield range(start, self._end(start, cycle[-1][0], end))

    def _anew(self, cycle: list[tuple[int, re.Match[str]]], index: int, words: str) -> bool:
        """Does another form begin before the line: is there one like it already, or a title like the form's between?"""
        if words in {each.group() for _, each in cycle}:
            return True
        begin = self._begin(index)
        return begin > cycle[-1][0] and begin < index and self._mark(begin) == self._mark(self._begin(cycle[0][0]))

    def _mark(self, index: int) -> str:
        """What sort of number the sentence begins with: 一, （, 1; "" for none."""
        one = self.outline.sentences[index]
        first = one.text[0] if one.body > one.start else ""
        return "一" if first and first in "一二三四五六七八九十" else "1" if first.isdigit() else first

    def _line(self, index: int) -> re.Match[str] | None:
        one, sentences = self.outline.sentences[index], self.outline.sentences
        first = index == 0 or sentences[index - 1].paragraph != one.paragraph
        return _LINE.match(one.text, one.body - one.start) if first and one.cell is None else None

    def _begin(self, index: int) -> int:
        """The title over the first line of a form: back to a heading or the beginning of an item."""
        sentences = self.outline.sentences
        for at in range(index - 1, max(-1, index - _NEAR), -1):
            if self._line(at) is not None:
                return at + 1
            if sentences[at].kind is Kind.HEADING or sentences[at].body > sentences[at].start:
                return at
        return index

    def _end(self, start: int, last: int, end: int) -> int:
        """Where the form ends: at the next one, or at a label like that of its title behind its last line."""
        sentences, mark = self.outline.sentences, self._mark(start)
        for at in range(last + 1, end):
            one = sentences[at]
            if one.kind is Kind.HEADING and one.section != sentences[last].section:
                return at
            if mark and self._mark(at) == mark:
                return at
        return end
