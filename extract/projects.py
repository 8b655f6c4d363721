"""Named or uniquely described works (`draft.projects`): built things, systems and platforms, what is done to them.

A head noun ends the name, the governing verb before it begins it (`noun_phrase`). A name must say which work is meant
(各类平台, 乡镇卫生院 do not), and the text must speak of building it: a verb before it (推进, 新建), a word or a
predicate behind it (…建设, …竣工), or a list that closes with 等项目. A number before it (建设3座变电站) makes it a target.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.draft import Draft, within
from extract.edges import full_width
from extract.lexicon import Entry, alternatives, repeated, sections, words
from extract.model import Project
from extract.noun_phrase import COUNT, MANY, Phrase, listed, phrase, verb_class
from extract.sieve import Sieve


@dataclass(frozen=True, slots=True)
class _Head:
    kind: str
    sort: str  # facilities, digital, acts, named, list_heads
    generic: re.Pattern[str]
    not_before: re.Pattern[str]
    whole: bool = False


_COMMON = words("projects", "generic")
_NEVER = re.compile("(?!)")


def _heads() -> Iterator[tuple[str, _Head]]:
    common = repeated(_COMMON)
    for sort in ("facilities", "digital", "acts", "named", "list_heads"):
        for entry in sections("projects")[sort]:
            generic = common if sort in ("facilities", "acts") else _generic(entry, sort)
            not_before = re.compile(entry.more.get("not_before", "(?!)"))
            for word in entry.words:
                yield word, _Head(entry.key, sort, generic, not_before, word in entry.more.get("whole", ()))


def _generic(entry: Entry, sort: str) -> re.Pattern[str]:
    sectors = words("projects", "sectors", "sector") if sort == "named" else ()
    return repeated([*entry.more.get("generic", ()), *entry.words, *sectors, *"等和及与、的"])


_HEADS = dict(reversed(list(_heads())))
_FIND = Sieve(alternatives(_HEADS))
_ENDS = re.compile(
    f"(?:{alternatives(w for w, h in _HEADS.items() if h.sort != 'list_heads')})(?:[（(][^）)]*[）)])?(?:建设)?$"
)
_FACILITY = re.compile(alternatives(words("projects", "facilities")))
_SECTOR = re.compile(f"(?:{alternatives(words('projects', 'sectors'))})")
_PLACE_END = re.compile(
    rf"(?:{alternatives(words('projects', 'facilities'))}|[河湖溪沟江渠港湾街路巷桥厂站院楼馆岭坝管]|流域|水系|湿地|沙地|沙漠|矿山|街区|片区|[城镇校库景灾]区|老城|社区"
    r"|基础设施|[水岸]线|水环境|水体|湖面|海域|海岸带|山体|采空区|沉陷区|老街|断面|[路坝河区]?段|河道|边坡|农田|城中村|水源|新村|老村|市场|业|化工|集团|公司|股份|科技|食品|水泥|钢铁|汽配|纺织|机械|电子|建材|纸业)(?:清淤|疏浚|提标|扩能|整体|绿色化|智能化|数字化|环境|综合|景观|生态)*$"
)
_NAMED_THING = re.compile(r"[A-Za-z×\d]|[东西南北]区")
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
_UNSAID = re.compile(
    r"(?:[加扣减得评]分|后续|后期|剩余|其余|收尾|备选|候选|重点|有关|相关|前期|续建|在建|签约|储备|考核|收费|检测|检查|评分|服务|支出|执法|许可|培训|比赛|招标)$"
)
_RATED = re.compile(r"(?:国家)?(?:[\dX×一二三四五]A|A{2,5})级(?:旅游)?")  # 4A级景区 is a title to be won
_DESCRIBED = re.compile(  # 受天气影响较小的, 易于封闭的: whichever is so
    r"(?:较[\u4e00-\u9fff]|易|便于|相对|具备|具有|符合|适[合宜]|影响|需要|急需|齐全|完[备善]|多样|合理|先进|良好|优美|明显|突出|(?<![学院])有[\u4e00-\u9fff]+)[^的]{0,6}的$"
)
_REGION = r"京津沪渝冀豫云辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼港澳台"
_PROPER = re.compile(  # what marks a proper name in a text that speaks of a whole country
    rf"[“\"A-Za-z\d]|国家|全国|中国|中央|中华|[{_REGION}]{{2}}|三北|三峡|三江源|南水北调|西气东输"
    r"|长江|黄河|淮河|珠江|辽河|松花江|太湖|巢湖|滇池|洞庭湖|鄱阳湖|雄安|横琴|浦东|前海|南沙|南繁"
)
_SITE = re.compile(
    r"(?![跨环沿临近各大小山海江河湖内外农乡城主干支中村集街老新病险危重])[\u4e00-\u9fff]{1,3}[湾井山洋河湖岛村镇乡县市路街江溪沟岭坪坝塘桥寨屯洲滩港峡泉沱坑庄铺堡]"
)
_GENERIC = repeated(_COMMON)
_PLAIN = repeated(
    [
        *_COMMON,
        *words(
            "projects",
            "facilities",
        ),
        *words("projects", "acts"),
    ]
)
_MASK_ONLY = re.compile(r"[X×\d]*")
_PHASE = re.compile(
    r"[（(](?:[一二三四五六首\d])期[^）)\n]{0,8}[）)]|[（(]含[^）)\n]{1,12}[）)]|[（(][\u4e00-\u9fff]{2,6}[）)](?=建设|项目|工程)|[一二三四五六]期(?:工程|项目)?"
)

_BUILT = (
    r"建成|竣工|投产|投用|投运|投入使用|投入运营|通车|开工|动工|完工|建好|试运[行营]|封顶|通水|试通水|并网|交付|开园|开业|开馆|启用|贯通|合龙|达产|落地|上线|开通|动建|通气|通电"
    r"|主体完|复工|供水|供电|接通|对外开放|动建"
)
_WORK = r"建设|改造|扩建|新建|升级|提升|迁建|重建|施工|开发建设|优化|维修|整修|绿化"
_EARLY = r"前期工作|前期|征拆|征迁|征收|手续|选址|立项|主体工程|主体建设|主体施工|土建"
_DIRECT = re.compile(
    rf"的?(?:主体|社会化|[二三]期|服务功能|功能|能力|体系)?(?:{_WORK})(?!性|用地|领域|兵团|费|资金|标准|主体|考核|情况|成效|规范|质量)|的?(?:{_EARLY})"
)
_PREDICATE = re.compile(rf"[^，。；：！？\n\t、]{{0,18}}?(?:{_BUILT})")
_OWNED = re.compile(
    rf"，(?:[^，。；：！？\n\t]{{1,20}}?(?:负总责|牵头|负责|主抓|包抓|包联)|[^，。；：！？\n\t]{{0,10}}?(?:{_BUILT}))"
)
_REST_OF_LIST = re.compile(
    rf"(?:、|和|及|与|以及)[^，。；！？\n\t]{{1,70}}?(?:等[^，。；、]{{0,10}}(?:项目|工程|建设|设施)|(?:建设|改造|扩建|迁建|重建|施工)(?!性)|{_EARLY}|项目|工程|{_BUILT})"
)
_FOLLOW = re.compile(
    r"$|[，。；：、！？,;:\s）)」”\"》（(【]|和|与|及|以及|或|并|于|由|将|要|应|必?须|今|明年|年|到|在|\d|[X×]|[一二三四五六七八九十]+(?:月|期|季度)|力争|确保|争取|全[面部]|尽[快早]|按[期时]|如期|早日"
    r"|正式|为|是|的|第|每|达到|项目|工程|完成|工作|任务|实施|推进|进[度展]|顺利|同步|首|规划|设计|试点|[上下]半年|还[是没要]|就|仍|拖|卡|迟迟|一直|抓紧|不能|没|有望|预计|计划|纳入|列入|[主]?汛期?前|春节|国庆|元旦|五一|节前|[春夏秋冬]季|主体"
    r"|等(?=$|[，。；]|[^，。；、]{0,10}(?:项目|工程|设施|平台|建设|场馆|载体|系统|应用|道路|断头路|园区|公路|景区))"
    rf"|(?:社会化|服务功能|功能|能力|体系)?(?:{_WORK})(?!考核|情况|成效|标准|规范)|服务功能|功能|社会化|能级|{_BUILT}|{_EARLY}"
)
_ENCOURAGED = re.compile(r"支持|鼓励|引导|如(?!期|何)")
_DRAWN_ON = frozenset(
    ("支持", "鼓励", "引导", "依托", "围绕", "利用", "充分利用", "通过", "结合", "对接", "协助", "参与", "用好", "使用")
)
_TOWARDS = re.compile(r"(?:[一二三四五六七八九十]+、|\d+[.、])?对(?:[^的]*|.*的)$")
_BANNED = re.compile("严禁|禁止|不得|不准|避免|防止(?!返贫)|杜绝|严控|暂停审批|停止审批|停建|叫停|查处")
_INTO = frozenset(("将", "把", ""))
_BUILDING = frozenset(
    (
        "实施",
        "建设",
        "改造",
        "扩建",
        "重建",
        "修复",
        "实施",
        "共建",
        "规划",
        "整修",
        "翻建",
        "维修",
        "升级",
        "开发",
        "优化",
        "提升",
    )
)
_MAKING = frozenset(("研发", "完善", "健全", "上线", "开通", "部署", "运营", "引入", "试行"))
_METAPHOR = re.compile(r"重要的?|一流|领先|知名|著名|最大|区域性|有影响力|高地|世界级|全球|引领")
_UNIQUE = re.compile(
    f"[县市区州省](?:{alternatives(words('projects', 'generic'))})*(?:{alternatives(words('projects', 'unique', 'of_county'))})"
)
_COUNTY = re.compile(r"[县市州](?![城级域乡镇区内直里外村])")
_ONE_EACH = frozenset(words("projects", "unique"))
_KIND_OF_WORK = re.compile(  # 水土流失治理, 农村饮水安全: in a list, kinds of works where no place stands before
    "(?:建设|清淤|疏浚|治理|防治|整治|安全|改造|保护|修复|提升|开发|养护|管护|处理|利用|生产|培育|防护|监测|除险加固)$"
)
_ALONE = frozenset(words("projects", "unique", "alone"))
_CLOSING = re.compile(rf"等(?:[\dX×多余两三四五六七八九十]|{alternatives(words('projects', 'closings'))})*")
_INVESTMENT = re.compile(r"总?投资(?:额|规模)?(?:约|达|为|近|超)?([\d.]+)\s?([万亿]?)元")
_SCALE = {"": 1.0, "万": 1e4, "亿": 1e8}

Found = tuple[int, int, str, str]  # start, end, kind, rule


def projects(draft: Draft) -> None:
    text, even = draft.text, full_width(draft.text)
    here = draft.context.level != "national"
    kept: list[Found] = []
    for one in sorted(dict.fromkeys(_found(even)), key=lambda found: (found[0], -found[1])):
        if kept and one[0] < kept[-1][1]:
            if one[3] == "project-listed" and kept[-1][3] != "project-listed" and one[1] < kept[-1][1]:
                kept[-1] = one  # a list read as one name
            elif one[1] > kept[-1][1]:  # a longer name ends further right
                kept[-1] = (kept[-1][0], *one[1:])
            continue
        kept.append(one)
    draft.projects = [
        Project(start, end, text[start:end], _named(text[start:end]), kind, _investment(even, start, end), rule)
        for start, end, kind, rule in kept
        if not _is_programme(draft, start, end, rule)
        and (here or _OF_A_COUNTRY.search(even, start, end) or _proper(draft, start, end, rule))
    ]


def _is_programme(draft: Draft, start: int, end: int, rule: str) -> bool:
    """Do the words belong to a programme's name? A work may stand in the title of a plan (…项目实施方案) and is both."""
    for one in within(draft.programmes, start - 60, end):
        if one.end > start and not (one.rule in _PLANS and one.end > end and rule == "project-named"):
            return True
    return False


