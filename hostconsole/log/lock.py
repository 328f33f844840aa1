"""One console per data directory: an operating-system lock, held open.

Never a pid file: the system drops the lock when the program ends, however it ends.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

FILE_NAME = "console.lock"

if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try_lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class DataLock:
    """The lock of a data directory, which is made if it is not there."""

    def __init__(self, directory: Path) -> None:
        self._path = directory / FILE_NAME
        self._file: int | None = None

    def acquire(self) -> bool:
        """True if this console now has the directory (or had it), False if another one has it.

        Raises OSError if the lock file cannot be made."""
        if self._file is not None:
            return True
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _try_lock(file)
        except (BlockingIOError, PermissionError):
            os.close(file)
            return False
        except BaseException:
            os.close(file)
            raise
        self._file = file
        return True

    def release(self) -> None:
        """Lets another console have the directory. The file stays: removing it would race."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
