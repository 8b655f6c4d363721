"""What each stretch of a document is about: the past (review), what lacks, why, principles, goals, duties, or what is to be done.

A region follows from the heading over it and from sentences that turn the talk (“下面，我讲三点意见”, “我们主要做了以下工作”).
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from extract.scan import Scanner
from extract.section_regions import TOLD, heading_region, part_ahead, rules, section_regions
from extract.structure import Outline, Section

ORDER = "order"  # a document that orders; the others: talk (speech), tell (report, circular), sum (summary), reply
_TURNING = (  # without one of these, or of those at its start, no sentence turns the talk: spares the longer patterns
    "如下", "以下", "下列", "几点", "几个", "几项", "几件", "几方面", "个方面", "项工作", "项重点", "件事", "点意见", "点要求", "项任务", "看到",
    "表现在", "体现在", "表现为", "取得了", "做了", "抓了", "开展了", "推进了", "完成了", "印发", "转发", "制定本", "制订本", "问题也", "会议要求",
)  # fmt: skip
_TURNING_FIRST = (
    "会议",
    "今年",
    "新的一年",
    "今后",
    "未来",
    "明年",
    "去年",
    "年初",
    "一年",
    "近年",
    "几年",
    "五年",
    "三年",
    "两年",
    "近几年",
    "改革开放",
    "过去",
    "下半年",
    "下一步",
    "今后",
    "下面",
    "现在",
)
_FIRST_ORDER = re.compile(
    r"(?:第?一|首先)[，、]?(?:是)?(?:要(?![求素点件])|必须)|(?:做好|抓好|干好)(?:下一步|下步|今后|当前|明年|四季度|下半年|后续)[^。]{0,16}(?:工作|事)"
)
_NEXT_POINT = re.compile(
    r"第[二三四五六七八九十]{1,2}(?:(?:点|件(?:事)?|个(?:问题|方面)|条)[，,、：:]|[，,、](?:要(?![求素点件])|必须))"
)
_TURNED = {"review", "lack", "why"}
_PROBLEM = re.compile("(?:具体|主要|突出|问题)?(?:表现|问题|存在问题|问题描述|问题概述|反馈问题)(?:为|是)?[：:]")
_PROBLEM_LIST = re.compile("(?:典型|常见|共性)问题(?:清单|汇总|情况)$")
_PROBLEM_FIRST = frozenset("具主突问表存反")
_MEASURES = re.compile("(?:整改|具体|改进|主要|应对)?(?:措施|要求|目标|建议|对策)[：: ]")
_NUMBERED_PROBLEM = re.compile(r"(?:问题(?:编号|序号)?|整改任务)\s?[一二三四五六七八九十\d]{1,4}[：:]")
_FRONT = 48  # characters of a sentence in which a problem's number stands
_PLANNED = ("整改措施", "改进措施", "下步措施")
_REACHED = re.compile("(?:整改|落实|完成)?(?:成效|情况|结果|进展)(?:情况)?[：:]")
_TOLD_AS_DONE = re.compile("[：，]已|已(?:完成|建|制定|组织)|了|投入使用")
_COLONS = frozenset("：:")
_TALK = re.compile(r"(?:讲话|致辞|发言)(?:提纲|稿|要点|摘要)?$")
_ENDS_TITLE = re.compile(r"(?<![\s　])(?:（[^）]{1,30}）|\([^)]{1,30}\)|[\s　])++$")
_ORDERS = re.compile(
    r"(?:通知|意见|方案|要点|办法|细则|计划|规划|决定|措施|清单|任务书|分工|[^报]表|责任书|预案|制度|规定|条例|批复|规则|流程|程序|公告|通告|命令|标准)$"
)


_FORMULA = re.compile(
    r"(?:现|特|并)?(?:就|将|把|对|提出|制定|制订|答复|通知|批复|通报|报告|公告)[^。；]{0,60}(?:如下|以下[^。；]{0,6}|本(?:实施|工作|行动)?(?:方案|意见|办法|细则|规定|计划|规划|预案|措施|要点))[：:。]$"
    r"|(?:制定|制订)(?:本|如下)|(?:现|予以?)(?:予以?)?(?:印发|转发)|^(?:下面|现在|借此机会)，[^。]{0,40}(?:意见|要求|方面|问题|看法)。$"
)


_FORMULA_WORDS = ("如下", "以下", "本", "制定", "制订", "发", "下面", "现在", "机会")
"""The formula holds one of these; most sentences none."""
_DID = ("做了以下工作：", "做了如下工作：", "开展了以下工作：", "抓了以下工作：")
"""What was done comes next, not what is to be done."""


def _announces(sentence: str) -> bool:
    """Does it say that what is to be done comes next: 现将有关事项通知如下：, 制定本方案。?"""
    return (
        any(word in sentence for word in _FORMULA_WORDS)
        and _FORMULA.search(sentence) is not None
        and not sentence.endswith(_DID)
    )


def genre(outline: Outline) -> str:
    """order, talk, tell, sum or reply, by how the document's title ends (resources/regions.yaml)."""
    titles = [one.text for one in outline.sentences[:40] if one.rule == "title"][:4]
    words = "".join(titles) or (outline.sentences[0].text if outline.sentences else "")
    words = _ENDS_TITLE.sub("", words)
    if _TALK.search(words):
        return "talk"  # 在总结表彰大会上的讲话
    if "总结" not in words and _ORDERS.search(words):
        return ORDER
    for key, pattern, _, _ in rules("genres"):
        if pattern.search(words):
            return key
    return ORDER


