"""Does a time bound an act, how firmly, and from when does it count? Judged by the words of its clause and sentence.

A time that is past, cited, a condition, or the attribute of a noun bounds nothing. The cues are data: time_cues.yaml.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from extract.clauses import Clauses
from extract.expression import Expression
from extract.resource import resource
from extract.time_value import FROM, Value
from extract.timewords import YEAR

_RECENT = timedelta(days=62)
"""A bound that ended less than this before the document's date stays one: documents are dated late."""


def _cue(key: str) -> str:
    return "|".join(resource("time_cues")[key]["words"])


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    shortens = _cue("shortens")
    return {
        "soft": re.compile(_cue("soft")),
        "firm": re.compile(_cue("firm")),
        "cited": re.compile(
            rf"[^，。；：、]{{0,14}}?(?:{_cue('cited')}|有其他)的(?!同时|基础|前提|要求|目标|原则|时限)"
        ),
        "attributes": re.compile(
            rf"度?(?:《|[^，。；：、]{{0,18}}?(?:{_cue('attributes')})(?=$|[，。；：、（）》”]|的))"
        ),
        "acts": re.compile(_cue("acts")),
        "past": re.compile(rf"(?:{_cue('past')})$"),
        "repeated": re.compile(rf"度?(?:{_cue('repeated')})"),
        "counted": re.compile(_cue("counted")),
        "standing": re.compile(_cue("standing")),
        "shortens": re.compile(
            rf"(?:{shortens})(?:至|到|在|为|成)?[^，。；0-9]{{0,4}}$"
            rf"|(?:时间|时限|周期|用时|时长|期限|环节)(?:由|从)?[^，。；]{{0,10}}(?:{shortens}|不超过|不得超过)[^，。；]{{0,6}}$"
        ),
    }


_LATER = re.compile(r"以来|以后|[之过]?后(?!续)|以降|来(?=[，、])")
_GONE = re.compile(r"[去前往同]年|上一?年|^上个?(?:季|月|周|学)")
_JUST = re.compile(r"[^，。；]{0,16}(?:刚刚?|已经?|过(?=[，。；]|$)|了(?!解|结))")
"""今天下午省里刚刚开过会: an hour of today can be over."""
_SPAN_OF_DAYS = re.compile(r"月[^前起]*(?:——|[-－—–~～至到])[^前起]*$")
_MAKES = re.compile(
    r"(?:编制|制定|下达|分解|申报|报送|提交|审议|落实|执行|调整|修订|印发|总结|统筹|安排|谋划|列入[^，。]{2,8})好?$"
)
_STILL = re.compile(
    r"[仍还尚]|(?:[^，。；\d]{0,6})?已经?(?:逾期|超期|延期|滞后|延误|落空)|(?:(?![要须应的])[^，。；]){0,16}已(?:经|在|于|由|从)|已[^，]{0,6}|都?没有"
)
_CONDITION = re.compile(r"的(?:除外)?$")
_AGE = re.compile(r"(?:离校|毕业|注册|登记|成立|创办|退役|刑满释放|出生|认定|开业|设立|入职|上市)$")
_DONE_THEN = re.compile("(?:实现|完成|办[理结]|落实|达到|建成|启动|全部)")  # 毕业半年内实现就业
_BARE = re.compile(r".*年度?[底终末]?")
_EDITION = re.compile(r"度?[“「\"][^”」\"，。；\n]{2,16}[”」\"]")
_CAMPAIGN = re.compile(r"[^，。；：、\d]{2,16}?(?:行动|攻坚战?|战役|活动|工程|会战)(?=[，。；、”》]|$)")
_RUNS = re.compile(r"(?:开展|组织|实施|抓好|做好|推进|打好|深化|启动|部署)(?:好|了)?$")
_ANOTHER_YEAR = re.compile(rf"、{YEAR}")
_LOOSE = ("年初", "月初", "年中", "季初")
_MEANT = ("的前提", "的基础")
_TERM = re.compile(r"(?:时间|期限|时限|日期|期)(?:原则上|暂定?|均|统一|一律|最[迟晚])?(?:为|是)?$")
_LISTED = re.compile(r"(?:[列纳编]入|列为|计入)[了至到]?$")
_CAP = re.compile(r"(?:贷款|补贴|借款|贴息|担保|租赁|单户)?期限(?:为|在)?$")
_VALID = re.compile(r"(?:有效的?)?(?:核酸|抗原|检测|体检|有效)")
_ASKED = re.compile(r"请[^，。；]{0,20}[于在]?$")
_UNDONE = re.compile(
    r"(?:仍旧?|还|尚|依然|均|都)*(?:未(?!来)|没有?|不能|无(?!偿)|[^，。；]{0,2}不[了成到上]|[^，。；\d]{0,8}(?:低于|不足|少于|达不到))"
)
_OTHER_PAPER = re.compile(
    r"(?<!本)(?<!此)(?<!该)(?:公告|通告|公示|令|预警|警报|名单|结果|目录|图纸|批复|细则|标准)$"
)  # 退养公告发布后90日内
_NOT_EVEN = re.compile(r"(?:仍旧?|还|尚)[^，。；]{0,2}?(?:未|不|没|无)[^，。；]{1,12}的$")  # 约谈后6个月内仍不动工的
_WAITS = re.compile(r"(?:待|等)[^，。；\n]{1,20}$")
_ABOUT = re.compile(
    r"(?:针对|适应|结合|解读|总结|克服|应对|立足|统筹|解决|鉴于|根据|按照|明确|化解|消除|围绕|了解|掌握|研判|分析)(?:好|了)?$"
)
_OBJECT = re.compile(
    r"(?:完成|报送|上报|下达|做好|汇总|公布|兑现|补发|补签|发放|拨付|支付|结算|印发|编制|制定|启动|谋划|安排)$"
)
_OF_THINGS = re.compile(r"(?:(?![要将应须]|力争|确保|争取)[^，。；\d]){1,14}的(?:(?![要将应须是])[^，。；\d]){1,8}")
_REACHES = re.compile(r"达到|实现|建成|[提升]高到|[降增]到|超过|不低于|全部|完成")
_SAME_DAY = re.compile(
    r"[，。；、内前底末中]|即|就|必须|[须要应]|(?:及时|立即|全部|集中|组织|统一|由)?"
    r"(?:完成|[开转交送回查评通采]?办|[上填]?报(?!告[书表单]|表|价)|反馈|处[置理]|整改|清[零理查运]|[移提]交|[答回]复|解决|裁定|受理|[派转退]单|拨付|兑现|入库|销号|录入|发出|核[查实]|落实|开工|下达|印发|公布|通报|签收|响应|结清|到[岗位]|发放|更新|返还|隔离|检测|采样|推送|通知|告知|公示|提请|出具|出[证件单]|制[证发]|上[传线会]|归[还档]|[收送调]回|到[位场账]|[付发缴]清|关闭|封[存堵控]|转移|撤离|[消整]改|消除|复核|会商|研判|登记|建档|立案|回访)"
)
_SENTENCE_END = "。；！？\n\t"
_FORESEEN = ("预计", "预计于", "预计在")
_BEGUN = re.compile("(?:动工|开工|完工|竣工|建成|投产|投用|通车|投入使用|整改到位|正式开)")
"""预计8月 | 开工: when a work is to begin or end."""


