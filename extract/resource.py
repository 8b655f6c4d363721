"""Read the YAML files of `extract/resources/`; each is parsed once a process."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from extract.ready import kept

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast where libyaml is there


@cache
def resource(name: str) -> Any:
    """The parsed content of `resources/NAME.yaml`."""
    text = files("extract").joinpath(f"resources/{name}.yaml").read_text("utf-8")
    return kept("yaml", hashlib.sha256(text.encode()).hexdigest(), lambda: yaml.load(text, Loader=_LOADER))
