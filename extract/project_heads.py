"""The heads of works: words that end a work's name (`HEADS`), and patterns that tell a name from common words before a head.

>>> HEADS["水厂"].kind, plain("乡镇卫生院"), plain("青石卫生院")
('water', True, False)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.lexicon import Entry, alternatives, repeated, sections, words
from extract.scan import Scanner
from extract.tail import Tail


@dataclass(frozen=True, slots=True)
class Head:
    kind: str
    sort: str  # facilities, digital, acts, named, list_heads
    generic: re.Pattern[str]
    not_before: re.Pattern[str]
    after: Tail | None
    whole: bool = False


DIVERSION = re.compile("引[\u4e00-\u9fff]{1,2}[济入补调灌][\u4e00-\u9fff]{1,2}")
"""引黄济宁: water brought from one river to another."""
Found = tuple[int, int, str, str]  # start, end, kind, rule
_COMMON = words("projects", "generic")


def _heads() -> Iterator[tuple[str, Head]]:
    common = repeated(_COMMON)
    for sort in ("facilities", "digital", "acts", "named", "list_heads"):
        for entry in sections("projects")[sort]:
            generic = (
                common if sort in ("facilities", "acts") and "generic" not in entry.more else _generic(entry, sort)
            )
            not_before = re.compile(entry.more.get("not_before", "(?!)"))
            after = Tail(f"(?:{entry.more['after']})$") if "after" in entry.more else None
            for word in entry.words:
                yield word, Head(entry.key, sort, generic, not_before, after, word in entry.more.get("whole", ()))


def _generic(entry: Entry, sort: str) -> re.Pattern[str]:
    sectors = words("projects", "sectors", "sector") if sort == "named" else ()
    return repeated([*entry.more.get("generic", ()), *entry.words, *sectors, *"等和及与、的"])


HEADS = dict(reversed(list(_heads())))
FIND = Scanner(dict.fromkeys(HEADS, "head"))
ENDS = Tail(
    f"(?:{alternatives(w for w, h in HEADS.items() if h.sort != 'list_heads')})(?:[（(][^）)]*[）)])?(?:建设|征迁|征拆|征收|拆迁|前期工作)?$"
)
# without those that need a name of their own before them (路, 线)
FACILITY = re.compile(
    alternatives(
        word for entry in sections("projects")["facilities"] if "after" not in entry.more for word in entry.words
    )
)
FIRM = (
    "集团|公司|股份|实业|控股|药业|医药|制药|纺织|服饰|鞋业|食品|饲料|乳业|酒业|茶业|粮油|牧业|农牧|科技|电子|光电|光伏|半导体|电气|电器|机械|重工|汽车|汽配|化工|化学"
    "|新材料|新材|材料|建材|水泥|钢铁|铜业|铝业|锂业|硅业|矿业|纸业|木业|竹业|家居|家具|陶瓷|玻璃|塑业|包装|印务|能源|电力|电池|锂电|生物|环保|物流|冷链|地产|置业|文旅|国际|银行"
)
PLACE_END = Tail(
    rf"(?:{alternatives(words('projects', 'facilities'))}|[河湖溪沟江渠港湾街路巷桥厂站院楼馆岭坝管]|流域|水系|湿地|沙地|沙漠|矿山|街区|片区|[城镇校库景灾]区|老城|社区|演播厅|展厅|大厅|大殿|古建筑|建筑群|故居|旧址|遗址|祠堂|小区|危旧房|老旧厂区|厂区|总督署|道署|[官衙]署|公所|审判厅|会馆|祠|寺|古?塔|楼阁|牌楼|旧居"
    rf"|基础设施|[水岸]线|水环境|水体|湖面|海域|海岸带|山体|采空区|沉陷区|老街|断面|[路坝河区]?段|河道|边坡|农田|城中村|水源|新村|老村|市场|操场|球场|路面|路灯|屋面|外墙|围墙|看台|{FIRM})(?:消防|供暖|采暖|屋顶|屋面|门窗|电梯|照明|安防|监控|抗震|防雷|防水|保温|用电|厨房|电力|清淤|疏浚|提标|扩能|整体|绿色化|智能化|数字化|信息化|现代化|标准化|电气化|适老化|无障碍|环境|综合|景观|生态|光纤|入户|雨污分流|外?立面|亮化|绿化|防洪|超低排放|脱硫脱硝|脱硫|脱硝|环保|节能|闭库|危桥|保护|陈列|展陈|节水|供水|供热|燃气|设施|道路|管网|续建配套与?|配套|沿线|周边|一体化)*$"
)
GENERIC = repeated(_COMMON)
_PLAIN = repeated([*_COMMON, *words("projects", "facilities"), *words("projects", "acts")])
SITE = re.compile(
    r"(?![跨环沿临近各大小山海江河湖内外农乡城主干支中村集街老新病险危重])[\u4e00-\u9fff]{1,3}[湾井山洋河湖岛村镇乡县市路街江溪沟岭坪坝塘桥寨屯洲滩港峡泉沱坑庄铺堡坡圩堰垸垭坳塬咀嘴坞浦涌埠甸渡埔]"
)
PHASE = re.compile(
    r"[（(](?:[一二三四五六首\d])期[^）)\n]{0,8}[）)]|[（(][A-Z]型[）)]|[（(][^（）()\n]{2,16}[段线][）)]|[（(]含[^）)\n]{1,12}[）)]|[（(][\u4e00-\u9fff]{2,6}[）)](?=建设|项目|工程)|[一二三四五六]期(?:工程|项目)?"
    r"|[（(][\d.]+(?:千瓦|万千瓦|兆瓦|万吨|千伏|MW|kW|kV|平方米|张床位|张)[^）)\n]{0,6}[）)]|[A-Z][区栋座馆]"
    r"|[东西南北中]{1,2}(?:延段|[段延](?!时))(?:[（(][^（）()\n]{1,8}[段线][）)])?|[\u4e00-\u9fff]{2,3}(?<![手阶时地路])段(?=$|建设|项目|工程|征|施工|前期|改造|[，。、；])"
)

COUNTY = re.compile(r"(?:[县市州]|^区(?![分划位直间块别委段长里]))(?![城级域乡镇区内直里外村])")
ALONE = frozenset(words("projects", "unique", "alone"))
UNIQUE = re.compile(
    f"(?:[县市区州省]|县城|城区|主城区|中心城区)(?:{alternatives(words('projects', 'generic'))}){{0,4}}(?:{alternatives(words('projects', 'unique', 'of_county'))})"
)


_FIELDS = repeated(
    [
        *_COMMON,
        *words("projects", "facilities"),
        *words("projects", "acts"),
        *words("projects", "sectors"),
        *words("projects", "fields"),
    ]
)


@lru_cache(4096)
def common(words_: str) -> bool:
    """The same, and words of what works deal with: 水土流失 (治理)."""
    return bool(_FIELDS.fullmatch(words_))


@lru_cache(4096)
def plain(words_: str) -> bool:
    """Do the words hold nothing but common words of works?"""
    return bool(_PLAIN.fullmatch(words_))


def kind_of(head: Head, before: str) -> str:
    """The sort of work: its head's, or that of the last built thing before an act or 项目."""
    if head.sort in ("facilities", "digital"):
        return head.kind
    found = list(FACILITY.finditer(before))
    return HEADS[found[-1].group()].kind if found else "work"
