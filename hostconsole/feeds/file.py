"""A table that another program rewrites, as a feed (`kind = "file"`).

Some programs put a finished file in place, others write into it while we look. A file is believed once it
has held still for two looks, or came finished by a rename; what is cut in the middle of a line is not.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from hostconsole.feeds.feed import Feed
from hostconsole.feeds.feed import File as Named
from hostconsole.feeds.orders import Order
from hostconsole.feeds.reading import Figure, Raw, figure_of, once_each
from hostconsole.feeds.source import Part, Tell
from hostconsole.feeds.values import label, text_of
from hostconsole.show.clock import Clock
from hostconsole.show.errors import Trouble
from hostconsole.tables import Cell, Table, Unreadable, read_table, rounded

_GRACE_MS = 3000
"""A file that is away, empty or broken for so long is being rewritten; after that it is a fault."""

_RESTLESS_MS = 5000
"""A file that never holds still is read all the same after that."""

_RACY_NS = 2_000_000_000
"""A file written so shortly before it was read may have been written again within the same clock tick."""

_HEADER_ROWS = 20


@dataclass(frozen=True, slots=True)
class _Look:
    """What the disk says of a file. `ended`: its last line is complete (or it is a workbook)."""

    mtime_ns: int
    size: int
    inode: int
    ended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Version:
    """One state of the file that was believed."""

    look: _Look
    digest: str
    figures: dict[str, Figure]
    asked_ms: int
    at: str
    racy: bool


class FileSource:
    """A feed of kind "file"; `feed.file` must be there."""

    def __init__(self, feed: Feed, *, clock: Clock) -> None:
        assert feed.file is not None
        self._file = feed.file
        self._clock = clock
        self._last: _Look | None = None
        self._steady_ms: int | None = None
        self._restless_ms: int | None = None
        self._version: _Version | None = None
        self._told: tuple[int, frozenset[str]] | None = None

    @property
    def has_orders(self) -> bool:
        return False

    @property
    def whole(self) -> bool:
        return True

    async def read(self, skus: Collection[str], tell: Tell, *, also: Collection[str] = ()) -> frozenset[str]:
        """See `Source`."""
        await self._look()
        version = self._version
        if version is None:
            return frozenset()
        wanted = frozenset(skus) | frozenset(also)
        if self._told != (version.asked_ms, wanted):
            figures = tuple(version.figures[sku] for sku in sorted(wanted) if sku in version.figures)
            self._told = (version.asked_ms, wanted)
            tell(Part(figures=figures, asked_ms=version.asked_ms, at=version.at))
        return frozenset(skus) - version.figures.keys()

    async def orders(self, since: str) -> tuple[Order, ...]:
        """Files have none."""
        return ()

    async def close(self) -> None:
        """Nothing is held open."""

    async def _look(self) -> None:
        now_ms = self._clock.now().monotonic_ms
        try:
            look = await asyncio.to_thread(_look_at, self._file.path)
        except OSError as fault:
            why = (
                "is not there"
                if isinstance(fault, FileNotFoundError)
                else f"cannot be read: {fault.strerror}"
            )
            self._unfinished(now_ms, f"{self._file.path.name} {why}.")
            return
        version = self._version
        if version is not None and look == version.look and not version.racy:
            self._last, self._restless_ms = look, None
            return
        if self._settled(look, now_ms):
            await self._load(look, now_ms)

    def _settled(self, look: _Look, now_ms: int) -> bool:
        before, self._last = self._last, look
        if self._restless_ms is None:
            self._restless_ms = now_ms
        if before != look:
            self._steady_ms = now_ms
            renamed = before is not None and before.inode != look.inode and look.ended
            return renamed or (look.ended and now_ms - self._restless_ms >= _RESTLESS_MS)
        steady_ms = now_ms - (self._steady_ms if self._steady_ms is not None else now_ms)
        return look.ended or steady_ms >= _GRACE_MS

    async def _load(self, look: _Look, now_ms: int) -> None:
        try:
            table, after = await asyncio.to_thread(_read, self._file)
        except (Unreadable, OSError) as fault:
            why = (
                fault.reason
                if isinstance(fault, Unreadable)
                else f"{self._file.path.name}: {fault.strerror}."
            )
            self._unfinished(now_ms, why)
            return
        if after != look:
            return  # written while it was read: the next look decides
        self._restless_ms = None
        version = self._version
        if version is not None and version.digest == table.digest and version.look == look:
            self._version = self._aged(version, look)
            return
        figures = await asyncio.to_thread(figures_of, table, self._file)
        self._version = self._new_version(look, table.digest, figures)

    def _new_version(self, look: _Look, digest: str, figures: dict[str, Figure]) -> _Version:
        now = self._clock.now()
        wall = datetime.fromisoformat(now.at)
        written = min(datetime.fromtimestamp(look.mtime_ns / 1e9, UTC), wall)
        asked_ms = now.monotonic_ms - int((wall - written).total_seconds() * 1000)
        if self._version is not None:
            asked_ms = max(asked_ms, self._version.asked_ms + 1)  # a copy from yesterday is put in place now
        at = written.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        racy = (wall - written).total_seconds() * 1e9 < _RACY_NS
        return _Version(look=look, digest=digest, figures=figures, asked_ms=asked_ms, at=at, racy=racy)

    def _aged(self, version: _Version, look: _Look) -> _Version:
        wall = datetime.fromisoformat(self._clock.now().at)
        age_ns = wall.timestamp() * 1e9 - look.mtime_ns
        return _Version(
            look=look,
            digest=version.digest,
            figures=version.figures,
            asked_ms=version.asked_ms,
            at=version.at,
            racy=0 <= age_ns < _RACY_NS,
        )

    def _unfinished(self, now_ms: int, why: str) -> None:
        """Raises Trouble "feed_file" if it has been so for longer than a rewriting takes."""
        if self._restless_ms is None:
            self._restless_ms = now_ms
        if self._version is None or now_ms - self._restless_ms >= _GRACE_MS:
            raise Trouble("feed_file", why)


def _look_at(path: Path) -> _Look:
    with path.open("rb") as file:
        about = os.fstat(file.fileno())
        head = file.read(4)
        file.seek(max(0, about.st_size - 2))
        tail = file.read(2)
    ended = b"\n" in tail or b"\r" in tail or head.startswith((b"PK", b"\xd0\xcf\x11\xe0"))
    return _Look(about.st_mtime_ns, about.st_size, about.st_ino, ended)


def _read(named: Named) -> tuple[Table, _Look]:
    return read_table(named.path, knows=_knows(named)), _look_at(named.path)


def _knows(named: Named) -> Callable[[Sequence[Cell]], int]:
    names = frozenset(label(name) for name in _names(named).values())
    return lambda row: sum(label(text_of(cell)) in names for cell in row)


def _names(named: Named) -> dict[str, str]:
    columns = ("sku", "on_hand", "reserved", "available", "untracked", "as_of")
    return {column: name for column in columns if (name := getattr(named, column))}


def figures_of(table: Table, named: Named) -> dict[str, Figure]:
    """The figures of every SKU in a table. Raises Trouble "feed_file" if a column is not there."""
    names = _names(named)
    knows = _knows(named)
    top = max(
        range(min(len(table.rows), _HEADER_ROWS)), key=lambda at: (knows(table.rows[at]), -at), default=0
    )
    header = [label(text_of(cell)) for cell in table.rows[top]] if table.rows else []
    for name in names.values():
        if label(name) not in header:
            raise Trouble("feed_file", f"{named.path.name} has no column {name!r}.")
    places = {column: header.index(label(name)) for column, name in names.items()}
    found = (_figure(row, places) for row in table.rows[top + 1 :])
    return {figure.sku: figure for figure in once_each(figure for figure in found if figure)}


def _figure(row: Sequence[Cell], places: dict[str, int]) -> Figure | None:
    cells = {column: row[at] if at < len(row) else "" for column, at in places.items()}
    sku_cell = cells.pop("sku")
    sku = text_of(sku_cell)
    if not sku or rounded(sku_cell):
        return None
    return figure_of(sku, Raw(**cells), by_available="available" in places)
