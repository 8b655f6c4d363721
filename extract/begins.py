"""With which one or two characters the matches of a pattern can begin, and with which they can end.

Other engines look for these first by themselves; here a set of them, or a table (`sieve`), says where a pattern need not be
tried at all.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import Any

from extract.ready import kept

END = "\0"  # stands for the end of the text as a follower
OTHER = "\uffff"  # stands for all characters beyond the 65,536 of the table
_MOST = 50_000  # pairs; a pattern with more begins almost anywhere

Begin = tuple[str, bool]
"""How a match may begin, up to two characters; True: what stands next in the pattern goes on from there."""


def begins_of(*patterns: re.Pattern[str]) -> set[str]:
    """What matches of the patterns begin with: two characters, or one where anything may follow.

    >>> sorted(begins_of(re.compile("要求?"), re.compile("[应须](?=当)")))
    ['应当', '要', '要求', '须当']

    Raises:
        ValueError: one of them begins anywhere.
    """
    found: set[str] = set()
    for pattern in patterns:
        begins = begins_in(pattern)
        if begins is None:
            raise ValueError(
                f"{pattern.pattern[:40]}… may begin anywhere; let it begin with words or sets of characters."
            )
        found |= begins
    return found


def ends_in(pattern: re.Pattern[str]) -> frozenset[str] | None:
    """What matches of a pattern that ends in `$` end with: two characters, or one where anything may stand before.

    None where it may end with anything.

    >>> sorted(ends_in(re.compile("(?:自治县|[新老]城区?)$")) or ())
    ['城区', '新城', '治县', '老城']

    Raises:
        ValueError: no `$` ends it.
    """
    return kept("ends", _key(pattern), lambda: _ends_in(pattern))


def _ends_in(pattern: re.Pattern[str]) -> frozenset[str] | None:
    items = list(_parser().parse(pattern.pattern, pattern.flags))
    if not items or str(items[-1][1]) != "AT_END":
        raise ValueError(
            f"…{pattern.pattern[-40:]} does not end in $; put a group round its alternatives and $ behind it."
        )
    if pattern.flags & re.IGNORECASE:
        return None
    ends = {end[::-1] for end, _ in _extend(_backwards(items), {("", True)})}
    return None if "" in ends else frozenset(ends)


def width_of(pattern: re.Pattern[str]) -> int:
    """How many characters a match has at most."""
    return kept("width", _key(pattern), lambda: int(_parser().parse(pattern.pattern, pattern.flags).getwidth()[1]))


def _key(pattern: re.Pattern[str]) -> str:
    return f"{pattern.flags} {pattern.pattern}"


def _backwards(items: Any) -> list[tuple[Any, Any]]:
    """The parsed items as one reads them from the end."""
    found: list[tuple[Any, Any]] = []
    for operation, value in list(items)[::-1]:
        seen = str(operation) == "ASSERT" and value[0] < 0 and len(value[1]) == 1
        characters = _characters(value[1][0]) if seen else None
        found.append(
            (operation, _turned(str(operation), value)) if characters is None else ("SEEN", characters)
        )  # as in [甲乙](?<=甲): the character that comes next is known
    return found


def _characters(item: Any) -> set[str] | None:
    """Those that one parsed item can match; None where it is no single character, or they are not told."""
    operation, value = str(item[0]), item[1]
    return {chr(value)} if operation == "LITERAL" else _members(value) if operation == "IN" else None


def _turned(operation: str, value: Any) -> Any:
    match operation:
        case "BRANCH":
            return value[0], [_backwards(one) for one in value[1]]
        case "SUBPATTERN":
            return *value[:3], _backwards(value[3])
        case "ATOMIC_GROUP":
            return _backwards(value)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return *value[:2], _backwards(value[2])
        case "ASSERT" | "ASSERT_NOT":
            return -value[0], _backwards(value[1])
        case "AT":
            return ""  # a place, no character
    return value


def begins_in(pattern: re.Pattern[str]) -> frozenset[str] | None:
    """The first one or two characters of all that the pattern can match; None where it may begin with anything."""
    return kept("begins", _key(pattern), lambda: _begins_in(pattern))


def _begins_in(pattern: re.Pattern[str]) -> frozenset[str] | None:
    if pattern.flags & re.IGNORECASE:
        return None
    found = _extend(_parser().parse(pattern.pattern, pattern.flags), {("", True)})
    begins = {begin for begin, _ in found}
    return None if "" in begins or len(begins) > _MOST else frozenset(begins)


@cache
def _parser() -> Any:
    return import_module("re._parser")


def _extend(items: Any, begins: set[Begin]) -> set[Begin]:
    """The beginnings, each with what the parsed items add to it."""
    for operation, value in items:
        begins = _step(str(operation), value, begins)
        if not any(more for _, more in begins):
            break
    return begins


def _step(operation: str, value: Any, begins: set[Begin]) -> set[Begin]:
    match operation:
        case "LITERAL":
            return _with({chr(value)}, begins)
        case "IN":
            return _with(_members(value), begins)
        case "SEEN":
            return {(begin, False) for begin, _ in _with(value, begins)}
        case "BRANCH":
            return set().union(*(_extend(one, begins) for one in value[1]))
        case "SUBPATTERN":
            return _extend(value[3], begins) if not value[1] & re.IGNORECASE else _with(None, begins)
        case "ATOMIC_GROUP":
            return _extend(value, begins)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, inner = value
            once = _extend(inner, begins)
            found = once | (_extend(inner, once) if most > 1 else set())
            return found | begins if least == 0 else found
        case "ASSERT":
            way, inner = value
            if way < 0:
                return _behind(inner, begins)
            ahead = {(begin, False) for begin, _ in _extend(inner, begins)}
            return ahead if all(len(begin) == 2 for begin, _ in ahead) else begins
        case "AT":
            return _with({END, "\n"}, begins, end=True) if str(value).startswith("AT_END") else begins
        case "ASSERT_NOT" | "FAILURE":
            return begins
    return _with(None, begins)


def _with(characters: set[str] | None, begins: set[Begin], *, end: bool = False) -> set[Begin]:
    """One more character, one of these; None: any."""
    found: set[Begin] = set()
    many = characters is not None and len(characters) * sum(1 for _, more in begins if more) > _MOST
    for begin, more in begins:
        if not more or characters is None or (many and begin) or (end and not begin):
            found.add((begin, False))
        else:
            found.update((begin + one, len(begin) == 0 and not end) for one in characters)
    return found


def _behind(inner: Any, begins: set[Begin]) -> set[Begin]:
    """Those that end as a look back of one character wants it."""
    last = {begin for begin, _ in _extend(inner, {("", True)})}
    if any(len(begin) != 1 for begin in last) or len(inner) != 1:
        return begins
    return {(begin, more) for begin, more in begins if not (more and begin) or begin[-1] in last}


def _members(options: Any) -> set[str] | None:
    """The characters of a set; None for one that is told by what is not in it, or that is very large."""
    found: set[str] = set()
    for operation, value in options:
        match str(operation):
            case "LITERAL":
                found.add(chr(value))
            case "RANGE" if value[1] - value[0] < 5000:
                found.update(map(chr, range(value[0], value[1] + 1)))
            case "CATEGORY" if str(value) in _CATEGORIES:
                found |= _category(_CATEGORIES[str(value)])
            case _:
                return None
    return found


_CATEGORIES = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s"}


@cache
def _category(name: str) -> frozenset[str]:
    one = re.compile(name)
    return frozenset(character for character in map(chr, range(0xFFFF)) if one.match(character)) | {OTHER}
