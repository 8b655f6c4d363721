"""The samples in a store, for the tests of questions, commands and pages; loaded once for a module."""

from __future__ import annotations

from pathlib import Path

from graph.connection import Store
from graph.ingest import ingest

SAMPLES = Path(__file__).parents[1] / "samples"


def load_samples(store: Store) -> int:
    """Read all samples into an empty store; returns how many documents it holds then."""
    report = ingest(store, [SAMPLES], workers=1)
    failed = [one for one in report.documents if one.status == "failed"]
    assert not failed, failed
    return len(report.documents)
