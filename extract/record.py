"""Dataclasses with slots that the type checker holds frozen: a document gives thousands of them.

`dataclass(frozen=True)` sets each field through `object.__setattr__`, which costs more than all else in making one. Here
mypy alone forbids to change a field; in all else (equality, hash, `replace`) it is that dataclass. Compiled,
it is a plain class with these fields in fixed places (`extract/compiling/`).

    >>> @record
    ... class Span:
    ...     start: int
    ...     end: int = 0
    >>> Span(3)
    Span(start=3, end=0)
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, TypeVar, dataclass_transform

C = TypeVar("C")


@dataclass_transform(frozen_default=True)
def record(cls: type[C]) -> type[C]:
    """The class as a dataclass with slots, equal and hashed by its fields, frozen for the type checker."""
    made = dataclass(slots=True, unsafe_hash=True)(cls)
    type.__setattr__(made, "__reduce__", _reduce)
    return made


def _reduce(self: Any) -> tuple[object, ...]:
    """Pickled by its values: as the compiled class is (`extract/written.py`), so that each form reads the other's."""
    return type(self), tuple(getattr(self, one.name) for one in fields(self))