_OF_A_COUNTRY = re.compile(
    "(?:中心|研究院|研究所|实验室|装置|高标准农田)$"
)  # a country builds one, or all of them by plan
_OF_A_PLACE = frozenset(("project-facilities", "project-acts", "project-listed"))


def _proper(draft: Draft, start: int, end: int, rule: str) -> bool:
    """Does a name say which one of a whole country's works is meant: 川藏铁路, 洋山港区, not 山区高速公路, 内河航道?"""
    if rule not in _OF_A_PLACE or within(draft.places, start, end):
        return True
    name = draft.text[start:end]
    site = _SITE.match(name)
    return bool(_PROPER.search(name)) or bool(site and not _GENERIC.fullmatch(site.group()))


_PLANS = frozenset(("programme-scheme", "programme-plan", "programme-outline", "programme-title"))


def _found(text: str) -> Iterator[Found]:
    for match in _FIND.finditer(text):
        word, start, end = match.group(), match.start(), match.end()
        head = _HEADS[word]
        if head.not_before.match(text, end):
            continue
        if text[end : end + 1] in _QUOTES and head.sort != "list_heads":  # “…平台”: the quotes are part of the name
            opening = text.rfind(_QUOTES[text[end]], max(0, start - 30), start)
            if opening < 0:
                continue
            start, end = opening, end + 1
            if text[end : end + 1] == "的":  # “公司+基地”的模式
                continue
        if head.sort != "named" and (phase := _PHASE.match(text, end)):
            end, word = phase.end(), word + phase.group()
        if not _FOLLOW.match(text, end):
            continue
        name = phrase(text, start, _ENDS)
        before = text[name.start : start] + text[start : match.start()]
        if text[name.low - 1 : name.low] == "《" or _TOWARDS.match(text[name.low : name.start]):
            continue
        if many := MANY.search(text[name.start : match.start()]):
            if not name.loose and name.verb not in _PLANNED:
                yield from _members(text, name, name.start + many.start(), end, head, many.group())
        elif head.sort != "list_heads" and _is_work(text, head, name, before, word, end):
            yield name.start, end, _kind(head, before), f"project-{head.sort}"


