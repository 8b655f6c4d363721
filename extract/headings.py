"""Which lines are headings: numbered ones, short lines without a stop, titles, and topic sentences that head what follows."""

from __future__ import annotations

import re

from extract.annexes import unlabel_annexes
from extract.articles import entitles
from extract.chart import head_chart, is_chart
from extract.heading_lists import LABELLED_LIMIT, SENTENCE_END, align
from extract.heads import head_of
from extract.lines import Line, duty_begin
from extract.only_assigns import carries_out

_TITLE = re.compile(
    r"(?:通知|意见|方案|要点|报告|讲话|讲话稿|纪要|办法|规划|计划|决定|决议|批复|函|复函|细则|规定|条例|规则|规程|章程|制度|机制|准则"
    r"|公告|通告|公报|通报|命令|令|议案|提案|建议|答复|总结|汇报|清单|台账|台帐|表|名单|流程|程序|预案|指南|指引|标准|措施|分工|职责"
    r"|任务(?=[（(][^）)〔]{1,10}〔)|任务书|责任书|承诺书|倡议书|决算|预算|说明|情况|简报|专报|要求|文件|摘要|提纲|致辞|发言|一览|目录|汇总|考核)"
    r"(?:（[^）]{1,20}）|\([^)]{1,20}\)|〔[^〕]{1,20}〕)*[》”]?$"
)
_PART_NAME = re.compile(
    r"\s*(?:(?:主要|重点|工作|总体|具体|组织|保障|指导|实施|基本|政策|下一?步|目标|责任|职责|进度|时间|监督|考核)(?:任务|工作|目标|要求|措施|保障|领导|思想|原则|步骤|安排|分工|思路|内容|举措|考核|打算|方法|机制))+\s*"
)
_NAMED_PART = re.compile(
    r"(?:行动|任务|工程|专项|专栏)[一二三四五六七八九十]{1,3}[：:](?!.*(?:\d[个所座户条家处亩%％万亿公]|牵头|负责|[（(][^（）()]*(?:[局委办部厅乡镇]|中心|公司)[）)]))[^，。；：:]{2,36}"
)
"""行动一：再造发展新极行动"""
_YEARS_WORK = re.compile(
    r"20\d\d年(?:以来|度|上半年|下半年)?(?:的)?(?:主要|重点|各项)?工作(?:回顾|总结|开展情况|完成情况|情况|安排|打算|计划|思路|重点|部署|谋划)"
)
"""2023年工作回顾, 2024年工作安排"""
_PHASE = re.compile(
    r"\s*(?:第[一二三四五六七八九十]|[^，。；：（(]{0,16})阶段[\s　]*(?:[：:]?[\s　]*[^。；：（(]{2,24})??[\s　]*[（(][^（）()]*[\d一二三四五六七八九十]月?[^（）()]*[）)]"
    r"[\s　]*(?:[：:]?[^。；：（(]{2,24})?。?"
)
"""（二）集中整治阶段（6月1日—6月30日）。 and 第一阶段：宣传发动，调查摸底（5月1日—5月31日）, on a line of its own"""
_GIVEN_AT = re.compile(
    r"[—－-]{1,3}[\s　]*在[^，。；：]{4,40}(?:会议?|大会|全会|会)(?:上|上的(?:讲话|报告|发言))(?:[（(][^（）()]{1,8}[）)])?"
)
"""——在县第十届人民代表大会第三次会议上: below a title"""
_PLAIN_LIMIT = 40
_TOPIC_LIMIT = 42
_NOT_HEADING = re.compile(
    r"[（(【〔\[]?(?:\d|[二〇零○一]{2}[〇○零一二三四五六七八九]{2}年|附件?[：:]|附表[：:]|抄送|主送|联系人|联系电话|电话|印发|签发|校对|责任|牵头|配合|完成时限"
    r"|组\s*长|副组长|成\s*员|主\s*任|召\s*集\s*人|出席|列席|参加|主持|记录|请假|缺席|注[：:])"
    r"|[（(【〔\[][^）)】〕\]]{2,}(?:牵头|配合|负责|参与|参加|协助|落实)"
)
_NUMBERED = re.compile(
    r"[〔\[（(]\s*(?:19|20)\d\d\s*[〕\]）)]\s*(?:第\s*)?[\dX×]{1,5}\s*号|第?[\dX×]{1,5}号令?$|^(?:总)?第\d+期"
)
_NAME = re.compile(r"[\u4e00-\u9fff×　 ]{2,12}")
_ANNEX = re.compile(r"(?:附件|附表|附录|附)\s*[\d一二三四五六七八九十]{0,3}\s*[：:]?$")
_ISSUER = re.compile(
    r"(?:人民政府|政府|委员会|办公室|办公厅|国务院|常务委员会|指挥部|领导小组|部|厅|局|委|办|处|院|会|党组|党委|中心|公司|机制)$"
)
_DATE = re.compile(r"[（(]?\s*(?:\d{4}|[二一][〇○零OＯ\d九][〇○零一二三四五六七八九]{2})\s*年.{1,8}[日号]")
ACTS = "组织(?:开展|实施)|(?:及时|按时|限期|定期)[^。]{12}"
"""What is done by itself, and no topic of what follows; a few words (限期整改) may be one."""
_TOPIC_NOT = re.compile(
    r"\d(?![\d年+＋\-—Xx×GgA-Za-z.])|[X×](?=[万亿个名户家条项所处%％])|不得|必须|应当|严禁|力争|牵头|会同|负责(?=[\u4e00-\u9fff])(?!人)|[前底]完成|[：:]|由.{2,}|有条件的|第一责任人|责任主体"
    rf"|{ACTS}|(?:[局委办厅院校镇乡]|街道|政府|单位|部门|中心|公司|企业|小组|机关)[都均也]?(?:要(?!求)|应(?![急用对])|须)"
)
_GROUNDS = re.compile(r"\s*(?:根据|按照|依据|依照|遵照)[^，。]{2,}，")
_FIGURE = re.compile(r"\d(?!\d*年)")
_TOPIC_SURE, _CARRIED = 16, 160
_TOPIC_MODAL = re.compile(r"(?<![主重需])要(?![求素点领])|应(?!急|用|对)|须")
_CLAUSE = re.compile(r"[，,]")
_TASK = re.compile(  # a short line that says how much or by when is content, not a heading
    r"\d\s*(?:余|多)?(?:万|亿)?(?:元|亩|公里|千米|户|套|所|座|人次|台|处|吨|家|平方米|米)(?!级|以上[^，。]*企业)|\d\s*[%％]|[月年][底末]?前(?!期|景|列|沿)|[前底]完成"
)
_DATED = re.compile(r"[\s　]\d{4}年\d{1,2}月\d{1,2}日")
_TITLE_LIMIT = 90
_HEAD_LINES = 20
_NOT_TITLE = re.compile(r"附件?\s*\d*[：:]|抄送|主送|联系|\d{1,2}[.．、]")
_PERSON = re.compile(
    r"(?:书记|省长|市长|州长|县长|区长|局长|厅长|部长|主任|主席|乡长|镇长|处长|组长|同志)[\s　]*[\u4e00-\u9fff×]{1,2}[\s　]?[\u4e00-\u9fff×]{1,2}$"
)


