"""The names of “A、B等项目”, where kinds of works (教育、医疗等民生项目) are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.lexicon import alternatives, words
from extract.noun_phrase import COUNT, Phrase, listed, verb_class
from extract.project_heads import ENDS, GENERIC, HEADS, SITE, Found, Head, kind_of, plain
from extract.project_names import MASK_ONLY, acted
from extract.project_speech import BUILDING

_SECTOR = re.compile(f"(?:{alternatives(words('projects', 'sectors'))})")
ENCOURAGED = re.compile(r"支持|鼓励|引导|如(?!期|何)")
_ONE_EACH = frozenset(words("projects", "unique"))
_KIND_OF_WORK = re.compile(  # 水土流失治理, 农村饮水安全: in a list, kinds of works where no place stands before
    "(?:建设|清淤|疏浚|治理|防治|整治|安全|改造|保护|修复|提升|开发|养护|管护|处理|利用|生产|培育|防护|监测|除险加固)$"
)
_CLOSING = re.compile(rf"等(?:[\dX×多余两三四五六七八九十]|{alternatives(words('projects', 'closings'))})*")


def members_of(text: str, name: Phrase, end: int, stop: int, head: Head, closing: str) -> Iterator[Found]:
    """The names of “A、B等项目”. Kinds of works (教育、医疗等民生项目) are none; before a closing word such as 设施 each
    member needs a head of its own."""
    if ENCOURAGED.search(text, name.low, name.start):
        return
    any_name = head.sort == "named" and bool(_CLOSING.fullmatch(closing))
    members = listed(text, name.start, end)
    if (
        head.sort != "digital"
        and not any_name
        and _sites(text, members)
        and verb_class(name.verb) in ("push", "build", "do", "make")
    ):
        yield name.start, stop, kind_of(head, text[name.start : stop]), f"project-{head.sort}"
        return
    if head.sort == "acts":
        return
    if not any_name and verb_class(name.verb) not in ("push", "build", "do") and name.verb not in BUILDING:
        return
    of_a_place = False  # 青石湾景区广场、停车场、公厕: the first says where
    for low, high in members:
        member = text[low:high]
        if len(member) < 2 or _SECTOR.fullmatch(member) or MASK_ONLY.fullmatch(member) or COUNT.match(member):
            continue
        road = head.kind in ("general", "road") and member[-1] in "路街巷道桥延线"
        common = plain(member)
        if any_name and (kind := _KIND_OF_WORK.search(member)) and not acted(member[: kind.start()]):
            continue
        if common and (of_a_place or member in _ONE_EACH) and ENDS.fullmatch(member):
            yield low, high, HEADS[member].kind, "project-listed"
        elif (any_name and not common) or road or member[0] in '“"' or (ENDS.search(member) and not common):
            of_a_place = of_a_place or bool(ENDS.search(member))
            yield low, high, kind_of(head, member), "project-listed"


def _sites(text: str, members: list[tuple[int, int]]) -> bool:
    """Do most members of “A、B等道路” name places, so that the whole is one work?"""
    named = [text[low:high] for low, high in members]
    sites = [
        one
        for one in named
        if len(one) > 2 and one[-1] not in "路街" and SITE.fullmatch(one) and not GENERIC.fullmatch(one)
    ]
    return 2 * len(sites) > len(named)