_QUOTES = {"”": "“", '"': '"'}
_PLANNED = frozenset(("谋划", "储备", "包装"))


def _members(text: str, name: Phrase, end: int, stop: int, head: _Head, closing: str) -> Iterator[Found]:
    """The names of “A、B等项目”. Kinds of works (教育、医疗等民生项目) are none; before a closing word such as 设施 each
    member needs a head of its own."""
    if _ENCOURAGED.search(text, name.low, name.start):
        return
    any_name = head.sort == "named" and bool(_CLOSING.fullmatch(closing))
    members = listed(text, name.start, end)
    if (
        head.sort != "digital"
        and not any_name
        and _sites(text, members)
        and verb_class(name.verb) in ("push", "build", "do", "make")
    ):
        yield name.start, stop, _kind(head, text[name.start : stop]), f"project-{head.sort}"
        return
    if head.sort == "acts":
        return
    if not any_name and verb_class(name.verb) not in ("push", "build", "do") and name.verb not in _BUILDING:
        return
    of_a_place = False  # 青石湾景区广场、停车场、公厕: the first says where
    for low, high in members:
        member = text[low:high]
        if len(member) < 2 or _SECTOR.fullmatch(member) or _MASK_ONLY.fullmatch(member) or COUNT.match(member):
            continue
        road = head.kind in ("general", "road") and member[-1] in "路街巷道桥延线"
        plain = _plain(member)
        if any_name and (kind := _KIND_OF_WORK.search(member)) and not _acted(member[: kind.start()]):
            continue
        if plain and (of_a_place or member in _ONE_EACH) and _ENDS.fullmatch(member):
            yield low, high, _HEADS[member].kind, "project-listed"
        elif (any_name and not plain) or road or member[0] in '“"' or (_ENDS.search(member) and not plain):
            of_a_place = of_a_place or bool(_ENDS.search(member))
            yield low, high, _kind(head, member), "project-listed"


