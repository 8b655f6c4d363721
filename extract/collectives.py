"""Bodies in the plural: 各乡镇, 县直各部门, 有关单位, 各级公安机关 (`resources/bodies/collectives.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
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


@dataclass(frozen=True, slots=True)
class _Read:
    """How far a plural name has been read: what is left, and what stood before it."""

    rest: str
    some: bool = False
    every: bool = False
    arm: str = ""


@cache
def _steps() -> tuple[re.Pattern[str], ...]:
    """What may stand before a head, in this order: area, arm, quantifier, arm, quantifier."""
    data = resource("bodies/collectives")
    areas, arms = alternatives(data["areas"]), alternatives(data["arms"])
    some, every = alternatives(data["quantifiers"]["some"]), alternatives(data["quantifiers"]["all"])
    quantifier = re.compile(f"(?P<some>{some})|(?P<every>{every})")
    return (
        re.compile(f"(?P<every>{areas})|(?:本|我)?[省市县区州盟旗镇乡]|国务院|中央|国家|在京"),
        re.compile(f"(?P<arm>{arms}|委县?政府)"),
        quantifier,
        re.compile("(?P<arm>[省市县区州]?(?:直属?|级|属)|政府)"),
        quantifier,
    )


def _ways(read: _Read, step: int) -> Iterator[_Read]:
    """All ways to take the beginning off a name, what leaves most of it first."""
    if step == len(_steps()):
        yield read
        return
    yield from _ways(read, step + 1)
    if step == 1 and (read.every or not read.arm):  # an arm follows an area only: 县直, 国务院各
        return
    match = _steps()[step].match(read.rest)
    if match is None or match.end() == len(read.rest) or not match.group():
        return
    said = match.groupdict()
    mark = "area" if step == 0 and not said.get("every") else ""
    yield from _ways(
        _Read(
            read.rest[match.end() :],
            read.some or bool(said.get("some")),
            read.every or bool(said.get("every")),
            said.get("arm") or mark or ("" if read.arm == "area" else read.arm),
        ),
        step + 1,
    )


def plural(name: str, level: str) -> Plural | None:
    """The name taken apart, None where it is no plural. `level` is the document's.

    >>> plural("县直各部门", "county").key, plural("各相关乡镇", "county").some, plural("县财政局", "county")
    ('departments', True, None)
    """
    if _STATIONED.fullmatch(name):
        return Plural("stationed", "驻地各单位", False, "单位")
    joined = _joined(name, level)
    if joined:
        return joined
    found: _Read | None = None
    for way in _ways(_Read(name), 0):
        counted = way.some or way.every
        for prefix in ("级", "") if name[: -len(way.rest)].endswith("各级") else ("",):
            for entry in _heads().get(prefix + way.rest, ()):
                fits = not entry.levels or level in entry.levels
                bare = entry.bare and (way.rest == name or (way.arm == "area" and way.rest != "政府"))
                if fits and (counted or way.arm not in ("", "area") or bare):
                    return _of_class(entry.row, prefix + way.rest, way.some)
        if counted and (found is None or len(way.rest) < len(found.rest)):
            found = way
    if found is None:
        return None
    return Plural("", "", found.some, found.rest, arm=found.arm if re.fullmatch("[省市县区州]级", found.arm) else "")


def _of_class(row: dict[str, Any], head: str, some: bool) -> Plural:
    name = f"各{head}" if row.get("each") else row["name"]
    if some:
        name = row.get("some", "有关" + name.removeprefix("各"))
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