def mark_headings(text: str, lines: list[Line]) -> None:
    """Set `Line.heading`; looks one line ahead (furniture passed over), so linear in the text."""
    unlabel_annexes(text, lines)
    if is_chart(lines):
        head_chart(text, lines)
        return
    following: Line | None = None
    beyond: Line | None = None  # the first line behind that does more than say who is charged
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if line.furniture:
            continue
        # a sentence of a cell stands between the two halves of its row
        inside = line.closed and following and index and lines[index - 1].table == following.table is not None
        if line.spanning or (line.table is None and not line.duty and not inside):
            line.heading = "section" if line.spanning else _heading(text, line, following, beyond)
            if line.heading == "section" and following is not None:
                line.rank = _rank(line, following)
        following = line
        beyond = beyond if line.duty else line
    align(text, lines)
    _mark_titles(text, lines)


def _rank(line: Line, after: Line) -> int:
    """Of an unlabelled heading: just outside what it heads; 0 where that is plain text (then inside the heading above)."""
    if line.label is not None:
        return line.label.rank
    if after.label is not None and after.label.section:
        return after.label.rank - 2
    return after.rank - 1 if after.heading == "section" and after.rank > 1 else 0


def _heading(text: str, line: Line, after: Line | None, beyond: Line | None) -> str:
    if line.listed:
        return ""
    if _ANNEX.match(text, line.start, line.end):
        return "annex"
    if after is not None and after.duty and _charged(line, beyond) and _acts(text, line):
        return ""
    if _GIVEN_AT.fullmatch(text, line.start, line.end):
        return "noise"
    if after is not None and _PHASE.fullmatch(text, line.label.end if line.label else line.start, line.end):
        return "section"
    if line.label is not None:
        return _labelled(text, line, after)
    if line.closed or line.end - line.start > _PLAIN_LIMIT or after is None:
        return ""
    body = text[line.start : line.end]
    if _NAMED_PART.fullmatch(body) or _YEARS_WORK.fullmatch(body):
        return "section"
    if body[-1] in "：:，,、" or _NOT_HEADING.match(body) or _NUMBERED.search(body) or "：" in body:
        return ""
    if _DATED.search(body) or _TASK.search(body):
        return ""
    if _ISSUER.search(body) and _DATE.match(text, after.start, after.end):
        return ""  # a signature
    if after.heading or after.table is not None or after.label is not None or after.closed:
        return "" if _PERSON.search(body) else "section"
    return "section" if _TITLE.search(body) else ""


