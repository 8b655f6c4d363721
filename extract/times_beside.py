"""Times that stand beside the acts they bound (`draft.times`): in the row's time cell, in a line 完成时限：…, in a bracket, in a phase's heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.draft import Draft, within
from extract.model import Deadline
from extract.structure import Kind, Sentence
from extract.time_cells import is_time

_TERM = re.compile(
    r"[（(【\[]?\s*(?:[^，。；：:]{0,12}[：:；，][^：:]{0,60}?[；，。]\s?)?[一-龥]{0,4}(?:时限|时间|期限)(?:要求|节点|安排|进度)?\s*[】\]]?\s*[：:]"
)
_DUTY = re.compile(r"负责|牵头|配合|责任|完成|落实|[底日月]前|时限")


def bind(draft: Draft) -> None:
    """Times that stand beside the acts they bound: in the row's time cell, in a line or bracket “完成时限：…” after the item.

    Fills `draft.times`: index of a sentence → deadlines that stand in another sentence. Runs when kinds are known.
    """
    rows: dict[tuple[int, int], list[Deadline]] = {}
    sentences = draft.outline.sentences
    forms = draft.forms
    for one in sentences:
        if one.cell and is_time(one.cell, one.text):
            rows.setdefault((one.cell.table, one.cell.row), []).extend(within(draft.deadlines, one.start, one.end))
    for index, one in enumerate(sentences):
        closes = _closes_bracket(sentences, index)
        if one.kind is Kind.OBLIGATION and not closes:
            if one.cell and not is_time(one.cell, one.text) and (found := rows.get((one.cell.table, one.cell.row))):
                draft.times.setdefault(index, []).extend(found)
        elif one.kind in _HEADS and (phase := _PHASE.search(one.text)):
            found = within(draft.deadlines, one.start + phase.start(1), one.start + phase.end(1))
            if found:
                for under in _phase(draft, index):
                    draft.times.setdefault(under, []).extend(found)
        elif not one.cell and (closes or _is_term(one.text)) and (found := within(draft.deadlines, one.start, one.end)):
            for governed in forms.obligations(index) or (*_governed(sentences, index), *_list_above(draft, index)):
                draft.times.setdefault(governed, []).extend(found)


def _phase(draft: Draft, index: int) -> Iterator[int]:
    """Obligations of a phase of a plan (“（二）实施阶段（2024年7月至9月）”) that have no time of their own."""
    sentences, items = draft.outline.sentences, draft.outline.items
    head = sentences[index]
    section = None
    for at in range(index + 1, min(len(sentences), index + _LONGEST_PHASE)):
        one = sentences[at]
        if head.kind is Kind.TOPIC:
            if one.paragraph != head.paragraph and (
                one.item is None or (one.item != head.item and items[one.item].parent != head.item)
            ):
                return
        else:
            section = one.section if section is None else section
            if one.section != section or one.kind is Kind.HEADING:
                return
        if one.kind is Kind.OBLIGATION and not within(draft.deadlines, one.start, one.end):
            yield at


_HEADS = (Kind.TOPIC, Kind.HEADING)
_PHASE = re.compile(
    r"阶段(?:[^（(，]{0,8}|[\s　]*[：:][^（(。；]{2,28})([（(][^（）()]*\d[^（）()]*[）)])(?:[。：:]?|[：:]?[^。；：（(]{2,24}。?)$"
)
_LONGEST_PHASE, _FARTHEST = 60, 40  # sentences


def _is_term(words: str) -> bool:
    """A line or bracket that gives the time of what stands above it: 完成时限：…, （县发改局牵头，6月底前完成）."""
    if words[0] in "（([【" and words.rstrip("。；;")[-1] in "）)]】":
        return _DUTY.search(words) is not None
    return ("：" in words or ":" in words) and _TERM.match(words) is not None


def _governed(sentences: list[Sentence], index: int) -> Iterator[int]:
    """Obligations that a line “完成时限：…” speaks of: those of its item, else of its paragraph, else of the one before."""
    term = sentences[index]
    paragraph = None
    for at in range(index - 1, max(-1, index - _FARTHEST), -1):
        one = sentences[at]
        if (term.item is not None and one.item is not None and one.item < term.item) or one.section != term.section:
            return
        if one.kind is not Kind.OBLIGATION:
            if _is_term(one.text):
                return
            continue
        paragraph = one.paragraph if paragraph is None else paragraph
        if term.item is None and one.paragraph != paragraph:
            return
        yield at


def _closes_bracket(sentences: list[Sentence], index: int) -> bool:
    """（责任单位：县住建局； | 9月底前完成）: the time behind the semicolon of a bracket of bodies."""
    one, before = sentences[index], sentences[index - 1] if index else None
    return (
        before is not None
        and before.text[-1] in "；;"
        and before.text[0] in "（("
        and one.paragraph == before.paragraph
        and one.text.rstrip("。；;")[-1:] in ("）", ")")
        and "）" not in before.text
        and ")" not in before.text
    )


def _list_above(draft: Draft, index: int) -> Iterator[int]:
    """整改措施：1.…2.…3.… | 整改时限：…: obligations of the items before the last, where no line of the list has a time of its own."""
    outline, sentences = draft.outline, draft.outline.sentences
    term = sentences[index]
    if term.item is None or index == 0 or sentences[index - 1].paragraph == term.paragraph:
        return
    after = index + 1
    while after < len(sentences) and sentences[after].rule == "responsible-line":
        after += 1
    if outline.goes_on(term.item, after):
        return
    found: list[int] = []
    own = True  # lines right behind the list
    for at in range(index - 1, max(-1, index - _FARTHEST), -1):
        one = sentences[at]
        if one.item is None or not outline.one_list(term.item, one.item):
            break
        if one.rule == "responsible-line":
            if not own:
                return  # others in the list have their own
            continue
        own = False
        if one.item != term.item and one.kind is Kind.OBLIGATION and not within(draft.deadlines, one.start, one.end):
            found.append(at)
    yield from found
