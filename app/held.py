"""What a page's component already holds is not sent to it again: long lists go to a browser once, then by their digest.

The browser's half is app/components/shared/held.ts. It keeps what it got under its digest; where it has lost it (a
message overtaken by a later one, a script loaded anew), it asks for all again by the trigger `resend`. What is needed
only when somebody is about to search comes when the browser asks for it by the trigger `later`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass
from typing import Any

KEY = "held"
MOST = 16
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
    text = _json(value)
    return Part(value, text, hashlib.sha1(text.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest())


def light(
    data: dict[str, Any],
    names: Sequence[str],
    session: MutableMapping[Any, Any],
    *,
    anew: bool = False,
    later: Sequence[str] = (),
    asked: Sequence[str] = (),
) -> dict[str, Any]:
    """The data without those of the named parts that this session was sent before; `held` names the digest of each.

    Parts of `later` are left out until they are asked for, too; what is `asked` for is sent whatever was sent before: the
    browser asks for what it has not.

    >>> session = {}
    >>> light({"hints": [1, 2], "day": "x"}, ["hints"], session)["hints"].text
    '[1,2]'
    >>> "hints" in light({"hints": [1, 2], "day": "y"}, ["hints"], session)
    False
    >>> "hints" in light({"hints": [3]}, ["hints"], session, later=["hints"])
    False
    >>> light({"hints": [3]}, ["hints"], session, later=["hints"], asked=["hints"])["hints"].text
    '[3]'
    """
    sent: dict[str, None] = {} if anew else dict(session.get(KEY, {}))
    made = {**data, "held": {}, "later": list(later)}
    for name in names:
        one = data[name] if isinstance(data[name], Part) else part(data[name])
        made["held"][name] = one.digest
        known = one.digest in sent
        if name in asked or not (known or name in later):
            made[name] = one
        else:
            del made[name]
            if not known:
                continue
        sent.pop(one.digest, None)
        sent[one.digest] = None
    session[KEY] = dict(list(sent.items())[-MOST:])
    return made


def written(data: dict[str, Any]) -> bytes:
    """All of it as JSON in UTF-8; parts are written out already. Streamlit's own JSON takes six bytes for a Chinese letter.

    >>> written({"rows": part(["县"]), "day": ""}).decode()
    '{"rows":["县"],"day":""}'
    """
    every = (f"{json.dumps(name)}:{_json(one)}" for name, one in data.items())
    return f"{{{','.join(every)}}}".encode("utf-8", "surrogatepass")


def _json(value: Any) -> str:
    return value.text if isinstance(value, Part) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