def _acts(text: str, line: Line) -> bool:
    """Does the line say what to do or how much, and not only what it is about (一、总体要求, 第一章 项目管理)?"""
    begin = line.label.end if line.label is not None else line.start
    if line.label is not None and text[line.label.start : line.label.end].strip()[-1:] in ("章", "节"):
        return False
    return head_of(text, begin, line.end)[0] == "verb" or _FIGURE.search(text, begin, line.end) is not None


def _charged(line: Line, beyond: Line | None) -> bool:
    """Does nothing stand under a line but who is charged: （一）新建公厕10座 | 责任单位：县城管局 | （二）…? It is the task."""
    if beyond is None:
        return True
    if line.label is None:  # among lines without stops
        return not beyond.closed and beyond.label is None and beyond.table is None
    return beyond.label is not None and beyond.label.rank <= line.label.rank


def _labelled(text: str, line: Line, after: Line | None) -> str:
    label = line.label
    assert label is not None
    if not label.section:
        return "section" if label.family == "article" and entitles(text, line, after) else ""
    end = duty_begin(text, label.end, line.end)  # （牵头单位：甲；配合单位：乙） behind a heading is none of it
    width = end - label.end
    same = after is not None and after.label is not None and after.label.rank <= label.rank
    if width == 0:
        return "section"
    stop = SENTENCE_END.search(text, label.end, end)
    if stop is None and not line.closed:
        if label.rank <= 30:
            task = end < line.end and (after is None or same)  # 一、新建公厕10座（县城管局） | 二、…
            return "section" if width <= LABELLED_LIMIT and not task else ""
        if width > LABELLED_LIMIT or text[end - 1] in "，,、":
            return ""
        if text[end - 1] in "：:":
            return "section" if not _CLAUSE.search(text, label.end, line.end) and width <= 20 else ""
        if after is not None and _PART_NAME.fullmatch(text, label.end, end):
            return "section"  # 一、主要任务, whatever its items are numbered by
        if after is None or same:
            return ""  # nothing stands under it: it is the content itself
        return "section"
    if stop is None or stop.group() != "。":
        return ""
    if _GROUNDS.match(text, label.end, stop.start()):
        return ""  # 1.根据上级要求，建立…制度。
    alone = not text[stop.end() : end].strip()
    if alone and end < line.end:
        return ""  # 1.完成年度审计。（县审计局）: the task itself
    if stop.start() - label.end > _TOPIC_LIMIT or _TOPIC_NOT.search(text, label.end, stop.start()):
        return ""
    if stop.start() - label.end > _TOPIC_SURE and _TOPIC_MODAL.search(text, label.end, stop.start()):
        return ""
    if alone and (after is None or same or after.duty):
        return ""
    if line.end - stop.end() <= _CARRIED and carries_out(text[stop.end() : line.end]):
        return ""
    return "topic"


def _mark_titles(text: str, lines: list[Line]) -> None:
    """Lines at the head of the document, after 附件 or after a signature's date that lead up to a title are titles."""
    opened, titled = True, False
    waiting: list[Line] = []
    for number, line in enumerate(lines):
        if line.furniture:
            continue
        if line.heading == "annex" or is_date(text, line):
            opened, waiting = True, []
            continue
        if not opened:
            continue
        body = text[line.start : line.end]
        if (
            line.label is not None
            or line.closed
            or line.table is not None
            or body[-1] in "：:"
            or len(body) > _TITLE_LIMIT
            or _PHASE.fullmatch(body)
        ):
            if not titled and waiting and line.label is None:
                _entitle(waiting[-1:])
            opened = not titled and line.label is None and number < _HEAD_LINES
            waiting = []
        elif _TITLE.search(body) and not _NOT_TITLE.match(body):
            _entitle([*waiting[-3:], line])
            if not titled:
                _clear_before(lines, waiting[-3] if len(waiting) > 2 else waiting[0] if waiting else line)
            opened, titled, waiting = body.endswith(("文件", "纪要")), True, []
        elif _NUMBERED.search(body) or _NOT_HEADING.match(body) or _PERSON.search(body) or body[0] in "（(":
            line.heading = ""
        else:
            waiting.append(line)


def _clear_before(lines: list[Line], first: Line) -> None:
    """Short lines before the document's title (of a site, of who passed it on) are no headings."""
    for line in lines:
        if line is first:
            return
        if line.heading and line.label is None and line.table is None:
            line.heading = "noise"


def is_date(text: str, line: Line) -> bool:
    """Is the line a date and little more: a signature's, or one in brackets under a title?"""
    return line.end - line.start < 24 and _DATE.match(text, line.start, line.end) is not None


def _entitle(lines: list[Line]) -> None:
    for line in lines:
        line.heading = "title"
