"""Sentences whose wording alone says that they order nothing: consent, posts and groups, stages, formulas of reports."""

from __future__ import annotations

import re

from extract.appointments import appoints, members
from extract.body_words import OF_SYSTEM
from extract.evidence import Evidence
from extract.lacks import feeble
from extract.meetings import meeting
from extract.structure import Kind, Sentence

AGREES = r"(?:经研究，)?(?:会议)?(?:(?:原则上?|一致)?同意|(?:原则上?|审议|讨论|一致)通过)"
_AGREED = re.compile(rf"{AGREES}(?!由)[^，。；]{{4,}}")
_HANDED_ON = re.compile(
    r"[，,](?:会后|请|并|再|作|抓紧|尽快|进一步|由[^，。；]{2,20}|根据[^，。；]{2,20}|按照?[^，。；]{2,20})*"
    r"(?:[^，。；]{2,12}(?=审[查核定]))?(?:(?:修改|补充|完善|细化|审[查核定]|把关|研究)+[^，。；]{0,8}后?[，,]?)*(?:按程序|依程序)*"
    r"(?:报请?|提请|提交|上报|呈报|以[^，。；]{2,14}(?:名义|文件)?(?:印发|下发)|印发(?:实施|执行)?|下发|发布实施|批复(?:实施)?)"
)
"""会议同意《…办法》，修改完善后提请县委常委会审议: whoever proposed it has to hand it on."""
_CHARGED = re.compile(rf"负责(?![人同]|{OF_SYSTEM})|(?<![主重必需])要(?![求素点件])|应(?![急用])|须|承担|不得|一经")
_LISTS_POINTS = re.compile(
    r"我(?:就|再|先|只|着重|重点|主要|简单|接着|想)*(?:讲|说|谈|提|强调|念)[^，。；]{0,8}?(?:[一二三四五六七八九十几两]|\d+)(?:件事|点(?!名)|条|个方面|个问题|句话|层意思|个意见|个要求|桩事)"
)
"""今年怎么干，我讲五件事: announces, orders nothing."""
_AIMS = re.compile(
    r"(?:预期|奋斗|工作|主要|总体|总的|发展|年度)(?:工作|发展|奋斗|预期)?目标(?:任务)?(?:[是为][：:，]?|[：:])"
)
"""我区旅游工作的预期目标是：全年共接待游客290万人次"""
_STAGE = re.compile(
    r"[^，。；]{2,28}[为是](?:[^，。；的]{2,8})?阶段。?\Z"
    r"|[^，。；]{2,28}(?:共?分|分为|划分为)[一二两三四五六七\d]个阶段(?:进行|推进|实施|开展|组织实施)?[。：:]?\Z"
)
"""2022年6月—7月为启动阶段。: names a stage, orders nothing."""
_SUBMITS = re.compile(
    r"以上(?:意见|答复|情况|建议)[^。；]{0,24}(?:参考|参阅)|请予?(?:各位代表|大会|会议)?(?:审议|审查|审定)(?=[，。]|并)|我[受代][^。；]{2,30}报告(?:如下|工作|[^，。；]{0,16})，请"
)
"""现在，我代表县人民政府，向大会报告工作，请予审议…: the speaker's own formula."""
_WEIGHTY = re.compile(
    r"(?:会议(?:指出|强调|认为)，)?[^。；]{4,60}?[，,]?(?:既|不仅)?是(?:(?![，,][都也还更又]?(?:要|应|须|必须|务必|确保|不得))[^。；]){2,40}(?:承诺|责任|任务|要求|使命|举措|途径|抓手|保证|前提|基础|关键|体现|选择|引擎|动力|底线|红线|生命线|重中之重|头等大事|应有之义|应有之举|试金石|必答题|必由之路|应尽之责(?=，也是)|应有之责|职责所在|当务之急|大事|要事)(?:和[^，。；]{2,8})?"
    r"(?:[，,](?:也|更|又|而且)?是[^。；]{2,40})*。?\Z"
)
"""如期完成脱贫任务，是庄严承诺，是必须履行好的政治责任。: says what a thing is, orders nothing."""
_ALL_POINTS = re.compile(
    r"(?:做好|抓好|抓紧抓好|推进|落实|突出|聚焦|实施|办好)[^，。；]{0,6}(?:以下|[两三四五六七八九十]+)(?:个|大|项|件)?(?:方面)?[^，。；\d]{0,6}?(?:工作|任务|重点|方面|行动|事项?|举措)[：:]\Z"
)
"""围绕上述目标，重点做好六个方面工作：over the sections that tell them."""
_PERSISTS = re.compile(
    r"[^。；]{4,80}?(?:问题|现象|短板|矛盾)[^，。；]{0,4}(?:仍然?|还|依然|尚)[^，。；]{0,8}(?:突出|存在|根治|扭转|不少|较多|多发|普遍)(?:[，,](?:必须|需要|要)在今后(?:的)?工作中[^，。；]{0,8}解决)?。?\Z"
)
"""产业层次偏低等问题仍然突出，必须在今后工作中着力解决。: what is wrong, no task of its own."""
_UNSOLVED = re.compile(
    r"(?:未|没有)达到[^，。；]{2,20}(?:要求|标准|指标|目标)|(?:还|尚|仍)远?(?:没有|未)(?:真正|完全|全面)?(?:掀起|形成|落到实处|启动|到位)|(?:(?:问题|矛盾|现象)(?:依然|仍然?|还)(?:存在|突出|严重)|还(?:没有|未)(?:得到)?(?:根本|完全|有效)?解决"
    r"|(?:还|尚|仍)不能(?:很好|完全|有效)?(?:满足|适应))[^，。；]{0,20}[。；]?\Z"
)
"""看病难问题依然存在，还不能满足群众需要。"""
_WORTH = re.compile(
    r"(?:经验|做法|成效|精神|作风)[^，。；]{0,8}值得[^，。；]{0,10}(?:借鉴|学习|推广|总结|肯定|点赞)[。；]?\Z"
)
"""收缴率两年提高了40个百分点，经验值得各地借鉴。: praise."""
_HEARD = re.compile(r"[^，。；]{2,16}(?:汇报|通报|介绍|报告)了[^。；]{2,80}")
"""县财政局汇报了一季度预算执行情况，…: what a meeting heard."""
_HEAVY = re.compile(r"[^，。；]{2,12}(?:责任)?(?:重于泰山|大于天|高于一切)。?\Z")
_REFERS = re.compile(
    r"(?![^，。；]*[于前要])(?:[^，。；]{0,20}分(?:为|成)?[^。；]{2,30}级，)?[^，。；]{0,20}见附[件表录则]\s?[\d一二三四五]{0,2}[。；]?\Z"
)
"""具体责任区见附件2。"""
_IN_FORCE = re.compile(
    r"(?:本|该|此)《?[\u4e00-\u9fff]{0,8}(?:通知|办法|意见|方案|规定|细则|规范|条例|制度|决定|规则|预案|标准|计划|规程)》?[，,]?(?:自|从)[^，。；]{2,24}(?:起|后|之日)(?:开始|正式)?(?:施行|实施|执行|生效)(?:[，,]有效期(?:为|至)?[\d一二三四五六七八九十]+(?:个月|年)[^，。；]{0,6})?[。；]?\Z"
)
"""本《通知》自印发之日起开始施行。"""
_ELSEWHERE = re.compile(r"[^，。；]{2,20}另有(?:规定|约定|要求)的?[，,]?(?:从|依|按)照?其(?:规定|约定|要求)[。；]?\Z")
"""法律法规另有规定的，从其规定；"""
_CONTACT = re.compile(r"(?:日常|具体)?(?:工作)?联系人[：:][^，。；]{2,40}[；。，]?\Z")
_THANKS = re.compile(r"(?:再次|非常|衷心|诚挚|十分)*感谢[^。；]{2,40}(?:关心|支持|关注|理解|监督)[^。；]*[。；！]?\Z")
"""非常感谢您对我县工作的支持，请一如既往提出宝贵意见。"""
_HOLIDAY = re.compile(
    r"[^。；]{0,80}?放假(?:调休)?[，,]?共?\d+天[^。；]*[。；]?\Z|\d{1,2}月\d{1,2}日[（(](?:星期|周)[一二三四五六日天][）)](?:正常)?上班[。；]?\Z"
)
"""10月1日至7日放假调休，共7天，9月29日（周日）上班。"""
_DIVIDED = re.compile(
    r"《[^《》]{2,40}》(?:共)?(?:明确|细化|分解|确定|涉及|包括)[^，。；\d]{0,4}\d+[项条个][^，。；]{0,8}(?:[，,]涉及[^，。；]{2,20})?[。；]?\Z"
)
"""《任务分解》明确60项具体任务，涉及12个牵头单位；"""
_COMPRISES = re.compile(
    r"(?!.*(?:应|须|(?<!主)要|至少|负责))[^，。；：]{2,16}(?:内容|范围|信息|成本|费用|对象|材料|程序|方式|方法|步骤|形式)(?:主要)?包括[^，。；]{4,}[。；]?\Z"
)
"""登记公示内容主要包括登记主体名称、登记类型。: says what a thing is."""
_LACKS = re.compile(
    r"(?:[^，。；]{0,8}(?:有|仍有))?\d+[个家处名户][\u4e00-\u9fff]{1,8}?(?:仍|还|尚)?未(?!来|成年)(?![^。；]*的)[^。；]{2,60}[。；]?\Z"
)
"""12个村未建立隐患台账。"""
_FOR_WHOM = re.compile(
    r"(?:考核|考评|评选|评价|检查|适用|培训|督查|奖励|补贴|补助|救助|申报|招聘|参评|活动|参赛)(?:的)?(?:对象|范围|主题)(?:为|是)?[：:][^。；]{2,80}[。；]?\Z"
)
"""考核对象：各乡镇人民政府、县直有关部门。"""
_COUNTS = re.compile(
    r"(?:根据|按照?)[^，。；]{2,20}，(?:本|全|我|该)[省市县区镇乡][^，。；建完修新推培安开实改引整创打]{2,12}(?:共有?|有)?\d+[个条座处家项][^，。；]{0,3}(?:，其中(?![^。；]*(?:要|须|应|确保|力争|[底前]))[^。；]*)?[。；]?\Z"
)
"""根据水系规划，本区骨干河道39条段，其中主干河道10条段。: how many there are."""
_APPROVES = re.compile(
    r"(?!对[^。；]{2,40}的[^。；]{1,8}(?:给予|予以))[^。；]{2,60}(?:表示|给予|予以)(?:了)?(?:充分|高度)?(?:肯定|赞赏|感谢|祝贺|慰问)[。；]?\Z"
)
_WITHOUT = re.compile(
    r"未经[^，。；]{2,24}?(?:批准|同意|许可|授权|审核|审批)的?[，,][^，。；]{0,24}?(?<![得能准予许])不(?=[出参办发拨安调变召印得能准予])"
)
"""未经县政府批准，县政府领导班子成员不出席…: forbids without a word of prohibition."""
_PURPOSE = re.compile(r"(?:为了?|根据|依据|按照)[^。；]{4,}[，,](?:现|特)?(?:制定|制订)本[\u4e00-\u9fff]{2,8}。?\Z")
"""为了规范…，根据《…》，制定本办法。"""
_PURPOSE_FIRST = re.compile(r"为[^。；]{8,}[，,](?:现|特)?(?:制定|制订)[^，。；]{0,10}(?:实施|工作|行动)方案。\Z")
"""为贯彻落实《…计划》，全面推进污染防治工作，制订专项行动实施方案。: what a paper begins with."""
_FOUNDS = re.compile(
    r"(?:根据|依据|按照)[^。；]{4,120}[，,]设立[^，。；]{2,40}(?:[，,]为(?![^。；]*\d)[^。；]{0,60}的(?:办事|工作|派出|直属)?(?:机构|部门|单位)|（[^（）]{2,30}）)。?\Z"
)
"""根据机构改革方案，设立国务院办公厅，为…的机构。"""
_WHOSE_DUTIES = re.compile(
    r"(?![^。]*(?:履行|落实|压实|明确|厘清|强化|转变|承担|理顺|优化|完善|划分|调整))[^，。；：]{1,18}(?:组|办公室|指挥部|委员会|专班|小组|局|委|中心|部门|单位)(?:主要|工作|具体)?职责(?:及构成|及组成|分工)?。\Z"
)
"""综合组职责。: over what its paragraph says."""
_SUBJECT_OF = re.compile(r"关于[^，。；]{2,30}的?(?:问题|事宜|事项)。\Z")
"""三、关于明确责任及时间节点的问题。: a heading."""
_FIRST = 4  # sentences of a preamble
_ANSWERS_FOR = re.compile(
    r"[^，。；]{1,40}(?:[局府委办厅]|部门|单位|乡镇|街道|街镇|公司|企业|集团|开发区|园区)[为是][^，。；]{2,30}责任主体(?=[，。；])"
)
"""各乡镇是村道管护的责任主体: charged with it."""
_CITES = re.compile(
    r"(?:党的[\u4e00-\u9fff]{1,8}[大会](?:报告)?|[^，。；]{0,20}总书记(?:在[^，。；]{2,30})?|党中央、国务院|党中央|国务院|中央[^，。；]{2,16}会议|[^，。；]{0,10}[三四五六七]中全会)"
    r"(?:多次|反复|明确|再三|一再|特别|曾|曾经|对此|还)*(?:强调|指出|提出|要求|明确)[，：]?[“]?(?:(?!我[省市县区州镇乡局]|全[省市县区州镇乡]|各[级地县镇乡市单有部])[^。])*。?\Z"
)
"""党的十九大提出，要坚持以人民为中心。: what those above said, not what this paper orders."""
_PAST = ("c:le", "c:already", "c:past", "x:done", "r:review")
_BY_WHOM = re.compile("由[^，。；]{1,16}(?:[局委办厅部府]|单位|部门|中心)")
_SERVES = ("有利于", "有助于")
_GATHERS = re.compile(r"由[^，。；]{2,24}牵头(?:组成|组建|成立|抽调)[^，。；]{2,24}[，,](?:开展|对|赴|深入|负责|逐|分)")
"""由保卫部牵头组成专项检查组，开展现场检查: what they are gathered for is to be done."""
_ORDERS_OTHERS = re.compile(
    r"会议(?:听取|审议|传达|学习|通报|原则|研究|讨论|通过|一致)[^。；]{2,80}?[，,](?:并|同时|会议)?(?:研究)?(?:要求|责成|决定)[^。；]{4,}"
    r"|会议(?:再次|还|又)?(?:强调|指出|肯定)[^。；]{2,60}?[，,](?:并|同时)要求[^。；]{4,}"
)
"""会议听取了县水务局的汇报，要求县水务局3月底前完成维修30眼。"""
_DONE_SO_FAR = re.compile(
    r"(?:先后(?:[^，。；要须]{0,4}(?:召开|组织|开展|深入|举办|派出|印发|出台|制定|争取|投入|走访|赴|到))|共(?:计)?(?:检查|召开|组织|出动|查处|排查|走访|发放|受理|接待|下达|发现)"
    r"|累计(?:出动|查处|检查|召开|走访|排查|发放|受理|接待|下达))[^，。；]{0,20}[\dX×]"
    r"|截[至止]到?[^，。；]{2,12}，[^。；]{0,12}(?:共|累计|已)[^。；]{0,16}[\dX×]"
)
"""先后召开3次专题会议; 截至2月底，全县共发放贷款3.2亿元"""
_PUNISHED = re.compile(
    r"[^。；]{0,40}?(?:进行|作出|实施|给予)了[^。；]{0,40}?(?:责令|罚款|处分|通报批评)[^。；]{0,12}[。；]?\Z"
    r"|[^。；]{2,60}?(?:被|受到)(?:给予|责令|处以|党内|政务|免职|开除|行政|撤销|停职|立案)[^，。；]{0,20}[。；]?\Z"
)
"""李某因工作失职，被给予政务记过处分。: told, not ordered."""
_ONE_PAST = re.compile(
    r"[^，。；：“”]{2,40}?(?:(?P<said>提出|形成|召开|听取|审议|研究|举行|签署|转发|发布|公布)|作出|做出|制定|制订|印发|出台|进行|开展|组织|完成|建立|成立|举办|取得|印制|下发|签订|起草|编制|拟定)了[^，。；：]{2,40}。\Z"
)
"""发展改革委会同水利部研究提出了办理意见。"""
_NOT_YET = ("还", "仍", "依然", "尚", "达到")
_CITED = frozenset("党习中国二三十五")
_ORDERS = ("must", "yao", "ban")
Said = tuple[Kind, str, str]
"""Kind, rule and cue."""


