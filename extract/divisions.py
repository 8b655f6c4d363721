"""The official divisions: provinces, cities, counties, towns with their codes (`resources/places/`).

Codes: 2 digits a province, 4 a city, 6 a county, 9 a town; a division's code begins with that of its superior.
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from dataclasses import field
from functools import cache
from importlib.resources import files

from extract.record import record

LEVELS = {2: "province", 4: "city", 6: "county", 9: "township"}
"""Length of a code → level."""

_PEOPLES = re.compile(
    r"(?:(?:土家|维吾尔|哈萨克|柯尔克孜|布依|傈僳|景颇|哈尼|蒙古|朝鲜|拉祜|仡佬|毛南|仫佬|达斡尔|鄂温克|鄂伦春|塔吉克|锡伯|保安|东乡|撒拉|裕固|各|普米|独龙|布朗"
    r"|藏|羌|彝|苗|侗|傣|白|回|壮|瑶|畲|黎|满|土|水|佤|纳西|怒)族)+$|(?:(?<!内)蒙古|维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯|各族)$"
)


@record
class Division:
    code: str
    name: str

    @property
    def level(self) -> str:
        return LEVELS[len(self.code)]


def short_name(name: str) -> str:
    """A division's name as it stands before a body's: without 省, 市, 自治区…, never under two characters.

    >>> short_name("广西壮族自治区"), short_name("黔南布依族苗族自治州"), short_name("石城县"), short_name("万县")
    ('广西', '黔南', '石城', '万县')
    """
    cut = re.sub(r"(?:特别行政区|自治区|自治州|自治县|自治旗|地区|林区|省|市|县|盟|区|旗)$", "", name)
    cut = _PEOPLES.sub("", cut) if cut != name and "自治" in name else cut
    return cut if len(cut) > 1 else name


@record
class Divisions:
    """`named` and `short` give the divisions above towns of a name; towns are listed a county."""

    by_code: dict[str, Division]
    named: dict[str, tuple[Division, ...]]
    short: dict[str, tuple[Division, ...]]
    towns: dict[str, str] = field(repr=False)

    def one(self, name: str) -> Division | None:
        """The division of this full name, if only one bears it."""
        found = self.named.get(name, ())
        return found[0] if len(found) == 1 else None

    def above(self, name: str, level: str) -> str:
        """The name of the province or city that a division lies in; empty where it is not known for sure."""
        length = {"province": 2, "city": 4}.get(level)
        found = self.named.get(name, ())
        if length is None or not found:
            return ""
        names = {self.by_code[one.code[:length]].name for one in found if one.code[:length] in self.by_code}
        return names.pop() if len(names) == 1 and all(len(one.code) > length for one in found) else ""

    def towns_of(self, county: str) -> dict[str, str]:
        """Name → code of the towns of a county, given by its code."""
        listed = self.towns.get(county, "")
        return {entry[3:]: county + entry[:3] for entry in listed.split(" ") if entry}


@cache
def divisions() -> Divisions:
    """The list, read once a process (about 10 ms; towns only when asked for)."""
    raw = gzip.decompress(files("extract").joinpath("resources/places/divisions.txt.gz").read_bytes()).decode()
    by_code: dict[str, Division] = {}
    named: defaultdict[str, list[Division]] = defaultdict(list)
    short: defaultdict[str, list[Division]] = defaultdict(list)
    towns: dict[str, str] = {}
    for line in raw.split("\n"):
        code, name, *under = line.split("\t")
        one = by_code[code] = Division(code, name)
        named[name].append(one)
        short[short_name(name)].append(one)
        if under:
            towns[code] = under[0]
    return Divisions(
        by_code,
        {name: tuple(all_) for name, all_ in named.items()},
        {name: tuple(all_) for name, all_ in short.items()},
        towns,
    )
