"""Names that are in no list: what kind of body they are by their end, and what belongs to the name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.body_regions import Here, Reading, level_of, parts, readings
from extract.lexicon import alternatives
from extract.resource import resource

_MASK = "×XＸx某"
_TITLE_FIRST = re.compile(
    rf"(?P<title>.*?(?:副)?(?:书记|[县市区省州旗镇乡局部厅处科]长|主任|主席|秘书长|常委|部长|组长|委员|调研员|专员))(?P<person>[\u4e00-\u9fff]{{1,2}}[{_MASK}]{{1,2}})(?:同志)?"
)
_NAME_FIRST = re.compile(rf"(?P<person>[\u4e00-\u9fff]{{1,2}}[{_MASK}]{{1,2}})(?P<title>.*)")
_TOWN = re.compile(r"(?P<town>.{1,8}?(?:镇|乡|街道|苏木))(?:办|党委政府|党委、政府|人民政府|政府|办事处|街道办事处)?")
_WORDS = re.compile(
    r"市[场政民容域辖值集]|县[域城志情]|区[域块间位分]|州际|旗下|镇[域区街乡]|乡[镇村土贤愁情道]|省[际力]|中国|国家级"
)
"""Beginnings that are words, no 市, 县 … of a body."""
_OFFICE = re.compile(r"委|政府|人民政府|人大|政协|领导$|级?领导|副?[县市区省州]长|副?书记|总?河长|总?林长")


@dataclass(frozen=True, slots=True)
class Unlisted:
    """`core` is the name without its region; `prefixed` tells that the region belongs before it."""

    core: str
    kind: str
    level: str
    region: str
    prefixed: bool
    rule: str


@cache
def _kinds() -> tuple[dict[str, str], int]:
    ends = {end: row["kind"] for row in reversed(resource("bodies/suffixes")["kinds"]) for end in row["ends"]}
    ends |= dict.fromkeys(resource("bodies/collectives")["plural_ends"]["ends"], "Collective")
    return ends, max(map(len, ends))


@cache
def _surnames() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(resource('bodies/surnames')['surnames'])})[\u4e00-\u9fff·]{{1,2}}")


def kind_of(name: str) -> tuple[str, str]:
    """The kind of a body by the longest end that tells one, and what told it; a bare person's name is a Post.

    >>> kind_of("生猪生产领导小组")
    ('LeadingGroup', '领导小组')
    """
    ends, longest = _kinds()
    name = name.rstrip("”’）」』")
    for length in range(min(len(name), longest), 0, -1):
        if name[-length:] in ends:
            return ends[name[-length:]], name[-length:]
    if re.fullmatch(rf"[\u4e00-\u9fff]{{1,2}}[{_MASK}]{{1,2}}(?:同志)?", name) or _surnames().fullmatch(name):
        return "Post", "person"
    return "Collective" if "的" in name or len(name) > 4 else "Department", "none"


def unlisted(name: str, place: Here) -> Unlisted:
    """The name taken apart: a region said before it is its region, else it is the document's."""
    person = _person(name)
    if person:
        return Unlisted(person, "Post", place.level, place.region, False, "person")
    if name.startswith(("县委", "市委", "省委", "区委", "州委")) and "政府" in name[2:]:
        rest = re.fullmatch(r"(.)委(?:、|和)?\1?(?:人民)?政府", name)
        if rest:
            return Unlisted("委、政府", "Collective", place.level, place.region, True, "joint")
    for reading in readings(name, place):
        if (reading.how == "document" and not reading.level) or (reading.how == "prefix" and _WORDS.match(name)):
            continue
        if reading.how == "elsewhere":  # 北京冬奥组委: a short name of somewhere else is part of an unknown name
            continue
        kind, rule = kind_of(reading.rest)
        if (
            rule == "none"
            or len(reading.rest) < 2
            or (reading.level == "township" and reading.rest.endswith(("政府", "办事处")))
        ):
            continue
        if kind == "Enterprise" and reading.how == "short":  # 青禾茶业集团 is its name
            continue
        if kind == "Township" or (kind == "Collective" and reading.level == "township"):
            continue
        return _made(reading, kind, rule, place)
    kind, rule = kind_of(name)
    town = _TOWN.fullmatch(name)
    if town and len(town["town"]) > 1:
        return _town(name, town["town"], place)
    return Unlisted(name, kind, place.level, place.region, _prefixed(name, kind, rule), rule)


def _made(reading: Reading, kind: str, rule: str, place: Here) -> Unlisted:
    level = reading.level or place.level
    return Unlisted(reading.rest, kind, level, reading.region, _prefixed(reading.rest, kind, rule), rule)


def _prefixed(core: str, kind: str, rule: str) -> bool:
    """Does the region belong before the name? 青禾县生猪生产领导小组, 青禾县委书记; not 丰源米业, 组长, 志愿者."""
    if kind == "Post":
        return bool(_OFFICE.match(core))
    return kind not in ("Enterprise", "Township", "Collective") and rule != "none"


def _person(name: str) -> str:
    """张××副县长 and 副县长张×× are one: 副县长张××."""
    match = _TITLE_FIRST.fullmatch(name) or _NAME_FIRST.fullmatch(name)
    if not match:
        return ""
    title = match["title"].removesuffix("同志")
    return (
        (title if not title or kind_of(title)[0] == "Post" else "") + match["person"]
        if not title or kind_of(title)[0] == "Post"
        else ""
    )


def _town(name: str, town: str, place: Here) -> Unlisted:
    """A town by its own name; a county said before it is its county."""
    chain = parts(town)
    if len(chain) > 1 and level_of(chain[0]) not in ("", "township"):
        return Unlisted(
            chain[-1], "Township", "township", "".join(chain[:-1]) if len(chain) == 2 else chain[-2], False, "town"
        )
    region = place.region if place.level != "township" else "".join(parts(place.region)[:-1])
    return Unlisted(town, "Township", "township", region, False, "town")
