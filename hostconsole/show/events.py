"""Everything that can happen, as frozen facts in the past tense.

An event records the *result* (`now`), never an instruction, so a log reads the same for ever, whatever
the rules become. Times are not in events but on the `Entry` that carries them. `KINDS` is the whole
list; the log's text of an event is `data` = its fields without `item`.

Milliseconds named `…_ms` are of the session's own clock unless said otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from hostconsole.show.after_events import AfterEvent as AfterEvent
from hostconsole.show.build_events import BuildAsked as BuildAsked
from hostconsole.show.build_events import SceneBuilt as SceneBuilt
from hostconsole.show.build_events import SceneNotBuilt as SceneNotBuilt
from hostconsole.show.event import Event as Event
from hostconsole.show.event import ItemEvent as ItemEvent
from hostconsole.show.event import TimedEvent as TimedEvent
from hostconsole.show.event import TimedItemEvent as TimedItemEvent
from hostconsole.show.ledger import Ledger
from hostconsole.show.obs_events import CollectionChanged as CollectionChanged
from hostconsole.show.obs_events import IncidentBegan as IncidentBegan
from hostconsole.show.obs_events import IncidentEnded as IncidentEnded
from hostconsole.show.obs_events import MicChanged as MicChanged
from hostconsole.show.obs_events import ObsChecked as ObsChecked
from hostconsole.show.obs_events import ObsHealth as ObsHealth
from hostconsole.show.obs_events import ObsLinkChanged as ObsLinkChanged
from hostconsole.show.obs_events import ObsLost as ObsLost
from hostconsole.show.obs_events import ObsReady as ObsReady
from hostconsole.show.obs_events import OutputAsked as OutputAsked
from hostconsole.show.obs_events import OutputsChanged as OutputsChanged
from hostconsole.show.obs_events import RestoreAsked as RestoreAsked
from hostconsole.show.obs_events import SafeEntered as SafeEntered
from hostconsole.show.obs_events import SafeLeft as SafeLeft
from hostconsole.show.obs_events import SceneAccepted as SceneAccepted
from hostconsole.show.obs_events import SceneAsked as SceneAsked
from hostconsole.show.obs_events import SceneFailed as SceneFailed
from hostconsole.show.obs_events import SceneRenamed as SceneRenamed
from hostconsole.show.obs_events import SceneResent as SceneResent
from hostconsole.show.obs_events import ScenesChanged as ScenesChanged
from hostconsole.show.obs_events import SceneShown as SceneShown
from hostconsole.show.obs_events import StudioModeChanged as StudioModeChanged
from hostconsole.show.obs_events import TextsFailed as TextsFailed
from hostconsole.show.obs_events import TextsShown as TextsShown
from hostconsole.show.obs_events import TransitionChanged as TransitionChanged
from hostconsole.show.obs_state import Obs
from hostconsole.show.obs_state import ObsLink as ObsLink
from hostconsole.show.plan import Item, Plan
from hostconsole.show.plan_events import HoursSet as HoursSet
from hostconsole.show.plan_events import PreflightTicked as PreflightTicked
from hostconsole.show.plan_events import SheetSaved as SheetSaved
from hostconsole.show.ticks import Hours, Tick

SessionKind = Literal["preparation", "rehearsal", "live"]
LinkStatus = Literal["none", "countdown", "up", "down"]
CueKind = Literal["routine", "must"]


# -- sessions -------------------------------------------------------------------------------------


class SessionStarted(Event, frozen=True, kw_only=True):
    """First event of every session. `boot` and `boot_ms` anchor the session's clock (boot id, and the
    system's monotonic milliseconds at mono_ms 0). `kept` and `dropped` name what came over from `after`,
    the session before it. `skipped` and `added` (made here, not in the sheet) are item ids; from `obs` on
    it says what the world was like, so that a session's log needs no other. `own_pace` is the host's, in
    characters a minute, measured in the rehearsal before."""

    kind = "session.started"
    id: str
    session_kind: SessionKind
    plan: Plan
    simulated: bool
    operator: str
    boot: str
    boot_ms: int
    after: str | None = None
    stock: tuple[Ledger, ...] = ()
    prices: tuple[tuple[str, int | None], ...] = ()
    skipped: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    obs: Obs = msgspec.field(default_factory=Obs)
    host_shown: bool | None = None
    host_why: str = ""
    troubles: tuple[tuple[str, str], ...] = ()
    pace: int = 240
    own_pace: int | None = None
    ticks: tuple[Tick, ...] = ()
    hours: Hours | None = None
    feeds: tuple[str, ...] | None = None


class SessionResumed(Event, frozen=True, kw_only=True):
    """The program started again. `how`: "monotonic" on the same boot, else "utc"; `gap_ms` was not
    running."""

    kind = "session.resumed"
    boot: str
    boot_ms: int
    how: Literal["monotonic", "utc"]
    gap_ms: int
    simulated: bool


class SessionEnded(Event, frozen=True, kw_only=True):
    kind = "session.ended"
    reason: str = ""


class SessionReopened(Event, frozen=True, kw_only=True):
    """The session had been ended by mistake, `ms` ago; nothing is on air."""

    kind = "session.reopened"
    ms: int


class ReasonGiven(Event, frozen=True, kw_only=True):
    """Why the correction with this seq was made, told after the show."""

    kind = "reason.given"
    seq: int
    reason: str


class SessionHandedOver(Event, frozen=True, kw_only=True):
    """`was` handed the desk to `now`; `lines` is what was said, in plain English."""

    kind = "session.handed_over"
    was: str
    now: str
    lines: tuple[str, ...] = ()


class OperatorSet(Event, frozen=True, kw_only=True):
    kind = "operator.set"
    was: str
    now: str


# -- the queue ------------------------------------------------------------------------------------


class ItemTaken(TimedItemEvent, frozen=True, kw_only=True):
    """The item went on air as its `airing`-th airing (misfires not counted), after `came_from`.

    In the log the field is `from`, as the contract names it."""

    kind = "item.taken"
    came_from: str | None
    airing: int


class ItemMisfired(TimedItemEvent, frozen=True, kw_only=True):
    """The take of `item` was taken back in time; `back_to`'s airing goes on as if never left."""

    kind = "item.misfired"
    airing: int
    back_to: str | None


