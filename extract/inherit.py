"""Elided subjects: which earlier body a sentence without a subject of its own goes on with, and when it does not.

Inside one item (else one paragraph) the nearest earlier obligation with a subject passes it on, until a sentence begins a new
topic, or returns to the writer's own voice (bare orders stood before the subject, too).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.lexicon import alternatives, words
from extract.model import Role, Sentence
from extract.bound import Bound

_MODAL = re.compile(r"不得|不准|不能|必须|应当|务必|严禁|一律|要|应|须|将")
_CLAUSE = re.compile(r"[，；。：,;]")
_GO_ON = re.compile(
    r"(?:(?:同时|并且|并|另外|此外|其中|特别|尤其|今后|还|也|对此|为此|必要时|确需|凡是?|除[^，。]{1,20}外)[^，。；]{0,20}?[，,]?)?"
    r"(?:要|应|须|不得|不准|必须|应当|务必|严禁|一律|对[^，。；]{1,60}?[，,]?(?:要|应|须|必须|不得|一律|通过|实行|按|给予|予以|及时|依法)|确需|凡)"
)
_SPEAKS = frozenset({"firm", "open", "clause", "people", "listed"})
_GOVERNS = re.compile(r"政府|党委|党组织")
_PREPOSED = re.compile(
    r"^(?:对|对于|在|为|把|将|从|按照?|根据|依照|结合|通过|围绕|针对|以|就|凡是?|除|到|自|于|因|与|同时|并|此外|另外|今后|特别|其中|每|\d|X|[年月]|如|若|确需|经|待|对外|遇|遇有)"
)
_ACT_FIRST = {
    "牵头": Role.LEAD,
    "会同": Role.LEAD,
    "配合": Role.SUPPORT,
    "协助": Role.SUPPORT,
    "协同": Role.SUPPORT,
    "参与": Role.SUPPORT,
    "督促": Role.SUPERVISE,
    "督办": Role.SUPERVISE,
    "督查": Role.SUPERVISE,
    "督导": Role.SUPERVISE,
    "监督": Role.SUPERVISE,
}
_FIRST_ACT = re.compile(
    r"(?:\d+[.、．]\s*)?(?:要|应|须|负责)?(?:积极|主动|全力|密切|认真|切实|做好|共同)*(牵头|会同|配合|协助|协同|参与|督促|督办|督查|督导|监督)(?!单位|部门|机制|管理)"
)
_WITH = re.compile(r"(?<![要求])会同[^，。；]{2,}")
_HEADS = re.compile(r"牵头职责的|牵头部门的")
_SUPPORTS = re.compile(r"要(?:积极|主动)?(?:与[^，。；]{1,10})?(?:协调|密切)?配合")


@dataclass(slots=True)
class Subject:
    """Who acts in a scope since sentence `at`; `digression`: bare orders stood before, so bare orders after do not go on with it."""

    at: int
    end: int
    bounds: list[Bound]
    digression: bool


class Scope:
    """Subjects by scope, followed sentence by sentence."""

    def __init__(self) -> None:
        self.subjects: dict[object, Subject] = {}
        self.bare: set[object] = set()
        self.last: Subject | None = None

    def said(self, index: int, one: Sentence, bounds: list[Bound]) -> None:
        """The obligation `one` names its own bodies."""
        key = _key(one)
        passing = [bound for bound in bounds if bound.passes is not None]
        if passing:
            self.subjects[key] = Subject(index, one.end, passing, key in self.bare)
        else:
            self.bare.add(key)

    def inherited(self, index: int, one: Sentence, text: str, *, covered: bool, begins_named: bool) -> list[Bound]:
        """Bodies that the obligation `one`, which names none, goes on with.

        `covered`: a bracket or line names bodies for it already; `begins_named`: it begins with a body that does not act.
        """
        key = _key(one)
        subject = self.subjects.get(key)
        if subject is None and one.item is None and one.cell is None and _begins_must(one, text):
            subject = self._section(one)
            if subject is not None:
                self.subjects[key] = subject
        if subject is None:
            self.bare.add(key)
            return []
        running = subject.at == index - 1 and text[subject.end - 1] in "；;"
        if not running and (begins_named or not continues(text, one, subject, covered=covered)):
            return []
        subject.at, subject.end = index, one.end
        return [
            replace(
                bound,
                role=elided(text[one.body : one.end], bound.passes or bound.role),
                inherited=True,
                rule="item-inherit",
            )
            for bound in subject.bounds
        ]

    def _section(self, one: Sentence) -> Subject | None:
        found = [
            subject
            for key, subject in self.subjects.items()
            if isinstance(key, tuple) and key[1] == one.section and key[0] == one.paragraph - 1
        ]
        return found[-1] if found else None


def _key(one: Sentence) -> object:
    if one.cell is not None:
        return ("row", one.cell.table, one.cell.row)
    return one.item if one.item is not None else (one.paragraph, one.section)


def _begins_must(one: Sentence, text: str) -> bool:
    return text[one.body] in "要应须"


def continues(text: str, one: Sentence, subject: Subject, *, covered: bool) -> bool:
    """Does a sentence without a body of its own go on with the subject before it?"""
    if subject.digression:
        return False
    words_ = text[one.body : one.end]
    names = [text[bound.start : bound.end] for bound in subject.bounds]
    if all(
        bound.kind in _SPEAKS and not _GOVERNS.search(name) for bound, name in zip(subject.bounds, names, strict=True)
    ):
        return False
    if any(name[-4:] in words_ for name in names):  # the subject is what is acted upon now
        return False
    if _GO_ON.match(words_):
        return True
    return not covered and not new_topic(words_)


_NOUN = re.compile(
    r"(?:考核|检查|督查|评估|整改|审计|监测|调查|统计|核查|排查|工作|任务|建设|管理|培训|验收|评价|监督|执法|服务|落实|完成|推进)(?:结果|情况|成绩|成效|成果|数据|经费|资金|方案|标准|体系|人员|机构|单位|对象|范围|期间|过程|工作)"
)
_VERB = re.compile(alternatives({*words("roles", "next", "verb", "adverb"), *words("roles", "act")}))


def new_topic(words_: str) -> bool:
    """Has the sentence a grammatical subject of its own that is no body: 试点工作要…, 各类证书具有…"""
    if _NOUN.match(words_):
        return True
    first = _CLAUSE.split(words_, 1)[0]
    modal = _MODAL.search(first)
    if modal is not None and modal.start() > 0:
        before = first[: modal.start()]
        return not (_PREPOSED.match(before) or _VERB.match(before))
    return not (_PREPOSED.match(first) or _VERB.match(first) or modal is not None)


def elided(words_: str, role: Role) -> Role:
    """The role of an elided subject by the sentence's first act: 配合… support, 督促… supervise, 会同… lead."""
    if role is Role.LEAD:
        return role
    if role is Role.RESPONSIBLE and _SUPPORTS.search(words_):
        return Role.SUPPORT
    if _HEADS.search(words_):
        return Role.LEAD
    act = _FIRST_ACT.match(words_)
    if act is not None and role is Role.RESPONSIBLE:
        return _ACT_FIRST[act.group(1)]
    if role is Role.RESPONSIBLE and _WITH.search(words_):
        return Role.LEAD
    return role
