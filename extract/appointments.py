"""Sentences that say who holds a post, who is in a group and where it goes: no task of anybody."""

from __future__ import annotations

import re

from extract.evidence import Evidence

_APPOINTS = re.compile(
    r"(?:设立?|设置)[^，。；]{1,16}[，,][^。；]{0,6}由[^。；]{2,40}(?:担任|兼任)"
    r"|(?:下设|设立?)[^，。；]{0,16}办公室[，,](?:办公室设在[^，。；]{2,24}[，,])?[^，。；由]{2,20}(?:兼任|担任|任)[^，。；]{0,8}主任(?:[，,](?:[^，。；]{2,24}(?:兼任|担任|任)[^，。；]{0,8}主任|办公地点[^，。；]{2,40}))*。?\Z"
    r"|[^，。；]{2,24}为[^，。；]{0,12}牵头单位，[^。；]{2,30}为[^，。；]{0,12}(?:召集人|组长|主任)(?:[，,][^，。；]{2,30}为[^，。；]{0,12}成员)?。?\Z"
    r"|(?:成立|设立|组建)[^，。；]{2,30}[，,](?:由[^，。；]{2,20}任[^，。；]{0,3}(?:组长|指挥长|主任)[，,])?[^，。；]{0,30}(?:办公室|专班)(?:[（(][^（）()]{2,30}[）)])?设在[^，。；]{2,20}。?$"
    r"|(?:组长|主任|召集人|指挥长|总指挥|联络员)由[^。；]{2,40}(?:担任|兼任)|"
    r"(?:成立|设立|组建)[^，。；]{2,30}[，,]由[^。；]{2,40}(?:任|担任|兼任)(?:[^，。；]{0,8})?(?:组长|指挥长|总指挥|召集人|主任)。?$|"
    r"(?:任|担任|兼任|为)(?:常务)?(?:副)?(?:组长|指挥长|总指挥|召集人|主任|成员)(?=[，。；、])[^。；]*?(?:任|担任|兼任|为)(?:常务)?(?:副)?(?:组长|指挥长|总指挥|召集人|主任|成员)(?=[，。；、])"
)
_POSTS = re.compile(
    r"(?:会议|[省市县区]委|[省市县区]政府)?(?:决定|通过|同意|研究决定)?[：:，]?(?:任命|免去|提名|聘任|解聘|推荐)[^。；]{2,60}?(?:职务|为[^，。；]{2,24}(?:长|主任|书记|主席|委员|总监|经理|成员|人选))"
)
"""免去王五县统计局局长职务: a post given or taken."""
_COMPOSED = re.compile(
    r"[^，。；]{0,8}(?:指挥部|小组|委员会|专班|办公室|工作组)成员(?:单位)?(?:为|包括)[：:]?(?![^。；]*(?:的[，。]|\d|每|要|须|应(?!急)|负责[^人]))[^。；]{4,}。?\Z|"
    r"[^。；]{0,60}?由[^。；]{2,300}组成(?:，(?:内设|下设|设)[^。；]{2,80})?。?\Z|[^，。；]{2,24}任(?:常务)?副?(?:组长|主任|总?指挥长?|召集人|队长|团长|班长)(?:[，、][^，。；]{2,24}任(?:常务)?副?(?:组长|主任|总?指挥长?|召集人|队长))*。?\Z"
)
"""综合协调组：由发改委、财政局组成。市水务局局长任组长。: who is in a group, no task."""
_GROUPED = re.compile(
    r"(?:第?[一二三四五六七八九十\d]{1,3}组[：:])?(?:常务)?副?组长(?:单位)?\s?[（(：:][^。；]{2,40}\Z"
    r"|(?:具体)?(?:共|拟|下)?(?:划?分成?|组成|成立|设立?)(?:为)?[一二两三四五六七八九十\d]{1,2}个[^，。；]{0,8}组(?:[：:]?\Z|[，,：](?:[^，。；]{1,10}组[、。和及])+[^，。；]{0,10}组?。?\Z|[，,]每组\d+名?[^，。；]{1,6}(?:[，,]由[^，。；]{2,12}任组长)?。?\Z)"
    r"|(?:督查|检查|考核|抽查|巡察|调研|督导|包联)(?:单位|地区|范围|区域|乡镇)[：:](?![^。；]*(?:\d|每|负责|牵头|要|须|进行|开展|通报|抽查))[^。；]{2,}[。；]?\Z"
)
"""第一组：组长单位（县政府办）, 督查单位：南溪镇、桥头乡。: who is in a group and where it goes."""
_INSPECTED = frozenset(("督查", "检查", "考核", "抽查", "巡察", "调研", "督导", "包联"))


def appoints(text: str, begin: int, evidence: Evidence, *, orders: bool) -> bool:
    """Does it say who holds a post or belongs to a group?"""
    if "特成立" in text or (("任" in text or "免" in text) and _POSTS.match(text, begin)):
        return True
    if "appoint" not in evidence.kinds or not evidence.has("c:appoint"):
        return False
    return (not orders and _COMPOSED.match(text) is not None) or _APPOINTS.search(text) is not None


def members(text: str, begin: int) -> str:
    """The cue of a sentence that says who is in a group or where it goes, whose words begin at `begin`; "" for others."""
    if "组" in text[:20] and _GROUPED.match(text, begin):
        return "组"
    if "成员" in text[:24] and _COMPOSED.match(text, begin):
        return "成员"
    return "对象" if text[begin : begin + 2] in _INSPECTED and _GROUPED.match(text, begin) else ""
