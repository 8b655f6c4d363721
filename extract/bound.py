"""A body bound to a sentence, before it becomes a `BodyMention`."""

from __future__ import annotations

from dataclasses import dataclass

from extract.model import Mention, Role


@dataclass(slots=True)
class Bound:
    """The words text[start:end] name a body that acts in `role`.

    `passes`: the role with which a following sentence without subject inherits it, None: not at all. `kind`: the rule that
    found the name. `main`: it is the subject of the sentence, not an agent (由…) or an aside further on.
    """

    start: int
    end: int
    role: Role
    rule: str
    inherited: bool = False
    passes: Role | None = None
    kind: str = ""
    main: bool = False

    def elsewhere(self, role: Role | None = None, rule: str = "", *, inherited: bool | None = None) -> Bound:
        """The same body bound to another sentence, or in another role."""
        return Bound(
            self.start,
            self.end,
            self.role if role is None else role,
            rule or self.rule,
            self.inherited if inherited is None else inherited,
            self.passes,
            self.kind,
            self.main,
        )


def bind(
    one: Mention, role: Role, rule: str, passes: Role | None = None, *, inherited: bool = False, main: bool = False
) -> Bound:
    """A body found in the text, bound in `role`."""
    return Bound(one.start, one.end, role, rule, inherited, passes, one.rule, main)
