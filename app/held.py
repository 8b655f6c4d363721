"""What a page's component already holds is not sent to it again: long lists go to a browser once, then by their digest.

The browser's half is app/components/shared/held.ts. It keeps what it got under its digest; where it has lost it (a
message overtaken by a later one, a script loaded anew), it asks for all again by the trigger `resend`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import MutableMapping, Sequence
from typing import Any

KEY = "held"
MOST = 12
"""Digests remembered for a session; the browser keeps more, so that what is remembered here is there."""


def light(
    data: dict[str, Any], names: Sequence[str], session: MutableMapping[Any, Any], *, anew: bool
) -> dict[str, Any]:
    """The data without those of the named parts that this session was sent before; `held` names the digest of each.

    >>> session = {}
    >>> light({"hints": [1, 2], "day": "x"}, ["hints"], session, anew=False)["hints"]
    [1, 2]
    >>> light({"hints": [1, 2], "day": "y"}, ["hints"], session, anew=False)["hints"] is None
    True
    >>> light({"hints": [1, 2], "day": "y"}, ["hints"], session, anew=True)["hints"]
    [1, 2]
    """
    sent: dict[str, None] = {} if anew else dict(session.get(KEY, {}))
    made = {**data, "held": {}}
    for name in names:
        digest = hashlib.sha1(json.dumps(data[name]).encode("ascii"), usedforsecurity=False).hexdigest()
        made["held"][name] = digest
        if sent.pop(digest, "new") is None:
            made[name] = None
        sent[digest] = None
    session[KEY] = dict(list(sent.items())[-MOST:])
    return made
