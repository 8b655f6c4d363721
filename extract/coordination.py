"""Bodies that stand together: 县教育局、县财政局和各乡镇, 应急、住建等部门."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.body_words import body_words
from extract.model import Mention

_JOINT = re.compile(r"(?:[、，]\s*|\s*)(?:以及|及其|和|及|与|或者|或|并)?(?:特别是|尤其是|其他)?|[ 　]+|[/／]")
_ASIDE = re.compile(r"（[^（）]{1,12}）|\([^()]{1,12}\)")
_CLOSE = re.compile(r"等(?:\d+[个家])?|(?:三|四|五|六|七|八|九|两)(?:部门|单位|家|局|办)")


@dataclass(slots=True)
class Group:
    """Mentions joined by 、和及; `end` is where the words go on behind 等部门 and a bracket aside."""

    members: list[Mention]
    start: int
    end: int


def groups(text: str, mentions: Sequence[Mention], high: int) -> list[Group]:
    """The mentions of one sentence, sorted, grouped as the text joins them; `high` is the sentence's end."""
    found: list[Group] = []
    for mention in mentions:
        behind = _behind(text, mention.end, high)
        if found and found[-1].end <= mention.start and _JOINT.fullmatch(text, found[-1].end, mention.start):
            found[-1].members.append(mention)
            found[-1].end = behind
        else:
            found.append(Group([mention], mention.start, behind))
    return found


def _behind(text: str, at: int, high: int) -> int:
    """Past a bracket aside （养老）, 等部门 and the like."""
    aside = _ASIDE.match(text, at, high)
    if aside is not None:
        at = aside.end()
    tail = body_words().tail.match(text, at, high) or _CLOSE.match(text, at, high)
    return tail.end() if tail is not None else at
