"""What a report says of one session, as frozen facts.

Times named `…_ms` are milliseconds of the session's own clock or lengths; `…_at` are UTC ISO 8601 with
milliseconds. Prices are minor units of their `currency`. None always means "not known" or "not counted":
a report never turns it into 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hostconsole.show.after_events import FiguresImported, SalesReconciled
from hostconsole.show.events import CueKind, SessionKind
from hostconsole.show.plan import ItemKind, Plan

IncidentKind = Literal[
    "obs_lost", "safe_picture", "stream_reconnecting", "not_running", "scene_failed", "trouble",
    "network", "computer", "stream_stuck", "mic_silent",
    "oversold",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class StockSeen:
    """How many of a SKU could be sold at some moment. `source` "sheet", "hand", "feed:NAME", "plan" or
    "undo"; `as_of` when it was counted ("" for the sheet). `left` None: nobody has counted."""

    left: int | None
    source: str
    by: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AiringFacts:
    """One stay of an item on air; `seq` is its take's. `n` counts the item's airings without misfires.

    The planned times are None for a row without a plan, and for an encore made on the spot.
    `aired_ms` is without the time under the safe picture (`held_ms`). `ended_ms` None: still on air when
    the log ends. `sold` are the units that were *counted* as sold between the take and the end; None when
    nobody counted in that time, or what had been sold before is not known. `accepted_ms` and `on_air_ms`
    are OBS's answers to the scene asked for by the take (`on_air_ms` from the request to the end of the
    transition); `scene_failed` is the failure's code, "" if none. `said` are the key points (1-based)
    ticked in it, of the texts `key_points`; `counts` are the counts that make up `sold`, as (when, units);
    `longest_gap_ms` is the longest time without a sale, None where none was counted."""

    seq: int
    item: str
    kind: ItemKind
    link_no: str
    title: str
    sku: str
    n: int
    misfire: bool
    planned_start_ms: int | None
    planned_ms: int | None
    started_at: str
    started_ms: int
    ended_ms: int | None
    aired_ms: int
    held_ms: int
    currency: str
    price_at_take: int | None
    price_at_end: int | None
    stock_before: StockSeen | None
    stock_after: StockSeen | None
    sold: int | None
    scene_asked: str | None
    accepted_ms: float | None
    on_air_ms: float | None
    scene_failed: str
    points_said: int
    points: int
    said: tuple[int, ...] = ()
    key_points: tuple[str, ...] = ()
    counts: tuple[tuple[int, int], ...] = ()
    longest_gap_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductFacts:
    """One SKU over the session: its product row and its encores together, misfires left out.

    `planned_ms` is the plan of all its rows that were not skipped or that aired, None if none has one.
    `sold` is the session's whole count; `released` what could have been sold by its end."""

    sku: str
    items: tuple[str, ...]
    link_no: str
    title: str
    airings: int
    misfires: int
    planned_ms: int | None
    aired_ms: int
    currency: str
    price_first: int | None
    price_last: int | None
    sold: int | None
    stock_first: StockSeen
    stock_left: StockSeen
    released: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceChangeFacts:
    seq: int
    at: str
    mono_ms: int
    item: str
    link_no: str
    title: str
    currency: str
    was: int | None
    now: int | None
    actor: str
    reason: str
    on_air: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkFacts:
    """A named moment; `rec_s` is the recording's own time, None if nothing was recorded."""

    seq: int
    at: str
    mono_ms: int
    label: str
    item: str | None
    rec_s: float | None
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentFacts:
    """Something that was not as planned. `until_ms` None: not over when the log ends; equal to `since_ms`
    for what has no length. `text` explains it in the log's own English or with a scene's name."""

    seq: int
    kind: IncidentKind
    at: str
    since_ms: int
    until_ms: int | None
    text: str
    item: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CueFacts:
    """A cue and how long the host took to see it; `seen_ms` None: not seen."""

    seq: int
    at: str
    mono_ms: int
    text: str
    kind: CueKind
    preset: int | None
    by: str
    seen_ms: int | None
    item: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchFacts:
    """Units of one SKU that could be bought at once: batch `n` of `of`; without a release plan all there is,
    as batch 1 of 1, from when the link went up. `gone_ms` is when none was left (as counted), None if that
    was not seen before the next batch or the end. `sold`: counted in that time, None if nobody counted."""

    sku: str
    item: str
    link_no: str
    title: str
    n: int
    of: int
    qty: int
    opened_at: str
    opened_ms: int
    gone_ms: int | None
    until_ms: int | None
    sold: int | None

    @property
    def seconds(self) -> float | None:
        """How long it took to be gone."""
        return None if self.gone_ms is None else (self.gone_ms - self.opened_ms) / 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkFacts:
    """A shop link that was up, as a person said; `until_ms` None: still up when the log ends."""

    item: str
    link_no: str
    sku: str
    since_ms: int
    until_ms: int | None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneFacts:
    """A scene that OBS was seen to show."""

    scene: str
    since_ms: int
    until_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingFacts:
    """One file OBS recorded. `pieces` are (from, to, at): the session's milliseconds between two pauses, and
    the recording's own milliseconds at `from`."""

    n: int
    pieces: tuple[tuple[int, int, int], ...]

    @property
    def since_ms(self) -> int:
        return self.pieces[0][0]

    @property
    def until_ms(self) -> int:
        return self.pieces[-1][1]

    @property
    def length_ms(self) -> int:
        """Of the file."""
        since, until, at = self.pieces[-1]
        return at + until - since


