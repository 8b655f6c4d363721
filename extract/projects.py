"""Named or uniquely described works (`draft.projects`): built things, systems and platforms, what is done to them.

A head noun ends the name, the governing verb before it begins it (`noun_phrase`). A name must say which work is meant
(各类平台, 乡镇卫生院 do not), and the text must speak of building it: a verb before it (推进, 新建), a word or a
predicate behind it (…建设, …竣工), or a list that closes with 等项目. A number before it (建设3座变电站) makes it a target.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.body_name import Spans
from extract.common_works import common_works
from extract.draft import Draft, within
from extract.edges import full_width
from extract.model import Project
from extract.noun_phrase import closing, phrase
from extract.project_cells import named_cells
from extract.project_heads import ENDS, FIND, HEADS, PHASE, Found, common, kind_of
from extract.project_judge import is_work
from extract.project_lists import lines, members_of, one_name
from extract.project_names import individual, proper
from extract.project_neighbours import neighbours, told_beside
from extract.project_speech import FOLLOW, FOLLOW_BETTER, FOLLOW_TOLD
from extract.project_subjects import firms_works
from extract.tables import in_time_column

_TOWARDS = re.compile(r"(?:[一二三四五六七八九十]+、|\d+[.、])?对(?:[^的]*|.*的)$")
_INVESTMENT = re.compile(  # 完成投资, 年度投资, 工业投资 are no totals
    r"(?:总投资|(?<![成度划计产业增加际内年方间外商])投资)(?:额|规模)?(?:约|达|为|近|超)?([\d.]+)\s?([万亿]?)元"
)
_SCALE = {"": 1.0, "万": 1e4, "亿": 1e8}


def projects(draft: Draft) -> None:
    text, even = draft.text, full_width(draft.text)
    here = draft.context.level != "national"
    timed = Spans((one.start, one.end) for one in draft.outline.sentences if in_time_column(one))
    kept = _apart(
        sorted(
            dict.fromkeys(
                [*named_cells(draft), *_found(draft, even), *firms_works(draft, even), *common_works(draft, even)]
            ),
            key=lambda found: (found[0], -found[1]),
        )
    )
    kept = [one for one in (_untimed(draft, *found) for found in kept) if one is not None]
    draft.projects = [
        Project(start, end, text[start:end], _named(text[start:end]), kind, _investment(even, start, end), rule)
        for start, end, kind, rule in kept
        if not timed.cover(start)  # 焚烧发电项目9月底前点火: a day for what the row names
        and not _is_programme(draft, start, end, rule)
        and (not _ZONE.search(text, start, end) or within(draft.places, start, end))
        and (here or rule != "project-named" or not common(_bare(text[start:end])))
        and (here or _OF_A_COUNTRY.search(even, start, end) or _proper(draft, start, end, rule))
    ]


def _untimed(draft: Draft, start: int, end: int, kind: str, rule: str) -> Found | None:
    """金岭水库 | 2024年汛期前下闸蓄水: a name ends where a time stands, and is one only where a work stands before it."""
    for one in within(draft.deadlines, start - _TIME, start + 1):
        if one.start <= start < one.end < end:  # 6月底前 | 除险加固
            start = one.end
            if end - start < _LEAST:
                return None
    for one in within(draft.deadlines, start + 1, end):
        if start + 2 < one.start < end and one.end <= end and draft.text[one.start - 1] not in "（(“":
            return (start, one.start, kind, rule) if ENDS.search(draft.text, start, one.start) else None
    return start, end, kind, rule


def _apart(found: list[Found]) -> list[Found]:
    """The names without overlap."""
    kept: list[Found] = []
    for one in found:
        if not kept or one[0] >= kept[-1][1]:
            kept.append(one)
        elif kept[-1][3] == "project-cell":  # a name is the whole cell
            continue
        elif one[3] == "project-listed" and kept[-1][3] != "project-listed" and one[1] < kept[-1][1]:
            kept[-1] = one  # a list read as one name
        elif one[1] > kept[-1][1]:  # a longer name ends further right
            kept[-1] = (kept[-1][0], *one[1:])
    return kept


def _is_programme(draft: Draft, start: int, end: int, rule: str) -> bool:
    """Do the words belong to a programme's name? A work may stand in the title of a plan (…项目实施方案) and is both."""
    for one in within(draft.programmes, start - 60, end):
        works = one.rule == "programme-quoted" and draft.text[one.end - 3 : one.end - 1] in ("工程", "窗口", "平台")
        if works and (one.end < end or (one.end == end and draft.text.startswith("建设", end))):
            continue  # “雪亮工程”建设, “天网工程”三期
        if one.start <= start < end < one.end and draft.text[end] in "、和及与" and individual(draft.text[start:end]):
            continue  # 推进青柳大桥和两年行动计划
        if one.end > start and not (one.rule in _PLANS and one.end > end and rule == "project-named"):
            return True
    return False


