"""The cues of quantity_cues.yaml as patterns: what stands before a number and tells whether an act must reach it."""

from __future__ import annotations

import re
from functools import cache

from extract.resource import resource


def _cue(key: str) -> str:
    return "|".join(resource("quantity_cues")[key]["words"])


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Cues at the end of what stands before the number, or anywhere before it (past, ahead, reaches)."""
    ends = r"(?:好|成|了|建设|建成|打造|联系|明确|选派|确定|培育|发展|建立)?\s?$"
    return {
        "past": re.compile(_cue("past")),
        "ahead": re.compile(_cue("ahead")),
        "reaches": re.compile(_cue("reaches")),
        "raises": re.compile(rf"[^，。；]{{0,12}}?(?:{_cue('raises')})[^，。；\d]{{0,6}}?(?:到|至|为)"),
        "has": re.compile(rf"(?:{_cue('has')})(?:约|近)?\s?$"),
        "describes": re.compile(rf"(?:{_cue('describes')})(?:额|面积|能力)?(?:达|为|约|是)?\s?$"),
        "thresholds": re.compile(rf"(?:{_cue('thresholds')})\s?$"),
        "hits": re.compile(rf"(?:{_cue('hits')})\s?$"),
        "of_rate": re.compile(rf"的(?:{_cue('of_rate')})"),
        "limits": re.compile(rf"(?:{_cue('limits')})(?:至|到|在|为|成|了)?\s?$"),
        "delivers": re.compile(rf"(?:{_cue('delivers')}){ends}"),
        "brings": re.compile(_cue("delivers")),
        "every": re.compile(rf"(?:{_cue('delivers')}|每[^，。；、\d]{{1,10}}){ends}"),
    }
