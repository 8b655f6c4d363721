"""Is a number one of the past: what was done, what there is already? Judged by the words of its clause."""

from __future__ import annotations

import re

from extract.quantity_cues import patterns

_DONE = re.compile(r"已(?!经?(?:开|建|完|办|立|签|纳|脱|退)[^，。]{0,6}的)")
_FORMER = re.compile(r"[^，。；]{0,6}已[经在于]|系|为上年|（(?:上年|去年)|摸清了|左右是去年")
_STANDING = frozenset(("现有", "原有", "目前", "现在"))
_WORKS_ON = re.compile(
    r"(?:整合|改造|盘活|归并|优化|更新|维修|修缮|拆除|整治|关停|完善|迁移|接入|清理|升级|改扩?建|处置|撤并|腾退|提升)(?:好|了)?$"
)


def past(before: str, after: str) -> bool:
    """`before` and `after` are what stands in the clause before and behind the number."""
    cues = patterns()
    if _FORMER.match(after):
        return True
    last = None
    for last in cues["past"].finditer(before):  # noqa: B007 - the last one decides
        continue
    for cue in (last, _DONE.search(before)):
        if cue is not None and cue.group() in _STANDING and _WORKS_ON.search(before, 0, cue.start()):
            continue  # 整合现有系统19个
        if cue is not None and "的" not in before[cue.end() :] and not cues["ahead"].search(before, cue.end()):
            return True
    return False