_OF_A_COUNTRY = re.compile(
    "(?:中心|研究院|研究所|实验室|装置|高标准农田)$"
)  # a country builds one, or all of them by plan


def _bare(name: str) -> str:
    return name.removesuffix("项目").removesuffix("工程")


_ZONE = re.compile("(?:试验区|综试区)$")
"""Built where they bear a place; else titles (金融改革试验区)."""
_OF_A_PLACE = frozenset(("project-facilities", "project-acts", "project-listed", "project-beside"))


def _proper(draft: Draft, start: int, end: int, rule: str) -> bool:
    """Does a name say which one of a whole country's works is meant: 川藏铁路, 洋山港区, not 山区高速公路, 内河航道?"""
    if rule not in _OF_A_PLACE or within(draft.places, start, end):
        return True
    return proper(draft.text[start:end])


_PLANS = frozenset(("programme-scheme", "programme-plan", "programme-outline", "programme-title"))


def _found(draft: Draft, text: str) -> Iterator[Found]:
    for first, found, _ in draft.within_kept(FIND.found(text)):
        word, start = found, first
        last = end = first + len(word)
        head = HEADS[word]
        if head.after is not None and not head.after.search(text, max(0, start - _NEAR), start):
            continue
        if text[end : end + 1] in _QUOTES and head.sort != "list_heads":  # “…平台”: the quotes are part of the name
            opening = text.rfind(_QUOTES[text[end]], max(0, start - 30), start)
            if opening < 0:
                continue
            start, end = opening, end + 1
            if phase := PHASE.match(text, end):
                end, word = phase.end(), word + phase.group()
            if text[end : end + 1] == "的":  # “公司+基地”的模式
                continue
        if head.sort not in ("named", "list_heads") and (phase := PHASE.match(text, end)):
            end, word = phase.end(), word + phase.group()
        elif head.sort == "named" and (part := _PART_OF.match(text, end)):
            end = part.end()
        aside = bool(head.not_before.match(text, last))
        if (aside and head.sort != "named") or (head.sort == "named" and _OTHER.match(text, last)):
            continue
        follows = not aside and (
            FOLLOW.match(text, end)
            or (head.sort == "facilities" and FOLLOW_TOLD.match(text, end))
            or (head.sort == "digital" and FOLLOW_BETTER.match(text, end))
        )
        if not follows and head.sort not in ("named", "acts"):
            continue
        name = phrase(text, start, ENDS)
        if head.sort == "named" and (levels := _OF_LEVELS.search(text, max(0, start - _CLOSES), start)):
            listing = phrase(text, levels.start(), ENDS)  # A、B等省、市重点项目
            listing = replace(listing, start=listing.first)
            yield from members_of(text, listing, levels.start(), end, head, "等重点")
            continue
        name = one_name(text, name, start, head)
        if text[name.start - 1 : name.start] not in _JOINTS and (pointed := _POINTED.match(text, name.start, start)):
            verb = "" if name.verb == "再" else name.verb
            name = replace(name, start=pointed.end(), member=pointed.end(), low=pointed.end(), verb=verb)
            if pointed.group("this") and head.sort == "facilities" and not name.verb:
                name = replace(name, verb="推进")  # 那个立体停车楼，月底前把方案报上来
        if name.verb == "对接" and head.sort != "digital" and _IN_CHARGE.search(text, name.low, name.start):
            name = replace(name, verb="推进")  # 负责对接风能博物馆
        before = text[name.start : start] + text[start:first]
        if name.verb == "支持" and (
            (head.sort in ("facilities", "acts") and individual(before))
            or (head.sort == "digital" and before[:1] in _OPENINGS and _SERVING.search(before))
        ):
            name = replace(name, verb="推进", low=name.start)  # 支持红军渡纪念馆提档升级
        if not follows and ("“" in before or not individual(before)):
            continue  # 盛源二期项目用地 speaks of the work, 农业项目用地 of none
        if head.sort != "named" and _BECOMES.search(text, max(0, start - _AIM), start):
            continue
        if text[name.low - 1 : name.low] == "《" or (
            _TOWARDS.match(text[name.low : name.start]) and not _WITH_IT.match(text, end)
        ):
            continue
        if text.startswith("绿色通道", first - 2) or _IS_WHERE.match(text, end):
            continue
        if not name.verb and _SUCH.match(text, end):
            continue
        if many := closing(text[name.start : first]):
            where = _IS_WHERE.match(many.group()) is not None or (
                not name.verb and _ALL_SUCH.match(text, end) is not None
            )
            if not name.loose and name.verb not in _PLANNED and not where:
                yield from members_of(text, name, name.start + many.start(), end, head, many.group())
        elif _alias(text, name.start, end):
            continue
        elif head.sort != "list_heads" and is_work(text, head, name, before, word, end):
            if head.sort == "acts" and text.startswith(("项目", "工程"), end) and not _OTHER.match(text, end + 2):
                end += 2  # 县医院迁建 + 项目
            if head.sort == "named" and (meant := _MEANT.search(text, name.start, first)):
                end = meant.start()  # 柳江二桥这个项目
            if head.kind in ("railway", "road") and (several := lines(text, name, end)):
                for low, high in several:
                    yield low, high, head.kind, "project-listed"
                continue
            price = _PRICE.match(text, name.start, start)  # 42亿元的 | 康养小镇
            yield price.end() if price else name.start, end, kind_of(head, before), f"project-{head.sort}"
            yield from neighbours(text, name, end, head)
            yield from told_beside(text, end, head)


