"""Bodies that no list knows, told by the words around them: 各招商主体要…, 李××, 由王晓明牵头, 我局将…"""

from __future__ import annotations

from functools import cache

from extract.body_names import Name
from extract.lexicon import alternatives
from extract.resource import resource
from extract.sieve import Sieve

_POSTS = "(?:副)?(?:省长|市长|县长|区长|州长|书记|局长|主任|部长|主席|秘书长|镇长|乡长)"
_KINDS = {"all": "people", "each": "generic", "masked": "people", "person": "people", "self": "department"}
_NOT_PERSON = frozenset("县市省区州镇乡村局厅部号路线年月日元万亿米户个×X")


@cache
def _pattern() -> Sieve:
    surnames = alternatives(resource("bodies/surnames")["surnames"])
    return Sieve(
        r"(?P<each>各(?!级|自|位|项|种|类|样|式|行各业|个环节|环节|阶段|领域|方面|工作|任务|指标|措施|政策|制度|工程|项目|标准|数据|资料|系统)"
        r"[\u4e00-\u9fff]{1,8}?)(?=要(?![求素点])|应(?![急用])|必须|不得|须)"
        r"|(?P<all>大家|在座各位|在座的各位)(?=要(?![求素点])|应(?![急用])|必须|须|务必|一定要?|都要|会后|回去|切实|认真|抓好)"
        rf"|[由长记任](?P<person>(?:{surnames})[\u4e00-\u9fff]{{1,2}})(?=(?:同志)?(?:牵头|负责|分管|挂帅|统筹|主抓|具体抓))"
        rf"|(?P<masked>[×某]{{1,2}}(?:{_POSTS})?)"
        r"|(?P<self>[我本](?:局|部|委|厅|办|院|署|行|中心|单位|公司))(?=将|要|拟|会同|负责|牵头|继续|积极|在|按|已|正|准备|计划)"
    )


def others(text: str, found: list[Name]) -> list[Name]:
    """`found`, sorted, with the bodies that stand where none was found."""
    more: list[Name] = []
    place = 0
    for match in _pattern().finditer(text):
        rule = match.lastgroup or ""
        start, end = match.span(rule)
        if rule == "masked":  # 李××: the name begins before the mask
            start -= 1
            if start < 0 or not "\u4e00" <= text[start] <= "\u9fff" or text[end : end + 1] in _NOT_PERSON:
                continue
        if rule == "self" and start and "\u4e00" <= text[start - 1] <= "\u9fff":
            continue
        while place < len(found) and found[place].end <= start:
            place += 1
        if place == len(found) or found[place].start >= end:
            more.append(Name(start, end, _KINDS[rule], "person" if rule == "masked" else rule))
    return sorted([*found, *more], key=lambda name: name.start) if more else found
