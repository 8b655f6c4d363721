"""Whom a short name means in its document: 指挥部 the one that the paper sets up, 瑞海 the firm that it calls so."""

from __future__ import annotations

import re

from extract.body_called import CALLED, CALLED_NAME
from extract.draft import Draft, within
from extract.sieve import Sieve

_KIND = "指挥部|领导小组|协调小组|联席会议|委员会|专班"
_SETS_UP = Sieve(
    rf"(?:成立|设立|组建|建立)(?P<name>[^，。；：、（）《》“”\s\d的由各以]{{2,30}}?(?P<kind>{_KIND}))(?=[，。；（(\n]|的通知|制度|\Z)"
)
_GROUP = re.compile(f"(?:{_KIND})$")
_LEVELS = ("省", "市", "州", "县", "区", "旗", "乡", "镇")
_OFFICE = "办公室"
_HAS_OFFICE = re.compile("(?:下设|内设|设立?)办公室")  # and 办公室 alone means it, where the paper has one group
_LONGER = 3  # characters that a name of its own has beside 指挥部
_JOINTS = ("、", "和", "及", "与")
_LONGEST = 40  # characters of a name


def meant(draft: Draft) -> dict[str, str]:
    """Short name → the name in full, as the document says it.

    Names that it defines (青禾瑞海置业有限公司（以下简称“瑞海”）) and the bare name of a group where the document sets up,
    or is issued by, a single one of that kind.
    """
    groups = _groups(draft)
    offices: dict[str, str] = {}
    if len(groups) == 1 and _HAS_OFFICE.search(draft.text):
        offices[_OFFICE] = next(iter(groups.values())) + _OFFICE
    groups |= {whole[0] + kind: whole for kind, whole in groups.items() if whole[0] in _LEVELS}  # 县指挥部
    return {
        **{name + _OFFICE: whole + _OFFICE for name, whole in groups.items()},
        **offices,
        **_called(draft),
        **groups,
    }


def _called(draft: Draft) -> dict[str, str]:
    """Names that stand in a bracket behind the name in full; （以下简称“两部门”） behind several means none of them alone."""
    text, found = draft.text, {}
    for match in CALLED.finditer(text):
        said = CALLED_NAME.match(text, match.end())
        if said is None:
            continue
        for one in within(draft.bodies, match.start() - _LONGEST, match.start()):
            if one.end == match.start() and text[one.start - 1 : one.start] not in _JOINTS:
                found[said[1]] = one.text
    return found


def _groups(draft: Draft) -> dict[str, str]:
    names: dict[str, set[str]] = {}
    for match in _SETS_UP.finditer(draft.text):
        name, kind = match["name"], match["kind"]
        if len(name) - len(kind) >= _LONGER:
            names.setdefault(kind, set()).add(name)
    issuer = draft.context.issuer
    kind_of_issuer = _GROUP.search(issuer)
    if kind_of_issuer is not None and kind_of_issuer.start():
        names.setdefault(kind_of_issuer.group(), {issuer})
    return {kind: wholes.pop() for kind, wholes in names.items() if len(wholes) == 1}
