"""What must have happened, or be so, before an act: after (待…后, 经…后), headless conditions (…的，), premises (在…前提下)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.edges import clause_start, masked
from extract.lexicon import alternatives, words
from extract.triggers import TRIGGERS

Found = tuple[int, int, str, str]  # start, end, kind, rule

# a label, a link or a modal before the first word of a trigger
LABEL = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}(?:[）).、．]|是)\s*|第[一二三四五六七八九十]+[，、]?)?"
    r"(?:同时|其中|此外|另外|并且|但是?|而|且|并)?"
)

_AFTER = TRIGGERS.sieve(
    r"(?<![今节最然此先滞背前售往课幕身午靠殿汛会冬秋春夏随尔其])后"
    r"(?![续期备勤台果代评扶劲盾面半腿门天世者悔卫院山街村顾的来起脚排坐厨]|发(?:优|赶|地|力|动机|酵)|[三两](?![个年月天日小周])|方(?![可能])|进(?![行入场驻一]))"
)
# words that open the event: the trigger begins behind the last of them
_OPENER = re.compile(
    r"(?<![等接对招优看])待(?!遇)|^等(?![待级额于同离因外候次高比效式价边身])|(?<![已曾财神])经(?![济营费过常办开贸手纪理历典络普销侦适纬]|发局|信(?!访))|(?<![上申汇通情海])报经?(?![告名送批表到纸刊请])|提请|交由"
    r"|(?<![理自缘])由(?!于|来)|(?<![存正现实潜所旨])在(?![建线校岗册地职读编场家村])|(?<![来])自(?![然己主身愿治查])|[，：]"
    r"|(?<![重主需必纲摘概简提])要(?![素点求件害闻])|须|应当于?|(?<![响反相适对供效])应(?![急用对收变届])|确保|为单位"
)
_COMPOUND = re.compile(
    r"(?:(?<![投停复生达量破转流])产|(?<![完改])善|(?<![一群部散开])落|事|[会灾战日]|(?<!手)术)$"
)  # 产后, 善后, 会后…
_TIME_ONLY = re.compile(
    r"(?:[\dX×一二三四五六七八九十两半几多]+个?(?:月|年|天|日|小时|分钟|周|星期|工作日|学期|季度|阶段)|之|左右|以)+"
    r"|.{0,3}(?:[年月日]|阶段|时期|假期?|春节|疫情|汛期?|高考)|[从自]?[今此]|.{0,6}(?:入[春夏秋冬汛伏梅]|[大会届])"
)
_SECOND = re.compile(  # how the act goes on where no comma parts it from its event
    r"[\d一二三四五六七八九十两X]|再|通报|通知|反馈|呈[报送]|书面|联合|核[发拨销]|迅|即|既|方|才|立|马上|及时|尽快|第一|依|按|由|报|印发|实施|执行|组织|启动|开展|进行|批|分|撤|扫|投|纳|予|给|公|发布"
    r"|于[\d本每次当]|交|移|达|仍|如|要|应|须|可|不|逐|抓紧|统一|向|将|对|上|进|退|销|返|重新|签|支付|拨|办|申|提|列|转|完|正式|安排|作为|下|全|组"
)
HAPPENED = re.compile(  # such an event is over, whatever follows: 灾害发生后重要用户恢复供电…
    r"(?:发生|中断|受损|损毁|断电|停电|停水|到位|通过|批准|批复|完成|结束|开放|下达|出台|印发|建成|竣工|完工|投用|验收|合格|到期|届满|期满|成立|签订|移交|交付|生效|备案|审定|审批|报告|通知|预警|命令|指令|生效|到账|下来|办结|落实|确认|公布|移交)$"
)
_EVENT_ADVERB = re.compile(
    r"(?:会后|作?进一步|作(?=适当|必要)|一经|及时|立即|全部|全面|依法|正式|分别|第一时间|每次|应(?![急用])|须|可(?![研行能])|在(?![建线校岗册职编])|待(?!遇)|经(?![费济营验办理过信贸]))+"
)
_OWN_ISSUE = re.compile(
    r"(?:本|此|该)(?:通知|意见|方案|办法|细则|规定|计划|文件|决定|通告|公告|要点|规划|制度)(?:正式)?(?:印发|发布|下发|公布|施行|实施|出台|发文)(?:之日)?"
)
_BEGUN = re.compile(r"(?:扎实|积极|稳步|加快|深入|认真)*(?:开展|推动|推进|加快|加强|落实|解决|衔接|做好|抓好|继续)")
_RECEIVED = re.compile(alternatives(words("dependencies", "received")))

_CONSEQUENCE = {key: "|".join(words("dependencies", "consequences", key)) for key in ("sure", "verb")}
_BASIS = re.compile(
    rf"[^，]{{0,6}}?(?:按照|根据|依据|依照|对照|结合|按)[^，]{{0,30}}?(?:{alternatives(words('dependencies', 'bases'))})(?!的|和|及|与)"
)
_HEADLESS = TRIGGERS.sieve(  # what follows is read too, so that the sieve knows it
    rf"(?<![目似])的(?:，|{_CONSEQUENCE['sure']}|(?P<verb>{_CONSEQUENCE['verb']})(?![^，。；]{{0,6}}(?:机制|制度|办法|程序|标准|措施|方式|方案|情形|流程|体系|渠道)))"
)
_SURELY = re.compile("的(?:应当(?!时)|不予|一律|予以|给予|责令|视[为同]|从严|取消)")
_GOVERNED = re.compile(alternatives(words("dependencies", "governing")))  # 建立不能胜任的退出机制: 的 has its noun
_DOUBT = re.compile(
    r"[不未没无非超被]|能|符合|达到|低于|高于|合格|[违拒逾确对需有]|涉|存在|发[生现]|造成|属于|凡|以[上下内]|情节|已(?=[^经有]{2,6}$)|已经|允许|愿意?$|缺|缓慢|[脱空漏]岗|迟到|早退|许可|具备|保证|充足|出具|构成|出现|完成|虚假|通过|成绩|问题|期[内满]|优[秀异良]|突出|良好|较[好差低高多少快慢大小重轻]|严重|缓慢|超期|到期|届满|临时|擅自|私自|故意|恶意|多次|首次|显著|明显|恶劣|轻微|滞后|排名|[末前后][一二三位两五十]|先进|连续|屡[次教禁查]|再次|[瞒漏谎]报|弄虚|[作造]假|敷衍|推诿|失职|渎职|该|应(?=[拆改迁收建补退关停报缴减])"
)
_REST = re.compile(r"剩余|其余|其他|所有(?!.*(?:[未不超]|以[上下]))|方面|此类|同样")
_PREDICATE = re.compile(r"^先(?![行后进])|^(?:按照|根据|正如|就像)|各.各$|(?<![凡但若还而于])是(?!否|因)")
_REPEATED = TRIGGERS.sieve(
    r"(?<![只才可性功智技不])((?:能|愿意?|宜|可(?!行))([^，。；：、的\n]{1,4}))的(?:尽量|全力|优先|先|就先|照常|继续|抓紧|及早|马上|坚决|立即|一律|就|要|必须|尽快|全部|限期|依法|严格)*\2"
)
_IF = re.compile(r"(?:凡是?|对于|对|如果|如|若|倘若|一旦|但|因此|在|且)")
_TOWARDS = re.compile(r"(?<![针面应绝相反核校派])对(?![接口应外标策话照比象手])于?")

_UNDER = TRIGGERS.sieve(r"(?:(前提)下?|(基础)之?上|(情况|情形|条件)下)(?=，|[^，。；的、]|$)")
_IN = re.compile(r"(?<![存正现实潜所旨])在(?![建线校岗册职读编场家村])")
_SAME = re.compile(
    r"(?:同等|同样|新|当前|目前|现有|原有|去年|上年|此|这种|这样|一定|特殊|紧急|上述|已有|现行|同类|特定|常态化|各种|任何)$"
)
_STANDING = re.compile(r"现有|原有|已有|目前|去年|上年|今年|年计划|此|这")  # 在现有基础上 is where one stands, no event
_THING = re.compile(r"“[^”]+”(?:平台|系统|体系|机制|模式|版|网|工程)?")  # 在“一网通”基础上升级
_AMOUNT = re.compile(r"^[^达超]*[\d.×X]+[万亿]?(?:亩|个|家|户|人|元|吨|条|公里|头|只|%|台|套|所|名)$")
_ASSURED = re.compile("(?:确保|保证|保障|坚持|做好|不影响)")
_SURE = re.compile(r"(?:确保|保证|保障|坚持|做好|不影响|不)")

_APPROVED = TRIGGERS.sieve(
    r"(?<![已曾财神所未])经过?(?!验(?!收)|[济营费过常办开贸手纪理历典络普销侦适纬]|发局|信(?!访))([^，。；：！？\n]{0,40}?"
    r"(?:批准|同意|审[核定查批议]|[初复会终预]审|核[实准查定]|认定|评估|评审|验收|论证|公示|确认|检查|鉴定|批复|许可|授权|备案)(?:合格|通过|无误|无异议|同意)?)(?:，(?!现|特|决定|制定)|(?=方可|才能|方能|后?即可|宣布|启动|解除|终止|按政策|按规定|按程序|给予|予以)|(?:退出|通过)?的(?![，、]))"
)
_UNTIL = TRIGGERS.sieve(
    r"(?:(?<![等接对招优看期亟急])待(?!遇)|(?:(?<=[，。；：！？\n])|^)等(?![待级额于同离因外候次高比效式价边身]))([^，。；：！？\n的后]{2,25}?)(?:再(?!次|度)|时，(?!期|间)|，(?=再|立即|马上|及时|尽快|抓紧|迅速|第一时间|随即|方可|即可|适时))"
)
_WITHIN = TRIGGERS.sieve(  # 接到预警1小时内
    r"((?:接到|收到|接报)[^，。；：！？\n后之起]{2,25}?)(?=[\dX×一二三四五六七十两]{1,3}个?(?:小时|分钟|工作日|日|天)之?内)"
)


def waits(text: str) -> Iterator[Found]:
    """(start, end, kind, rule) of each trigger, in no order; they may overlap."""
    yield from _after(text)
    yield from _headless(text)
    yield from _repeated(text)
    yield from _under(text)


def _after(text: str) -> Iterator[Found]:
    for match in _AFTER.finditer(text):
        end = match.start()
        if text[end - 1 : end] == "明" and text.startswith(("两", "天"), end + 1):
            continue  # 明后两天
        if text[end - 1 : end] in "之以":
            end -= 1
        low = clause_start(text, end)
        piece = masked(text, low, end)
        opened = False
        cut = LABEL.match(piece).end()  # type: ignore[union-attr]
        for opener in _OPENER.finditer(piece, cut):
            if len(piece) - opener.end() >= 2:
                cut, opened = opener.end(), opened or opener.group()[0] in "待经报在提交"
        received = [one for one in _RECEIVED.finditer(piece, cut) if len(piece) - one.end() >= 2 or one.start() == cut]
        if received:  # 修改完成 has no object of its own
            cut, opened = received[-1].start(), True
        if (basis := _BASIS.match(piece, cut)) and len(piece) - basis.end() >= 2:
            cut, opened = basis.end(), True  # 根据会议意见修改完善后: the paper is a basis of its own
        if adverb := _EVENT_ADVERB.match(piece, cut):
            cut = adverb.end()
        event = piece[cut:]
        follows = text[match.end() : match.end() + 6]
        plain = follows[:1] in "，" or not follows
        if (
            len(event) < 2
            or _COMPOUND.search(event[-2:])
            or _TIME_ONLY.fullmatch(event)
            or event[0] in "先最、”）"
            or event[-1] == "、"
        ):
            continue  # 先听证、后上会
        begun = plain or opened or not _BEGUN.match(event)  # 推动解决免收通行费后… goes on with a noun
        if _OWN_ISSUE.fullmatch(event):
            continue  # 本方案印发后两个月内: the day of the paper
        if begun and (plain or opened or HAPPENED.search(event) or _SECOND.match(follows)):
            yield low + cut, end, "after", "dependency-after"
    for match in _APPROVED.finditer(text):
        yield match.start(1), match.end(1), "after", "dependency-approved"
    for match in _WITHIN.finditer(text):
        yield match.start(1), match.end(1), "after", "dependency-after"
    for match in _UNTIL.finditer(text):
        yield match.start(1), match.end(1), "after", "dependency-until"


def _headless(text: str) -> Iterator[Found]:
    for match in _HEADLESS.finditer(text):
        end = match.start()
        low = clause_start(text, end)
        piece = masked(text, low, end)
        cut = LABEL.match(piece).end()  # type: ignore[union-attr]
        if len(piece) - cut < 2 or _REST.match(piece, cut):
            continue
        comma = match.group() == "的，"
        doubtful = piece.startswith("凡是", cut) or not _DOUBT.search(piece, cut)
        if (not comma and doubtful and not _SURELY.match(text, end)) or _PREDICATE.search(piece, cut):
            continue
        if match.group("verb") is not None and _GOVERNED.match(piece, cut):
            continue
        if lead := _IF.match(piece, cut):
            cut = lead.end()
        elif towards := _TOWARDS.search(piece, cut):
            cut = towards.end()
        yield low + cut, end, "condition", "dependency-headless"


def _repeated(text: str) -> Iterator[Found]:
    for match in _REPEATED.finditer(text):  # 能合并的合并
        yield match.start(1), match.end(1), "condition", "dependency-headless"


def _under(text: str) -> Iterator[Found]:
    for match in _UNDER.finditer(text):
        end = match.start() - (text[match.start() - 1 : match.start()] == "的")
        low = clause_start(text, end)
        piece = masked(text, low, end)
        starts = [one.end() for one in _IN.finditer(piece)]
        if match.group().endswith("前提下") and not starts and _ASSURED.match(piece):  # 确保安全的前提下
            starts = [0]
        if not starts or len(piece) - starts[0] < 3:
            continue
        inside = piece[starts[0] :]
        if _SAME.search(inside):
            continue
        if _STANDING.match(inside) or _THING.fullmatch(inside) or (match.group(2) and _AMOUNT.search(inside)):
            continue
        after = match.group(2) and not _SURE.match(inside)
        if match.group(3) and not _DOUBT.search(inside):
            continue
        yield low + starts[0], end, "after" if after else "condition", "dependency-under"
