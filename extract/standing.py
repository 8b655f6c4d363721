"""Whose document it is: its level (national … township) and region, from what it says of itself."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from extract.body_regions import CHAIN, level_of
from extract.divisions import divisions
from extract.sieve import Sieve, Table

_REACH = 200_000
_ORDER = ("national", "province", "city", "county", "township")
_NATIONAL = re.compile(
    r"(?:中共中央|中央|国务院|全国|国家|最高人民|中华|中国(?!共产党.{1,12}[省市县区州]))|^(?:外交|国防|教育|科学技术|科技|工业和信息化|公安|民政|司法|财政|人力资源和?社会保障|自然资源"
    r"|生态环境|住房和?城乡建设|交通运输|水利|农业农村|农业|商务|文化和旅游|退役军人事务|应急管理|卫生|环境保护|国土资源)部|^审计署|^海关总署|总局$"
)
_NATIONAL_NUMBER = re.compile(
    r"(?:国|中|国办|中办|国务院)(?:发|办发|函|办函|发明电|办发明电|办电|厅发|厅字|令)|国务院令|中华人民共和国"
)
_OF_THE_STATE = re.compile("中华人民共和国|国务院|中共中央|全国人民代表大会|全国人大")
_TO = (
    ("national", re.compile(r"各省、自治区、直辖市|各省（区、市）|国务院各部委|中央和国家机关")),
    (
        "province",
        re.compile(
            r"各市（?州|各设区市|各地级以上市|各市、自治州|各盟市|省政府各部门|省直|自治区各|省委各|各市、州|各地、州|各地区行署|各州、市"
        ),
    ),
    ("city", re.compile(r"各县（?市|各县区|各区县|各县、区|各区（|各旗县|市直|市政府各|市委各|州直|州政府各|各县\b")),
    ("county", re.compile(r"各乡|各镇|县直|县政府各|县委各|区直|区政府各|区委各|各街道|旗直|县级各部门|区属|县属")),
    ("township", re.compile(r"各村|各社区|镇直|镇属|乡直|各行政村|各办站所|各站所")),
)
_OWN = Sieve(
    r"(?P<mine>[我本](?P<a>省|自治区|市|州|盟|县|区|旗|镇|乡|街道))(?!长|委|级以)|(?P<all>全(?P<b>省|自治区|市|州|盟|县|区|旗|镇|乡))(?!部|体)"
    r"|(?<![\u4e00-\u9fff])(?P<c>省|自治区|市|州|县|区|旗|镇|乡)(?:委(?!托|员)|政府|人民政府|直|级各|人大|政协|纪委)"
    r"|(?P<d>省|市|州|县|区|旗)(?:财政|公安|教育|民政|审计|发展改革|发展和改革|发改|住房|人力资源|人社|农业|自然资源|交通|水利|商务|卫生|卫健|应急|生态环境|文化|科技|工信|工业和信息化|司法|市场监管|政务)"
)
_COUNTRY = re.compile(
    r"国务院|各省|中央|各地区|我国|国民(?!经济|收入|教育|待遇)"
    r"|(?:省级|全国|国家)(?!级|[\u4e00-\u9fff]{0,8}(?:城市|示范|试点|先行|高新区|开发区|园区|基地|公园|称号|前列|一流|[县区市镇村](?:创建|[、，。；])))"
)
"""国家森林城市, 全国文明城市 are what a city wants to be called, no word of the country's own."""
_CHARACTER = {
    "省": "province",
    "自治区": "province",
    "市": "city",
    "州": "city",
    "盟": "city",
    "县": "county",
    "区": "county",
    "旗": "county",
    "镇": "township",
    "乡": "township",
    "街道": "township",
}
_ENDS = {
    "province": ("省", "自治区"),
    "city": ("市", "州", "盟"),
    "county": ("县", "区", "旗", "市"),
    "township": ("镇", "乡", "街道"),
}
_NOT_NAME = re.compile(
    r"^(?:[在向到从对与和及为按据由让使将把我全本各该此某一二三四五六七八九十两多几每第省市县区州]|关于|中共|中国共产党|建设|推动|加快|数字|国家|深入|贯彻|印发|转发)"
)
_REGION_END = Table("省市县区州旗镇乡")
_MASKS = frozenset("X×Ｘ")
_NEW = r"(?:现代化|美丽|幸福|富裕|活力|和谐|平安|文明|生态|富强|法治|数字|魅力|品质|实力|繁荣|美好|社会主义)[^，。；\n]{0,10}新(?P<name>[\u4e00-\u9fff]{2})(?=[，。！；、”\n的而作贡]|建设|$)"
_CALLED = Sieve(_NEW + r"|谱写(?P<other>[\u4e00-\u9fff]{2})(?=高质量|“|现代化|发展)")
_COMMON = re.compile(
    "时代|局面|征程|篇章|农村|发展|阶段|格局|成效|形象|高地|动能|产业|台阶|优势|突破|机制|模式|路子|作为|跨越|辉煌|贡献|气象|理念|生活|城区|区域|要求|常态|引擎|家园|社区|城镇|乡村|中国|社会|生态|经济|工业|农业|文化|城市|全[省市县区州]|我[省市县区州]|[省市县区州]$|[的地得了和与]"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the level and region are read from: `under` are the short lines below the title."""

    title: str
    under: str
    issuer: str
    number: str
    addressees: tuple[str, ...]
    text: str


def standing(said: Evidence) -> tuple[str, str]:
    """Level and region of a document, each empty where nothing tells; 清垣县马家渡镇 keeps the county's name."""
    for words in (said.issuer, said.title, said.under):
        region = leading_region(words)
        if region:
            return level_of(region), region
        if words is said.issuer and words and _NATIONAL.search(words) and not re.match(r".{0,8}[省市县区州]", words):
            return "national", ""
    if _NATIONAL_NUMBER.match(said.number) or _OF_THE_STATE.match(said.title):
        return "national", ""
    text = said.text[:_REACH]
    level = _level(said, text)
    if level in ("", "national"):
        return level, ""
    return _named(level, said, text)


def leading_region(words: str) -> str:
    """The region that a name or title begins with, or that a meeting is of: 中共清垣县委…, 在青禾县第十七届…会议上.

    >>> leading_region("中共清垣县委办公室"), leading_region("石城县2018年度考核细则"), leading_region("县委办公室")
    ('清垣县', '石城县', '')
    """
    words = re.sub(r"^(?:[\d年月日——\-（）() 　]+)", "", words)
    words = re.sub(r"^(?:在|中共|中国共产党|关于)", "", words)
    known = divisions()
    found: list[str] = []
    at = 0
    while at < len(words):
        part = next(
            (words[at:end] for end in range(min(len(words), at + 16), at + 1, -1) if words[at:end] in known.named), ""
        )
        if not part:
            match = CHAIN.match(words, at)
            looks = (
                match
                and len(match.group()) > 2
                and not _NOT_NAME.match(match.group())
                and not re.search(r"[的年届会议在]", match.group())
            )
            part = match.group() if match and looks and _continues(words, match.end()) else ""
        if not part:
            break
        if found and _ORDER.index(level_of(part) or "township") <= _ORDER.index(level_of(found[-1]) or "province"):
            break
        found.append(part)
        at += len(part)
    if not found:
        return ""
    towns = [part for part in found if level_of(part) == "township"]
    return "".join(found[-2:]) if towns and len(found) > 1 else found[-1]


def _continues(words: str, at: int) -> bool:
    """Does what follows a name that looks like a region fit one? 清垣县人民政府, 青石县2024年…, 岳溪县优化…; not 示范区建设."""
    return words[at - 1] != "区" or bool(
        re.match(r"人民政府|委|政府|管委会|20\d\d|第|区|人大|教育|财政|公安", words[at:])
    )


def _level(said: Evidence, text: str) -> str:
    """By the addressees, else by whom the text calls its own (我县, 全县, 县委)."""
    for level, pattern in _TO:
        if any(pattern.search(one) for one in said.addressees):
            return level
    own: Counter[str] = Counter()
    head = said.title + "\n" + said.under + "\n"
    for match in _OWN.pattern.finditer(head):
        own[_CHARACTER[_own(match)]] += _weight(match) * (5 if match.end() <= len(said.title) else 1)
    for match in _OWN.finditer(text):
        own[_CHARACTER[_own(match)]] += _weight(match)
    if own:
        level, score = max(own.items(), key=lambda pair: (pair[1], -list(_ENDS).index(pair[0])))
        if score >= 2:
            return level
    return "national" if len(_COUNTRY.findall(text)) >= 3 else ""


def _own(match: re.Match[str]) -> str:
    return match["a"] or match["b"] or match["c"] or match["d"]


def _weight(match: re.Match[str]) -> int:
    """我县 says it best, then 全县, 县委 least."""
    return 4 if match["mine"] else 2 if match["all"] else 1


def _named(level: str, said: Evidence, text: str) -> tuple[str, str]:
    """The region of a level: in the heading by its short name, the one the text names most, or the one it calls new."""
    known = divisions()
    heading = said.title + said.under
    shorts = {heading[at : at + size] for size in (2, 3, 4) for at in range(len(heading) - size + 1)}
    for short in sorted(shorts & known.short.keys()):
        names = {one.name for one in known.short[short] if one.level == level}
        if len(names) == 1 and (level == "province" or text.count(short) > 2):
            return level, names.pop()
    ends = _ENDS[level]
    named: Counter[str] = Counter()
    masked: Counter[str] = Counter()
    for at in _REGION_END.places(text):
        end = text[at]
        if end not in ends:
            continue
        before = text[max(0, at - 3) : at]
        name = next((before[-size:] + end for size in (3, 2) if before[-size:] + end in known.named), "")
        if name and level_of(name) == level:
            named[name] += 1
        elif before[-1:] in _MASKS:
            masked["X" + end] += 1
    for counted in (named, masked):
        best = counted.most_common(2)
        if best and best[0][1] >= 3 and (len(best) == 1 or best[0][1] >= 2 * best[1][1]):
            return level, best[0][0]
    return level, _called(level, text)


def _called(level: str, text: str) -> str:
    """青禾县 of “建设现代化新青禾”, “谱写青禾…新篇章”, where the text goes on to speak of 青禾 and of 全县."""
    names = {match["name"] or match["other"] for match in _CALLED.finditer(text)}
    names = {name for name in names if not _COMMON.search(name)}
    ends = Counter(
        match["b"] or match["a"]
        for match in _OWN.finditer(text)
        if _CHARACTER.get(match["b"] or match["a"] or "") == level
    )
    if len(names) != 1 or not ends:
        return ""
    name = next(iter(names))
    if text.count(name) < 3:
        return ""
    end = ends.most_common(1)[0][0]
    official = {one.name for one in divisions().short.get(name, ()) if one.level == level and one.name.endswith(end)}
    return official.pop() if len(official) == 1 else name + end
