"""What each stretch of a document is about: the past (review), what lacks, why, principles, goals, duties, or what is to be done.

A region follows from the heading over it and from sentences that turn the talk (“下面，我讲三点意见”, “我们主要做了以下工作”).
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from extract.resource import resource
from extract.scan import Scanner
from extract.structure import Outline, Section

ORDER = "order"  # a document that orders; the others: talk (speech), tell (report, circular), sum (summary), reply
_TURNING = (  # without one of these, or of those at its start, no sentence turns the talk: spares the longer patterns
    "如下", "以下", "下列", "几点", "几个", "几项", "几件", "几方面", "个方面", "项工作", "项重点", "件事", "点意见", "点要求", "项任务", "看到",
    "表现在", "体现在", "表现为", "取得了", "做了", "抓了", "开展了", "推进了", "完成了", "印发", "转发", "制定本", "制订本", "问题也", "会议要求",
)  # fmt: skip
_TURNING_FIRST = (
    "会议",
    "今年",
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
_CHAPTER = re.compile("第[一二三四五六七八九十]{1,3}[章节]")
_YEAR_WORK = re.compile(r"(20\d\d)年(?:度|全年|上半年|我县|全县|的)?(?:主要|重点|各项)?(?:工作|任务|目标|发展)")
_HALF = re.compile(
    r"(?:上半年|前三季度|前[一二两三四五六七八九十\d]{1,2}个?(?:月|季度)|第?一季度|\d{1,2}-\d{1,2}月(?:份)?|去年|上年|本年度|前期|前一阶段|前段)(?:的)?(?:主要|重点|各项)?工作(?:完成)?$"
)
_REST = re.compile(
    r"(?:下半年|下一步|下步|[第]?四季度|第?二季度|今后|明年|下一?年|下阶段)[^，。]{0,12}(?:计划|打算|安排|思路|重点|工作|任务)"
)
_FIRST_ORDER = re.compile(
    r"(?:第?一|首先)[，、]?(?:是)?(?:要(?![求素点件])|必须)|(?:做好|抓好|干好)(?:下一步|下步|今后|当前|明年|四季度|下半年|后续)[^。]{0,16}(?:工作|事)"
)
_NEXT_POINT = re.compile(r"第[二三四五六七八九十]{1,2}(?:点|件(?:事)?|个(?:问题|方面)|条)[，,、：:]")
_TURNED = {"review", "lack", "why"}
_TOLD = {"review", "lack", "why", "principle"}
_SPRING, _AUTUMN = 5, 10
_PROBLEM = re.compile("(?:具体|主要|突出|问题)?(?:表现|问题|存在问题|问题描述|问题概述|反馈问题)(?:为|是)?[：:]")
_PROBLEM_FIRST = frozenset("具主突问表存反")
_MEASURES = re.compile("(?:整改|具体|改进|主要|应对)?(?:措施|要求|目标|建议|对策)[：:]")
_TALK = re.compile(r"(?:讲话|致辞|发言)(?:提纲|稿|要点|摘要)?$")
_REPORTS = {"tell", "sum"}
_ENDS_TITLE = re.compile(r"(?:（[^）]{1,30}）|\([^)]{1,30}\)|[\s　])+$")
_ORDERS = re.compile(
    r"(?:通知|意见|方案|要点|办法|细则|计划|规划|决定|措施|清单|任务书|分工|[^报]表|责任书|预案|制度|规定|条例|批复|规则|流程|程序|公告|通告|命令|标准)$"
)


_FORMULA = re.compile(
    r"(?:现|特|并)?(?:就|将|把|对|提出|制定|制订|答复|通知|批复|通报|报告|公告)[^。；]{0,60}(?:如下|以下[^。；]{0,6}|本(?:实施|工作|行动)?(?:方案|意见|办法|细则|规定|计划|规划|预案|措施|要点))[：:。]$"
    r"|(?:制定|制订)(?:本|如下)|(?:现|予以?)(?:予以?)?(?:印发|转发)|^(?:下面|现在|借此机会)，[^。]{0,40}(?:意见|要求|方面|问题|看法)。$"
)


_FORMULA_WORDS = ("如下", "以下", "本", "制定", "制订", "发", "下面", "现在", "机会")
"""The formula holds one of these; most sentences none."""


def _announces(sentence: str) -> bool:
    """Does it say that what is to be done comes next: 现将有关事项通知如下：, 制定本方案。?"""
    return any(word in sentence for word in _FORMULA_WORDS) and _FORMULA.search(sentence) is not None


@cache
def _rules(name: str) -> list[tuple[str, re.Pattern[str], bool, str]]:
    """(region, pattern, own: holds for the sentence itself, force).

    force: here = a turn that holds on only outside numbered headings, or a heading that says little; mild = a heading that
    does not overrule what a heading above it says of the past; once = for its paragraph only; "" otherwise.
    """
    return [
        (
            one["key"],
            re.compile(one["pattern"]),
            bool(one.get("own")),
            next((name for name in ("here", "mild", "once") if one.get(name)), ""),
        )
        for one in resource("regions")[name]
    ]


def genre(outline: Outline) -> str:
    """order, talk, tell, sum or reply, by how the document's title ends (resources/regions.yaml)."""
    titles = [one.text for one in outline.sentences[:40] if one.rule == "title"][:4]
    words = "".join(titles) or (outline.sentences[0].text if outline.sentences else "")
    words = _ENDS_TITLE.sub("", words)
    if _TALK.search(words):
        return "talk"  # 在总结表彰大会上的讲话
    if "总结" not in words and _ORDERS.search(words):
        return ORDER
    for key, pattern, _, _ in _rules("genres"):
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
    names = _section_regions(sections, kind, day)
    turns = _rules("turns")
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
        if now in _TOLD and kind != "sum" and _FIRST_ORDER.match(sentence.text):
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
    """具体表现：…: the rest of its paragraph tells what is wrong, up to the measures against it."""
    paragraph = -1
    for one in outline.sentences:
        begin = one.body - one.start
        if one.text[begin : begin + 1] in _PROBLEM_FIRST and _PROBLEM.match(one.text, begin):
            paragraph = one.paragraph
        elif paragraph == one.paragraph and _MEASURES.match(one.text, begin):
            paragraph = -1
        if paragraph == one.paragraph:
            found[one.index] = "lack"


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


