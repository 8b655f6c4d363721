"""Documents that a document puts out of force: 《甲办法》《乙办法》同时废止; 废止《丙规定》."""

from __future__ import annotations

import re

from extract.model import Policy

_NOTE = r"(?:（[^）\n]{0,60}）|\([^)\n]{0,60}\)|〔[^〕\n]{0,60}〕)?"
_BEHIND = re.compile(
    rf"{_NOTE}(?:[、，和及与以]{{0,2}}《[^》\n]{{1,120}}》{_NOTE}){{0,20}}等?(?:\d+件)?(?:文件|规定)?[，,]?"
    r"(?:自[^，。；\n]{1,20}(?:起|之日起)|同时|即行|自行|相应|一并|均|现|予以|不再){0,3}(?:废止|停止执行|停止施行|失效|不再执行|执行终止)(?!的)"
)
_BEFORE = re.compile(
    r"(?:(?<!不)废止|停止执行|停止施行|取代|代替|替代)(?:了|原|此前|原有的|原来的){0,2}(?:《[^》\n]{1,120}》[、和及与]?){0,20}$"
)
_REACH = 400


def repeals(text: str, policy: Policy) -> bool:
    """Does the document put this policy out of force where it names it?

    >>> text = "本办法自印发之日起施行，《青禾县河道管理办法》（青政办发〔2015〕9号）同时废止。"
    >>> start = text.index("《")
    >>> repeals(text, Policy(start, start + 11, text[start:start + 11], "青禾县河道管理办法"))
    True
    """
    line = text.rfind("\n", 0, policy.start) + 1
    before = text[max(line, policy.start - _REACH) : policy.start]
    return bool(_BEHIND.match(text, policy.end, policy.end + _REACH) or _BEFORE.search(before))
