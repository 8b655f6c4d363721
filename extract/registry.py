"""Mentions of bodies → the body each means: 发改, 县发改局 and 县发展和改革委员会 of one county are one, 省财政厅 another.

    mention ─readings→ (level, region, rest) ─lists→ stem ─┐
                                  └─ plural, post, unknown ─┴→ Resolution(key, name, kind, level, region …)

A body is its stem at a level in a region; all that a Resolution says follows from its key, so that no order of reading
shows. Names that the lists do not know become bodies of their own (`registered` is False), never dropped.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache

from extract.body_entries import LEVELS, Lists, Stem, lists
from extract.body_regions import Here, Reading, character, here, level_of, parts, readings, region_at, said_level
from extract.collectives import Plural, plural
from extract.divisions import divisions
from extract.resolution import Resolution, is_member, members_of, named, shown_region, township, usual
from extract.resource import resource
from extract.source import Context
from extract.unlisted import Unlisted, unlisted

__all__ = ["Registry", "Resolution", "is_member", "members_of", "name_of", "named", "normalised", "registry", "resolve"]

_SPACE = re.compile(r"[\s\u200b\ufeff]+")
_WIDTH = str.maketrans("()[]＊*＃ＸｘX", "（）［］××#XXX")
_LEADING = re.compile(r"(?:中共|中国共产党)(?=.{2})(?!中央)")
_SELF = re.compile("[我本](?:部|局|委|办|厅|院|会|中心|公司|署|处|行|社|校|馆|站|办公室|府)|部")
Said = tuple[str, str, str, date | None]
"""All of a document's context that a name is read by: level, region, issuer, date."""
LIMIT = 120
"""Characters of a name that are read; what is longer is no name."""


_PLURAL_OF = re.compile(
    r"国务院|党中央|中央|国家|(?P<level>[省市县区州旗])(?:直|级|属|政府|委|里|有关|相关|各)(?!市|县|区|乡|镇)"
)
_AND_ITS = re.compile(r"(?:以?及|和)其(?:有关|相关|所属|工作|职能|下属|派出|各)*(?:部门|机构|单位)$")
"""各级政府 + 及其部门: the body itself answers for its departments."""


