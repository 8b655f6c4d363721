"""Names of bodies in the text, in any short form, each member of a coordination on its own (`draft.bodies`)."""

from __future__ import annotations

import re

from extract.body_names import Name, Names
from extract.body_stems import stems_alone
from extract.draft import Draft
from extract.model import Mention

_EACH = re.compile(
    r"各(?!级|自|位|项|种|类|样|式|行各业|个环节|环节|阶段|领域|方面|工作|任务|指标|措施|政策|制度|工程|项目|标准|数据|资料|系统)"
    r"[\u4e00-\u9fff]{1,8}?(?=要(?![求素点])|应(?![急用])|必须|不得|须)"
)
"""各招商主体要…: whoever is addressed, known or not."""
_TITLE = re.compile(r"《[^《》\n]{1,120}》")


def find_names(text: str) -> list[Name]:
    """The names in a text, sorted, not overlapping; none inside 《…》."""
    names = Names(text, [match.span() for match in _TITLE.finditer(text)])
    headed = names.headed()
    found: list[Name] = []
    for name in sorted([*headed, *stems_alone(names, headed)], key=lambda name: (name.start, -name.end)):
        if not found or found[-1].end <= name.start:
            found.append(name)
    return _addressed(text, found)


def _addressed(text: str, found: list[Name]) -> list[Name]:
    """With the names 各… that no list knows, where no name stands there yet."""
    more: list[Name] = []
    place = 0
    for match in _EACH.finditer(text):
        while place < len(found) and found[place].end <= match.start():
            place += 1
        if place == len(found) or found[place].start >= match.end():
            more.append(Name(match.start(), match.end(), "generic", "each"))
    return sorted([*found, *more], key=lambda name: name.start) if more else found


def bodies(draft: Draft) -> None:
    """Fills `draft.bodies`; `rule` says how the begin of each name was found, `name` is left to the registry."""
    text = draft.text
    draft.bodies = [
        Mention(name.start, name.end, text[name.start : name.end], name.rule, "body") for name in find_names(text)
    ]
