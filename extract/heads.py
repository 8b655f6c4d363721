"""What a clause begins with: adverbs and a verb of governance, a preposition that leads up to one, or something else (resources/verbs.yaml).

>>> head_of("进一步推进农村改厕", 0, 9)
('verb', '推进')
>>> head_of("考核工作由县委负责", 0, 9)
('', '')
"""

from __future__ import annotations

import re
from functools import cache

from extract.lexicon import alternatives, classes

_NOUN = (  # what follows a verb that is used as a noun: 考核工作, 建设的, 管理和服务
    "[的是和与及、，。者师员率]|工作|情况|业绩|人员|机构|部门|单位|资格|资金|体系|机制|制度|力度|水平|能力|质量|任务|主体|企业|行业|领域|标准|措施"
    "|方案|方面|环节|过程|对象|费用|规模|面积|成本|周期|时间|成果|成效|办法|方式|结果|进度|效率|压力|问题|风险|需求"
)


@cache
def _heads() -> re.Pattern[str]:
    table = classes("verbs", "verbs")
    plain = alternatives(word for word, key in table.items() if key != "nouny")
    nouny = alternatives(word for word, key in table.items() if key == "nouny")
    verb = f"(?:{plain}|{nouny}(?!{_NOUN}))"
    adverb, lead = (alternatives(classes("verbs", name)) for name in ("adverbs", "leads"))
    return re.compile(
        rf"[“\s]*(?:(?:{adverb})*+地?(?P<verb>{verb})|(?:{adverb})*(?P<verb2>{verb})|(?:{adverb})*+(?P<lead>{lead})"
        rf"|(?P<adverb>(?:{adverb})+)|)"
    )


@cache
def _begins() -> frozenset[str]:
    """The first two characters of all that `_heads` looks for; one where more may not follow."""
    words = [word for name in ("verbs", "adverbs", "leads") for word in classes("verbs", name)]
    return frozenset(word[:2] for word in words)


@cache
def _no_leads() -> frozenset[str]:
    return frozenset(word for word, key in classes("verbs", "leads").items() if key == "none")


def head_of(text: str, start: int, end: int) -> tuple[str, str]:
    """(kind, word) of the beginning of the clause `text[start:end]`: verb, lead, adverb, or "" for anything else."""
    begins = _begins()
    if text[start : start + 2] not in begins and text[start : start + 1] not in begins:
        first = text[start : start + 1]
        if first not in ("“", "地") and not first.isspace():
            return "", ""  # most clauses: the pattern is slow to say no
    match = _heads().match(text, start, end)
    if match is None:
        return "", ""
    if match["verb"] or match["verb2"]:
        return "verb", match["verb"] or match["verb2"]
    if match["lead"]:
        return ("", "") if match["lead"] in _no_leads() else ("lead", match["lead"])
    return ("adverb", match["adverb"]) if match["adverb"] else ("", "")