def _sites(text: str, members: list[tuple[int, int]]) -> bool:
    """Do most members of “A、B等道路” name places, so that the whole is one work?"""
    named = [text[low:high] for low, high in members]
    sites = [
        one
        for one in named
        if len(one) > 2 and one[-1] not in "路街" and _SITE.fullmatch(one) and not _GENERIC.fullmatch(one)
    ]
    return 2 * len(sites) > len(named)


def _plain(words_: str) -> bool:
    return bool(_PLAIN.fullmatch(words_))


def _is_work(text: str, head: _Head, name: Phrase, before: str, word: str, end: int) -> bool:
    if head.whole and not before:
        return not text[end : end + 1].isdigit()
    quoted = "“" in before or '"' in before
    if name.count or (name.loose and not quoted) or (not quoted and COUNT.search(before)) or COUNT.match(text, end):
        return False
    if (
        name.verb in _DRAWN_ON
        or _BANNED.search(text, name.low, name.start)
        or _RATED.fullmatch(before)
        or _described(text, name, before)
    ):
        return False
    if head.sort != "named" and _ENCOURAGED.search(text, name.low, name.start):
        return False
    if not (before + word in _ALONE or _UNIQUE.fullmatch(before + word) or (before and _PHASE.search(word))) and not (
        _says_which(head, before)
    ):
        return False
    if head.sort == "named":
        return (verb_class(name.verb) != "" or name.verb in _INTO) and not _UNSAID.search(before)
    if head.sort == "acts":
        return _acted(before) and (verb_class(name.verb) not in ("", "take", "work") or name.verb in _INTO)
    return _is_built(text, head, name, before, end)


