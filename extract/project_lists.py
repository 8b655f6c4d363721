"""The names in lists of works: “A、B等项目”, “A、B两座桥”, and the neighbours of a work in its list.

Kinds of works (教育、医疗等民生项目) are no names. A list holds things of one sort: beside a work, what bears the mark of a
single thing (`individual`) is a work too, though its own last word does not say so (青石湾、柳塘再生水厂).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.lexicon import alternatives, words
from extract.noun_phrase import COUNT, Phrase, listed, verb_class
from extract.noun_phrase import closing as closing_of
from extract.project_heads import ENDS, GENERIC, HEADS, SITE, Found, Head, common, kind_of, plain
from extract.project_names import MASK_ONLY, RANKED, acted, individual
from extract.project_speech import BUILDING, INTO, PREDICATE

_SECTOR = re.compile(f"(?:{alternatives(words('projects', 'sectors'))})")
ENCOURAGED = re.compile(r"支持|鼓励|引导|如(?!期|何)")
_ONE_EACH = frozenset(words("projects", "unique"))
_KIND_OF_WORK = re.compile(  # 水土流失治理, 农村饮水安全: in a list, kinds of works where no place stands before
    "(?:建设|清淤|疏浚|治理|防治|整治|安全|改造|保护|修复|提升|开发|养护|管护|处理|利用|生产|培育|防护|监测|除险加固)$"
)
_AREAS = re.compile(
    r"等?(?:[两三四五六七八九十]|\d+)个?(?:片区|乡镇|镇|村|景区|园区|区域|地块|街区|社区)(?:[\u4e00-\u9fff]|$)"
)
_COUNT_BEFORE = re.compile(r"[\d一二三四五六七八九十百XＸ×]+[多余]?(?:个|项|条|座|处|大|类|批)$")
_COUNTED = re.compile(r"\d+[个座条栋所处台套]$")
_MANY_OF = re.compile("[45]G|乡镇|村|农村|各|城乡|中小|社区|基层|老旧|街道|学校|公共|城市|普惠|标准")
_FOUNDING = frozenset(("建设", "新建", "建成", "筹建", "启动", "开工建设", "开工", "续建"))
_VERB = re.compile(alternatives([*words("noun_phrase", "governing"), *words("noun_phrase", "edge")]))
_BRINGING = frozenset(("促进", "力争", "确保", "争取", "对", "将", "把"))
ADMIN = re.compile(r"[\u4e00-\u9fff]{1,4}(?:[镇乡县市村]|(?<![矿景库片园校院港街灾林湖牧厂小社])区|街道)")
_SIZE = r"[\dX×多余两三四五六七八九十]"
_CLOSING = re.compile(rf"(?:等|{_SIZE})(?:{_SIZE}|{alternatives(words('projects', 'closings'))})*")
_NO_NAME = re.compile(
    "(?:机制|制度|规划|方案|工作|能力|水平|队伍|品牌|产业|服务|管理|监管|标准|政策|活动|行动|培训|投资|目标|任务|问题|保障|发展|改革|创新|合作|环境|文化|生产|销售|收入|人才|资金|质量|安全|体系|组织|宣传|监测|检查|调查|普查|审批|审查|评审|验收|招标|采购|征收|补偿|安置|搬迁工作|[的了着])$"
)
_NO_THING = re.compile("(?:经济带|都市圈|城市群|经济圈|走廊|战略|格局|高地|集群|体系)$")
_THING = re.compile(  # what a work's name may end in, known head or not
    r"[变线路街巷段桥厂站院楼馆园城湖河湾山岛洋港塔库池堤坝闸矿店场仓房庄谷宫亭廊带镇村屯沟溪江岭井点苑墙碑门]$|[\]）)”\"]$"
)
_UPTO = re.compile(
    r"[^，。；：！？\n\t（(]{2,60}?(?=$|[，。；：！？\n\t]|建设|项目|工程|等|前期|选址|征|施工|开工|竣工|扩建|改造|新建|落地|落户|签约|达产|投产|投用|通车|整治|修复|开发|迁建|升级|提升|手续|由(?!于)|列[为入]|纳入|作为|[\d一二三四五六七八九十]+月|年[底内]|[今明]年|[上下]半年|力争|确保|路基|路面|主体|桩基|土建|立项|征地|拆迁|扫尾)"
)


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
        if _governed(name):  # 青石湾、柳塘、河西三个片区道路
            own_end = max((high for low, high in members[:-1] if ENDS.search(text[low:high])), default=name.start - 1)
            yield own_end + 1, stop, kind_of(head, text[own_end + 1 : stop]), "project-facilities"
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
        if not (_governed(name) and not counted) and not (name.verb in INTO and PREDICATE.match(text, stop)):
            return
        yield from every
        return
    if (
        head.sort == "facilities"
        and not any_name
        and len(members) > 1
        and _governed(name)
        and closing[0] == "等"
        and all(_own_name(text[low:high], head.kind) for low, high in members)
    ):  # 太和风景、中央尚园等住宅小区, 合川渭沱、乌江彭水等联运枢纽
        yield from every
        return
    if (
        head.sort != "digital"
        and not any_name
        and _governed(name)
        and _one_work(text, members, parts=head.kind == "general", together=closing[0] == "等")
    ):
        yield name.start, stop, kind_of(head, text[name.start : stop]), "project-facilities"
        return
    if not any_name and not _governed(name) and not (name.verb in INTO and PREDICATE.match(text, stop)):
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
            and (kind := _KIND_OF_WORK.search(member))
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
                (own or RANKED.match(member)) and ENDS.search(member) and not _MANY_OF.match(member)
            ):
                yield low, high, kind_of(head, member), "project-listed"
        elif any_name or road or member[0] in '“"' or ENDS.search(member) or (several and individual(member)):
            yield low, high, kind_of(head, member), "project-listed"


_HELD = frozenset(("开展", "举办", "开设", "参加", "组织开展"))  # 开展航模、电子制作等项目: what is learnt, not built
_NEW = frozenset(("新建", "新增", "建成", "新改建", "改造"))
_ENDS_OF_ROAD = re.compile(r"[\u4e00-\u9fff]{2,6}(?:至|到|[—－-]{1,2})[\u4e00-\u9fff]{2,6}")
_DIGIT = dict(zip("两三四五六七八九十", range(2, 11), strict=True))


def _as_many(closing: str, members: list[tuple[int, int]]) -> bool:
    """Does the number that closes a list count just its members: 南山口、哇让、同德3个(抽水蓄能电站)?"""
    number = re.match(r"(\d+)|([两三四五六七八九十])(?![十百])", closing)
    if number is None or len(members) < 3:
        return False
    return len(members) == (int(number[1]) if number[1] else _DIGIT[number[2]])


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


def _governed(name: Phrase) -> bool:
    return verb_class(name.verb) in ("push", "build", "do", "make") or name.verb in BUILDING or name.verb in _BRINGING


_TOLD = re.compile(  # what closes a list of works told of together: A、B、C这三个，A、B的用地
    r"(?P<list>(?:(?:、|和|与|及)[^，。；：！？\n\t、]{2,24}){1,6}?)，?(?:这(?:些|[几两二三四五六七八九十\d]+[个项条]?)|那(?:些|[几两三])|等?[两三四五六七八九十\d]+个(?:项目|工程)|的(?:用地|手续|征拆|征迁|选址|环评|施工图|前期))"
)


def told_beside(text: str, end: int, head: Head) -> Iterator[Found]:
    """The works told of together with the one that ends at `end`, whatever words their names are made of."""
    if told := _TOLD.match(text, end):
        for low, high in listed(text, end + 1, told.end("list")):
            member = text[low:high]
            if len(member) > 3 and not _NO_NAME.search(member) and not COUNT.match(member) and "的" not in member:
                yield low, high, kind_of(head, member), "project-beside"


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


def _like(member: str) -> bool:
    """Is a member a work to be told by its own words?"""
    return individual(member) or bool(ENDS.search(member) and not plain(member))


def neighbours(text: str, name: Phrase, end: int, head: Head) -> Iterator[Found]:
    """The other members of the list of a work, which ends at `end`, that bear the mark of a single thing."""
    told = name.verb in INTO  # 水毁的柳溪大桥、青石公路由交通局恢复
    if not _governed(name) and not told:
        return
    last = name.member - 1 - (text[name.member - 2 : name.member] == "以及")
    joint = text[name.member - 1] if name.first < name.member - 2 else ""
    # 青湖及柳江口水资源配置工程 is one
    joined = joint == "、" or (bool(joint) and joint in "和及与" and head.sort != "named")
    left = listed(text, name.first, last) if joined else []
    rest = _UPTO.match(text, end + 1) if text[end : end + 1] in ("、", "和", "及", "与") else None
    right = listed(text, rest.start(), rest.end()) if rest else []
    spans = [*left, *right]
    likes = sum(_like(text[low:high]) for low, high in spans)
    known = individual(text[name.start : end])
    founded = (  # 建设丰源生猪养殖、省级产业园、柚子精深加工、冷链物流园
        name.verb in _FOUNDING
        and len(spans) > 2
        and all(2 < high - low < 16 and not _NO_NAME.search(text[low:high]) for low, high in spans)
    )
    sure = (2 * likes >= len(spans) > 1 and (known or likes > 1)) or founded
    for begin, last_one in spans:
        low = text.rfind("的", begin, last_one) + 1 or begin  # 总投资3亿元的
        low += text.startswith("像", low)
        counted = _COUNTED.search(text, low, last_one)  # 柳塘小学教学楼1栋
        high = counted.start() if counted else last_one
        member = text[low:high]
        if (
            not 2 < len(member) < 30
            or COUNT.match(member)
            or (_KIND_OF_WORK.search(member) and not individual(member))
            or ADMIN.fullmatch(member)
            or _NO_THING.search(member)
            or (high > end and not (sure or _THING.search(member)))
            or (told and not (individual(member) and ENDS.search(member)))
        ):
            continue
        if plain(member):
            if (
                (known or (sure and name.verb in _FOUNDING))
                and len(member) > 3
                and member not in HEADS
                and ENDS.search(member)
                and not _MANY_OF.match(member)
            ):
                yield low, high, kind_of(head, member), "project-beside"
        elif (
            (sure and not common(member) and not _NO_NAME.search(member) and not _VERB.match(member))
            or individual(member)
            or (known and len(member) > 3 and _THING.search(member))
        ):
            yield low, high, kind_of(head, member), "project-beside"


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