def formula(sentence: Sentence, evidence: Evidence) -> Said | None:
    """Kind, rule and cue of a sentence that its wording decides, None for one to be weighed."""
    text, begin = sentence.text, sentence.body - sentence.start
    orders = not evidence.kinds.isdisjoint(_ORDERS)
    if not orders and text.startswith(_SERVES, begin) and _BY_WHOM.search(text) is None:
        return Kind.CONTEXT, "background", text[begin : begin + 3]
    if "牵头" in text and not any(map(evidence.has, _PAST)) and _GATHERS.search(text):
        return Kind.OBLIGATION, "assigned", "牵头"
    if text.startswith("会议", begin) and _ORDERS_OTHERS.match(text, begin):
        return Kind.OBLIGATION, "modal-must", "要求"
    if "目标" in text and evidence.has("x:target") and not any(map(evidence.has, _PAST)) and _AIMS.search(text, begin):
        return Kind.OBLIGATION, "target", "目标"
    if not orders and _done(text, begin, evidence):
        return Kind.RESULT, "past-result", ""
    if not orders and "了" in text and not evidence.has("x:deadline") and (done := _ONE_PAST.match(text, begin)):
        return (Kind.CONTEXT, "background", "了") if done["said"] else (Kind.RESULT, "past-result", "了")
    if (
        ("责令" in text or "处分" in text or "被" in text)
        and _PUNISHED.match(text, begin)
        and not _CHARGED.search(text)
    ):
        return Kind.CONTEXT, "background", ""
    if "制定本" in text and _PURPOSE.match(text, begin):
        return Kind.CONTEXT, "formula", "制定本"
    if sentence.index < _FIRST and sentence.item is None and text[0] == "为" and _PURPOSE_FIRST.match(text):
        return Kind.CONTEXT, "formula", "制订"
    if "职责" in text and not orders and _WHOSE_DUTIES.match(text, begin):
        return Kind.TOPIC, "topic", "职责"
    if "，设立" in text and _FOUNDS.match(text, begin):
        return Kind.CONTEXT, "definition", "设立"
    if sentence.item is not None and text.startswith("关于", begin) and _SUBJECT_OF.match(text, begin):
        return Kind.HEADING, "heading", "关于"
    if "责任主体" in text and not any(map(evidence.has, _PAST)) and _ANSWERS_FOR.match(text, begin):
        return Kind.OBLIGATION, "assigned", "责任主体"
    if "未经" in text and _WITHOUT.search(text, begin):
        return Kind.OBLIGATION, "prohibition", "未经"
    if _agrees(text, begin, evidence):
        handed = _HANDED_ON.search(text, begin)
        return (Kind.OBLIGATION, "assigned", handed.group()[1:]) if handed else (Kind.CONTEXT, "agreed", "同意")
    if appoints(text, begin, evidence, orders=orders) and not _CHARGED.search(text):
        return Kind.CONTEXT, "appointment", evidence.cue("appoint")
    if not orders and (cue := members(text, begin)):
        return Kind.CONTEXT, "members", cue
    if "阶段" in text and _STAGE.match(text, begin):
        return Kind.CONTEXT, "stage", "阶段"
    if (
        "speaker" in evidence.kinds
        and evidence.has("c:speaker")
        and _LISTS_POINTS.search(text)
        and not evidence.has("x:bodyfirst")
    ):
        return Kind.CONTEXT, "opening", "我"
    if ("请" in text or text.startswith("以上")) and _SUBMITS.search(text):
        return Kind.CONTEXT, "formula", "请予审议"
    if (met := meeting(text, begin, orders=orders)) is not None:
        return Kind.CONTEXT, *met
    weighty = evidence.has("c:copula") if "copula" in evidence.kinds else "应有之" in text
    if weighty and _WEIGHTY.match(text):
        return Kind.CONTEXT, "background", "是"
    if "，其中" in text and not orders and _COUNTS.match(text, begin):
        return Kind.CONTEXT, "background", "其中"
    told = _told(text, orders)
    if told:
        return Kind.CONTEXT, told, ""
    if text[-1] in "：:" and _ALL_POINTS.search(text) and not evidence.has("x:bodyfirst"):
        return Kind.LEADIN, "lead-in", ""
    if text[begin : begin + 1] in ("本", "该", "此") and _IN_FORCE.match(text, begin):
        return Kind.CONTEXT, "formula", "施行"
    if "另有" in text and _ELSEWHERE.match(text, begin):
        return Kind.CONTEXT, "formula", "另有规定"
    if "未" in text and not orders and not evidence.has("x:deadline") and _LACKS.match(text, begin):
        return Kind.CONTEXT, "problem", "未"
    if not orders and feeble(text[begin:]):
        return Kind.CONTEXT, "problem", ""
    if not orders and _FOR_WHOM.match(text, begin):
        return Kind.CONTEXT, "definition", "对象"
    if "联系人" in text[:20] and _CONTACT.match(text, begin):
        return Kind.NOISE, "notice-of-publication", "联系人"
    if "感谢" in text[: begin + 8] and _THANKS.match(text, begin):
        return Kind.CONTEXT, "formula", "感谢"
    if ("放假" in text or "上班" in text) and _HOLIDAY.match(text, begin):
        return Kind.CONTEXT, "formula", "放假"
    if text[begin : begin + 1] == "《" and _DIVIDED.match(text, begin):
        return Kind.CONTEXT, "definition", "明确"
    if "包括" in text and not orders and _COMPRISES.match(text, begin):
        return Kind.CONTEXT, "definition", "包括"
    if text[begin : begin + 1] in _CITED and _CITES.match(text, begin):
        return Kind.CONTEXT, "background", "提出"
    if "见附" in text and not orders and _REFERS.match(text, begin):
        return Kind.CONTEXT, "remark", "见附件"
    return None


