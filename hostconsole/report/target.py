"""A file that is there whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hostconsole.show.errors import Trouble


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """A path beside `path` to write to; when the block ends well it takes `path`'s place, at once and on
    disk. When it does not, `path` is as it was. Raises Trouble "export_failed" for what the disk refuses."""
    part = path.with_name(f".{path.name[:60]}.{secrets.token_hex(4)}.part")
    try:
        try:
            yield part
            with part.open("rb+") as written:
                os.fsync(written.fileno())
            part.replace(path)
        finally:
            with suppress(FileNotFoundError):
                part.unlink()
    except OSError as fault:
        why = fault.strerror or str(fault)
        raise Trouble("export_failed", f"{path} cannot be written: {why}.", path=str(path)) from fault


class PatientFile:
    """A new file for a library that cannot stand a failing disk: it takes everything, and keeps the first
    failure in `fault` for whoever asks at the end. What comes after a failure is dropped."""

    def __init__(self, path: Path) -> None:
        self.fault: OSError | None = None
        self._file = path.open("wb", buffering=0)
        self._place = 0

    def write(self, chunk: bytes) -> int:
        left = memoryview(chunk)
        try:
            while left and self.fault is None:
                left = left[self._file.write(left) :]
        except OSError as fault:
            self.fault = fault
        self._place += len(chunk)
        return len(chunk)

    def seek(self, place: int, whence: int = os.SEEK_SET) -> int:
        """To `place` from the start; the only way that is needed."""
        if whence != os.SEEK_SET:
            raise ValueError("only from the start")
        self._place = place
        return self._file.seek(place)

    def tell(self) -> int:
        return self._place

    def flush(self) -> None:
        """Nothing waits: every write goes to the system at once."""

    def close(self) -> None:
        self._file.close()
