"""Short names that a text gives its bodies: 瑞海置业有限公司（以下简称“瑞海”）."""

from __future__ import annotations

import re
from bisect import bisect_right

from extract.body_name import Name
from extract.sieve import Sieve

CALLED = Sieve("[（(](?:(?:以下)?(?:统一|统)?(?:简称|下称|简称为)|以下(?:统一|统)?称为?)[：:]?")
CALLED_NAME = re.compile(r"[“\"]?([\u4e00-\u9fffA-Za-z]{2,8})[”\"]?[）)]")
_CALLS_BODY = re.compile(
    r"(?:公司|集团|局|委|办|院|校|中心|银行|协会|商会|指挥部|领导小组|专班|管委会|支行|分行|厂|[厅部处科站所会组]|企业|办公室)$"
)

_ACTOR = re.compile(r"[\u4e00-\u9fff]{2,5}(?:主体|机构|单位|部门|企业|[人方者])$")
"""Names for whoever does something, whatever they stand for: 开展授权运营的地区和单位（以下称“授权主体”）."""


def called(text: str, found: list[Name]) -> list[Name]:
    """`found` with the short names that the text gives its bodies: 瑞海置业有限公司（以下简称“瑞海”）."""
    names: set[str] = set()
    for match in CALLED.finditer(text):
        said = CALLED_NAME.match(text, match.end())
        if said is not None and (
            _CALLS_BODY.search(text, max(0, match.start() - 12), match.start()) or _ACTOR.match(said[1])
        ):
            names.add(said[1])
    if not names:
        return found
    more = [
        Name(match.start(), match.end(), "organ", "defined")
        for match in re.finditer("|".join(sorted(names, key=len, reverse=True)), text)
    ]
    spans = {(name.start, name.end) for name in more}
    held = [name for name in found if (name.start, name.end) not in spans]
    starts = [name.start for name in held]
    fresh: list[Name] = []
    for name in more:
        place = bisect_right(starts, name.start) - 1
        over = place >= 0 and held[place].end > name.start
        if over and held[place].start == name.start and held[place].end < name.end:
            held[place].end, held[place].rule = name.end, "defined"
        elif not over and not (place + 1 < len(held) and held[place + 1].start < name.end):
            fresh.append(name)
    return sorted([*held, *fresh], key=lambda name: name.start)
