"""Evidence → obligation or not, and why: a sum of weights (resources/weights.yaml) and the piece of evidence that says most."""

from __future__ import annotations

from functools import cache

from extract.evidence import Evidence
from extract.resource import resource

_RULES = (  # the rule that is named for an obligation: the first whose evidence is there
    ("modal-must", ("must",)),
    ("modal-must", ("yao",)),
    ("prohibition", ("ban",)),
    ("assigned", ("assign",)),
    ("aim", ("ensure",)),
    ("future", ("will",)),
    ("standing-duty", ("steady",)),
)


@cache
def weights() -> dict[str, float]:
    return {str(name): float(weight) for name, weight in resource("weights")["weights"].items()}


def weigh(evidence: Evidence) -> float:
    """Above 0 the sentence is an obligation."""
    table = weights()
    return sum(table.get(name, 0.0) for name in evidence.features)


def grounds(evidence: Evidence) -> tuple[str, str]:
    """(rule, cue words) by which a sentence was taken for an obligation."""
    modal = evidence.cue("must", "yao", "ban")
    if not modal and evidence.has("h:verb"):
        return "bare-verb", evidence.head
    for rule, kinds in _RULES:
        cue = evidence.cue(*kinds)
        if cue:
            return rule, cue
    if evidence.has("x:deadline"):
        return "deadline", ""
    if evidence.has("x:target"):
        return "target", ""
    return ("following-clause", "") if evidence.has("v:1") or evidence.has("v:2") else ("region", "")
