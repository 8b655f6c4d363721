"""Where a text speaks of time: `find` yields each expression with the rule that saw it, and no value.

The first step of two (`dates.resolve` is the second). The longest expression at a place wins; expressions do not overlap.
Whether one bounds an act is not asked here (`deadlines.py` leaves out past and cited times).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.begins import begins_of
from extract.events import events
from extract.expression import Expression
from extract.numerals import plain_digits
from extract.sieve import Table
from extract.tail import Tail
from extract.timewords import (
    BEFORE,
    COUNT,
    COUNTS,
    CYCLE,
    DAY,
    HALF,
    HOUR,
    INSIDE,
    LATEST,
    MONTH,
    NEAR,
    NUMERIC,
    PART,
    PLAN,
    POINT,
    QUARTER,
    SHORT_RANGE,
    SPAN,
    STAGE,
    START,
    TO,
    WEEK,
    WEEKDAY,
)

_NUMBERS = "0-9一二两三四五六七八九十百XＸ×x＊*"
_INNER = (
    rf"(?:(?:的?(?:{QUARTER}|{HALF}|{MONTH}(?:{DAY})?)|(?:首|末)?月?{DAY}(?:{TO}{DAY})?|(?<=[周期拜])[一二三四五六日天](?![个名次项周月年轮期])|末月?|底|初|的?(?:{PART}))"
    rf"(?:{DAY})?(?:{TO}(?:{MONTH})?{DAY})?{PART}?)?(?:{HOUR}(?:[、和及]{HOUR}){{0,3}})?(?:{BEFORE}|{INSIDE})?"
)
_CYCLE_LENGTH = rf"(?:间?隔?(?:{COUNT}(?:{TO}{COUNT})?)?个?{CYCLE})"

# (rule, first characters, pattern): tried in this order where the first character stands
RULES: tuple[tuple[str, str, str], ...] = (
    (
        "recurring",
        "每",
        rf"每{_CYCLE_LENGTH}(?:(?:最后(?:一个)?|第[一二三]个?|首)月的?(?:{DAY}|底)?(?:{BEFORE})?|{_INNER})",
    ),
    ("recurring", "逢隔", r"逢[年月周][^，。；、]{1,6}?(?=[，、]|上报|报送)|隔[年月周日天](?=[^，。]{0,2}[一两]次)"),
    (
        "recurring",
        "0-9",
        rf"(?:{MONTH}、){{3,}}{MONTH}(?:[底末中初]|{DAY})?(?:{BEFORE})?",  # 3月、6月、9月、12月底前
    ),
    (
        "recurring",
        "按",
        r"按(?:月|季度?|周|旬|半年|学期|日(?!程|期|常|后|前|计|产))(?![份表期度刊数])(?=[^，。；、\n])",
    ),
    (
        "recurring",
        _NUMBERS + "半",
        rf"(?:一[日天周旬月季年]|半个?[月年]|两[周月年])一(?:调度|通报|会商|督[查导办]|小结|汇[总报]|报告?|研判|碰头|核查|考[核评]|更新|公[开示布]|晾晒|总结|盘点|观摩|拉练|[检巡]查|评[估比]|例会|比对|分析|点评|结|清|议|次)"
        rf"|{COUNTS}(?:年|个?月|周|天)(?=一次|1次|一轮|一期)|{COUNTS}(?:年|个月|周)为?一个?周期"
        rf"|(?<![用花拿近第0-9])(?![0-9]{{3}})(?:{COUNTS}(?:年|个月|个季度|周|个?星期|天|个?小时)|半个?[年月])(?=(?:至少|要)?(?![内前底之以])[一-龥]{{2,4}}[一1][次轮遍])",
    ),
    ("now", "即", rf"即日起(?:{TO}(?:{POINT})|{SPAN}{INSIDE})?(?:{BEFORE})?"),
    ("plan", '“"六七八九十二', rf"{PLAN}{STAGE}(?:{BEFORE})?"),
    ("within", _NUMBERS + "半", rf"{SPAN}(?:左右)?的?(?:时间)?{INSIDE}"),
    ("notice", _NUMBERS, rf"{COUNTS}(?:天|日|个工作日)(?=的?(?:公示|公告|(?:集中|居家)?(?:隔离|医学观察|健康监测)))"),
    ("length", _NUMBERS + "半", rf"{SPAN}(?:左右)?(?:的?时间)?"),
    ("range", _NUMBERS, rf"{SHORT_RANGE}(?:{BEFORE}|期间)?"),
    (
        "point",
        _NUMBERS + "今本明后当次翌来去上下前同新往全年月季岁农首正冬腊第这",
        rf"{POINT}(?:{TO}(?:{POINT}|{DAY}(?:{HOUR})?)|{START}(?:{TO}{POINT}|{SPAN}(?={INSIDE})))?(?:{INSIDE})?(?:{BEFORE}|{START}|期间)?",
    ),
    ("day", _NUMBERS, rf"{DAY}(?:{HOUR})?{BEFORE}"),
    ("part", "上中下", rf"[上中下]旬(?:末|底)?(?:{BEFORE})?"),
    ("numeric", "12", rf"{NUMERIC}(?:{TO}{NUMERIC})?(?:{BEFORE}|{START})?"),
    (
        "recurring",
        "双单逐",
        r"[双单](?:月|周)(?=[一-龥]{2})(?!(?:调度会|例会|会商会)[和、与及])(?![一二三四五六日天末])|逐[月季周日](?=[调通报汇公统上核监分推排比])|逐年(?=[核列安分下评考还支拨偿清结])",
    ),
    (
        "weekday",
        "本这下上周星礼",
        rf"{WEEKDAY}(?:{HOUR})?(?:{BEFORE}|{START})?|{WEEK}(?:{INSIDE}|{BEFORE}|{START}|(?=[完报召开启组提要就必须去把拿全先抓集]))",
    ),
    ("near", "当", rf"当[日天](?:{HOUR})?(?:{INSIDE})?(?:{BEFORE})?"),
    (
        "near",
        "今明后",
        rf"{NEAR}(?:{HOUR})?(?:(?:{START}|起(?=到)){TO}{POINT}|{START}|{INSIDE}?{BEFORE})"
        rf"|(?!今[天日]|后[天日]){NEAR}(?:{HOUR})?|[今后]天{HOUR}",
    ),
    ("years", "今未接", rf"今、?明两?年|(?:未来|今后|接下来)(?:的)?{SPAN}(?:左右)?(?:时间)?(?:{INSIDE})?"),
)
_OF_LENGTH = frozenset(("recurring", "within", "notice", "length"))
"""Rules whose expressions, where they begin with digits, begin with a length of time."""
_LENGTH = re.compile(SPAN)
LONGER = frozenset(("within", "notice", "length"))
"""Lengths of time: a longer calendar expression at the same place wins over them (2025年 is no length)."""

_TRIGGER = re.compile(
    rf"[{_NUMBERS}今本明后当次翌来去上中下前同新往全年月季岁农首正冬腊每逢隔按即“\"半周星礼未接第这双单逐]"
    rf"(?=[{_NUMBERS}年月季度周星旬日号天个半小分学工期内底末终初中头上下当首前后明来去正冬腊间隔五至到早晚晨夜—–~－.．/．这时态○〇两、\-])"
)
_BARE_WEEK = frozenset("周星礼")
_MORE_DAYS = re.compile(rf"[、和及至]{WEEKDAY}(?!前)")
_DAYS_BEFORE = Tail(r"(?:^|[^本这下上])(?:周|星期|礼拜)[一二三四五六日天末][、和及至]$")
_LEAD = Tail(rf"(?:{LATEST}|不[得应]?早于|截至|截止到?|[从自至]|(?<![做达得看])到)$")
_STARTS, _TO = re.compile(START + "$"), re.compile(TO)
_AFTER_EVENT = Tail(r"(?:会议?(?:结束)?|印发|下发|发布|发文)后$")
_PER_HEAD = re.compile(r"每[人户生名位床个亩村家头]$")
_RATE = re.compile(
    r"(?:每(?:[人户生名位床亩村家头]|平?方?公里|平方米|公顷))?(?:(?:达到)?\d|(?:不[少低]于|至少)\d[\d.]*万?元)"
)
_SPEED = re.compile(r"\d[\d.]*[万亿]?(?:毫米|公里|千米|个亿|元|蒸?吨|立方|千瓦|度|升|克|公斤|亩|米)")
_ITEM = Tail(r"(?:^|\n)[0-9]{1,2}[.．]$")
_YEAR_OF_ITEM = re.compile(r"20[0-9]{2}年")
_LENGTH_LEAD = Tail(
    r"(?:经过?|为期|利?用|提前|限[期时]|最[迟晚]不得?超过|连续|分|历时|为时|(?<=[，；。（])时间[为约共]?)$"
)
_IN_PARTS = re.compile(
    r"(?:内|时间)?(?:组织|逐步|全部|分批)?(?:开展|实施|安排|推进|投入|扶持|完成|建设|拨付|兑现|给予|发放|补助|奖励|支付|付清|落实|改造|建成|偿还|化解|清零|回头看)"
)
_OF_WHOM = re.compile("[^，。；]{0,16}的(?:单位|部门|企业|项目|干部|人员|街道|[县市区乡镇村])")
"""分2年完成, 连续3年开展回头看"""
_NOTICE_LEAD = re.compile(
    r"(?:公示|公告|间隔|医学观察|居家观察|留观|隔离|静默|停[业产](?:停[业产]|整[顿治])?|(?:有效|试点|服务|任|过渡|管护|质保|试用|见习|聘|集训|禁渔)(?=期)|(?:保存|保管|留存|存档|补贴|补助)(?=[期时])"
    r"|(?:停止|暂停|取消|限制|禁止)[^，。；]{0,10}(?:资[格质]|业务|参与|投标))(?:期限?|时间)?[^，。；、\n0-9]{0,3}?(?P<least>(?:不(?:得|应|能|可)?(?:[少低短]于|超过|多于)|最[低少长短]为?|至少)?)为?$"
)
_OPENS = re.compile(r"(?:^|[，。；：！？\n\t]|力争|争取|确保|计划)$")
_ACTIVITY = Tail(r"(?:参加|开展|组织|进行|实施|举办|安排)(?:了)?$")
_ACTIVITY_AFTER = re.compile(
    r"的[一-龥]{0,6}(?:见习|实习|培训|集训|轮训|锻炼|整治|攻坚|督查|巡查|行动|治疗|观察|学习|试点|试用)"
)
_DOES = re.compile(
    r"[内共]?(?:[^，。；、\d]{0,10}累计)?(?:完成|建成|培养|培训|培育|实现|达到|消除|改造|新增|新建|建设|投入|引进|打造|整治|解决|轮训|覆盖|治理|见效|化解|退出|力争|再造|安排|筹[集措]|投放|下达|发放|盘活|压减|转移|选派|招引|招聘|开工|创建|认定|发展|扶持|带动|安置|吸纳|植树|造林|拆除|关停|减少|降低|翻)"
)
_SEASON_NAME = re.compile(
    r"(?:[^，。；：、\s\d.．]{0,5}(?:汛|火|暖|热|渔|牧|忙|收|播|防)[期季]|[寒暑]假|暑期|春运|[^，。；：、\s\d.．]{0,2}收)$"
)
_DIGITS = frozenset("0123456789０１２３４５６７８９")
_BEFORE_UNIT = re.compile(r"[0-9]++[\s年月季周旬星日号天个工小分学半时点或、—\-－–~～至到.．/:：XＸx×＊*○〇（(]")
"""Digits with what stands behind those of a time; most others need not be tried."""


@cache
def _rules() -> tuple[Table, dict[str, list[tuple[str, re.Pattern[str]]]]]:
    """Where expressions may begin; their first two characters → the rules that may hold, in order."""
    compiled = [(rule, first.replace("0-9", "0123456789"), re.compile(pattern)) for rule, first, pattern in RULES]
    begins = [begins_of(pattern) for _, _, pattern in compiled]
    by_pair: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for pair in begins_of(_TRIGGER):
        for (rule, first, pattern), known in zip(compiled, begins, strict=True):
            if pair[0] in first and (pair in known or pair[0] in known):
                by_pair.setdefault(pair, []).append((rule, pattern))
    return Table(by_pair), by_pair


def find(text: str) -> list[Expression]:
    """Every expression of time in `text`, in order, none overlapping another. Linear in the length of the text."""
    text = plain_digits(text)
    found = [*_points(text), *events(text)]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Expression] = []
    for one in found:
        if not kept or one.start > kept[-1].end:
            kept.append(one)
        elif one.start == kept[-1].end:
            if kept[-1].rule == "recurring" and one.rule == "season":  # 每年汛前
                kept[-1] = Expression(kept[-1].start, one.end, "recurring")
            else:
                kept.append(one)
    return kept


def _points(text: str) -> Iterator[Expression]:
    (table, rules), done = _rules(), 0
    for start in table.places(text):
        if start < done or (options := rules.get(text[start : start + 2])) is None:
            continue
        if text[start] == "上" and text[max(0, start - 2) : start] == "原则":
            continue
        if (
            start
            and text[start] in _DIGITS
            and text[start - 1] in "0123456789０１２３４５６７８９.．"
            # “2.2025年底前…” is item 2 of a list
            and not (text[start - 1] in ".．" and _YEAR_OF_ITEM.match(text, start) and _ITEM.search(text, 0, start))
        ):
            continue
        lasts = True
        if text[start] in _DIGITS:
            if not _BEFORE_UNIT.match(text, start):
                continue  # 20%, 3000亩
            lasts = _LENGTH.match(text, start) is not None
        best, end = "", start
        for rule, pattern in options:
            if not lasts and rule in _OF_LENGTH:
                continue
            match = pattern.match(text, start)
            if match and (not best or (best in LONGER and (match.end(), rule not in LONGER) > (end, False))):
                best, end = rule, match.end()
        if not best:
            continue
        done = end
        if (
            best == "weekday"
            and text[start] in _BARE_WEEK
            and text[end - 1] != "前"
            and (_MORE_DAYS.match(text, end) or _DAYS_BEFORE.search(text, max(0, start - 5), start))
        ):
            continue  # 周五、周六、周日20时至21时: which days, no day
        if best == "recurring" and (
            (_PER_HEAD.search(text, max(0, start - 2), start) and _RATE.match(text, end))
            or (text[end : end + 1] == "每" and _RATE.match(text, end))
            or _SPEED.match(text, end)  # 每小时50毫米
        ):
            continue  # 每人每月620元 is a rate
        one = _length(text, start, end) if best == "length" else _led(text, start, end, best)
        if one:
            yield _bracketed(text, one)


def _bracketed(text: str, one: Expression) -> Expression:
    """主汛期（6—8月）: the season with the months that it means."""
    if text[one.start - 1 : one.start] not in ("（", "(") or text[one.end : one.end + 1] not in ("）", ")"):
        return one
    name = _SEASON_NAME.search(text, max(0, one.start - 9), one.start - 1)
    return Expression(name.start(), one.end + 1, "season") if name else one


def _led(text: str, start: int, end: int, rule: str) -> Expression:
    """The expression with the word that leads it in: 到2025年, 从3月1日起, 最迟6月底前, 会后10天内."""
    before = text[max(0, start - 8) : start]
    if rule == "within":
        lead = _AFTER_EVENT.search(before)
    elif rule in ("point", "range", "day", "numeric", "plan", "now", "near", "weekday"):
        lead = _LEAD.search(before)
        if lead and lead.group() in "从自" and not _STARTS.search(text[start:end]) and not _TO.search(text[start:end]):
            lead = None
    else:
        lead = None
    return Expression(start - len(lead.group()) if lead else start, end, rule)


def _length(text: str, start: int, end: int) -> Expression | None:
    """为期45天, 经过5—10年左右时间, 提前2天, 公示不少于7天; a bare 三年 is left to other readers."""
    before = text[max(0, start - 16) : start]
    if lead := _LENGTH_LEAD.search(before):
        if lead.group().startswith("时间") and text.startswith("的", end):
            return None  # 中断时间约2小时的
        if lead.group() in ("经", "用", "利用", "经过") and "时间" not in text[start:end]:
            return Expression(start, end, "length") if text.startswith(("努力", "奋斗", "攻坚"), end) else None
        if lead.group() in ("分", "连续") and (
            before.endswith(("部分", "对连续")) or not _IN_PARTS.match(text, end) or _OF_WHOM.match(text, end)
        ):
            return None
        whole = lead.group() not in ("用", "利用")
        return Expression(start - len(lead.group()) if whole else start, end, "length")
    if lead := _NOTICE_LEAD.search(before):
        return Expression(start - len(lead["least"]), end, "notice")
    if _ACTIVITY.search(before) and _ACTIVITY_AFTER.match(text, end):
        return Expression(start, end, "length")  # 参加3—12个月的就业见习
    if _OPENS.search(before) and _DOES.match(text, end):
        return Expression(start, end, "length")
    return None
