"""Events that the log could not take before a clean quit: kept beside it, read back at the next start.

One file a session, `unsaved-<session>.jsonl`: the rows' texts, one a line, in order. If even the data
directory cannot be written they go to the system's temporary directory.
"""

from __future__ import annotations

import logging
import os
import re
import tempfile
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec

from hostconsole.log.chain import Pending

_log = logging.getLogger(__name__)


class _Head(msgspec.Struct):
    seq: int
    session: str
    kind: str


_head = msgspec.json.Decoder(_Head)


class Kept(msgspec.Struct, frozen=True):
    """What one file gave: its rows, and whether every line of it could be read."""

    path: Path
    rows: tuple[Pending, ...]
    whole: bool


def write_beside(log_path: Path, rows: Sequence[Pending]) -> tuple[Path, ...]:
    """Writes `rows` beside the log, or if that fails to the temporary directory; returns the files.

    A file of the same session is replaced: its rows are among `rows`, or in the log. Raises OSError if
    neither place can be written."""
    by_session: dict[str, list[Pending]] = {}
    for row in rows:
        by_session.setdefault(row.session, []).append(row)
    return tuple(_write_session(log_path, session, kept) for session, kept in by_session.items())


def write_conflict(log_path: Path, rows: Sequence[Pending]) -> Path:
    """Keeps `rows`, whose places in the log are taken by other events, in a new file beside the log."""
    names = (log_path.with_name(f"conflict-{_safe(rows[0].session)}-{n}.jsonl") for n in range(1, 10_000))
    path = next(name for name in names if not name.exists())
    _write_durably(path, rows)
    return path


def read_back(log_path: Path) -> tuple[Kept, ...]:
    """What earlier runs kept, sessions in the order in which they were written."""
    beside = log_path.parent.glob("unsaved-*.jsonl")
    elsewhere = Path(tempfile.gettempdir()).glob(f"{_temporary_prefix(log_path)}*.jsonl")
    files = [path for path in (*beside, *elsewhere) if _is_ours(path)]
    return tuple(_read_file(path) for path in sorted(files, key=lambda path: path.stat().st_mtime_ns))


def discard(kept: Iterable[Kept]) -> None:
    """Removes files whose rows are now in the log; one with unreadable lines is renamed and stays."""
    for file in kept:
        if file.whole:
            file.path.unlink(missing_ok=True)
        else:
            file.path.rename(file.path.with_name(file.path.name + ".unreadable"))


def _write_session(log_path: Path, session: str, rows: Sequence[Pending]) -> Path:
    path = log_path.with_name(f"unsaved-{_safe(session)}.jsonl")
    try:
        _write_durably(path, rows)
    except OSError as fault:
        _log.error("unsaved events cannot be kept beside the log, in %s: %s", path, fault)
        return _write_to_temporary(log_path, rows)
    return path


def _write_durably(path: Path, rows: Sequence[Pending]) -> None:
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as file:
            _write_lines(file.fileno(), rows)
        part.replace(path)
        _sync_folder(path.parent)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _write_to_temporary(log_path: Path, rows: Sequence[Pending]) -> Path:
    # mkstemp: a name nobody can have put there before us, readable by us only.
    file, name = tempfile.mkstemp(prefix=_temporary_prefix(log_path), suffix=".part")
    try:
        _write_lines(file, rows)
    finally:
        os.close(file)
    return Path(name).replace(Path(name).with_suffix(".jsonl"))


def _write_lines(file: int, rows: Iterable[Pending]) -> None:
    with os.fdopen(os.dup(file), "wb") as lines:
        lines.writelines(row.text.encode() + b"\n" for row in rows)
    os.fsync(file)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # a rename on Windows needs no such thing, and folders cannot be opened
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _is_ours(path: Path) -> bool:
    """A plain file of this user: the temporary directory is everybody's."""
    if path.is_symlink() or not path.is_file():
        return False
    return os.name == "nt" or path.stat().st_uid == os.getuid()


def _read_file(path: Path) -> Kept:
    rows: list[Pending] = []
    lines = path.read_bytes().splitlines()
    for line in lines:
        try:
            head, text = _head.decode(line), line.decode()
        except (msgspec.DecodeError, UnicodeDecodeError) as fault:
            _log.error("a line of unsaved events in %s cannot be read: %s", path, fault)
        else:
            rows.append(Pending(head.session, head.seq, head.kind, text))
    return Kept(path, tuple(rows), len(rows) == len(lines))


def _safe(session: str) -> str:
    return re.sub(r"[^\w.-]", "_", session)[:100]


def _temporary_prefix(log_path: Path) -> str:
    return f"hostconsole-unsaved-{sha256(str(log_path.absolute()).encode()).hexdigest()[:16]}-"
