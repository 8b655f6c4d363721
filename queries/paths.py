"""How two things hang together."""

from __future__ import annotations

from queries.views import view

SHORTEST = view("shortest")
