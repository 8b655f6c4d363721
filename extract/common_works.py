"""Works that every county does and calls alike (老旧小区改造, 农村危房改造): projects where a paper of one place takes them up.

Counted ones (棚户区改造1260户) are numbers to be reached, those of a whole country are none (as the annotators decide).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.draft import Draft
from extract.lexicon import words
from extract.noun_phrase import COUNT
from extract.project_heads import Found
from extract.scan import Scanner

_WORKS = Scanner(dict.fromkeys(words("projects", "common_works"), "common"))
_TAKEN_UP = re.compile(
    r"(?:完成|推进|推动|实施|启动|开展|抓好|做好|加快|加大力度)(?:推进|实施|抓好)?好?(?:[\u4e00-\u9fff]{2,12}[、和及与])?$"
)
_GOES_ON = re.compile(r"(?:等)?(?:工作|任务|进度|步伐|建设)?(?=[，。；、和及与]|\Z)")
_LISTED = re.compile("(?:[、和及与][\u4e00-\u9fff]{2,10}?(?=[、和及与\\d]))+")  # 老旧小区改造和棚户区改造 | 1260户
_REACH = 24


def common_works(draft: Draft, text: str) -> Iterator[Found]:
    """The places of such works, taken up by an act of a paper of a county, a city, a town."""
    if draft.context.level in ("national", "province"):
        return
    for start, word, _ in draft.within_kept(_WORKS.found(text)):
        end = start + len(word)
        end += 2 * text.startswith(("工程", "项目"), end)
        listed = _LISTED.match(text, end)
        if COUNT.match(text, listed.end() if listed is not None else end) or not _GOES_ON.match(text, end):
            continue
        if _TAKEN_UP.search(text, max(0, start - _REACH), start):
            yield start, end, "housing", "project-common"
