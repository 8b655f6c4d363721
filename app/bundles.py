"""Where Streamlit finds our components: files that a browser asks for by their address, never sent along with data.

A page's own script comes first and small; what it needs later (the editor, the canvas) it imports from beside it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from threading import Lock

from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

HOME = Path(__file__).parent / "components"
DIST = HOME / "dist"
PACKAGE = "govgraph"
_LOCK = Lock()


class BundleMissingError(RuntimeError):
    """The components were not built; the message says how."""


@cache
def script(name: str) -> str:
    """The file of a component; its name holds a hash of what is in it."""
    found = sorted(DIST.glob(f"{name}-*.js"))
    if len(found) != 1:
        raise BundleMissingError(f"{name}.js is not built. Run `make setup` (or `govgraph setup`).")
    return found[0].name


def registered(name: str) -> str:
    """The name by which Streamlit knows a component, made known to it the first time.

    Packages of components name their folder in their pyproject.toml, for Streamlit to find it; ours is part of the app
    and tells the folder itself. Streamlit serves that folder and no other.
    """
    full = f"{PACKAGE}.{name}"
    manager = get_bidi_component_manager()
    with _LOCK:  # another session may be at it; a second time would put an empty component in the place of the first
        if manager.get_component_asset_root(full) is None:
            manifest = ComponentManifest(PACKAGE, "", [ComponentConfig(name, DIST.name)])
            manager.register_from_manifest(manifest, HOME)
    return full
