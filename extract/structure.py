"""The structure of a text: sections under headings, items of lists, cells of tables, and the sentences in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from extract.record import record


class Kind(StrEnum):
    """What a sentence is. Only OBLIGATION becomes an obligation, only RESULT a result; the rest is skipped, with its reason."""

    OBLIGATION = "obligation"
    RESULT = "result"
    CONTEXT = "context"
    HEADING = "heading"
    NOISE = "noise"
    TOPIC = "topic"
    LEADIN = "leadin"
    APPEAL = "appeal"
    PERMISSION = "permission"


@record
class Section:
    """A heading and what stands under it. `parent` is an index into `Outline.sections`; level 1 is the outermost."""

    index: int
    label: str
    heading: str
    level: int
    start: int
    end: int
    heading_end: int
    parent: int | None = None


@record
class Item:
    """A numbered or listed item (一是…, （1）…, a table row): the scope of its own subject and closing bracket.

    `parent` is an index into `Outline.items`; `leadin` is the index of the sentence that announces the list.
    """

    index: int
    label: str
    level: int
    start: int
    end: int
    parent: int | None = None
    leadin: int | None = None
    table: int | None = None
    row: int | None = None


@record
class Cell:
    """The table cell a sentence stands in. `header` is the text of its column's head, empty where there is none."""

    table: int
    row: int
    column: int
    header: str = ""
    is_header: bool = False


@dataclass(slots=True)
class Sentence:
    """A stretch ended by 。！？；, a line end or a tab; white space round it trimmed. `kind`, `rule`, `cue` are set by kinds.py.

    `body` is where the words begin after a label such as “一是”, “（三）”, “1.”.
    """

    index: int
    start: int
    end: int
    text: str
    paragraph: int
    body: int
    section: int | None = None
    item: int | None = None
    cell: Cell | None = None
    kind: Kind = Kind.CONTEXT
    rule: str = ""
    cue: str = ""


@dataclass(slots=True)
class Outline:
    sections: list[Section] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)

    def one_list(self, left: int, right: int) -> bool:
        """Are the two items, by index, members of one list?"""
        one, other = self.items[left], self.items[right]
        return one.parent == other.parent and one.level == other.level

    def chain(self, one: Sentence) -> list[int]:
        """Items that the sentence is in, by index, the innermost first."""
        found, item = [], one.item
        while item is not None:
            found.append(item)
            item = self.items[item].parent
        return found

    def goes_on(self, item: int, after: int) -> bool:
        """Does the list of the item go on in the sentence `after`, both by index?"""
        beyond = self.sentences[after].item if after < len(self.sentences) else None
        return beyond is not None and self.one_list(item, beyond)
