"""Bodies that no list knows, told by the words around them: 各招商主体要…, 李××, 由王晓明牵头, 我局将…"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.body_name import Name, Spans
from extract.lexicon import alternatives
from extract.resource import resource
from extract.sieve import Sieve

_TITLES = "(?:书记|主任|成员|[省市县区州旗镇乡局厅部处科所站队院校会行台社馆组班]长|主席|秘书长|委员|常委|巡视员|调研员|主任助理|县长助理|助理|专员|政委|参谋长|总师|总工程师|董事长|总经理|指挥长|主官)"
_HIGH = "(?:省|市|县|区|州|镇|乡|局|厅|部|主席|秘书|书记|主任|委员|常委|组|科|处|所|站|院|校)长?"
_POSTS = "(?:副)?(?:省长|市长|县长|区长|州长|书记|局长|主任|部长|主席|秘书长|镇长|乡长)"
_FAR = 60  # characters back
_STOPS = frozenset("，。；：！？,;:!?\n\t（）()")
_KINDS = {
    "all": "people",
    "whole": "area",
    "each": "generic",
    "masked": "people",
    "person": "people",
    "titled": "people",
    "self": "department",
    "you": "department",
    "here": "area",
    "anyone": "people",
}
_NOT_PERSON = frozenset("县市省区州镇乡村局厅部号路线年月日元万亿米户个×X")
_COLON = Sieve("[：:](?:全面|具体|主要|协助|领导|负责|分管|主持|联系|牵头)")
_OPENING_TIMES = ("今年", "明年", "近期", "届时", "下一步", "随后", "后续", "同时", "年内", "本月")
_REACH = 34  # characters from where a name begins to the colon behind it and its post


@cache
def _patterns() -> tuple[re.Pattern[str], Sieve]:
    """All that tells a body, and the same without a name before a colon (张三：负责…): there the colon is looked for."""
    surnames = alternatives(resource("bodies/surnames")["surnames"])
    named = rf"(?<![\u4e00-\u9fff])(?P<named>(?:{surnames})[\u4e00-\u9fff×]{{1,2}}(?:同志)?)(?=(?:(?:常务)?副)?(?:{_HIGH})?(?:同志)?(?:[（(][^（）()\n]{{1,12}}[）)])?{_COLON.pattern.pattern})"
    rest = (
        r"(?P<each>各(?!(?:有关|相关)?单位和个人|级|自|位|项|种|类|样|式|行各业|个环节|环节|阶段|领域|方面|工作|任务|指标|措施|政策|制度|工程|项目|标准|数据|资料|系统)"
        r"[\u4e00-\u9fff]{1,8}?)(?=要(?![求素点])|应(?![急用])|必须|不得|须|请[于在将按]|于\d{1,2}月)"
        r"|(?P<whole>(?:(?<![\u4e00-\u9fff])国家(?=要(?![求素点]))|(?:全|我)[省市县区州镇乡旗](?:上下)?|全(?:局|系统|厅|院|校|公司|集团|行业)上下))(?=要(?![求素点])|应(?![急用对])|必须|须|将(?!军)|拟|计划(?:实现|完成|新建|投入|安排|脱贫|搬迁|退出)|力争|务必)"
        r"|(?P<anyone>任何(?:(?:单位|组织)(?:和|或者?)个人|个人|人)|(?:(?<=单位[和或])|(?<=组织[和或])|(?<=企业[和或]))个人)(?=，?(?:应当|必须|不得)|不准|不许|不能|都不|均不|严禁|须|要(?!求)|应(?!急))"
        r"|(?P<all>大家|在座各位|在座的各位|各位(?:领导|同志|局长|书记|镇长|乡镇长|委员|代表))(?=除|要(?![求素点])|应(?![急用])|必须|须|务必|一定要?|都要|对[此这]|会后|回去|切实|认真|抓好)"
        rf"|(?:由|划归)(?P<person>(?:{surnames})[\u4e00-\u9fff]{{1,2}}?)(?=(?:同志)?(?:总负责|总牵头|负总责|抓总|牵头|负责|分管|挂帅|统筹|主抓|具体抓|接替|接任|代行|代管|联系|兼任|包保|领办|督办|召集|主持))"
        rf"|{_TITLES}(?P<titled>(?:[老小](?:{surnames})|(?:{surnames})[\u4e00-\u9fff×]{{1,2}}?)(?:同志)?)(?=(?:[（(][^（）()\n]{{1,12}}[）)])?(?:同志)?[：:，,]?(?:、[\u4e00-\u9fff]{{1,14}}?(?:长|主任|书记|主席)(?:{surnames})[\u4e00-\u9fff×]{{1,2}}(?:同志)?(?:负责|牵头|具体|分管|包联|包保|配合|共同)|具体(?:落实|负责|实施)|配合(?=[，。；抓做])|负责(?![人制])|分管|主管|协助|主持|联系|牵头|包联|包保|挂联|领导|领办|督办|包案|任组长|为[^，。；]{{0,16}}第一责任人|全面负责|总负责|负总责|抓总|总牵头|挂帅|统筹|主抓|具体抓|包抓|牵总|总牵|盯|包干|坐镇|带队|要(?![求素点])|务必|必须|亲自|会后))"
        r"|(?:(?<![\u4e00-\u9fff])|(?<=[由请和与]))(?P<you>[你贵](?:省|市|县|区|州|局|厅|部|委|办|镇|乡|院|校|公司|单位|集团|中心))(?=要(?!求)|应|须|必须|不得|抓|认真|严格|切实|依法|自筹|自行|会同|加强|负责|结合|统筹|组织|尽快|及时|制定|按照?|根据|对(?![^，。；]{0,20}(?:提出|反映|请求))|将|把)"
        "|{named}"
        rf"|(?P<masked>[×某]{{1,2}}(?:{_POSTS})?)"
        r"|(?P<self>[我本](?:局|部|委|厅|办|院|校|署|行|中心|单位|公司))(?=将|要|拟|会同|负责|牵头|继续|积极|确定|安排|指定|在|按|已|正|准备|计划|[与和][\u4e00-\u9fff]{2,12}(?:每|共同|联合|定期)|每|对|通过|结合|配合|督促|认真|加强|力争|争取|于|从|全力|联合|组织|开展|及时|定期|应|须|必须|也|还|同步)"
        r"|(?:(?<![\u4e00-\u9fff])|(?<=今年)|(?<=明年)|(?<=目前)|(?<=现在)|(?<=[月年季]底前))(?P<here>[部省市县区乡镇村局厅][里上](?![的面个面去头有]))(?=将|要|不许|不得|不准|不能|必须|应|拟|按|切块|出|拿|统筹|负责|安排|配套|补助|专门|统一|牵头|派|组织|[和与][\u4e00-\u9fff]{2,8}(?:要|好好|共同|一起))"
    )
    return re.compile(rest.replace("{named}", named)), Sieve(rest.replace("|{named}", ""))


def _told(text: str) -> Iterator[re.Match[str]]:
    """Each match of the pattern, tried only where one may begin."""
    pattern, rest = _patterns()
    places = rest.places(text)
    for colon in _COLON.places(text):
        places += range(max(0, colon - _REACH), colon)
    done = 0
    for place in sorted(set(places)):
        if place >= done and (match := pattern.match(text, place)) is not None:
            done = match.end()
            yield match


def others(text: str, found: list[Name]) -> list[Name]:
    """`found`, sorted, with the bodies that stand where none was found."""
    more: list[Name] = []
    posts: list[tuple[int, int]] = []
    place = 0
    for match in _told(text):
        rule = match.lastgroup or ""
        start, end = match.span(rule)
        if rule == "masked":  # 李××: the name begins before the mask
            start -= 1
            if start < 0 or not "\u4e00" <= text[start] <= "\u9fff" or text[end : end + 1] in _NOT_PERSON:
                continue
        if (
            rule == "self"
            and start
            and "\u4e00" <= text[start - 1] <= "\u9fff"
            and not text.endswith(_OPENING_TIMES, 0, start)
        ):
            continue
        if rule == "named":
            rule = "titled"
        if rule == "titled":
            posts.append((_posts(text, start), end))
            more.append(Name(start, end, _KINDS[rule], rule))
            continue
        while place < len(found) and found[place].end <= start:
            place += 1
        if rule == "masked" and place < len(found) and found[place].start > start and found[place].end <= end:
            del found[place]  # 李×× | 副市长
        if place == len(found) or found[place].start >= end:
            more.append(Name(start, end, _KINDS[rule], "person" if rule == "masked" else rule))
    if posts:
        his = Spans(posts)
        found = [name for name in found if not his.cover(name.start) or _apart(text, name)]
    return sorted([*found, *more], key=lambda name: name.start) if more else found


def _posts(text: str, at: int) -> int:
    """Where the posts of the person at `at` begin: they are his, no bodies besides him (区委常委、副区长 + 张三)."""
    low = at
    while low > 0 and at - low < _FAR and text[low - 1] not in _STOPS:
        low -= 1
    return low


def _apart(text: str, name: Name) -> bool:
    """Is the name a body of its own, joined to the person: 由县教育局、副县长张三牵头?"""
    return name.kind not in ("post", "people") and text[name.end : name.end + 1] in ("、", "和", "与")
