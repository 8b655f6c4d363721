"""The head nouns that end a programme's name (行动, 规划, 试点, …), each with what may stand around it (`programmes.yaml`)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.lexicon import alternatives, repeated, sections, words
from extract.scan import Scanner
from extract.tail import Tail


@dataclass(frozen=True, slots=True)
class Head:
    """A kind of head noun. `own`: how many characters a name without place, year or quotes has before its head at least."""

    key: str
    generic: re.Pattern[str]
    not_before: re.Pattern[str]
    not_after: re.Pattern[str]
    named: bool
    quoted: bool
    ordinal: bool
    sought: bool
    held: bool
    whole: bool
    policy: str
    own: int


def _head(key: str) -> Head:
    entry = next(one for one in sections("programmes")["heads"] if one.key == key)
    more = entry.more
    generic = [
        *more.get("generic", ()),
        *(words("programmes", "generic") if more.get("shared") else ()),
        *words("noun_phrase", "filler"),
        *("等", "和", "及", "、", "与", "的"),
        *entry.words,
    ]
    return Head(
        key,
        repeated(generic),
        re.compile(more.get("not_before", "(?!)")),
        re.compile(more.get("not_after", "(?!)") + "$"),
        named=bool(more.get("named")),
        quoted=bool(more.get("quoted")),
        ordinal=bool(more.get("ordinal")),
        sought=bool(more.get("sought")),
        held=bool(more.get("held")),
        whole=bool(more.get("whole")),
        policy=str(more.get("policy", "")),
        own=int(more.get("own", 2)),
    )


WORDS = {word: entry.key for entry in sections("programmes")["heads"] for word in entry.words}
HEADS = {key: _head(key) for key in set(WORDS.values())}
FIND = Scanner(WORDS)
PLAN = re.compile(alternatives(words("programmes", "heads", "action", "plan", "outline", "scheme", "pilot")))
ENDS = Tail(  # an earlier member of a list that ends so is a name of its own
    f"(?:{alternatives(word for word, key in WORDS.items() if key != 'quoted')}"
    f'|(?<=[”"])(?:{alternatives(word for word, key in WORDS.items() if key == "quoted")}))(?:建设)?$'
)
LISTED = Tail(  # … and one that needs no number or quotes to be one
    f"(?:{alternatives(word for word, key in WORDS.items() if not (HEADS[key].quoted or HEADS[key].named or HEADS[key].ordinal))})$"
)
CITED = frozenset(("plan", "outline", "scheme"))
MADE = frozenset(("建设", "创建"))
JOINTS = frozenset("、和及与")
