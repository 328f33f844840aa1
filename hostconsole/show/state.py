"""The state of a show: frozen, and nothing but the fold of its log. `apply` (apply.py) makes it.

Milliseconds are of the session's own clock. Everything that moves by itself (clocks, the prompter, the
countdown) is stored as "since when" and computed at the time of looking (clocks.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import msgspec

from hostconsole.show.airings import Airings
from hostconsole.show.events import CueKind, LinkStatus, SessionKind
from hostconsole.show.ledger import Ledger
from hostconsole.show.obs_state import AskedScene as AskedScene
from hostconsole.show.obs_state import Obs as Obs
from hostconsole.show.obs_state import Safe as Safe
from hostconsole.show.plan import Item, Plan
from hostconsole.show.sales import Sales
from hostconsole.show.ticks import Hours, Tick

Mode = Literal["none", "ready", "rehearsal", "live", "ended"]


class LinkState(msgspec.Struct, frozen=True, kw_only=True):
    """The hand-ticked lamp of an item's shop link. `since_ms` starts the sale clock when it is up."""

    status: LinkStatus = "none"
    since_ms: int | None = None
    by: str = ""
    at: str = ""


class SaidPoint(msgspec.Struct, frozen=True, kw_only=True):
    """What key point `n` said when it was ticked: its words, the price and the level of the stock then."""

    n: int
    text: str
    price: int | None
    level: str