class NextSet(Event, frozen=True, kw_only=True):
    """NEXT moved from `was` to `now` (item ids, None for no item)."""

    kind = "next.set"
    was: str | None
    now: str | None


class ItemSkipped(ItemEvent, frozen=True, kw_only=True):
    kind = "item.skipped"


class ItemUnskipped(ItemEvent, frozen=True, kw_only=True):
    kind = "item.unskipped"


class ItemMoved(ItemEvent, frozen=True, kw_only=True):
    """The item now stands before `before`, or at the end if that is None; it stood before `was`."""

    kind = "item.moved"
    was: str | None
    before: str | None


class ItemAdded(ItemEvent, frozen=True, kw_only=True):
    """A row made here (`row.id` is `item`), placed before `before`, or at the end."""

    kind = "item.added"
    row: Item
    before: str | None


class ItemRemoved(ItemEvent, frozen=True, kw_only=True):
    """A row made here was taken back; it stood before `before`."""

    kind = "item.removed"
    before: str | None


class ItemEdited(ItemEvent, frozen=True, kw_only=True):
    """One field of the plan changed. `was` and `now` are JSON values as the plan holds them (lists for
    tuples). `on_air` says that the airing copy changed too, so the host must be told."""

    kind = "item.edited"
    field: str
    was: Any
    now: Any
    on_air: bool = False


class SheetReloaded(Event, frozen=True, kw_only=True):
    """The sheet was read again and `changes` were applied to items that have not aired."""

    kind = "sheet.reloaded"
    digest: str
    rows: tuple[Item, ...]
    order: tuple[str, ...]
    removed: tuple[str, ...] = ()


# -- links, prices, stock -------------------------------------------------------------------------