def _by_year(section: Section, years: set[int], day: date | None) -> str:
    """What “2023年主要工作” tells: a year gone by was, a year to come will be; the document's own is ahead in spring, behind in autumn."""
    found = _YEAR_WORK.search(section.heading)
    if found is None:
        return ""
    year = int(found[1])
    if day is None:
        return "" if len(years) < 2 else "plan" if year == max(years) else "review"
    if year != day.year:
        return "review" if year < day.year else "plan"
    return "plan" if day.month <= _SPRING else "review" if day.month >= _AUTUMN else ""


def _section_regions(sections: list[Section], kind: str, day: date | None) -> list[str]:
    """For each section what its own heading says, else the nearest above; the weak signs of a plan only where none says more."""
    found: list[tuple[str, bool]] = []
    ahead = kind in _REPORTS  # nothing has yet said what is to be done
    years = {int(match[1]) for one in sections if (match := _YEAR_WORK.search(one.heading))}
    rest = any(_REST.search(one.heading) for one in sections if one.heading)
    for section in sections:
        name, sure, _ = _heading_region(section.heading) if section.heading else ("", False, "")
        if (
            name == "principle"
            and _CHAPTER.match(section.label)
            and section.heading.endswith("要求")
            and "总体" not in section.heading
        ):
            name = "duty"  # 第二章 基本要求, of rules
        if not sure and rest and section.heading and _HALF.search(section.heading):
            name, sure = "review", True  # 上半年工作, where another heading says what comes after
        dated = _by_year(section, years, day) if not sure else ""
        if dated:
            name, sure = dated, True
        above = found[section.parent] if section.parent is not None else ("", False)
        mild = sure and section.heading and _heading_region(section.heading)[2] == "mild"
        if (not sure and above[0] and (above[1] or not name)) or (mild and above[1] and above[0] in _TOLD):
            name, sure = above
        if sure and name in ("plan", "goal", "duty"):
            ahead = False
        elif ahead and not sure and section.parent is None and name in ("plan", ""):
            name, sure = "review", True
        elif not sure and kind == "reply" and name == "plan":
            name = "mixed"
        found.append((name, sure))
    return [name for name, _ in found]


@cache
def _heading_region(words: str) -> tuple[str, bool, str]:
    """(region, is it sure, force) of a heading."""
    for key, pattern, _, force in _rules("headings"):
        if pattern.search(words):
            return key, force != "here", force
    return "", False, ""