class Registry:
    """The lists of bodies, and how names are read with them."""

    def __init__(self) -> None:
        self._lists: Lists = lists()
        said = resource("bodies/suffixes")["suffixes"]
        self._level_ends = tuple(sorted(said["level"], key=len, reverse=True))
        self._national = tuple(said["national"])
        self._aliases = lru_cache(maxsize=4096)(self._all_aliases)
        self._known = lru_cache(maxsize=50_000)(self._resolve)  # a document says the same names again and again

    def words(self) -> dict[str, str]:
        """Every stem word and whole name → the key of its first entry: a lexicon for finding names."""
        found = {word: stems[0].key for word, stems in self._lists.words.items()}
        return found | {title: stem.key for title, stem in self._lists.whole.items() if title not in found}

    def resolve(
        self, mention: str, context: Context, *, level: str | None = None, region: str | None = None
    ) -> Resolution:
        """The body a mention means in a document; `level` and `region` replace the document's.

        Raises:
            ValueError: the mention is empty, or the level is none of national, province, city, county, township.
        """
        return self._known(mention, (context.level, context.region, context.issuer, context.date), level, region)

    def _resolve(self, mention: str, said: Said, level: str | None, region: str | None) -> Resolution:
        context = Context(level=said[0], region=said[1], issuer=said[2], date=said[3])
        name = normalised(mention)
        if not name:
            raise ValueError("The name of a body is empty; give at least one character.")
        if level and level not in LEVELS:
            raise ValueError(f"{level} is no level; take one of {', '.join(LEVELS)}.")
        if len(name) == 2 and name[1] in "里上":
            name = name[0]  # 市里, 部里
        place = here(context, level, region)
        plain = _AND_ITS.sub("", _LEADING.sub("", name, count=1)) or name
        issuer = normalised(context.issuer)
        if issuer and _SELF.fullmatch(plain) and issuer.endswith(plain.lstrip("我本")[-1:]):
            return self.resolve(issuer, replace(context, issuer=""), level=level, region=region)
        whole_area = self._area(plain, place)
        if whole_area:
            return whole_area
        many = plural(plain.removeprefix(place.region) or plain, place.level)  # 青石县各乡镇
        if (
            many is None
            or (plain.startswith("全国") and plain in self._lists.whole)
            or not (many.key or self._quantified(plain))
        ):
            found = self._listed(plain, place)
            if found:
                return self._made(*found)
        if many:
            return self._plural(many, plain, place)
        return self._unlisted(plain, place)

    def name_of(self, mention: str, context: Context) -> str:
        """The name of the body that a mention means."""
        return self.resolve(mention, context).name

    def _area(self, name: str, place: Here) -> Resolution | None:
        """湖北, 武汉市, 县, 省级 as one who acts: the government of the place, or those of the level below."""
        government = self._lists.stems["government"]
        if (name in divisions().named and len(name) > 2) or name == place.region:
            return self._made(government, level_of(name), name, "area, level: name")
        word = name.removesuffix("级")
        if word in ("省", "市", "州", "县", "区", "旗"):
            level, region = said_level(word, place)
            if LEVELS.index(level) <= LEVELS.index(place.level):
                return self._made(government, level, region, "area, level: prefix")
            below = plural({"city": "各市（州）"}.get(level, "各县（市、区）"), place.level)
            return self._plural(below, name, place) if below and below.key else None
        found = [one for one in divisions().short.get(name, ()) if len(one.code) < 6]
        if len(found) == 1 and name not in self._lists.words:
            return self._made(government, found[0].level, found[0].name, "area, level: name")
        return None

    @staticmethod
    def _quantified(name: str) -> bool:
        return name.startswith(("各", "全", "所有", "有关", "相关", "其他", "其它", "每"))

    def _listed(self, name: str, place: Here) -> tuple[Stem, str, str, str] | None:
        """Stem, level, region and rule of a name that the lists know."""
        for reading in readings(name, place):
            found = self._stem(reading.rest, place)
            if found and not (reading.how == "document" and reading.rest != name):
                stem, suffix, how = found
                level, region, by = self._placed(stem, suffix, reading, place)
                return stem, level, region, f"{how}, level: {by}"
        return None

    def _stem(self, rest: str, place: Here) -> tuple[Stem, str, str] | None:
        """The stem whose whole name, or word and suffix, the rest of a reading is; the one of its date where it was merged."""
        stem = self._lists.whole.get(rest)
        suffix, how = rest, "name"
        if stem is None:
            for cut in range(len(rest), 0, -1):
                stem = next(
                    (one for one in self._lists.words.get(rest[:cut], ()) if self._lists.allows(one, rest[cut:])), None
                )
                if stem:
                    suffix, how = rest[cut:], "stem"
                    if rest[:cut] in stem.former or rest in stem.former:
                        how = "succession"
                    break
        elif rest in stem.former:
            how = "succession"
        if stem is None:
            return None
        if stem.until and not (place.date and place.date < stem.until):
            return self._lists.stems[stem.successor], suffix, "succession"
        return stem, suffix, how

    def _made(self, stem: Stem, level: str, region: str, rule: str) -> Resolution:
        if level == "township" and stem.key == "government":
            return township(region or "乡镇", "", rule)
        shown = shown_region(region)
        name = named(stem, level, region)
        aliases = tuple(one for one in self._aliases(stem.key, level) if one != name)
        return Resolution(f"{level}|{region}|{stem.key}", name, stem.kind, level, shown, aliases, rule, True, stem.key)

    def _placed(self, stem: Stem, suffix: str, reading: Reading, place: Here) -> tuple[str, str, str]:
        """Level and region of a listed body, and what told the level."""
        if set(stem.names) == {"national"}:
            return "national", "", "name"
        if reading.level:
            level, region = reading.level, reading.region
            if level == "township" and level not in stem.names and place.level != "township":
                level, region = "county", parts(region)[0]
            return level, region, reading.how
        level, by = place.level, "assumed" if place.assumed else "document"
        if suffix == stem.names.get("national") or suffix.startswith(self._national):
            return "national", "", "name"
        end = next((end for end in self._level_ends if suffix.endswith(end)), "")
        said = [one for one in LEVELS if end and stem.names.get(one, "").endswith(end)]
        if said and place.level not in said:
            level, by = min(said, key=lambda one: abs(LEVELS.index(one) - LEVELS.index(place.level))), "suffix"
        elif (
            suffix.endswith("局") and level in LEVELS[:2] and stem.names.get(level, "").endswith(("厅", "部", "委员会"))
        ):
            level, by = "county", "suffix"  # a 财政局 in a paper of the State Council is a county's or city's
        elif level == "township" and level not in stem.names:
            level, by = "county", "default"
        return level, region_at(level, place), by

    def _all_aliases(self, key: str, level: str) -> tuple[str, ...]:
        stem = self._lists.stems[key]
        ends = ["部门"] if self._lists.allows(stem, "部门") else []
        ends += [
            end
            for end in ("部", "厅", "委", "局", "办", "公司", "管委会")
            if self._lists.allows(stem, end) and usual(stem, level, end)
        ]
        title = stem.names.get(level, "").replace("{}", "")
        own = character(level)
        found = [own + title if own else title, title, *stem.words]
        short = [word + end for word in stem.words[:4] for end in ends if not word.endswith(end)]
        found += short + [own + one for one in short if own and not one.endswith("部门")]
        found += stem.whole
        place = Here(level, "", None)
        return tuple(one for one in dict.fromkeys(found) if one and self._leads(one, stem, place))

    def _leads(self, name: str, stem: Stem, place: Here) -> bool:
        """Does a name mean this stem at this level?"""
        many = plural(name, place.level)
        found = None if many and many.key else self._listed(name, place)
        return found is not None and found[0] is stem and found[1] == place.level

    def _plural(self, many: Plural, name: str, place: Here) -> Resolution:
        level, region = self._above(name, place)
        shown = shown_region(region)
        how = "prefix" if level != place.level else "assumed" if place.assumed else "document"
        rule = f"plural, level: {how}"
        if many.key:
            key = f"{level}|{region}|*{many.key}" + ("?" if many.some and many.key else "")
            heading = many.name.startswith(("各", "有关"))
            whose = shown or (character(level) if level != place.level else "")
            if level == "national" and level != place.level:
                whose = "国务院"
            title = f"{whose}{many.name}" if heading and whose and level != "township" else many.name
            members = tuple(f"below:{one}" for one in many.members) if many.below else many.members
            return Resolution(
                key, title, "Collective", level, shown, (), rule, True, f"*{many.key}", () if many.some else members
            )
        inner = self._listed(many.head, place)
        stem = inner[0] if inner else None
        head = stem.key if stem else many.head
        quantifier = "有关" if many.some else f"各{many.arm}" if many.arm or not stem else "各级"
        text = f"{stem.words[0]}部门" if stem and stem.words else many.head
        key = f"{level}|{region}|*{many.arm}{head}" + ("?" if many.some else "")
        members = (f"stem:{stem.key}",) if stem and not many.some else ()
        title = f"{shown}{quantifier}{text}"
        return Resolution(key, title, "Collective", level, shown, (), rule, bool(stem), f"*{head}", members)

    @staticmethod
    def _above(name: str, place: Here) -> tuple[str, str]:
        """Level and region of a plural: the document's, unless its name begins with a level above (国务院有关部门, 省直各单位)."""
        match = _PLURAL_OF.match(name)
        if match is None or place.level not in LEVELS:
            return place.level, place.region
        level, region = said_level(match["level"], place) if match["level"] else ("national", "")
        return (level, region) if LEVELS.index(level) < LEVELS.index(place.level) else (place.level, place.region)

    def _unlisted(self, name: str, place: Here) -> Resolution:
        found: Unlisted = unlisted(name, place)
        level, region = found.level, found.region
        rule = f"unlisted, kind: {found.rule}"
        if found.kind == "Township":
            return township(region, found.core, rule, place)
        shown = shown_region(region)
        before = (shown or character(level)) if found.prefixed else ""
        title = found.core if before and found.core.startswith(before) else before + found.core
        aliases = tuple(
            one for one in dict.fromkeys((character(level) + found.core, found.core)) if found.prefixed and one != title
        )
        return Resolution(f"{level}|{region}|={found.core}", title, found.kind, level, shown, aliases, rule, False)


def normalised(mention: str) -> str:
    """A mention without spaces, with full-width brackets; masks (×, X) stay.

    >>> normalised(" 县  财政局(国资办) ")
    '县财政局（国资办）'
    """
    return _SPACE.sub("", mention[: 4 * LIMIT]).translate(_WIDTH)[:LIMIT].strip("，。、；：,.;:")


@cache
def registry() -> Registry:
    """The registry, made once a process."""
    return Registry()


def resolve(mention: str, context: Context, *, level: str | None = None, region: str | None = None) -> Resolution:
    """See `Registry.resolve`."""
    return registry().resolve(mention, context, level=level, region=region)


def name_of(mention: str, context: Context) -> str:
    """See `Registry.name_of`."""
    return registry().name_of(mention, context)
