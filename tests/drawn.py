"""Pages drawn by Streamlit itself without a browser, and what they say."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from streamlit.testing.v1 import AppTest


def _overview() -> None:
    from app.screens import overview

    overview.page()


def _obligations() -> None:
    from app.screens import obligations

    obligations.page()


def _explorer() -> None:
    from app.screens import explorer

    explorer.page()


def _dependencies() -> None:
    from app.screens import dependencies

    dependencies.page()


def _query() -> None:
    from app.screens import query

    query.page()


def _documents() -> None:
    from app.screens import documents

    documents.page()


DRAWN: dict[str, Callable[[], None]] = {
    "overview": _overview,
    "obligations": _obligations,
    "explorer": _explorer,
    "dependencies": _dependencies,
    "query": _query,
    "documents": _documents,
}

PAGES = tuple(DRAWN)


def draw(page: str, /, **address: str) -> AppTest:
    """A page at an address; a page that raises fails the test."""
    test = AppTest.from_function(DRAWN[page], default_timeout=60)
    for name, value in address.items():
        test.query_params[name] = value
    test.run()
    assert not test.exception, [one.value for one in test.exception]
    return test


def component(test: AppTest) -> dict[str, Any]:
    """What the page hands its component; parts that it holds are not in it (app/held.py)."""
    (found,) = [one for one in test.main if one.type == "bidi_component"]
    data: dict[str, Any] = json.loads(found.proto.bytes)
    return data


def said(test: AppTest) -> str:
    """All that the page says outside of its component."""
    boxes = (*test.info, *test.warning, *test.error, *test.caption)
    return " ".join(str(one.value) for one in boxes) + " ".join(one.proto.body for one in test.get("html"))
