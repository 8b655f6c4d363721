"""What stands behind the name of an institution or of people and shows that it is counted, rated, built or trained, and does not act.

市特殊教育学校9月投入使用          built
接入商户不少于2000家               counted
二级以上公立医院巡查率100%         rated
村党组织书记每年轮训一遍           trained
"""

from __future__ import annotations

import re

_TIME = r"(?:[（(][^（）()]{1,16}[）)])?(?:力争|确保|计划|预计)?(?:(?:\d{4}年)?\d{0,2}(?:年|月|季度|月\d{1,2}日)?(?:底|末|初|中旬|上旬|下旬)?(?:之?前|内|份)?|[一二三四]季度|[上下]半年|年[内底](?:前)?|今年|国庆节前|春节前|暑期前|开学前)?"
_NUMBER = r"(?:\d|[一二三四五六七八九十百千]+[余多]?[个家户名])"
_COUNTED = re.compile(
    rf"(?:总数|数量|总量|再就业|发展|增加|扩大|恢复|稳定|累计|力争|新增|净增|保持)*(?:达到?|不[少低]于|不超过|突破|超过|到|至|在){_NUMBER}[^，。；]{{0,12}}?(?:个|家|户|所|人|名|批|水平|[%％])"
    rf"|再就业{_NUMBER}"
)
_RATED = re.compile(
    r"(?:达到[^，。；]{2,24}的(?:比例|占比)|[^，。；、的要应须]{0,24}(?:率|比例|占比|比重|覆盖面|办学条件)(?:要|应|均|年内|平均|总体|全部|力争|常年)*(?:达|不[低少高]|超过|提[高升]|控制|保持|稳定|为|在|\d|[一-龥]{0,3}百分))"
)
_BUILT = re.compile(
    rf"(?:一期|二期|三期|新院区|新校区|主体|项目)?{_TIME}(?:全面|全部|正式|顺利|基本)?(?:投入使用|建成|竣工|完工|开工|动工|封顶|试运行|试营业|完成竣工|主体(?:结构)?(?:封顶|完工|完成|竣工)|挂牌|开诊|开园|并网|投产|投用|启用|运行|完成(?:主体|验收|搬迁)|落成)"
)
_TRAINED = re.compile(
    r"(?:每年|年内|全部|常态化|集中|分批|普遍|全员|全覆盖)*(?:保持稳定|轮训|整顿|培训|体检|转移|安置)(?:一[遍次轮]|全覆盖|到位|$|[，。；])|(?:全部)?到位(?=[，。；]|$)|增长\d"
)
_EACH = re.compile(r"(?:不[少低]于|不超过|不高于)[\d一二三四五六七八九十]")
_INSTITUTION = re.compile(
    r"(?:医院|分院|学校|中学|小学|幼儿园|学院|中心|车站|枢纽站|馆|园区|公园|机场|电站|水厂|厂|市场|院区|校区|卫生院|卫生室|疾控局|基地|示范社|合作社|家庭农场|农场|网点|门店|车间|主体|示范县|示范村)(?:[（(][^（）()]*[）)])?$"
)
_HUMAN = re.compile(
    r"(?:人员|书记|主任|干部|负责人|骨干|群众|党员|教师|学生|村民|居民|农民|职工|队伍|组织|支部|企业|学校|游客|商户|户|人才|讲解员|校长|正职)$"
)
_ASKED = re.compile(r"(?:都|均|也)?(?:必须|务必|应当|要|应|须)(?:于|在)?(?:全部|基本)?")
_SET_UP = re.compile(r"(?:全部|全面|均|都|已)?(?:组建|成立|设立|建立|配备|挂牌)(?:到位|完[毕成]|运行)")
_NONE_LEFT = re.compile("都|也|至少|最少|不|平均|各有|敢")
_EVERY = ("各", "所有", "有关", "相关", "全体")


def passive(text: str, name: str, after: int, end: int) -> bool:
    """Does text[after:end] say of `name`, which ends at `after`, what is done to it or how many there are?"""
    if name.startswith(("一个", "哪个")):
        return _NONE_LEFT.match(text, after, end) is not None  # 一个村都不能漏
    if name.startswith("每"):
        return _EACH.match(text, after, end) is not None
    if name.startswith(_EVERY):
        return False
    asked = _ASKED.match(text, after, end)
    after = asked.end() if asked is not None else after
    if _SET_UP.match(text, after, end):
        return True
    institution = _INSTITUTION.search(name) is not None
    built = _BUILT.match(text, after, end) if institution else None
    if built is not None and not (asked and "完成" in built.group()):  # 县医院要完成搬迁: it acts
        return True
    if institution and _RATED.match(text, after, end):
        return True
    human = _HUMAN.search(name) is not None
    if human and _TRAINED.match(text, after, end):
        return True
    if (institution or human) and _COUNTED.match(text, after, end):
        return True
    return human and _RATED.match(text, after, end) is not None
