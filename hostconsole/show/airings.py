"""The airings that have ended, in order: a sequence that only grows at its end.

A night has thousands, and each take adds one: copying a tuple each time made reopening a long log slow.
Here later states share the list of the earlier ones and differ in how much of it they see, so every state
still is frozen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from hostconsole.show.state import Airing


class Airings(Sequence["Airing"]):
    """Equal to another with the same airings. `plus` makes a longer one and leaves this as it is."""

    __slots__ = ("_count", "_shared")

    def __init__(self, airings: Iterable[Airing] = ()) -> None:
        self._shared = list(airings)
        self._count = len(self._shared)

    def plus(self, airing: Airing) -> Airings:
        longer = Airings.__new__(Airings)
        # Whoever saw the whole list may lengthen it; a second branch of history gets a list of its own.
        longer._shared = self._shared if len(self._shared) == self._count else self._shared[: self._count]
        longer._shared.append(airing)
        longer._count = self._count + 1
        return longer

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Airing]:
        return islice(self._shared, self._count)

    @overload
    def __getitem__(self, place: int) -> Airing: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Airing, ...]: ...

    def __getitem__(self, place: int | slice) -> Airing | tuple[Airing, ...]:
        if isinstance(place, slice):
            return tuple(self._shared[n] for n in range(*place.indices(self._count)))
        return self._shared[range(self._count)[place]]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Airings) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Airings({list(self)!r})"
