"""What the headings of a document say of the sections under them: past (review), what lacks, principles, goals, duties, plans."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import zip_longest

from extract.resource import resource
from extract.structure import Outline, Section

_CHAPTER = re.compile("第[一二三四五六七八九十]{1,3}[章节]")
_YEAR_WORK = re.compile(r"(20\d\d)年(?:度|全年|上半年|我县|全县|的)?(?:主要|重点|各项)?(?:工作|任务|目标|发展)")
_HALF = re.compile(
    r"(?:上半年|前三季度|前[一二两三四五六七八九十\d]{1,2}个?(?:月|季度)|第?一季度|\d{1,2}-\d{1,2}月(?:份)?|去年|上年|本年度|前期|前一阶段|前段)(?:的)?(?:主要|重点|各项)?工作(?:完成)?$"
)
_REST = re.compile(
    r"(?:下半年|下一步|下步|[第]?四季度|第?二季度|今后|明年|下一?年|下阶段)[^，。]{0,12}(?:计划|打算|安排|思路|重点|工作|任务)"
)
TOLD = {"review", "lack", "why", "principle"}
_SPRING, _AUTUMN = 5, 10
_BEHIND = re.compile("了|已|均|同比|比上年|累计|荣获|位居|圆满|显著|成功|顺利|达到|提前")
_AHEAD = re.compile(
    "[。；，](?:要|力争|启动|计划|将|确保|抓好|继续)|年[底内]|月底前"
    "|[。；](?:加快|积极|大力|全力|着力|加强|加大|深入|推进|推动|开展|实施|强化)"
)
_TASK = re.compile("(?:[^，。]{0,16}反馈(?:意见|问题)?)?整改任务(?:概述|描述|内容)?$")
_ANSWER = re.compile("整改(?:措施|目标)")
_ENOUGH = 4  # such words in a part that says what is to be done; a shorter one does not tell
REPORTS = {"tell", "sum"}


@cache
def rules(name: str) -> list[tuple[str, re.Pattern[str], bool, str]]:
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


def part_ahead(text: str, outline: Outline) -> bool:
    """Is this a part of a report that no heading calls past or future, and whose sentences speak of what is to be done?"""
    headings = [one.heading for one in outline.sections if one.label and one.heading]
    if not headings or any(heading_region(words)[1] or _YEAR_WORK.search(words) for words in headings):
        return False
    ahead = len(_AHEAD.findall(text))
    return ahead >= _ENOUGH and ahead > 2 * len(_BEHIND.findall(text))


def _turned_ahead(text: str, section: Section) -> bool:
    """Under a heading that says neither: does the text speak more of what is to be done than of what was?"""
    text = text[section.heading_end : section.end]
    return len(_AHEAD.findall(text)) > len(_BEHIND.findall(text))


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


def section_regions(text: str, sections: list[Section], kind: str, day: date | None) -> list[str]:
    """For each section what its own heading says, else the nearest above; the weak signs of a plan only where none says more."""
    found: list[tuple[str, bool]] = []
    ahead = kind in REPORTS  # nothing has yet said what is to be done
    years = {int(match[1]) for one in sections if (match := _YEAR_WORK.search(one.heading))}
    looked_back = False  # did a part before look back (一、2018年工作回顾)? what comes after looks ahead
    rest = any(_REST.search(one.heading) for one in sections if one.heading)
    for section, after in zip_longest(sections, sections[1:]):
        name, sure, _ = heading_region(section.heading)
        if after is not None and _ANSWER.match(after.heading) and _TASK.match(section.heading):
            name, sure = "lack", True  # 一、整改任务, where 二、整改措施 says what is done about it
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
        mild = sure and section.heading and heading_region(section.heading)[2] == "mild"
        if (not sure and above[0] and (above[1] or not name)) or (mild and above[1] and above[0] in TOLD):
            name, sure = above
        if ahead and not sure and looked_back and section.parent is None and _turned_ahead(text, section):
            name, sure = "plan", True
        looked_back = looked_back or (name == "review" and "回顾" in section.heading)
        if sure and name in ("plan", "goal", "duty"):
            ahead = False
        elif ahead and not sure and section.parent is None and name in ("plan", ""):
            name, sure = "review", True
        elif not sure and kind == "reply" and name == "plan":
            name = "mixed"
        found.append((name, sure))
    return [name for name, _ in found]


@cache
def heading_region(words: str) -> tuple[str, bool, str]:
    """(region, is it sure, force) of a heading."""
    for key, pattern, _, force in rules("headings"):
        if pattern.search(words):
            return key, force != "here", force
    return "", False, ""
