"""The lists of bodies (`resources/bodies/`) as tables: stem words, whole names, names by level.

An entry with `each_word` stands for several bodies, one a word (城投, 农投 …; words of a group in `one` mean one body).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from extract.resource import resource

FILES = ("stems", "party", "units")
LEVELS = ("national", "province", "city", "county", "township")
"""From the highest to the lowest."""


class EntryError(ValueError):
    """An entry of the lists that is not written as `stems.yaml` says; names the file and the entry."""


@dataclass(frozen=True, slots=True)
class Stem:
    """One kind of body. `names` gives its official name by level (not all levels need be there), without the region.

    `suffixes` are those its words may take, None for the usual ones. A stem with `until` lives on in `successor`:
    only documents before that day mean the former body.
    """

    key: str
    kind: str
    names: dict[str, str]
    words: tuple[str, ...]
    whole: tuple[str, ...]
    suffixes: frozenset[str] | None = None
    alone: bool = True
    former: frozenset[str] = frozenset()
    until: date | None = None
    successor: str = ""
    source: str = ""
    examples: tuple[Any, ...] = ()
    counters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lists:
    """All stems by key, and the words and whole names that lead to them."""

    stems: dict[str, Stem]
    words: dict[str, tuple[Stem, ...]]
    whole: dict[str, Stem]
    usual: frozenset[str]

    def allows(self, stem: Stem, suffix: str) -> bool:
        """May a word of the stem take this suffix? With none most words may stand, as in 发改、财政等部门."""
        if not suffix:
            return stem.alone
        return suffix in (self.usual if stem.suffixes is None else stem.suffixes)


@cache
def lists() -> Lists:
    """The tables, made once a process (about 40 ms)."""
    return read_lists()


def read_lists() -> Lists:
    """The tables, read from the resources.

    Raises:
        EntryError: a word or name leads to two bodies, or an entry lacks a key.
    """
    suffixes = resource("bodies/suffixes")["suffixes"]
    usual = frozenset([*suffixes["plain"], *suffixes["generic"]])
    stems: dict[str, Stem] = {}
    words: dict[str, tuple[Stem, ...]] = {}
    whole: dict[str, Stem] = {}
    for name in FILES:
        for row in resource(f"bodies/{name}"):
            for stem in _stems(name, row):
                if stem.key in stems:
                    raise EntryError(f"bodies/{name}.yaml: the key {stem.key} stands twice; give the second another")
                stems[stem.key] = stem
                for word in stem.words:
                    words[word] = (*words.get(word, ()), _apart(words.get(word, ()), stem, word, usual, name))
                for title in stem.whole:
                    if whole.setdefault(title, stem) is not stem:
                        raise _twice(name, title, whole[title], stem)
    for stem in stems.values():  # official names lead to their body, where no entry claims them otherwise
        for title in stem.names.values():
            whole.setdefault(title.replace("{}", ""), stem)
    return Lists(stems, words, whole, usual)


def _apart(others: tuple[Stem, ...], stem: Stem, word: str, usual: frozenset[str], file: str) -> Stem:
    """The stem, if its suffixes tell it from the others that have the word (水务 + 局, 水务 + 公司)."""
    for other in others:
        if (usual if other.suffixes is None else other.suffixes) & (usual if stem.suffixes is None else stem.suffixes):
            raise _twice(file, word, other, stem)
    return stem


def _twice(file: str, name: str, one: Stem, other: Stem) -> EntryError:
    return EntryError(f"bodies/{file}.yaml: {name} stands under {one.key} and {other.key}; keep it under one")


def _stems(file: str, row: dict[str, Any]) -> Iterator[Stem]:
    if "key" not in row or not (row.get("words") or row.get("whole")):
        raise EntryError(f"bodies/{file}.yaml: give {row} a key, and words or whole names")
    key, kind = row["key"], row.get("kind", "Department")
    suffixes = frozenset(row["suffixes"]) if "suffixes" in row else None
    if row.get("each_word"):
        yield from _each(row, suffixes)
        return
    words, whole, former = list(row["words"]), list(row.get("whole", ())), set()
    for past in row.get("formerly", ()):
        if past["how"] == "merged":
            day = date.fromisoformat(f"{past['until']}-01")
            titles = _names(past.get("names", {}), past["words"])
            yield Stem(
                past["key"], kind, titles, tuple(past["words"]), tuple(past.get("whole", ())), until=day, successor=key
            )
        else:
            words += past["words"]
            whole += past.get("whole", ())
            former |= {*past["words"], *past.get("whole", ()), *past.get("names", {}).values()}
            whole += [title for title in past.get("names", {}).values() if title not in whole]
    yield Stem(
        key,
        kind,
        _names(row["names"], words),
        tuple(words),
        tuple(dict.fromkeys([*whole, *row.get("prefixed", ())])),
        suffixes,
        bool(row.get("alone", True)),
        frozenset(former),
        source=row["source"],
        examples=tuple(row["example"]),
        counters=tuple(row["counter"]),
    )


def _each(row: dict[str, Any], suffixes: frozenset[str] | None) -> Iterator[Stem]:
    """One stem a word or group of words, one a whole name that belongs to no group."""
    tail = row.get("name_suffix", "")
    every = set(row["words"]) | set(row.get("whole", ()))
    groups = [tuple(group) for group in row.get("one", ())]
    grouped = {word for group in groups for word in group}
    groups += [(word,) for word in [*row["words"], *row.get("whole", ())] if word not in grouped]
    for number, group in enumerate(groups):
        words = tuple(word for word in group if word in row["words"])
        whole = tuple(word for word in group if word in every and word not in row["words"])
        unlisted = tuple(word for word in group if word not in every)
        title = group[0] + (tail if group[0] in row["words"] else "")
        yield Stem(
            f"{row['key']}:{group[0]}",
            row.get("kind", "Department"),
            {row["only"]: title} if "only" in row else dict.fromkeys(LEVELS[1:4], title),
            words,
            whole + unlisted,
            suffixes,
            bool(row.get("alone", True)),
            source=row["source"],
            examples=tuple(row["example"]) if not number else (),
            counters=tuple(row["counter"]) if not number else (),
        )


def _names(given: dict[str, str], words: list[str]) -> dict[str, str]:
    """Names at all levels: a level without one has the next higher's, a 厅 being a 局 below the province."""
    names: dict[str, str] = {level: given[level] for level in ("national", "township") if level in given}
    above = given.get("province") or given.get("city") or given.get("county")
    if not above and "national" in given:
        return names  # there is but one
    for level in LEVELS[1:4]:
        if level in given:
            above = given[level]
        elif above and level != "province" and above.endswith("厅") and not above.endswith("办公厅"):
            above = above[:-1] + "局"
        names[level] = above or f"{words[0]}局"
    return names
