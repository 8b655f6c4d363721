"""Bodies in the plural: 各乡镇, 县直各部门, 有关单位, 各级公安机关 (`resources/bodies/collectives.yaml`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from extract.lexicon import alternatives
from extract.resource import resource

_JOINTS = re.compile(r"[、，]|以及|和|及|与")
_STATIONED = re.compile(
    r"(?:中央|省|市|省、市|中央、省、市|中省市|省市)*驻[\u4e00-\u9fff]{1,3}?(?:各|有关|相关|各有关)*(?:单位|部门|机构|企业)"
)


@dataclass(frozen=True, slots=True)
class Plural:
    """A plural name taken apart: `key` of its class, `some` for 有关, `head` of the words behind the quantifier."""

    key: str
    name: str
    some: bool
    head: str
    members: tuple[str, ...] = ()
    below: bool = False
    arm: str = ""


@dataclass(frozen=True, slots=True)
class _Head:
    levels: tuple[str, ...]
    bare: bool
    row: dict[str, Any]


@cache
def _heads() -> dict[str, list[_Head]]:
    found: dict[str, list[_Head]] = {}
    for row in resource("bodies/collectives")["classes"]:
        bare = row.get("bare", ())
        for head in row["heads"] + (bare if isinstance(bare, list) else []):
            for tail in ("", *row.get("tails", ())):
                if row["key"] == "township-committees" and not tail:
                    continue
                plural = bare is True or head in bare
                found.setdefault(head + tail, []).append(_Head(tuple(row.get("levels", ())), plural, row))
    return found


@cache
def _pattern() -> re.Pattern[str]:
    data = resource("bodies/collectives")
    some = alternatives(data["quantifiers"]["some"])
    every = alternatives(data["quantifiers"]["all"])
    area = alternatives(data["areas"])
    arm = alternatives(data["arms"])
    one = f"(?:(?P<some>{some})|(?P<all>{every}))"
    two = f"(?:(?P<some2>{some})|(?P<all2>{every}))"
    return re.compile(
        rf"(?P<area>{area}|(?:本|我)?[省市县区州盟旗镇乡]|国务院|中央|国家)?(?P<arm>{arm}|委县?政府)?{one}?"
        rf"(?P<arm2>[省市县区州]?(?:直属?|级|属)(?!单位$|机构$)|政府)?{two}?(?P<head>.+)"
    )


def plural(name: str, level: str) -> Plural | None:
    """The name taken apart, None where it is no plural. `level` is the document's."""
    if _STATIONED.fullmatch(name):
        return Plural("stationed", "驻地各单位", False, "单位")
    joined = _joined(name, level)
    if joined:
        return joined
    match = _pattern().fullmatch(name)
    if not match:
        return None
    some = bool(match["some"] or match["some2"])
    every = bool(match["all"] or match["all2"])
    whole = bool(match["area"] and match["area"].startswith("全"))
    armed = bool(match["arm"] in ("直", "级", "直属", "属", "人民政府", "政府") or match["arm2"])
    head = match["head"]
    for prefix in ("级", "") if (match["all"] or match["all2"] or "").endswith("级") else ("",):
        for entry in _heads().get(prefix + head, ()):
            fits = not entry.levels or level in entry.levels
            if fits and (some or every or whole or armed or entry.bare):
                return _of_class(entry.row, prefix + head, some)
    if not (some or every or whole):
        return None
    arm = (match["arm2"] or "") if re.fullmatch("[省市县区州]级", match["arm2"] or "") else ""
    return Plural("", "", some, head, arm=arm)


def _of_class(row: dict[str, Any], head: str, some: bool) -> Plural:
    name = f"各{head}" if row.get("each") else row["name"]
    if some:
        name = "有关" + name.removeprefix("各")
    key = f"{row['key']}:{head}" if row.get("each") else row["key"]
    return Plural(key, name, some, head, tuple(row["members"]), bool(row.get("below")))


def _joined(name: str, level: str) -> Plural | None:
    """各乡镇、各部门, 各乡镇和县直各单位: townships and departments together."""
    pieces = [piece for piece in _JOINTS.split(name) if piece]
    if len(pieces) < 2 or len(pieces) > 3 or name in ("乡、镇", "乡镇、街道"):
        return None
    keys = []
    for piece in pieces:
        one = plural(piece, level)
        if one is None or one.some:
            return None
        keys.append(one.key)
    if (
        "townships" in keys
        and {"departments", "units"} & set(keys)
        and set(keys) <= {"townships", "departments", "units"}
    ):
        return Plural("everyone", "各乡镇、各部门", False, name, ("Township", "Department"))
    return None
