"""Names of bodies in the text, in any short form, each member of a coordination on its own (`draft.bodies`)."""

from __future__ import annotations

import re

from extract.agents import agents, sections
from extract.body_called import called
from extract.body_consulted import consulted
from extract.body_counted import counted
from extract.body_gathered import gathered
from extract.body_name import Name
from extract.body_names import Names
from extract.body_others import others
from extract.body_stems import stems_alone
from extract.body_subjects import subjects
from extract.draft import Draft
from extract.model import Mention

_COUNTED = re.compile(r"[^\d]{0,8}(?:再?新?增|建成|创建|达到)\d+个|\d{4,}年")
"""全省再增60个乡镇, 2023年卫生乡镇: how many, and which, no name."""
_STUDIES = re.compile("研究(?=国务院|[省市县区]政府|各(?!类)|有关)")
_TITLE = re.compile(r"《[^《》\n]{1,120}》")


def find_names(text: str) -> list[Name]:
    """The names in a text, sorted, not overlapping; none inside 《…》."""
    names = Names(text, [match.span() for match in _TITLE.finditer(text)])
    headed = names.headed()
    found: list[Name] = []
    for name in sorted([*headed, *stems_alone(names, headed)], key=lambda name: (name.start, -name.end)):
        if not found or found[-1].end <= name.start:
            found.append(name)
    named = agents(text, sections(text, subjects(text, others(text, consulted(text, found)))))
    named = [_trimmed(text, name) for name in named if _COUNTED.match(text, name.start, name.end) is None]
    return called(text, gathered(text, counted(text, named)))


def _trimmed(text: str, name: Name) -> Name:
    """研究 | 国务院各部门请示的事项: the verb is no part of the name."""
    verb = _STUDIES.match(text, name.start, name.end)
    return name if verb is None else Name(verb.end(), name.end, name.kind, name.rule)


def bodies(draft: Draft) -> None:
    """Fills `draft.bodies`; `rule` says how the begin of each name was found, `name` is left to the registry."""
    text = draft.text
    draft.bodies = [
        Mention(name.start, name.end, text[name.start : name.end], name.rule, "body") for name in find_names(text)
    ]