def _done(text: str, begin: int, evidence: Evidence) -> bool:
    """Does it tell how often something was done: 先后, 共, 累计, 截至?"""
    if "先后" not in text and "共" not in text and "累计" not in text and not text.startswith("截", begin):
        return False
    return (text.startswith("截", begin) or not evidence.has("x:deadline")) and _DONE_SO_FAR.search(text) is not None


def _told(text: str, orders: bool) -> str:
    """The rule of a sentence that tells what is wrong, praises, or says what was heard; "" for others."""
    if ("仍" in text or "还" in text or "尚" in text or "依然" in text) and _PERSISTS.match(text):
        return "problem"
    if not orders and any(word in text for word in _NOT_YET) and _UNSOLVED.search(text):
        return "problem"
    if "值得" in text and not orders and _WORTH.search(text):
        return "praise"
    if not orders and ("肯定" in text or "表示" in text) and _APPROVES.match(text):
        return "praise"
    if ("泰山" in text or "大于天" in text or "高于一切" in text) and _HEAVY.match(text):
        return "background"
    return "formula" if not orders and "了" in text and _HEARD.match(text) else ""


def _agrees(text: str, begin: int, evidence: Evidence) -> bool:
    """同意拨付经费…: the meeting's consent; not where somebody is told what to do besides."""
    return (
        "同意" in text
        and _AGREED.match(text, begin) is not None
        and not any(evidence.has(name) for name in ("c:must", "c:yao", "c:assign", "x:deadline"))
    )