_PHASE_OF = re.compile(r"阶段(?:[\s　]*[：:]?[^。；（(\n]{2,28})?[（(]")
_PHASE_BACK = 36  # characters before its time in which the phase is named


_MORE = re.compile("(?:提高|增加|上调)")
_EACH = ("每人", "每户", "每生", "每亩", "每床", "每名", "每头", "每车")


def of_phase(text: str, start: int) -> bool:
    """Does the time name a phase of a plan: （二）实施阶段（2024年7月至9月）, 第一阶段：宣传发动，调查摸底（5月）?"""
    if text[start - 1 : start] not in ("（", "("):
        return False
    at = text.rfind("阶段", max(0, start - _PHASE_BACK), start)
    return at >= 0 and _PHASE_OF.fullmatch(text, at, start) is not None


def unbound(one: Expression, words: str, before: str, after: str, value: Value, day: date | None) -> bool:
    """Does the expression bound no act? `before` and `after` are the rest of its clause."""
    cues = _patterns()
    if words == "每月" and before.endswith(_EACH) and _MORE.match(after):
        return True  # 标准每人每月提高20元
    if one.rule in ("recurring", "ongoing", "notice", "length"):
        return False
    if one.rule == "near" and _JUST.match(after):
        return True
    if _GONE.search(words) or _LATER.match(after) or words in _LOOSE:
        return True
    if cues["past"].search(before) and not (before.endswith(_FORESEEN) and _BEGUN.match(after)):
        return True
    ahead = value.due is not None and day is not None and value.due > day
    if words.startswith("截") and not words.endswith("前") and not ahead and not _TERM.search(before):
        return True
    if _LISTED.search(before) or (
        words[0] == "当" and words[:2] != "当年" and words[-1] != "前" and not _SAME_DAY.match(after)
    ):
        return True
    if one.rule == "within" and cues["shortens"].search(before):
        return True
    if one.rule in ("season", "event"):
        return (
            after.startswith("的")
            or cues["cited"].match(after) is not None
            or _ABOUT.search(before) is not None
            or (words.endswith("后") and re.search(rf"{re.escape(words[0])}[前中]", before) is not None)
            or re.match(rf"[^，。；]{{0,4}}、{re.escape(words[0])}[中后]|[和与、][^，。；]{{0,4}}[季期]", after)
            is not None
            or (before.endswith("对") and "的" in after)
            or (one.rule == "season" and _RUNS.search(before) is not None and _CAMPAIGN.match(after) is not None)
        )
    if after.startswith("的") and one.rule != "since" and not after.startswith(_MEANT):
        return True
    if one.rule == "within" and (
        (_AGE.search(before) and not _DONE_THEN.match(after))
        or (before.startswith(("对", "凡")) and cues["cited"].match(after))
    ):
        return True
    if one.rule == "within" and (_CAP.search(before) or _VALID.match(after)):
        return True
    if one.rule == "within" and _NOT_EVEN.match(after):
        return True
    if one.rule in ("within", "since"):
        return False
    if words[-1] in "前底末" and _UNDONE.match(after) and not words.startswith("截"):
        return _past(words, value, day)  # 6月底前仍未开工的: what had to be done by then
    if (
        (cues["cited"].match(after) and not after.startswith("凡"))
        or (_CONDITION.search(after) and len(after) < 30)
        or _STILL.match(after)
    ):
        return True
    return _attribute(words, before, after) or _past(words, value, day)


