"""Lines round the text that say who, where and when, but nothing to do: addressees, numbers, signatures, names, remarks."""

from __future__ import annotations

import re

from extract.begins import begins_of
from extract.line_labels import ONLY_SAYS
from extract.structure import Kind, Sentence

_NOISE = re.compile(
    r"[（(【]?\s*(?:此件|本件(?:主动|依申请|不予)?公开|联\s*系\s*人(?:姓名|员)?\s*[：:及]|联系(?:电话|地址)|联系方式[：:]|电\s*话[：:]|传\s*真[：:]|电子邮箱|邮\s*箱[：:]|邮政编码|邮编[：:]|地\s*址[：:]"
    r"|公开方式|公开属性|信息公开选项|校\s*对[：:]|打\s*字[：:]|共印|印\s*数[：:]|网\s*址[：:]|来\s*源[：:]|责任编辑|编\s*辑[：:]|发布日期[：:]|发布时间[：:]|信息来源[：:]|浏览次数[：:]|详细咨询[：:]|扫码|扫一扫|关注(?:公众号|我们|微信)|会员群|QQ群|微信(?:公众号|群|号)"
    r"|免责声明|版权所有|未经授权|转载请|仅供(?:学习|参考|内部)|内部资料|密级|紧急程度|特\s*急$|阅读量|点击(?:关注|下载|阅读|查看)|本站原创|本站声明|本网讯|免费(?:下载|领取|QQ)|打击倒卖|举报倒卖"
    r"|[（(](?:新华社|人民日报|记者))"
)
_PRINTED = re.compile(r"[^，。；]{0,30}[\s　]+[^，。；]{0,12}印发$")
_CONTEXT = re.compile(
    r"(?P<copies>抄送|抄报|主送|分送|本期(?:发|送)[：:]|报送[：:]|发[：:])|(?P<annex>附\s*(?:件|表|图)?\s*\d*\s*[：:])|(?P<remark>注\s*\d*\s*[：:.．]|备注|说明[：:]|填表说明)"
    r"|(?P<members>(?:组\s*长|副\s*组\s*长|成\s*员|成员单位|召\s*集\s*人|副\s*召\s*集\s*人|主\s*任|副\s*主\s*任|总\s*指\s*挥|副\s*总\s*指\s*挥|指\s*挥\s*长|副\s*指\s*挥\s*长"
    r"|政\s*委|顾\s*问|联\s*络\s*员|出\s*席|(?:[（(][一二三四五六七八九十\d]+[）)])?(?:邀请|特邀)?列\s*席|参\s*加|缺\s*席|请\s*假|主\s*持(?:人)?|记\s*录(?:人)?|汇\s*报\s*人|发\s*言\s*人|组\s*员|时\s*间|地\s*点|参加人员|出席人员|列席人员|签发(?:人)?|拟稿|审核)\s*[：:])"
)
_HELD_BY = re.compile(
    r"(?:[（(]?[\d一二三四五六七八九十]{1,2}[）)、.．])?\s*(?:常务|第一)?副?(?:总?指挥长?|组长|主任|召集人|队长|会长|主席)：(?![^：]*(?:负责|牵头|统筹|要|应(?!急)|须))[^。；]{2,200}[。；]?"
)
"""（2）常务副指挥：常务副市长。: who holds a post."""
_LEVEL = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．])?\s*(?:[红橙黄蓝]色|[ⅠⅡⅢⅣIV一二三四]{1,3}级|特别重大|重大|较大|一般)[^，。；：]{0,8}(?:预警|响应|事件|事故|灾害|险情)(?:条件|标准)?[：:]"
    r"(?![^。]*(?:要(?!求)|应当|负责|启动|组织|加强|加密|落实|做好|到岗|巡查|值班|会商|每[日天]))[^。]*(?:时|的|之一|情形|以[上下])[）)]?[。；]?$"
)
"""（1）黄色预警：预测日指数持续48小时及以上时。: what a level is."""
_CHAIRED = re.compile(
    r"[^，。；]{0,12}会议?由[^，。；]{2,40}主持[，,。](?!.*(?:(?<![主重])要|须|应当|负责(?!人|同志)))|(?:这次|本次|今天)?[^，。；]{0,12}会议的(?:主要|中心)?(?:任务|目的|议题|内容)是|[^，。；]{2,24}的(?:日常)?办事机构(?:为|是)[^，；]{2,60}$"
)
"""本次会议由××局局长×××主持，…, 市防指的办事机构为市防办。"""
_NUMBER = re.compile(
    r"[\u4e00-\u9fffA-Za-z\s]{0,20}[〔\[（(【]\s*(?:19|20)\d\d\s*[〕\]）)】]\s*(?:第\s*)?[\dX×]{1,5}\s*号|第?[\dX×]{1,5}号$|(?:总)?第\d+期(?:（总第?\d+期）)?"
)
_DATE = re.compile(
    r"[（(]?\s*(?:\d{4}|[二一][〇○零OＯ九][〇○零一二三四五六七八九OＯ]{2})\s*年\s*[\dX×一二三四五六七八九十]{1,3}\s*月(?:\s*[\dX×一二三四五六七八九十]{1,3}\s*[日号])?\s*(?:印发|起施行)?[）)]?$"
)
_CITED = re.compile(
    r"(?:[^，。；《》]{2,40}关于[^，。；《》]{0,8}(?:印发|转发|批转|发布|公布|下发)《[^》]+》的?(?:通知|公告|函)?(?:[（(〔][^（）]{4,24}[）)])?"
    r"|(?:(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、]|（[一二三四五六七八九十\d]{1,3}）)?\s*(?:《[^《》]+》[、，和及；\s]*)+(?:[（(〔][^（）]{4,24}[）)])?)[.…。；;]*)$"
)
_MOMENT = re.compile(
    r"[·•●◆■\-—\s]*\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:\s*(?:至|—|－|-|到|～)\s*(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?)?\s*[（(][^（）()]*[）)]$"
)
_SPAN = re.compile(
    r"(?:自|从)?\s*[\d年月日X×]{2,12}\s*(?:起)?(?:至|—|－|-|到|～)\s*[\d年月日X×]{2,12}(?:止|结束)?[。；;]?"
)
_STATUS = re.compile(r"(?:目前)?(?:完成|进展|落实|推进|整改|办理|实施)(?:情况|进展)[：:]")
_SALUTE = re.compile(
    r"(?!.*(?:要|必须|务必|让我们))(?:同志们|各位代表|各位委员|各位领导|各位来宾|朋友们|女士们|先生们|各位同志|大家(?:上午|下午|晚上)?好|尊敬的)[^。；]{0,20}[：:！!，。]?$"
)
_DUTY = re.compile(ONLY_SAYS)
_HEAD = 3  # sentences: a short letter has no other front than its address
_CLOSES = re.compile("[）)]")
_BRACKET = re.compile(r"[（(](?:[^（()）]|[（(][^（()）]*[）)])*[）)][。；;]?")
_POINT = re.compile(r"第[一二三四五六七八九十]{1,2}(?:点|件(?:事)?|个(?:问题|方面))?[，,、：:][^。；\d]{2,28}")
"""第二，抓住几个关键不放手: a point of a speech on a line of its own."""
_FINDERS = frozenset("问督检审巡暗抽调")
_NUMBERED_PROBLEM = re.compile(r"问题[一二三四五六七八九十\d]{1,3}[：:、.．]")
_PROBLEM = re.compile(r"(?:督察|检查|审计|巡察|巡视|督查|暗访|抽查|调查|督导)(?:组|中)?(?:发现|指出|反馈)[，,：:]")
"""问题一：黑臭水体返黑返臭。督察发现，…"""
_TRANSCRIPT = re.compile(
    r"(?:录音|记录|讲话)(?:整理|稿)|整理稿|未经(?:本人|领导)?(?:审|校)|请勿(?:外传|转发)|仅供内部|注意保存"
)
"""（2025年2月18日，录音整理稿，未经本人审核，请勿外传）"""
_DUTY_WORD = re.compile(
    r"负责|牵头|配合|参与|督办|监督|指导|按职责分工|下同|单位|部门|(?:[局委办部厅署院镇乡区科处室股司站所队]|中心|公司|集团|街道|银行|分行)[、，,；;等）)]|列第?一位"
)
_ORDER = re.compile(r"(?<![主重需])要(?!求)|须|(?<![反响适相对供效])应(?!急|用|当届)|不得|请|严禁|务必")
_RANK_RULE = re.compile(
    r"(?:[^。；]{0,14}[，,])?(?:括号[内中里])?(?:列|排)在?第?一位.{0,16}(?:牵头|主办|主责|责任)|.{0,30}，?下同[）)]?。?$"
)
_ADDRESS = re.compile(
    r"[^。；！？]{2,300}(?:政府|委员会|委|办公室|办|单位|部门|机构|厅|局|部|院|校|公司|企业|街道|乡镇|处|区|会|中心|组|[）)])[：:]$"
)


