"""Processes by id *and* birth mark, so that a stale id never passes for a living process that got the same number."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Process:
    """A process as written in the port file; `birth` is "" when it was not there to be asked."""

    pid: int
    birth: str

    @property
    def alive(self) -> bool:
        return self.birth != "" and birth_mark(self.pid) == self.birth


NOBODY = Process(0, "")


def identify(pid: int) -> Process:
    """The process that has this id now."""
    return Process(pid, birth_mark(pid))


def birth_mark(pid: int) -> str:
    """When the process was born, as text that no later process shares; "" when there is none or it is a zombie.

    On Linux read from /proc (microseconds; psutil takes 50 ms to import, and a warm command asks this each time).
    """
    if pid <= 0:
        return ""
    return _linux_birth(pid) if sys.platform == "linux" else _psutil_birth(pid)


def _linux_birth(pid: int) -> str:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""
    return "" if fields[0] in "ZX" else f"{boot}:{fields[19]}"  # state; start time in clock ticks since boot


def _psutil_birth(pid: int) -> str:
    import psutil

    try:
        process = psutil.Process(pid)
        return "" if process.status() == psutil.STATUS_ZOMBIE else f"{process.create_time():.3f}"
    except psutil.Error:
        return ""