def _attribute(words: str, before: str, after: str) -> bool:
    """2025年工作要点, 2021年度危房改造, （2021—2050年）: a year that only names something."""
    cues = _patterns()
    if len(before) > 1 and before.endswith(("（", "(")) and after.startswith(("）", ")")):
        return True
    if words.endswith("年度") and not re.match(r"[，内前]", after) and not before.endswith("在"):
        return not (words[0] in "本今" and cues["acts"].match(after))  # 本年度新建28万亩
    if words == "全年" or not _BARE.fullmatch(words):
        return False
    if before.endswith("的") and words.endswith("年"):
        return True  # 已下达的2023年补助资金
    if words in ("次年", "翌年") or (not before and words[0] != "到" and _OF_THINGS.fullmatch(after)):
        return True  # 今年新获得资格的机构，…
    if cues["repeated"].match(after) or words == "当年" or _ANOTHER_YEAR.match(after):
        return True
    if before and _EDITION.match(after):
        return True  # 组织参加2025年“柳江购物节”
    named = cues["attributes"].match(after)
    if named is None or not re.search(r"年度?$", words):
        return False
    if not cues["acts"].match(after):
        return _REACHES.search(after, 0, named.end()) is None
    return named.end() <= 7 and not before.endswith("，") and _MAKES.search(before) is not None


def _past(words: str, value: Value, day: date | None) -> bool:
    """Ended before the document began, or began years before it."""
    if day is None:
        return False
    if value.kind == FROM:
        return value.begin is not None and value.begin.year < day.year - 1
    if value.due is None or value.due >= day:
        return False
    if _SPAN_OF_DAYS.search(words) and value.due < day:
        return True  # 6月20日8时至22日18时全区降雨187毫米: days that are all over
    late = words.endswith("前") and day - value.due <= _RECENT
    return not late and re.search(r"\d{4}|年", words) is not None


def object_of(words: str, before: str) -> bool:
    """11月5日前完成四季度合同补签: beside another bound of the clause, a bare period only says which contracts."""
    return re.search(r"[前底末内终起始]", words) is None and _OBJECT.search(before) is not None


def anchor(text: str, one: Expression, clauses: Clauses) -> str:
    """ "event" where a length of time counts from something without date: 接到通知后2日内, 对…的，3日内答复."""
    words = text[one.start : one.end]
    if _WAITS.search(text, max(0, one.start - 24), one.start):
        return "event"
    if "之日起" in words:
        return ""
    if _AGE.search(text, max(0, one.start - 4), one.start):
        return "event"  # 毕业半年内
    if re.match(r"会|印发|下发|发", words):
        return "event" if _OTHER_PAPER.search(text, max(0, one.start - 6), one.start) else ""
    start = max(text.rfind(mark, max(0, one.start - 100), one.start) for mark in _SENTENCE_END)
    before = text[max(start + 1, one.start - 100) : one.start]
    high = clauses.around(one.start, one.end)[1]
    cues = _patterns()
    if cues["counted"].search(before):
        return "event"
    if not _ASKED.search(before) and cues["standing"].search(text, one.end, min(high, one.end + 16)):
        return "event"
    return ""


def firm(text: str, one: Expression, clauses: Clauses) -> bool:
    """False under 力争, 争取, 尽量, 原则上 in the clause, or in the next one where the time stands alone before it."""
    cues = _patterns()
    low, high = clauses.around(one.start, one.end)
    before, after = text[low : one.start], text[one.end : high]
    soft = list(cues["soft"].finditer(before))
    if soft and not cues["firm"].search(before, soft[-1].end()):
        return False
    if later := cues["soft"].search(after[:18]):
        return re.search(r"、|完成|建成|实现", after[: later.start()]) is not None
    if not after and text[one.end : one.end + 1] == "，":
        stop = clauses.around(one.end + 1, one.end + 2)[1]
        return cues["soft"].search(text, one.end + 1, stop) is None
    return True


def softened(before: str) -> bool:
    """Does a soft cue stand directly before the time (力争, 争取于)?"""
    soft = None
    for soft in _patterns()["soft"].finditer(before):  # noqa: B007 - the last one decides
        continue
    return soft is not None and len(before) - soft.end() <= 2


def hardened(words: str) -> bool:
    return _patterns()["firm"].search(words) is not None
