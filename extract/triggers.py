"""The patterns of what an act waits for, of four modules (`waits`, `cases`, `spoken`, `grounds`), in one walk through a text."""

from __future__ import annotations

from extract.together import Together

TRIGGERS = Together()
