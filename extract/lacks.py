"""Sentences that say, clause by clause, what is wanting: 围墙多处破损，院内保洁不到位."""

from __future__ import annotations

import re

_FEEBLE = re.compile(
    r"(?:个别|少数|部分|有的|一些)[^，。；]{1,16}(?:缓慢|滞后|不(?:积极|主动|重视|到位|扎实|严)|迟缓|松懈|薄弱)|[^，。；：、]{0,10}不(?:积极|主动|重视|扎实|严)+(?:不(?:积极|主动|重视|扎实|严))*|"
    r"[^，。；：、]{0,16}(?:[不欠](?:强|高|优|足|够|大|快|畅|多)|偏[小大低高少多弱慢重紧]|滞后|薄弱|单一|粗放|缓慢|较[弱慢低差]|不均衡|不充分)"
    r"|[^，。；：、]{0,24}(?:未(?:整改|清理|清除|落实|建立|公示|更新|到位|消杀)|未及时[^，。；]{2,4}|缺失|破损|不(?:到位|彻底|规范|及时|完善|健全|平整|整洁)|脏[污乱差]|堆[放积]|外溢)"
    r"|有[^，。；]{0,10}(?:死角|杂物|垃圾|积水|油污)[^，。；]{0,6}|杂草丛生"
)
"""个别乡镇行动缓慢；产业支撑力不强，比重偏小；围墙破损，保洁不到位；有卫生死角: what is wanting, in each of its clauses."""
_AGAINST = re.compile(
    r"治理|纠正|检查|查处|排查|清理|修复|处理|整顿|处置|解决|破解|改变|整治|补齐|针对|克服|避免|防止|扭转|化解|消除|纠治|(?<!未)整改|防范|缓解|查找|督促|确保|坚决|着力|重点|深入|开展|力争|加快|提升"
)
_PLACE = re.compile("[\u4e00-\u9fff]{2,14}(?:院|区|路|街|巷|城|市场|村|楼|站|园|段)")
_CLAUSES, _STOPS = re.compile(r"[，、；]"), re.compile("[，；]")
_SOME = ("个别", "少数", "部分", "有的", "一些")


def feeble(words: str) -> bool:
    """Does each of several clauses say what is wanting, and none what is done against it?"""
    if "不" not in words and "偏" not in words and "未" not in words and "薄弱" not in words and "滞后" not in words:
        return False
    words = words.rstrip("。；，")
    clauses = (_STOPS if words.startswith(_SOME) else _CLAUSES).split(words)
    if len(clauses) > 2 and _PLACE.fullmatch(clauses[0]):
        del clauses[0]  # 北街家属院，卫生保洁不到位，…
    return len(clauses) > 1 and all(map(_FEEBLE.fullmatch, clauses)) and _AGAINST.search(words) is None