_OPENS = frozenset(begin[0] for begin in begins_of(_DUTY, _NOISE, _CONTEXT, _STATUS, _SALUTE))
_DATED, _SPANNED = (frozenset(begin[0] for begin in begins_of(one)) for one in (_DATE, _SPAN))
"""First characters: most sentences begin with none of them, and the patterns are slow to say no."""


def margin(sentence: Sentence, region: str) -> tuple[Kind, str] | None:
    """Kind and reason of a sentence that its form alone decides, None for one to be weighed."""
    text = sentence.text
    size, first, last = len(text), text[0], text[-1]
    opens = first in _OPENS
    if "：" in text[:16] and _HELD_BY.fullmatch(text):
        return Kind.CONTEXT, "members"
    if "：" in text[:20] and _LEVEL.match(text):
        return Kind.CONTEXT, "definition"
    if ("主持" in text or "办事机构" in text or "会议的" in text[:20]) and _CHAIRED.match(text):
        return Kind.CONTEXT, "members"
    if (opens or first in "—-－") and _DUTY.match(text.lstrip("—-－ ")):
        return Kind.CONTEXT, "responsible-line"
    if first in "（(【[" and _BRACKET.fullmatch(text):
        if _NOISE.match(text):
            return Kind.NOISE, "notice-of-publication"
        if _TRANSCRIPT.search(text):
            return Kind.CONTEXT, "remark"
        if _DUTY_WORD.search(text) and not _ORDER.search(text):
            return Kind.CONTEXT, "responsible-line"
        if _DATE.match(text):
            return Kind.CONTEXT, "date"
        return None if _ORDER.search(text) else (Kind.CONTEXT, "remark")
    if size < 60 and ("下同" in text or "一位" in text) and _RANK_RULE.match(text):
        return Kind.CONTEXT, "responsible-line"
    if (
        first in "（("
        and last in "。；"
        and _DUTY_WORD.search(text)
        and not _CLOSES.search(text)
        and not _ORDER.search(text)
    ):
        return Kind.CONTEXT, "responsible-line"
    if (opens and _NOISE.match(text)) or (last == "发" and _PRINTED.match(text)):
        return Kind.NOISE, "contact-or-furniture"
    if opens:
        found = _CONTEXT.match(text)
        if found is not None and found.lastgroup is not None:
            return Kind.CONTEXT, found.lastgroup
        if _STATUS.match(text):
            return Kind.RESULT, "past-result"
    if first in _FINDERS and ((_PROBLEM.match(text) and not _ORDER.search(text)) or _NUMBERED_PROBLEM.match(text)):
        return Kind.CONTEXT, "problem"
    short = size < 40
    if short and ((first in _DATED and _DATE.match(text)) or (first in _SPANNED and _SPAN.fullmatch(text))):
        return Kind.CONTEXT, "date"
    if "《" in text and _CITED.match(text):
        return Kind.CONTEXT, "cited-title"
    if size < 80 and last in "）)" and _MOMENT.match(text):
        return Kind.CONTEXT, "date"
    if short and ("号" in text or "期" in text) and _NUMBER.fullmatch(text):
        return Kind.CONTEXT, "document-number"
    if short and first == "第" and last not in "。；;：:！!，" and _POINT.fullmatch(text):
        return Kind.HEADING, "heading"
    if short and opens and _SALUTE.match(text):
        return Kind.CONTEXT, "salutation"
    heads = region == "front" or (first == "各" and 0 < sentence.index <= _HEAD and sentence.body == sentence.start)
    if heads and last in "：:" and _ADDRESS.fullmatch(text) and "如下" not in text[-6:]:
        return Kind.CONTEXT, "addressee"
    return None
