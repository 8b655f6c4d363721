"""Times without a number: seasons (汛期前), stages (疫情期间, 试点期内), events (施工单位进场前), counts from an issue (自印发之日起30日内).

Names of seasons and stages are data (seasons.yaml); an event is open: what opens a clause and ends in a word of that list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract import calendar
from extract.expression import Expression
from extract.resource import resource
from extract.sieve import Sieve
from extract.timewords import SPAN, YEAR

_ISSUE = r"[^，。；：、！？\n\t（）]{1,24}?"
_SINCE = re.compile(rf"[自从]?(?P<event>{_ISSUE})之日起(?!算)(?:，?\s?{SPAN}(?:以内|之内|内))?")
_ISSUE_BEFORE = re.compile(r"(?:[本该此][^，。；、\n]{2,5})?(?:印发|发布|下发|公布|出台)$")
_EVENT = Sieve(
    r"期间|(?<![工假学周定日短长中近早])期内(?![部容外需])|前夕|前后|[之以]?前(?![提款景沿列往台端述者瞻置]|期(?!间|满|内|限))"
)
_OPENING = re.compile(r"(?:来临|到来|开始|结束|召开|开幕|期间)$")
_OPEN_EVENT = re.compile(r"(?:(?:^|[，。；：、\s])[在于]|赶在)(?P<event>[^，。；：、\s]{2,14})$")
_BARE_EVENT = re.compile(
    r"(?:^|[，,。；;：:\s\d.．）)])(?:[须应要]?[在于]|赶在)?(?P<event>(?!未经|[在于以]|(?:使用|完成|到位|建成|结束|解除)$)[^，,。；;：:、\s\d（）()]{2,24})$"
)
_BARE_DURING = re.compile(
    r"(?:^|[，,。；;：:（(\s\d.．）)])[在于]?(?P<event>(?![每对把将其]|[^，。；]{0,8}五”?$|力争|争取|计划|预计|明确|支持|做好|加强|统筹|解决|强化|保障|落实|抓好|确保|处于|正值)(?:(?!在)[一-龥“”]){2,10})$"
)
_OPEN_DURING = re.compile(r"(?:^|[，。；：\s])在(?P<event>[^，。；：、\s]{2,10})$")
_WHO_BEFORE = re.compile(r"[^，。；]*(?:[要应须需]|应当|必须|务必|确保|力争|争取)赶?[在于]|[^，。；]*赶在")
"""县水利局要在 | 项目开工前: whoever acts is no part of the event"""
_YEAR_BEFORE = re.compile(rf"(?:{YEAR})$")
_LATER = re.compile(r"[一-龥]")


@cache
def _names() -> tuple[frozenset[str], frozenset[str], Sieve]:
    """Words that may stand before 前, words that may stand before 期间, and a pattern for periods that stand alone."""
    seasons = resource("seasons")
    before = {word for entry in seasons["before"] for word in entry["words"]}
    before |= set(calendar.festivals()) | set(calendar.solar_terms())
    during = {word for entry in seasons["during"] for word in entry["words"]}
    alone = sorted((word for entry in seasons["alone"] for word in entry["words"]), key=len, reverse=True)
    return frozenset(before), frozenset(during), Sieve("|".join(alone))


@cache
def _reached() -> frozenset[str]:
    """What an event ends with that bounds an act without 在 before it: 疫情解除前, 施工单位进场前."""
    return frozenset(word for entry in resource("seasons")["reached"] for word in entry["words"])


def events(text: str) -> Iterator[Expression]:
    """Seasons and stages, counts from an issue, events that bound, as they are found, kind by kind."""
    before, during, alone = _names()
    for match in alone.finditer(text):
        if text[max(0, match.start() - 2) : match.start() - 1] == "去":
            continue  # 去冬今春 is past
        yield Expression(match.start(), match.end(), "season")
    at = text.find("之日起")
    while at >= 0:
        low = max(text.rfind("自", max(0, at - 26), at), text.rfind("从", max(0, at - 26), at))
        since = _SINCE.match(text, low) if low >= 0 and not text.startswith("自治", low) else None
        if since is None and (issue := _ISSUE_BEFORE.search(text, max(0, at - 10), at)):
            low = issue.start()  # 各地要在本意见印发之日起30日内
            since = _SINCE.match(text, low)
        if since:
            yield Expression(low, since.end(), "since")
        at = text.find("之日起", at + 3)
    for match in _EVENT.finditer(text):
        one = _event(text, match, before if "前" in match.group() else during)
        if one:
            yield one


def _event(text: str, match: re.Match[str], names: frozenset[str]) -> Expression | None:
    at = match.start() + (match.group() == "期内")
    low = max(0, at - 30)
    if match.group() == "期内" and (bare := _BARE_DURING.search(text[low : match.start()])):
        return Expression(match.start() - len(bare["event"]), match.end(), "event")
    if opening := _OPENING.search(text, low, at):
        at = opening.start()
    for length in range(min(10, at - low), 0, -1):
        if text[at - length : at] in names:
            start = at - length
            if (
                text[start:at] == "节"
                and start
                and _LATER.match(text[start - 1])
                and text[start - 1] not in "在于、，赶须要应"
            ):
                return None
            year = _YEAR_BEFORE.search(text[max(0, start - 6) : start])
            return Expression(start - len(year.group()) if year else start, match.end(), "season")
    if match.group() == "期内":
        return None
    if match.group() == "期间":
        until = text[low : match.start()]
        phrase = _OPEN_DURING.search(until) or _BARE_DURING.search(until)
    elif text[match.start() - 2 : match.start()] in _reached() and (
        bare := _BARE_EVENT.search(text[low : match.start()])
    ):
        phrase = bare
    elif match.group() in ("之前", "以前", "前夕") or text[max(0, at - 14) : at].rfind("赶在") >= 0:
        phrase = _OPEN_EVENT.search(text[low : match.start()])
    else:
        return None
    if phrase is None:
        return None
    start = match.start() - len(phrase["event"])
    ordered = _WHO_BEFORE.match(text, start, match.start() - 1)
    return Expression(ordered.end() if ordered else start, match.end(), "event")
