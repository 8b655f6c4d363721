"""Evidence → obligation or not, and why: a sum of weights (resources/weights.yaml) and the piece of evidence that says most."""

from __future__ import annotations

from functools import cache

from extract.evidence import Evidence
from extract.resource import resource

_RULES = (  # the rule that is named for an obligation: the first whose evidence is there
    ("modal-must", ("must", "yao")),
    ("prohibition", ("ban",)),
    ("assigned", ("assign",)),
    ("aim", ("ensure", "goal")),
    ("future", ("will",)),
    ("standing-duty", ("steady",)),
)


@cache
def weights() -> dict[str, int]:
    """Feature → weight in hundredths: whole numbers, so that a sum does not depend on the order."""
    return {str(name): round(float(weight) * 100) for name, weight in resource("weights")["weights"].items()}


def weigh(evidence: Evidence) -> int:
    """In hundredths; above 0 the sentence is an obligation."""
    table = weights()
    return sum(map(table.__getitem__, filter(table.__contains__, evidence.features)))


def grounds(evidence: Evidence) -> tuple[str, str]:
    """(rule, cue words) by which a sentence was taken for an obligation."""
    if evidence.kinds.isdisjoint(("must", "yao", "ban")) and "h:verb" in evidence.features:
        return "bare-verb", evidence.head
    for rule, kinds in _RULES:
        if not evidence.kinds.isdisjoint(kinds):
            return rule, evidence.cue(*kinds)
    if evidence.has("x:deadline"):
        return "deadline", ""
    if evidence.has("x:target"):
        return "target", ""
    return ("following-clause", "") if evidence.has("v:1") or evidence.has("v:2") else ("region", "")
