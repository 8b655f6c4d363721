"""What an act stands on: basis (按照 a document or requirement) and funding (money used or sought as the means)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.edges import clause_start
from extract.lexicon import alternatives, repeated, words
from extract.triggers import TRIGGERS
from extract.waits import Found

_ATOM = r"(?:《[^》\n]{1,80}》|[“\"][^”\"\n]{1,60}[”\"]|（[^）\n]{1,40}）|[^，。；：！？\s“”\"《》（）])"
_HEADS = alternatives(words("dependencies", "bases"))
_FROM = TRIGGERS.sieve(
    r"(?:按照|遵照|(?<![面针])[对照比]着|参照(?:执行)?|比照|对照|根据|(?<!重要)依据|依照|(?<![相有])结合(?=本|《|[^，。；]{2,20}(?:标准|意见|方案|结果))"
    r"|凭(?!借|空|什|票|证(?!明))|(?<![不买拿定依遵])按(?![照时期需劳月季年周日压摩捺揭]|[\dX]|完成))"
    rf"(?!不[高低]于|不超过|每\d+[至到—-])(?P<object>{_ATOM}{{0,50}}?(?:{_HEADS}|《[^》\n]{{1,80}}》))"
    r"(?P<more>(?:的?(?:统一|有关|相关|总体|具体|明确|工作|总)*(?<!结果)(?<!的要求)(?:要求|规定|安排|部署|精神))*)"
    r"(?![^，。；\n]{0,40}(?:原则|思路|方式|模式|方针|要求)，)(?!的?(?:实施|执行|落实)?(?:原则|思路|方式|模式|需要|情况|职责|分工|方针|理念|目标|步骤|时间|时限|期限))"
)
_BARE = repeated(words("dependencies", "bare"))
_ACT = re.compile(
    r"合理确定|(?:制定|制订|调整|完善|遴选|修订|编制|建立|健全|开展|推进)(?!的|和)|情况|需要|做好|(?:计算|测算|推送)(?!的|结果|情况|数据|名单)"
)  # the object ran on into the act
_ASKED_BY = re.compile(
    r"一岗双责|党政同责|部门|政府|党委|[省市县区州]|[局委办厅]|上级|中央|国家|国务院|通知|方案|意见|规定|办法|文件|[“《]"
)
_RATE = re.compile(r"(?:每|人均|不[低少]于|不超过|\d).*标准$|.*\d[万亿]?元.*安排$")  # 按照每亩100元的标准: an amount
_MAXIM = re.compile('[“"][^”"]*、[^”"]*[”"]的')  # “压实责任、上肩担当”的工作要求
_MANNER = re.compile(r"的(?:原则|思路|方式|模式|方针|理念)(?!》)")  # 按照先急后缓的原则安排
_ASIDE = re.compile("（[^）]*）")
_AIM = re.compile(r"(?:坚持|加强|推动|推进|构建|建设|打造|实现|提高|做到|全面|深入|加快|强化|突出|立足|着眼|坚决)")
_ABSTRACT = re.compile(alternatives(words("dependencies", "abstract")))

_FUNDS = f"(?:{alternatives(words('dependencies', 'money', 'funds'))})(?:资金)?"
_ANY = alternatives(words("dependencies", "money"))
_USE = alternatives(words("dependencies", "spending", "use"))
_PLACE = alternatives(words("dependencies", "spending", "place"))
_SEEK = alternatives(words("dependencies", "spending", "seek"))
_BOOKED = alternatives(words("dependencies", "spending", "booked"))
_BARE_MONEY = frozenset(("资金", "经费", "基金", "贷款", "补助", "费用", "收入", "投资"))
_IN = r"[^，。；：！？\n\t]"  # stays in the clause
_NOT_MEANS = r"(?!额度|等?(?:管理|事项|工作|环节)|渠道|技术|实力|管理|监管|使用|支付|拨付|发放|缺口|链|池|压力|风险|问题|绩效|支出|去向|流|利用|安全|筹集|整合使用|投入|保障|条件|项目库|申报)"
_SUM = rf"(?P<money>(?![\dX×与和、]|纳入|列入|推进|做好|抓好|协调|考虑|发展|谋划){_IN}{{0,30}}?(?:{_FUNDS})(?:(?:、|和|及|与|以及){_IN}{{0,20}}?(?:{_FUNDS})){{0,4}})"
_FUNDING = (
    ("dependency-use", TRIGGERS.sieve(rf"(?<![化合综收循开环])(?:{_USE})了?{_SUM}{_NOT_MEANS}")),
    # 安排创建经费200万元: there the money is the act
    ("dependency-use", TRIGGERS.sieve(rf"(?:(?<=[，、；：])|(?<=财政)){_PLACE}{_SUM}{_NOT_MEANS}(?![\dX×不])")),
    (
        "dependency-use",
        TRIGGERS.sieve(rf"(?<![规违理全当确格金范未尽])使用(?!完){_SUM}(?=，|支持|建设|实施|用于|开展)"),
    ),
    (
        "dependency-use",
        TRIGGERS.sieve(
            rf"(?:将|把|加大)(?P<money>(?![\dX×]){_IN}{{1,30}}?(?:{_FUNDS}|收益|收入)){_IN}{{0,12}}(?:用于|投向)(?!{_IN}{{0,20}}(?:额度|比例))"
        ),
    ),
    ("dependency-use", TRIGGERS.sieve(rf"(?:{_USE}|通过)(?P<money>(?:现有|原有|既有|已有){_IN}{{0,12}}?资金渠道)")),
    (
        "dependency-seek",
        TRIGGERS.sieve(
            rf"(?:{_SEEK}){_SUM}{_NOT_MEANS}(?=(?:(?![\d×X]){_IN}){{0,12}}，(?!力争|确保|争取|{_IN}{{0,12}}后))"
        ),
    ),
    ("dependency-seek", TRIGGERS.sieve(rf"协调{_SUM}(?=予以|给予|支持)")),
    (
        "dependency-booked",
        TRIGGERS.sieve(
            rf"(?<![服自已])(?:[从在]|由(?!(?:[省市县区州镇乡级两各中央地方上、和与]|本级|同级){{0,6}}财政(?!专项|资金|预算|补助)))(?P<money>(?:(?!将|把|从|由|[日天月年]内){_IN}){{0,30}}?(?:{_ANY}|[一-龥]费(?=中|里|内)))(?:中|里|内)?(?:先行|统筹|予以|一并|优先|共同|分别|按比例|多渠道|足额|全额|按[\d∶:：比一二三四五六七八九十%]+比例|据实|单独|适当){{0,2}}(?:{_BOOKED})"
        ),
    ),
    (
        "dependency-booked",
        TRIGGERS.sieve(
            rf"通过(?P<money>{_IN}{{1,30}}?(?:{_FUNDS})(?:(?:、|和|及|与|以及)[^，。；：！？\n\t、等]{{2,12}}(?=等?(?:方式|渠道|途径|办法)))?)等?(?:方式|渠道|途径|办法)?(?:予以|统筹|多渠道)*(?:解决|筹集|筹措|保障|给予|支持|对(?![接口应])|，)"
        ),
    ),
    (
        "dependency-booked",  # 钱从水利发展资金里出
        TRIGGERS.sieve(
            rf"(?<![服自])从(?P<money>{_IN}{{1,20}}?(?:{_ANY}))(?:里头|里面|里|中|当中)(?:先|统一|一并|一起|直接)?(?:出|支|拿|掏|走|开|切|抵|垫)(?![台现发国去来])"
        ),
    ),
    (
        "dependency-booked",  # 由医保基金和个人分担
        TRIGGERS.sieve(
            rf"(?<![理自缘])由(?P<money>{_IN}{{1,30}}?(?:{_FUNDS}))(?:(?:和|与|及|、){_IN}{{1,8}}?)?(?:共同|按比例|分别)?(?:分担|共担|负担|承担|分摊|补足)"
        ),
    ),
    (
        "dependency-booked",
        TRIGGERS.sieve(
            rf"纳入(?P<money>{_IN}{{2,40}}?(?:{_FUNDS}))(?:的)?(?:支持|补助|资助|扶持|保障|奖补)(?:范围|对象|重点)"
        ),
    ),
    (
        "dependency-seek",
        TRIGGERS.sieve(
            rf"(?:不足|缺口|差额|其余|剩余)部分(?:资金)?(?:可以?|由{_IN}{{1,12}}?)?(?:积极|多方|统一|另行|向{_IN}{{1,10}}?)?(?:{_SEEK})(?!银行|商业|企业){_SUM}{_NOT_MEANS}"
        ),
    ),
    ("dependency-booked", TRIGGERS.sieve(rf"资金来源(?:为|是|于|：){_SUM}")),
    (
        "dependency-share",
        TRIGGERS.sieve(
            rf"在(?:分配|安排)?(?P<money>(?!安排|分配){_IN}{{1,30}}?(?:{_FUNDS}|{_ANY}))(?:等?安排|等)?(?:时|中|上|方面|、{_IN}{{1,20}}方面)，?"
            rf"{_IN}{{0,20}}(?:倾斜|奖励|激励|支持|给予|予以|统筹|加大)"
        ),
    ),
)


_SPENT = TRIGGERS.sieve(r"(?:全部|优先|统一|主要|专项)用于")  # 评估变现所得优先用于支付工资
_FIRST = TRIGGERS.sieve("优先(?:用于|投向)")  # 各类政策性基金优先用于投资培育库企业
_PROCEEDS = re.compile(r"(?![将把从由用以])[^，。；：！？\n\d]{2,14}?(?:所得|收益|收入|结余|租金|变现款)$")
_LEANS = TRIGGERS.sieve(r"[向对](?![口应])[^，。；：！？\n]{2,16}?倾斜")  # 中央预算内投资对脱贫地区予以倾斜
_SOME = re.compile(rf"(?![将把从由用以在要]|各(?!类))[^，。；：！？\n\d]{{2,24}}?(?:{_FUNDS})")
_USED = TRIGGERS.sieve(rf"(?<=[，；])用(?P<money>(?![于在地好以来上下内外足活]){_IN}{{2,20}}?(?:{_FUNDS}))(?=[，。；])")
_PAYS = TRIGGERS.sieve(r"(?:去|来)?(?:反哺|偿还|归还|弥补|平衡|融资|质押|抵押)")  # 以路产收益反哺养护, 用收费权去融资
_PAID_BY = re.compile(
    rf"(?:(?<![可所予加足难得])以|(?<![利使运适应费作试占征录聘信])用)(?P<money>(?![于在地好以来上下内外]){_IN}{{1,20}}?(?:{_FUNDS}|收益权?|收入|收费权|经营权|结余|奖金))$"
)
_MONEY = re.compile(rf"{_FUNDS}|{_ANY}")
_NEXT_TITLE = re.compile(r"(?:（[^）\n]{1,40}）)?[、和及与]?(《[^》\n]{1,80}》)")  # 依照《甲法》、《乙条例》
_SHARES = TRIGGERS.sieve(r"(?:按照?|依照|比照)((?:上述|以上|新的|调整后的|本次)分工)(?!负责)")


def grounds(text: str) -> Iterator[Found]:
    """(start, end, kind, rule) of each trigger, in no order."""
    yield from _basis(text)
    yield from _funding(text)


def _basis(text: str) -> Iterator[Found]:
    for match in _FROM.finditer(text):
        start, end = match.span("object")
        named = match.group("object")
        if not named.endswith("》"):  # 《…》要求 is written without 要求, 市级要求 with it
            end = match.end("more")
            named = text[start:end]
        if (
            named[0] in "的有"
            or _MAXIM.match(named)
            or _slogan(named)
            or _RATE.match(named)
            or ("关于" not in named and _ACT.search(named))
            or _BARE.fullmatch(named)
            or _ABSTRACT.search(named)
            or _MANNER.search(named)
        ):
            continue
        yield start, end, "basis", "dependency-basis"
        while text[end - 1] == "》" and (other := _NEXT_TITLE.match(text, end)) is not None:
            yield *other.span(1), "basis", "dependency-basis"
            end = other.end()

    for match in _SHARES.finditer(text):
        yield match.start(1), match.end(1), "basis", "dependency-basis"


def _slogan(named: str) -> bool:
    """抓重点、补短板的要求 asks for nothing of its own; 党委、政府的要求 does."""
    aim = named.endswith("的要求") and _AIM.match(named)
    return bool(aim or (named.endswith("要求") and "、" in _ASIDE.sub("", named))) and not _ASKED_BY.search(named)


def _one_of_many(named: str) -> bool:
    """在登记注册、启动资金、贷款贴息等方面给予扶持: money is only one of the matters."""
    first, mark, _ = named.partition("、")
    return bool(mark) and _MONEY.search(first) is None


def _beside_others(money: str) -> bool:
    """统筹项目规划、建设、资金等事项: money without a name, told beside what is none."""
    others, mark, last = money.rpartition("、")
    return bool(mark) and last in _BARE_MONEY and _MONEY.search(others) is None


def _funding(text: str) -> Iterator[Found]:
    for rule, pattern in _FUNDING:
        for match in pattern.finditer(text):
            money = match.group("money")
            if money in _BARE_MONEY or (rule == "dependency-share" and _one_of_many(money)) or _beside_others(money):
                continue
            yield match.start("money"), match.end("money"), "funding", rule
    for match in _USED.finditer(text):
        if match["money"] not in _BARE_MONEY:
            yield match.start("money"), match.end("money"), "funding", "dependency-use"
    for sieve, money in ((_SPENT, _PROCEEDS), (_FIRST, _SOME), (_LEANS, _SOME)):
        for match in sieve.finditer(text):
            low = clause_start(text, match.start())
            if money.fullmatch(text, low, match.start()):
                yield low, match.start(), "funding", "dependency-use"
    for match in _PAYS.finditer(text):
        low = clause_start(text, match.start())
        if paid := _PAID_BY.search(text[low : match.start()]):
            yield low + paid.start("money"), match.start(), "funding", "dependency-booked"
