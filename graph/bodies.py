"""Mentions of bodies → the body each means, as the registry knows it. The one place where the graph asks for names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from extract.model import BodyMention
from extract.registry import Resolution, resolve
from extract.source import Context
from graph.ids import body_id, fold

SPELLED = 8
"""Letters of the longest alias that people type by its pinyin."""


@dataclass(frozen=True, slots=True)
class Named:
    """A resolved body. All fields are functions of the registry's key, so no order of loading shows in them."""

    id: str
    name: str
    sublabel: str
    level: str
    region: str
    stem: str
    members: tuple[str, ...]
    search_keys: tuple[str, ...]
    registered: bool


def resolver(context: Context) -> Callable[[BodyMention], Named]:
    """A function from mention to body for one document; each spelling is looked up once."""
    known: dict[tuple[str, str], Named] = {}

    def find(one: BodyMention) -> Named:
        spelling = (one.mention, one.name)
        if spelling not in known:
            known[spelling] = named(_meant(one, context))
        return known[spelling]

    return find


def named(found: Resolution) -> Named:
    """The registry's answer as the graph keeps it."""
    name = fold(found.name)
    return Named(
        body_id(found.key),
        name,
        found.kind,
        found.level,
        fold(found.region),
        found.stem,
        found.members,
        search_keys((name, *found.aliases)),
        found.registered,
    )


def search_keys(names: Iterable[str]) -> tuple[str, ...]:
    """What a body may be searched by: its names, and of the short ones pinyin and initials.

    >>> search_keys(["财政局"])
    ('财政局', 'caizhengju', 'czj')
    """
    known = list(dict.fromkeys(name.lower() for name in names))
    spelled = [_pinyin(one) for one in known if len(one) <= SPELLED or one == known[0]]
    keys = [*known, *(whole for whole, _ in spelled), *(initials for _, initials in spelled if len(initials) > 1)]
    return tuple(dict.fromkeys(filter(None, keys)))


@lru_cache(maxsize=16_384)
def _pinyin(name: str) -> tuple[str, str]:
    from pypinyin import lazy_pinyin

    syllables = [one.lower() for one in lazy_pinyin(name, errors=_letters) if one]
    return "".join(syllables), "".join(one[0] for one in syllables)


def _letters(rest: str) -> str:
    """Of what is no Chinese letter, Latin letters and digits stay."""
    return "".join(filter(str.isalnum, rest))


def _meant(one: BodyMention, context: Context) -> Resolution:
    """The mention itself, or the name the reader gave it where that is another body (我局, 上述单位)."""
    found = resolve(one.mention, context)
    return found if not one.name or found.name == one.name else resolve(one.name, context)
