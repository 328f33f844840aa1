"""The system's time: wall clock, a monotonic clock that counts sleep too, and which boot that clock is of.

With the boot id a session's own clock goes on over restarts of the program and over a wall clock that was
set, as long as the machine has not been started anew.
"""

from __future__ import annotations

import sys
import time
import uuid
from datetime import UTC, datetime
from pathlib import Path

from hostconsole.show.clock import Moment


class SystemClock:
    """A `show.clock.Clock` that reads the system's clocks."""

    def __init__(self) -> None:
        self._boot = boot_id()

    def now(self) -> Moment:
        at = datetime.now(UTC).isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"
        return Moment(at, _since_boot_ns() // 1_000_000, self._boot)


def boot_id() -> str:
    """An id that stays the same until the machine starts anew; where the system has none, one of this
    run ("unknown-…"), so that times of two runs are never compared by it."""
    try:
        found = _system_boot_id()
    except (OSError, AttributeError):
        found = ""
    return found or f"unknown-{uuid.uuid4()}"


if sys.platform == "win32":
    import winreg

    def _since_boot_ns() -> int:
        return time.perf_counter_ns()  # since start, sleep included, finer than GetTickCount64's 16 ms

    def _system_boot_id() -> str:
        path = r"SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters"
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, path) as key:
            return f"windows-{winreg.QueryValueEx(key, 'BootId')[0]}"

elif sys.platform == "darwin":
    import ctypes

    def _since_boot_ns() -> int:
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC)  # on macOS this one counts sleep

    def _system_boot_id() -> str:
        size = ctypes.c_size_t(64)
        found = ctypes.create_string_buffer(64)
        system = ctypes.CDLL(None)
        failed = system.sysctlbyname(b"kern.bootsessionuuid", found, ctypes.byref(size), None, 0)
        return "" if failed else found.value.decode()

else:

    def _since_boot_ns() -> int:
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME)  # CLOCK_MONOTONIC stops while suspended

    def _system_boot_id() -> str:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
