"""Sentences that only announce what the next ones say: the topic of an item, a point of a speech, a phase."""

from __future__ import annotations

import re
from itertools import pairwise

from extract.evidence import CHECKED, MODAL, Evidence
from extract.headings import ACTS
from extract.only_assigns import carries_out
from extract.structure import Kind, Outline, Sentence

_TOPIC_LIMIT = 30
_TITLE = re.compile(r"[一-龥“”、]{6,22}。")
_POINTS = re.compile("[一二三四五六七八九十]是?要[一-龥“”、]{4,20}")
_SEVERAL = 3
_ASPECT = re.compile(r"(?:方面|领域)[。：:]$|(?:问题|工作|目标)[。：:]$")
_PHASE = re.compile(
    r"阶段[（(][^（）()]*\d[^（）()]*[）)][。：:]$"
)  # its time bounds the acts that follow (`times_beside.bind`)
_DRAFTS = re.compile(
    r"(?:研究|抓紧|尽快|及时)*(?:制定|制订|编制|出台|起草|修订|印发|拟定|拟订)[^，。；：]{2,}(?:政策|措施|办法|方案|规划|意见|细则|目录|清单|标准|条例|规定|制度|预案|规程|名录|指南)。$"
)
"""A line to be drafted is a task by itself, though more be said of it."""
_ACTS = re.compile(ACTS)
_POINT = re.compile(r"第[一二三四五六七八九十]{1,2}(?:点|件(?:事)?|个(?:问题|方面)|条)?[，,、：:]")
"""第二点，把安全的底子兜牢。: a point of a speech, on a line of its own."""
_ARTICLE = re.compile(r"第[一二三四五六七八九十百\d]{1,5}条")
_DUTIES = re.compile("(?:职责|义务|职权)(?:是|为|如下)?[：:]$")
"""履行下列职责：（一）依法建立专职消防队。…: each sentence under it is one"""
_SAYS_WHO = re.compile(r"第一责任人|责任主体|有条件的")
_BY_RULE = re.compile(r"(?:按|依)照?《[^》]+》[^，。；]{0,12}(?:进行|予以|给予|执行|办理|处理)")
_ORDERS = re.compile("把|将(?!来|军)")
_SAYS = MODAL | {"c:will", "c:copula"}
_BUSY = CHECKED | {"x:bodyfirst", "c:le", "c:already"}


def is_topic(outline: Outline, index: int, evidence: Evidence) -> bool:
    """A short first sentence of an item that only announces what its next sentences say."""
    sentence = outline.sentences[index]
    text = sentence.text
    if sentence.end - sentence.body > _TOPIC_LIMIT or text[-1] not in "。：:":
        return False
    if (
        text[0] == "第"
        and _POINT.match(text)
        and "将作为" not in text
        and CHECKED.isdisjoint(evidence.features)
        and _alone(outline, index)
    ):
        return True
    if index + 1 >= len(outline.sentences) or outline.sentences[index + 1].paragraph != sentence.paragraph:
        return False
    if _ASPECT.search(text) and len(text) < 16 and not evidence.cue("yao", "must") and not evidence.has("h:verb"):
        return True
    if sentence.item is None or sentence.body == sentence.start:
        return False
    if text[-1] == "。" and _ARTICLE.match(text):
        return False  # what an article says first is a rule already
    after = outline.sentences[index + 1]
    inside = after.item is not None and (
        after.item == sentence.item or outline.items[after.item].parent == sentence.item
    )
    first = outline.items[sentence.item].start == sentence.start
    if first and inside and "阶段" in text and _PHASE.search(text):
        return True
    busy = not _BUSY.isdisjoint(evidence.features) or (
        text[0] == "第" and (_ORDERS.search(text) is not None or not _SAYS.isdisjoint(evidence.features))
    )
    named = sentence.body - sentence.start
    if _DRAFTS.match(text, named) or _ACTS.match(text, named) or _SAYS_WHO.search(text) or _BY_RULE.search(text):
        return False
    if (
        not first
        or not inside
        or busy
        or after.rule == "responsible-line"
        or "，" in text[named:-1]
        or carries_out(after.text)
        or _of_duties(outline, sentence.item)
    ):
        return False
    return not (evidence.has("h:verb") and _follows_content(outline, sentence))


def _of_duties(outline: Outline, item: int) -> bool:
    """Is the item one of a list of duties?"""
    lead = outline.items[item].leadin
    return lead is not None and _DUTIES.search(outline.sentences[lead].text[-8:]) is not None


def title_lines(outline: Outline) -> set[int]:
    """Short orders that are paragraphs by themselves over longer ones (加强生态保护修复。), where a text has several: its titles."""
    sentences = outline.sentences
    found = {
        one.index
        for one, after in pairwise(sentences)
        if one.body == one.start
        and after.paragraph > one.paragraph
        and one.cell is None
        and after.cell is None
        and _TITLE.fullmatch(one.text)
        and (after.end - after.start > 2 * len(one.text) or _goes_on(outline, after))
        and _alone(outline, one.index)
    }
    return (found if len(found) >= _SEVERAL else set()) | _points(outline)


def _points(outline: Outline) -> set[int]:
    """Points of a speech without a stop, each a line over the paragraphs that tell it (一要抓好茶叶产销)."""
    sentences = outline.sentences
    found = {
        one.index
        for one, after in pairwise(sentences)
        if after.paragraph > one.paragraph
        and one.cell is None
        and _POINTS.fullmatch(one.text)
        and after.end - after.start > len(one.text)
        and not _POINTS.match(after.text)
    }
    return found if len(found) > 1 else set()


def _goes_on(outline: Outline, one: Sentence) -> bool:
    """Do more sentences stand behind it in its paragraph?"""
    after = outline.sentences[one.index + 1] if one.index + 1 < len(outline.sentences) else None
    return after is not None and after.paragraph == one.paragraph


def _alone(outline: Outline, index: int) -> bool:
    """Is the sentence a paragraph by itself?"""
    sentences = outline.sentences
    here = sentences[index].paragraph
    before = index > 0 and sentences[index - 1].paragraph == here
    return not before and not (index + 1 < len(sentences) and sentences[index + 1].paragraph == here)


def _follows_content(outline: Outline, sentence: Sentence) -> bool:
    """Is the item before, of the same list, nothing but one order? Lists are of one make."""
    item = outline.items[sentence.item] if sentence.item is not None else None
    if item is None or item.index == 0:
        return False
    before = outline.items[item.index - 1]
    if before.end > item.start or not outline.one_list(before.index, item.index):
        return False
    above = outline.sentences[sentence.index - 1]
    return above.start == before.start and above.kind is Kind.OBLIGATION
