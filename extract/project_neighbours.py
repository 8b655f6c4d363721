"""The works beside a work in its list.

A list holds things of one sort: beside a work, what bears the mark of a single thing (`individual`) is a work too, though
its own last word does not say so (青石湾、柳塘再生水厂).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.lexicon import alternatives, words
from extract.noun_phrase import COUNT, Phrase, listed
from extract.project_heads import ENDS, HEADS, Found, Head, common, kind_of, plain
from extract.project_lists import ADMIN, KIND_OF_WORK, MANY_OF, governed
from extract.project_names import individual
from extract.project_speech import INTO

_FOUNDING = frozenset(("建设", "新建", "建成", "筹建", "启动", "开工建设", "开工", "续建"))
_VERB = re.compile(alternatives([*words("noun_phrase", "governing"), *words("noun_phrase", "edge")]))
_COUNTED = re.compile(r"\d+[个座条栋所处台套]$")
_NO_NAME = re.compile(
    "(?:机制|制度|规划|方案|工作|能力|水平|队伍|品牌|产业|服务|管理|监管|标准|政策|活动|行动|培训|投资|目标|任务|问题|保障|发展|改革|创新|合作|环境|文化|生产|销售|收入|人才|资金|质量|安全|体系|组织|宣传|监测|信息|检查|调查|普查|审批|审查|评审|验收|招标|采购|征收|补偿|安置|搬迁工作|[的了着])$"
)
_NO_THING = re.compile("(?:经济带|都市圈|城市群|经济圈|走廊|战略|格局|高地|集群|体系)$")
_THING = re.compile(  # what a work's name may end in, known head or not
    r"[变线路街巷段桥厂站院楼馆园城湖河湾山岛洋港塔库池堤坝闸矿店场仓房庄谷宫亭廊带镇村屯沟溪江岭井点苑墙碑门]$|[\]）)”\"]$"
)
_UPTO = re.compile(
    r"[^，。；：！？\n\t（(]{2,60}?(?=$|[，。；：！？\n\t]|建设|并(?:投[入运产]|建成|通)|项目|工程|等|前期|选址|征|施工|开工|竣工|扩建|改造|新建|落地|落户|签约|达产|投产|投用|通车|整治|修复|开发|迁建|升级|提升|手续|由(?!于)|列[为入]|纳入|作为|[\d一二三四五六七八九十]+月|年[底内]|[今明]年|[上下]半年|力争|确保|路基|路面|主体|桩基|土建|立项|征地|拆迁|扫尾)"
)
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


def _like(member: str) -> bool:
    """Is a member a work to be told by its own words?"""
    return individual(member) or bool(ENDS.search(member) and not plain(member))


def neighbours(text: str, name: Phrase, end: int, head: Head) -> Iterator[Found]:
    """The other members of the list of a work, which ends at `end`, that bear the mark of a single thing."""
    told = name.verb in INTO  # 水毁的柳溪大桥、青石公路由交通局恢复
    if not governed(name) and not told:
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
            or (KIND_OF_WORK.search(member) and not individual(member))
            or ADMIN.fullmatch(member)
            or _NO_THING.search(member)
            or "领域" in member
            or (high > end and not (sure or _THING.search(member)))
            or (told and not (individual(member) and ENDS.search(member)))
        ):
            continue
        if plain(member):
            if not member.startswith("相关") and (
                (known or (sure and name.verb in _FOUNDING))
                and len(member) > 3
                and member not in HEADS
                and ENDS.search(member)
                and not MANY_OF.match(member)
            ):
                yield low, high, kind_of(head, member), "project-beside"
        elif not member.startswith("相关") and (
            (sure and not common(member) and not _NO_NAME.search(member) and not _VERB.match(member))
            or individual(member)
            or (known and len(member) > 3 and _THING.search(member))
        ):
            yield low, high, kind_of(head, member), "project-beside"
