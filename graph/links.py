"""What a dependency waits for: a policy, a project or another obligation of the same document, else a condition.

Only the words decide, and only where they leave no doubt: a link that two obligations could claim is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from extract.model import Dependency, Extraction, Obligation
from graph.ids import fold, fold_title

WINDOW = 200
"""Obligations before and after that may be meant; keeps a document of 100,000 obligations linear."""

_HEAD = re.compile(r"^(?:待|等|在|经|凭|根据|依据|按照|依照|取得|获得|完成|有关|相关|该|其)+")
_TAIL = re.compile(
    r"(?:之?前|之?后|以后|的?(?:前提|基础|条件|情况)下?|的|已|经|正式|全面|全部|顺利|基本"
    r"|完成|完毕|结束|到位|批复|批准|审批|通过|审定|同意|印发|出台|下达|落实|建成|竣工|开工|投产|投用|投入使用|交付|启动|验收|合格|工作)+$"
)
_SHORTEST = 2
_BY_ACTS = frozenset({"after", "condition", "project", "stage"})  # money and documents are not brought about by an act
_GENERIC = re.compile(
    r"资金|经费|条件|手续|方案|项目|任务|工作|工程|建设|审批|验收|会议|文件|上级|调查|论证|研究|评估|公示|前期|批复|时机|成熟"
    r"|需要|必要|规定|要求|意见|规划|计划|标准|程序|同意|改革|法律|法规|政策|依法|实际|情况"
)


@dataclass(frozen=True, slots=True)
class Meant:
    """The thing waited for: `kind` is obligation, project or policy; `key` its order, name or title; `rule` says how it was found."""

    kind: str
    key: str | int
    rule: str


def core(words: str) -> str:
    """The thing itself in the words of a condition.

    >>> core("取得用地预审批复后")
    '用地预审'
    """
    return _TAIL.sub("", _HEAD.sub("", fold(words)))


class Links:
    """Finds what the dependencies of one document mean."""

    def __init__(self, extraction: Extraction) -> None:
        self._obligations = extraction.obligations
        facts = [one.projects for one in extraction.obligations] + [one.projects for one in extraction.results]
        names = {fold(project.name or project.text) for projects in facts for project in projects}
        self._projects = sorted((name for name in names if len(name) > _SHORTEST), key=lambda name: (-len(name), name))
        self._policies = sorted(extraction.policies, key=lambda policy: policy.start)
        self._starts = [policy.start for policy in self._policies]
        self._acts: dict[int, str] = {}
        bodies = [(fold(body.mention), body.name) for one in extraction.obligations for body in one.bodies]
        self._named = dict(sorted(bodies, key=lambda body: -len(body[0])))

    def meant(self, position: int, dependency: Dependency) -> Meant | None:
        """What the dependency of obligation number `position` waits for; None where it is a condition of its own."""
        policy = self._policy(self._obligations[position], dependency)
        if policy:
            return Meant("policy", policy, "title")
        words = fold(dependency.on or dependency.text)
        thing = core(words)
        for name in self._projects:
            if name in words or (not _GENERIC.fullmatch(thing) and len(thing) > _SHORTEST and thing in name):
                return Meant("project", name, "name")
        other = self._obligation(position, words) if dependency.kind in _BY_ACTS else None
        return None if other is None else Meant("obligation", other, "words")

    def _policy(self, obligation: Obligation, dependency: Dependency) -> str:
        """The title of the policy that stands in the dependency's words."""
        low = bisect_left(self._starts, min(obligation.start, dependency.start))
        high = bisect_right(self._starts, max(obligation.end, dependency.end))
        words = fold(dependency.on)
        for policy in self._policies[low:high]:
            title = fold_title(policy.title)
            overlaps = policy.start < dependency.end and dependency.start < policy.end
            if title and (overlaps or (dependency.kind == "basis" and title in words)):
                return title
        return ""

    def _obligation(self, position: int, words: str) -> int | None:
        """The one other obligation whose own act names the thing: in the same section, else nearby; where the words say
        who acts (待县发改局批复立项后), it is one of that body."""
        actor, thing = self._parted(words)
        if len(thing) < _SHORTEST or _GENERIC.fullmatch(thing):
            return None
        section = self._obligations[position].section
        near = range(max(0, position - WINDOW), min(len(self._obligations), position + WINDOW + 1))
        hits = [at for at in near if at != position and thing in self._act(at) and (not actor or self._owes(at, actor))]
        same = [at for at in hits if self._obligations[at].section == section]
        for candidates in (same, hits if len(thing) > _SHORTEST else ()):
            if len(candidates) == 1:
                return candidates[0]
        return None

    def _parted(self, words: str) -> tuple[str, str]:
        """(name of the body that the words begin with, the thing itself)."""
        bare = _HEAD.sub("", words)
        for mention, name in self._named.items():
            if bare.startswith(mention) and len(bare) > len(mention):
                return name, core(bare[len(mention) :]) or bare[len(mention) :]
        return "", core(words)

    def _owes(self, position: int, name: str) -> bool:
        return any(body.name == name for body in self._obligations[position].bodies)

    def _act(self, position: int) -> str:
        """An obligation's words without what it waits for itself."""
        if position not in self._acts:
            self._acts[position] = _without(self._obligations[position])
        return self._acts[position]


def _without(obligation: Obligation) -> str:
    spans = sorted(obligation.dependencies, key=lambda one: one.start)
    parts, at = [], obligation.start
    for one in spans:
        if obligation.start <= one.start and one.end <= obligation.end and one.start >= at:
            parts.append(obligation.text[at - obligation.start : one.start - obligation.start])
            at = one.end
    parts.append(obligation.text[at - obligation.start :])
    return "|".join(parts)
