"""Read the YAML files of `extract/resources/`; each is parsed once a process."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast where libyaml is there


@cache
def resource(name: str) -> Any:
    """The parsed content of `resources/NAME.yaml`."""
    return yaml.load(files("extract").joinpath(f"resources/{name}.yaml").read_text("utf-8"), Loader=_LOADER)
