"""Names of bodies in the text, in any short form, each member of a coordination on its own (`draft.bodies`)."""

from __future__ import annotations

import re

from extract.body_names import Scanner
from extract.draft import Draft
from extract.model import Mention

_TITLE = re.compile(r"《[^》\n]{1,120}》")


def bodies(draft: Draft) -> None:
    text = draft.text
    titles = [match.span() for match in _TITLE.finditer(text)]
    draft.bodies = [
        Mention(name.start, name.end, text[name.start : name.end], name.rule, "body")
        for name in Scanner(text, titles).names()
    ]
