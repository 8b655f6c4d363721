"""A page's state in its address: what a colleague needs to see the same, read before and written after drawing."""

from __future__ import annotations

import streamlit as st

_LIST = ","


def text(name: str, default: str = "") -> str:
    """One value of the address."""
    return st.query_params.get(name, default)


def values(name: str) -> list[str]:
    """A list in the address (ids hold no commas)."""
    return [one for one in text(name).split(_LIST) if one]


def choice(name: str, allowed: tuple[str, ...]) -> str:
    """One of the allowed values, the first where the address holds none of them."""
    value = text(name)
    return value if value in allowed else allowed[0]


def write(**state: str | list[str]) -> None:
    """Make the address say exactly this; what is empty is left out."""
    wanted = {name: _LIST.join(value) if isinstance(value, list) else value for name, value in state.items()}
    wanted = {name: value for name, value in wanted.items() if value}
    if wanted != st.query_params.to_dict():
        st.query_params.from_dict(wanted)
