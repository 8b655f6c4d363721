"""Every division and every office of the registry is found where it acts, whatever words its name holds."""

from __future__ import annotations

import pytest

from extract.bodies import find_names
from extract.body_entries import lists
from extract.body_official import WORDS
from extract.divisions import divisions

_TEMPLATES = ("由{}牵头实施整改。", "{}要加快整改工作。", "县水利局、{}负责落实。")
_NO_LEVEL = ("新城", "示范区", "开发区", "管理区", "群岛", "海域")
"""Areas run by a committee, and the islands of one city."""
_CUT = {
    "会同县",
    "合作市",
    "延长县",
    "商州区",
}
"""Their first words are verbs of these sentences (商 | 州区)."""


def _missed(template: str, names: list[str]) -> set[str]:
    text = "\n".join(template.format(name) for name in names)
    found = {text[name.start : name.end] for name in find_names(text)}
    return set(names) - found


@pytest.mark.parametrize("template", _TEMPLATES)
def test_divisions(template: str) -> None:
    names = sorted(name for name in divisions().named if not name.endswith(_NO_LEVEL))
    missed = _missed(template, names) - WORDS - _CUT
    assert len(names) > 3_200
    assert not missed


@pytest.mark.parametrize("prefix", ["省", "市", "县", "赫山区", "青石市白水区"])
@pytest.mark.parametrize("template", _TEMPLATES)
def test_offices(template: str, prefix: str) -> None:
    level = {"省": "province", "市": "city"}.get(prefix, "county")
    titles = {stem.names[level] for stem in lists().stems.values() if stem.kind != "Enterprise" and level in stem.names}
    names = sorted(
        prefix + title for title in titles if len(title) > 2 and not set(title) & set("、（{") and title != "科技馆"
    )
    missed = _missed(template, names)
    assert len(names) > 250
    assert not missed