def regions(text: str, outline: Outline, kind: str, day: date | None = None) -> list[str]:
    """The region of each sentence: front, plan, intro, review, lack, why, principle, goal, duty, members, fact, close, mixed.

    A heading that only holds a governing verb (加强队伍建设) opens a plan, but in a report it tells what was done,
    until a heading plainly says what is to be done.
    """
    sections = outline.sections
    parents = {one.parent for one in sections}
    names = section_regions(text, sections, ORDER if kind == "tell" and part_ahead(text, outline) else kind, day)
    turns = rules("turns")
    found: list[str] = []
    told = [False] * len(outline.sentences)  # was the region set by the sentence's own words?
    section: int | None = -1
    now = ""
    hints = _turning(text, outline)
    passing: tuple[int, str] | None = None  # the paragraph of a turn that holds for it only, and the region before
    for sentence in outline.sentences:
        if passing is not None and sentence.paragraph != passing[0]:
            now, passing = passing[1], None
        if sentence.section != section:
            section, passing = sentence.section, None
            now = (names[section] if section is not None else "") or _default(kind)
            if now == "plan" and section in parents:
                now = "intro" if section is not None and _labelled(sections[section]) else "plan"
        if now in TOLD and kind != "sum" and _FIRST_ORDER.match(sentence.text):
            now = _default(kind)  # 一要抓项目: the talk turns to what is to be done
        elif now in _TURNED and kind == "talk" and _NEXT_POINT.match(sentence.text):
            now = _default(kind)  # 第二点，把安全的底子兜牢: what was told before is over
        found.append(now)
        if sentence.index in hints and sentence.cell is None and not sentence.rule:
            if _announces(sentence.text):
                now = (
                    _default(kind) if now == "review" and (section is None or not _labelled(sections[section])) else now
                )
                continue
            for key, pattern, own, force in turns:
                if pattern.search(sentence.text):
                    if own:
                        found[-1] = key
                        told[sentence.index] = True
                    if force == "once":
                        passing = passing or (sentence.paragraph, now)
                        now = key
                    elif not (force and section is not None and _labelled(sections[section])):
                        now = key
                    break
    _problems(outline, found)
    _measures(outline, found)
    for start, until in _fronts(outline):
        end = next(
            (
                index
                for index in range(start, until)
                if told[index] and found[index] == "plan" and outline.sentences[index].text.startswith("会议")
            ),
            until,
        )  # 会议强调，要…: a meeting orders before its numbered points, too
        found[start:end] = [
            name if name in ("review", "lack") and (turned or kind != "sum") else "front"
            for name, turned in zip(found[start:end], told[start:end], strict=True)
        ]
    return found


def _problems(outline: Outline, found: list[str]) -> None:
    """具体表现：…: the rest of its paragraph tells what is wrong, up to the measures against it; an annex 典型问题清单, all of it."""
    paragraph, listed = -1, False
    for one in outline.sentences:
        if one.rule == "title":
            listed = _PROBLEM_LIST.search(one.text) is not None
        if listed:
            found[one.index] = "lack"
            continue
        begin = one.body - one.start
        if (one.text[begin : begin + 1] in _PROBLEM_FIRST and _PROBLEM.match(one.text, begin)) or (
            "：" in one.text[:_FRONT] and _NUMBERED_PROBLEM.search(one.text, 0, _FRONT)
        ):
            paragraph = one.paragraph
        elif paragraph == one.paragraph and _MEASURES.match(one.text, begin):
            paragraph = -1
        if paragraph == one.paragraph:
            found[one.index] = "lack"


def _measures(outline: Outline, found: list[str]) -> None:
    """整改措施：…: what its paragraph plans, in a report too, up to 整改成效：, but for what is told as done."""
    paragraph = -1
    for one in outline.sentences:
        begin = one.body - one.start
        if one.text.startswith(_PLANNED, begin) and one.text[begin + 4 : begin + 5] in _COLONS:
            paragraph = one.paragraph
        elif _REACHED.match(one.text, begin):
            paragraph = -1
        if one.paragraph == paragraph and _TOLD_AS_DONE.search(one.text) is None:
            found[one.index] = "plan"


@cache
def _scanner() -> Scanner:
    return Scanner(dict.fromkeys(_TURNING, "turn"))


def _turning(text: str, outline: Outline) -> set[int]:
    """Indices of the sentences that may turn the talk."""
    sentences = outline.sentences
    found = {one.index for one in sentences if one.text.startswith(_TURNING_FIRST)}
    at, last = 0, len(sentences) - 1
    for start, _, _ in _scanner().found(text) if sentences else ():
        while sentences[at].end <= start and at < last:
            at += 1
        found.add(at)
    return found


def _default(kind: str) -> str:
    return "review" if kind == "sum" else "mixed" if kind == "reply" else "plan"


def _labelled(section: Section) -> bool:
    return (bool(section.label) and not section.label.startswith("附")) or section.heading.startswith("专栏")


def _tells(section: Section) -> bool:
    """Does a heading without label plainly say what stands under it: 市防指成员单位职责, 第一阶段：宣传发动（5月）?"""
    name, sure, _ = heading_region(section.heading)
    return sure and (name == "duty" or (name == "plan" and "阶段" in section.heading))


def _fronts(outline: Outline) -> list[tuple[int, int]]:
    """Stretches of sentences before the first heading or item of a part, or up to “…提出如下意见：”."""
    found: list[tuple[int, int]] = []
    sentences, sections = outline.sentences, outline.sections
    index, count = 0, len(sentences)
    # headings without labels, under which it is said who is charged: a chart has no front
    charted = not any(map(_labelled, sections)) and any(one.rule == "responsible-line" for one in sentences)
    while index < count:
        part = sentences[index].section
        if part is not None and (charted or _labelled(sections[part]) or _tells(sections[part])):
            index += 1
            continue
        start = index
        formula = None
        while index < count and sentences[index].section == part and not _listed(outline, index):
            if _announces(sentences[index].text):
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
