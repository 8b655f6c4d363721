"""What each stretch of a document is about: the past (review), what lacks, why, principles, goals, duties, or what is to be done.

A region follows from the heading over it and from sentences that turn the talk (“下面，我讲三点意见”, “我们主要做了以下工作”).
"""

from __future__ import annotations

import re
from functools import cache

from extract.model import Kind, Outline, Section
from extract.resource import resource

ORDER, TALK, TELL = "order", "talk", "tell"  # a document that orders; a speech; one that reports


_FORMULA = re.compile(
    r"(?:现|特|并)?(?:就|将|把|对|提出|制定|制订|答复|通知|批复|通报|报告|公告)[^。；]{0,60}(?:如下|以下[^。；]{0,6}|本(?:实施|工作|行动)?(?:方案|意见|办法|细则|规定|计划|规划|预案|措施|要点))[：:。]$"
    r"|(?:制定|制订)(?:本|如下)|(?:现|予以?)(?:予以?)?(?:印发|转发)|^(?:下面|现在|借此机会)，[^。]{0,40}(?:意见|要求|方面|问题|看法)。$"
)


@cache
def _rules(name: str) -> list[tuple[str, re.Pattern[str], bool, bool]]:
    """(region, pattern, own: holds for the sentence itself, here: holds on only outside numbered headings, or says little)."""
    return [
        (one["key"], re.compile(one["pattern"]), bool(one.get("own")), bool(one.get("here")))
        for one in resource("regions")[name]
    ]


def region_of(words: str) -> str:
    """The region a heading opens, "" where it says nothing."""
    return _heading_region(words)[0]


def genre(outline: Outline) -> str:
    """order (notices, opinions, plans, tables), talk (speeches), tell (reports, circulars, replies): by the document's title."""
    titles = [one.text for one in outline.sentences[:40] if one.rule == "title"][:4]
    words = "".join(titles) or (outline.sentences[0].text if outline.sentences else "")
    for key, pattern, _, _ in _rules("genres"):
        if pattern.search(words):
            return key
    return ORDER


def regions(outline: Outline) -> list[str]:
    """The region of each sentence: front, plan, review, lack, why, principle, goal, duty, members, close."""
    sections = outline.sections
    parents = {one.parent for one in sections}
    names = [_section_region(sections, index) for index in range(len(sections))]
    turns = _rules("turns")
    found: list[str] = []
    section: int | None = -1
    now = ""
    for sentence in outline.sentences:
        if sentence.section != section:
            section = sentence.section
            now = (names[section] if section is not None else "") or "plan"
            if now == "plan" and section in parents:
                now = "intro" if section is not None and _labelled(sections[section]) else "plan"
        found.append(now)
        if sentence.cell is None and sentence.kind is Kind.CONTEXT and not sentence.rule:
            if _FORMULA.search(sentence.text):
                now = "plan" if now == "review" else now
                continue
            for key, pattern, own, here in turns:
                if pattern.search(sentence.text):
                    if own:
                        found[-1] = key
                    if not (here and section is not None and _labelled(sections[section])):
                        now = key
                    break
    for start, end in _fronts(outline):
        found[start:end] = [name if name in ("review", "lack") else "front" for name in found[start:end]]
    return found


def _labelled(section: Section) -> bool:
    return bool(section.label) and not section.label.startswith("附")


def _fronts(outline: Outline) -> list[tuple[int, int]]:
    """Stretches of sentences before the first heading or item of a part, or up to “…提出如下意见：”."""
    found: list[tuple[int, int]] = []
    sentences, sections = outline.sentences, outline.sections
    index, count = 0, len(sentences)
    while index < count:
        part = sentences[index].section
        if part is not None and _labelled(sections[part]):
            index += 1
            continue
        start = index
        formula = None
        while index < count and sentences[index].section == part and not _listed(outline, index):
            if _FORMULA.search(sentences[index].text):
                formula = index + 1
            index += 1
        ended = index < count and (sentences[index].section != part or sentences[index].item is not None)
        if formula is not None:
            found.append((start, formula))
        elif ended:
            found.append((start, index))
        while index < count and sentences[index].section == part:
            index += 1
    return found


def _listed(outline: Outline, index: int) -> bool:
    sentence = outline.sentences[index]
    return sentence.item is not None and (bool(outline.items[sentence.item].label) or sentence.cell is not None)


def _section_region(sections: list[Section], index: int) -> str:
    """What its own heading says, else the nearest above; that it is a plan (any governing verb) only where none says more."""
    at: int | None = index
    weak = ""
    while at is not None:
        words = sections[at].heading
        found, sure = _heading_region(words) if words else ("", False)
        if sure:
            return found
        weak = weak or found
        at = sections[at].parent
    return weak


@cache
def _heading_region(words: str) -> tuple[str, bool]:
    for key, pattern, _, weak in _rules("headings"):
        if pattern.search(words):
            return key, not weak
    return "", False