def _described(text: str, name: Phrase, before: str) -> bool:
    """Is the thing only told by what it is like: 受天气影响较小的隧道?"""
    if "的" in before:
        return bool(_DESCRIBED.search(before[: before.rindex("的") + 1]))
    return text[name.start - 1 : name.start] == "的" and bool(_DESCRIBED.search(text[name.low : name.start]))


def _says_which(head: _Head, before: str) -> bool:
    """Do the words before the head tell this work from others of its kind?"""
    own = re.split("[的、]", before)[-1].strip('“”"')
    if head.sort == "digital" and own.endswith(("全", "各", "本")):  # 全系统
        return False
    if not own:  # 安置点的 小学 does, 供水、 设施 and 条件的 项目 do not
        return head.sort in ("facilities", "digital") and before.endswith("的") and len(before) > 4
    if own == "配套":
        return len(before) > 4
    if len(before) < 2 - (head.sort == "acts") or _MASK_ONLY.fullmatch(before):
        return False
    if head.sort in ("facilities", "acts") and _COUNTY.match(before):
        return True
    return not head.generic.fullmatch(own) and not verb_class(own.removeprefix("所"))


def _acted(before: str) -> bool:
    """Is what is acted on a thing of its own: 青石桥 (重建), not 危桥 (改造)?"""
    if _NAMED_THING.search(before) or before in _ALONE or _UNIQUE.fullmatch(before):
        return True
    thing = _QUOTED.sub("", before)
    place = _PLACE_END.search(thing)
    if not place or thing != before:
        return bool(place)
    rest = before[: place.start()]
    if _COUNTY.match(rest):  # 县职业教育中心扩建
        return True
    return bool(rest) and not _GENERIC.fullmatch(rest)


def _is_built(text: str, head: _Head, name: Phrase, before: str, end: int) -> bool:
    verb, group = name.verb, verb_class(name.verb)
    if head.sort == "facilities" and _METAPHOR.search(before):
        return False
    if group in ("push", "build") or verb in _BUILDING:
        return True
    if head.sort == "digital" and (group == "make" or verb in _MAKING):
        return True
    rest = _REST_OF_LIST.match(text, end)
    if _DIRECT.match(text, end) or rest:
        built = not rest or bool(_PREDICATE.match(text, rest.end() - 4))
        return bool(group) or verb in ("将", "把") or (verb == "" and built)
    if verb in _INTO or verb in ("力争", "确保"):
        return bool(_PREDICATE.match(text, end) or _OWNED.match(text, end))
    return False


def _kind(head: _Head, before: str) -> str:
    if head.sort in ("facilities", "digital"):
        return head.kind
    found = list(_FACILITY.finditer(before))
    return _HEADS[found[-1].group()].kind if found else "work"


def _named(words_: str) -> str:
    return re.sub(r"[“”\"\s]", "", words_)


def _investment(text: str, start: int, end: int) -> float | None:
    """The total investment told beside a name, in yuan: in its sentence, at most 40 characters off."""
    low = max(text.rfind(mark, max(0, start - 40), start) for mark in "。；\n\t") + 1
    low = max(low, start - 40)
    window = re.split("[。；\n\t]", text[low : end + 40])[0]
    match = _INVESTMENT.search(window)
    return float(match.group(1).rstrip(".")) * _SCALE[match.group(2)] if match else None
