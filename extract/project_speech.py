"""Does the text speak of building the thing: a verb before its name (推进, 新建), or a word or predicate behind it (建设, 竣工)?"""

from __future__ import annotations

import re

from extract.noun_phrase import Phrase, verb_class
from extract.project_heads import ALONE, PHASE, Head
from extract.project_names import individual

_BUILT = (
    r"建成|正在(?:施工|建设|安装|招标|装修|收尾)|已(?:开工|动工|进场)|竣工|投产|投用|投运|投入使用|投入运营|通车|开工|动工|完工|建好|试运[行营]|封顶|通水|试通水|并网|交付|开园|开业|开馆|启用|贯通|合龙|达产|落地|上线|开通|动建|通气|通电"
    r"|主体完|复工|供水|供电|接通|对外开放|铺完|(?<!检)修完|建完|修通|封关|开街|开航|通航|蓄水(?![量位池能期安])|截流|奠基|试营业|开诊|开班|营业|满产|量产|加快推进|全面推进|完成(?:全部|剩余|所有)?(?:主体|招标|装修|前期|征拆|征迁|竣工|路基|基础|验收|可研)|具备|交房|交地|进场|落户|签约|完成(?:年度|全年|计划)?投资|基本建立|建立完善|拆除重建"
)
_WORK = r"筹建|组建|铺设|架设|敷设|安装|建设(?!资金|用地|成本|领域|机遇|经验|投资|集团|有限|开发公司|发展集团|工程局)|开发(?!区|商|公司|管理|局|集团)|改造|扩建|新建|升级|提升|迁建|重建|施工|开发建设|优化|维修|整修|绿化"
_EARLY = r"前期工作|前期|征拆|征迁|征收|手续|选址|立项|主体工程|主体建设|主体施工|土建|征地|拆迁|移民搬迁|移民安置|搬迁安置|扫尾|收尾|竣工验收|环评|可研|招投标|审批"
_DIRECT = re.compile(
    rf"的?(?:主体|标准化|规范化|安全|社会化|[二三]期|服务功能|功能|能力|体系)?(?:{_WORK})(?!性|用地|领域|兵团|费|资金|标准|主体|考核|情况|成效|规范|质量)|的?(?:{_EARLY})"
)
PREDICATE = re.compile(
    rf"[^，。；：！？\n\t、]{{0,18}}?(?:{_BUILT})|(?:年内|年底前?|[\dX×一二三四五六七八九十]+(?:月|季度)[底末份]?前?)(?:力争|确保|必须|要|实现|(?:全部|全面|基本)?完成(?=$|[，。；\n]))"
)
_OWNED = re.compile(
    rf"(?:、[^，。；：！？\n\t]{{2,40}})?，(?:[^，。；：！？\n\t]{{1,20}}?(?:负总责|牵头|负责|主抓|包抓|包联|现场指挥)|[^，。；：！？\n\t]{{0,14}}?(?:要加快|要抓紧|要尽快|必须|要在|要统筹好|要倒排|要确保|要力争|要挂图|要抢)|[^，。；：！？\n\t]{{0,10}}?(?:{_BUILT})"
    rf"|[^，。；：！？\n\t]{{1,10}}?(?:[局委办厅镇乡县团]|公司|街道|管委会|[县市区镇]长)(?:要|抓紧|必须|尽快|本?月底前?|[\d×X]+月|汛前|今年|年[底内]前?|提前|负责)[^。；！？\n\t]{{0,40}}?(?:{_BUILT}|手续|征[拆迁地收]|用地|工期|施工|干完))"
)
_COMES = (  # what befalls a work under way, said of nothing else
    r"[开动]工|竣工|完工|[复停]工|投产|达产|投用|投运|封顶|合龙|通[车水电气航](?!管|道|路)|送电|并网|建成|投入(?:使用|运营|运行)|试(?:运[行营]|生产|通水|营业)|打通|贯通|[交移]付使用|交房|交钥匙|开[园馆业街诊]|奠基|验收|移交|立项|预?可研|初设|挂网|招标|征[拆迁地收]|拆迁|施工|衬砌|浇筑|摊铺|铺完|报批|核准手续|施工许可|(?:开工|前期|用地|报建)手续|拉通|收储土地|要(?:抓紧|加快|尽快|提速|抢时间)(?:启动|建设|推进|(?=[，。]))"
)
_LATER = re.compile(  # 观音坝干渠…摆在最前头，插秧之前要通水
    rf"(?!是|的?(?:期盼|梦想))[^。；！？\n\t]{{0,60}}?(?:{_COMES})"
)
_CARRIED_OUT = re.compile(  # 老车站停车楼由县城投公司负责实施
    r"(?:、[^，。；：\n\t]{2,30}?)?，?由[^，。；：、\n\t]{2,20}?(?:立项|实施|建设|承建|代建|改造|施工|推进)"
)
_LAID = frozenset(("road", "bridge", "railway", "port", "water", "energy", "pipe", "sewage", "phase"))
_PLACE_THAT_ACTS = frozenset(("school", "hospital", "care", "institute", "industry", "farmland"))  # they do works too
_REST_OF_LIST = re.compile(
    rf"(?:、|和|及|与|以及)[^，。；！？\n\t]{{1,70}}?(?:等[^，。；、]{{0,10}}(?:项目|工程|建设|设施)|(?:建设|改造|扩建|迁建|重建|施工)(?!性)|{_EARLY}|项目|工程|{_BUILT})"
)
_AFTER_LIST = re.compile(rf"(?:、|和|及|与)[^，。；：！？\n\t]{{2,80}}?(?:{_BUILT})")  # A、B9月投入使用
FOLLOW = re.compile(
    r"$|问题|[，。；：、！？,;:\s）)」”\"》（(【]|和|与|及|以及|或|并|于|由|将|要|应|必?须|今|明年|年|到|在|\d|[X×]|[一二三四五六七八九十]+(?:月|期|季度)|力争|确保|争取|全[面部]|尽[快早]|早(?=开工|竣工|建成|投产|投用|达产|见效|日)|按[期时]|如期|早日"
    r"|待(?=[^，。；]{2,24}(?:批复|批准|核准|审批|到位|完成|下达|验收|装好|办结)后)|经(?=[^，。；]{2,16}(?:核准|批准|审批|批复|审定)后)|因(?=[^，。；]{2,24}，(?:须|需|要|应))|(?:初步设计|初设|可研|施工图|用地用林|用地报批|征地|征拆|环评)"
    r"|正式|为|是|的|第|每|这|那|达到|项目|工程|完成|工作|任务|实施|推进|进[度展程]|步伐|顺利|同步|先(?=完成|启动|开|行|期)|首|规划|设计|试点|[上下]半年|还[是没要]|就|仍|已|正在|尚|拖|卡|迟迟|一直|抓紧|不能|没|有望|预计|计划|纳入|列入|[主]?汛期?前|春节|国庆|元旦|五一|节前|[春夏秋冬]季|主体"
    r"|等(?=$|[，。；]|[^，。；、]{0,10}(?:项目|工程|设施|平台|建设(?!资金|用地)|场馆|载体|系统|应用|道路|断头路|园区|公路|景区))"
    rf"|(?:标准化|规范化|安全|社会化|服务功能|功能|能力|体系)?(?:{_WORK})(?!考核|情况|成效|标准|规范)|(?:服务|设施)?功能|社会化|能级|{_BUILT}|{_EARLY}"
)
FOLLOW_TOLD = re.compile(  # what is said of a work in speech: 观音坝干渠今冬要衬砌完
    "[今明去]冬|[今明]春|[这那]个?月|现在|跟|漏水|[上下]个?月|本?周|通车|受|停了|再|不(?!动产|[少低超高足])|也|都|先|千万|赶|抢"
)
FOLLOW_BETTER = re.compile("[\u4e00-\u9fff]{2,8}(?:水平|频率|性能|效率)(?=[，。；])")
"""What of a system is bettered: 提高登记系统 | 数据更新频率."""
_JOINED = re.compile(  # 推进政务系统与征信系统的对接互通: joined, not built
    r"[^，。；：！？\n\t]{0,30}?(?:对接|互联互通|互通|信息交换|数据交换|数据共享|衔接|联通)"
)
_WITH_FIRMS = re.compile(r"与[^，。；：！？\n\t、]{2,12}(?:直连|对接|合作|联动)")  # 推动票据交易所与核心企业直连
_BETWEEN = re.compile(
    r"(?:间|之间|与[^，。；：！？\n\t、]{2,30}?)(?:的|信息|数据)*[^，。；：！？\n\t、]{0,4}(?:机制|共享|交换)"
)
_AT_ONCE = re.compile(rf"(?:尽快|尽早|早日|如期|按期|顺利|年内|年底前|正式|全面)*(?:{_BUILT})")  # 促进柳塘水泥二期投产
_HANDLING = frozenset(("解决", "协调", "办理", "调度", "协调解决"))
_MATTER = re.compile("[^，。；、]{0,8}(?:问题|手续|用地|矛盾|纠纷|困难)")
_ABOUT = re.compile(  # 柳江大桥的面层, 石坪水厂、柳塘大桥这些都是
    r"(?:、[^，。；：！？\n\t]{2,40}?)?(?:的(?:用地|手续|征拆|征迁|尾款|面层|图纸|资金缺口|施工图|选址|环评|验收|主体|桥面|路基|路由|前期)|这(?:些|几|两|三|四|五)|那(?:些|几|两|三))"
)
_INCLUDES = re.compile("(?:其中)?(?:包括|包含|含|涵盖)")  # 打造文旅综合体，含茶博馆、索道
_LISTED_IN = re.compile(r"[^，。；\n\t]{0,60}(?:列入|纳入|作为|列为)")
_CELL = re.compile(r"(?:[（(][^）)\n\t]{1,8}[）)])?(?:、[^，。；：\n\t]{2,80})?(?=$|[\n\t])")  # a cell that lists works
INTO = frozenset(("将", "把", ""))
OF_ACTS = INTO | {"待"}  # 待学林路西延通车时
BUILDING = frozenset(
    [
        "实施",
        "建设",
        "改造",
        "扩建",
        "重建",
        "修复",
        "共建",
        "规划",
        "整修",
        "翻建",
        "维修",
        "升级",
        "开发",
        "优化",
        "提升",
        "改造提升",
        "改造升级",
        "提质改造",
        "升级改造",
        "提档升级",
        "拓宽",
        "美化",
        "亮化",
        "做大做强",
        "做大",
        "做强",
    ]
)
_MAKING = frozenset(("研发", "完善", "健全", "上线", "开通", "部署", "运营", "引入", "试行", "形成"))
_METAPHOR = re.compile(r"重要的?|一流|领先|知名|著名|最大|区域性|有影响力|高地|世界级|全球|引领")


