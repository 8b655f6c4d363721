"""The words of the extraction: what a document holds, each with the place that proves it.

Offsets everywhere are code points of the document's text (`Source.text`), half open: `text[start:end]`.
Nothing here knows how a fact was found or how it is stored.

    Source ─outline→ Sections, Items, Sentences ─finders→ Mentions ─kinds, roles, assemble→ Extraction
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from extract.record import record
from extract.version import extractor_version


class Role(StrEnum):
    """How a body is bound to an obligation (牵头, 配合, 责任, 督办)."""

    LEAD = "lead"
    SUPPORT = "support"
    RESPONSIBLE = "responsible"
    SUPERVISE = "supervise"


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


class Modality(StrEnum):
    MUST = "must"
    STRIVE = "strive"
    MAY = "may"


@record
class Anchor:
    """Where a stretch of the text stood in the file: a paragraph, page or cell, as a clerk would say it."""

    start: int
    end: int
    page: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    sheet: str | None = None


@record
class Source:
    """One file as text. `text` is decoded with CRLF and CR turned into LF; for formats with structure it is what the reader wrote.

    In tables a row is a line and a tab parts its cells; merged cells are filled, so every row has every column.
    """

    text: str
    path: str = ""
    format: str = "txt"
    sha256: str = ""
    anchors: tuple[Anchor, ...] = ()
    warnings: tuple[str, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)


@record
class Context:
    """What the whole document says of itself; times and names are read against it, never against today."""

    title: str = ""
    kind: str = ""
    issuer: str = ""
    number: str = ""
    date: date | None = None
    date_source: str = ""
    level: str = ""
    region: str = ""
    addressees: tuple[str, ...] = ()
    date_start: int | None = None
    date_end: int | None = None


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


@record
class Mention:
    """A span with the rule that found it. `kind` says which finder: body, place, policy, project, programme."""

    start: int
    end: int
    text: str
    rule: str
    kind: str = ""
    name: str = ""


@record
class BodyMention:
    """A body bound to one obligation. `name` is the registry's name, `inherited` tells that the words stand in another sentence."""

    start: int
    end: int
    mention: str
    name: str
    role: Role
    inherited: bool = False
    rule: str = ""


@record
class Deadline:
    """`kind`: by, during, from, recurring, ongoing. `due` is the last day allowed, None where the text does not fix it.

    `anchor` is what `dates.resolve` must know beside the words: "event" (counted from an event without date), a year
    named before ("2025"), or nothing.
    """

    start: int
    end: int
    text: str
    kind: str
    begin: date | None = None
    due: date | None = None
    recurrence: str = ""
    firm: bool = True
    rule: str = ""
    note: str = ""
    anchor: str = ""


@record
class Target:
    """`value` is in base units (万 and 亿 multiplied out, % as written); None where masked (X) or an idiom fixes none."""

    start: int
    end: int
    text: str
    indicator: str = ""
    comparator: str = ""
    value: float | None = None
    value_max: float | None = None
    unit: str = ""
    masked: bool = False
    rule: str = ""


@record
class Project:
    start: int
    end: int
    text: str
    name: str
    kind: str = ""
    investment: float | None = None
    rule: str = ""


@record
class Programme:
    start: int
    end: int
    text: str
    name: str
    rule: str = ""


@record
class Policy:
    start: int
    end: int
    text: str
    title: str
    number: str = ""
    rule: str = ""


@record
class Place:
    start: int
    end: int
    text: str
    name: str
    code: str = ""
    rule: str = ""


@record
class Dependency:
    """What an act waits for. `kind`: after, condition, basis, funding, project, stage. The span is the trigger's."""

    start: int
    end: int
    text: str
    kind: str
    on: str = ""
    rule: str = ""


@record
class Obligation:
    start: int
    end: int
    text: str
    summary: str
    order: int
    section: int | None
    part_of: int | None = None
    modality: Modality = Modality.MUST
    recurrence: str = ""
    firm: bool = True
    rule: str = ""
    cue: str = ""
    bodies: tuple[BodyMention, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    targets: tuple[Target, ...] = ()
    projects: tuple[Project, ...] = ()
    programmes: tuple[Programme, ...] = ()
    policies: tuple[Policy, ...] = ()
    places: tuple[Place, ...] = ()
    dependencies: tuple[Dependency, ...] = ()


@record
class Result:
    """What the document says was achieved, kept apart from obligations."""

    start: int
    end: int
    text: str
    order: int
    section: int | None
    rule: str = ""
    targets: tuple[Target, ...] = ()
    projects: tuple[Project, ...] = ()
    programmes: tuple[Programme, ...] = ()


@record
class Skipped:
    """A sentence that became no fact: `kind` as in Kind, `reason` for a reader (a code; captions are the app's)."""

    start: int
    end: int
    text: str
    kind: Kind
    reason: str
    cue: str = ""


@record
class Extraction:
    """All that was read from one document."""

    source: Source
    context: Context
    sections: tuple[Section, ...]
    obligations: tuple[Obligation, ...]
    results: tuple[Result, ...]
    policies: tuple[Policy, ...]
    skipped: tuple[Skipped, ...]
    seconds: float = 0.0
    version: str = field(default_factory=extractor_version)
