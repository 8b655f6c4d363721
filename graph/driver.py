"""The official Neo4j driver, imported without what it does not need.

`import neo4j` looks for numpy, pandas and pyarrow, and imports all three when they are installed (they are: streamlit
wants them). That takes 1.4 s, a warm command has one. So unless pandas is loaded anyway, the driver is told that they
are not there; our parameters and results are plain Python.
"""

from __future__ import annotations

import logging
import sys
import types

_OPTIONAL = "neo4j._optional_deps"


class _Absent(types.ModuleType):
    """Stands for the driver's module of optional packages: each of them is None, as the driver has it without them."""

    def __getattr__(self, name: str) -> None:
        if name.startswith("__"):
            raise AttributeError(name)


if "neo4j" not in sys.modules and "pandas" not in sys.modules:
    sys.modules[_OPTIONAL] = _Absent(_OPTIONAL)

import neo4j  # noqa: E402
import neo4j.exceptions  # noqa: E402

# what the driver has to say reaches the user as our errors; its own warnings would land on standard error
logging.getLogger("neo4j").addHandler(logging.NullHandler())

__all__ = ["neo4j"]
