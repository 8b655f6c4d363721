"""What a body is called and what belongs to it: all that follows from its stem, level and region."""

from __future__ import annotations

from functools import cache

from extract.body_entries import LEVELS, Stem
from extract.body_regions import Here, character, level_of, parts
from extract.divisions import divisions
from extract.record import record


@record
class Resolution:
    """A body: `key` identifies it (graph ids are hashes of it). `aliases` are other names it goes by at its level.

    `region` is empty for national bodies and where nobody says it. `members`: labels of the bodies that belong to a
    collective. `rule` says how it was found: what matched, what told the level.
    """

    key: str
    name: str
    kind: str
    level: str
    region: str
    aliases: tuple[str, ...]
    rule: str
    registered: bool
    stem: str = ""
    members: tuple[str, ...] = ()


def named(stem: Stem, level: str, region: str) -> str:
    """The official name of a body: 清垣县财政局; 县财政局 where nobody says which county; 财政部."""
    title = stem.names.get(level)
    if level == "national":
        return title or (f"{stem.words[0]}部门" if stem.words else stem.whole[0])
    before = shown_region(region) if region and not region.endswith("/*") else ""
    before = before or character(level)
    title = title or stem.names["county"]
    if "{}" in title:
        return title.replace("{}", before)
    return before + title


def shown_region(region: str) -> str:
    """The region as readers see it; empty where only its place in the hierarchy is known (^清垣县: what lies above it)."""
    return "" if region.startswith("^") else region.removesuffix("/*")


def usual(stem: Stem, level: str, end: str) -> bool:
    """Does a body of this level end so? 局 and 委 do below the province, 部 and 厅 above the city."""
    title = stem.names.get(level, "")
    if title.endswith("委员会"):
        return end in ("委", "局") if level in ("city", "county") else end == "委"
    if level == "county" and end in ("局", "委"):
        return title.endswith("局") and (end == "局" or stem.names["province"].endswith("委员会"))
    return title.endswith(end) or (end == "办" and title.endswith("办公室"))


def township(region: str, core: str, rule: str, place: Here | None = None) -> Resolution:
    """A town or street office as a body: 马家渡镇, 马家渡镇政府 and 马家渡镇人民政府 are one."""
    chain = parts(region) if region else ()
    town = core or chain[-1]
    county = "".join(part for part in chain if part != town and level_of(part) != "township")
    if not county and place is not None:
        county = place.region if place.level != "township" else ""
    tails = ("人民政府", "政府", "党委政府") if not town.endswith("街道") else ("办事处", "街道办")
    aliases = tuple(town + tail if tail != "街道办" else town + "办" for tail in tails)
    return Resolution(
        f"township|{county}|{town}",
        town,
        "Township",
        "township",
        shown_region(county),
        aliases,
        rule,
        town in _towns(county),
    )


@cache
def _towns(county: str) -> frozenset[str]:
    """Names of the official towns of a county; empty where the county is not in the list of divisions."""
    one = divisions().one(county)
    return frozenset(divisions().towns_of(one.code)) if one else frozenset()


def is_member(body: Resolution, collective: Resolution) -> bool:
    """Does a body belong to a collective of its region? 马家渡镇 to 各乡镇, 县财政局 to 各部门, 县公安局 to 各级公安部门.

    # (:Body)-[:MEMBER_OF]->(:Collective)
    """
    if body.kind == "Collective" or body.region != collective.region or body.key == collective.key:
        return False
    if body.kind == "Township":
        return "Township" in collective.members
    if body.level != collective.level:
        return (
            f"below:{body.kind}" in collective.members
            and LEVELS.index(body.level) == LEVELS.index(collective.level) + 1
        )
    return body.kind in collective.members or (bool(body.stem) and f"stem:{body.stem}" in collective.members)


def members_of(collective: Resolution) -> tuple[str, ...]:
    """What belongs to a collective: labels of bodies of its region and level (`Township`), of the level below
    (`below:Government`), or one kind of body (`stem:public-security`). Empty where the words do not say (有关部门)."""
    return collective.members