@dataclass(frozen=True, slots=True, kw_only=True)
class SoldFacts:
    """Units of a SKU counted as sold within one minute of the session's clock (corrections are negative);
    `value` is each times the price at its count, in minor units, None where there was no price."""

    sku: str
    minute: int
    units: int
    value: int | None
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionFacts:
    """Something to do before the next show, typed in after this one."""

    seq: int
    at: str
    text: str
    by: str
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportFacts:
    """Figures of the platform as they were given, the parts of a long import together. `by` brought them in
    at `at`."""

    at: str
    by: str
    told: FiguresImported


@dataclass(frozen=True, slots=True, kw_only=True)
class ReconciledFacts:
    """Our own counts beside the orders of a platform's export, the parts of a long one together. `by`
    brought it in at `at`."""

    at: str
    by: str
    told: SalesReconciled


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The session itself. `simulated`: OBS was simulated in any part of it. `last_hash` "" when the
    facts were not read from a log. `length_ms` is the session's clock at its last event."""

    session: str
    show: str
    kind: SessionKind
    simulated: bool
    started_at: str
    ended_at: str | None
    last_at: str
    length_ms: int
    operators: tuple[str, ...]
    events: int
    sheet: str
    last_hash: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """Everything a report needs but the events themselves. `plan` is the plan the session began with;
    `airings` are in the order of their takes, misfires among them. `actions`, `imports` and `reconciled`
    became known after the end. `stream_since_ms`: when OBS first streamed, None if it did not."""

    head: Head
    plan: Plan
    airings: tuple[AiringFacts, ...]
    products: tuple[ProductFacts, ...]
    price_changes: tuple[PriceChangeFacts, ...]
    marks: tuple[MarkFacts, ...]
    incidents: tuple[IncidentFacts, ...]
    cues: tuple[CueFacts, ...]
    batches: tuple[BatchFacts, ...] = ()
    links: tuple[LinkFacts, ...] = ()
    scenes: tuple[SceneFacts, ...] = ()
    recordings: tuple[RecordingFacts, ...] = ()
    sales: tuple[SoldFacts, ...] = ()
    actions: tuple[ActionFacts, ...] = ()
    imports: tuple[ImportFacts, ...] = ()
    reconciled: tuple[ReconciledFacts, ...] = ()
    stream_since_ms: int | None = None

    @property
    def aired(self) -> tuple[AiringFacts, ...]:
        """The airings that count: without misfires."""
        return tuple(airing for airing in self.airings if not airing.misfire)

    @property
    def misfires(self) -> tuple[AiringFacts, ...]:
        return tuple(airing for airing in self.airings if airing.misfire)
