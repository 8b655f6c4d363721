"""What records have in common once they are written out to be compiled (`extract/compiling/`): all that a dataclass has.

Nothing uses it in pure Python, where they are the dataclasses that `extract/record.py` makes.
"""

from __future__ import annotations

import copy
from dataclasses import Field, fields, make_dataclass
from typing import Any, ClassVar

_SAMPLE = fields(make_dataclass("_Sample", ("one",)))[0]


class Written:
    """Equal by class and values, hashed by them, pickled as them."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]] = {}
    __match_args__: ClassVar[tuple[str, ...]] = ()

    def _values(self) -> tuple[object, ...]:
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and isinstance(other, Written) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), self._values()

    def __repr__(self) -> str:
        names = type(self).__match_args__
        told = ", ".join(f"{name}={value!r}" for name, value in zip(names, self._values(), strict=True))
        return f"{type(self).__qualname__}({told})"


def told(cls: type, names: tuple[str, ...], *, frozen: bool) -> None:
    """Let `dataclasses.fields`, `replace` and `asdict` see the class; one that changes has no hash."""
    found: dict[str, Field[object]] = {}
    for name in names:
        found[name] = copy.copy(_SAMPLE)
        found[name].name = name
    type.__setattr__(cls, "__dataclass_fields__", found)
    type.__setattr__(cls, "__match_args__", names)
    if not frozen:
        type.__setattr__(cls, "__hash__", None)