class CountdownStarted(Event, frozen=True, kw_only=True):
    """Counts down to `seconds` from this entry's time; at its end `item`'s link opens, if one is named."""

    kind = "countdown.started"
    seconds: int
    item: str | None = None


class CountdownCancelled(Event, frozen=True, kw_only=True):
    kind = "countdown.cancelled"
    item: str | None = None
    reason: str = ""


class CountdownEnded(Event, frozen=True, kw_only=True):
    """A countdown that opens no link reached 0."""

    kind = "countdown.ended"


class LinkOpened(ItemEvent, frozen=True, kw_only=True):
    """A person says the shop link is up; the sale clock starts."""

    kind = "link.opened"
    was: LinkStatus
    by: str


class LinkClosed(ItemEvent, frozen=True, kw_only=True):
    kind = "link.closed"
    was: LinkStatus
    by: str


class LinkRestored(ItemEvent, frozen=True, kw_only=True):
    """An undo put the link's lamp back to what it was, its sale clock too."""

    kind = "link.restored"
    was: LinkStatus
    now: LinkStatus
    since_ms: int | None
    by: str
    at: str = ""


class PriceChanged(TimedItemEvent, frozen=True, kw_only=True):
    """Minor units of the item's currency; None is "no price"."""

    kind = "price.changed"
    was: int | None
    now: int | None
    reason: str = ""
    confirmed: bool = False


class StockEvent(Event, frozen=True, kw_only=True):
    """A change of one SKU's ledger. `was` and `now` are sellable (None: not counted); `ledger` is the
    whole result; `source` is "hand", "feed:NAME", "plan" or "undo"."""

    sku: str
    was: int | None
    now: int | None
    source: str
    ledger: Ledger
    variant: str = ""
    reason: str = ""
    item: str | None = None


class StockCounted(StockEvent, frozen=True, kw_only=True):
    kind = "stock.counted"


class StockSold(StockEvent, frozen=True, kw_only=True):
    """Sold so far was typed or read. `orders` are (session ms, units) of what shops' orders added, by the
    time of each order; below 0 for what was cancelled since."""

    kind = "stock.sold"
    orders: tuple[tuple[int, int], ...] = ()


class StockAdjusted(StockEvent, frozen=True, kw_only=True):
    kind = "stock.adjusted"


class StockReleased(StockEvent, frozen=True, kw_only=True):
    """`qty` units went from the pool to the viewers as batch number `ledger.batch`."""

    kind = "stock.released"
    qty: int = 0


class BatchGone(StockEvent, frozen=True, kw_only=True):
    """The running batch was seen to be gone; `seconds` since the link went up or the batch opened."""

    kind = "batch.gone"
    qty: int = 0
    seconds: float | None = None


OversoldHow = Literal["refund", "pre_order", "swap", "reserve"]


class OversoldSettled(StockEvent, frozen=True, kw_only=True):
    """What was done about `qty` units that were sold and are not there: refunded, made a pre-order with the
    buyers' consent, swapped for SKU `to`, or covered by the reserve."""

    kind = "oversold.settled"
    how: OversoldHow = "refund"
    qty: int = 0
    to: str = ""


# -- words: prompter, points, cues, marks ---------------------------------------------------------


class PrompterMoved(Event, frozen=True, kw_only=True):
    """From this entry's time the prompter of `item` stands at `at` (characters) and runs at `pace`
    (characters a minute) if `running`."""

    kind = "prompter.moved"
    item: str
    at: float
    running: bool
    pace: int


class PaceRecalled(Event, frozen=True, kw_only=True):
    """The pace the host spoke at in an earlier run's rehearsal of this sheet, found in its log; from this
    entry's time the prompter is set to `pace`. Both in characters a minute."""

    kind = "pace.recalled"
    own_pace: int
    pace: int


class PointTicked(ItemEvent, frozen=True, kw_only=True):
    """Key point `n` (1-based) was said, or, with `said` False, not after all."""

    kind = "point.ticked"
    n: int
    said: bool = True


