"""The names in lists of works: “A、B等项目”, “A、B两座桥”. Kinds of works (教育、医疗等民生项目) are no names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.lexicon import alternatives, words
from extract.noun_phrase import COUNT, Phrase, listed, verb_class
from extract.noun_phrase import closing as closing_of
from extract.project_heads import ENDS, GENERIC, SITE, Found, Head, common, kind_of, plain
from extract.project_names import MASK_ONLY, RANKED, acted, individual
from extract.project_speech import BUILDING, INTO, PREDICATE

_SECTOR = re.compile(f"(?:{alternatives(words('projects', 'sectors'))})")
ENCOURAGED = re.compile(r"支持|鼓励|引导|如(?!期|何)")
_ONE_EACH = frozenset(words("projects", "unique"))
KIND_OF_WORK = re.compile(  # 水土流失治理, 农村饮水安全: in a list, kinds of works where no place stands before
    "(?:建设|清淤|疏浚|治理|防治|整治|安全|改造|保护|修复|提升|开发|养护|管护|处理|利用|生产|培育|防护|监测|除险加固)$"
)
_AREAS = re.compile(
    r"等?(?:[两三四五六七八九十]|\d+)个?(?:片区|乡镇|镇|村|景区|园区|区域|地块|街区|社区)(?:[\u4e00-\u9fff]|$)"
)
_COUNT_BEFORE = re.compile(r"[\d一二三四五六七八九十百XＸ×]+[多余]?(?:个|项|条|座|处|大|类|批)$")
MANY_OF = re.compile("[45]G|乡镇|村|农村|各|城乡|中小|社区|基层|老旧|街道|学校|公共|城市|普惠|标准")
_BRINGING = frozenset(("促进", "力争", "确保", "争取", "对", "将", "把"))
ADMIN = re.compile(r"[\u4e00-\u9fff]{1,4}(?:[镇乡县市村]|(?<![矿景库片园校院港街灾林湖牧厂小社])区|街道)")
_SIZE = r"[\dX×多余两三四五六七八九十]"
_CLOSING = re.compile(rf"(?:等|{_SIZE})(?:{_SIZE}|{alternatives(words('projects', 'closings'))})*")


def members_of(text: str, name: Phrase, end: int, stop: int, head: Head, closing: str) -> Iterator[Found]:
    """The names of “A、B等项目”; before a closing word such as 设施 each member needs a head of its own."""
    if name.verb in _HELD or ENCOURAGED.search(text, name.low, name.start):
        return
    members = listed(text, name.start, end)
    every = ((low, high, kind_of(head, text[end:stop]), "project-listed") for low, high in members)
    any_name = head.sort == "named" and bool(_CLOSING.fullmatch(closing))
    own = 2 * sum(individual(text[low:high]) for low, high in members) >= len(members)
    if not any_name and head.sort == "named":  # 等10大重点基础设施项目: names and kinds of works both stand before it
        any_name = own
    elif _AREAS.match(closing):
        any_name = False
        if governed(name):  # 青石湾、柳塘、河西三个片区道路
            own_end = max((high for low, high in members[:-1] if ENDS.search(text[low:high])), default=name.start - 1)
            yield own_end + 1, stop, kind_of(head, text[own_end + 1 : stop]), "project-facilities"
        return
    if closing[0] == "等" and governed(name) and _routes(text, members, text[stop - 4 : stop]):
        yield from every  # 加快津石、京雄等高速公路建设
        return
    if (
        not any_name
        and (head.sort in _BUILT_THING or (head.sort == "acts" and _as_many(closing, members)))
        and head.kind not in _MANY_AT_ONCE
        and _places_alone(text, members, text[end:stop], as_many=_as_many(closing, members))
    ):
        counted = closing[0] != "等" and not _as_many(
            closing, members
        )  # 新建青石、柳塘2座变电站 is a number to be reached
        if not (governed(name) and not counted) and not (name.verb in INTO and PREDICATE.match(text, stop)):
            return
        yield from every
        return
    if (
        head.sort == "facilities"
        and not any_name
        and len(members) > 1
        and governed(name)
        and closing[0] == "等"
        and all(_own_name(text[low:high], head.kind) for low, high in members)
    ):  # 太和风景、中央尚园等住宅小区, 合川渭沱、乌江彭水等联运枢纽
        yield from every
        return
    if (
        head.sort != "digital"
        and not any_name
        and governed(name)
        and _one_work(text, members, parts=head.kind == "general", together=closing[0] == "等")
    ):
        yield name.start, stop, kind_of(head, text[name.start : stop]), "project-facilities"
        return
    if not any_name and not governed(name) and not (name.verb in INTO and PREDICATE.match(text, stop)):
        return
    several = len(members) > 1 and any(ENDS.search(text[low:high]) for low, high in members)
    for begin, high in members:
        low = text.rfind("元的", begin, high) + 2 if "元的" in text[begin:high] else begin  # 总投资3亿元的
        member = text[low:high]
        if low == name.start and _COUNT_BEFORE.search(text, max(0, low - 6), low):
            continue  # 3个 + 省级重点项目、15个市级重点项目
        if len(member) < 2 or _SECTOR.fullmatch(member) or MASK_ONLY.fullmatch(member) or COUNT.match(member):
            continue
        if (
            any_name
            and (kind := KIND_OF_WORK.search(member))
            and not acted(member[: kind.start()])
            and common(member[: kind.start()])
        ):
            continue
        if head.kind in ("road", "railway") and _ENDS_OF_ROAD.fullmatch(member):
            yield low, high, kind_of(head, member), "project-listed"
            continue
        road = text[stop - 3 : stop] in ("断头路", "瓶颈路") or (
            head.kind in ("general", "road") and member[-1] in "路街巷道桥延线段"
        )
        if plain(member):
            if (member in _ONE_EACH and ENDS.fullmatch(member)) or (
                (own or RANKED.match(member) or _OWN_HOSPITAL.fullmatch(member))
                and ENDS.search(member)
                and not MANY_OF.match(member)
            ):
                yield low, high, kind_of(head, member), "project-listed"
        elif any_name or road or member[0] in '“"' or ENDS.search(member) or (several and individual(member)):
            yield low, high, kind_of(head, member), "project-listed"


_OWN_HOSPITAL = re.compile(
    "[省市县区州](?:儿童|妇女|妇产|肿瘤|眼科|口腔|骨科|传染病|精神病|老年病|职业病|胸科|康复)医院"
)
_HELD = frozenset(("开展", "举办", "开设", "参加", "组织开展"))  # 开展航模、电子制作等项目: what is learnt, not built
_NEW = frozenset(("新建", "新增", "建成", "新改建", "改造"))
_ENDS_OF_ROAD = re.compile(r"[\u4e00-\u9fff]{2,6}(?:至|到|[—－-]{1,2})[\u4e00-\u9fff]{2,6}(?:（[^（）]{1,8}）)?")
_DIGIT = dict(zip("两三四五六七八九十", range(2, 11), strict=True))


def _as_many(closing: str, members: list[tuple[int, int]]) -> bool:
    """Does the number that closes a list count just its members: 南山口、哇让、同德3个(抽水蓄能电站)?"""
    number = re.match(r"(\d+)|([两三四五六七八九十])(?![十百])", closing)
    if number is None or len(members) < 3:
        return False
    return len(members) == (int(number[1]) if number[1] else _DIGIT[number[2]])


_LINE = re.compile(r"(?:铁路|高铁|城际|高速|高速公路|快线)$")
_ROUTE = re.compile(
    r"(?!环|绕城|南北|东西|跨|过江|穿|煤炭|矿石|省际|货运|客运|市[域郊]|疏港|[干支]线|地方|普[速通]|高速|城际|沿[江海边河])[\u4e00-\u9fff]{2,4}?(?:新线|北线|南线|城际|高铁|铁路|高速|高速公路)?"
)


def _routes(text: str, members: list[tuple[int, int]], head: str) -> bool:
    """Are all called after the towns that a line joins: 雄保忻、保张、保沧(铁路)?"""
    if not _LINE.search(head) or len(members) < 2:
        return False
    names = [text[low:high] for low, high in members]
    return all(_ROUTE.fullmatch(one) and not common(one) and not _SECTOR.fullmatch(one) for one in names)


def lines(text: str, name: Phrase, end: int) -> list[tuple[int, int]]:
    """The members of 雄保忻、保张、保沧铁路, each a line of its own; none where the name is one."""
    if not governed(name) or "、" not in text[name.first : end]:
        return []
    members = listed(text, name.first, end)
    low, high = members[-1]
    head = _LINE.search(text[low:high])
    if head is None:
        return []
    bare = [*members[:-1], (low, low + head.start())]
    return members if all(len(text[a:b]) > 1 for a, b in bare) and _routes(text, bare, head.group()) else []


_BUILT_THING = frozenset(("facilities", "list_heads"))
_MANY_AT_ONCE = frozenset(("road", "railway", "pipe", "ecology", "farmland", "institute", "phase"))
_OF_AREAS = re.compile("特色小镇|流域|水系|河流|海域|片区|乡镇|村|景区|园区|区域|街道|社区|城区|重点|主要|道路|公路")
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,4}")
_WORK_ON_IT = re.compile("管理|收费|加装|保温|整治|改造|维修|更新|绿化|停车|充电|服务|安全|秩序")
_OWN = 10  # characters
_AT_PLACES = frozenset(("institute", "logistics", "port"))  # called after where they stand, one each


def _places_alone(text: str, members: list[tuple[int, int]], shared: str, *, as_many: bool) -> bool:
    """Are works known by their places alone: 白石岭、云顶、黑河口等(抽水蓄能电站), not 茶叶、竹木等(加工厂)?"""
    named = [text[low:high] for low, high in members]
    return (
        len(named) > 1
        and not _OF_AREAS.search(shared)
        and all(_PLACE.fullmatch(one) and not _SECTOR.fullmatch(one) for one in named)
        and sum(map(common, named)) <= as_many * len(named) // 3  # 东门、桥头、火车站3个农贸市场
        and (
            as_many
            or any(
                len(one) > 1 and SITE.fullmatch(one) and not GENERIC.fullmatch(one) and one[-1] not in "路街"
                for one in named
            )
        )
    )


def _own_name(member: str, kind: str) -> bool:
    """Is a member a name of its own before a head that all share; estates bear names of any words?"""
    if not 2 < len(member) < _OWN or _SECTOR.fullmatch(member):
        return False
    if SITE.fullmatch(member):
        return kind in _AT_PLACES and individual(member)
    return individual(member) or (kind == "housing" and not common(member) and _WORK_ON_IT.search(member) is None)


def governed(name: Phrase) -> bool:
    return verb_class(name.verb) in ("push", "build", "do", "make") or name.verb in BUILDING or name.verb in _BRINGING


def _one_work(text: str, members: list[tuple[int, int]], *, parts: bool, together: bool) -> bool:
    """Is the whole list one work: its members name places only (A、B等道路), or parts of what the first names (A广场、公厕等设施)?"""
    named = [text[low:high] for low, high in members]
    sites = [
        one
        for one in named
        if len(one) > 2 and one[-1] not in "路街" and SITE.fullmatch(one) and not GENERIC.fullmatch(one)
    ]
    if 2 * len(sites) > len(named):
        return True
    if not parts:
        return together and len(named) > 1 and individual(named[0]) and all(map(plain, named[1:]))
    common_ones = sum(map(plain, named[1:]))
    return individual(named[0]) and common_ones > 0 and (common_ones > 1 or common_ones == len(named) - 1)


def one_name(text: str, name: Phrase, at: int, head: Head) -> Phrase:
    """The whole list where its members are no names of their own: 东、西溪; 4#、5#泊位; 柳叶湾二期、三期填海工程."""
    if (
        name.member == name.first
        and head.sort in ("facilities", "acts")
        and not closing_of(text[name.start : at])
        and (cut := text.rfind("、", name.start, at)) > 0
    ):
        members = listed(text, name.start, cut)
        if at - cut > 2 and all(
            high - low > 2 and individual(text[low:high]) and not ADMIN.fullmatch(text, low, high)
            for low, high in members
        ):
            return replace(name, start=cut + 1, member=cut + 1)  # 青石湾、柳塘再生水厂: two
    if name.first >= name.member - 1 or text[name.member - 1] not in "、和及与":
        return name
    members = listed(text, name.first, name.member - 1)
    if not members:
        return name
    parts = _PART.match(text, name.start) or len(text[slice(*members[-1])]) == 1
    acts = (
        head.sort == "named"
        and all(plain(text[low:high]) for low, high in members[1:])
        and _LAST_ACT.search(text[slice(*members[0])])
    )
    return replace(name, start=name.first, member=name.first) if parts or (acts and len(members) > 1) else name


_PART = re.compile(r"\d+[#＃号]|[一二三四五六]期")
_LAST_ACT = re.compile(rf"(?:{alternatives(words('projects', 'acts'))})$")
