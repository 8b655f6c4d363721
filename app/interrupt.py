"""Ctrl-C that is not lost: an interrupt may strike where Python drops it (in `__del__`) or where a library makes another
error of it. It is raised as always, remembered besides, and raised again at the next sign of progress.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any


class Pressed:
    """True once Ctrl-C was pressed."""

    def __init__(self) -> None:
        self._pressed = False

    def __bool__(self) -> bool:
        return self._pressed

    def before(self, act: Callable[..., Any] | None) -> Callable[..., Any]:
        """The same call (None: nothing); KeyboardInterrupt instead of it once Ctrl-C was pressed."""

        def asked(*given: Any, **named: Any) -> Any:
            if self._pressed:
                raise KeyboardInterrupt
            return act(*given, **named) if act is not None else None

        return asked

    def _press(self, _: int, __: FrameType | None) -> None:
        self._pressed = True
        raise KeyboardInterrupt


@contextmanager
def noticed() -> Iterator[Pressed]:
    """Watch for Ctrl-C; for the main thread of a command."""
    pressed = Pressed()
    former = signal.signal(signal.SIGINT, pressed._press)
    try:
        yield pressed
    finally:
        signal.signal(signal.SIGINT, former)
