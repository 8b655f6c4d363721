"""What a page's component already holds is not sent to it again: long lists go to a browser once, then by their digest.

The browser's half is app/components/shared/held.ts. It keeps what it got under its digest; where it has lost it (a
message overtaken by a later one, a script loaded anew), it asks for all again by the trigger `resend`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass
from typing import Any

KEY = "held"
MOST = 12
"""Digests remembered for a session; the browser keeps more, so that what is remembered here is there."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page's data as it is sent, as JSON, with the digest of that: who keeps one writes it out once."""

    value: Any
    text: str
    digest: str

    def __len__(self) -> int:
        return len(self.value)


def part(value: Any) -> Part:
    """Something that JSON can hold, written out."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Part(value, text, hashlib.sha1(text.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest())


def light(
    data: dict[str, Any], names: Sequence[str], session: MutableMapping[Any, Any], *, anew: bool
) -> dict[str, Any]:
    """The data with the named parts as JSON texts, None those that this session was sent before; `held` names the digest of each.

    >>> session = {}
    >>> light({"hints": [1, 2], "day": "x"}, ["hints"], session, anew=False)["hints"]
    '[1,2]'
    >>> light({"hints": [1, 2], "day": "y"}, ["hints"], session, anew=False)["hints"] is None
    True
    >>> light({"hints": part([1, 2]), "day": "y"}, ["hints"], session, anew=True)["hints"]
    '[1,2]'
    """
    sent: dict[str, None] = {} if anew else dict(session.get(KEY, {}))
    made = {**data, "held": {}}
    for name in names:
        one = data[name] if isinstance(data[name], Part) else part(data[name])
        made["held"][name] = one.digest
        made[name] = None if sent.pop(one.digest, "new") is None else one.text
        sent[one.digest] = None
    session[KEY] = dict(list(sent.items())[-MOST:])
    return made
