"""Patterns of what stands before and behind a body, made once a process from `resources/roles.yaml`."""

from __future__ import annotations

import re
from functools import cache

from extract.begins import begins_of
from extract.body_words import DECIDES, OF_SYSTEM, Phrases, phrases
from extract.lexicon import alternatives, classes, words
from extract.model import Role
from extract.record import record

TIME = (
    r"(?:会后|后天|近期|近日|今后|每|本|今|明|下|上|从|自|于|在|力争|X月|\d{1,4}(?=年|月|日|号|个月|个工作日|天|小时|时|点|分钟|日内|周)"
    r"|[一二三四五六七八九十两]+[月个日天季周年]|“?(?:春节|清明|五一|端午|国庆|中秋|元旦|开学|主?汛|插秧|春耕|秋收|入冬|迎峰度夏))[^，。；、]{0,12}?(?:[前内末底起初里年月日旬次天时季后][内前后起份]?|期间|半年|以来)"
)
PHRASE = (
    r"(?:按照?|依照|根据|对照|比照|结合|围绕|依据|依托|针对|对|从|以|通过|就|在|因)[^，。；：]{1,40}?"
    r"(?:要求|规定|原则|分工|部署要求|部署安排|部署|安排|统一|情况|职责|标准|责任|方式|工作|中|下|上|时|内|前|后)"
)
_WORDLIKE = {
    "要": "求素点件害闻",
    "应": "急用对变届当该",
    "将": "军来",
    "能": "源力耗",
    "需": "求要",
    "都": "市",
    "拟": "脱认定聘录建",
}
"""Modal verbs of one character and what makes them part of another word."""


def _verbs() -> set[str]:
    """Verbs of governance that are no nouns beside: 建成, 新增, 拨付."""
    return {word for word, key in classes("verbs", "verbs").items() if key != "nouny" and len(word) > 1}


@record
class SubjectWords:
    """`act`: makes the role; `skip`: modal verbs, adverbs, times and phrases before the act, which begin with one of
    `skip_begins`; the others as their sections."""

    roles: dict[str, Role]
    act: re.Pattern[str]
    with_: re.Pattern[str]
    skip: re.Pattern[str]
    next: re.Pattern[str]
    modal: re.Pattern[str]
    agent: Phrases
    verb: re.Pattern[str]
    objects: Phrases
    adverbial: Phrases
    makes: Phrases
    behind: re.Pattern[str]
    relative: re.Pattern[str]
    order: re.Pattern[str]
    weak: re.Pattern[str]
    skip_begins: frozenset[str]


@cache
def subject_words() -> SubjectWords:
    modals = set(words("roles", "next", "modal")) - _WORDLIKE.keys()
    modal = "|".join([*(f"{word}(?![{after}])" for word, after in _WORDLIKE.items()), alternatives(modals)])
    light = rf"{modal}|{alternatives(words('roles', 'next', 'adverb'))}"
    skip = rf"每(?:周|日|天|月|季度?|半?年|旬|两周|半个?月|\d+[天日]|[一二三两]+[天周日月])|[一二三四]季度|[上下]半年|{light}|汛期(?=[不要必应严实])|全年(?=[组举开完新集])|[一二两三]年(?=安排|投入|完成|新增|建设|培育)|[年周月季]内|[年月季]底(?:之?前)?|各(?=领办|联系|包联|包保|帮扶|组建|建立|落实|明确|预留|安排|抽调|新?建|选?派|确定|承担|完成|负责|组织|设立?|出资|举办|配备|储备)|的(?:领导|负责)?同志|{TIME}|{PHRASE}|[，,](?=(?:尤其|特别|更|均|都|同时|还|也)?(?:要|应|须|必须)|全力|积极|主动|按|根据|结合|切实)"
    return SubjectWords(
        {**{word: Role(key) for word, key in classes("roles", "act").items()}, "参加": Role.SUPPORT},
        re.compile(
            rf"(?!负责(?:人|{OF_SYSTEM})){alternatives(set(words('roles', 'act')) - {'协同'})}|协同(?![，。；、]|\Z)|参加(?=[，。；]|\Z)"
        ),
        re.compile(rf"{alternatives(words('roles', 'with'))}|商(?![务业会贸品户城圈标场家])"),
        re.compile(rf"(?:{skip})*"),
        re.compile(f"{alternatives({*words('roles', 'next'), *_verbs()})}|{DECIDES}"),
        re.compile(modal),
        phrases(words("roles", "agent")),
        re.compile(alternatives({*words("roles", "next", "verb", "adverb"), *words("roles", "act")})),
        phrases(words("roles", "before", "object")),
        phrases([*words("roles", "before", "adverbial"), *'“”"）)']),
        phrases(words("roles", "before", "makes")),
        re.compile(
            rf"(?!的(?:领导|负责)?同志(?!们)|负责制[定订作造]){alternatives(words('roles', 'behind'))}|是(?![^，。；]{{0,30}}(?:第一责任|责任主体|责任人|(?:主管|管理|牵头|责任)(?:部门|单位|机构)|(?:办事|常设|工作)机构))|为(?!(?:第一)?责任|主|[^，。；]{{0,16}}第一责任人|[^，。；]{{0,16}}(?:主管|管理|监管|牵头|归口)(?:部门|单位|机构)[，,])|工作(?!要|应)|作为(?![^。；]{{0,60}}[，,]|[^，。；]{{2,14}}(?:单位|部门|主体|机构|机关)(?:要(?!求)|应|须|必须|负责))"
            r"|(?:原则上|一般|可)?由|去年|前年|已经?(?!明确)|建设(?=实现|基本|全部|率先|进一步|明显|不断|取得|得到|全面)"
            r"|(?:迁建|改造|建设|新建|扩建|修建|维修|加固|提升|搬迁|整治|装修|改扩建|提质|升级)(?=[，。；、]|\Z|项目|工程)"
        ),
        re.compile(
            rf"(?:自行|需要|所|已经?|统一|共同|联合|依法|要求)?{alternatives(words('roles', 'relative'))}的(?!$|[，。；])"
        ),
        re.compile(rf"(?:同时|并|另外|此外|[，,])*(?:要(?!求)|{alternatives(words('roles', 'order'))})"),
        re.compile(
            rf"(?:设在|[，,]依托)[^。；]{{2,40}}[，,](?:主要|具体)?(?:负责|承担)|\d+个?(?:工作)?[日天小]|可(?!以推广|复制)"
            rf"|{alternatives(set(words('roles', 'weak')) - {'可'})}"
        ),
        frozenset(begins_of(re.compile(skip))),
    )
