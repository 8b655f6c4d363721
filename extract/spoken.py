"""Conditions as they are spoken, without 如果 or 的: 再拖就…, 哪个村冒烟，…, 手续一到位，马上…, 只要有需求，就….

What follows the comma (就, 一律, 立即) says that the clause before it may or may not come true; so does a clause that asks
who or which (谁, 哪个) and tells of trouble. What follows without such a word is a mere list of acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.edges import clause_start, masked
from extract.triggers import TRIGGERS
from extract.waits import HAPPENED, LABEL, Found

_NOW = r"立即|立刻|马上|第一时间|随即|迅速|即刻"
# 就 that draws a consequence; 就…问题 (about), 就业, 就近 do not
_SO = r"就(?![业近餐医读是此像好在算如连拿]|[^，。；：！？\n]{1,16}?(?:进行|问题|情况|事宜|工作作|作出|展开|签[订署]|达成|提出))"
_THEN = TRIGGERS.sieve(
    rf"，(?={_SO}|{_NOW}|一律|坚决|就地(?:免职|处置|停)|(?:谁|哪个|任何[人单]位?)[也都]?不[许准能得]|别(?![的人处])|[来]?(?:报|找)我)"
)
_AT_ONCE = TRIGGERS.sieve(rf"一律|{_NOW}")  # 火险达到四级，护林员一律…
_LATE = r"(?:到期|届时|逾期|到时候?|期满|[月年]底前?|[\d×X]+[月日]底?前?)"
_IF = re.compile(
    r"(?:谁|哪(?:[个里家项条位座处级]|一[个级家项]))(?!也|都)"
    r"|[^，]{0,8}?再(?!次|度|就业|生|造|[^，]{0,3}[上接创添])[^，]{0,6}?(?:不|没|未|拖|推|犯|违|出现|发生|发现|误|漏|等下去)"
    rf"|[^，]{{0,8}}?{_LATE}[^，]{{0,4}}?(?:仍|还|再|[^，]{{0,3}}不)[^，]{{0,3}}?(?:不|没|未|完不成|交不|拿不|开不|有)"
    rf"|[^，]{{0,6}}?{_LATE}[^，]{{0,6}}?不(?:了|成|出|到位)"
    r"|[^，]{0,10}?[\u4e00-\u9fff]不(?:[了成动拢通清完齐好]|下来|下去|出来|上来|上去|到位|过关)$"
    r"|[^，]{0,10}?不[\u4e00-\u9fff](?:下来|下去|出来|上来|上去|到位|过关|完|成|好|齐|清)$"
    r"|[^，]{2,12}?不(?!断|仅|但|只|松|忘|变|停|减|漏|动|放|[^，]*[、和])[\u4e00-\u9fff]{1,2}$"
)
_REACHED = re.compile(  # a danger that is measured or announced, never a target
    r"[^，]{0,10}?(?:等级|级别|水位|浓度|雨量|气温|温度|流量|风力|风速|负荷|载客|存储量|库存量)[^，]{0,4}?(?:达到|达|超过|超出|低于|高于|降至|升至|超(?!前|额))"
    r"|[^，]{0,14}?(?:发布|启动|发出|拉响|下达)[^，]{0,14}(?:预警|预警信号|响应|警报|指令|命令)$"
)
_ONLY_IF = TRIGGERS.sieve(
    r"(?<=[，。；：！？\n])只要(?!求)([^，。；：！？\n]{2,30}?)(?=，(?:就|都?要|必须|都?应|一律|立即|马上))|^只要(?!求)([^，。；：！？\n]{2,30}?)(?=，(?:就|都?要|必须|都?应|一律|立即|马上))"
)
_WHO = TRIGGERS.sieve(  # 哪个村冒烟，包村干部…: who or which has trouble answers for it
    re.compile(
        r"(?:(?<=[，。；：！？\n])|^)((?:谁|哪(?:[个里家项条位座处级]|一[个级家项]))[^，。；：！？\n]{0,10}?(?:出了?(?:问题|事|纰漏|差错|岔子)|冒烟|再?敢|再[^，]{0,3}[犯抢拖推出发]|违[规纪反]|[没未]有?完成|完不成|掉链子|掉队|拖[延拉]|拖了?后腿"
        r"|失[守职误]|脱节|漏[报管]|耽误|影响|敷衍|顶风|落后|卡壳|出现|发生|发现|不落实|不到位|不作为|不配合|搞形式)[^，。；：！？\n]{0,12})(?=，(?!(?:都|要|必须)?(?:明确|清楚|心中)))",
        re.M,
    )
)
_AGAIN = TRIGGERS.sieve(  # 再拖就请你们…
    re.compile(
        rf"(?:(?<=[，。；：！？\n])|^)(再(?:[^，。；：！？\n]{{0,6}}?(?:拖|推|犯|违|出|误|不|没)[^，。；：！？\n]{{0,10}}?))(?={_SO})",
        re.M,
    )
)
_ONCE = TRIGGERS.sieve(  # 手续一到位，马上进场; 水位一超警，干部就上堤
    r"一(?:到位|到账|到|批复|批|下来|下达|结束|完成|通过|确定|签订?|超警|超限|成熟|具备|落地|出台|公布|发布|来|启动|停|退|交付|腾空|办好|好转|放晴)(?=，?[^，。；：！？\n]{0,8}?(?:就(?!业)|立即|立刻|马上|第一时间|随即|迅速))"
)
_ONCE_DONE = TRIGGERS.sieve(  # 论证意见一拿到，5月中旬挂网招标
    r"(?<![统唯逐专同第单万划])一(?:拿到|到手|到位|到账|下来|批下来|定下来|签下来|办下来|出来|出台|敲定|批复|获批|结束|过会|过审|交付|腾空|完工|放晴|退水)(?=，)"
)
_SAID = TRIGGERS.sieve(r"的话(?=，|[^，。；！？\n]{0,8}?(?:就|要|必须|马上|立即|一律))")  # 可行的话上半年就定
_MAY_BE = re.compile(
    r"不|未|没|能|可[行能以]|有|需|愿|想|顺利|允许|成熟|达到|超|低于|落后|出现|发生|发现|通过|合适|合格|足够"
)
_UNLESS = re.compile(r"没(?!收)|未(?!来)|不(?!断|仅|管|论)")
_LINK = re.compile(r"如果|要是|倘若|假如|若")
_TOLD = re.compile(r"(?:说|讲|书记|主席|领导|同志|听得懂|提到)$")
_WHOEVER = TRIGGERS.sieve(  # 哪个单位年底突击花钱，审计局就进哪个单位
    re.compile(
        r"(?:(?<=[，。；：！？\n])|^)((?:谁|哪(?:[个里家项条位座处级]|一[个级家项]))(?!也|都)[^，。；：！？、\n]{3,16})(?=，[^，。；：！？\n]{2,8}?就(?![业近是医地]))",
        re.M,
    )
)
_DONE_THEN = TRIGGERS.sieve(r"了(?=再(?![次度三]))")  # 人撤空了再报平安
_SO_BY = TRIGGERS.sieve(
    r"不(?:[来了成动到齐]|下来|出来|上来)[^，。；：！？\n的]{0,3}(?=就[由要得交让请])"
)  # 引不来人就由…接管
_ONCE_SOME = TRIGGERS.sieve(
    re.compile(
        rf"(?:(?<=[，。；：！？\n])|^)(一(?:有|遇到?|发现|接到|出现)(?!定)[^，。；：！？\n]{{2,14}}?)(?=，?(?:就(?!业)|{_NOW}))",
        re.M,
    )
)
_BEFORE = TRIGGERS.sieve(r"前，?(?=(?:一律|坚决|均|原则上)?(?:不[得予准能]|严禁|禁止|暂停|暂缓))")
_LEAVE = re.compile(
    r"(?:批准|批复|验收|合格|审[批定核查]|许可|备案|生效|签订|到位|公示|通过|鉴定|结案|办结|落实|登记|评估|论证|检疫)$"
)
_SHORT = 12  # characters of what is done first
_AT = re.compile(r".*(?<![存正现实潜所旨])在")


def spoken(text: str) -> Iterator[Found]:
    """(start, end, kind, rule) of each condition, in no order; they may overlap."""
    for match in _THEN.finditer(text):
        low, piece = _clause(text, match.start())
        nobody = text[match.end() : match.end() + 1] in "谁任哪"
        if (
            len(piece) > 2
            and (_IF.match(piece) or (nobody and _UNLESS.search(piece)))
            and not piece.endswith(("的", "了"))
        ):
            yield low, match.start(), "condition", "dependency-spoken"
    for match in _AT_ONCE.finditer(text):
        comma = clause_start(text, match.start()) - 1
        if comma > 0 and text[comma] == "，" and match.start() - comma < 12:
            low, piece = _clause(text, comma)
            if _REACHED.match(piece) and not piece.endswith("的"):
                yield low, comma, "condition", "dependency-spoken"
    for pattern in (_ONLY_IF, _WHO, _WHOEVER, _AGAIN, _ONCE_SOME):
        for match in pattern.finditer(text):
            group = match.lastindex or 1
            yield match.start(group), match.end(group), "condition", "dependency-spoken"
    for match in _ONCE.finditer(text):
        low, piece = _clause(text, match.end())
        if len(piece) - len(match.group()) >= 1:
            happened = HAPPENED.search(piece) or match.group() in ("一下来", "一批", "一到账", "一办好", "一腾空")
            yield low, match.end(), "after" if happened else "condition", "dependency-spoken"
    for match in _ONCE_DONE.finditer(text):
        low, piece = _clause(text, match.end())
        if len(piece) - len(match.group()) >= 2:
            yield low, match.end(), "after", "dependency-spoken"
    for match in _DONE_THEN.finditer(text):
        low, piece = _clause(text, match.start())
        if (
            2 <= len(piece) <= _SHORT
            and piece[-1] != text[match.end() + 1 : match.end() + 2]
            and piece[0] not in "等待别不"
        ):
            yield low, match.start(), "after", "dependency-spoken"
    for match in _SO_BY.finditer(text):
        low, piece = _clause(text, match.end())
        if len(piece) > 2:
            yield low, match.end(), "condition", "dependency-spoken"
    for match in _SAID.finditer(text):
        low, piece = _clause(text, match.start())
        if link := _LINK.match(piece):
            low, piece = low + link.end(), piece[link.end() :]
        if piece and _MAY_BE.search(piece) and not _TOLD.search(piece):
            yield low, match.start(), "condition", "dependency-spoken"
    for match in _BEFORE.finditer(text):  # 竣工验收合格前不得交付
        low, piece = _clause(text, match.start())
        if at := _AT.match(piece):
            low, piece = low + at.end(), piece[at.end() :]
        if "未" not in piece and "没" not in piece and len(piece) > 2 and _LEAVE.search(piece):
            yield low, match.start(), "condition", "dependency-spoken"


def _clause(text: str, end: int) -> tuple[int, str]:
    """Where the clause that ends at `end` begins behind its number or link word, and its words."""
    low = clause_start(text, end)
    piece = masked(text, low, end)
    cut = LABEL.match(piece).end()  # type: ignore[union-attr]
    return low + cut, piece[cut:]