def _alias(text: str, start: int, end: int) -> bool:
    """Is the name another one of what stands before its bracket: 市第三医院（传染病医院）?"""
    return (
        text[start - 1 : start] in ("（", "(")
        and text[end : end + 1] in ("）", ")")
        and bool(ENDS.search(text, max(0, start - 12), start - 1))
    )


_IS_WHERE = re.compile(
    r"(?:[、和及与][^，。；、和及与]{1,10}){0,4}(?:等[^，。；、]{0,6}(?:场所|区域|部位|地点)|等[^，。；、]{0,8}(?:用地|用海|用电|用能)?需求)"
)
"""校园、医院 | 等场所, 5G基站及机房 | 等配套设施用地需求: no work, but where, or what for, something is done."""
_SUCH = re.compile(
    r"(?:[改扩迁新]建|改造|建设|施工)*等(?:项目|工程|项目工程)，(?:参照|按照?|执行|实行|采用|采取|一律|可)"
)
_ALL_SUCH = re.compile(r"(?:工程)?，(?:参照|按照?|执行|实行|采用|采取|一律|可)")
"""改造扩建等项目 | ，参照…执行: of all of a kind."""
_POINTED = re.compile("(?:像|再?[比例譬]如)?(?P<this>[这那][个条座栋处段])|像|再?[比例譬]如")  # 像柳江二桥、那座停车楼
_MEANT = re.compile("[这那]个$")
_PART_OF = re.compile(r"[（(][\u4e00-\u9fffA-Z\d]{1,6}(?:标段|期|段)[）)]")
_IN_CHARGE = re.compile("负责|牵头")
_WITH_IT = re.compile("，|要|应|必须")
_OTHER = re.compile(  # 项目 that belongs to another thing's name: 项目部, 项目库
    "建设(?:有限|集团|公司|局|单位|管理)|性|化|库|法人|单位|款|机械|师|车|船|院|学|部|经理|负责人|组|清单|名单|数|专班|指挥|领导|特点|名称|类别|类型|属地|业主|代建|管理办法|咨询|公司|有限|勘察|监理|造价"
)
_OF_LEVELS = re.compile(
    r"(?:建设)?等(?:(?:(?:国家|[省市县区州])级?[、和])+[省市县区州]级?|[\dX×一二三四五六七八九十]+个?总投资[\d.X×]+[万亿]?元的)(?:重点|重大)?$"
)
_PRICE = re.compile(r"(?:总投资)?(?:约)?[\d.]+[万亿]?元的")
_BECOMES = re.compile("成为(?:“[^”\n]{0,24}”|[^，。；、]){0,36}$")
"""建设成为具有…功能的平台: what another thing is to be, no work of its own."""
_JOINTS = ("、", "和", "及", "与")
_NEAR, _CLOSES, _AIM = 12, 24, 40
_UNNAMED, _SENTENCE_END = re.compile(r"[“”\"\s]"), re.compile("[。；\n\t]")
_QUOTES = {"”": "“", '"': '"'}
_SERVING = re.compile('[”"][^”"]*(?:服务|中试|检测|测试|交易|共享|数据)$')
_OPENINGS = ("“", '"')
_TIME, _LEAST = 16, 6  # characters of a time before a name; of a name behind one
_PLANNED = frozenset(("谋划", "储备", "包装"))


def _named(words_: str) -> str:
    return _UNNAMED.sub("", words_)


def _investment(text: str, start: int, end: int) -> float | None:
    """The total investment told beside a name, in yuan: in its sentence, at most 40 characters off."""
    low = max(start - 40, 0)
    around = text[low : end + 40]
    if "投资" not in around:
        return None
    low += max(around.rfind(mark, 0, start - low) for mark in "。；\n\t") + 1
    match = _INVESTMENT.search(_SENTENCE_END.split(text[low : end + 40], maxsplit=1)[0])
    return round(float(match.group(1).rstrip(".")) * _SCALE[match.group(2)], 2) if match else None
