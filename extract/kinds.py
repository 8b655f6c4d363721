"""What each sentence is: obligation, result, context, heading, noise, topic, lead-in, appeal, permission."""

from __future__ import annotations

import re

from extract.draft import Draft
from extract.model import Kind

_MUST = re.compile(r"[要应须]|不得|确保|力争|加强|推进|完善|建立")


def kinds(draft: Draft) -> None:
    for sentence in draft.outline.sentences:
        cue = _MUST.search(sentence.text)
        if cue:
            sentence.kind, sentence.rule, sentence.cue = Kind.OBLIGATION, "cue", cue.group()
