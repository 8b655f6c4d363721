"""Where the name that ends in a head noun begins: behind the last governing word of its clause (推进, 建成, 编制, 对…).

    text: 卫健部门要积极推进县医院传染病区项目，…          head: 项目
                      ^^^^ verb ^ start          ^ end

Quotes and brackets are whole: what stands in them neither ends the clause nor governs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from extract.begins import begins_of
from extract.edges import clause_start, masked
from extract.lexicon import alternatives, classes, sections, words
from extract.record import record
from extract.sieve import Sieve
from extract.tail import Tail

_VERBS = {**classes("noun_phrase", "edge"), **classes("noun_phrase", "governing")}
_CLASSES = {word: key.partition("-")[0] for word, key in _VERBS.items()}
_PREPOSITION = (
    r"(?<![等接对招优看期亟])待(?![遇办定岗业])|(?<![针面应绝相反核校派比结配查敌])对(?![虾接口应外台标策话照比象手决称])|将(?![军来])|把(?![关手握])|(?<![存正现实潜所旨自内外])在(?![建线校岗册职读编场家村])"
    r"|(?<![自理缘])由(?![于来])|(?<![服至到])从(?![事业])|(?<![可所予加足难得])以(?![及上下内外前后来工奖旧案考赛学练])|(?<![方导趋志定取])向(?![日阳上好前导])"
    r"|(?<![作成行认列分称设改变视人因较更极])为(?![主民期先本])|(?<![重主需必纲摘概简提])要(?![素点求件害闻])|必?须|(?<![供对适响效反相])应(?![用急对收变届聘])"
    r"|(?<![凡但若还而于总只正])是|(?<![大天行即])使(?![用命者馆])|让(?![、，。])|比(?![例较照选拟赛武作邻如])|按(?=[^摩揭])|每年|有(?=[\dX×])"
)
_STRONG = "|".join(
    [pattern for entry in sections("noun_phrase")["governing"] for pattern in entry.more.get("patterns", ())]
    + [alternatives(w for one in sections("noun_phrase")["governing"] if "patterns" not in one.more for w in one.words)]
)
_ADVERB = alternatives(words("noun_phrase", "adverb"))
_GOVERNING = Sieve(
    rf"{_STRONG}|(?<!可)持续(?!(?:改善|提升|深化|优化|增收)(?:(?:专项)?(?:行动|计划|工程)|\Z))|{_PREPOSITION}"
    r"|(?<=[院校区县市镇])创建(?=国家|省|市级|全国|文明|[\dX×]A)"
    # a verb that may be part of a name governs behind a body: 县水利局实施…
    f"|(?:(?<=[局委办厅司镇乡团门位])|(?<=[民省市县区州镇乡]政府))(?:{alternatives(words('noun_phrase', 'edge', 'build'))})(?![工项用规])"
)
_QUANTITY = r"(?:[\d.]+(?:[—~－-]{1,2}[\d.]+)?|[×X]+|[一二三四五六七八九十百千两几多]+)[余多]?[万亿]?(?:个|项|处|座|条|所|家|批|台|套|栋|幢|口|眼|公里|亩|户|名|片|宗|类|只|平方米|次|场|部|件|间|辆|艘|孔|千米)(?:以上)?的?"
_TIME = (
    r"(?:(?:20\d\d|[×X]{1,4})年(?:[度底末]?[前内]?)(?=[^—-])|今明?两?年内?|明年|年内|年底前?|[上下]半年|[本今]年度?|(?:[\dX×]{1,2}月)?[\dX×]{1,2}日[前起]?|[\dX×]{1,2}月(?:底|份|末|中旬|上旬|下旬)?前?"
    r"|(?:“?十[三四五六]五”?)(?:期间|时期|末)|[一二三四]季度|全年|近期|当前|目前|力争)"
)
_EDGE = rf"再(?![生造])|{alternatives(set(words('noun_phrase', 'edge')) - {'再'})}"
_PARTICLE = alternatives(words("noun_phrase", "filler", "particles"))
_LOOSE = alternatives(words("noun_phrase", "filler", "loose"))
_LEADING = re.compile(
    rf"(?P<verb>{_EDGE})(?![“\"]?(?:方案|细则|意见|主体|单位|力度)|者|[路街巷](?![网面灯])|大道)|(?P<loose>{_LOOSE})|(?P<count>{_QUANTITY})|{_TIME}"
    rf"|(?:{_PARTICLE})|并(?!网)|地(?![方区域质下震籍块铁表价灾理图面名级税段标力市热膜])|(?:{_ADVERB})+(?={_EDGE}|{_STRONG})|(?<!\d)\d{{1,2}}[.、．]\s?|[（(][一二三四五六七八九十\d]{{1,3}}[）)]|[一二三四五六七八九十]{{1,2}}[是、]|[①-⑳]|的|其中|用于|\A含(?![量金氟硒税])|(?:总|计划|预计|拟)?(?:投资|投入|筹资|筹措|安排)(?:资金)?(?:约|近)?[\d.X×]+[万亿]?元(?=[\u4e00-\u9fff])|\s+|\A[（(]□{{1,2}}[）)]|\A[与同和]|[与或](?![\u4e00-\u9fff]{{0,1}}\Z)|和(?![平田谐顺县硕静龙林美悦睦信政合兴])(?=[\u4e00-\u9fff]{{3}})|及(?![时格第])(?=[\u4e00-\u9fff]{{3}})"
)
_OF = re.compile("的")
_CLAUSE = re.compile(
    r"[建投设完成新未已经有能需要被\d]|制定|反馈|下发|下达|给|批|定|推广|便于|比较|明确|具有|成熟|稳定|突出|显著|[良较]好|丰富|完善|多样|独特|确定|提出|开展|实施|符合|涉及|存在|影响|适应|适合|服务|统一|对应|匹配|为主"
)


MANY = re.compile(
    r"(?<![高中初平同对优上下劣相均])等"
    r"(?!地区|部门|单位|方面|领域|行业|(?:重点|关键|重要|新兴|薄弱)(?:领域|行业|环节|产业)[及和与]|省|市(?!政|场)|县|国(?!省)|企业|机构|人|高校|各|因素|问题|原因|形式|方式|环节|区域|乡镇)(?:[^，。、“”]{0,12})$"
)  # A、B等(重大)项目
_NUMBERED = re.compile(  # A、B两座(桥), A、B、C三大(工程)
    r"(?<=[^第、和与及])(?:[两三四五六七八九十]|\d{1,2})(?:大|个|座|条|处|所|项)[^，。、“”]{0,10}$"
)
_CARRIERS = frozenset(("hold", "make"))  # 开展, 编制: their object is one name, verbs in it are its own
_CARRIED = frozenset(("do", "make", "build"))
_NOUN_TOO = frozenset(words("noun_phrase", "noun_too"))
COUNT = re.compile(_QUANTITY)
_COUNTS = frozenset(begin[0] for begin in begins_of(COUNT))
_LEADS = frozenset(begins_of(_LEADING))
_MEANS = frozenset(("依托", "利用", "充分利用", "借助"))
_NUMBER = re.compile("[（(]?[一二三四五六七八九十]{1,2}")
_BY_MEANS = re.compile(r"(?:模式|方式|形式|机制)(建设|改造|扩建|实施|推进)(?=[\u4e00-\u9fff“]{2})")  # 以BOT模式建设水厂
_MEANS_TO = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(建设|改造|扩建|规划)(?!用地|项目|工程|规划|方案|[的、])(?=[\u4e00-\u9fff“]{2})"
)
_INNER = (
    "项目",
    "工程",
    "行动",
    "专项行动",
    "提升行动",
    "攻坚行动",
    "三年行动",
    "计划",
    "方案",
    "规划",
    "试点",
    "活动",
    "年",
    "机制",
    "会",
)
_AND = r"(?<![普涉波危顾提论触遍])及(?![时格早第])"  # 及 that joins, not 普及, 及时
_JOINT = re.compile(f"、|以及|和|与|{_AND}|或")
_JOINT_QUOTES = re.compile(f'(?<!\\d)、|、(?!\\d{{1,4}}[弄号栋幢])|以及|和|与|{_AND}|(?<=[”》])(?=[“《])|(?<=")(?=")')


@record
class Phrase:
    """`start` is where the name begins, `verb` the word that governs it (empty where none stands), `low` its clause's begin.

    `count` is a number with its measure word taken off before the name, `loose` a word such as 一批, 有关. `first` is where
    the list begins whose last member the name is, `member` where that member begins (before a number or a clause with 的).
    """

    start: int
    low: int
    verb: str
    count: str = ""
    loose: str = ""
    first: int = 0
    member: int = 0


def phrase(text: str, head: int, ends: Tail | None = None) -> Phrase:
    """The name whose head noun begins at `head`.

    `ends` tells by what words (at the end of a text) an earlier member of a list is a name of its own: the name then
    begins behind it (A工程、B工程), else it is one name with a shared head (控肥、控药行动).
    """
    low = clause_start(text, head)
    piece = masked(text, low, head)
    size = len(piece)
    cut, verb, outer = 0, "", ""
    inner = text.startswith(_INNER, head) or piece.endswith(_INNER)
    if (
        (gap := piece.rfind(" ")) >= 0
        and gap + 1 < size
        and piece[gap + 1] not in "、和及与等"
        and not (piece[gap - 1 : gap].isascii() and piece[gap - 1 : gap].isalnum())  # 柳政通2.0 平台
    ):
        cut = gap + 1  # a blank inside a line parts names in tables set as text
    for at, end, word in _governing(text, low, piece, cut):
        if word == "是" and _NUMBER.fullmatch(piece, 0, at):
            continue  # 三是柳青公路…
        if verb_class(verb) in _CARRIERS and verb_class(word) in _CARRIED and _inside(piece, cut, at):
            continue
        # a verb directly before the head, or before 项目, is part of the name (整县推进项目), unless none is left (推进项目)
        own = piece[cut:at].rstrip("好了再")
        if len(own) > 1 and own[-1] not in "、和及与" and piece[end : end + 1] in ("、", "和") and word in _NOUN_TOO:
            continue  # 柳石路改扩建、青石码头
        bare = inner and (end == size or piece.startswith(_INNER, end))
        if not bare or len(own) < 4 or own[-1] in "、和" or "的" in own or word not in _NOUN_TOO:
            if not verb_class(word):  # 建设以柳塘镇为主的蔬菜基地
                outer = own if own in _VERBS else outer or verb
            cut, verb = end, word
    cut, verb, count, loose = _bared(piece, cut, verb, size + (text[head] in '“"'))
    means = _MEANS_TO if verb in _MEANS else _BY_MEANS if verb == "以" else None
    if means and (to := means.search(piece, cut)):  # 依托柳江港建设临港产业园
        cut, verb, count, loose = _bared(piece, to.end(), to.group(1))
    first = cut
    many = closing(piece[cut:])
    if not many and (member := _member(piece, text[low:head], cut, ends)) > cut:
        cut, verb, count, own = _bared(piece, member, verb)
        loose = own or loose  # 相应标识系统、导览系统: of both
    else:
        member = cut
    last = piece.find("、", cut) if many else -1
    for match in _OF.finditer(piece, cut, last if last >= 0 else size) if "的" in piece else ():
        inside = piece[cut : match.start()]
        if size - match.end() >= 2 and (_CLAUSE.search(inside) or len(inside) > 12):
            cut = match.end()
            if outer and not verb_class(verb):
                verb = outer
    if verb in ("负责", "牵头") and "的" in piece[piece.rfind(verb, 0, cut) : cut]:
        verb = ""  # 县文旅集团负责的云栖酒店
    if piece[cut : cut + 1] in _COUNTS and (quantity := COUNT.match(piece, cut)):
        cut, count = quantity.end(), quantity.group()
    return Phrase(low + cut, low, verb, count, loose, low + first, low + member)


def closing(words_: str) -> re.Match[str] | None:
    """What closes a list before its common head: 等, 等重大, 两座, 三大."""
    return (MANY.search(words_) if "等" in words_ else None) or (_NUMBERED.search(words_) if "、" in words_ else None)


@lru_cache(maxsize=1)
def _governing_places(text: str) -> list[int]:
    return _GOVERNING.places(text)


def _governing(text: str, low: int, piece: str, cut: int) -> Iterator[tuple[int, int, str]]:
    """(begin, end, word) of the governing words of `piece` (the text from `low` on) behind `cut`; a text is asked once
    where any may stand."""
    places, done, size = _governing_places(text), cut, len(piece)
    for index in range(bisect_left(places, low + cut), len(places)):
        at = places[index] - low
        if at >= size:
            break
        if at >= done and (match := _GOVERNING.match(piece, at)) is not None:
            done = match.end()
            yield at, done, match.group()


def _inside(piece: str, cut: int, at: int) -> bool:
    """Is a verb at `at` within the name that began at `cut` (开展「耕地保护强化监督」行动), not the next act of a list?"""
    own = piece[cut:at].lstrip("好了")
    return len(own) >= 2 and own[-1] not in "、和并及与，" and not own.endswith(("积极", "以及"))


def _bared(piece: str, cut: int, verb: str, size: int = 0) -> tuple[int, str, str, str]:
    """(begin, verb, count, loose) after edge verbs, particles, times and numbers are taken off; something is left of `size`."""
    count = loose = ""
    size = size or len(piece)
    while (
        cut < len(piece)
        and (piece[cut] in _LEADS or piece[cut : cut + 2] in _LEADS)
        and (match := _LEADING.match(piece, cut))
    ):
        if match.end() >= size and not match.group("count") and not match.group("loose"):
            break
        verb, count, loose = match.group("verb") or verb, match.group("count") or count, match.group("loose") or loose
        cut = match.end()
    return cut, verb, count, loose


def _member(piece: str, full: str, cut: int, ends: Tail | None) -> int:
    """Where the last member of a list begins; `full` is `piece` with what stands in quotes (“金农工程”和…工程)."""
    joints = list(_JOINT.finditer(piece, cut))
    pauses = [index for index, joint in enumerate(joints) if joint.group() == "、"]
    for index in range(len(joints) - 1, -1, -1):
        joint = joints[index]
        before = full[joints[index - 1].end() if index else cut : joint.start()]
        if ends and (ends.search(before) or ends.search(before.rstrip('”"》'))):
            return joint.end()
        if pauses and index == pauses[-1]:
            begin = joints[pauses[-2]].end() if len(pauses) > 1 else cut
            if joint.start() - begin > 3 and len(piece) - joint.end() >= 2:
                return joint.end()
    return cut


def listed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The members of a list in text[start:end]: parted by 、 or 和, or quotes side by side."""
    piece = masked(text, start, end)
    found: list[tuple[int, int]] = []
    last = 0
    for joint in _JOINT_QUOTES.finditer(piece):
        if joint.group() in "和与及或" and (joint.start() - last < 2 or len(piece) - joint.end() < 2) and joint.group():
            continue  # 天和药业
        found.append((start + last, start + joint.start()))
        last = joint.end()
    found.append((start + last, end))
    return [(low, high) for low, high in found if high > low]


def verb_class(verb: str) -> str:
    """Which list of `noun_phrase.yaml` the governing word stands in: push, build, make, hold, take, manner, work; else empty."""
    return _CLASSES.get(verb, "")
