"""Which steps each goal takes, in order. To add a step: define it beside its kin, name it here, test it in tests/test_setup.py."""

from __future__ import annotations

from app.setup.compiled import BEGIN_COMPILING, COMPILED
from app.setup.components import BUNDLE, MODULES, NODE
from app.setup.packages import DEVELOPMENT_PACKAGES, ENVIRONMENT, PACKAGES, PROJECT
from app.setup.step import Step
from app.setup.store import JAVA, NEO4J
from app.setup.system import SYSTEM

INSTALLED = (ENVIRONMENT, PACKAGES, PROJECT, JAVA, NEO4J, NODE, MODULES, BUNDLE)
RUN = (*INSTALLED, BEGIN_COMPILING)

# What an administrator must do comes first, so that nobody waits for minutes to hear it.
GOALS: dict[str, tuple[Step, ...]] = {
    "run": RUN,
    "lint": (ENVIRONMENT, PACKAGES, PROJECT, DEVELOPMENT_PACKAGES, NODE, MODULES),
    "test": (SYSTEM, *INSTALLED, DEVELOPMENT_PACKAGES, COMPILED),
    # measures what runs fastest
    "bench": (*INSTALLED, DEVELOPMENT_PACKAGES, COMPILED),
    # the container image: the graph is in another container; a compiler is in none
    "image": (ENVIRONMENT, PACKAGES, PROJECT, NODE, MODULES, BUNDLE),
}
