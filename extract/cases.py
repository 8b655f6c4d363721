"""Conditions that are a clause of their own: if, in case of, what happens and is then to be met, what is refused for want of something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.edges import clause_start, masked
from extract.triggers import TRIGGERS
from extract.waits import Found

_CASE = TRIGGERS.sieve(
    re.compile(
        r"(?:(?<=[，。；：！？\n、])|^)(?:(如果|倘若|假如|一旦|若|如)(?![下何此意同期约实今若诺愿前上图表干法])|(?=遇[大暴强雷台寒冰雨雪雾汛洪干断停极恶险高低异灾突紧]|遇有|遇到|遇重大|遇突发|遇紧急|遇特殊|有情况|确有|确因|确需))"
        r"([^，。；：！？\n]{2,60}?)(?=，|必须|应当|要立即|立即|随时|马上|(?<=天气)要|(?<=情况)要|(?<=时)要|第一时间|请及时|须|(?<![按及届准定临平同随])时(?![期间限段]))",
        re.M,
    )
)
_ITS_CASE = TRIGGERS.sieve(  # 成员单位人员如有变动，由…
    r"(?<![例比诸譬犹假，。；：！？\n、])(?:[如若](?=有|遇|需|确|未|因|发生|出现|不能|逾期)|因故)[^，。；：！？\n]{1,30}?(?=，)"
)
_ONCE = TRIGGERS.sieve(r"(?<![，。；：！？\n、])一旦([^，。；：！？\n]{2,40}?)(?=，)")  # 企业一旦发现疫情，要…
_CASE_VERB = re.compile(
    r"[有需遇未不无]|只是|超过|达到|属于|发生|发现|出现|确|违|存在|逾期|造成|超标|异常|故障|中断|损坏|受损|[大暴强]风|暴雨|大雾|要求|申请"
)
_AT_START = r"(?:(?<=[，。；：！？\n、])|^)"
_EVENT = TRIGGERS.sieve(  # 出现险情，立即…; 每发生1起火情，扣…: what happens, and what is then to be done
    re.compile(
        rf"{_AT_START}(?:一旦|当)?((?:每|再|凡)?(?:发生|出现|发现|遇到|遇有|遇)(?![的了率量地]|[^，。；：\n]{{0,20}}(?:的$|问题[\dX×]))[^，。；：！？\n]{{2,30}}?)"
        r"(?:时，?(?!期|间)|，)(?=立即|马上|迅速|第一时间|及时|尽快|一律|坚决|必?须|应当|应立即|应及时|要(?:立即|第一时间|及时|迅速|马上|尽快|坚决|从严)|由|扣|取消|责令|追究|约谈|按\d|相应扣)",
        re.M,
    )
)
_FOUND = TRIGGERS.sieve(  # 发现险情要立即转移: no comma between what happens and what is then to be done
    re.compile(
        rf"(?:{_AT_START}|(?<=[业位工员门])(?=发现))((?:发现|发生|出现)(?![的了率量地])[^，。；：！？\n的]{{2,14}}?)(?=(?:要|必须|应当?|须)(?:立即|及时|第一时间|迅速|马上|果断|尽快))",
        re.M,
    )
)
_CHANGED = TRIGGERS.sieve(  # 地质条件发生重大变化时，必须重新评估
    r"(?:(?<![，。；：！？\n、当])(?:发生|出现|达到|超过)|(?<=[，。；：！？\n])(?:发生|出现|遇到?|发现)|^(?:发生|出现|遇到?|发现))"
    r"[^，。；：！？\n]{2,14}?(?=时，(?:[^，。；：]{0,12}?(?:必须|应(?!急)|要(?![求素点])|须|立即|及时|随时|负责)|由|启动))"
)
_WHEN = TRIGGERS.sieve(  # 当企业人员发生变化时
    r"(?:(?<=[，。；：！？\n])|^)当(?![前地年日天场月事然作成好选中代家时晚期])([^，。；：！？\n]{2,20}?(?:发生|出现|达到|超过|超标|异常|低于|高于|需要|不足|遇|趋势|扩大|恶化)[^，。；：！？\n]{0,15}?)时(?![期间限段代])"
)
_RESPONSE = TRIGGERS.sieve(  # 启动Ⅱ级以上应急响应时
    r"(?:(?<=[，。；：！？\n])|^)((?:启动|发布)[^，。；：！？\n]{1,16}?(?:响应|预警|预案))(?:时|后)(?=，)"
)
_STRIKES = TRIGGERS.sieve(  # 重特大雪灾发生时
    r"(?<![\u4e00-\u9fff])((?:重特?大|特别?重大|较大|突发|极端|自然|地质|气象|森林|草原|安全生产|生产安全|公共卫生){0,3}"
    r"(?:[雨雪冰旱洪涝火风地山疫台海][\u4e00-\u9fff]{1,4}?|事[故件]|灾[害情]|险情)(?:发生|来临|来袭))时(?=，)"
)
_REACHED = TRIGGERS.sieve(  # 超警戒水位时
    r"(?<=[，。；：！？\n、])(?:当)?((?:达到|超过|低于|高于|不足|降至|升至|超(?!前|市|大|级|声))[^，。；：！？\n的]{2,16})时(?![期间限段代])"
)
_EACH = TRIGGERS.sieve(  # 每逾期一天扣0.5分
    r"(每(?:再|次)?(?:逾期|迟[报交到])[^，。；：！？\n]{1,16}?)(?=，?(?:扣|罚|处以))"
)
_OVERDUE = TRIGGERS.sieve(  # 逾期不提交，由县住建局…
    re.compile(
        rf"{_AT_START}((?:逾期|拒不|到期)(?:[不未没仍]|[^，。；：！？\n的]{{1,4}}的?不)?[^，。；：！？\n的]{{1,12}})(?=，(?:由|视[为同]|依[法规]|一律|取消|不予|予以|责令|收回|停[止发]|追|自动))",
        re.M,
    )
)
_PROVEN = TRIGGERS.sieve(
    r"一[经旦]((?:查|核|举报)[实证明处]{0,2}|发现|认定|查处|曝光)(?=，|追[究回缴责]|取消|从严|严肃|依[法规纪]|立即|一律|予以|责令|坚决|按)"
)
_REFUSED = TRIGGERS.sieve(r"，(?:一律|坚决|均|原则上)?不[得予再准能]")
_LACKING = re.compile(  # 达不到标准，不再延续
    r"(?!.*的[^的]{1,6}$)[^、]{0,14}?(?:未(?![来必免经])|没有|达不到|不达标|不合格|不符合|不具备|不满足|逾期).{0,25}?(?<![的者])(?<!单位)(?<!企业)(?<!人员)(?<!项目)$"
)
_UNAPPROVED = TRIGGERS.sieve(
    r"(?<![从并尚])((?:未|非)经(?:[^，。；：！？\n]{0,30}?(?:批准|同意|许可|审[批核查定]|验收|检[测验疫]|授权|备案|核[准实定]|评估|论证|公示|登记|听证|签字|签批|签章|盖章|评审|培训|体检|报备)(?:合格|通过)?(?=，?(?:[^，。；：！？\n的]{0,12})(?:不得|一律|严禁|不准|不能|禁止))"
    r"|[^，。；：！？\n的]{2,16}?(?=，?(?:任何[^，。；的]{1,8})?(?:不得|一律不|不准|不能|不许|禁止)|擅自|私自)))"
)
_NOT_YET = TRIGGERS.sieve(  # 污水厂不具备条件之前，新装置不得试生产
    r"(?:未(?![来必免经])|没(?:有)?|不(?=具备|符合|满足|达标|到位|合格|落实))[^，。；：！？\n的]{1,14}?"
    r"(?=之?前，?[^，。；：！？\n]{0,10}?(?:不[得予再准能许]|严禁|禁止|暂停|暂缓|先不|别(?![的人处])|不[一-龥](?=[，。；])))"
)
_WITHOUT = TRIGGERS.sieve(  # 不整改到位不许复工, 未配齐不得上火线
    re.compile(
        r"((?:(?<![从并尚])未(?![来必免经])|(?<![有还也都])没有|(?:(?<=[，。；：！？\n])|^)(?:没|不(?![得准许能应可予再要断仅但光])))[^，。；：、！？\n的不]{1,10}?)"
        r"(?=(?:，?谁[也都]|一律|坚决|绝)?不[得准许能要](?!不|求))",
        re.M,
    )
)
_RIPE = TRIGGERS.sieve(r"(?:条件|时机)(?:成熟|具备|允许)(?=时|的情况下)|情况(?:紧急|危急)(?=时|，|的，|的情况下)")
_PREMISE = TRIGGERS.sieve(r"(?<![可所予加足难得])以([^，。；：！？\n]{2,40}?)为(?:前提|先决条件)")


def cases(text: str) -> Iterator[Found]:
    """(start, end, kind, rule) of each condition that is a clause of its own, in no order; they may overlap."""
    for match in _CASE.finditer(text):
        if (match.group(1) == "一旦" or _CASE_VERB.search(match.group(2))) and not match.group(2).endswith("的"):
            end = match.end(2) - 2 * match.group(2).endswith("的话")
            yield match.start(2), end, "condition", "dependency-case"
    for pattern in (
        _EVENT,
        _ONCE,
        _FOUND,
        _WHEN,
        _STRIKES,
        _RESPONSE,
        _UNAPPROVED,
        _REACHED,
        _PROVEN,
        _EACH,
        _WITHOUT,
        _OVERDUE,
    ):
        for match in pattern.finditer(text):
            yield match.start(1), match.end(1), "condition", "dependency-case"
    for match in _NOT_YET.finditer(text):
        yield clause_start(text, match.start() + 1), match.end(), "condition", "dependency-case"
    for match in _CHANGED.finditer(text):
        low = clause_start(text, match.start())
        if (match.start() == low or 2 <= match.start() - low <= 14) and text[low] != "当":
            yield low, match.end(), "condition", "dependency-case"
    for match in _ITS_CASE.finditer(text):
        if 1 <= match.start() - (low := clause_start(text, match.start())) <= 14:
            yield low, match.end(), "condition", "dependency-case"
    for match in _REFUSED.finditer(text):
        low = clause_start(text, match.start())
        if _LACKING.match(masked(text, low, match.start())):
            yield low, match.start(), "condition", "dependency-case"
    for match in _RIPE.finditer(text):
        yield match.start(), match.end(), "condition", "dependency-ripe"
    for match in _PREMISE.finditer(text):
        yield match.start(1), match.end(1), "condition", "dependency-premise"
