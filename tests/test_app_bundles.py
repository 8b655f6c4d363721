"""Scripts of components: asked for by their address, once, and never sent with a page's data."""

from __future__ import annotations

import pytest
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest

from app import bundles


def _drawn() -> None:
    from app import widgets

    data = {"sort": "", "filter": "", "rows": [], "columns": []}
    widgets.table(data, key="one")
    widgets.table(data, key="two")


def test_a_component_brings_its_address_and_no_script() -> None:
    test = AppTest.from_function(_drawn, default_timeout=60).run()
    assert not test.exception
    found = [one.proto for one in test.main if one.type == "bidi_component"]
    assert [(one.js_source_path, one.js_content) for one in found] == [(bundles.script("table"), "")] * 2


def test_the_folder_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second time would take away the script that the first component was given."""
    manager = BidiComponentManager()
    monkeypatch.setattr(bundles, "get_bidi_component_manager", lambda: manager)
    name = bundles.registered("query")
    manager.register(
        manager.build_definition_with_validation(component_key=name, html=None, css=None, js=bundles.script("query"))
    )
    assert bundles.registered("query") == name
    known = manager.get(name)
    assert known is not None and known.js_url == bundles.script("query")
    assert manager.get_component_path(name) == str(bundles.DIST.resolve())


def test_what_is_not_built_is_said() -> None:
    with pytest.raises(bundles.BundleMissingError, match="make setup"):
        bundles.script("nothing")


def test_the_first_script_of_a_page_is_small() -> None:
    """The editor comes when the page is painted."""
    assert (bundles.DIST / bundles.script("query")).stat().st_size < 100_000