_QUALITY = re.compile(  # 提升机场、车站服务水平: no work
    r"(?:、[^，。；：\n\t]{2,30}?)?(?:服务|管理|运行|运营|安全|保障)*(?:水平|质量|效率|秩序|形象|监管|管理)(?=$|[，。；、])"
)


def is_built(text: str, head: Head, name: Phrase, before: str, end: int) -> bool:
    verb, group = name.verb, verb_class(name.verb)
    figure = _METAPHOR.search(before) if head.sort == "facilities" else None
    if figure is not None and not (
        figure.group() == "世界级" and figure.start() > 1 and individual(before[: figure.start()])
    ):
        return False  # 青柳湾世界级商务区 is one
    if verb in BUILDING and _QUALITY.match(text, end):
        return False
    if group == "push" and _WITH_FIRMS.match(text, end):
        return False
    if head.sort == "digital" and ((group == "push" and _JOINED.match(text, end)) or _BETWEEN.match(text, end)):
        return False
    if (
        group in ("push", "build")
        or verb in BUILDING
        or (verb in _MAKING and (head.kind == "general" or "“" in before))
    ):
        return True
    if head.sort == "digital" and (group == "make" or verb in _MAKING or verb == "提高"):
        return True
    if (_INCLUDES.match(text, name.low) and "、" in text[name.low : end + 1]) or (
        verb in ("将", "把") and individual(before) and _LISTED_IN.match(text, end)
    ):
        return True
    cell = text[name.low - 1 : name.low]
    if (cell == "\t" or (cell == "\n" and text[end : end + 1] == "\t")) and (
        individual(text[name.start : end]) and _CELL.match(text, end)
    ):
        return True
    if (
        group not in ("take", "ban")
        and (individual(text[name.start : end]) or text[name.start : end] in ALONE)
        and _ABOUT.match(text, end)
    ):
        return True
    if group == "know" and PHASE.search(text, name.start, end):
        return True  # 包保青北快速路（三标段）
    if verb in ("引进", "招引", "引入") and individual(before):
        return True
    if group == "work" and (_AT_ONCE.match(text, end) or (verb in _HANDLING and _MATTER.match(text, end))):
        return True
    rest = _REST_OF_LIST.match(text, end)
    if _DIRECT.match(text, end) or rest:
        built = not rest or bool(PREDICATE.match(text, rest.end() - 4) or _AFTER_LIST.match(text, end))
        return group not in ("", "take", "know", "ban") or verb in ("将", "把") or (verb == "" and built)
    if verb in OF_ACTS and (_CARRIED_OUT.match(text, end) or _told_later(text, head, name, before, end)):
        return True
    if verb in INTO or verb in ("力争", "确保"):
        return bool(PREDICATE.match(text, end) or _OWNED.match(text, end))
    return False


def _told_later(text: str, head: Head, name: Phrase, before: str, end: int) -> bool:
    """Does the sentence say further on what only befalls a work: 观音坝干渠摆在最前头，插秧之前要通水?"""
    return (
        head.sort == "facilities"
        and head.kind not in _PLACE_THAT_ACTS
        and (individual(before.rstrip("的")) or head.kind in _LAID or PHASE.search(text, name.start, end) is not None)
        and bool(_LATER.match(text, end))
    )
