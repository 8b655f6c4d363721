"""The facts of the extraction: what a document holds, each with the place that proves it.

Nothing here knows how a fact was found or how it is stored. The text is `source.py`'s, its outline `structure.py`'s.

    Source ─outline→ Sections, Items, Sentences ─finders→ Mentions ─kinds, roles, assemble→ Extraction
"""

from __future__ import annotations

from dataclasses import field
from datetime import date
from enum import StrEnum

from extract.record import record
from extract.source import Context, Source
from extract.structure import Kind, Section
from extract.version import extractor_version


class Role(StrEnum):
    """How a body is bound to an obligation (牵头, 配合, 责任, 督办)."""

    LEAD = "lead"
    SUPPORT = "support"
    RESPONSIBLE = "responsible"
    SUPERVISE = "supervise"


class Modality(StrEnum):
    MUST = "must"
    STRIVE = "strive"
    MAY = "may"


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
