"""The cues of quantity_cues.yaml as patterns: what stands before a number and tells whether an act must reach it."""

from __future__ import annotations

import re
from functools import cache

from extract.resource import resource
from extract.tail import Tail


def _cue(key: str) -> str:
    return "|".join(resource("quantity_cues")[key]["words"])


@cache
def ends() -> dict[str, Tail]:
    """Cues at the end of what stands before the number."""
    made = r"(?:好|成|了|建设|建成|打造|联系|明确|选派|确定|培育|发展|建立)?\s?$"
    return {
        "has": Tail(rf"(?:{_cue('has')})(?:约|近)?\s?$"),
        "describes": Tail(rf"(?:{_cue('describes')})(?:额|面积|能力)?(?:达|为|约|是)?\s?$"),
        "thresholds": Tail(rf"(?:{_cue('thresholds')})\s?$"),
        "hits": Tail(rf"(?:{_cue('hits')})\s?$"),
        "limits": Tail(rf"(?:{_cue('limits')})(?:至|到|在|为|成|了)?\s?$"),
        "delivers": Tail(rf"(?:{_cue('delivers')}){made}"),
        "every": Tail(rf"(?:{_cue('delivers')}|每[^，。；、\d]{{1,10}}){made}"),
    }


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Cues anywhere before the number (past, ahead, reaches, brings) and behind it."""
    return {
        "past": re.compile(_cue("past")),
        "ahead": re.compile(_cue("ahead")),
        "reaches": re.compile(_cue("reaches")),
        "brings": re.compile(_cue("delivers")),
        "raises": re.compile(rf"[^，。；]{{0,12}}?(?:{_cue('raises')})[^，。；\d]{{0,6}}?(?:到|至|为)"),
        "of_rate": re.compile(rf"的(?:{_cue('of_rate')})"),
    }