class ItemState(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the queue. `item` is the plan's row as edited; `price` the price now (minor units).

    `airings` and `aired_ms` count finished and running airings without misfires; `aired_ms` only
    finished ones. `said` are the key points ticked in the last airing (1-based), `said_as` what they said
    then; `unsaid` were ticked, and are not true any more.
    """

    item: Item
    price: int | None
    skipped: bool = False
    link: LinkState = LinkState()
    airings: int = 0
    aired_ms: int = 0
    said: tuple[int, ...] = ()
    said_as: tuple[SaidPoint, ...] = ()
    unsaid: tuple[SaidPoint, ...] = ()
    added: bool = False


class Airing(msgspec.Struct, frozen=True, kw_only=True):
    """One stay of an item on air. `item` is a frozen copy: what the host sees. `held_ms` is time under
    the safe picture, not counted; `left_at` where its prompter stood when it ended. `flagged` maps a
    changed thing ("price", "stock", a field's name) to when it changed, so the host's screen can flag
    it."""

    item: Item
    n: int
    since_ms: int
    at: str
    seq: int
    ended_ms: int | None = None
    misfire: bool = False
    held_ms: int = 0
    flagged: tuple[tuple[str, int], ...] = ()
    left_at: float = 0.0


class Countdown(msgspec.Struct, frozen=True, kw_only=True):
    """Ends at `ends_ms`; then `item`'s link opens, if one is named. `was` is that link before, to which
    it goes back if the countdown is stopped."""

    seconds: int
    started_ms: int
    item: str | None = None
    was: LinkState = LinkState()

    @property
    def ends_ms(self) -> int:
        return self.started_ms + self.seconds * 1000


class Timer(msgspec.Struct, frozen=True, kw_only=True):
    """Something promised beside the items (a lucky bag, a draw), due at `ends_ms`; `seq` names it."""

    seq: int
    label: str
    ends_ms: int
    item: str | None = None
    by: str = ""


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """A change of price or stock made by a person on air without a reason: asked for after the show.
    `seq` is its event, `act` the first event of the act it is part of, by which undo names it. `key` is the
    item or SKU; `was` and `now` are minor units of a price, or units that can be sold."""

    seq: int
    act: int
    what: Literal["price", "stock"]
    key: str
    was: int | None
    now: int | None
    at: str
    by: str


class Prompter(msgspec.Struct, frozen=True, kw_only=True):
    """At `since_ms` the mark stood on character `at` of the spoken text of `item`."""

    item: str | None = None
    at: float = 0.0
    since_ms: int = 0
    running: bool = False
    pace: int = 240


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """What was read from the prompter in this session, in Chinese characters, and the time it took."""

    units: float = 0.0
    ms: int = 0


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """A message to the host; `seen_ms` is how long it took to be seen, None until then. `unseen`: it left
    the screen before. `auto` names what the console sent it for, "" if a person did."""

    seq: int
    text: str
    kind: CueKind
    sent_ms: int
    by: str
    preset: int | None = None
    seen_ms: int | None = None
    unseen: bool = False
    auto: str = ""

    @property
    def waits(self) -> bool:
        """Neither seen nor known to be unseen."""
        return self.seen_ms is None and not self.unseen


class Followed(msgspec.Struct, frozen=True, kw_only=True):
    """The queue on one side of a sheet read again: the rows that differ from the other side, by id, all
    rows in their order, and the sheet's digest."""

    rows: Mapping[str, ItemState]
    order: tuple[str, ...]
    digest: str


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One reversible difference an act made. `key` is the item or SKU; `before` and `after` are

    price: minor units or None · stock: Ledger · link: LinkState · order: the id the item stood before ·
    added: None or (Item, id it stands before) · edit: (field, JSON value) · skip: bool · next: id ·
    take: from the id that was on air, or None, to the seq of the take · sheet: Followed."""

    what: Literal["price", "stock", "link", "order", "added", "edit", "skip", "take", "next", "sheet"]
    key: str
    before: Any
    after: Any


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """A person's act that has a reverse, as undo offers it. `redoable` are edits; takes and links are
    not."""

    seq: int
    at: str
    mono_ms: int
    actor: str
    changes: tuple[Change, ...]
    redoable: bool = True


@dataclass(frozen=True, kw_only=True)
class State:
    """One session of a show. `order` holds every item id, skipped ones too, in queue order; `reversal` is
    the act of the last undo or redo, whose events must not be recorded as new acts. `ticked` are steps of
    the now-do line ticked by hand, `marked_ms` is the time of the last mark."""

    session: str = ""
    kind: SessionKind = "preparation"
    mode: Mode = "none"
    simulated: bool = False
    operator: str = ""
    plan: Plan = field(default_factory=lambda: Plan(name="", items=()))
    started_at: str = ""
    after: str | None = None
    kept: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    seq: int = 0
    at: str = ""
    mono_ms: int = 0
    boot: str = ""
    boot_ms: int = 0
    order: tuple[str, ...] = ()
    items: Mapping[str, ItemState] = field(default_factory=dict)
    stock: Mapping[str, Ledger] = field(default_factory=dict)
    opening_stock: tuple[Ledger, ...] = ()
    sales: Mapping[str, Sales] = field(default_factory=dict)
    on_air: Airing | None = None
    airings: Airings = field(default_factory=Airings)
    next: str | None = None
    last_take_ms: int | None = None
    countdown: Countdown | None = None
    prompter: Prompter = field(default_factory=Prompter)
    read: Read = field(default_factory=Read)
    own_pace: int | None = None
    cues: tuple[Cue, ...] = ()
    corrections: tuple[Correction, ...] = ()
    ended_ms: int | None = None
    timers: tuple[Timer, ...] = ()
    ticked: tuple[str, ...] = ()
    marked_ms: int | None = None
    acknowledged: tuple[tuple[str, str | None, str], ...] = ()
    obs: Obs = field(default_factory=Obs)
    incidents: Mapping[str, tuple[int, float]] = field(default_factory=dict)
    """Those that are over: "obs_lost", "safe_picture", "network" … → how many, and their seconds."""
    host_shown: bool | None = None
    host_why: str = ""
    troubles: tuple[tuple[str, str], ...] = ()
    feeds: tuple[str, ...] | None = None
    """The feeds that are read, by name; None in logs from before that was told."""
    unread: tuple[tuple[str, str], ...] = ()
    """Feed and SKU of each number shown that its feed tells no more."""
    digest: str = ""
    ticks: tuple[Tick, ...] = ()
    hours: Hours | None = None
    undo: tuple[Act, ...] = ()
    redo: tuple[Act, ...] = ()
    reversal: int | None = None

    @property
    def running(self) -> bool:
        """A rehearsal or a live session is going on."""
        return self.mode in ("rehearsal", "live")


def settled_link(state: State, item: str) -> LinkState:
    """The item's link as it stood before a countdown, if one runs for it now."""
    countdown = state.countdown
    if countdown is not None and countdown.item == item:
        return countdown.was
    return state.items[item].link
