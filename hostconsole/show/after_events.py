"""What becomes known of a session once it is over. These events are in a chain of their own beside the
night's, so that the night's log and its last hash stay as they were when it ended (docs/log.md)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import msgspec

from hostconsole.show.event import Event

CHAIN = "+after"
"""The chain of session ID is kept as session ID+after."""

Basis = Literal["provisional", "final"]


def chain_after(session: str) -> str:
    """The name under which the log keeps what became known of `session` after its end."""
    return session + CHAIN


class AfterEvent(Event, frozen=True, kw_only=True):
    """Base of all of them; none changes the state of a show."""


class ActionNoted(AfterEvent, frozen=True, kw_only=True):
    """Something to do before the next show."""

    kind = "action.noted"
    text: str


class ActionClosed(AfterEvent, frozen=True, kw_only=True):
    """The action with this seq is done, or, with `done` False, is to be done after all."""

    kind = "action.closed"
    seq: int
    done: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFigures:
    """What the platform says of one SKU. Units and people are counts, money is minor units; None: it does
    not say. `key` is the name the platform knows it by."""

    sku: str
    key: str = ""
    sold: int | None = None
    clicks: int | None = None
    orders: int | None = None
    buyers: int | None = None
    gmv: int | None = None
    returned: int | None = None
    refunds: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MinuteFigures:
    """What the platform says of one minute, beginning at `at` (UTC ISO 8601)."""

    at: str
    viewers: int | None = None
    clicks: int | None = None
    orders: int | None = None
    gmv: int | None = None


class FiguresImported(AfterEvent, frozen=True, kw_only=True):
    """Figures of the platform, as given on `taken` (UTC date or time they are of), never mixed with our own
    counts. `totals` are (name, value) by the names of report/platform. `after_days`: returns counted so
    many days after the show, None for the sales themselves. A long import is told in `parts` events that
    share `batch`; it counts once all of them are there."""

    kind = "figures.imported"
    batch: str
    source: str
    platform: str
    basis: Basis
    taken: str
    currency: str
    totals: tuple[tuple[str, int], ...] = ()
    items: tuple[ItemFigures, ...] = ()
    minutes: tuple[MinuteFigures, ...] = ()
    after_days: int | None = None
    part: int = 1
    parts: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ReconciledSku:
    """One SKU by our own count and by the platform's export, in units. `ours` None: nobody has counted.
    `theirs` were paid for, `refunded` ones among them; `unpaid` and `cancelled` ones are not. `was` is what
    the platform said the last time, None if this is the first."""

    sku: str
    title: str = ""
    ours: int | None
    theirs: int
    refunded: int = 0
    unpaid: int = 0
    cancelled: int = 0
    was: int | None = None

    @property
    def delta(self) -> int | None:
        """How many more the platform has; None where we have no count."""
        return None if self.ours is None else self.theirs - self.ours


class LeftOut(msgspec.Struct, frozen=True, kw_only=True):
    """Something of an export that was not compared, or was doubtful: a code of show/reconciling and what
    stands in its sentence."""

    code: str
    fields: Mapping[str, str | int]


class SalesReconciled(AfterEvent, frozen=True, kw_only=True):
    """The platform's export `file` (SHA-256 `digest`) beside our own counts, one row a SKU of the show.
    `night` is the last hash of the session that was compared; `notes` say in English what was left out,
    `left_out` the same by code (nothing in older logs). A long one is told in `parts` events that share
    `batch`."""

    kind = "sales.reconciled"
    batch: str
    platform: str
    file: str
    digest: str
    night: str
    rows: tuple[ReconciledSku, ...]
    notes: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    part: int = 1
    parts: int = 1