class PointContradicted(ItemEvent, frozen=True, kw_only=True):
    """Key point `n` was said, and is not true any more: the price or the level of the stock is `now` and
    was `was` when it was ticked, or its words are others. It is to be said anew."""

    kind = "point.contradicted"
    n: int
    what: Literal["price", "stock", "words"]
    was: str
    now: str


class CueSent(Event, frozen=True, kw_only=True):
    kind = "cue.sent"
    text: str
    cue_kind: CueKind
    preset: int | None = None
    auto: str = ""
    """The console's own cue: what it is about, and the airing's seq. "" for a person's."""


class CueUnseen(Event, frozen=True, kw_only=True):
    """The cue sent as `cue` (its seq) has left the host's screen unseen: a routine one whose time was over,
    or one of an item that has left."""

    kind = "cue.unseen"
    cue: int


class CueSeen(Event, frozen=True, kw_only=True):
    """The host saw the cue sent as `cue` (its seq) after `ms`."""

    kind = "cue.seen"
    cue: int
    ms: int


class AlertAcknowledged(Event, frozen=True, kw_only=True):
    kind = "alert.acknowledged"
    code: str
    item: str | None = None
    episode: str = ""


class MarkerAdded(TimedEvent, frozen=True, kw_only=True):
    kind = "marker.added"
    label: str
    item: str | None = None


class TimerStarted(Event, frozen=True, kw_only=True):
    """Something promised, due `seconds` from this entry's time; `item` was on air. A timer is known by this
    entry's seq."""

    kind = "timer.started"
    label: str
    seconds: int
    item: str | None = None


class TimerStopped(Event, frozen=True, kw_only=True):
    """The timer started as `timer` (its seq) is over: done, or not wanted any more."""

    kind = "timer.stopped"
    timer: int
    label: str
    late_ms: int = 0


class StepTicked(Event, frozen=True, kw_only=True):
    """A step of the now-do line that no act can prove was done, or, with `done` False, was not after all.
    `step` is its id: item, airing and place in the sheet's notes."""

    kind = "step.ticked"
    step: str
    done: bool = True


# -- undo -----------------------------------------------------------------------------------------


class Undone(Event, frozen=True, kw_only=True):
    """The act whose first event was `seq` has been taken back by the events after this one."""

    kind = "undone"
    seq: int


class Redone(Event, frozen=True, kw_only=True):
    kind = "redone"
    seq: int


# -- the desk's own ends --------------------------------------------------------------------------


class HostScreenChanged(Event, frozen=True, kw_only=True):
    """Whether the host can see; `why` names what is missing."""

    kind = "host.screen"
    shown: bool
    why: str = ""


class FeedsChanged(Event, frozen=True, kw_only=True):
    """The feeds that tell the stock from now on, by name; what those in `anew` said before is not compared
    with what they will say. `unread`: feed and SKU of each number shown that its feed tells no more, though
    it tells others; such a number grows old."""

    kind = "feeds.changed"
    names: tuple[str, ...] = ()
    anew: tuple[str, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()


class TroubleMet(Event, frozen=True, kw_only=True):
    """Something of the world outside failed or mended (`over`): a key that cannot be bound, a database
    set aside, a clock set back."""

    kind = "trouble.met"
    code: str
    text: str
    over: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """An event with its place in the log.

    `seq` counts from 1 in each session; `at` is UTC ISO 8601 with milliseconds; `mono_ms` the session's
    own clock; `actor` who did it (an operator's name, "host", "obs", "feed:NAME", "console"); `act` the
    seq of the first event of the same act, None for what nobody did.
    """

    seq: int
    at: str
    mono_ms: int
    session: str
    actor: str
    act: int | None
    event: Event


def _all_kinds(base: type[Event]) -> dict[str, type[Event]]:
    found: dict[str, type[Event]] = {}
    for sub in base.__subclasses__():
        if "kind" in vars(sub):
            found[sub.kind] = sub
        found.update(_all_kinds(sub))
    return found


KINDS: dict[str, type[Event]] = _all_kinds(Event)
"""Every kind of event by the log's word for it."""
