"""The words of names of bodies and of what follows a subject, ready for scanning (resources `body_cues`, `roles`, the registry)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from extract.front import Front
from extract.lexicon import alternatives, classes, sections, words
from extract.record import record
from extract.registry import registry
from extract.resource import resource
from extract.sieve import Endings, Sieve

HAN = r"\u4e00-\u9fff×ＸX○A-Za-z0-9·"
STOPS = '，。；：、！？,;:!?.．（）()【】〔〕［］\\[\\]“”‘’《》「」『』"—…→　 \t\n'

_TOKEN = (
    "(?:(?:自治区|直辖市|自治州|地区|乡镇|镇街|省|市|州|盟|区|县|旗|地|乡|镇|街道办事处|街道办|街道|街|居|社区|组|局|委员会|委|厅|办|处|所|站|单位|部门|会|队|管委会"
    "|开发区|园区|城区|林场|农场|场|村|中心|自治[县州旗])(?:级)?)"
)
ORGANS = "(?:工委|领导小组|指挥部|专班|委员会|协调小组)"
"""What may end a name with quotes in it: 市“两新”组织党工委."""
KEPT = rf"(?<=党)[（(](?:工|总|工委|组)[）)](?=委|支部|书记|和|要|应|须|负|主|、|，)|[（(]{_TOKEN}(?:[、/]{_TOKEN})*[）)]|“(?:两委”(?:会议|班子)|(?:两委|第一书记|一把手|五老|两代表一委员)”)|省、(?:自治区、直辖市|区、市(?=(?:人民)?政府))|(?<=[省市县区州镇乡])“[\u4e00-\u9fff\d]{{2,8}}”(?=[\u4e00-\u9fff]{{0,8}}{ORGANS})|(?<=各)(?:(?:县级市|自治县|[市县区旗州盟])(?:（[市县区]）)?、){{1,3}}(?=(?:县级市|自治县|[市县区旗州盟])(?:人民)?政府)"
"""What looks like a cut and is none: the bracket of 县（市、区）, the quotes of 村“两委”, 省、自治区、直辖市, 市“两新”组织党工委, 各县、市、区政府."""

DOES = "授权|登记|实施|运营|申请|承办|经办|检测|鉴定|培训|认定|评审|监测|评估"
"""What actors are called after: 实施机构, 登记主体."""
DECIDES = "(?:审核|审定|审批|核定|核准|核实|评定|认定|复核|约谈)(?=[，。；、其并]|发布|公布|备案|确认|通过后|同意后|后)"
"""Acts that are nouns as well (县财政局审核意见), as what a body does."""
OF_SYSTEM = "制(?![定订作造])"
"""What makes 负责 part of another word: 负责制, 负责制度; not 负责制定."""
NUMBER = "[一二三四五六七八九十]"
_FOLLOWS = "和与及等或各每本今明下上0123456789"
"""What follows a subject whatever stands behind it."""


@record
class Phrases:
    """A set of words, and the lengths of those that end alike, longest first: for looking back from a place.

    `ends`: the last two characters of each, one where it has no more.
    """

    words: frozenset[str]
    by_end: dict[str, tuple[int, ...]]
    ends: frozenset[str]

    def begin(self, text: str, end: int, low: int) -> int:
        """Where the longest of the words that ends at `end` begins, not before `low`; -1 where none does."""
        if end <= low:
            return -1
        sizes = self.by_end.get(text[end - 2 : end]) or self.by_end.get(text[end - 1])
        if sizes is not None:
            words, most = self.words, end - low
            for size in sizes:
                if size <= most and text[end - size : end] in words:
                    return end - size
        return -1


@record
class BodyWords:
    """Sets and patterns made once a process from the resources.

    `hit` finds what may be the last character of a head; the heads that end in one of `certain` are names whatever follows.
    What follows a subject (`followed`) begins with one of `follows`, or as `follow` says.
    """

    stems: Phrases
    abbreviations: frozenset[str]
    surnames: frozenset[str]
    heads: Phrases
    kinds: dict[str, str]
    wrong: dict[str, str]
    levels: Phrases
    modifiers: Phrases
    elsewhere: Phrases
    common: frozenset[str]
    governs: frozenset[str]
    proper: frozenset[str]
    inside: frozenset[str]
    long: frozenset[str]
    hit: Endings
    certain: frozenset[str]
    stem_ends: Endings
    bare: Sieve
    kept: Sieve
    stop: re.Pattern[str]
    cut: Sieve
    cut_kinds: dict[str, str]
    tail: Sieve
    follow: Front
    follows: frozenset[str]

    def followed(self, text: str, at: int) -> bool:
        """Does something follow at `at` that follows a subject: a mark, a modal verb, a time, an act?"""
        one = text[at : at + 1]
        if one in self.follows:
            return not (one == "应" and text[at + 2 : at + 3] == "尽")  # 党组织应建尽建
        return text[at : at + 2] in self.follows or self.follow.match(text, at) is not None


def phrases(given: Iterable[str]) -> Phrases:
    all_ = frozenset(given)
    found: dict[str, set[int]] = {phrase[-2:]: set() for phrase in all_}
    for phrase in all_:
        found[phrase[-2:]].add(len(phrase))
    for end, sizes in found.items():
        if end[-1] in all_:
            sizes.add(1)
    return Phrases(all_, {end: tuple(sorted(sizes, reverse=True)) for end, sizes in found.items()}, frozenset(found))


@cache
def body_words() -> BodyWords:
    stems = phrases(word for word in registry().words() if len(word) > 1)
    kinds = classes("body_cues", "heads")
    role_words = {*words("roles", "act"), *words("roles", "guide"), *words("roles", "with")}
    plain = {*role_words, *words("roles", "next")}
    follow = (
        rf"[{STOPS}]|[{_FOLLOWS}]|\d|[两三四五]方|是[^，。；]{{2,30}}(?:责任主体|责任人|(?:主管|管理|牵头|责任)(?:部门|单位|机构)|(?:办事|常设|工作)机构)|任(?!务)|(?:主要|工作|具体)?职责(?=[：:\n。]|及[构组]成|\Z)|{NUMBER}+[月个年日天项次季周]|“?(?:春节|清明|五一|端午|国庆|中秋|元旦|开学|主?汛期?|插秧|春耕|秋收|入冬|迎峰度夏)[”节期假]{{0,2}}(?:之?[前后内]|期间)|近期|近日|最近|目前|眼下|随后|接下来|全年|年前|节前|节后|会前|年初|一人|每人|人均|X月|[年月季]底|[年月季周日]内|汛期(?=[不要必应严实])|{DECIDES}"
        rf"|{alternatives(plain)}"
    )
    stem_ends = "".join(sorted({end[-1] for end in stems.ends}))
    acts = alternatives({*words("roles", "act", "lead", "support"), *words("roles", "with"), "负责"})
    return BodyWords(
        stems,
        frozenset(words("body_cues", "abbreviations")),
        frozenset(resource("bodies/surnames")["surnames"]),
        phrases(kinds),
        kinds,
        {head: after for entry in sections("body_cues")["heads"] for head, after in entry.more.get("but", {}).items()},
        phrases(words("body_cues", "modifiers", "level")),
        phrases(words("body_cues", "modifiers")),
        phrases(words("body_cues", "traits", "elsewhere")),
        frozenset(words("body_cues", "traits", "common")),
        frozenset(words("body_cues", "traits", "governs")),
        frozenset(words("body_cues", "traits", "proper")),
        frozenset(words("body_cues", "traits", "inside")),
        frozenset(words("body_cues", "traits", "long")),
        Endings(kinds),
        frozenset(words("body_cues", "traits", "certain")),
        Endings(stems.words),
        Sieve(
            rf"[{stem_ends}](?=[、，；）)和及与等\s]|[（(][\u4e00-\u9fff]{{1,8}}[）)](?:、|等|部门)|[几两三四五六七八九][个家大]?[部单]|[几两三四五六]家|{acts}|要(?![求素点件])|应(?![急用对变])|须|将|不得|不准|必须|务必|一律|严禁|那边|这边|各管|各自|每|按|安排|拿出|抓紧|主动|加强|全额|负担|兜底|今年|明年|本周|下周|这周|本月|这个月|下个月|今天|明天|会后|具体[干抓管]|抢在|赶在|从[这本下今]|在\d|一个月|一周)"
        ),
        Sieve(KEPT),
        re.compile(rf"[{STOPS}]"),
        _cut(),
        {**classes("body_cues", "cuts"), **dict.fromkeys("以前内后要需须应望赴", "preposition")},
        Sieve(
            rf"(?:等(?:[\d一二三四五六七八九十]+[个家])?[{HAN}]{{0,6}}?){alternatives(words('body_cues', 'tails'))}"
            r"|[几两三四五六七八九][个家大]?(?:部门|单位)|[两三四五六]家的?(?:一把手|主要负责(?:人|同志)|主要领导|分管领导|负责同志)|[两三四五六]家的?(?:一把手|主要负责(?:人|同志)|主要领导|分管领导|负责同志)|[几两三四五六七]家(?=搭|一起|共同|各|都|均|[，,]|要|应|须|必须|分别|共同|联合|密切|牵头|负责|按)"
        ),
        Front(follow),
        frozenset({"", *STOPS.replace("\\", ""), *_FOLLOWS, *(word for word in plain if len(word) < 3)}),
    )


_WITHIN = "|信息化[部厅局委]|社会保障[部厅局]|城乡建设[部厅局委]|改革[委局]|旅游[部厅局委]|规划局|草原局|计划生育[委局]"
"""和 inside the name of an office: 工业和信息化部人才交流中心."""


def _cut() -> Sieve:
    """Words that a name begins after; those of one character not before certain others: 经 in 经济, 和 in 和平县 (key `but`)."""
    but = {word: after for entry in sections("body_cues")["cuts"] for word, after in entry.more.get("but", {}).items()}
    plain = alternatives(set(words("body_cues", "cuts")) - but.keys())
    patterns = [f"{word}(?![{after}]{_WITHIN if word == '和' else ''})" for word, after in but.items()]
    asked = "(?<![\u4e00-\u9fff])望(?=各|全|有关|相关|以上|上述|你|贵|广大)|赴(?=受灾|灾区|各|有关|相关|基层|一线|现场)"
    towards = "向(?=上级|同级|[省市县区]|有关|相关|国务院|各|当地|所在)"
    modal = ["(?<![主重必需纲摘简])要(?![素点闻求])", "需(?!求)", "须", "应(?![急用对])"]
    return Sieve(
        "|".join(["以(?![上下内外])", towards, asked, *modal, "(?<=[月底日天年末季度])[前内后]", *patterns, plain])
    )
